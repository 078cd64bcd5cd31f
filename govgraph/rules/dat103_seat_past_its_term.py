"""DAT103: seats whose last day has passed, and that the file does not say have ended."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from govgraph.findings import Hit, Severity
from govgraph.graph import AsideReason, GovernanceGraph, Presence
from govgraph.model import Seat, first_day, last_day
from govgraph.model.forms import capacity_called
from govgraph.rules._mandate import is_not_there, written
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import counted, listed, numbered


class _Lapsed(NamedTuple):
    """A seat whose term is over, and a new term that is stated without having taken its place, as far as is known."""

    seat: Presence[Seat]
    new: Seat | None
    why: AsideReason | None
    """Why the new term is not there; None also where it may have begun before the other was over."""

    @property
    def is_to_come(self) -> bool:
        return self.why is not None and self.why is not AsideReason.ENDED


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
        past = [one for one in graph.voice.past_their_term(body) if graph.has_passed(one.part.until or "")]
        lapsed = _not_renewed(graph, body, past) if past else []
        if lapsed:
            yield _hit(graph, body, lapsed)


def _not_renewed(graph: GovernanceGraph, body: str, past: list[Presence[Seat]]) -> list[_Lapsed]:
    """The seats that are past and that no later one renews; each seat renews one other, also if it has ended since."""
    stated = sorted((seat for seat in graph.body(body).seats if not seat.role.attends_only), key=_begins)
    came = [seat for seat in stated if graph.why_aside(body, seat) in (None, AsideReason.ENDED)]
    to_come = [seat for seat in stated if not any(seat is one for one in came)]
    in_turn = sorted(past, key=lambda one: last_day(one.part.until or ""))
    lapsed = [one for one in in_turn if _take_heir(graph, one.part, came, last_day) is None]
    told = []
    for one in lapsed:
        new = _take_heir(graph, one.part, to_come, last_day) or _take_heir(graph, one.part, came, first_day)
        told.append(_Lapsed(one, new, graph.why_aside(body, new) if new is not None else None))
    return sorted(told, key=lambda each: each.seat.number)


def _take_heir(graph: GovernanceGraph, seat: Seat, among: list[Seat], day_of: Callable[[str], date]) -> Seat | None:
    """The first seat that renews this one, taken out of those that can renew another."""
    for number, other in enumerate(among):
        if other is not seat and _renews(graph, other, seat, day_of):
            return among.pop(number)
    return None


def _begins(seat: Seat) -> date:
    return first_day(seat.from_) if seat.from_ is not None else date.min


def _renews(graph: GovernanceGraph, other: Seat, seat: Seat, day_of: Callable[[str], date]) -> bool:
    """Whether a seat begins when another is over, for the same people, of the same holder or in the same capacity.

    A seat that does not say since when it is held may have stood beside the other all the while. Where only the month
    or the year of the end is stated, `day_of` says which day is meant: from its first day on, they may overlap.
    """
    if other.from_ is None or seat.until is None or first_day(other.from_) < day_of(seat.until):
        return False
    same_holder = seat.holder is not None and (
        other.holder == seat.holder or other.holder in graph.replaced_by(seat.holder)
    )
    if seat.on_behalf_of is not None:
        return other.on_behalf_of == seat.on_behalf_of or (other.on_behalf_of is None and same_holder)
    if seat.holder is not None:
        return same_holder
    same_place = other.holder is None and (other.role, _held_as(other)) == (seat.role, _held_as(seat))
    return same_place or (bool(seat.who) and other.who == seat.who)


def _held_as(seat: Seat) -> set[str]:
    """The capacities of a seat, however they are written and in whichever order."""
    return {capacity_called(text) or text.casefold() for text in seat.as_}


def _hit(graph: GovernanceGraph, body: str, lapsed: list[_Lapsed]) -> Hit:
    name, one = graph.name(body), len(lapsed) == 1
    told = listed([_told(graph, each) for each in lapsed])
    new = "or a new term"
    if any(each.new is not None for each in lapsed):
        new += f" that is known to have taken {'its' if one else 'their'} place"
    return Hit(
        bodies=(body,),
        parts=numbered(f"the seat until {each.seat.part.until}" for each in lapsed),
        message=f"The last day of {counted(len(lapsed), 'seat', 'seats')} on {name} has passed, and the file does not "
        f"state that {'it' if one else 'they'} ended, {new}: {told}.",
        witness=[each.seat.step for each in lapsed],
        at=lapsed[0].seat.at,
        fix=_fix(name, lapsed),
    )


def _fix(name: str, lapsed: list[_Lapsed]) -> str:
    one = len(lapsed) == 1
    if all(each.is_to_come for each in lapsed):
        return (
            f"Find out who holds {'the seat' if one else 'the seats'} on {name} until the new "
            f"{'term is' if one else 'terms are'} in place, and state it. If nobody does, state that "
            f"{'the seat has' if one else 'the seats have'} ended (status), and ask who is heard there until then."
        )
    return (
        f"Find out whether {'the seat was' if one else 'the seats were'} renewed. If so, state the new term, with its "
        f"first day (from); if not, state that {'it has' if one else 'they have'} ended (status), and ask who sits on "
        f"{name} instead."
    )


def _told(graph: GovernanceGraph, lapsed: _Lapsed) -> str:
    """Whose seat it was, until when, and what is stated of a new term; people are not named."""
    seat = lapsed.seat.part
    of = f"of {graph.name(seat.holder)}" if seat.holder is not None else "of somebody"
    who = f" for {graph.structure.constituencies[seat.on_behalf_of].name}" if seat.on_behalf_of is not None else ""
    return f"that {of}{who} (until {seat.until}{_new_term(lapsed)})"


def _new_term(lapsed: _Lapsed) -> str:
    if lapsed.new is None or lapsed.new.from_ is None:
        return ""
    begins = written(lapsed.new.from_)
    if not lapsed.is_to_come:
        return f"; a term is stated from {begins} on, which may have begun before this one was over"
    if lapsed.why is None or lapsed.why is AsideReason.NOT_BEGUN:
        return f"; a new term is stated that begins later: {begins}"
    return f"; a new term is stated that {is_not_there(lapsed.why, one=True)}"
