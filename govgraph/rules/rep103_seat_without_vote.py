"""REP103: seats without a vote on bodies that decide."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Scope
from govgraph.rules._phrases import keeps_its_votes
from govgraph.rules._representation import (
    ScopeOptions,
    constituency_name,
    of_constituencies,
    open_votes_text,
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
        Whoever sits at the table without a vote can be heard and then outvoted by everyone else. Sometimes the law
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
        who, where = constituency_name(graph, entry.constituency), graph.name(entry.body)
        message = _no_vote(f"on {where} for {who}", len(seats), denied=denied)
        if matters is None:
            message += open_votes_text(graph, entry.body)
        fix = f"Find out whether the {'seat' if len(seats) == 1 else 'seats'} for {who} on {where} "
        fix += f"{'votes' if len(seats) == 1 else 'vote'}, and state it."
        yield Hit(
            bodies=(entry.body,),
            constituency=entry.constituency,
            certainty=Certainty.of(stated=denied and matters is True and entry.scope is Scope.IN),
            message=message,
            witness=[seat.step for seat in seats],
            at=seats[0].at,
            fix=_fix(graph, entry.body, who, len(seats)) if denied else fix,
        )


def _no_vote(where: str, count: int, *, denied: bool) -> str:
    """That the seats for people have no vote, or are not stated to have one."""
    if count == 1:
        return f"The seat {where} has no vote." if denied else f"Whether the seat {where} has a vote is not stated."
    if denied:
        return f"None of the {count} seats {where} has a vote."
    return f"Whether any of the {count} seats {where} has a vote is not stated."


def _fix(graph: GovernanceGraph, body: str, who: str, count: int) -> str:
    where, seats = graph.name(body), "the seat says" if count == 1 else "the seats say"
    ask = f"ask that what {seats} is minuted and answered."
    if keeps_its_votes(graph, body):
        return f"The law gives votes on {where} to councillors, unless an exemption or a scheme says otherwise: {ask}"
    return f"Ask for a vote for {who} on {where} where law and constitution allow; where they do not, {ask}"
