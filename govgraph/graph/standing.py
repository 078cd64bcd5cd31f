"""Who sits on a body, and each way in which a group of people takes part in it, with the evidence."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

from govgraph.graph.ties import ExclusionReason, Step
from govgraph.language import number_words, partial_date
from govgraph.model import Capacity, Contact, Role, Seat, SourceRef, Statement, Status, TakingPart
from govgraph.model.faults import Loc


class Participation(IntEnum):
    """How much a constituency takes part in a body, weakest first."""

    NONE = 0
    INFORMED = 1
    CONSULTED = 2
    CONTACT = 3
    ATTENDS = 4
    MEMBER = 5
    VOTING_MEMBER = 6
    CHAIR = 7

    @property
    def words(self) -> str:
        """The level as a person says it: `voting member`."""
        return self.name.replace("_", " ").lower()


Part_co = TypeVar("Part_co", bound=Statement, covariant=True)


class Presence(NamedTuple, Generic[Part_co]):
    """A seat, a contact or another way of taking part: the statement itself, and what its body and file add to it."""

    part: Part_co
    body: str
    key: str
    number: int
    relation: str
    start: str | None
    status: Status
    source: SourceRef | None

    @property
    def step(self) -> Step:
        """The presence as evidence."""
        seat = self.part if isinstance(self.part, Seat) else None
        people = self.start is not None and (seat is None or seat.holder is None)
        how = _how(seat) if seat is not None else ""
        return Step(self.start, self.relation, self.body, self.status, self.source, people, how=how)

    @property
    def at(self) -> Loc:
        """Its path in the structure."""
        return ("bodies", self.body, self.key, self.number)


def seat_count(seats: Iterable[Presence[Seat]]) -> int:
    """How many seats these are at least: an entry for several whose number is not known counts as one."""
    return sum(seat.part.count for seat in seats)


def seat_count_is_known(seats: Iterable[Presence[Seat]]) -> bool:
    """Whether the file states the number of these seats."""
    return not any(seat.part.several for seat in seats)


class Pending(NamedTuple):
    """A way of taking part that the file states and that does not count: it begins later, or this view lacks it."""

    way: Presence[Statement]
    reason: ExclusionReason

    @property
    def votes(self) -> bool:
        """Whether it is a seat with a vote."""
        return isinstance(self.way.part, Seat) and bool(self.way.part.votes)

    @property
    def is_seat(self) -> bool:
        """Whether it is a seat: who only attends holds none."""
        return isinstance(self.way.part, Seat) and not self.way.part.role.attends_only

    @property
    def begins(self) -> str | None:
        """The first day of one that begins later, as precise as it is stated; None of any other."""
        return self.way.part.from_ if self.reason is ExclusionReason.NOT_BEGUN else None

    @property
    def step(self) -> Step:
        """The way as evidence, with its first day where it begins later."""
        step = self.way.step
        if self.begins is None:
            return step
        return step._replace(how=", ".join(filter(None, (step.how, f"from {partial_date(self.begins)}"))))


def _how(seat: Seat) -> str:
    """In which capacity and role a seat is held, and whether it votes, as far as stated and no matter of course."""
    held = seat.capacities
    capacities = " and ".join(capacity.words for capacity in Capacity if capacity in held)
    details = [f"as {capacities}"] if capacities else []
    details += [seat.role.words] if seat.role is not Role.MEMBER else []
    if seat.votes is not None and not seat.role.attends_only:
        details.append("with a vote" if seat.votes else "without a vote")
    if seat.several or seat.count > 1:
        details.append("several of these" if seat.several else f"{number_words(seat.count)} of these")
    return ", ".join(details)


class Standing(NamedTuple):
    """Everything the file states of one constituency on one body, at this date and in this view."""

    seats: tuple[Presence[Seat], ...]
    vacant: tuple[Presence[Seat], ...]
    unfilled: tuple[Presence[Seat], ...]
    """Seats whose holder is not there: they speak for nobody."""
    attends: tuple[Presence[Seat], ...]
    contacts: tuple[Presence[Contact], ...]
    vacant_contacts: tuple[Presence[Contact], ...]
    consulted: tuple[Presence[TakingPart], ...]
    informed: tuple[Presence[TakingPart], ...]
    absent: tuple[Presence[TakingPart], ...]
    represents: bool
    """The body itself speaks for the constituency."""
    has_own_holder: bool
    """A seat of the constituency is held by a body that speaks for it."""
    complete: bool
    """The list of the body's seats is stated to be complete, and no seat on it may be theirs without saying so."""
    unattributed: tuple[Presence[Seat], ...]
    """Seats held as parent carer or young person that do not say for whom: one may be theirs."""
    pending: tuple[Pending, ...]
    """The ways of taking part that are stated and do not count: they begin later, or this view leaves them out."""

    @property
    def empty(self) -> tuple[Presence[Seat], ...]:
        """The seats of the constituency that nobody fills: vacant ones, and those whose holder is not there."""
        return (*self.vacant, *(seat for seat in self.unfilled if not seat.part.role.attends_only))

    @property
    def has_seat(self) -> bool:
        """Whether the constituency sits on the body."""
        return bool(self.seats) or self.represents

    @property
    def has_vote(self) -> bool:
        """Whether the constituency has a seat that votes."""
        return any(seat.part.votes for seat in self.seats)

    @property
    def votes(self) -> int:
        """How many seats of the constituency vote."""
        return seat_count(seat for seat in self.seats if seat.part.votes)

    @property
    def seat_count(self) -> int:
        """How many seats the constituency has at least."""
        return seat_count(self.seats)

    def is_less_than(self, other: "Standing") -> bool:
        """Whether the constituency takes less part than in another standing.

        It does where its best way of taking part is a weaker one; where a vote is gone, also a contact's; where it
        has fewer seats or votes and none of them a better one; where nobody who speaks for it holds a seat any more;
        where a contact that stands in for a seat is not senior any more.
        """
        if self.level < other.level or (other.has_vote and not self.has_vote):
            return True
        number_is_known = not any(seat.part.several for seat in self.seats)
        fewer = self.seat_count < other.seat_count or self.votes < other.votes
        if self.level == other.level and number_is_known and fewer:
            return True
        if other.has_own_holder and not self.has_own_holder:
            return True
        votes, voted = (any(contact.part.votes for contact in side.contacts) for side in (self, other))
        if voted and not votes and not self.has_vote:
            return True
        is_senior, was_senior = (any(contact.part.senior for contact in side.contacts) for side in (self, other))
        return was_senior and not is_senior and not self.has_seat

    @property
    def gap_is_stated(self) -> bool:
        """Whether a missing seat would be a fact of the file, and not only its silence."""
        return self.complete or bool(self.absent)

    @property
    def lesser_ways(self) -> tuple[Presence[Statement], ...]:
        """The ways of taking part that are no seat, strongest first."""
        return (*self.attends, *self.contacts, *self.consulted, *self.informed)

    @property
    def level(self) -> Participation:
        """How much the constituency takes part in the body."""
        if any(seat.part.role.chairs for seat in self.seats):
            return Participation.CHAIR
        if self.has_vote:
            return Participation.VOTING_MEMBER
        ways = [
            (self.has_seat, Participation.MEMBER),
            (self.attends, Participation.ATTENDS),
            (self.contacts, Participation.CONTACT),
            (self.consulted, Participation.CONSULTED),
            (self.informed, Participation.INFORMED),
        ]
        return next((level for way, level in ways if way), Participation.NONE)


