"""DAT103: seats whose last day has passed, and that the file does not say have ended."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Seat
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import counted, listed


def _of_terms(graph: GovernanceGraph, options: Options) -> str | None:
    seats = (seat for body in graph.bodies for seat in graph.body(body).seats)
    if any(seat.until is not None and not seat.role.attends_only for seat in seats):
        return None
    return "No seat on a body in force states a last day (until)."


@rule(code="DAT103", name="seat-past-its-term", severity=Severity.WARNING, asks=_of_terms)
def seat_past_its_term(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The last day of a seat has passed, it is not stated to have ended, and nothing stated has taken its place.

    Why it matters:
        Either the seat is gone, and people have lost a voice that nobody took note of; or whoever holds it sits on
        without a term, and what they vote on may be challenged; or the file is out of date, and so is all it shows.

    Flagged:
        structure: as_of 2022-07-01
        board: board
        forum -- sits_on[parent-carers, until 2022-06-30] --> board

    Clean:
        structure: as_of 2022-07-01
        board: board
        forum -- sits_on[parent-carers, until 2022-06-30] --> board
        forum -- sits_on[parent-carers, from 2022-07-01] --> board

    How to fix:
        Find out whether the seat was renewed. If it was, state the new term as a seat of its own, or a later `until`.
        If it was given up, state its status as ended, and ask who speaks for those people now.
    """
    for body in graph.bodies:
        past = graph.voice.past_their_term(body)
        there = graph.voice.membership(body).seats if past else ()
        lapsed = [one for one in past if not any(_renews(other.part, one.part) for other in there)]
        if lapsed:
            yield _hit(graph, body, lapsed)


def _renews(other: Seat, seat: Seat) -> bool:
    """Whether a seat in force stands where one was that is past: for the same people, or of the same holder."""
    if seat.on_behalf_of is not None:
        same_holder = seat.holder is not None and seat.holder == other.holder
        return other.on_behalf_of == seat.on_behalf_of or (other.on_behalf_of is None and same_holder)
    if seat.holder is not None:
        return other.holder == seat.holder
    return bool(_person(seat)) and _person(other) == _person(seat)


def _person(seat: Seat) -> str:
    return " ".join((seat.person or "").casefold().split())


def _hit(graph: GovernanceGraph, body: str, lapsed: list[Presence[Seat]]) -> Hit:
    name, one = graph.name(body), len(lapsed) == 1
    told = listed([_told(graph, seat.part) for seat in lapsed])
    return Hit(
        bodies=(body,),
        message=f"The last day of {counted(len(lapsed), 'seat', 'seats')} on {name} has passed, and the file does not "
        f"state that {'it' if one else 'they'} ended, or a new term: {told}.",
        witness=[seat.step for seat in lapsed],
        at=lapsed[0].at,
        fix=f"Find out whether {'the seat was' if one else 'the seats were'} renewed. If so, state the new term; if "
        f"not, state that {'it has' if one else 'they have'} ended (status), and ask who sits on {name} instead.",
    )


def _told(graph: GovernanceGraph, seat: Seat) -> str:
    """Whose seat it was, and until when; people are not named."""
    of = f"of {graph.name(seat.holder)}" if seat.holder is not None else "of somebody"
    who = f" for {graph.structure.constituencies[seat.on_behalf_of].name}" if seat.on_behalf_of is not None else ""
    return f"that {of}{who} (until {seat.until})"
