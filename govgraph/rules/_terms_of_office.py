"""What the rules on terms share: seats past their last day that no later term is known to renew."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from govgraph.graph import ExclusionReason, GovernanceGraph, Presence, Step
from govgraph.language import partial_date
from govgraph.model import Capacity, Seat, first_day, last_day
from govgraph.model.capacities import parse_capacity

OF_PEOPLE = (Capacity.PARENT_CARER, Capacity.YOUNG_PERSON)
"""The capacities in which a seat speaks for people, whether or not it says for whom."""


class LapsedTerm(NamedTuple):
    """A seat whose term is over, and a new term that is stated but is not known to have taken its place."""

    seat: Presence[Seat]
    new: Seat | None
    why: ExclusionReason | None
    """Why the new term is not in place; None also where it may have begun before the old one was over."""

    @property
    def is_to_come(self) -> bool:
        """Whether a new term is stated that has not begun, or is not in place yet."""
        return self.why is not None and self.why is not ExclusionReason.ENDED

    @property
    def step(self) -> Step:
        """The seat as evidence, with its last day."""
        step, until = self.seat.step, f"until {partial_date(self.seat.part.until or '')}"
        return step._replace(how=", ".join(filter(None, (step.how, until))))


def lapsed_terms(graph: GovernanceGraph, body: str) -> list[LapsedTerm]:
    """The seats of a body whose last day has passed, that have not ended otherwise, and that no later one renews."""
    past = [seat for seat in graph.voice.expired_seats(body) if graph.has_passed(seat.part.until or "")]
    return _not_renewed(graph, body, past) if past else []


def lapsed_terms_of(graph: GovernanceGraph, body: str, constituency: str) -> list[LapsedTerm]:
    """Those of a group of people: somebody may still sit there for it, so that it has no seat is no fact.

    A seat held as parent carer or young person that does not say for whom may be theirs.
    """
    if not any(_may_speak_for(graph, seat.part, constituency) for seat in graph.voice.expired_seats(body)):
        return []
    return [term for term in lapsed_terms(graph, body) if _may_speak_for(graph, term.seat.part, constituency)]


def _may_speak_for(graph: GovernanceGraph, seat: Seat, constituency: str) -> bool:
    if seat.vacant or (seat.holder is not None and graph.exclusion_reason(seat.holder) is not None):
        return False
    if seat.on_behalf_of is not None:
        return seat.on_behalf_of == constituency
    groups = graph.structure.constituencies
    if seat.holder is not None and seat.holder in groups[constituency].represented_by:
        return True
    is_of_others = any(seat.holder in group.represented_by for group in groups.values())
    return not is_of_others and not seat.capacities.isdisjoint(OF_PEOPLE)


def _not_renewed(graph: GovernanceGraph, body: str, past: list[Presence[Seat]]) -> list[LapsedTerm]:
    """The seats that are past and that no later one renews; each seat renews one other, also if it has ended since."""
    begun: list[Seat] = []
    to_come: list[Seat] = []
    terms = (seat for seat in graph.body(body).seats if not seat.role.attends_only)
    for seat in sorted(terms, key=lambda seat: seat.begins):
        has_begun = graph.statement_exclusion(body, seat) in (None, ExclusionReason.ENDED)
        (begun if has_begun else to_come).append(seat)
    past = sorted(past, key=lambda seat: seat.part.ends)
    lapsed = []
    for expired in [seat for seat in past if _take_heir(graph, seat.part, begun, last_day) is None]:
        new = _take_heir(graph, expired.part, to_come, last_day) or _take_heir(graph, expired.part, begun, first_day)
        lapsed.append(LapsedTerm(expired, new, graph.statement_exclusion(body, new) if new is not None else None))
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
    if other.from_ is None or seat.until is None or other.begins < day_of(seat.until):
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
