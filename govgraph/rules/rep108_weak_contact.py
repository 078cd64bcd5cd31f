"""REP108: champions and contacts who could not act on what they hear."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import rule
from govgraph.findings import Aspect, Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Presence, Scope
from govgraph.language import LISTED, listed
from govgraph.model import Contact
from govgraph.rules._remedies import ask_for_a_seat, keeps_its_votes
from govgraph.rules._representation import (
    BodyStanding,
    ScopeOptions,
    not_yet,
    of_constituencies,
    open_votes,
    standings_in_scope,
    votes_matter,
)


class _WeakContact(NamedTuple):
    """A contact, with what the file states that keeps it from acting on what it hears, and what it leaves open."""

    contact: Presence[Contact]
    stated: list[str]
    open: list[str]
    lacks_vote: bool

    @property
    def weight(self) -> tuple[bool, int, int]:
        """How weak it is, to put the best of several first: one that somebody fills before a vacant one."""
        return self.contact.part.vacant, len(self.stated), len(self.stated) + len(self.open)

    @property
    def message(self) -> Message:
        """What is weak about it, as far as the file says: `Their contact there (Champion) is not senior.`."""
        title = f" ({self.contact.part.title})" if self.contact.part.title else ""
        return say("One contact there{title} {weaknesses}.", title=title, weaknesses=listed(self.stated))


@rule(code="REP108", name="weak-contact", severity=Severity.WARNING, applies_to=of_constituencies, options=ScopeOptions)
def weak_contact(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """The contact that people have in place of a seat is not senior, has no vote, has no name or is vacant.

    Why it matters:
        A contact is worth what it can do. Shropshire's parent carers asked for a senior decision maker, and on the
        body that votes for a voting member, because anyone else can only pass on what they hear.

    Flagged:
        board: board, strategic, decides
        champion -- contact_for[parent-carers, senior, non-voting] --> board

    Clean:
        board: board, strategic, decides
        champion -- contact_for[parent-carers, senior, voting] --> board

    How to fix:
        Ask that the contact is named, is a senior decision maker, and votes where the body votes.
    """
    for entry in standings_in_scope(graph, options):
        contacts = (*entry.standing.contacts, *entry.standing.vacant_contacts)
        if not contacts or entry.standing.has_seat:
            continue
        weak = [_weak_contact(graph, entry.body, contact) for contact in contacts]
        if all(contact.stated or contact.open or contact.lacks_vote for contact in weak):  # else one of them can act
            weak.sort(key=lambda contact: contact.weight)
            yield _hit(graph, entry, weak)


def _hit(graph: GovernanceGraph, entry: BodyStanding, weak: list[_WeakContact]) -> Hit:
    people, body = People.of(graph, entry.constituency), Bodies.of(graph, entry.body)
    unproven = [contact for contact in weak if not contact.stated]
    lacks = [Aspect.CONTACT.of(graph, entry.body)] if any(contact.open for contact in unproven) else []
    lacks += [] if entry.scope is Scope.IN else [Aspect.REMIT.of(graph, entry.body)]
    if any(contact.lacks_vote for contact in unproven) and votes_matter(graph, entry.body) is None:
        lacks.append(open_votes(graph, entry.body))
    message = say("{people} have a contact on {body} who cannot act on what they hear.", people=people, body=body)
    if lacks:
        message = say("{people} have a contact on {body}.", people=people, body=body)
    shown = [contact.message for contact in weak[:LISTED] if contact.stated]
    if all(contact.contact.part.vacant for contact in weak):
        message, shown = say("{people} have a contact on {body}, but the post is vacant.", people=people, body=body), []
    return Hit(
        bodies=(entry.body,),
        constituency=entry.constituency,
        lacks=lacks,
        message=joined([message, *shown]) & not_yet(entry.standing.pending),
        witness=[*(each.contact.step for each in weak), *(pending.step for pending in entry.standing.pending)],
        at=weak[0].contact.at,
        fix=NOTHING if lacks else _fix(graph, entry, weak[0]),
    )


def _fix(graph: GovernanceGraph, entry: BodyStanding, contact: _WeakContact) -> Message:
    """To fill the post, or to ask of the contact what it lacks and no more; and for a seat."""
    people, body = People.of(graph, entry.constituency), Bodies.of(graph, entry.body)
    if contact.contact.part.vacant:
        ask = say("Ask {body} who will be the contact for {people}, and to fill the post.", body=body, people=people)
    else:
        wanted = [wanted for weakness, wanted in _WANTED.items() if weakness in (*contact.stated, *contact.open)]
        template = "Ask {body} for a contact for {people} who {wanted}."
        ask = say(template, body=body, people=people, wanted=listed(list(dict.fromkeys(wanted))))
    return ask & ask_for_a_seat(graph, people, entry.body)


_WANTED = {
    "who it is": "is named",
    "is not senior": "is a senior decision maker",
    "whether it is senior": "is a senior decision maker",
    "has no vote": "votes where the body votes",
    "whether it votes": "votes where the body votes",
}
"""What to ask for where a contact lacks something, or the file leaves it open."""


def _weak_contact(graph: GovernanceGraph, body: str, presence: Presence[Contact]) -> _WeakContact:
    contact = presence.part
    stated = ["is vacant"] if contact.vacant else []
    left_open = [] if contact.title or contact.post or contact.person else ["who it is"]
    stated += ["is not senior"] if contact.senior is False else []
    left_open += ["whether it is senior"] if contact.senior is None else []
    matters = votes_matter(graph, body)
    lacks_vote = not contact.votes and matters is not False and not keeps_its_votes(graph, body)
    stated += ["has no vote"] if lacks_vote and contact.votes is False and matters else []
    left_open += ["whether it votes"] if lacks_vote and contact.votes is None else []
    return _WeakContact(presence, stated, left_open, lacks_vote)
