"""MAN107: bodies on which nobody sits, and places on bodies that the law knows which nobody fills."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.language import listed, plural
from govgraph.model import Capacity, Seat
from govgraph.rules._mandate import emptiness, filled_seats
from govgraph.rules._statute import membership_evidence, open_text


def _of_seats(graph: GovernanceGraph, options: Options) -> str | None:
    if any(graph.voice.membership(body).seats for body in graph.governance_bodies):
        return None
    return "No seat on a governance body is stated."


@rule(code="MAN107", name="vacant-places", severity=Severity.WARNING, applies_to=_of_seats)
def vacant_places(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody sits on a body, or on a body that the law knows nobody fills a place that is provided for.

    Why it matters:
        The rules from law ask who a body provides for: a place that is vacant is provided for. On paper such a board
        is complete; at the table the director or the representative is missing, and nobody may have noticed.

    Flagged:
        board: board, statutory health_and_wellbeing_board, membership complete
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as director_of_public_health, vacant] --> board

    Clean:
        board: board, statutory health_and_wellbeing_board, membership complete
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as director_of_public_health] --> board

    How to fix:
        Ask whoever appoints to fill the place, and who acts until then. If nobody is to fill it any more, state that
        the seat has ended (`status`, `until`).
    """
    for body in graph.governance_bodies:
        membership = graph.voice.membership(body)
        filled = filled_seats(graph, membership.seats)
        if membership.seats and not filled:
            yield _deserted(graph, membership)
        elif graph.body(body).statutory is not None:
            held = {capacity for seat in filled for capacity in seat.part.capacities}
            empty = [seat for seat in membership.seats if seat not in filled and seat.part.capacities - held]
            if empty:
                yield _vacant(graph, membership, empty, filled)


def _deserted(graph: GovernanceGraph, membership: Membership) -> Hit:
    name, count = graph.name(membership.body), len(membership.seats)
    state = emptiness(graph, membership.seats)
    empty = f"of the {count} seats that are listed, {state.words}"
    if state.alike:
        seats = "the 1 seat that is listed is" if count == 1 else f"the {count} seats that are listed are all"
        empty = f"{seats} {state.words}"
    message = f"Nobody sits on {name}: {empty}, and there are no others."
    witness = membership_evidence(graph, membership)
    if not membership.complete:
        message = (
            f"Whether anybody sits on {name} is not stated: {empty}, and it is not stated that there are no others."
        )
        witness = [seat.step for seat in membership.seats]
    return Hit(
        bodies=(membership.body,),
        parts=("every seat",),
        certainty=Certainty.of(stated=membership.complete),
        message=message,
        witness=witness,
        at=membership.seats[0].at,
        fix=f"Ask whoever appoints the members of {name} to fill its seats, and who does its work until then. If it "
        "does not meet any more, state that it has ended.",
    )


def _vacant(
    graph: GovernanceGraph, membership: Membership, empty: Sequence[Presence[Seat]], filled: tuple[Presence[Seat], ...]
) -> Hit:
    """That a place is vacant is a fact; that nobody else fills it is one where the others state their capacity."""
    name, present, state = graph.name(membership.body), membership._replace(seats=filled), emptiness(graph, empty)
    held = {capacity for seat in filled for capacity in seat.part.capacities}
    lacking = {capacity for seat in empty for capacity in seat.part.capacities} - held
    capacities = [capacity.words for capacity in Capacity if capacity in lacking]
    which = listed(capacities, last="or")
    provided = plural(len(empty), "place is provided for", "places are provided for")
    places = f"On {name}, {provided}{' and' if state.alike else ':'} {state.words}"
    fill = f"to fill {'it' if len(empty) == 1 else 'them'}, and who acts until then"
    if present.has_all_capacities:
        message = f"{places}, so nobody sits there as {which}."
        fix = f"Ask whoever appoints to {name} {fill}."
    else:
        message = f"{places}. Whether somebody else sits there as {which} is not stated{open_text(present)}."
        fix = f"Find out who sits on {name}, and in which capacity, and state it (as, membership). If nobody fills the "
        fix += f"{'place' if len(empty) == 1 else 'places'}, ask whoever appoints {fill}."
    return Hit(
        bodies=(membership.body,),
        parts=tuple(capacities),
        certainty=Certainty.of(stated=present.has_all_capacities),
        message=message,
        witness=membership_evidence(graph, membership) if present.has_all_capacities else [seat.step for seat in empty],
        at=empty[0].at,
        fix=fix,
    )
