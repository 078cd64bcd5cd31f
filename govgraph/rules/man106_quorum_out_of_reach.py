"""MAN106: bodies whose filled seats do not reach their quorum."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.language import listed, plural
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
    """The bodies in force that state a quorum, with its text."""
    texts = ((body, graph.body(body).quorum) for body in graph.bodies)
    return [(body, text) for body, text in texts if text is not None]


def _of_quorums(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _quorums(graph) else "No body in force states a quorum."


@rule(code="MAN106", name="quorum-out-of-reach", severity=Severity.WARNING, applies_to=_of_quorums)
def quorum_out_of_reach(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Too few seats of a body are filled to reach its quorum, or nobody is there in a capacity that it asks for.

    Why it matters:
        Below its quorum a body can decide nothing, however many come to the meeting. Many quorums ask for certain
        people too: a Health and Wellbeing Board may need a councillor, somebody from the NHS and the Director of
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
        Fill the vacant seats. Where the quorum asks for more than the body has, ask whoever sets its terms of
        reference to change it.
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
    body, seats = count.membership.body, len(count.membership.seats)
    name = graph.name(body)
    message = f"The quorum of {name} cannot be reached."
    if too_few:
        filled = f"{len(count.filled)} of its {plural(seats, 'seat', 'seats')}"
        message += f" It asks for {plural(count.size, 'member', 'members')}, and {filled} "
        message += "is filled." if len(count.filled) == 1 else "are filled."
    message += "".join(
        f" It asks for {number} in this capacity: {_words(who)}; of the seats that are filled, {count.held(who)} "
        f"{'is' if count.held(who) == 1 else 'are'} held in it."
        for number, who in lacking
    )
    fix = f"Have the vacant seats on {name} filled, and state it"
    if count.size > seats:
        fix = f"Ask whoever sets the terms of reference of {name} to give it more seats or another quorum"
    elif not too_few:
        fix = f"Have as many seats on {name} filled in each capacity as its quorum asks for, and state it (as): "
        fix += _in_words(lacking)
    return Hit(bodies=(body,), message=message, witness=membership_evidence(graph, count.membership), fix=f"{fix}.")


def _perhaps_out_of_reach(graph: GovernanceGraph, count: _Count) -> Hit:
    body = count.membership.body
    name = graph.name(body)
    reasons = [] if count.membership.complete else ["who else sits on it is not stated (membership)"]
    if count.membership.complete and not count.all_counted:
        reasons.append("a seat is held by an entry that stands for several bodies")
    if count.short_of(for_certain=False):
        lacking = _in_words(count.short_of(for_certain=False))
        reasons.append(f"as many seats in each capacity as it asks for are not stated to be filled: {lacking}")
    return Hit(
        bodies=(body,),
        certainty=Certainty.NOT_STATED,
        message=f"Whether the quorum of {name} can be reached is not stated: {', and '.join(reasons)}.",
        witness=[seat.step for seat in count.membership.seats],
        fix=f"Find out who sits on {name}, in which capacity, and which seats are vacant, and state it (seats, as, "
        "membership).",
    )


def _not_understood(graph: GovernanceGraph, body: str) -> Hit:
    name = graph.name(body)
    return Hit(
        bodies=(body,),
        certainty=Certainty.NOT_STATED,
        message=f"The quorum of {name} is stated in words that cannot be counted here, so whether it can be reached is "
        "not known.",
        fix=f"Find out how many members of {name} must be present, and state it in short: 'seven members, among them "
        "one councillor', 'one quarter of the members' (quorum).",
    )


def _in_words(lacking: list[tuple[int, Among]]) -> str:
    return listed([f"{number} ({_words(who)})" for number, who in lacking])


def _words(who: Among) -> str:
    return who.words if isinstance(who, Capacity) else who
