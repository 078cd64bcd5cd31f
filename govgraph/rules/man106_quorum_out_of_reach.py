"""MAN106: bodies whose filled seats do not reach their quorum."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, Severity, counted, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Membership, Presence, filled_seats, seat_count, seat_count_is_known
from govgraph.language import listed, number_words
from govgraph.model import Capacity, Seat
from govgraph.rules._quorum import Among, Quorum, ShareOf, meant_by, perhaps_meant_by, read_quorum
from govgraph.rules._statute import membership_evidence, states_count


class _Count(NamedTuple):
    """What a quorum asks for, and what is there."""

    membership: Membership
    filled: tuple[Presence[Seat], ...]
    """The filled seats that may count: all, or of a quorum of members with a vote those that may have one."""
    quorum: Quorum
    all_counted: bool
    """Whether the file states how many seats there are."""

    @property
    def places(self) -> int:
        """The seats that are listed, vacant ones too."""
        return seat_count(self.membership.seats)

    @property
    def of_places(self) -> bool:
        """Whether vacant places count, or may count, in what the quorum is a share of."""
        return self.quorum.share is not None and self.quorum.share_of is not ShareOf.MEMBERS

    @property
    def size(self) -> int:
        """How many must be present; of a share of the members, of those who are there: a vacant place is no member."""
        return self.quorum.size(self.places if self.of_places else seat_count(self.filled))

    @property
    def voters(self) -> tuple[Presence[Seat], ...]:
        """The filled seats that count for certain."""
        return tuple(seat for seat in self.filled if seat.part.votes or not self.quorum.voting)

    def held(self, who: Among) -> int:
        """The filled seats that are held in a capacity that is meant."""
        return seat_count(seat for seat in self.filled if not meant_by(who).isdisjoint(seat.part.capacities))

    def may_be_held(self, who: Among) -> list[Presence[Seat]]:
        """The other filled seats that may be held in one: their capacity is open, or may be meant."""
        rest = [seat for seat in self.filled if meant_by(who).isdisjoint(seat.part.capacities)]
        perhaps = perhaps_meant_by(who)
        return [
            seat for seat in rest if not seat.part.capacity_is_known or not perhaps.isdisjoint(seat.part.capacities)
        ]

    def short_of(self, *, for_certain: bool) -> list[tuple[int, Among]]:
        """The parts of the quorum that are not reached; for certain: not whatever the open capacities are."""
        return [
            (number, who)
            for number, who in self.quorum.among
            if self.held(who) + (seat_count(self.may_be_held(who)) if for_certain else 0) < number
        ]

    @property
    def is_short(self) -> bool:
        """Whether too few seats are filled, however the open votes are."""
        return seat_count(self.filled) < self.size

    @property
    def may_be_short(self) -> bool:
        """Whether the seats that are listed do not show that enough members are there."""
        return seat_count(self.voters) < (1 if self.quorum.share and not self.of_places else self.size)


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
        filled = filled_seats(graph, membership.seats)
        may_count = tuple(seat for seat in filled if seat.part.votes is not False or not quorum.voting)
        count = _Count(membership, may_count, quorum, states_count(graph, membership))
        lacking = count.short_of(for_certain=True)
        is_open = quorum.share is not None and quorum.share_of is ShareOf.TOTAL
        too_few = count.is_short and not is_open
        if count.all_counted and (too_few or lacking):
            yield _out_of_reach(graph, count, too_few, lacking)
        # Whether a share of all places is reached is open until all seats are stated.
        elif count.may_be_short or count.short_of(for_certain=False) or (count.of_places and not count.all_counted):
            yield _perhaps_out_of_reach(graph, count)


def _out_of_reach(graph: GovernanceGraph, count: _Count, too_few: bool, lacking: list[tuple[int, Among]]) -> Hit:
    body = Bodies.of(graph, count.membership.body)
    message = say("{body} cannot reach [body:its|their] quorum.", body=body)
    message &= _too_few(count) if too_few else NOTHING
    message &= joined(_short_of(number, who, count.held(who)) for number, who in lacking)
    fix = "Ask {body} to have [body:its|their] vacant seats filled."
    if count.size > count.places:
        fix = "Ask {body} to have [body:its|their] terms of reference changed: more seats, or another quorum."
    elif not too_few:
        fix = "Ask {body} to have seats filled as [body:its|their] quorum needs: {members}."
    elif count.quorum.voting:
        fix = "Ask {body} to have seats with a vote filled, or [body:its|their] terms of reference changed."
    return Hit(
        bodies=(count.membership.body,),
        message=message,
        witness=membership_evidence(graph, count.membership),
        fix=say(fix, body=body, members=_in_words(lacking)),
    )


def _too_few(count: _Count) -> Message:
    filled, seats = seat_count(count.filled), counted(count.places, "seat")
    there = "{filled} of {seats} [filled:is|are] filled" if seats.number else "there are no seats"
    if count.quorum.voting and seats.number:
        there = "{filled} of {seats} [filled:is|are] filled and may have a vote"
    members = counted(count.size, "member with a vote" if count.quorum.voting else "member", _plural(count))
    return say(f"The quorum is {{members}}, but {there}.", members=members, filled=filled or "none", seats=seats)


def _plural(count: _Count) -> str:
    return "members with a vote" if count.quorum.voting else "members"


def _short_of(number: int, who: Among, held: int) -> Message:
    there = "there is only {held}" if held else "there is none"
    fact = f"The quorum needs {{members}} as {{capacity}}, but {there}."
    return say(fact, members=counted(number, "member"), capacity=_words(who), held=held)


def _perhaps_out_of_reach(graph: GovernanceGraph, count: _Count) -> Hit:
    """The quorum is a fact; open is who else is a member, and in which capacity and with which vote they sit."""
    body, quorum = count.membership.body, count.quorum
    lacks = [] if count.all_counted else [_number_lack(graph, count.membership)]
    if any(count.may_be_held(who) for _, who in count.short_of(for_certain=False)):
        lacks.append(Aspect.CAPACITIES.of(graph, body))
    if len(count.voters) < len(count.filled):
        lacks.append(Aspect.VOTES.of(graph, body))
    of_total = NOTHING
    if not lacks:
        # All is known but what the words mean: whether the total counts vacant places.
        lacks.append(Aspect.QUORUM.of(graph, body))
        of_total = say(
            "{filled} of {seats} [filled:is|are] filled, and the words leave open whether vacant seats count.",
            filled=seat_count(count.filled) or "none",
            seats=counted(count.places, "seat"),
        )
    among = f", among them {_in_words(list(quorum.among))}" if quorum.among else ""
    message = say(
        "The quorum of {body} is {quorum}.", body=Bodies.of(graph, body), quorum=f"{_size_words(count)}{among}"
    )
    return Hit(
        bodies=(body,), lacks=lacks, message=message & of_total, witness=[seat.step for seat in count.membership.seats]
    )


def _number_lack(graph: GovernanceGraph, membership: Membership) -> Lack:
    """What the file would have to say for its number of seats to be known."""
    only_numbers = membership.complete and not seat_count_is_known(membership.seats)
    return (Aspect.SEAT_NUMBERS if only_numbers else Aspect.MEMBERS).of(graph, membership.body)


def _size_words(count: _Count) -> str:
    quorum = count.quorum
    if quorum.share is None:
        return counted(quorum.members, "member with a vote" if quorum.voting else "member", _plural(count)).words
    of = {
        ShareOf.MEMBERS: f"the {_plural(count)}",
        ShareOf.PLACES: f"the seats{' with a vote' if quorum.voting else ''}",
        ShareOf.TOTAL: f"the total {'voting ' if quorum.voting else ''}membership",
    }
    return f"{quorum.share.words} of {of[quorum.share_of]}"


def _not_understood(graph: GovernanceGraph, body: str) -> Hit:
    return Hit(
        bodies=(body,),
        lacks=[Aspect.QUORUM.of(graph, body)],
        message=say(
            "The quorum of {body} is in words that cannot be counted. "
            "Write it in short: “seven members, among them one councillor”, “one quarter of the members”.",
            body=Bodies.of(graph, body),
        ),
    )


def _in_words(members: list[tuple[int, Among]]) -> str:
    return listed([f"{number_words(number)} as {_words(who)}" for number, who in members])


def _words(who: Among) -> str:
    return who.words if isinstance(who, Capacity) else f"{who} representative"
