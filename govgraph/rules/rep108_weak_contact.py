"""REP108: champions and contacts who could not act on what they hear."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.findings import LISTED, Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Presence, Scope
from govgraph.model import Contact
from govgraph.rules._heard import Asked, HeardOptions, asked, of_constituencies, people, votes_are_open, votes_matter
from govgraph.rules._rule import rule
from govgraph.rules._words import ask_for_a_seat, keeps_its_votes, listed


class _Weakness(NamedTuple):
    words: str
    stated: bool
    of_its_vote: bool = False


class _Weak(NamedTuple):
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
        return listed([weakness.words for weakness in self.weaknesses])


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
        weak = sorted(
            (_Weak(contact, _weaknesses(graph, one, contact)) for contact in contacts), key=lambda it: it.weight
        )
        if not all(contact.weaknesses for contact in weak):
            continue  # one of them can act
        open_ = any(weakness.of_its_vote for contact in weak for weakness in contact.weaknesses)
        open_ = open_ and votes_matter(graph, one.body) is None
        yield Hit(
            bodies=(one.body,),
            constituency=one.constituency,
            certainty=Certainty.of(stated=one.scope is Scope.IN and all(contact.is_stated for contact in weak)),
            message=_told(graph, one, weak) + (votes_are_open(graph, one.body) if open_ else ""),
            witness=[contact.step for contact in contacts],
            at=weak[0].contact.at,
            fix=_fix(graph, one),
        )


def _told(graph: GovernanceGraph, one: Asked, weak: list[_Weak]) -> str:
    """Each contact with its weaknesses, the best one first."""
    who, where = people(graph, one.constituency), graph.name(one.body)
    first, *others = weak[:LISTED]
    told = f"The contact for {who} on {where}{_title(first)} {first.words}."
    told += "".join(f" Another contact for them there{_title(other)} {other.words}." for other in others)
    more = len(weak) - LISTED
    return told + (f" So it is with {more} more." if more > 0 else "")


def _title(weak: _Weak) -> str:
    title = weak.contact.part.title
    return f" ({title})" if title else ""


def _fix(graph: GovernanceGraph, one: Asked) -> str:
    who, where = people(graph, one.constituency), graph.name(one.body)
    wanted = ["is named", "is a senior decision maker"]
    wanted += [] if keeps_its_votes(graph, one.body) else ["votes where the body votes"]
    beside = _small(ask_for_a_seat(graph, who, one.body))
    return f"Ask that the contact for {who} on {where} {listed(wanted)}. Beside it: {beside}."


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
    if not contact.votes and matters is not False and not keeps_its_votes(graph, one.body):
        stated = contact.votes is False and matters is True
        found.append(_Weakness("has no vote" if contact.votes is False else "is not stated to vote", stated, True))
    return found


def _small(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:]}"
