"""Who sits on a body, as sentences and lists state it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from govgraph.drafting.certainty import is_unsure
from govgraph.drafting.ends import IT, ends_after, ends_before, meant_by_it
from govgraph.drafting.headings import is_membership_heading
from govgraph.drafting.labels import labelled
from govgraph.drafting.lexicon import table, words_of
from govgraph.drafting.lines import Line
from govgraph.drafting.passages import BlockKind
from govgraph.drafting.phrases import Match, Phrase, matches, parsed
from govgraph.drafting.seat_texts import FoundSeat, Stated, group_in, has_post, role_and_votes, seats_of_text
from govgraph.model.vocabulary import Role

_NOT_VOTING = "no_vote"
_OF_SEVERAL = ("members", "sits_on", "attends", "co_chair")
"""What leads to several seats: a chair is one, members and those who chair together are several."""
_NO_ROLE = ("members", "sits_on", "has", "attends")
_ONE = (Role.CHAIR, Role.VICE_CHAIR, Role.LEAD)
_MEMBERS = re.compile(r"\b(?:members?|membership|partners|attendees|representatives|following)\b", re.IGNORECASE)
_HAS_SEATS = re.compile(
    r"\b(?:has|have)\b(?! not| no)[^.;:]{0,40}\b(?:members|leads|co-leads|co-chairs|seats|places|trustees|governors)\b"
    r"[^.;:]{0,20}:\s*$"
)
"""How a sentence says that a list of seats follows: `It has two leads:`."""
_PERHAPS = re.compile(r"\b(?:not|never|may|cannot|could|might)\b(?! vot)")
_TO_COME = re.compile(r"\belected\b|\bto be\b")
_NO_VOTE = re.compile(r"\bnot vote|\bno vote")
_NEXT_CLAUSE = re.compile(
    r",? (?:who|which|whose|where|when|while|whilst|so that|in order)\b.*$|, (?:with|to|as|appointed|supported)\b.*$"
)
_NEXT_VERB = re.compile(
    r",? and (?:\w+ly )?(?:reports?|meets?|is|are|has|have|will|shall|provides?|oversees?|makes?|advises?|monitors?)"
    r"\b.*$"
)
_RELATIVE_CLAUSE = re.compile(r",? (?:who|which|so that|in order)\b[^,;]*")
_SOME_OF_THEM = re.compile(r",? (?:of whom|\w+ of (?:them|whom))\b.*$")
_EARLIER_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|meets?)\b")
_MOST_BEFORE_LIST = 3
_MOST_OF_POST, _MOST_BEFORE_POST = 10, 6
_LONGEST_GROUP = 60
_MOST_TRIES = 20
"""In so many places of a sentence a phrase is tried: people say who sits on a body once."""


class _Cue(NamedTuple):
    use: str
    phrase: Phrase


@cache
def _cues() -> tuple[_Cue, ...]:
    seats = table("seats")
    uses = {use: seats[use] for use in ("members", "sits_on", "speaks_for", "has", "attends")} | seats["roles"]
    return tuple(_Cue(use, parsed(text)) for use, texts in uses.items() for text in texts)


def seats_in(line: Line) -> Iterator[FoundSeat]:
    """The seats that a sentence or an item states; those of rows are read with their tables."""
    if line.block.kind is BlockKind.ROW:
        return
    if line.block.kind is BlockKind.ITEM and (owners := _list_owner(line)):
        stated = role_and_votes(line.lead.text if line.lead is not None else line.heading)
        for body in owners:
            yield from seats_of_text(line, body, line.text, stated, whole=True)
    elif (label := labelled(line)) is not None:
        yield from seats_of_label(line, label.use, label.value)
    else:
        yield from _seats_of_phrases(line)


def _seats_of_phrases(line: Line) -> Iterator[FoundSeat]:
    """The seats that a sentence states, by the first phrase of each sort that states any."""
    if _HAS_SEATS.search(line.text):
        return  # the list that follows says who they are
    used: set[str] = set()
    for cue in _cues():
        if cue.use not in used and (seats := _first_seats(cue, line)):
            used.add(cue.use)
            yield from seats


def _first_seats(cue: _Cue, line: Line) -> list[FoundSeat]:
    for match in islice(matches(cue.phrase, line.lower, line.inside), _MOST_TRIES):
        if cue.use == "chair" and line.lower[match.start - 1 : match.start] in (["vice"], ["deputy"]):
            continue  # the vice chair is not the chair
        if cue.use == "attends" or not is_unsure(line, match.start, match.end):
            seats = list(_spoken_for(match, line) if cue.use == "speaks_for" else _by_cue(cue.use, match, line))
            if seats:
                return seats
    return []


def seats_of_label(line: Line, use: str, value: str) -> Iterator[FoundSeat]:
    """The seats that stand after a label: `Chair: Treasurer`, `In attendance: Director of Finance`."""
    role = Role(use) if use in {role.value for role in Role} - {Role.MEMBER.value} else None
    owners = (line.subject if line.block.kind is BlockKind.ITEM else None) or line.own
    if (role is None and use not in ("members", _NOT_VOTING)) or len(owners) != 1:
        return
    if is_unsure(line, len(line.words), len(line.words)) or _TO_COME.search(value):
        return
    votes = False if use == _NOT_VOTING else None
    is_one = role is not None and (role.chairs or role in _ONE) and role is not Role.CO_CHAIR
    value = _up_to_next_clause(value, is_role=is_one)
    for part in [value] if is_one else re.split(r"\s*;\s*", value):
        seats = seats_of_text(line, owners[0], part, (role, votes), whole=is_one)
        yield from islice(seats, 1) if is_one else seats


def _list_owner(line: Line) -> list[str]:
    """The body of whose members a list is; empty where the list is of something else."""
    lead = line.lead
    if lead is None:
        return line.own[:1] if is_membership_heading(line.heading) else []
    if _PERHAPS.search(lead.text.lower()):
        return []
    if lead.block.kind is BlockKind.HEADING:
        return line.own[:1] if is_membership_heading(lead.text) else []
    for cue in _cues():
        if cue.use == "members":
            for match in matches(cue.phrase, lead.lower, lead.inside):
                if _list_begins(lead, match):
                    return _owners(match, lead)
    plain = lead.text.rstrip(" :")
    if _HAS_SEATS.search(lead.text):
        return (lead.subject or lead.own)[:1]
    if is_membership_heading(plain) or (is_membership_heading(line.heading) and _MEMBERS.search(plain)):
        return (lead.subject or lead.own)[:1]
    return []


def _list_begins(lead: Line, match: Match) -> bool:
    """Whether nothing but small words stands between a phrase and the colon before a list: `the following members`."""
    rest = [word for word in lead.lower[match.slots["LIST"][0] :] if word[0].isalpha()]
    return len(rest) <= _MOST_BEFORE_LIST


def _owners(match: Match, line: Line) -> list[str]:
    """The bodies on which they sit of whom a phrase speaks."""
    if "A" not in match.slots:
        return line.spoken_of
    first, last = match.slots["A"]
    found = ends_before(line, last) if first < 0 else ends_after(line, first, last)
    return meant_by_it(line, first, []) if found == [IT] else found


def _by_cue(use: str, match: Match, line: Line) -> Iterator[FoundSeat]:
    """The seats of a phrase, which stand before it or after it."""
    first, last = match.slots["LIST"]
    part = line.text_between(first, last) if first >= 0 else _text_before(line, last)
    if not part:
        return
    stated = _stated(use, match, line)
    part = _up_to_next_clause(part, is_role=use not in _NO_ROLE)
    if {"not", "no", "nobody"} & set(part.lower().split()) or (use == "has" and not _is_short_post(part)):
        return
    for body in _owners(match, line):
        seats = seats_of_text(line, body, part, stated, whole=use not in _OF_SEVERAL)
        yield from islice(seats, 1) if stated[0] in _ONE else seats


def _stated(use: str, match: Match, line: Line) -> Stated:
    """The role and the vote that a phrase says of all its seats."""
    role = None if use in _NO_ROLE else Role(use)
    if use == "attends":
        role = role_and_votes(line.text)[0] or Role.ATTENDEE
    if use == "sits_on" and "attend" in " ".join(line.lower[match.start : match.end]):
        role = Role.ATTENDEE
    return role, False if _NO_VOTE.search(line.text) else None


def _is_short_post(part: str) -> bool:
    parts = part.split()
    return len(parts) <= _MOST_OF_POST and has_post(" ".join(parts[:_MOST_BEFORE_POST]))


def _up_to_next_clause(part: str, *, is_role: bool) -> str:
    """Who sits there, without what is said of something else after it."""
    for clause in (_NEXT_VERB, *((_NEXT_CLAUSE,) if is_role else (_RELATIVE_CLAUSE, _SOME_OF_THEM))):
        part = clause.sub("", part)
    before, space, last = part.rpartition(" ")
    while space and last in words_of("wording", "auxiliaries"):
        part = before.rstrip()
        before, space, last = part.rpartition(" ")
    return part


def _text_before(line: Line, last: int) -> str:
    """The text of a sentence up to a place, without what an earlier part of it says."""
    first = max((place + 1 for place in range(last) if line.lower[place] in (";", ":")), default=line.begin)
    part = line.text_between(first, last) if first < last else ""
    verb = next(reversed(list(_EARLIER_VERB.finditer(part, 0, max(part.rfind(", and "), 0)))), None)
    return part[part.index(", and ", verb.end()) + len(", and ") :] if verb is not None else part


def _spoken_for(match: Match, line: Line) -> Iterator[FoundSeat]:
    """The seats of bodies that speak for a group of people."""
    first, last = match.slots["H"]
    holders = ends_after(line, first, last) if first >= 0 else ends_before(line, last)
    first, last = match.slots["G"]
    group = group_in(_text_before(line, last)[-_LONGEST_GROUP:] if first < 0 else line.text_between(first, last))
    if group:
        for body in _owners(match, line):
            for holder in holders:
                if holder not in (body, IT):
                    yield FoundSeat(body, line, holder=holder, group=group)
