"""MAN107: bodies on which nobody sits, and places on bodies that the law knows which nobody fills."""

from collections.abc import Iterator, Sequence

from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.model import Capacity, Seat
from govgraph.rules._mandate import seated
from govgraph.rules._rule import Options, rule
from govgraph.rules._statute import all_told
from govgraph.rules._words import counted, is_one, listed, names


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
        board: board, statutory health_and_wellbeing_board
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as director_of_public_health, vacant] --> board

    Clean:
        board: board, statutory health_and_wellbeing_board
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
                yield _vacant(graph, body, empty, there)


def _deserted(graph: GovernanceGraph, membership: Membership) -> Hit:
    name, many = graph.name(membership.body), len(membership.seats)
    are = "the 1 seat that is listed is" if many == 1 else f"the {many} seats that are listed are all"
    empty = f"{are} vacant{_gone(graph, membership.seats)}"
    message = f"Nobody sits on {name}: {empty}, and there are no others."
    if not membership.complete:
        message = (
            f"Whether anybody sits on {name} is not stated: {empty}, and it is not stated that there are no others."
        )
    return Hit(
        bodies=(membership.body,),
        certainty=Certainty.of(stated=membership.complete),
        message=message,
        witness=all_told(graph, membership) if membership.complete else [seat.step for seat in membership.seats],
        at=membership.seats[0].at,
        fix=f"Ask whoever appoints the members of {name} to fill its seats, and who does its work until then. If it "
        "does not meet any more, state that it has ended.",
    )


def _vacant(graph: GovernanceGraph, body: str, empty: Sequence[Presence[Seat]], there: set[Capacity]) -> Hit:
    name = graph.name(body)
    lacking = {capacity for seat in empty for capacity in seat.part.capacities} - there
    which = listed([one.words for one in Capacity if one in lacking], last="or")
    places = counted(len(empty), "place is", "places are")
    return Hit(
        bodies=(body,),
        message=f"On {name}, {places} provided for and vacant{_gone(graph, empty)}, so nobody sits there as {which}.",
        witness=[seat.step for seat in empty],
        at=empty[0].at,
        fix=f"Ask whoever appoints to {name} to fill {'it' if len(empty) == 1 else 'them'}, and who acts until then.",
    )


def _gone(graph: GovernanceGraph, seats: Sequence[Presence[Seat]]) -> str:
    """Which holders are not there any more, or not yet."""
    gone = graph.in_order({seat.part.holder for seat in seats if seat.part.holder and not seat.part.vacant})
    return (
        f" (or held by {names(graph, gone)}, which {'is' if is_one(graph, gone) else 'are'} not there)" if gone else ""
    )
