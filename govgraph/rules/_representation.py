"""What the rules on representation share: which bodies they ask about, for whom, and how they speak of it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, People, counted, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import ExclusionReason, GovernanceGraph, Presence, Scope, Standing, Step
from govgraph.language import either_of
from govgraph.model import ACTIVITIES_IN_SCOPE, Activity, Capacity, Level, Seat
from govgraph.rules._phrases import ask_for_a_seat, complete_list, keeps_its_votes, of_people


class ScopeOptions(Options):
    """Which governance bodies are asked about: by their level, or by what they do."""

    levels: frozenset[Level] = frozenset({Level.STRATEGIC})
    activities: frozenset[Activity] = ACTIVITIES_IN_SCOPE


class BodyStanding(NamedTuple):
    """One constituency on one body in scope, and what the file states of it."""

    body: str
    constituency: str
    scope: Scope
    standing: Standing

    def lacks(self, graph: GovernanceGraph) -> list[Lack]:
        """What the file would have to say to make a missing seat a fact: who sits on the body, what it does."""
        open_seats, is_whole = self.standing.unattributed, graph.voice.membership(self.body).complete
        lacks = [] if self.standing.gap_is_stated or is_whole else [Aspect.MEMBERS.of(graph, self.body)]
        if open_seats and not self.standing.gap_is_stated:
            lacks.append(Aspect.SPEAKS_FOR.of(graph, self.body))
        return lacks if self.scope is Scope.IN else [*lacks, Aspect.REMIT.of(graph, self.body)]


def of_constituencies(graph: GovernanceGraph, options: ScopeOptions) -> str | None:
    """Why nothing can be asked about representation; None where it can."""
    unasked = of_people(graph, options)
    if unasked is not None:
        return unasked
    if all(scope is Scope.OUT for scope in graph.scopes(options.levels, options.activities).values()):
        return "No board, committee or group in place is strategic, decides, scrutinises or commissions."
    return None


def standings_in_scope(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[BodyStanding]:
    """Every constituency asked about, on every body in scope; one that leaves out level or activities may belong."""
    scopes = graph.scopes(options.levels, options.activities)
    return _standings(graph, {body: scope for body, scope in scopes.items() if scope is not Scope.OUT})


def all_standings(graph: GovernanceGraph) -> Iterator[BodyStanding]:
    """Every constituency asked about, on every governance body, whatever it does."""
    return _standings(graph, dict.fromkeys(graph.governance_bodies, Scope.IN))


def _standings(graph: GovernanceGraph, in_scope: dict[str, Scope]) -> Iterator[BodyStanding]:
    for constituency in graph.constituencies:
        for body, scope in in_scope.items():
            yield BodyStanding(body, constituency, scope, graph.voice.standing(body, constituency))


def votes_matter(graph: GovernanceGraph, body: str, besides: Collection[Presence[Seat]] = ()) -> bool | None:
    """Whether the body decides, or others vote on it; None where the file leaves it open."""
    does, any_seat_votes = graph.body(body).does, graph.voice.any_seat_votes(body, besides)
    if Activity.DECIDES in does or any_seat_votes:
        return True
    return None if not does or any_seat_votes is None else False


def open_votes(graph: GovernanceGraph, body: str) -> Lack:
    """What would show whether votes matter on a body: what it does; where that is stated, who sits and votes there."""
    if not graph.body(body).does:
        return Aspect.REMIT.of(graph, body)
    is_listed = any(seat.votes is None for seat in graph.voice.seats_on(body))
    return (Aspect.VOTES if is_listed else Aspect.MEMBERS).of(graph, body)


def gap_hit(graph: GovernanceGraph, gap: BodyStanding, message: Message, fix: Message = NOTHING) -> Hit:
    """That people have no seat on a body: `message` is the part that they take in it, or that they take none.

    Where the file leaves the seat open, that they take no part is no fact, and only the part that they take is said.
    """
    ways, lacks = gap.standing.lesser_ways, gap.lacks(graph)
    if lacks:
        message = (message if ways else NOTHING) & unattributed_seats(graph, gap)
    return Hit(
        bodies=(gap.body,),
        constituency=gap.constituency,
        lacks=lacks,
        message=message & not_yet(gap.standing),
        fix=_gap_fix(graph, gap, fix, is_open=bool(lacks)),
        witness=[*(way.step for way in ways), *gap_evidence(graph, gap.body, gap.standing)],
        at=ways[0].at if ways else None,
    )


def _gap_fix(graph: GovernanceGraph, gap: BodyStanding, fix: Message, *, is_open: bool) -> Message:
    """What to do about a missing seat, and about the part that people take now."""
    if is_open:
        return seat_fix(graph, gap, "if {people} have no seat there, ")
    return fix & ask_for_a_seat(graph, People.of(graph, gap.constituency), gap.body) if fix else seat_fix(graph, gap)


def unattributed_seats(graph: GovernanceGraph, gap: BodyStanding) -> Message:
    """That a seat may be theirs, since it is held as parent carer or young person and does not say for whom."""
    if gap.standing.gap_is_stated or not gap.standing.unattributed:
        return NOTHING
    held = {capacity for seat in gap.standing.unattributed for capacity in seat.part.capacities}
    return say(
        "{seats} on {body} [seats:is|are] held as {capacities}, but the file does not say for whom.",
        seats=counted(len(gap.standing.unattributed), "seat"),
        body=Bodies.of(graph, gap.body),
        capacities=either_of([capacity.words for capacity in _OF_PEOPLE if capacity in held]),
    )


_OF_PEOPLE = (Capacity.PARENT_CARER, Capacity.YOUNG_PERSON)


def no_seat_on(graph: GovernanceGraph, gap: BodyStanding) -> Message:
    """That people have no seat on a body."""
    people, body = People.of(graph, gap.constituency), Bodies.of(graph, gap.body)
    return say("{people} [have|have] no seat on {body}.", people=people, body=body)


def absences(standing: Standing) -> Message:
    """Why nobody holds the seat, or is the contact; nothing where no reason is stated."""
    holder = say("The body that would hold their seat is no longer in place.") if standing.unfilled else NOTHING
    return holder & (say("Their contact there is vacant.") if standing.vacant_contacts else NOTHING)


_NOT_YET = {
    ExclusionReason.NOT_BEGUN: "begins later",
    ExclusionReason.PROPOSED: "is only proposed, and this view leaves it out",
    ExclusionReason.AGREED: "is agreed but not yet in place, and this view leaves it out",
}


def not_yet(standing: Standing) -> Message:
    """Why a way of taking part that the file has does not count on this day or in this view; nothing without one."""
    reasons = [why for reason, why in _NOT_YET.items() if reason in standing.pending_reasons]
    return joined(say("The file lists a way for them to take part, but it {why}.", why=why) for why in reasons)


def gap_evidence(graph: GovernanceGraph, body: str, standing: Standing) -> list[Step]:
    """What makes a missing seat a fact of the file: a stated absence, or a list of seats that is stated to be whole.

    Where it is none, the seats that may be theirs.
    """
    if not standing.gap_is_stated:
        return [seat.step for seat in standing.unattributed]
    whole = [complete_list(graph, body, "seats")] if standing.complete else []
    return [*(presence.step for presence in standing.absent), *whole]


def seat_fix(graph: GovernanceGraph, gap: BodyStanding, when: str = "") -> Message:
    """What to do about a missing seat. Never a vote where the law may forbid one."""
    ask = ask_for_a_seat(graph, People.of(graph, gap.constituency), gap.body, when=when)
    if keeps_its_votes(graph, gap.body):
        return ask
    return ask & say("If not, ask for co-option, or to attend and see papers.")
