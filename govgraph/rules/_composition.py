"""The rules on how the members of a body are made up, and whether its seats are as they say."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from govgraph.findings import Aspect, Lack
from govgraph.graph import GovernanceGraph, Membership, Presence, filled_seats, seat_count, seat_count_is_known
from govgraph.model import Composition, Seat
from govgraph.model.capacities import MAY_SPEAK_FOR_PEOPLE, parse_capacity
from govgraph.model.scalars import plain_name
from govgraph.rules._quorum import meant_by, perhaps_meant_by

_MANY = 1_000_000
"""Stands for a number of seats that the file leaves open: more than any rule asks for."""


class Verdict(Enum):
    """Whether a rule on members is met."""

    MET = "met"
    OPEN = "open"
    BROKEN = "broken"
    """The places are not as the rule says."""
    BROKEN_NOW = "broken now"
    """The places are; but some are vacant, and those who are members now are not as the rule says."""


class Tally(NamedTuple):
    """Seats, parted by whether a rule counts them."""

    theirs: tuple[Presence[Seat], ...]
    maybe: tuple[Presence[Seat], ...]
    """Those of which the file leaves it open."""
    others: tuple[Presence[Seat], ...]

    @property
    def all(self) -> tuple[Presence[Seat], ...]:
        """All of them."""
        return (*self.theirs, *self.maybe, *self.others)


class Limit(NamedTuple):
    """A rule on the members of one body, and the seats that are there."""

    body: str
    stated: Presence[Composition]
    membership: Membership
    places: Tally
    """All seats, vacant ones too."""
    now: Tally
    """Those that are filled."""
    open_holders: frozenset[str]
    """The holders that stand for several bodies: how many seats they hold is open."""

    @property
    def rule(self) -> Composition:
        """What it says."""
        return self.stated.part

    @property
    def verdict(self) -> Verdict:
        """Whether it is met by the places, and by the members who are there now."""
        places = self._holds(self.places)
        now = self._holds(self.now) if self.now.all else True
        if places is False:
            return Verdict.BROKEN
        if places and now is False:
            return Verdict.BROKEN_NOW
        return Verdict.MET if places and now else Verdict.OPEN

    def lacks(self, graph: GovernanceGraph) -> list[Lack]:
        """What the file would have to say to close it."""
        holders = {seat.part.holder for seat in self.places.all}
        is_listed = self.membership.complete and self.open_holders.isdisjoint(holders)
        of_people = [bool(MAY_SPEAK_FOR_PEOPLE & seat.part.capacities) for seat in self.places.maybe]
        by_group = self.rule.on_behalf_of is not None
        is_open = {
            Aspect.MEMBERS: not is_listed,
            Aspect.SEAT_NUMBERS: not seat_count_is_known(self.places.all),
            Aspect.CAPACITIES: not all(of_people) if by_group else bool(of_people),
            Aspect.SPEAKS_FOR: by_group and any(of_people),
        }
        return [aspect.of(graph, self.body) for aspect in is_open if is_open[aspect]]

    def _holds(self, tally: Tally) -> bool | None:
        """Whether these seats meet the rule; None where that depends on what the file leaves open."""
        theirs, others = self._range(tally.theirs), self._range(tally.others)
        maybe = self._range(tally.maybe)[1]
        low, high = theirs[0], theirs[1] + maybe
        found = []
        if self.rule.at_least is not None:
            found.append(_between(low >= self.rule.at_least, high >= self.rule.at_least))
        if self.rule.at_most is not None:
            found.append(_between(low <= self.rule.at_most, high <= self.rule.at_most))
        share = self.rule.required_share
        if share is not None and (high or others[1]):
            least, most = _part(low, others[1] + maybe), _part(high, others[0])
            found.append(_between(share.met_by(least), share.met_by(most)))
        return False if False in found else None if None in found else True

    def _range(self, seats: Iterable[Presence[Seat]]) -> tuple[int, int]:
        """How many seats these are at least, and at most; others that are not listed may be of any kind."""
        seats = list(seats)
        least = seat_count(seats)
        is_known = seat_count_is_known(seats) and self.open_holders.isdisjoint(seat.part.holder or "" for seat in seats)
        return least, least if is_known and self.membership.complete else _MANY


def _between(first: bool, last: bool) -> bool | None:
    """What holds at both ends of what is possible; None where the ends differ."""
    return first if first is last else None


def _part(theirs: int, others: int) -> Fraction:
    return Fraction(theirs, theirs + others) if theirs else Fraction(0)


def limits_of(graph: GovernanceGraph, body: str) -> Iterator[Limit]:
    """The rules on the members of a body that hold now."""
    stated = graph.voice.composition_of(body)
    if not stated:
        return
    membership = graph.voice.membership(body)
    filled = filled_seats(graph, membership.seats)
    holders = {seat.part.holder for seat in membership.seats if seat.part.holder is not None}
    several = frozenset(holder for holder in holders if graph.body(holder).several)
    for rule in stated:
        counts = _counting(graph, body, rule.part)
        places, now = _tally(membership.seats, counts), _tally(filled, counts)
        yield Limit(body, rule, membership, places, now, several)


def _tally(seats: Iterable[Presence[Seat]], counts: Callable[[Presence[Seat]], bool | None]) -> Tally:
    parted: dict[bool | None, list[Presence[Seat]]] = {True: [], None: [], False: []}
    for seat in seats:
        parted[counts(seat)].append(seat)
    return Tally(*(tuple(parted[answer]) for answer in (True, None, False)))


def _counting(graph: GovernanceGraph, body: str, rule: Composition) -> Callable[[Presence[Seat]], bool | None]:
    """Whether a rule counts a seat; None where the file leaves it open."""
    if rule.on_behalf_of is not None:
        return _for_people(graph, body, rule.on_behalf_of)
    return _in_capacity(rule.as_) if rule.as_ else lambda _: True


def _for_people(graph: GovernanceGraph, body: str, who: str) -> Callable[[Presence[Seat]], bool | None]:
    standing = graph.voice.standing(body, who)
    theirs = {seat.number for seat in (*standing.seats, *standing.vacant, *standing.unfilled)}
    groups = graph.structure.constituencies.values()
    speakers = {speaker for group in groups for speaker in group.represented_by}

    def counts(seat: Presence[Seat]) -> bool | None:
        if seat.number in theirs:
            return True
        part = seat.part
        if part.on_behalf_of is not None or part.holder in speakers:
            return False
        may_be = MAY_SPEAK_FOR_PEOPLE & part.capacities or (part.holder is None and not part.capacity_is_known)
        return None if may_be else False

    return counts


def _in_capacity(wanted: tuple[str, ...]) -> Callable[[Presence[Seat]], bool | None]:
    known = [capacity for capacity in map(parse_capacity, wanted) if capacity is not None]
    meant = frozenset(each for capacity in known for each in meant_by(capacity))
    perhaps = frozenset(each for capacity in known for each in perhaps_meant_by(capacity)) - meant
    texts = {plain_name(text) for text in wanted if parse_capacity(text) is None}

    def counts(seat: Presence[Seat]) -> bool | None:
        part = seat.part
        if meant & part.capacities or texts & set(map(plain_name, part.as_)):
            return True
        return None if perhaps & part.capacities or not part.capacity_is_known else False

    return counts
