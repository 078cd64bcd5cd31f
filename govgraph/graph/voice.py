"""Who takes part where: seats, contacts and other ways of taking part, constituency by constituency."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from govgraph.graph.kernels import grouped
from govgraph.graph.paths import NextUp, Scope
from govgraph.graph.standing import Membership, Pending, Presence, Standing
from govgraph.graph.store import Store
from govgraph.graph.ties import ExclusionReason, Step
from govgraph.model import Capacity, Completeness, Composition, Contact, Seat, Statement, Status, TakingPart

AnyPart = TypeVar("AnyPart", bound=Statement)
Way = TypeVar("Way", Contact, TakingPart)

_OF_PEOPLE = frozenset({Capacity.PARENT_CARER, Capacity.YOUNG_PERSON})
"""The capacities in which a seat speaks for people, whether or not it says for whom."""

_RELATIONS = {
    "contacts": "contact_for",
    "consulted": "consulted_by",
    "informed": "informed_by",
    "without": "absent_from",
}

_UNMENTIONED = ""
"""Stands for every constituency of which a body says nothing; no id is empty."""


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
        self._blank: dict[str, tuple[Standing, set[str]]] = {}
        represented = store.structure.constituencies.items()
        pairs = grouped((body, name) for name, stated in represented for body in stated.represented_by)
        self._represented_by = {body: set(names) for body, names in pairs.items()}

    def seats_on(self, body: str) -> list[Seat]:
        """The seats on a body, vacant ones too; who only attends holds none."""
        return [seat for _, seat in self._seats_of(body) if not seat.role.attends_only]

    def membership(self, body: str) -> Membership:
        """Who sits on a body, and in which capacity."""
        seats = (seat for seat in self.members_and_attendees(body) if not seat.part.role.attends_only)
        return Membership(body, tuple(seats), self._lists_all_seats(body))

    def expired_seats(self, body: str) -> tuple[Presence[Seat], ...]:
        """The seats of a body whose last day has passed, and that are not stated to have ended otherwise."""
        node = self._store.index[body]
        if not self._store.live[node]:
            return ()
        return tuple(
            self._seat(body, number, seat)._replace(relation="sits_on")
            for number, seat in enumerate(self._store.bodies[node].seats)
            if not seat.role.attends_only
            and self._store.status_of(node, seat) is not Status.ENDED
            and self._store.statement_exclusion(node, seat) is ExclusionReason.ENDED
        )

    def members_and_attendees(self, body: str) -> tuple[Presence[Seat], ...]:
        """The seats on a body, vacant ones too, and those who only attend it."""
        return tuple(self._seat(body, number, seat) for number, seat in self._seats_of(body))

    def presences_on(self, body: str) -> list[Presence[Statement]]:
        """The seats, the attendees and the contacts of a body, and whom it consults and informs."""
        model = self._store.bodies[self._store.index[body]]
        return [
            *self.members_and_attendees(body),
            *self._ways(body, "contacts", model.contacts),
            *self._ways(body, "consulted", model.consulted),
            *self._ways(body, "informed", model.informed),
        ]

    def composition_of(self, body: str) -> tuple[Presence[Composition], ...]:
        """The rules on who the members of a body are that hold now."""
        node = self._store.index[body]
        return tuple(
            self._presence(body, "composition", number, rule, "must_have", body)
            for number, rule in enumerate(self._store.bodies[node].composition)
            if self._store.includes(node, rule)
        )

    def seats_held_by(self, body: str) -> list[tuple[str, Seat]]:
        """The bodies on which a body holds a seat, with the seat."""
        return self._by_holder.get(body, [])

    def any_seat_votes(self, body: str, besides: Collection[Presence[Seat]] = ()) -> bool | None:
        """Whether some seat on the body votes; None where none is stated to, and a seat or the list leaves it open."""
        left_out = {id(presence.part) for presence in besides}
        votes = {seat.votes for seat in self.seats_on(body) if id(seat) not in left_out}
        if True in votes:
            return True
        return None if None in votes or not self._lists_all_seats(body) else False

    def standing(self, body: str, constituency: str) -> Standing:
        """What the file states of a constituency on a body."""
        if constituency not in self._mentioned(body):
            return self._blank[body][0]
        key = (body, constituency)
        if key not in self._standings:
            self._standings[key] = self._compute(body, constituency)
        return self._standings[key]

    def is_mentioned(self, body: str, constituency: str) -> bool:
        """Whether the file says anything of the constituency on the body: if not, all like it have one standing."""
        return constituency in self._mentioned(body)

    def has_voice(self, body: str, constituency: str) -> bool:
        """Whether the constituency attends or sits on the body."""
        return self._store.index[body] in self._bodies_with_voice.get(constituency, ())

    def gaps(self, constituency: str, scopes: dict[str, Scope]) -> Iterator[Gap]:
        """Each governance body with voice whose next body up, among those in `scopes`, has none."""
        with_voice = self._bodies_with_voice.get(constituency, set())
        if not with_voice:
            return
        next_up = NextUp(self._store, scopes)
        for node in sorted(with_voice):
            for above in next_up.above(node) if self._store.governs[node] else ():
                if above not in with_voice:
                    upper = self._store.ids[above]
                    yield Gap(upper, self._store.ids[node], next_up.path(node, above), scopes[upper])

    @cached_property
    def _seats_in_force(self) -> dict[int, list[tuple[int, Seat]]]:
        """The seats and attendees in the window, with their numbers in the file, by body."""
        return {
            node: [(number, seat) for number, seat in enumerate(seats) if self._store.includes(node, seat)]
            for node in self._store.live_nodes()
            if (seats := self._store.bodies[node].seats)
        }

    def _seats_of(self, body: str) -> Sequence[tuple[int, Seat]]:
        return self._seats_in_force.get(self._store.index[body], ())

    @cached_property
    def _bodies_with_voice(self) -> dict[str, set[int]]:
        """For each constituency, the bodies on which it sits or which it attends."""
        bodies: dict[str, set[int]] = {}
        for node, seats in self._seats_in_force.items():
            for _, seat in seats:
                if not seat.vacant and self._is_filled(seat):
                    for who in self._spoken_for(seat):
                        bodies.setdefault(who, set()).add(node)
        for body, constituencies in self._represented_by.items():
            if self._store.live[self._store.index[body]]:
                for who in constituencies:
                    bodies.setdefault(who, set()).add(self._store.index[body])
        return bodies

    @cached_property
    def _by_holder(self) -> dict[str, list[tuple[str, Seat]]]:
        return grouped(
            (seat.holder, (body, seat))
            for body in self._store.ids_of(self._seats_in_force)
            for seat in self.seats_on(body)
            if seat.holder is not None
        )

    def _spoken_for(self, seat: Seat) -> Collection[str]:
        if seat.on_behalf_of is not None:
            return (seat.on_behalf_of,)
        return self._represented_by.get(seat.holder or "", ())

    def _is_filled(self, seat: Seat) -> bool:
        return seat.holder is None or self._store.live[self._store.index[seat.holder]]

    def _seat(self, body: str, number: int, seat: Seat) -> Presence[Seat]:
        relation = "attends" if seat.role.attends_only else ("vacant_seat_on" if seat.vacant else "sits_on")
        return self._presence(body, "seats", number, seat, relation, seat.holder or seat.on_behalf_of)

    def _presence(
        self, body: str, key: str, number: int, part: AnyPart, relation: str, start: str | None
    ) -> Presence[AnyPart]:
        node = self._store.index[body]
        status, source = self._store.status_of(node, part), self._store.source(node, part)
        return Presence(part, body, key, number, relation, start, status, source)

    def _ways(self, body: str, key: str, parts: Sequence[Way], who: str | None = None) -> tuple[Presence[Way], ...]:
        """The ways of taking part under a key that are in force: those of one constituency, or of all."""
        node = self._store.index[body]
        if not self._store.live[node]:
            return ()
        return tuple(
            self._presence(body, key, number, part, _RELATIONS[key], _constituency(part))
            for number, part in enumerate(parts)
            if who in (None, _constituency(part)) and self._store.includes(node, part)
        )

    def _mentioned(self, body: str) -> set[str]:
        """The constituencies of which a body says anything, on whatever day; the others share one standing on it."""
        if body not in self._blank:
            model = self._store.bodies[self._store.index[body]]
            mentioned = set(self._represented_by.get(body, ()))
            mentioned.update(who for seat in model.seats for who in self._spoken_for(seat))
            ways: list[Contact | TakingPart] = [*model.contacts, *model.consulted, *model.informed, *model.without]
            self._blank[body] = self._compute(body, _UNMENTIONED), mentioned.union(map(_constituency, ways))
        return self._blank[body][1]

    def _compute(self, body: str, who: str) -> Standing:
        model = self._store.bodies[self._store.index[body]]
        seats = [
            self._seat(body, number, seat) for number, seat in self._seats_of(body) if who in self._spoken_for(seat)
        ]
        speaking = [seat for seat in seats if not seat.part.vacant and self._is_filled(seat.part)]
        unattributed = self._unattributed(body)
        contacts = self._ways(body, "contacts", model.contacts, who)
        return Standing(
            seats=tuple(seat for seat in speaking if not seat.part.role.attends_only),
            vacant=tuple(seat for seat in seats if seat.part.vacant and not seat.part.role.attends_only),
            unfilled=tuple(seat for seat in seats if not seat.part.vacant and not self._is_filled(seat.part)),
            attends=tuple(seat for seat in speaking if seat.part.role.attends_only),
            contacts=tuple(contact for contact in contacts if not contact.part.vacant),
            vacant_contacts=tuple(contact for contact in contacts if contact.part.vacant),
            consulted=self._ways(body, "consulted", model.consulted, who),
            informed=self._ways(body, "informed", model.informed, who),
            absent=self._ways(body, "without", model.without, who),
            represents=who in self._represented_by.get(body, ()),
            has_own_holder=any(who in self._represented_by.get(seat.part.holder or "", ()) for seat in speaking),
            complete=self._lists_all_seats(body) and not unattributed,
            unattributed=unattributed,
            pending=tuple(self._pending(body, who)),
        )

    def _lists_all_seats(self, body: str) -> bool:
        model = self._store.bodies[self._store.index[body]]
        return (model.membership or self._store.structure.membership) is Completeness.COMPLETE

    def _unattributed(self, body: str) -> tuple[Presence[Seat], ...]:
        """The filled seats that are held as parent carer or young person and speak for no constituency by name."""
        return tuple(
            self._seat(body, number, seat)
            for number, seat in self._seats_of(body)
            if not self._spoken_for(seat)
            and not _OF_PEOPLE.isdisjoint(seat.capacities)
            and not seat.vacant
            and not seat.role.attends_only
            and self._is_filled(seat)
        )

    def _pending(self, body: str, who: str) -> Iterator[Pending]:
        node = self._store.index[body]
        model = self._store.bodies[node]
        for number, seat in enumerate(model.seats):
            reason = self._store.statement_exclusion(node, seat) if who in self._spoken_for(seat) else None
            if reason not in (None, ExclusionReason.ENDED):
                yield Pending(self._seat(body, number, seat), reason)
        ways: dict[str, Sequence[Contact | TakingPart]] = {
            "contacts": model.contacts,
            "consulted": model.consulted,
            "informed": model.informed,
        }
        for key, parts in ways.items():
            for number, part in enumerate(parts):
                reason = self._store.statement_exclusion(node, part) if _constituency(part) == who else None
                if reason not in (None, ExclusionReason.ENDED):
                    yield Pending(self._presence(body, key, number, part, _RELATIONS[key], who), reason)


def _constituency(way: Contact | TakingPart) -> str:
    return way.for_ if isinstance(way, Contact) else way.constituency
