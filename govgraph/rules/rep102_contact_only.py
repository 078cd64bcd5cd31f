"""REP102: bodies on which a constituency takes part, but has no seat."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Participation, Presence
from govgraph.model import Contact, Seat, Statement, Status
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
from govgraph.rules._words import listed

_LEVELS = {
    Participation.CONTACT: "they have a contact only",
    Participation.ATTENDS: "they attend only",
}
"""Of those who are consulted or informed alone, REP109 tells."""


@rule(code="REP102", name="contact-only", severity=Severity.WARNING, asks=of_constituencies, options=HeardOptions)
def contact_only(graph: GovernanceGraph, options: HeardOptions) -> Iterator[Hit]:
    """A group of people has a contact on a body, or attends it, but has no seat.

    Why it matters:
        A champion speaks about people, not for them, and cannot be held to what they would have said. Whoever only
        attends is there as long as they are asked.

    Flagged:
        board: board, strategic, membership complete
        champion -- contact_for[parent-carers, senior, voting] --> board

    Clean:
        board: board, strategic, membership complete
        champion -- contact_for[parent-carers, senior, voting] --> board
        forum -- sits_on[parent-carers] --> board

    How to fix:
        Keep the contact, and ask for a seat beside it, with a vote where law and constitution allow.
    """
    for one in asked(graph, options):
        standing = one.standing
        if standing.has_seat or standing.vacant or standing.level not in _LEVELS:
            continue
        titles = [_called(graph, presence) for presence in standing.lesser_ways]
        named = listed(list(dict.fromkeys(filter(None, titles))))
        yield Hit(
            bodies=(one.body,),
            constituency=one.constituency,
            certainty=one.gap,
            message=f"{has_none(graph, one)}; {_LEVELS[standing.level]}{f' ({named})' if named else ''}."
            + not_yet(standing, "Another way of taking part")
            + why_not_stated(graph, one),
            witness=[*(presence.step for presence in standing.lesser_ways), *how_we_know(graph, one.body, standing)],
            at=standing.lesser_ways[0].at,
            fix=f"Keep what there is for {people(graph, one.constituency)}. {seat_fix(graph, one)}",
        )


def _called(graph: GovernanceGraph, presence: Presence[Statement]) -> str:
    """What a way of taking part is called; of one that is less settled than its body, also that."""
    part, waiting = presence.part, presence.status in (Status.PROPOSED, Status.AGREED)
    settled = presence.status.words if waiting and presence.status is not graph.status(presence.body) else ""
    named = part.title or part.post or "" if isinstance(part, Contact) else ""
    named = f"as {part.role.words}" if isinstance(part, Seat) else named
    return ", ".join(filter(None, (named, settled)))
