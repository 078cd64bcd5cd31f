"""Who is heard where: seats, contacts and other ways of taking part, constituency by constituency."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from govgraph.findings import Step
from govgraph.graph.next_up import NextUp, Scope
from govgraph.graph.store import Store
from govgraph.model import Completeness, Contact, Seat, Statement, TakingPart
from govgraph.model.place import Path


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


Part = TypeVar("Part", bound=Statement)
Part_co = TypeVar("Part_co", bound=Statement, covariant=True)


class Presence(NamedTuple, Generic[Part_co]):
    """A seat, a contact or another way of taking part, with its evidence and its place in the file."""

    part: Part_co
    step: Step
    at: Path


class Standing(NamedTuple):
    """Everything the file states of one constituency on one body, at this date and in this view."""

    level: Participation
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
    complete: bool
    """The list of the body's seats is stated to be complete."""

    @property
    def has_seat(self) -> bool:
        """Whether the constituency sits on the body."""
        return bool(self.seats) or self.represents

    @property
    def gap_is_stated(self) -> bool:
        """Whether a missing seat would be a fact of the file, and not only its silence."""
        return self.complete or bool(self.absent)

    @property
    def lesser_ways(self) -> tuple[Presence[Statement], ...]:
        """The ways of taking part that are no seat, strongest first."""
        return (*self.attends, *self.contacts, *self.consulted, *self.informed)


class Gap(NamedTuple):
    """Two bodies, one above the other, between which the voice of a constituency stops."""

    above: str
    below: str
    line: tuple[Step, ...]
    scope: Scope


