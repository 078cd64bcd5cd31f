"""REP109: bodies that consult or inform a constituency, and give it no other part."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Participation
from govgraph.rules._representation import (
    ScopeOptions,
    absences_text,
    constituency_name,
    gap_hit,
    not_yet_text,
    of_constituencies,
    seat_fix,
    standings_in_scope,
)

_LEVELS = {
    Participation.CONSULTED: "they are consulted, and take no other part in it",
    Participation.INFORMED: "they are kept informed, and take no other part in it",
}


@rule(
    code="REP109", name="consulted-only", severity=Severity.WARNING, applies_to=of_constituencies, options=ScopeOptions
)
def consulted_only(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people is only consulted or informed by a body: it has no seat, does not attend, has no contact.

    Why it matters:
        Being consulted comes when there is something to be consulted on: often after the plan is made. Whoever is
        asked then can object, but was not there when the choices were narrowed down, and being informed is less.

    Flagged:
        board: board, strategic, membership complete
        parent-carers -- consulted_by --> board

    Clean:
        board: board, strategic, membership complete
        parent-carers -- consulted_by --> board
        forum -- sits_on[parent-carers] --> board

    How to fix:
        Keep the consultation, and ask for a seat beside it, with a vote where law and constitution allow; or at
        least to attend while plans are made, and to be told what became of what people said.
    """
    for gap in standings_in_scope(graph, options):
        standing = gap.standing
        if standing.vacant or standing.level not in _LEVELS:
            continue
        part = f"{_LEVELS[standing.level]}.{absences_text(standing)}{not_yet_text(standing)}"
        who = constituency_name(graph, gap.constituency)
        fix = f"{seat_fix(graph, gap)} Ask also that {who} are told what became of what they said."
        yield gap_hit(graph, gap, part, fix)
