"""What part a group of people is to have in a body, taken up or not: vacant places, and those that begin later."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from govgraph.graph import GovernanceGraph, Presence, Standing
from govgraph.graph.kernels import grouped
from govgraph.model import Body, Seat, Statement, Structure


class Entitlements:
    """The places that a structure gives to groups of people, whoever takes them up and whenever they begin."""

    def __init__(self, graph: GovernanceGraph) -> None:
        self._graph = graph

    def standing(self, body: str, constituency: str) -> Standing:
        """The standing of a constituency as if somebody filled each vacant place; its seats say which are vacant."""
        standing = self._graph.voice.standing(body, constituency)
        if not self._graph.voice.is_mentioned(body, constituency):
            return standing
        return standing._replace(
            seats=(*standing.seats, *standing.empty),
            attends=(*standing.attends, *self._vacant_attendees(body, constituency)),
            contacts=(*standing.contacts, *standing.vacant_contacts),
            vacant=(),
            unfilled=(),
            vacant_contacts=(),
        )

    @cached_property
    def later(self) -> dict[date, set[tuple[str, str]]]:
        """By each later day, the bodies in which a part for a constituency begins on it, each with the constituency."""
        asked = set(self._graph.constituencies)
        pairs = grouped(
            (begins, (name, who))
            for name, body in self._graph.structure.bodies.items()
            for part, constituencies in self._parts(body)
            if (begins := max(body.begins, part.begins)) > self._graph.as_of
            for who in asked.intersection(constituencies)
        )
        return {begins: set(pairs[begins]) for begins in sorted(pairs)}

    def unchanged_in(self, after: Structure) -> frozenset[str]:
        """The bodies in which another structure gives the very same places to everybody, on every day."""
        before = self._graph.structure
        if before.status != after.status or before.constituencies != after.constituencies:
            return frozenset()
        both = before.bodies.keys() & after.bodies.keys()
        return frozenset(name for name in both if _stated(before.bodies[name]) == _stated(after.bodies[name]))

    def _parts(self, body: Body) -> Iterator[tuple[Statement, tuple[str, ...]]]:
        """What a body states of who takes part in it, on whatever day, each with the constituencies that do."""
        for seat in body.seats:
            yield seat, self._spoken_for(seat)
        for contact in body.contacts:
            yield contact, (contact.for_,)
        for way in (*body.consulted, *body.informed):
            yield way, (way.constituency,)

    def _vacant_attendees(self, body: str, constituency: str) -> Iterator[Presence[Seat]]:
        if any(seat.vacant and seat.role.attends_only for seat in self._graph.body(body).seats):
            for place in self._graph.voice.members_and_attendees(body):
                is_vacant = place.part.vacant and place.part.role.attends_only
                if is_vacant and constituency in self._spoken_for(place.part):
                    yield place

    def _spoken_for(self, seat: Seat) -> tuple[str, ...]:
        if seat.on_behalf_of is not None:
            return (seat.on_behalf_of,)
        return tuple(self._represented_by.get(seat.holder or "", ()))

    @cached_property
    def _represented_by(self) -> dict[str, list[str]]:
        stated = self._graph.structure.constituencies.items()
        return grouped((body, name) for name, people in stated for body in people.represented_by)


def _stated(body: Body) -> tuple[object, ...]:
    """All that decides who has which place on a body, and when."""
    ways = (body.seats, body.contacts, body.consulted, body.informed)
    return (body.name, body.status, body.from_, body.until, *ways)