class Voice:
    """The questions about seats and contacts at one date and in one view."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._standings: dict[tuple[str, str], Standing] = {}
        self._represented_by: dict[str, set[str]] = {}
        for name, constituency in store.structure.constituencies.items():
            for body in constituency.represented_by:
                self._represented_by.setdefault(body, set()).add(name)

    def seats_on(self, body: str) -> list[Presence[Seat]]:
        """The seats on a body, vacant ones too; who only attends holds none."""
        return [seat for seat in self._all_seats(body) if not seat.part.role.attends_only]

    def everybody_on(self, body: str) -> list[Presence[Statement]]:
        """The seats, the attendees and the contacts of a body, and whom it consults and informs."""
        model = self._store.bodies[self._store.index[body]]
        contacts = (
            self._presence(body, "contacts", place, contact, contact.for_, "contact_for")
            for place, contact in enumerate(model.contacts)
        )
        parts = (
            self._presence(body, key, place, part, part.constituency, relation)
            for key, relation in (("consulted", "consulted_by"), ("informed", "informed_by"))
            for place, part in enumerate(getattr(model, key))
        )
        return [*self._all_seats(body), *(found for found in (*contacts, *parts) if found is not None)]

    def seats_held_by(self, body: str) -> list[tuple[str, Seat]]:
        """The bodies on which a body holds a seat, with the seat."""
        return self._by_holder.get(body, [])

    def somebody_votes(self, body: str) -> bool:
        """Whether some seat on the body is stated to vote."""
        return any(seat.part.votes for seat in self.seats_on(body))

    def standing(self, body: str, constituency: str) -> Standing:
        """What the file states of a constituency on a body."""
        key = (body, constituency)
        if key not in self._standings:
            self._standings[key] = self._stand(body, constituency)
        return self._standings[key]

    def has_voice(self, body: str, constituency: str) -> bool:
        """Whether the constituency attends or sits on the body."""
        standing = self.standing(body, constituency)
        return standing.has_seat or bool(standing.attends)

    def gaps(self, constituency: str, scopes: dict[str, Scope]) -> Iterator[Gap]:
        """Each body with voice whose next body up, among those in `scopes`, has none."""
        if not any(self.has_voice(body, constituency) for body in self._store.index):
            return
        passed = NextUp(self._store, scopes)
        for node in self._store.live_numbers():
            body = self._store.ids[node]
            if not (self._store.bodies[node].governs and self.has_voice(body, constituency)):
                continue
            for above in passed.above(node):
                upper = self._store.ids[above]
                if not self.has_voice(upper, constituency):
                    yield Gap(upper, body, passed.way(node, above), scopes[upper])

    # How the answers are found.

    def _all_seats(self, body: str) -> list[Presence[Seat]]:
        found = []
        for place, seat in enumerate(self._store.bodies[self._store.index[body]].seats):
            relation = "attends" if seat.role.attends_only else "sits_on"
            held = self._presence(body, "seats", place, seat, seat.holder or seat.on_behalf_of, relation)
            if held is not None:
                found.append(held)
        return found

    def _presence(
        self, body: str, key: str, place: int, part: Part, start: str | None, relation: str
    ) -> Presence[Part] | None:
        number = self._store.index[body]
        if not self._store.live[number] or not self._store.inside(number, part):
            return None
        status = part.status or self._store.status[number]
        step = Step(start, relation, body, status, self._store.source(number, part))
        return Presence(part, step, ("bodies", body, key, place))

    def _speaks_for(self, seat: Seat, constituency: str) -> bool:
        if seat.on_behalf_of is not None:
            return seat.on_behalf_of == constituency
        return seat.holder is not None and constituency in self._represented_by.get(seat.holder, ())

    def _is_filled(self, seat: Seat) -> bool:
        return seat.holder is None or self._store.live[self._store.index[seat.holder]]

    def _parts(
        self, body: str, key: str, parts: Iterable[TakingPart], who: str, relation: str
    ) -> Iterator[Presence[TakingPart]]:
        for place, part in enumerate(parts):
            if part.constituency == who:
                found = self._presence(body, key, place, part, who, relation)
                if found is not None:
                    yield found

    def _stand(self, body: str, who: str) -> Standing:
        model = self._store.bodies[self._store.index[body]]
        mine = [seat for seat in self._all_seats(body) if self._speaks_for(seat.part, who)] if model.seats else []
        speaking = [seat for seat in mine if not seat.part.vacant and self._is_filled(seat.part)]
        contacts = [
            found
            for place, contact in enumerate(model.contacts)
            if contact.for_ == who
            and (found := self._presence(body, "contacts", place, contact, who, "contact_for")) is not None
        ]
        standing = Standing(
            level=Participation.NONE,
            seats=tuple(seat for seat in speaking if not seat.part.role.attends_only),
            vacant=tuple(seat for seat in mine if seat.part.vacant and not seat.part.role.attends_only),
            unfilled=tuple(seat for seat in mine if not seat.part.vacant and not self._is_filled(seat.part)),
            attends=tuple(seat for seat in speaking if seat.part.role.attends_only),
            contacts=tuple(contact for contact in contacts if not contact.part.vacant),
            vacant_contacts=tuple(contact for contact in contacts if contact.part.vacant),
            consulted=tuple(self._parts(body, "consulted", model.consulted, who, "consulted_by")),
            informed=tuple(self._parts(body, "informed", model.informed, who, "informed_by")),
            absent=tuple(self._parts(body, "without", model.without, who, "absent_from")),
            represents=who in self._represented_by.get(body, ()),
            complete=(model.membership or self._store.structure.membership) is Completeness.COMPLETE,
        )
        return standing._replace(level=_level(standing))

    @cached_property
    def _by_holder(self) -> dict[str, list[tuple[str, Seat]]]:
        found: dict[str, list[tuple[str, Seat]]] = {}
        for node in self._store.live_numbers():
            for seat in self.seats_on(self._store.ids[node]):
                if seat.part.holder is not None:
                    found.setdefault(seat.part.holder, []).append((self._store.ids[node], seat.part))
        return found


def _level(standing: Standing) -> Participation:
    if any(seat.part.role.chairs for seat in standing.seats):
        return Participation.CHAIR
    if any(seat.part.votes for seat in standing.seats):
        return Participation.VOTING_MEMBER
    ways = [
        (standing.has_seat, Participation.MEMBER),
        (standing.attends, Participation.ATTENDS),
        (standing.contacts, Participation.CONTACT),
        (standing.consulted, Participation.CONSULTED),
        (standing.informed, Participation.INFORMED),
    ]
    return next((level for way, level in ways if way), Participation.NONE)