class Membership(NamedTuple):
    """The seats of one body at one date and in one view; who only attends holds none."""

    body: str
    seats: tuple[Presence[Seat], ...]
    """All seats, vacant ones too: a vacant seat is provided for."""
    complete: bool
    """Whether the list of seats is stated to be complete."""

    @property
    def filled(self) -> tuple[Presence[Seat], ...]:
        """The seats that are not stated to be vacant."""
        return tuple(seat for seat in self.seats if not seat.part.vacant)

    def holding(self, *capacities: Capacity) -> tuple[Presence[Seat], ...]:
        """The seats held in one of these capacities at least, vacant ones too."""
        wanted = set(capacities)
        return tuple(seat for seat in self.seats if wanted & seat.part.capacities)

    @property
    def open(self) -> tuple[Presence[Seat], ...]:
        """The seats that may be held in any capacity: none is stated, or one in words that rules do not know."""
        return tuple(seat for seat in self.seats if not seat.part.capacity_is_known)

    @property
    def has_all_capacities(self) -> bool:
        """Whether a capacity that no seat states is a fact: all seats are listed, each with its capacities."""
        return self.complete and not self.open

    @property
    def chairs(self) -> tuple[Presence[Seat], ...]:
        """The seats of those who chair it, vacant ones too."""
        return tuple(seat for seat in self.seats if seat.part.role.chairs)
