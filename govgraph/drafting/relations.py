"""The lines, scrutiny and other relations that sentences state between bodies."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from govgraph.drafting.ends import IT, ends_after, ends_before, is_abstract_after, meant_by_it
from govgraph.drafting.lexicon import table
from govgraph.drafting.lines import Line
from govgraph.drafting.phrases import BE, Match, Phrase, matches, parsed

_DENIED = frozenset({"not", "no", "never", "neither", "nor", "cannot", "without", "nobody", "none"})
_OPEN = frozenset(
    {
        "approval",
        "anticipated",
        "hope",
        "hopes",
        "intend",
        "intends",
        "plan",
        "plans",
        "expects",
        "may",
        "might",
        "could",
        "whether",
        "if",
        "unless",
        "propose",
    }
)
_OPEN_TOO = frozenset({"proposed", "proposal", "option", "options", "recommended", "until", "formerly", "previously"})
_PAST = frozenset({"used", "previously", "formerly", "historically", "abolished", "ceased", "last", "longer"})
_BRIDGES = frozenset({";", ":"})


class FoundRelation(NamedTuple):
    """A relation that a sentence states between two bodies, or to somebody outside, in words."""

    words: str
    body: str
    other: str
    """The key of the other body; empty where `outside` says in words whom it answers to."""
    line: Line
    outside: str = ""


class _Cue(NamedTuple):
    words: str
    answers: bool
    text: str
    phrase: Phrase


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(entry["words"], entry.get("answers", False), text, parsed(text))
        for entry in table("relations")["relation"]
        for text in entry["phrases"]
    )


def relations_in(line: Line) -> Iterator[FoundRelation]:
    """The relations that a sentence states; what it denies, or only thinks of, is none."""
    names = line.names
    lower = line.lower
    taken: set[tuple[str, str, str]] = set()
    for cue in _cues():
        begun: set[int] = set()
        for match in matches(cue.phrase, lower, names):
            if match.start in begun or is_unsure(line, match.start, match.end):
                continue
            if cue.words == "replaces" and {"will", "would", "shall"} & set(lower[max(match.start - 3, 0) : match.end]):
                continue  # it has not replaced it yet
            for found in _found(cue, match, line):
                begun.add(match.start)
                ends = (found.words, found.body, found.other or found.outside)
                if ends not in taken and (found.words, ends[2], ends[1]) not in taken:
                    taken.add(ends)
                    yield found
    yield from _part_of_names(line)
    yield from _together(line)


def is_unsure(line: Line, start: int, end: int) -> bool:
    """Whether a phrase is denied, only possible, or past: nothing is drafted of it."""
    lower = ["" if word.text == "May" and place else word.lower for place, word in enumerate(line.words)]
    begin = max((place + 1 for place in range(start) if lower[place] in _BRIDGES), default=0)
    before, own = lower[begin:start], lower[start:end]
    if "would" in before[-2:] and lower[start] not in BE:
        return True
    near = _without_unsettled([*before[-7:], *own, *lower[end : end + 2]])
    if _DENIED & set(near):
        return True
    if _OPEN & {*before[-6:], *own} or {"if", "whether", "unless", "until", "hope", "hopes", "intend", "subject"} & set(
        before
    ):
        return True
    return bool((_PAST | _OPEN_TOO) & {*before[-5:], *own})


_SETTLED = frozenset({"resolved", "agreed", "settled", "reached", "mitigated", "managed", "addressed", "solved"})


def _without_unsettled(words: list[str]) -> list[str]:
    """Words without those that only say that something could not be settled: `risks that cannot be resolved`."""
    return [
        word
        for place, word in enumerate(words)
        if not (word in ("cannot", "not") and _SETTLED & set(words[place + 1 : place + 4]))
    ]


def _found(cue: _Cue, match: Match, line: Line) -> Iterator[FoundRelation]:
    ends = {}
    for slot in ("A", "B"):
        ends[slot] = _end(slot, match, line) if slot in match.slots else _unsaid(line)
    for slot, other in (("A", "B"), ("B", "A")):
        if ends[slot] == [IT]:
            ends[slot] = meant_by_it(line, match.slots[slot][0], ends[other])
    if "A" not in match.slots or "B" not in match.slots:
        # One end is not said: it is the body that is spoken of.
        said = "A" if "A" in match.slots else "B"
        other = "B" if said == "A" else "A"
        unsaid = [key for key in line.subject if key not in ends[said]]
        ends[other] = unsaid or [key for key in (*ends[other], line.document_body or "") if key not in ends[said]][:1]
        ends[other] = [key for key in ends[other] if key]
    for body in ends["A"]:
        for other in ends["B"]:
            if body != other:
                # Whatever words a page has for it: a scrutiny committee scrutinises.
                scrutinises = cue.words == "is overseen by" and "scrutiny" in other
                yield FoundRelation("is scrutinised by" if scrutinises else cue.words, body, other, line)
    if cue.answers and ends["A"] and not ends["B"]:
        outside = _outside(match, line)
        if outside:
            for body in ends["A"]:
                yield FoundRelation("is accountable to", body, "", line, outside)


def _end(slot: str, match: Match, line: Line) -> list[str]:
    first, last = match.slots[slot]
    if first < 0:
        return ends_before(line, last)
    found = ends_after(line, first, last)
    if not found and last < 0 and is_abstract_after(line, first):
        return _unsaid(line)
    return found


def _unsaid(line: Line) -> list[str]:
    """The body that is spoken of where a phrase does not say it."""
    return list(line.lead.subject if line.lead and line.lead.subject else line.own)


def _outside(match: Match, line: Line) -> str:
    """In words, to whom a body answers that is none of the structure."""
    place = match.slots.get("B", (-1, -1))[0]
    if place < 0 or place >= len(line.words):
        return ""
    found = []
    for word in line.words[place:]:
        if word.text in (",", ";", ".", ":", "(", ")") or word.lower in ("and", "for", "in", "which", "who", "as"):
            break
        found.append(word)
    most = 8
    if not 0 < len(found) <= most or found[0].lower in ("it", "them", "this", "that", "whom"):
        return ""
    text = line.text[found[0].start : found[-1].end]
    return "" if len(found) == 1 and found[0].lower in ("the", "a", "an", "each", "all") else text


def _together(line: Line) -> Iterator[FoundRelation]:
    """Two bodies that work together."""
    lower = line.lower
    for place in range(len(lower) - 1):
        if lower[place] in ("work", "works", "working") and lower[place + 1] in ("together", "jointly", "closely"):
            pair = ends_before(line, place)
            if len(pair) == 2 and not is_unsure(line, place, place + 1):  # noqa: PLR2004
                yield FoundRelation("works with", pair[0], pair[1], line)


_PARTS = frozenset("sub-committee subcommittee committee sub-group subgroup group panel workstream working".split())


def _part_of_names(line: Line) -> Iterator[FoundRelation]:
    """Relations within names: `the SEND Sub-Committee of the Health and Wellbeing Board`."""
    for number, (mention, after) in enumerate(zip(line.mentions, line.mentions[1:], strict=False)):
        between = line.lower[mention.last + 1 : after.first]
        lemma = mention.noun.lemma.split()[-1] if mention.noun is not None else ""
        if between not in (["of", "the"], ["of"]) or lemma not in _PARTS or mention.points or mention.belongs:
            continue
        if is_unsure(line, mention.first, mention.first):
            continue
        for body in line.keys[number]:
            for other in line.keys[number + 1]:
                if body != other and not after.belongs:
                    yield FoundRelation("is part of", body, other, line)


def relations_of_rows(rows: Sequence[Line]) -> Iterator[FoundRelation]:
    """The relations of a table of bodies: a column says to whom each reports, or the first that they are parts."""
    for cell in rows:
        headers = [header.lower() for header in cell.block.headers]
        if not headers or cell.text != cell.block.cells[0] or not cell.mentions or not cell.keys[0]:
            continue
        body = cell.keys[0][0]
        for header, text in zip(headers[1:], cell.block.cells[1:], strict=False):
            if re.search(r"report|accountable|parent", header):
                other = next((one for one in rows if one.block is cell.block and one.text == text), None)
                for key in (key for keys in (other.keys if other is not None else ()) for key in keys):
                    if key != body:
                        yield FoundRelation("reports to", body, key, cell)
        if re.match(r"sub-?\s?(?:group|committee)", headers[0]) and len(cell.own) == 1 and cell.own[0] != body:
            yield FoundRelation("is part of", body, cell.own[0], cell)
