"""Who is heard where: seats, contacts and other ways of taking part, constituency by constituency."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from govgraph.findings import Step
from govgraph.graph.membership import Membership
from govgraph.graph.next_up import NextUp, Scope
from govgraph.graph.standing import Presence, Standing
from govgraph.graph.store import Store
from govgraph.graph.ties import AsideReason
from govgraph.model import Capacity, Completeness, Seat, Statement, Status, TakingPart

Part = TypeVar("Part", bound=Statement)

_OF_PEOPLE = frozenset({Capacity.PARENT_CARER, Capacity.YOUNG_PERSON})
"""The capacities in which a seat speaks for people, whether or not it says for whom."""


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
        self._blank: dict[str, tuple[Standing, frozenset[str]]] = {}
        self._represented_by: dict[str, set[str]] = {}
        for name, constituency in store.structure.constituencies.items():
            for body in constituency.represented_by:
                self._represented_by.setdefault(body, set()).add(name)

    def seats_on(self, body: str) -> list[Seat]:
        """The seats on a body, vacant ones too; who only attends holds none."""
        there = self._there.get(self._store.index[body], ())
        return [seat for _, seat in there if not seat.role.attends_only]

    def membership(self, body: str) -> Membership:
        """Who sits on a body, and in which capacity."""
        found = (self._seat(body, *seat) for seat in self._there.get(self._store.index[body], ()))
        return Membership(
            body,
            tuple(seat for seat in found if seat is not None and not seat.part.role.attends_only),
            self._lists_all_seats(body),
        )

    def past_their_term(self, body: str) -> tuple[Presence[Seat], ...]:
        """The seats of a body whose last day has passed, and that are not stated to have ended otherwise."""
        node = self._store.index[body]
        if not self._store.live[node]:
            return ()
        found = []
        for number, seat in enumerate(self._store.bodies[node].seats):
            status = self._store.status_of(node, seat)
            ended = self._store.window.aside(seat, status) is AsideReason.ENDED and status is not Status.ENDED
            if ended and not seat.role.attends_only:
                start = seat.holder or seat.on_behalf_of
                source = self._store.source(node, seat)
                found.append(Presence(seat, body, "seats", number, "sits_on", start, status, source))
        return tuple(found)

    def in_the_room(self, body: str) -> tuple[Presence[Seat], ...]:
        """The seats on a body, vacant ones too, and those who only attend it."""
        found = (self._seat(body, *seat) for seat in self._there.get(self._store.index[body], ()))
        return tuple(seat for seat in found if seat is not None)

    def everybody_on(self, body: str) -> list[Presence[Statement]]:
        """The seats, the attendees and the contacts of a body, and whom it consults and informs."""
        model = self._store.bodies[self._store.index[body]]
        found: list[Presence[Statement] | None] = []
        found += (self._seat(body, *seat) for seat in self._there.get(self._store.index[body], ()))
        found += (
            self._presence(body, "contacts", number, contact, contact.for_, "contact_for")
            for number, contact in enumerate(model.contacts)
        )
        for key, relation in (("consulted", "consulted_by"), ("informed", "informed_by")):
            found += (
                self._presence(body, key, number, part, part.constituency, relation)
                for number, part in enumerate(getattr(model, key))
            )
        return [one for one in found if one is not None]

    def seats_held_by(self, body: str) -> list[tuple[str, Seat]]:
        """The bodies on which a body holds a seat, with the seat."""
        return self._by_holder.get(body, [])

    def somebody_votes(self, body: str, besides: Collection[Presence[Seat]] = ()) -> bool | None:
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
            self._standings[key] = self._stand(body, constituency)
        return self._standings[key]

    def is_mentioned(self, body: str, constituency: str) -> bool:
        """Whether the file says anything of the constituency on the body: if not, all like it have one standing."""
        return constituency in self._mentioned(body)

    def has_voice(self, body: str, constituency: str) -> bool:
        """Whether the constituency attends or sits on the body."""
        return self._store.index[body] in self._heard.get(constituency, ())

    def gaps(self, constituency: str, scopes: dict[str, Scope]) -> Iterator[Gap]:
        """Each governance body with voice whose next body up, among those in `scopes`, has none."""
        heard = self._heard.get(constituency, set())
        passed = NextUp(self._store, scopes) if heard else None
        for node in sorted(heard):
            if passed is None or not self._store.governs[node]:
                continue
            for above in passed.above(node):
                if above not in heard:
                    upper = self._store.ids[above]
                    yield Gap(upper, self._store.ids[node], passed.way(node, above), scopes[upper])

    # How the answers are found.

    @cached_property
    def _there(self) -> dict[int, list[tuple[int, Seat]]]:
        """The seats and attendees in the window, with their numbers in the file, by body."""
        found = {}
        for node in self._store.live_numbers():
            stated = self._store.bodies[node].seats
            if stated:
                found[node] = [(number, seat) for number, seat in enumerate(stated) if self._store.inside(node, seat)]
        return found

    @cached_property
    def _heard(self) -> dict[str, set[int]]:
        """For each constituency, the bodies on which it sits or which it attends."""
        heard: dict[str, set[int]] = {}
        for node, seats in self._there.items():
            for _, seat in seats:
                if not seat.vacant and self._is_filled(seat):
                    for who in self._spoken_for(seat):
                        heard.setdefault(who, set()).add(node)
        for body, constituencies in self._represented_by.items():
            node = self._store.index[body]
            if self._store.live[node]:
                for who in constituencies:
                    heard.setdefault(who, set()).add(node)
        return heard

    @cached_property
    def _by_holder(self) -> dict[str, list[tuple[str, Seat]]]:
        found: dict[str, list[tuple[str, Seat]]] = {}
        for node in self._there:
            for seat in self.seats_on(self._store.ids[node]):
                if seat.holder is not None:
                    found.setdefault(seat.holder, []).append((self._store.ids[node], seat))
        return found

    def _spoken_for(self, seat: Seat) -> Collection[str]:
        if seat.on_behalf_of is not None:
            return (seat.on_behalf_of,)
        return self._represented_by.get(seat.holder or "", ())

    def _is_filled(self, seat: Seat) -> bool:
        return seat.holder is None or self._store.live[self._store.index[seat.holder]]

    def _seat(self, body: str, number: int, seat: Seat) -> Presence[Seat] | None:
        relation = "attends" if seat.role.attends_only else ("vacant_seat_on" if seat.vacant else "sits_on")
        return self._presence(body, "seats", number, seat, seat.holder or seat.on_behalf_of, relation)

    def _presence(
        self, body: str, key: str, number: int, part: Part, start: str | None, relation: str
    ) -> Presence[Part] | None:
        node = self._store.index[body]
        if not self._store.live[node] or not self._store.inside(node, part):
            return None
        status = self._store.status_of(node, part)
        return Presence(part, body, key, number, relation, start, status, self._store.source(node, part))

    def _parts(
        self, body: str, key: str, parts: Sequence[TakingPart], who: str, relation: str
    ) -> tuple[Presence[TakingPart], ...]:
        if not parts:
            return ()
        found = (
            self._presence(body, key, number, part, who, relation)
            for number, part in enumerate(parts)
            if part.constituency == who
        )
        return tuple(one for one in found if one is not None)

    def _mentioned(self, body: str) -> frozenset[str]:
        """The constituencies of which a body says anything, on whatever day; the others share one standing on it."""
        if body not in self._blank:
            model = self._store.bodies[self._store.index[body]]
            found = set(self._represented_by.get(body, ()))
            found.update(who for seat in model.seats for who in self._spoken_for(seat))
            found.update(contact.for_ for contact in model.contacts)
            found.update(part.constituency for part in (*model.consulted, *model.informed, *model.without))
            self._blank[body] = self._stand(body, _UNMENTIONED), frozenset(found)
        return self._blank[body][1]

    def _stand(self, body: str, who: str) -> Standing:
        model = self._store.bodies[self._store.index[body]]
        seats = [
            found
            for number, seat in self._there.get(self._store.index[body], ())
            if who in self._spoken_for(seat) and (found := self._seat(body, number, seat)) is not None
        ]
        speaking = [seat for seat in seats if not seat.part.vacant and self._is_filled(seat.part)]
        unsaid = self._unsaid(body)
        contacts = [
            route
            for number, contact in enumerate(model.contacts)
            if contact.for_ == who
            and (route := self._presence(body, "contacts", number, contact, who, "contact_for")) is not None
        ]
        return Standing(
            seats=tuple(seat for seat in speaking if not seat.part.role.attends_only),
            vacant=tuple(seat for seat in seats if seat.part.vacant and not seat.part.role.attends_only),
            unfilled=tuple(seat for seat in seats if not seat.part.vacant and not self._is_filled(seat.part)),
            attends=tuple(seat for seat in speaking if seat.part.role.attends_only),
            contacts=tuple(contact for contact in contacts if not contact.part.vacant),
            vacant_contacts=tuple(contact for contact in contacts if contact.part.vacant),
            consulted=self._parts(body, "consulted", model.consulted, who, "consulted_by"),
            informed=self._parts(body, "informed", model.informed, who, "informed_by"),
            absent=self._parts(body, "without", model.without, who, "absent_from"),
            represents=who in self._represented_by.get(body, ()),
            holds_its_own=any(who in self._represented_by.get(seat.part.holder or "", ()) for seat in speaking),
            complete=self._lists_all_seats(body) and not unsaid,
            unsaid=unsaid,
            not_yet=frozenset(self._not_yet(body, who)),
        )

    def _lists_all_seats(self, body: str) -> bool:
        model = self._store.bodies[self._store.index[body]]
        return (model.membership or self._store.structure.membership) is Completeness.COMPLETE

    def _unsaid(self, body: str) -> tuple[Presence[Seat], ...]:
        """The filled seats that are held as parent carer or young person and speak for no constituency by name."""
        found = (
            self._seat(body, number, seat)
            for number, seat in self._there.get(self._store.index[body], ())
            if not self._spoken_for(seat)
            and not _OF_PEOPLE.isdisjoint(seat.capacities)
            and not seat.vacant
            and not seat.role.attends_only
            and self._is_filled(seat)
        )
        return tuple(seat for seat in found if seat is not None)

    def _not_yet(self, body: str, who: str) -> Iterator[AsideReason]:
        node = self._store.index[body]
        model = self._store.bodies[node]
        parts: list[Statement] = [seat for seat in model.seats if who in self._spoken_for(seat)]
        parts += [contact for contact in model.contacts if contact.for_ == who]
        parts += [part for part in (*model.consulted, *model.informed) if part.constituency == who]
        for part in parts:
            reason = self._store.window.aside(part, self._store.status_of(node, part))
            if reason is not None and reason is not AsideReason.ENDED:
                yield reason
