"""MAN107: bodies on which nobody sits, and places on bodies that the law knows which nobody fills."""

from collections.abc import Iterator, Sequence

from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.model import Capacity, Seat
from govgraph.rules._mandate import emptiness, seated
from govgraph.rules._rule import Options, rule
from govgraph.rules._statute import all_told, open_because
from govgraph.rules._words import counted, listed


def _of_seats(graph: GovernanceGraph, options: Options) -> str | None:
    if any(graph.voice.membership(body).seats for body in graph.governance_bodies):
        return None
    return "No seat on a governance body is stated."


@rule(code="MAN107", name="vacant-places", severity=Severity.WARNING, asks=_of_seats)
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
        filled = seated(graph, membership.seats)
        if membership.seats and not filled:
            yield _deserted(graph, membership)
        elif graph.body(body).statutory is not None:
            there = {capacity for seat in filled for capacity in seat.part.capacities}
            empty = [seat for seat in membership.seats if seat not in filled and seat.part.capacities - there]
            if empty:
                yield _vacant(graph, membership, empty, filled)


def _deserted(graph: GovernanceGraph, membership: Membership) -> Hit:
    name, many = graph.name(membership.body), len(membership.seats)
    how = emptiness(graph, membership.seats)
    empty = f"of the {many} seats that are listed, {how.words}"
    if how.alike:
        seats = "the 1 seat that is listed is" if many == 1 else f"the {many} seats that are listed are all"
        empty = f"{seats} {how.words}"
    message = f"Nobody sits on {name}: {empty}, and there are no others."
    if not membership.complete:
        message = (
            f"Whether anybody sits on {name} is not stated: {empty}, and it is not stated that there are no others."
        )
    return Hit(
        bodies=(membership.body,),
        parts=("every seat",),
        certainty=Certainty.of(stated=membership.complete),
        message=message,
        witness=all_told(graph, membership) if membership.complete else [seat.step for seat in membership.seats],
        at=membership.seats[0].at,
        fix=f"Ask whoever appoints the members of {name} to fill its seats, and who does its work until then. If it "
        "does not meet any more, state that it has ended.",
    )


def _vacant(
    graph: GovernanceGraph,
    membership: Membership,
    empty: Sequence[Presence[Seat]],
    filled: tuple[Presence[Seat], ...],
) -> Hit:
    """That a place is vacant is a fact; that nobody else fills it is one where the others state their capacity."""
    name, there = graph.name(membership.body), membership._replace(seats=filled)
    which = listed(_lacking(empty, filled), last="or")
    fill = f"to fill {'it' if len(empty) == 1 else 'them'}, and who acts until then"
    if there.is_all_told:
        message = f"{_places(graph, name, empty)}, so nobody sits there as {which}."
        fix = f"Ask whoever appoints to {name} {fill}."
    else:
        message = f"{_places(graph, name, empty)}. Whether somebody else sits there as {which} is not stated"
        message += f"{open_because(there)}."
        fix = f"Find out who sits on {name}, and in which capacity, and state it (as, membership). If nobody fills the "
        fix += f"{'place' if len(empty) == 1 else 'places'}, ask whoever appoints {fill}."
    return Hit(
        bodies=(membership.body,),
        parts=tuple(_lacking(empty, filled)),
        certainty=Certainty.of(stated=there.is_all_told),
        message=message,
        witness=all_told(graph, membership) if there.is_all_told else [seat.step for seat in empty],
        at=empty[0].at,
        fix=fix,
    )


def _lacking(empty: Sequence[Presence[Seat]], filled: Sequence[Presence[Seat]]) -> list[str]:
    there = {capacity for seat in filled for capacity in seat.part.capacities}
    lacking = {capacity for seat in empty for capacity in seat.part.capacities} - there
    return [one.words for one in Capacity if one in lacking]


def _places(graph: GovernanceGraph, name: str, empty: Sequence[Presence[Seat]]) -> str:
    """`On the Board, 1 place is provided for and vacant`."""
    how = emptiness(graph, empty)
    provided = counted(len(empty), "place is provided for", "places are provided for")
    return f"On {name}, {provided}{' and' if how.alike else ':'} {how.words}"
