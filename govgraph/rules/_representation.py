"""What the rules on representation share: which bodies they ask about, for whom, and how they speak of it."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, People, counted, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import ExclusionReason, GovernanceGraph, Pending, Presence, Scope, Standing, Step, seat_count
from govgraph.language import either_of, partial_date
from govgraph.model import ACTIVITIES_IN_SCOPE, Activity, Level, Seat
from govgraph.rules._mandate import emptiness
from govgraph.rules._phrases import complete_list, not_in_place, of_people
from govgraph.rules._remedies import ask_for_a_seat
from govgraph.rules._terms_of_office import OF_PEOPLE, lapsed_terms_of


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
        if not self.standing.absent and lapsed_terms_of(graph, self.body, self.constituency):
            lacks.append(Aspect.RENEWAL.of(graph, self.body))
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
        message=message & not_yet(gap.standing.pending) & on_successors(graph, gap),
        fix=_gap_fix(graph, gap, fix, is_open=bool(lacks)),
        witness=[*(way.step for way in ways), *gap_evidence(graph, gap)],
        at=ways[0].at if ways else None,
    )


def _gap_fix(graph: GovernanceGraph, gap: BodyStanding, fix: Message, *, is_open: bool) -> Message:
    """What to do about a missing seat, and about the part that people take now."""
    people = People.of(graph, gap.constituency)
    if is_open:
        return ask_for_a_seat(graph, people, gap.body, when="if {people} have no seat there, ", or_else=True)
    if fix:
        return fix & ask_for_a_seat(graph, people, gap.body)
    return ask_for_a_seat(graph, people, gap.body, or_else=True)


def unattributed_seats(graph: GovernanceGraph, gap: BodyStanding) -> Message:
    """That a seat may be theirs, since it is held as parent carer or young person and does not say for whom."""
    if gap.standing.gap_is_stated or not gap.standing.unattributed:
        return NOTHING
    held = {capacity for seat in gap.standing.unattributed for capacity in seat.part.capacities}
    return say(
        "{seats} on {body} [seats:is|are] held as {capacities}, but the file does not say for whom.",
        seats=counted(seat_count(gap.standing.unattributed), "seat"),
        body=Bodies.of(graph, gap.body),
        capacities=either_of([capacity.words for capacity in OF_PEOPLE if capacity in held]),
    )


def no_seat_on(graph: GovernanceGraph, gap: BodyStanding) -> Message:
    """That people have no seat on a body."""
    people, body = People.of(graph, gap.constituency), Bodies.of(graph, gap.body)
    return say("{people} [have|have] no seat on {body}.", people=people, body=body)


def absences(graph: GovernanceGraph, standing: Standing) -> Message:
    """Why nobody attends for people, or is their contact; nothing where no reason is stated."""
    place = "The file lists a place for them to attend, but it is {state}."
    unfilled = say(place, state=emptiness(graph, standing.unfilled).words) if standing.unfilled else NOTHING
    return unfilled & (say("Their contact there is vacant.") if standing.vacant_contacts else NOTHING)


def not_yet(pending: Iterable[Pending]) -> Message:
    """The ways of taking part that the file has and that do not count on this day or in this view, and why."""
    sentences = (say("The file lists {way}, but it {why}.", way=_way(each), why=_why_not(each)) for each in pending)
    return joined(dict.fromkeys(sentences))


def on_successors(graph: GovernanceGraph, entry: BodyStanding, *, voting: bool = False) -> Message:
    """The seats of people on bodies that are to replace one and are not there yet; `voting`: only those that vote."""
    speakers = graph.structure.constituencies[entry.constituency].represented_by
    sentences = []
    for heir in graph.history.successors_to_come(entry.body):
        theirs = [seat for seat in graph.body(heir).seats if _is_of(seat, entry.constituency, speakers)]
        votes = any(seat.votes for seat in theirs)
        if votes or (theirs and not voting):
            begins, reason = graph.body(heir).from_, graph.exclusion_reason(heir)
            is_later = reason is ExclusionReason.NOT_BEGUN and begins is not None
            when = f"begins later ({partial_date(begins)})" if is_later and begins else "is not in place yet"
            seat = "a seat with a vote for them" if votes else "a seat for them"
            template = "{heir} [replaces|replace] {body} and [heir:has|have] {seat}, but {when}."
            sentences.append(
                say(template, heir=Bodies.of(graph, heir), body=Bodies.of(graph, entry.body), seat=seat, when=when)
            )
    return joined(sentences)


def _is_of(seat: Seat, constituency: str, speakers: Collection[str]) -> bool:
    if seat.vacant or seat.role.attends_only:
        return False
    return seat.on_behalf_of == constituency or (seat.on_behalf_of is None and seat.holder in speakers)


def _way(pending: Pending) -> str:
    if pending.is_seat:
        return "a seat with a vote for them" if pending.votes else "a seat for them"
    return "a way for them to take part"


def _why_not(pending: Pending) -> str:
    if pending.begins is not None:
        return f"begins later ({partial_date(pending.begins)})"
    return not_in_place(pending.reason)


def gap_evidence(graph: GovernanceGraph, gap: BodyStanding) -> list[Step]:
    """What makes a missing seat a fact of the file: a stated absence, or a list of seats that is stated to be whole.

    Where it is none, the seats that may be theirs. Seats that begin later, or whose term is over, come with it.
    """
    standing = gap.standing
    to_come = [pending.step for pending in standing.pending]
    lapsed = [] if standing.absent else [term.step for term in lapsed_terms_of(graph, gap.body, gap.constituency)]
    if not standing.gap_is_stated:
        return [*(seat.step for seat in standing.unattributed), *lapsed, *to_come]
    whole = [complete_list(graph, gap.body, "seats")] if standing.complete else []
    return [*(presence.step for presence in standing.absent), *whole, *lapsed, *to_come]
