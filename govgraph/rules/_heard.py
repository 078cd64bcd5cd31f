"""What the rules on representation share: which bodies they ask about, for whom, and how they speak of it."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from govgraph.findings import Certainty, Step
from govgraph.graph import AsideReason, GovernanceGraph, Presence, Scope, Standing
from govgraph.model import ACTIVITIES_IN_SCOPE, Activity, Capacity, Level, Seat
from govgraph.rules._asks import of_people
from govgraph.rules._rule import Options
from govgraph.rules._words import ask_for_a_seat, counted, keeps_its_votes, listed


class HeardOptions(Options):
    """Which governance bodies are asked about: by their level, or by what they do."""

    levels: frozenset[Level] = frozenset({Level.STRATEGIC})
    activities: frozenset[Activity] = ACTIVITIES_IN_SCOPE


class Asked(NamedTuple):
    """One constituency on one body in scope, and what the file states of it."""

    body: str
    constituency: str
    scope: Scope
    standing: Standing

    @property
    def gap(self) -> Certainty:
        """Whether a missing seat is a fact of the file: the body is in scope, and its seats are all told."""
        return Certainty.of(stated=self.scope is Scope.IN and self.standing.gap_is_stated)


_known: WeakKeyDictionary[GovernanceGraph, dict[HeardOptions, dict[str, Scope]]] = WeakKeyDictionary()


def scopes(graph: GovernanceGraph, options: HeardOptions) -> dict[str, Scope]:
    """The scope of each governance body; one that leaves out level or activities may belong, and is asked too."""
    of_graph = _known.setdefault(graph, {})
    if options not in of_graph:  # every rule of the family asks
        of_graph[options] = _scopes(graph, options)
    return of_graph[options]


def _scopes(graph: GovernanceGraph, options: HeardOptions) -> dict[str, Scope]:
    found = {}
    for name in graph.governance_bodies:
        body = graph.body(name)
        if not options.levels.isdisjoint(body.level) or not options.activities.isdisjoint(body.does):
            found[name] = Scope.IN
        elif not body.level or not body.does:
            found[name] = Scope.NOT_STATED
        else:
            found[name] = Scope.OUT
    return found


def of_constituencies(graph: GovernanceGraph, options: HeardOptions) -> str | None:
    """Why nothing can be asked about representation; None where it can."""
    unasked = of_people(graph, options)
    if unasked is not None:
        return unasked
    if all(scope is Scope.OUT for scope in scopes(graph, options).values()):
        return "No governance body in force is strategic, decides, scrutinises or commissions."
    return None


def asked(graph: GovernanceGraph, options: HeardOptions) -> Iterator[Asked]:
    """Every constituency asked about, on every body in scope."""
    return _each(graph, [(body, scope) for body, scope in scopes(graph, options).items() if scope is not Scope.OUT])


def asked_of_all(graph: GovernanceGraph) -> Iterator[Asked]:
    """Every constituency asked about, on every governance body, whatever it does."""
    return _each(graph, [(body, Scope.IN) for body in graph.governance_bodies])


def _each(graph: GovernanceGraph, in_scope: Sequence[tuple[str, Scope]]) -> Iterator[Asked]:
    for constituency in graph.constituencies:
        for body, scope in in_scope:
            yield Asked(body, constituency, scope, graph.voice.standing(body, constituency))


def votes_matter(graph: GovernanceGraph, body: str, besides: Collection[Presence[Seat]] = ()) -> bool | None:
    """Whether the body decides, or others vote on it; None where the file leaves it open."""
    does = graph.body(body).does
    others = graph.voice.somebody_votes(body, besides)
    if Activity.DECIDES in does or others:
        return True
    return None if not does or others is None else False


def votes_are_open(graph: GovernanceGraph, body: str) -> str:
    """That it is not stated whether votes matter on a body, as a sentence; it is for bodies on which it is not."""
    where = graph.name(body)
    if graph.body(body).does:
        return f" Whether others vote on {where} is not stated."
    return f" Whether {where} decides, or others vote on it, is not stated."


def people(graph: GovernanceGraph, constituency: str) -> str:
    """The name of a constituency, as the file gives it: only its writer knows which letters are capital."""
    return graph.structure.constituencies[constituency].name


def has_none(graph: GovernanceGraph, one: Asked) -> str:
    """That there is no seat, as far as the file states it."""
    who, where = people(graph, one.constituency), graph.name(one.body)
    if one.gap is Certainty.STATED:
        return f"No seat on {where} is held for {who}"
    return f"No seat on {where} is stated for {who}"


def why_not_stated(graph: GovernanceGraph, one: Asked) -> str:
    """What the file would have to say to make it certain; nothing where it is."""
    if one.gap is Certainty.STATED:
        return ""
    reasons = who_else(graph, one.body, one.standing)
    if one.scope is Scope.NOT_STATED:
        body = graph.body(one.body)
        silent = [key for key, stated in (("level", body.level), ("does", body.does)) if not stated]
        reasons.append(f"whether it is a body on which people should be heard ({' and '.join(silent)})")
    silence = f" The file does not state {' or '.join(reasons)}." if reasons else ""
    return silence + for_whom(one.standing)


def who_else(graph: GovernanceGraph, body: str, standing: Standing) -> list[str]:
    """What is open where the list of a body's seats is not stated to be whole; nothing where it is."""
    is_told = standing.gap_is_stated or graph.voice.membership(body).complete
    return [] if is_told else ["who else sits on it (membership)"]


