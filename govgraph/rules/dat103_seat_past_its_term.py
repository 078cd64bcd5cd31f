"""DAT103: seats whose last day has passed, and that the file does not say have ended."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, counted, say
from govgraph.findings.message import Part, joined
from govgraph.graph import ExclusionReason, GovernanceGraph, Presence
from govgraph.language import LISTED, partial_date
from govgraph.model import Seat, first_day, last_day
from govgraph.model.vocabulary import parse_capacity
from govgraph.rules._phrases import numbered


class _Lapsed(NamedTuple):
    """A seat whose term is over, and a new term that is stated but is not known to have taken its place."""

    seat: Presence[Seat]
    new: Seat | None
    why: ExclusionReason | None
    """Why the new term is not in place; None also where it may have begun before the old one was over."""

    @property
    def is_to_come(self) -> bool:
        return self.why is not None and self.why is not ExclusionReason.ENDED


def _of_terms(graph: GovernanceGraph, options: Options) -> str | None:
    seats = (seat for body in graph.bodies for seat in graph.body(body).seats)
    if any(seat.until is not None and not seat.role.attends_only for seat in seats):
        return None
    return "No seat on a body in place has a last day."


@rule(code="DAT103", name="seat-past-its-term", severity=Severity.WARNING, applies_to=_of_terms)
def seat_past_its_term(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The last day of a seat has passed, the file still lists it, and no seat that began then took its place.

    Why it matters:
        Perhaps the seat is gone, and people have lost a voice without anybody noticing. Perhaps its holder sits on
        without a term, and what they vote on may be challenged. Or the file is out of date, and so is all it shows.

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
        Ask the body whether the seat was renewed. If it was, record a later `until`, or the new term as a seat of its
        own, with its first day. If it was given up, record its status as ended beside its last day, and ask who speaks
        for those people now.
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
    name, seats = Bodies.of(graph, body), counted(len(lapsed), "seat")
    message = say("{body} [has|have] {seats} past [seats:its|their] last day.", body=name, seats=seats)
    return Hit(
        bodies=(body,),
        parts=numbered(f"the seat until {term.seat.part.until}" for term in lapsed),
        message=joined([message, *(_term_text(graph, term) for term in lapsed[:LISTED])]),
        witness=[term.seat.step for term in lapsed],
        at=lapsed[0].seat.at,
        fix=_fix(name, len(lapsed), all(seat.is_to_come for seat in lapsed)),
    )


def _fix(body: Bodies, count: int, is_to_come: bool) -> Message:
    seats = counted(count, "seat")
    if is_to_come:
        ask = "Ask {body} who sits there until the new [seats:term begins|terms begin], and record it."
        ended = "If nobody does, record that [seats:the seat has|the seats have] ended."
        return say(ask, body=body, seats=seats) & say(ended, seats=seats)
    ask = "Ask {body} whether [seats:the seat was|these seats were] renewed."
    new = "If so, record the new [seats:term, with its first day|terms, with their first days]."
    ended = "If not, record that [seats:the seat has|the seats have] ended, and ask who is heard instead."
    return say(ask, body=body, seats=seats) & say(new, seats=seats) & say(ended, seats=seats)


_NEW_TERM: dict[ExclusionReason | None, str] = {
    ExclusionReason.PROPOSED: "and a new term is only proposed",
    ExclusionReason.AGREED: "and a new term is agreed but not yet in place",
}


def _term_text(graph: GovernanceGraph, lapsed: _Lapsed) -> Message:
    """Whose seat it was, until when, and what the file says of a new term; people are not named."""
    seat, parts = lapsed.seat.part, dict[str, Part]()
    if seat.holder is not None:
        parts["holder"] = Bodies.of(graph, seat.holder)
    if seat.on_behalf_of is not None:
        parts["people"] = People.of(graph, seat.on_behalf_of)
    whose = f"{' of {holder}' if 'holder' in parts else ''}{' for {people}' if 'people' in parts else ''}"
    until, new = partial_date(seat.until or ""), _new_term(lapsed)
    return say(f"{'The' if whose else 'One'} seat{whose} ran until {until}, {new}.", **parts)


def _new_term(lapsed: _Lapsed) -> str:
    if lapsed.new is None or lapsed.new.from_ is None:
        return "and the file shows no new term"
    begins = partial_date(lapsed.new.from_)
    if not lapsed.is_to_come:
        return f"and a term from {begins} may have begun before that"
    return _NEW_TERM.get(lapsed.why, f"and a new term begins later ({begins})")
