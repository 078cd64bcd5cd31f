"""MAN106: bodies whose filled seats do not reach their quorum."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, Severity, counted, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.language import listed, number_words
from govgraph.model import Capacity, Seat
from govgraph.rules._mandate import filled_seats
from govgraph.rules._quorum import Among, Quorum, meant_by, perhaps_meant_by, read_quorum
from govgraph.rules._statute import membership_evidence, states_count


class _Count(NamedTuple):
    """What a quorum asks for, and what is there."""

    membership: Membership
    filled: tuple[Presence[Seat], ...]
    quorum: Quorum
    all_counted: bool
    """Whether the file states how many seats there are."""

    @property
    def size(self) -> int:
        return self.quorum.size(len(self.membership.seats))

    def held(self, who: Among) -> int:
        """The filled seats that are held in a capacity that is meant."""
        return sum(not meant_by(who).isdisjoint(seat.part.capacities) for seat in self.filled)

    def may_be_held(self, who: Among) -> int:
        """The other filled seats that may be held in one: their capacity is open, or may be meant."""
        rest = (seat.part for seat in self.filled if meant_by(who).isdisjoint(seat.part.capacities))
        perhaps = perhaps_meant_by(who)
        return sum(not seat.capacity_is_known or not perhaps.isdisjoint(seat.capacities) for seat in rest)

    def short_of(self, *, for_certain: bool) -> list[tuple[int, Among]]:
        """The parts of the quorum that are not reached; for certain: not whatever the open capacities are."""
        return [
            (number, who)
            for number, who in self.quorum.among
            if self.held(who) + (self.may_be_held(who) if for_certain else 0) < number
        ]


def _quorums(graph: GovernanceGraph) -> list[tuple[str, str]]:
    """The bodies in place that have a quorum, with its text."""
    texts = ((body, graph.body(body).quorum) for body in graph.bodies)
    return [(body, text) for body, text in texts if text is not None]


def _of_quorums(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _quorums(graph) else "No body in place has a quorum."


@rule(code="MAN106", name="quorum-out-of-reach", severity=Severity.WARNING, applies_to=_of_quorums)
def quorum_out_of_reach(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Too few seats of a body are filled to reach its quorum, or nobody is there in a capacity that it asks for.

    Why it matters:
        Below its quorum a body can decide nothing, however many come to the meeting. Many quorums ask for certain
        people too. A Health and Wellbeing Board may need a councillor, somebody from the NHS and the Director of
        Public Health. One vacancy then stops everything.

    Flagged:
        board: board, membership complete, quorum 2 including one councillor
        somebody -- sits_on[as councillor, vacant] --> board
        somebody -- sits_on[as officer] --> board
        somebody -- sits_on[as lay_member] --> board

    Clean:
        board: board, membership complete, quorum 2 including one councillor
        somebody -- sits_on[as councillor] --> board
        somebody -- sits_on[as officer] --> board
        somebody -- sits_on[as lay_member] --> board

    How to fix:
        Ask the body to have its vacant seats filled. Where the quorum needs more members than the body has, ask for its
        terms of reference to be changed.
    """
    for body, text in _quorums(graph):
        quorum = read_quorum(text)
        if quorum is None:
            yield _not_understood(graph, body)
            continue
        membership = graph.voice.membership(body)
        counted = states_count(graph, membership)
        count = _Count(membership, filled_seats(graph, membership.seats), quorum, counted)
        too_few = len(count.filled) < count.size
        lacking = count.short_of(for_certain=True)
        if counted and (too_few or lacking):
            yield _out_of_reach(graph, count, too_few, lacking)
        # Whether a share is reached is open until all seats are stated.
        elif too_few or count.short_of(for_certain=False) or (quorum.share is not None and not counted):
            yield _perhaps_out_of_reach(graph, count)


def _out_of_reach(graph: GovernanceGraph, count: _Count, too_few: bool, lacking: list[tuple[int, Among]]) -> Hit:
    body, seats = Bodies.of(graph, count.membership.body), len(count.membership.seats)
    message = say("{body} cannot reach [body:its|their] quorum.", body=body)
    message &= _too_few(count) if too_few else NOTHING
    message &= joined(_short_of(number, who, count.held(who)) for number, who in lacking)
    fix = "Ask {body} to have [body:its|their] vacant seats filled."
    if count.size > seats:
        fix = "Ask {body} to have [body:its|their] terms of reference changed: more seats, or another quorum."
    elif not too_few:
        fix = "Ask {body} to have seats filled as [body:its|their] quorum needs: {members}."
    return Hit(
        bodies=(count.membership.body,),
        message=message,
        witness=membership_evidence(graph, count.membership),
        fix=say(fix, body=body, members=_in_words(lacking)),
    )


def _too_few(count: _Count) -> Message:
    filled, seats = len(count.filled), counted(len(count.membership.seats), "seat")
    there = "{filled} of {seats} [filled:is|are] filled" if seats.number else "there are no seats"
    members = counted(count.size, "member")
    return say(f"The quorum is {{members}}, but {there}.", members=members, filled=filled or "none", seats=seats)


def _short_of(number: int, who: Among, held: int) -> Message:
    there = "there is only {held}" if held else "there is none"
    fact = f"The quorum needs {{members}} as {{capacity}}, but {there}."
    return say(fact, members=counted(number, "member"), capacity=_words(who), held=held)


def _perhaps_out_of_reach(graph: GovernanceGraph, count: _Count) -> Hit:
    """The quorum is a fact; open is who else is a member, and in which capacity those are who are listed."""
    body, quorum = count.membership.body, count.quorum
    short_of = count.short_of(for_certain=False)
    lacks = [] if count.all_counted else [Aspect.MEMBERS.of(graph, body)]
    if any(count.may_be_held(who) for _, who in short_of):
        lacks.append(Aspect.CAPACITIES.of(graph, body))
    size = "a share of its members" if quorum.share is not None else counted(quorum.members, "member").words
    among = f", among them {_in_words(list(quorum.among))}" if quorum.among else ""
    return Hit(
        bodies=(body,),
        lacks=lacks,
        message=say("The quorum of {body} is {quorum}.", body=Bodies.of(graph, body), quorum=f"{size}{among}"),
        witness=[seat.step for seat in count.membership.seats],
    )


def _not_understood(graph: GovernanceGraph, body: str) -> Hit:
    return Hit(
        bodies=(body,),
        lacks=[Aspect.QUORUM.of(graph, body)],
        message=say("The quorum of {body} is in words that cannot be counted.", body=Bodies.of(graph, body)),
        fix=say("Write a quorum in short: “seven members, among them one councillor”, “one quarter of the members”."),
    )


def _in_words(members: list[tuple[int, Among]]) -> str:
    return listed([f"{number_words(number)} as {_words(who)}" for number, who in members])


def _words(who: Among) -> str:
    return who.words if isinstance(who, Capacity) else f"{who} representative"
