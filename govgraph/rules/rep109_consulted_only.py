"""REP109: bodies that consult or inform a constituency, and give it no other part."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Participation
from govgraph.rules._heard import (
    HeardOptions,
    asked,
    has_none,
    how_we_know,
    not_yet,
    of_constituencies,
    people,
    seat_fix,
    why_not_stated,
)
from govgraph.rules._rule import rule

_LEVELS = {
    Participation.CONSULTED: "they are consulted, and take no other part in it",
    Participation.INFORMED: "they are kept informed, and take no other part in it",
}


@rule(code="REP109", name="consulted-only", severity=Severity.WARNING, asks=of_constituencies, options=HeardOptions)
def consulted_only(graph: GovernanceGraph, options: HeardOptions) -> Iterator[Hit]:
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
    for one in asked(graph, options):
        standing = one.standing
        if standing.vacant or standing.level not in _LEVELS:
            continue
        message = f"{has_none(graph, one)}; {_LEVELS[standing.level]}."
        if standing.unfilled:
            message += " The body that would hold the seat is not in force."
        if standing.vacant_contacts:
            message += " The contact for them is vacant."
        yield Hit(
            bodies=(one.body,),
            constituency=one.constituency,
            certainty=one.gap,
            message=message + not_yet(standing) + why_not_stated(graph, one),
            witness=[*(presence.step for presence in standing.lesser_ways), *how_we_know(graph, one.body, standing)],
            at=standing.lesser_ways[0].at,
            fix=f"{seat_fix(graph, one)} Ask also that {people(graph, one.constituency)} are told what became of what "
            "they said.",
        )
