"""REP108: champions and contacts who could not act on what they hear."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Presence, Scope
from govgraph.model import Contact
from govgraph.rules._heard import Asked, HeardOptions, asked, of_constituencies, people, votes_matter
from govgraph.rules._rule import rule
from govgraph.rules._words import ask_for_a_seat, keeps_its_votes, listed


class _Weakness(NamedTuple):
    words: str
    stated: bool


@rule(code="REP108", name="weak-contact", severity=Severity.WARNING, asks=of_constituencies, options=HeardOptions)
def weak_contact(graph: GovernanceGraph, options: HeardOptions) -> Iterator[Hit]:
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
    for one in asked(graph, options):
        standing = one.standing
        contacts = (*standing.contacts, *standing.vacant_contacts)
        if not contacts or standing.has_seat:
            continue
        weaknesses = [_weaknesses(graph, one, contact) for contact in contacts]
        if not all(weaknesses):
            continue  # one of them can act
        best = min(range(len(contacts)), key=lambda number: _weight(weaknesses[number]))
        found = weaknesses[best]
        stated = one.scope is Scope.IN and any(weakness.stated for weakness in found)
        title = f" ({contacts[best].part.title})" if contacts[best].part.title else ""
        who, where = people(graph, one.constituency), graph.name(one.body)
        yield Hit(
            bodies=(one.body,),
            constituency=one.constituency,
            certainty=Certainty.of(stated=stated),
            message=f"The contact for {who} on {where}{title} {listed([weakness.words for weakness in found])}.",
            witness=[contact.step for contact in contacts],
            at=contacts[best].at,
            fix=f"Ask that the contact for {who} on {where} is named, is a senior decision maker"
            f"{'' if keeps_its_votes(graph, one.body) else ', and votes where the body votes'}. Beside it: "
            f"{_small(ask_for_a_seat(graph, who, one.body))}.",
        )


def _weight(weaknesses: list[_Weakness]) -> tuple[int, int]:
    return sum(weakness.stated for weakness in weaknesses), len(weaknesses)


def _weaknesses(graph: GovernanceGraph, one: Asked, presence: Presence[Contact]) -> list[_Weakness]:
    contact = presence.part
    found = []
    if contact.vacant:
        found.append(_Weakness("is vacant", True))
    if not (contact.title or contact.post or contact.person):
        found.append(_Weakness("is not named", False))
    if not contact.senior:
        stated = contact.senior is False
        found.append(_Weakness("is not senior" if stated else "is not stated to be senior", stated))
    matters = votes_matter(graph, one.body)
    if not contact.votes and matters is not False:
        stated = contact.votes is False and matters is True
        found.append(_Weakness("has no vote" if contact.votes is False else "is not stated to vote", stated))
    return found


def _small(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:]}"
