"""REP108: champions and contacts who could not act on what they hear."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Presence, Scope
from govgraph.language import LISTED, listed
from govgraph.model import Contact
from govgraph.rules._phrases import ask_for_a_seat, keeps_its_votes, lower_first
from govgraph.rules._representation import (
    BodyStanding,
    ScopeOptions,
    constituency_name,
    of_constituencies,
    open_votes_text,
    standings_in_scope,
    votes_matter,
)


class _Weakness(NamedTuple):
    words: str
    stated: bool
    of_its_vote: bool = False


class _WeakContact(NamedTuple):
    """A contact, and why it could not act on what it hears."""

    contact: Presence[Contact]
    weaknesses: list[_Weakness]

    @property
    def is_stated(self) -> bool:
        return any(weakness.stated for weakness in self.weaknesses)

    @property
    def weight(self) -> tuple[bool, int, int]:
        """How weak it is, to put the best of several first: whoever is there, before a vacant one."""
        return self.contact.part.vacant, sum(weakness.stated for weakness in self.weaknesses), len(self.weaknesses)

    @property
    def words(self) -> str:
        """Its title in brackets, where it has one, and its weaknesses: ` (Champion) is not senior`."""
        title = f" ({self.contact.part.title})" if self.contact.part.title else ""
        return f"{title} {listed([weakness.words for weakness in self.weaknesses])}"


@rule(code="REP108", name="weak-contact", severity=Severity.WARNING, applies_to=of_constituencies, options=ScopeOptions)
def weak_contact(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """The contact that people have in place of a seat is not senior, has no vote, has no name or is vacant.

    Why it matters:
        A contact is worth what it can do. Shropshire's parent carers asked for a senior decision maker, and on the
        body that votes for a voting member, because anyone else can only pass on what they are told.

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
        weak = [_WeakContact(contact, _weaknesses(graph, entry.body, contact.part)) for contact in contacts]
        if not all(contact.weaknesses for contact in weak):
            continue  # one of them can act
        weak.sort(key=lambda contact: contact.weight)
        message = _message(graph, entry, weak)
        lack_votes = any(weakness.of_its_vote for contact in weak for weakness in contact.weaknesses)
        if lack_votes and votes_matter(graph, entry.body) is None:
            message += open_votes_text(graph, entry.body)
        yield Hit(
            bodies=(entry.body,),
            constituency=entry.constituency,
            certainty=Certainty.of(stated=entry.scope is Scope.IN and all(contact.is_stated for contact in weak)),
            message=message,
            witness=[contact.step for contact in contacts],
            at=weak[0].contact.at,
            fix=_fix(graph, entry),
        )


def _message(graph: GovernanceGraph, entry: BodyStanding, weak: list[_WeakContact]) -> str:
    """Each contact with its weaknesses, the best one first."""
    who, where = constituency_name(graph, entry.constituency), graph.name(entry.body)
    first, *rest = weak[:LISTED]
    text = f"The contact for {who} on {where}{first.words}."
    text += "".join(f" Another contact for them there{contact.words}." for contact in rest)
    return text + (f" So it is with {len(weak) - LISTED} more." if len(weak) > LISTED else "")


def _fix(graph: GovernanceGraph, entry: BodyStanding) -> str:
    who, where = constituency_name(graph, entry.constituency), graph.name(entry.body)
    wanted = ["is named", "is a senior decision maker"]
    wanted += [] if keeps_its_votes(graph, entry.body) else ["votes where the body votes"]
    seat = lower_first(ask_for_a_seat(graph, who, entry.body))
    return f"Ask that the contact for {who} on {where} {listed(wanted)}. Beside it: {seat}."


def _weaknesses(graph: GovernanceGraph, body: str, contact: Contact) -> list[_Weakness]:
    weaknesses = []
    if contact.vacant:
        weaknesses.append(_Weakness("is vacant", True))
    if not (contact.title or contact.post or contact.person):
        weaknesses.append(_Weakness("is not named", False))
    if not contact.senior:
        stated = contact.senior is False
        weaknesses.append(_Weakness("is not senior" if stated else "is not stated to be senior", stated))
    matters = votes_matter(graph, body)
    if not contact.votes and matters is not False and not keeps_its_votes(graph, body):
        stated = contact.votes is False and matters is True
        weaknesses.append(_Weakness("has no vote" if contact.votes is False else "is not stated to vote", stated, True))
    return weaknesses
