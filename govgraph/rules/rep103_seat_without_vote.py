"""REP103: seats without a vote on bodies that decide."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Aspect, Bodies, Hit, Message, People, Severity, counted, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Scope
from govgraph.rules._phrases import keeps_its_votes
from govgraph.rules._representation import (
    BodyStanding,
    ScopeOptions,
    of_constituencies,
    open_votes,
    standings_in_scope,
    votes_matter,
)


@rule(
    code="REP103",
    name="seat-without-vote",
    severity=Severity.WARNING,
    applies_to=of_constituencies,
    options=ScopeOptions,
)
def seat_without_vote(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people sits on a body that decides, or on which others vote, and has no vote there.

    Why it matters:
        People who sit at the table without a vote can be heard and then outvoted by everyone else. Sometimes the law
        forbids the vote; then it should be known that the seat is a voice only.

    Flagged:
        board: board, strategic, decides
        forum -- sits_on[parent-carers, non-voting] --> board

    Clean:
        board: board, strategic, decides
        forum -- sits_on[parent-carers, voting] --> board

    How to fix:
        Ask for a vote where law and constitution allow. Where they do not, ask that what the seat says is minuted
        and answered.
    """
    for entry in standings_in_scope(graph, options):
        seats = entry.standing.seats
        if not seats or any(seat.part.votes for seat in seats):
            continue
        matters = votes_matter(graph, entry.body, besides=seats)
        if matters is False:
            continue
        denied = all(seat.part.votes is False for seat in seats)
        lacks = [] if denied else [Aspect.VOTES.of(graph, entry.body)]
        lacks += [open_votes(graph, entry.body)] if matters is None else []
        lacks += [] if entry.scope is Scope.IN else [Aspect.REMIT.of(graph, entry.body)]
        yield Hit(
            bodies=(entry.body,),
            constituency=entry.constituency,
            lacks=lacks,
            message=_message(graph, entry, len(seats)) if denied else NOTHING,
            witness=[seat.step for seat in seats],
            at=seats[0].at,
            fix=NOTHING if lacks else _fix(graph, entry),
        )


def _message(graph: GovernanceGraph, entry: BodyStanding, count: int) -> Message:
    held = "a seat" if count == 1 else counted(count, "seat")
    people, body = People.of(graph, entry.constituency), Bodies.of(graph, entry.body)
    return say("{people} have {held} on {body}, but no vote.", people=people, held=held, body=body)


def _fix(graph: GovernanceGraph, entry: BodyStanding) -> Message:
    parts = {"people": People.of(graph, entry.constituency), "body": Bodies.of(graph, entry.body)}
    if keeps_its_votes(graph, entry.body):
        law = "The law gives votes on {body} to councillors, unless an exemption or a scheme says otherwise."
        return say("Ask {body} to minute what {people} say, and to answer it.", **parts) & say(law, **parts)
    ask = "Ask {body} for a vote for {people}, where the law and [body:its|their] rules allow."
    minutes = "Where they do not, ask [body:it|them] to minute what {people} say, and to answer it."
    return say(ask, **parts) & say(minutes, **parts)
