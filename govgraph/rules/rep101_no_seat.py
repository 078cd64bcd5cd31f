"""REP101: bodies on which a constituency has no seat, and no other way of taking part."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Aspect, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.language import LISTED
from govgraph.rules._phrases import silence_hit
from govgraph.rules._representation import (
    BodyStanding,
    ScopeOptions,
    absences,
    gap_hit,
    no_seat_on,
    of_constituencies,
    standings_in_scope,
)


@rule(code="REP101", name="no-seat", severity=Severity.ERROR, applies_to=of_constituencies, options=ScopeOptions)
def no_seat(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people has no seat on a body that steers, decides, scrutinises or commissions.

    Why it matters:
        What is decided without those whom it concerns is not made with them. In 2020 Shropshire's parent carer
        forum saw that no parent carer sat on any of the three bodies at the top of a draft structure, and that this
        undermined the co-production on which the plan rested.

    Flagged:
        board: board, strategic, decides, membership complete
        forum -- sits_on[parent-carers] --> workstream
        workstream: workstream, operational, delivers

    Clean:
        board: board, strategic, decides, membership complete
        forum -- sits_on[parent-carers, voting] --> board
        workstream: workstream, operational, delivers

    How to fix:
        Ask for a seat, with a vote where law and constitution allow. Where the law keeps a body to its own members,
        ask for co-option, or for a place in the meeting and papers. Where the file is silent, find out first.
    """
    silent: dict[str, list[str]] = {}
    for gap in standings_in_scope(graph, options):
        standing = gap.standing
        if standing.has_seat or standing.vacant or standing.lesser_ways:
            continue
        if _is_one_of_many(graph, gap):
            silent.setdefault(gap.constituency, []).append(gap.body)
            continue
        message = no_seat_on(graph, gap) & absences(standing)
        if not standing.pending_reasons:
            message &= say("The file shows no other way for them to take part.")
        yield gap_hit(graph, gap, message)
    for constituency, bodies in silent.items():
        yield silence_hit(Aspect.MEMBERS.of(graph, bodies), constituency=constituency)


def _is_one_of_many(graph: GovernanceGraph, gap: BodyStanding) -> bool:
    """Whether a gap is one silence among very many: a finding for each group and body would fill all memory."""
    if len(graph.constituencies) <= LISTED or not gap.lacks(graph):
        return False
    return not graph.voice.is_mentioned(gap.body, gap.constituency)
