"""DAT103: seats whose last day has passed, and that the file does not say have ended."""

from collections.abc import Iterator
from datetime import date

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Seat, first_day, last_day
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import counted, listed


def _of_terms(graph: GovernanceGraph, options: Options) -> str | None:
    seats = (seat for body in graph.bodies for seat in graph.body(body).seats)
    if any(seat.until is not None and not seat.role.attends_only for seat in seats):
        return None
    return "No seat on a body in force states a last day (until)."


@rule(code="DAT103", name="seat-past-its-term", severity=Severity.WARNING, asks=_of_terms)
def seat_past_its_term(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The last day of a seat has passed, it is not stated to have ended, and no seat that began then took its place.

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
        Find out whether the seat was renewed. If it was, state a later `until`, or the new term as a seat of its own,
        with the day from which it is held. If it was given up, state its status as ended beside its last day, and ask
        who speaks for those people now.
    """
    for body in graph.bodies:
        past = graph.voice.past_their_term(body)
        lapsed = _not_renewed(graph, past, graph.voice.membership(body).seats) if past else []
        if lapsed:
            yield _hit(graph, body, lapsed)


def _not_renewed(
    graph: GovernanceGraph, past: tuple[Presence[Seat], ...], there: tuple[Presence[Seat], ...]
) -> list[Presence[Seat]]:
    """The seats that are past and that no later one renews; each seat renews one other."""
    later = [one.part for one in sorted((*past, *there), key=_begins)]
    lapsed = []
    for one in sorted(past, key=lambda one: last_day(one.part.until or "")):
        heir = next((other for other in later if other is not one.part and _renews(graph, other, one.part)), None)
        if heir is None:
            lapsed.append(one)
        else:
            later = [other for other in later if other is not heir]
    return sorted(lapsed, key=lambda one: one.number)


def _begins(one: Presence[Seat]) -> date:
    return first_day(one.part.from_) if one.part.from_ is not None else date.min


def _renews(graph: GovernanceGraph, other: Seat, seat: Seat) -> bool:
    """Whether a seat begins when another is over, for the same people, of the same holder or in the same capacity.

    A seat that does not say since when it is held may have stood beside the other all the while.
    """
    if other.from_ is None or seat.until is None or first_day(other.from_) < first_day(seat.until):
        return False
    same_holder = seat.holder is not None and (
        other.holder == seat.holder or other.holder in graph.replaced_by(seat.holder)
    )
    if seat.on_behalf_of is not None:
        return other.on_behalf_of == seat.on_behalf_of or (other.on_behalf_of is None and same_holder)
    if seat.holder is not None:
        return same_holder
    same_place = other.holder is None and (other.role, other.as_) == (seat.role, seat.as_)
    return same_place or (bool(seat.who) and other.who == seat.who)


def _hit(graph: GovernanceGraph, body: str, lapsed: list[Presence[Seat]]) -> Hit:
    name, one = graph.name(body), len(lapsed) == 1
    told = listed([_told(graph, seat.part) for seat in lapsed])
    return Hit(
        bodies=(body,),
        message=f"The last day of {counted(len(lapsed), 'seat', 'seats')} on {name} has passed, and the file does not "
        f"state that {'it' if one else 'they'} ended, or a new term: {told}.",
        witness=[seat.step for seat in lapsed],
        at=lapsed[0].at,
        fix=f"Find out whether {'the seat was' if one else 'the seats were'} renewed. If so, state the new term, with "
        f"its first day (from); if not, state that {'it has' if one else 'they have'} ended (status), and ask who sits "
        f"on {name} instead.",
    )


def _told(graph: GovernanceGraph, seat: Seat) -> str:
    """Whose seat it was, and until when; people are not named."""
    of = f"of {graph.name(seat.holder)}" if seat.holder is not None else "of somebody"
    who = f" for {graph.structure.constituencies[seat.on_behalf_of].name}" if seat.on_behalf_of is not None else ""
    return f"that {of}{who} (until {seat.until})"
