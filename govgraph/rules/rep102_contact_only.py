"""REP102: bodies on which a constituency takes part, but has no seat."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Bodies, Hit, People, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Participation, Presence
from govgraph.language import listed
from govgraph.model import Contact, Role, Seat, Status
from govgraph.rules._representation import ScopeOptions, gap_hit, of_constituencies, standings_in_scope

_LEVELS = {
    Participation.CONTACT: "{people} have only a contact on {body}.",
    Participation.ATTENDS: "{people} only attend {body}.",
}
"""Those who are only consulted or informed are left to REP109."""
_KEEP = {
    Participation.CONTACT: "Ask {body} to keep the contact for {people}.",
    Participation.ATTENDS: "Ask {body} to let {people} go on attending.",
}
_ATTEND, _CONTACT = "They attend as {named}.", "Their contact is {named}."


@rule(code="REP102", name="contact-only", severity=Severity.WARNING, applies_to=of_constituencies, options=ScopeOptions)
def contact_only(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people has a contact on a body, or attends it, but has no seat.

    Why it matters:
        A champion speaks about people, not for them, and cannot be held to what they would have said. People who only
        attend are there only as long as they are invited.

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
    for gap in standings_in_scope(graph, options):
        standing = gap.standing
        if standing.has_seat or standing.empty or standing.level not in _LEVELS:
            continue
        people, body = People.of(graph, gap.constituency), Bodies.of(graph, gap.body)
        message = say(_LEVELS[standing.level], people=people, body=body)
        for template, ways in ((_ATTEND, standing.attends), (_CONTACT, standing.contacts)):
            named = listed(list(dict.fromkeys(filter(None, (_way_name(graph, way) for way in ways)))))
            message &= say(template, named=named) if named else NOTHING
        yield gap_hit(graph, gap, message, say(_KEEP[standing.level], people=people, body=body))


def _way_name(graph: GovernanceGraph, presence: Presence[Contact] | Presence[Seat]) -> str:
    """The title or role of a way of taking part; of one that is less settled than its body, also its status."""
    part, status = presence.part, presence.status
    unsettled = status in (Status.PROPOSED, Status.AGREED) and status is not graph.status(presence.body)
    if isinstance(part, Seat):
        title = "" if part.role is Role.ATTENDEE else f"{part.role.words}s"
    else:
        title = part.title or part.post or ""
    return f"{title}, only {status.words}" if title and unsettled else title