def for_whom(standing: Standing, where: str = "it") -> str:
    """That a seat may be theirs, since it is held as parent carer or young person and does not say for whom."""
    if standing.gap_is_stated or not standing.unsaid:
        return ""
    count, held = len(standing.unsaid), _as_whom(standing)
    is_, does = ("is", "does") if count == 1 else ("are", "do")
    seats = f"{counted(count, 'seat', 'seats')} on {where}"
    return f" {seats} {is_} held as {held} and {does} not say for whom (on_behalf_of)."


def _as_whom(standing: Standing) -> str:
    """The capacities of the seats that do not say for whom they speak: `parent carer or young person`."""
    held = {one for seat in standing.unsaid for one in seat.part.capacities}
    return listed([one.words for one in (Capacity.PARENT_CARER, Capacity.YOUNG_PERSON) if one in held], last="or")


_NOT_YET = {
    AsideReason.NOT_BEGUN: "begins later",
    AsideReason.PROPOSED: "is only proposed, which this view leaves out",
    AsideReason.AGREED: "is agreed but not in place, which this view leaves out",
}


def not_yet(standing: Standing, what: str = "One") -> str:
    """That a way of taking part is stated which does not count on this day or in this view; nothing where none is."""
    why = [told for reason, told in _NOT_YET.items() if reason in standing.not_yet]
    return "".join(f" {what} is stated that {told}." for told in why)


def how_we_know(graph: GovernanceGraph, body: str, standing: Standing) -> list[Step]:
    """What makes a missing seat a fact of the file: a stated absence, or a list of seats that is stated to be whole.

    Where it is none, the seats that may be theirs.
    """
    steps = [presence.step for presence in standing.absent]
    if standing.complete:
        steps.append(Step(None, "all_seats_listed", body, graph.status(body), graph.source_of(body)))
    return steps if standing.gap_is_stated else [seat.step for seat in standing.unsaid]


def seat_fix(graph: GovernanceGraph, one: Asked) -> str:
    """What to do about a missing seat. Never a vote where the law may forbid one."""
    who, where = people(graph, one.constituency), graph.name(one.body)
    ask = ask_for_a_seat(graph, who, one.body)
    if keeps_its_votes(graph, one.body):
        ask += "." if "attend" in ask else "; or to attend and see the papers."
    else:
        ask += "; where they keep it to its own members, ask for co-option, or to attend and see the papers."
    if one.gap is Certainty.STATED:
        return ask
    find_out = f"who sits on {where}"
    if one.standing.unsaid and not one.standing.gap_is_stated:
        find_out = f"for whom the seats on {where} that are held as {_as_whom(one.standing)} speak (on_behalf_of)"
        if len(one.standing.unsaid) == 1:
            find_out = f"for whom the seat on {where} that is held as {_as_whom(one.standing)} speaks (on_behalf_of)"
    return f"Find out {find_out}, and state it. If there is no seat for {who}: {ask[0].lower()}{ask[1:]}"
