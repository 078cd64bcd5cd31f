"""MAN108: bodies whose members are not made up as their rules say."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, counted, say
from govgraph.findings.message import NOTHING, Count
from govgraph.graph import (
    GovernanceGraph,
    Presence,
    composition_step,
    seat_count,
    seat_count_is_known,
)
from govgraph.language import listed, number_words
from govgraph.model import Seat
from govgraph.rules._composition import Limit, Verdict, limits_of
from govgraph.rules._phrases import numbered
from govgraph.rules._statute import RECORD_THEM, membership_evidence


def _of_composition(graph: GovernanceGraph, options: Options) -> str | None:
    if any(graph.voice.composition_of(body) for body in graph.bodies):
        return None
    return "The file gives no rule on how the members of a body are made up."


@rule(code="MAN108", name="composition-not-met", severity=Severity.WARNING, applies_to=_of_composition)
def composition_not_met(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The members of a body are not made up as its rules say: too few, too many, or the wrong share of them.

    The places of the body are counted first, and a vacant place counts as one: it is there to be filled. Where the
    places are right, those who are members now are counted too. A list that is not complete can only show that there
    are too many.

    Why it matters:
        A rule such as “at least half are parents” gives people weight in what the body decides. Where the members are
        made up otherwise, that weight is gone, and somebody may challenge the decisions.

    Flagged:
        board: board, membership complete
        parents -- makes_up[share at least half] --> board
        forum -- sits_on[parents] --> board
        somebody -- sits_on[as officer] --> board
        somebody -- sits_on[as councillor] --> board

    Clean:
        board: board, membership complete
        parents -- makes_up[share at least half] --> board
        forum -- sits_on[parents, count 2] --> board
        somebody -- sits_on[as officer] --> board
        somebody -- sits_on[as councillor] --> board

    How to fix:
        Ask the body to appoint members as its rules say, or to change the rules. If the file leaves somebody out,
        record them.
    """
    for body in graph.bodies:
        limits = list(limits_of(graph, body))
        for limit, about in zip(limits, _abouts(limits), strict=True):
            verdict = limit.verdict
            if verdict is not Verdict.MET:
                yield _hit(graph, limit, verdict, about)


def _abouts(limits: Sequence[Limit]) -> list[str]:
    """What tells a rule on members from others on the same people, also where its number or share changes."""
    found = []
    for limit in limits:
        fault = "too many" if limit.rule.sets_a_maximum else "too few"
        whom = "" if limit.rule.on_behalf_of is not None else f": {limit.rule.capacity_words or 'all members'}"
        found.append(f"{limit.rule.on_behalf_of or ''}/{fault}{whom}")
    return [about.partition("/")[2] for about in numbered(found)]


def _hit(graph: GovernanceGraph, limit: Limit, verdict: Verdict, about: str) -> Hit:
    body, membership = Bodies.of(graph, limit.body), limit.membership
    message, fix = _requirement(graph, limit), NOTHING
    if verdict is Verdict.BROKEN:
        message &= _places(graph, limit)
        remedy = "Ask {body} to have members appointed as [body:its|their] rules say, or to have the rules changed."
        fix = say(remedy, body=body) & (NOTHING if limit.rule.sets_a_maximum else RECORD_THEM)
    elif verdict is Verdict.BROKEN_NOW:
        message &= _members_now(graph, limit)
        fix = say("Ask {body} to have [body:its|their] vacant places filled.", body=body)
    evidence = [seat.step for seat in membership.seats]
    if membership.complete and verdict is not Verdict.OPEN:
        evidence = membership_evidence(graph, membership)
    return Hit(
        bodies=(limit.body,),
        constituency=limit.rule.on_behalf_of,
        about=about,
        lacks=limit.lacks(graph) if verdict is Verdict.OPEN else [],
        message=message,
        witness=[composition_step(graph.structure, limit.stated), *evidence],
        at=limit.stated.at,
        fix=fix,
    )


def _requirement(graph: GovernanceGraph, limit: Limit) -> Message:
    """What the rule asks for: `At least half of the members of the Board must speak for parent carers.`."""
    rule, body = limit.rule, Bodies.of(graph, limit.body)
    limits = listed(rule.limits)
    if rule.on_behalf_of is None and not rule.as_:
        return say("By [body:its|their] rules, {body} must have {limits}.", body=body, limits=limits)
    ask = f"By the rules of {{body}}, {{limits}} {'may' if rule.sets_a_maximum else 'must'} "
    if rule.on_behalf_of is not None:
        people = People.of(graph, rule.on_behalf_of)
        return say(f"{ask}speak for {{people}}.", body=body, limits=limits, people=people)
    return say(f"{ask}sit as {{capacity}}.", body=body, limits=limits, capacity=rule.capacity_words)


def _places(graph: GovernanceGraph, limit: Limit) -> Message:
    """How many places there are, and how many of them are such places."""
    places, theirs = _number(limit.places.all, "place"), _share(limit.places.theirs)
    vacant = ", vacant ones too" if len(limit.now.all) < len(limit.places.all) else ""
    if limit.rule.on_behalf_of is None and not limit.rule.as_:
        return say(f"The file lists {{places}}{vacant}.", places=places)
    if not places.number:
        return say("The file lists no places.")
    fact = f"Of {{places}} in the file{vacant}, {{theirs}} [theirs:is|are] {_such(limit)}"
    fact += ", and {maybe} may be." if limit.places.maybe else "."
    return say(fact, places=places, theirs=theirs, maybe=_share(limit.places.maybe))


def _members_now(graph: GovernanceGraph, limit: Limit) -> Message:
    """That the places are right, and how many members are there now."""
    body, members = Bodies.of(graph, limit.body), _number(limit.now.all, "member")
    right = say("[body:Its|Their] places are as the rules say, but some are vacant.", body=body)
    if limit.rule.on_behalf_of is None and not limit.rule.as_:
        return right & say("{members} [members:is|are] there now.", members=members)
    theirs = _share(limit.now.theirs)
    return right & say(
        f"Of {{members}} now, {{theirs}} [theirs:is|are] {_such(limit)}.", members=members, theirs=theirs
    )


def _number(seats: Sequence[Presence[Seat]], noun: str) -> Count:
    """How many there are: `four places`, or `at least four places` where one entry leaves its number open."""
    number = counted(seat_count(seats), noun)
    return number if seat_count_is_known(seats) else Count(f"at least {number.words}", number.number)


def _share(seats: Sequence[Presence[Seat]]) -> Count:
    """How many of others they are: `none`, `four`, `at least four`."""
    number = seat_count(seats)
    words = number_words(number) if number else "none"
    return Count(words if seat_count_is_known(seats) else f"at least {words}", number or 1)


def _such(limit: Limit) -> str:
    return "theirs" if limit.rule.on_behalf_of is not None else "of this kind"
