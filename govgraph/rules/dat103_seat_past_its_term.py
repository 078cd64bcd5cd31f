"""DAT103: seats whose last day has passed, and that the file does not say have ended."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import ExclusionReason, GovernanceGraph, Presence
from govgraph.language import listed, partial_date, plural
from govgraph.model import Seat, first_day, last_day
from govgraph.model.vocabulary import parse_capacity
from govgraph.rules._mandate import inactive_reason_text
from govgraph.rules._phrases import numbered


class _Lapsed(NamedTuple):
    """A seat whose term is over, and a new term that is stated but is not known to have taken its place."""

    seat: Presence[Seat]
    new: Seat | None
    why: ExclusionReason | None
    """Why the new term is not in force; None also where it may have begun before the old one was over."""

    @property
    def is_to_come(self) -> bool:
        return self.why is not None and self.why is not ExclusionReason.ENDED


def _of_terms(graph: GovernanceGraph, options: Options) -> str | None:
    seats = (seat for body in graph.bodies for seat in graph.body(body).seats)
    if any(seat.until is not None and not seat.role.attends_only for seat in seats):
        return None
    return "No seat on a body in force states a last day (until)."


@rule(code="DAT103", name="seat-past-its-term", severity=Severity.WARNING, applies_to=_of_terms)
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
        past = [seat for seat in graph.voice.expired_seats(body) if graph.has_passed(seat.part.until or "")]
        lapsed = _not_renewed(graph, body, past) if past else []
        if lapsed:
            yield _hit(graph, body, lapsed)


def _not_renewed(graph: GovernanceGraph, body: str, past: list[Presence[Seat]]) -> list[_Lapsed]:
    """The seats that are past and that no later one renews; each seat renews one other, also if it has ended since."""
    begun: list[Seat] = []
    to_come: list[Seat] = []
    terms = (seat for seat in graph.body(body).seats if not seat.role.attends_only)
    for seat in sorted(terms, key=lambda seat: date.min if seat.from_ is None else first_day(seat.from_)):
        has_begun = graph.statement_exclusion(body, seat) in (None, ExclusionReason.ENDED)
        (begun if has_begun else to_come).append(seat)
    past = sorted(past, key=lambda seat: last_day(seat.part.until or ""))
    lapsed = []
    for expired in [seat for seat in past if _take_heir(graph, seat.part, begun, last_day) is None]:
        new = _take_heir(graph, expired.part, to_come, last_day) or _take_heir(graph, expired.part, begun, first_day)
        lapsed.append(_Lapsed(expired, new, graph.statement_exclusion(body, new) if new is not None else None))
    return sorted(lapsed, key=lambda term: term.seat.number)


def _take_heir(graph: GovernanceGraph, seat: Seat, among: list[Seat], day_of: Callable[[str], date]) -> Seat | None:
    """The first seat that renews this one, taken out of those that can renew another."""
    for number, other in enumerate(among):
        if other is not seat and _renews(graph, other, seat, day_of):
            return among.pop(number)
    return None


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
    return {parse_capacity(text) or text.casefold() for text in seat.as_}


def _hit(graph: GovernanceGraph, body: str, lapsed: list[_Lapsed]) -> Hit:
    name = graph.name(body)
    it, its = ("it", "its") if len(lapsed) == 1 else ("they", "their")
    new = f" that is known to have taken {its} place" if any(term.new is not None for term in lapsed) else ""
    return Hit(
        bodies=(body,),
        parts=numbered(f"the seat until {term.seat.part.until}" for term in lapsed),
        message=f"The last day of {plural(len(lapsed), 'seat', 'seats')} on {name} has passed, and the file does not "
        f"state that {it} ended, or a new term{new}: {listed([_term_text(graph, term) for term in lapsed])}.",
        witness=[term.seat.step for term in lapsed],
        at=lapsed[0].seat.at,
        fix=_fix(name, lapsed),
    )


def _fix(name: str, lapsed: list[_Lapsed]) -> str:
    seats, has, was, it, term = "the seats", "have", "were", "they", "terms are"
    if len(lapsed) == 1:
        seats, has, was, it, term = "the seat", "has", "was", "it", "term is"
    if all(seat.is_to_come for seat in lapsed):
        return (
            f"Find out who holds {seats} on {name} until the new {term} in place, and state it. If nobody does, state "
            f"that {seats} {has} ended (status), and ask who is heard there until then."
        )
    return (
        f"Find out whether {seats} {was} renewed. If so, state the new term, with its first day (from); if not, state "
        f"that {it} {has} ended (status), and ask who sits on {name} instead."
    )


def _term_text(graph: GovernanceGraph, lapsed: _Lapsed) -> str:
    """Whose seat it was, until when, and what is stated of a new term; people are not named."""
    seat = lapsed.seat.part
    holder = graph.name(seat.holder) if seat.holder is not None else "somebody"
    who = f" for {graph.structure.constituencies[seat.on_behalf_of].name}" if seat.on_behalf_of is not None else ""
    return f"that of {holder}{who} (until {seat.until}{_new_term(lapsed)})"


def _new_term(lapsed: _Lapsed) -> str:
    if lapsed.new is None or lapsed.new.from_ is None:
        return ""
    begins = partial_date(lapsed.new.from_)
    if not lapsed.is_to_come:
        return f"; a term is stated from {begins} on, which may have begun before this one was over"
    if lapsed.why is None or lapsed.why is ExclusionReason.NOT_BEGUN:
        return f"; a new term is stated that begins later: {begins}"
    return f"; a new term is stated that {inactive_reason_text(lapsed.why, singular=True)}"
