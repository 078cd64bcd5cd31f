"""What the rules on scrutiny share: who sits on both sides of a line of scrutiny, as far as the file names them."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.engine.rulebook import AppliesTo
from govgraph.findings import Bodies, Message, counted, say
from govgraph.findings.message import NOTHING, Count, Part
from govgraph.graph import GovernanceGraph, Presence, Step, Tie
from govgraph.language import LISTED, listed
from govgraph.model import Nation, Role, Seat, StatutoryForm
from govgraph.rules._names import form_by_name


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
    def witness(self) -> list[Step]:
        """The line of scrutiny and the seats, as far as they are listed."""
        return [self.step, *(seat.step for seat in self.seats[: LISTED - 1])]

    @property
    def at(self) -> tuple[str | int, ...]:
        """The path of the first of their seats on the body that scrutinises."""
        return next(seat.at for seat in self.seats if seat.body == self.scrutiniser)


def of_named_scrutiny(named: str, *, chairs: bool = False) -> AppliesTo:
    """For rules on lines of scrutiny of which both sides name `named`: their members, their chairs."""

    def reason(graph: GovernanceGraph, options: Options) -> str | None:
        lines = lines_of_scrutiny(graph)
        if not lines:
            return "The file does not name anybody who scrutinises a body."
        side = _sides(graph, chairs=chairs)
        if not any(side(line.body).seats and side(line.to).seats for line in lines):
            return f"The file never names the {named} both of a body and of the body that scrutinises it."
        return None

    return reason


def overlaps(graph: GovernanceGraph, *, chairs: bool = False) -> Iterator[Overlap]:
    """Each line of scrutiny with somebody on both sides: on any seat, or on those of the chairs alone."""
    side = _sides(graph, chairs=chairs)
    seen = set()
    for line in lines_of_scrutiny(graph):
        overlap = _overlap(graph, line, *_without_common_chair(graph, line, side(line.body), side(line.to)))
        pair = frozenset((line.body, line.to))
        if overlap is not None and pair not in seen:  # two that scrutinise one another count once
            seen.add(pair)
            yield overlap


def _without_common_chair(graph: GovernanceGraph, line: Tie, near: "_Side", far: "_Side") -> tuple["_Side", "_Side"]:
    """Both sides without the seats of the one chair who by design chairs a foundation trust's board and its governors.

    NHS Act 2006, Schedule 7. Whoever else sits on both, and any other chair, stays; so does the number of all.
    """
    if not _are_of_one_foundation_trust(graph, line):
        return near, far
    chairs = [{_holds(seat.part) for seat in side.seats if seat.part.role is Role.CHAIR} for side in (near, far)]
    common = chairs[0] & chairs[1]
    near, far = (
        _side(
            [seat for seat in side.seats if seat.part.role is not Role.CHAIR or _holds(seat.part) not in common]
        )._replace(named=side.named)
        for side in (near, far)
    )
    return near, far


def _holds(seat: Seat) -> tuple[str | None, str]:
    """Who holds a seat: the person where one is named, else the body."""
    return (None if seat.who else seat.holder), seat.who


def _are_of_one_foundation_trust(graph: GovernanceGraph, line: Tie) -> bool:
    """Whether a line of scrutiny is between a foundation trust's board and its council of governors, in England.

    They are of one trust unless the file says that they are part of different bodies.
    """
    # A name proves no form; but nobody may be asked to change what the law sets up for such a body.
    forms = {graph.body(end).statutory or form_by_name(graph, end) for end in line.ends}
    nations = {graph.nation_of(end) for end in line.ends}
    if forms != _OF_A_FOUNDATION_TRUST or not nations <= {None, Nation.ENGLAND}:
        return False
    board, council = ({*graph.wholes_of(end)} for end in line.ends)
    return not board or not council or bool(board & council) or line.ends[0] in council or line.ends[1] in board


_OF_A_FOUNDATION_TRUST = {StatutoryForm.NHS_TRUST_BOARD, StatutoryForm.COUNCIL_OF_GOVERNORS}


def lines_of_scrutiny(graph: GovernanceGraph) -> list[Tie]:
    """The lines of scrutiny between different bodies; those that scrutinise themselves are left to OVR102."""
    return [tie for tie in graph.scrutiny.lines() if tie.body != tie.to]


def oversight(graph: GovernanceGraph, body: str) -> Message:
    """Who oversees a body; nothing where nobody does."""
    overseers = Bodies.of(graph, [step.end for step in graph.scrutiny.overseers(body)])
    if not overseers.ids:
        return NOTHING
    fact = "{overseers} [oversees|oversee] {body}, but oversight is not scrutiny."
    return say(fact, overseers=overseers, body=Bodies.of(graph, body))


def on_both_sides(graph: GovernanceGraph, overlap: Overlap, does: str) -> Message:
    """Who is on both sides, bodies by their names, people by their number alone; `does`: `[chairs|chair]`."""
    who: Part = Bodies.of(graph, overlap.holders)
    if overlap.people:
        people = counted(overlap.people, "person", "people")
        names = [graph.name(body) for body in overlap.holders]
        who = Count(listed([*names, people.words]), len(names) + people.number)
    message = say(
        f"{{who}} {does} both {{board}} and {{committee}}, which [scrutinises|scrutinise] {{board}}.",
        who=who,
        board=Bodies.of(graph, overlap.scrutinised),
        committee=Bodies.of(graph, overlap.scrutiniser),
    )
    differ = say("As far as the file names people, these are different people.")
    return message & differ if _differ(overlap) else message


def _differ(overlap: Overlap) -> bool:
    """Whether every seat that bodies have on both sides names a person, and none of them sits on both."""
    sides: tuple[set[str], set[str]] = (set(), set())
    for seat in overlap.seats:
        sides[seat.body == overlap.scrutiniser].add(seat.part.who)
    return bool(overlap.holders) and "" not in sides[0] | sides[1] and not sides[0] & sides[1]


class _Side(NamedTuple):
    """Who is named on one side of a line of scrutiny: the seats, and the numbers of those of each body and person."""

    seats: tuple[Presence[Seat], ...]
    by_holder: dict[str, list[int]]
    by_person: dict[str, list[int]]
    named: int

    def seats_of(self, holders: set[str], people: set[str]) -> list[Presence[Seat]]:
        """The seats of these bodies and people, in their order."""
        numbers = set(chain.from_iterable(self.by_holder.get(holder, ()) for holder in holders))
        numbers.update(chain.from_iterable(self.by_person.get(person, ()) for person in people))
        return [self.seats[number] for number in sorted(numbers)]


def _sides(graph: GovernanceGraph, *, chairs: bool) -> Callable[[str], _Side]:
    """The filled seats on a body that name who holds them: of the chairs, or of all who do not speak for people.

    A group of people that is heard on both sides is what other rules ask for; it is no conflict. Each body is looked
    at once, however many it scrutinises.
    """
    constituencies = graph.structure.constituencies.values()
    speakers = {body for constituency in constituencies for body in constituency.represented_by}

    def counts(seat: Seat) -> bool:
        if seat.vacant or not (seat.role.chairs if chairs else seat.on_behalf_of is None):
            return False
        if seat.holder is None:
            return bool(seat.who)
        # A body that is not in place fills no seat.
        return (chairs or seat.holder not in speakers) and graph.exclusion_reason(seat.holder) is None

    @cache
    def side(body: str) -> _Side:
        if not any(map(counts, graph.voice.seats_on(body))):
            return _Side((), {}, {}, 0)
        return _side([seat for seat in graph.voice.membership(body).seats if counts(seat.part)])

    return side


def _side(seats: Sequence[Presence[Seat]]) -> _Side:
    by_holder: dict[str, list[int]] = {}
    by_person: dict[str, list[int]] = {}
    for number, seat in enumerate(seats):
        person = seat.part.who
        if seat.part.holder is not None:
            by_holder.setdefault(seat.part.holder, []).append(number)
        if person:
            by_person.setdefault(person, []).append(number)
    return _Side(tuple(seats), by_holder, by_person, _count(seats))


def _overlap(graph: GovernanceGraph, line: Tie, near: _Side, far: _Side) -> Overlap | None:
    """Who sits on both sides of a line of scrutiny; None where nobody does."""
    holders, people = near.by_holder.keys() & far.by_holder.keys(), near.by_person.keys() & far.by_person.keys()
    if not holders and not people:
        return None
    near_seats, far_seats = near.seats_of(holders, people), far.seats_of(holders, people)
    by_holder = {seat.part.who for seat in (*near_seats, *far_seats) if seat.part.holder in holders}
    return Overlap(
        line.body,
        line.to,
        line.step,
        graph.in_order(holders),
        len(people - by_holder),
        (*near_seats, *far_seats),
        _count(near_seats),
        near.named,
    )


def _count(seats: Sequence[Presence[Seat]]) -> int:
    """How many hold these seats: bodies, and people where no body is stated."""
    return len({(seat.part.holder, "" if seat.part.holder else seat.part.who) for seat in seats})
