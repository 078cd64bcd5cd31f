"""What the rules on scrutiny share: who sits on both sides of a line of scrutiny, as far as the file names them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from govgraph.findings import Step
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Seat
from govgraph.rules._words import listed


class Overlap(NamedTuple):
    """Who sits on a body, and on the body that scrutinises it."""

    scrutinised: str
    scrutiniser: str
    step: Step
    holders: tuple[str, ...]
    """The bodies that hold seats on both, in the order of names."""
    people: int
    """How many people sit on both who hold no seat for one of these bodies. Who they are is nobody's business here."""
    seats: tuple[Presence[Seat], ...]
    """Their seats, those on the body that is scrutinised first."""
    both: int
    named: int
    """How many are named on the body that is scrutinised; `both` of them are named on the other too."""

    @property
    def at(self) -> tuple[str | int, ...]:
        """The path of the first of their seats on the body that scrutinises."""
        return next(seat.at for seat in self.seats if seat.body == self.scrutiniser)


def of_named_scrutiny(what: str, *, chairs: bool = False) -> Callable[[Any, Any], str | None]:
    """For rules on lines of scrutiny of which both sides name `what`: who holds a seat, who chairs."""

    def asks(graph: GovernanceGraph, _: Any) -> str | None:
        pairs = _pairs(graph)
        if not pairs:
            return "No scrutiny of one body by another is stated."
        if not any(all(_naming(graph, body, chairs) for body in pair[:2]) for pair in pairs):
            return f"On no line of scrutiny do both sides name {what}."
        return None

    return asks


def overlaps(graph: GovernanceGraph, *, chairs: bool = False) -> Iterator[Overlap]:
    """Each line of scrutiny with somebody on both sides: on any seat, or on those of the chairs alone."""
    told = set()
    for scrutinised, scrutiniser, step in _pairs(graph):
        found = _overlap(graph, scrutinised, scrutiniser, step, chairs)
        pair = frozenset((scrutinised, scrutiniser))
        if found.both and pair not in told:  # two that scrutinise one another are told of once
            told.add(pair)
            yield found


def who(graph: GovernanceGraph, overlap: Overlap) -> str:
    """Those who are on both sides: bodies by their names, people by their number alone."""
    named = [graph.name(body) for body in overlap.holders]
    if overlap.people:
        named.append("one person" if overlap.people == 1 else f"{overlap.people} people")
    said = listed(named)
    return f"{said[0].upper()}{said[1:]}"


def is_one(graph: GovernanceGraph, overlap: Overlap) -> bool:
    """Whether a verb after `who` is one for a single body or person."""
    alone = len(overlap.holders) + overlap.people == 1
    return alone and not any(graph.body(body).several for body in overlap.holders)


def are_different_people(overlap: Overlap) -> bool:
    """Whether every seat that bodies have on both sides names a person, and none of them sits on both."""
    sides: tuple[set[str], set[str]] = (set(), set())
    for seat in overlap.seats:
        sides[seat.body == overlap.scrutiniser].add(_person(seat.part))
    return bool(overlap.holders) and "" not in sides[0] | sides[1] and not sides[0] & sides[1]


def _pairs(graph: GovernanceGraph) -> list[tuple[str, str, Step]]:
    """The lines of scrutiny, but for those of bodies that scrutinise themselves: of these, OVR102 tells."""
    pairs = graph.scrutiny.pairs()
    return [(one.scrutinised, one.scrutiniser, one.step) for one in pairs if one.scrutinised != one.scrutiniser]


def _naming(graph: GovernanceGraph, body: str, chairs: bool) -> list[Presence[Seat]]:
    """The filled seats on a body that name who holds them: of the chairs, or of all who do not speak for people.

    A group of people that is heard on both sides is what other rules ask for; it is no conflict.
    """
    seats = [seat for seat in graph.voice.membership(body).filled if _names_who(graph, seat.part)]
    if chairs:
        return [seat for seat in seats if seat.part.role.chairs]
    speakers = {body for one in graph.structure.constituencies.values() for body in one.represented_by}
    return [seat for seat in seats if seat.part.on_behalf_of is None and seat.part.holder not in speakers]


def _names_who(graph: GovernanceGraph, seat: Seat) -> bool:
    if seat.holder is not None:
        return graph.why_not_there(seat.holder) is None  # a body that is not there fills no seat
    return bool(_person(seat))


def _person(seat: Seat) -> str:
    return " ".join((seat.person or "").casefold().split())


def _overlap(graph: GovernanceGraph, scrutinised: str, scrutiniser: str, step: Step, chairs: bool) -> Overlap:
    near, far = (_naming(graph, body, chairs) for body in (scrutinised, scrutiniser))
    holders = {seat.part.holder for seat in near} & {seat.part.holder for seat in far} - {None}
    people = {_person(seat.part) for seat in near} & {_person(seat.part) for seat in far} - {""}
    theirs = [seat for seat in (*near, *far) if seat.part.holder in holders or _person(seat.part) in people]
    by_holder = {_person(seat.part) for seat in theirs if seat.part.holder in holders}
    return Overlap(
        scrutinised,
        scrutiniser,
        step,
        graph.in_order(holder for holder in holders if holder is not None),
        len(people - by_holder),
        tuple(theirs),
        _count(seat for seat in theirs if seat.body == scrutinised),
        _count(near),
    )


def _count(seats: Iterator[Presence[Seat]] | Sequence[Presence[Seat]]) -> int:
    """How many hold these seats: bodies, and people where no body is stated."""
    return len({(seat.part.holder, "" if seat.part.holder else _person(seat.part)) for seat in seats})
