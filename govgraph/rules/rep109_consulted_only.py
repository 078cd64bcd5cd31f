"""REP109: bodies that consult or inform a constituency, and give it no other part."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Bodies, Hit, People, Severity, say
from govgraph.graph import GovernanceGraph, Participation
from govgraph.rules._representation import ScopeOptions, absences, gap_hit, of_constituencies, standings_in_scope

_LEVELS = {
    Participation.CONSULTED: "{people} are consulted by {body}, and take no other part.",
    Participation.INFORMED: "{people} are kept informed by {body}, and take no other part.",
}
_REMEDIES = {
    Participation.CONSULTED: "Ask {body} to show {people} what became of what they said.",
    Participation.INFORMED: "Ask {body} to consult {people}, and not only to inform them.",
}


@rule(
    code="REP109", name="consulted-only", severity=Severity.WARNING, applies_to=of_constituencies, options=ScopeOptions
)
def consulted_only(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people is only consulted or informed by a body: it has no seat, does not attend, has no contact.

    Why it matters:
        Being consulted comes when there is something to be consulted on: often after the plan is made. People who are
        asked then can object, but were not there when the choices were narrowed down. Being informed is less.

    Flagged:
        board: board, strategic, membership complete
        parent-carers -- consulted_by --> board

    Clean:
        board: board, strategic, membership complete
        parent-carers -- consulted_by --> board
        forum -- sits_on[parent-carers] --> board

    How to fix:
        Keep the consultation, and ask for a seat beside it, with a vote where law and constitution allow. Or ask at
        least to attend while plans are made, and to hear what became of what people said.
    """
    for gap in standings_in_scope(graph, options):
        standing = gap.standing
        if standing.empty or standing.level not in _LEVELS:
            continue
        people, body = People.of(graph, gap.constituency), Bodies.of(graph, gap.body)
        message = say(_LEVELS[standing.level], people=people, body=body) & absences(graph, standing)
        fix = say(_REMEDIES[standing.level], people=people, body=body)
        yield gap_hit(graph, gap, message, fix)
