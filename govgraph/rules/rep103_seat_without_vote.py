"""REP103: seats without a vote on bodies that decide."""

from collections.abc import Iterator

from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Scope
from govgraph.rules._heard import HeardOptions, asked, of_constituencies, people, votes_are_open, votes_matter
from govgraph.rules._rule import rule
from govgraph.rules._words import keeps_its_votes


@rule(code="REP103", name="seat-without-vote", severity=Severity.WARNING, asks=of_constituencies, options=HeardOptions)
def seat_without_vote(graph: GovernanceGraph, options: HeardOptions) -> Iterator[Hit]:
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
    for one in asked(graph, options):
        seats = one.standing.seats
        if not seats or any(seat.part.votes for seat in seats):
            continue
        matters = votes_matter(graph, one.body, besides=seats)
        if matters is False:
            continue
        denied = all(seat.part.votes is False for seat in seats)
        stated = denied and matters is True and one.scope is Scope.IN
        who, where = people(graph, one.constituency), graph.name(one.body)
        message = _no_vote(f"on {where} for {who}", len(seats), denied=denied)
        if matters is None:
            message += votes_are_open(graph, one.body)
        yield Hit(
            bodies=(one.body,),
            constituency=one.constituency,
            certainty=Certainty.of(stated=stated),
            message=message,
            witness=[seat.step for seat in seats],
            at=seats[0].at,
            fix=_fix(graph, one.body, who, len(seats)) if denied else _find_out(f"for {who} on {where}", len(seats)),
        )


def _no_vote(where: str, count: int, *, denied: bool) -> str:
    """That the seats for people have no vote, or are not stated to have one."""
    if count == 1:
        return f"The seat {where} has no vote." if denied else f"Whether the seat {where} has a vote is not stated."
    if denied:
        return f"None of the {count} seats {where} has a vote."
    return f"Whether any of the {count} seats {where} has a vote is not stated."


def _find_out(where: str, count: int) -> str:
    if count == 1:
        return f"Find out whether the seat {where} votes, and state it."
    return f"Find out whether the seats {where} vote, and state it."


def _fix(graph: GovernanceGraph, body: str, who: str, count: int) -> str:
    said = "the seat says" if count == 1 else "the seats say"
    where, answered = graph.name(body), f"ask that what {said} is minuted and answered."
    if keeps_its_votes(graph, body):
        return (
            f"The law gives votes on {where} to councillors, unless an exemption or a scheme says otherwise: {answered}"
        )
    return f"Ask for a vote for {who} on {where} where law and constitution allow; where they do not, {answered}"
