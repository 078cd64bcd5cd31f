"""What the rules on representation share: which bodies they ask about, for whom, and how they speak of it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Certainty, Hit
from govgraph.graph import ExclusionReason, GovernanceGraph, Presence, Scope, Standing, Step
from govgraph.language import listed, plural
from govgraph.model import ACTIVITIES_IN_SCOPE, Activity, Capacity, Level, Seat
from govgraph.rules._phrases import ask_for_a_seat, complete_list, keeps_its_votes, lower_first, of_people


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

    @property
    def certainty(self) -> Certainty:
        """Whether a missing seat is a fact of the file: the body is in scope, and all its seats are stated."""
        return Certainty.of(stated=self.scope is Scope.IN and self.standing.gap_is_stated)


def scopes(graph: GovernanceGraph, options: ScopeOptions) -> dict[str, Scope]:
    """The scope of each governance body; one that leaves out level or activities may belong, and is asked too."""
    return graph.scopes(options.levels, options.activities)


def of_constituencies(graph: GovernanceGraph, options: ScopeOptions) -> str | None:
    """Why nothing can be asked about representation; None where it can."""
    unasked = of_people(graph, options)
    if unasked is not None:
        return unasked
    if all(scope is Scope.OUT for scope in scopes(graph, options).values()):
        return "No governance body in force is strategic, decides, scrutinises or commissions."
    return None


def standings_in_scope(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[BodyStanding]:
    """Every constituency asked about, on every body in scope."""
    return _standings(graph, {body: scope for body, scope in scopes(graph, options).items() if scope is not Scope.OUT})


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


def open_votes_text(graph: GovernanceGraph, body: str) -> str:
    """That the file leaves open whether votes matter on a body, as a sentence."""
    where = graph.name(body)
    if graph.body(body).does:
        return f" Whether others vote on {where} is not stated."
    return f" Whether {where} decides, or others vote on it, is not stated."


def constituency_name(graph: GovernanceGraph, constituency: str) -> str:
    """The name of a constituency, as the file gives it: only its writer knows which letters are capital."""
    return graph.structure.constituencies[constituency].name


def gap_hit(graph: GovernanceGraph, gap: BodyStanding, part: str, fix: str) -> Hit:
    """That people have no seat on a body; `part` is the end of the sentence, and says which other part they take."""
    who, where = constituency_name(graph, gap.constituency), graph.name(gap.body)
    held = "held" if gap.certainty is Certainty.STATED else "stated"
    ways = gap.standing.lesser_ways
    return Hit(
        bodies=(gap.body,),
        constituency=gap.constituency,
        certainty=gap.certainty,
        message=f"No seat on {where} is {held} for {who}; {part}{why_not_stated(graph, gap)}",
        witness=[*(way.step for way in ways), *gap_evidence(graph, gap.body, gap.standing)],
        at=ways[0].at if ways else None,
        fix=fix,
    )


def absences_text(standing: Standing) -> str:
    """That whoever would hold the seat, or be the contact, is not there, in sentences; nothing where none is stated."""
    holder = " The body that would hold the seat is not in force." if standing.unfilled else ""
    return f"{holder} The contact for them is vacant." if standing.vacant_contacts else holder


def why_not_stated(graph: GovernanceGraph, gap: BodyStanding) -> str:
    """What the file would have to state to make a missing seat certain; nothing where it is."""
    if gap.certainty is Certainty.STATED:
        return ""
    reasons = ["who else sits on it (membership)"] if is_open(graph, gap.body, gap.standing) else []
    if gap.scope is Scope.NOT_STATED:
        body = graph.body(gap.body)
        missing = [key for key, stated in (("level", body.level), ("does", body.does)) if not stated]
        reasons.append(f"whether it is a body on which people should be heard ({' and '.join(missing)})")
    open_questions = f" The file does not state {' or '.join(reasons)}." if reasons else ""
    return open_questions + unassigned_seats_text(gap.standing)


def is_open(graph: GovernanceGraph, body: str, standing: Standing) -> bool:
    """Whether others may sit on a body: no gap is stated, and neither is that the list of its seats is whole."""
    return not standing.gap_is_stated and not graph.voice.membership(body).complete


def unassigned_seats_text(standing: Standing, where: str = "it") -> str:
    """That a seat may be theirs, since it is held as parent carer or young person and does not say for whom."""
    if standing.gap_is_stated or not standing.unattributed:
        return ""
    count = len(standing.unattributed)
    are, do = ("is", "does") if count == 1 else ("are", "do")
    seats = f"{plural(count, 'seat', 'seats')} on {where}"
    return f" {seats} {are} held as {_capacities(standing)} and {do} not say for whom (on_behalf_of)."


def _capacities(standing: Standing) -> str:
    """The capacities of the seats that do not say for whom they speak: `parent carer or young person`."""
    held = {capacity for seat in standing.unattributed for capacity in seat.part.capacities}
    people = (Capacity.PARENT_CARER, Capacity.YOUNG_PERSON)
    return listed([capacity.words for capacity in people if capacity in held], last="or")


_NOT_YET = {
    ExclusionReason.NOT_BEGUN: "begins later",
    ExclusionReason.PROPOSED: "is only proposed, which this view leaves out",
    ExclusionReason.AGREED: "is agreed but not in place, which this view leaves out",
}


def not_yet_text(standing: Standing, what: str = "One") -> str:
    """That a way of taking part is stated which does not count on this day or in this view; nothing where none is."""
    reasons = [why for reason, why in _NOT_YET.items() if reason in standing.pending_reasons]
    return "".join(f" {what} is stated that {why}." for why in reasons)


def gap_evidence(graph: GovernanceGraph, body: str, standing: Standing) -> list[Step]:
    """What makes a missing seat a fact of the file: a stated absence, or a list of seats that is stated to be whole.

    Where it is none, the seats that may be theirs.
    """
    if not standing.gap_is_stated:
        return [seat.step for seat in standing.unattributed]
    whole = [complete_list(graph, body, "seats")] if standing.complete else []
    return [*(presence.step for presence in standing.absent), *whole]


def seat_fix(graph: GovernanceGraph, gap: BodyStanding) -> str:
    """What to do about a missing seat. Never a vote where the law may forbid one."""
    who, where = constituency_name(graph, gap.constituency), graph.name(gap.body)
    ask = ask_for_a_seat(graph, who, gap.body)
    if keeps_its_votes(graph, gap.body):
        ask += "." if "attend" in ask else "; or to attend and see the papers."
    else:
        ask += "; where they keep it to its own members, ask for co-option, or to attend and see the papers."
    if gap.certainty is Certainty.STATED:
        return ask
    question = f"who sits on {where}"
    if gap.standing.unattributed and not gap.standing.gap_is_stated:
        single = len(gap.standing.unattributed) == 1
        seats, are, speak = ("seat", "is", "speaks") if single else ("seats", "are", "speak")
        held = f"{are} held as {_capacities(gap.standing)}"
        question = f"for whom the {seats} on {where} that {held} {speak} (on_behalf_of)"
    return f"Find out {question}, and state it. If there is no seat for {who}: {lower_first(ask)}"
