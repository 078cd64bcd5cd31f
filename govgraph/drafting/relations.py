"""The lines, scrutiny and other relations that sentences state between bodies."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, product, takewhile
from typing import NamedTuple

from govgraph.drafting.certainty import is_unsure
from govgraph.drafting.ends import IT, ends_after, ends_before, is_work_after, meant_by_it
from govgraph.drafting.lexicon import table, words_of
from govgraph.drafting.lines import Line
from govgraph.drafting.phrases import Match, Phrase, matches, parsed

_YET = frozenset({"will", "would", "shall"})
_SUB_GROUP = re.compile(r"sub-?\s?(?:group|committee)")
_REPORTS = re.compile(r"report|accountable|parent")
_ENDS_OUTSIDE = frozenset({",", ";", ".", ":", "(", ")", "and", "for", "in", "which", "who", "as"})
_MOST_OUTSIDE = 8
_MOST_PAIRS = 1000
"""A phrase that ties more pairs of bodies says nothing that a person could confirm."""


class FoundRelation(NamedTuple):
    """A relation that a sentence states between two bodies, or to somebody outside, in words."""

    words: str
    body: str
    other: str
    """The key of the other body; empty where `outside` says in words whom it answers to."""
    line: Line
    outside: str = ""
    question: str | None = None
    """What a person has to decide, where the sentence may mean less."""


class _Cue(NamedTuple):
    words: str
    answers: bool
    question: str | None
    text: str
    phrase: Phrase


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(entry["words"], entry.get("answers", False), entry.get("question"), text, parsed(text))
        for entry in table("relations")["relation"]
        for text in entry["phrases"]
    )


def relations_in(line: Line) -> Iterator[FoundRelation]:
    """The relations that a sentence states; what it denies, or only thinks of, is none."""
    taken: set[tuple[str, str, str]] = set()
    for cue in _cues():
        for found in _by_cue(cue, line):
            other = found.other or found.outside
            if (found.words, found.body, other) not in taken and (found.words, other, found.body) not in taken:
                taken.add((found.words, found.body, other))
                yield found
    yield from _part_of_names(line)
    yield from _together(line)


def _by_cue(cue: _Cue, line: Line) -> Iterator[FoundRelation]:
    """The relations that a phrase states: where it stands in several ways from a place, in the first that has ends."""
    begun: set[int] = set()
    for match in matches(cue.phrase, line.lower, line.inside):
        if match.start in begun or is_unsure(line, match.start, match.end):
            continue
        if cue.words == "replaces" and _YET & set(line.lower[max(match.start - 3, 0) : match.end]):
            continue  # it has not replaced it yet
        for found in _found(cue, match, line):
            begun.add(match.start)
            yield found


def _found(cue: _Cue, match: Match, line: Line) -> Iterator[FoundRelation]:
    bodies, others = _ends(match, line)
    if len(bodies) * len(others) > _MOST_PAIRS:
        return
    for body, other in product(bodies, others):
        if body != other:
            # Whatever words a page has for it: a scrutiny committee scrutinises.
            scrutinises = cue.words == "is overseen by" and "scrutiny" in other
            words = "is scrutinised by" if scrutinises else cue.words
            yield FoundRelation(words, body, other, line, question=cue.question)
    if cue.answers and bodies and not others and (outside := _outside(match, line)):
        for body in bodies:
            yield FoundRelation("is accountable to", body, "", line, outside)


def _ends(match: Match, line: Line) -> tuple[list[str], list[str]]:
    """The bodies at both ends of a phrase; at an end that is not said, the body that is spoken of."""
    ends = {slot: _end(slot, match, line) if slot in match.slots else line.spoken_of for slot in ("A", "B")}
    for slot, other in (("A", "B"), ("B", "A")):
        if ends[slot] == [IT]:
            ends[slot] = meant_by_it(line, match.slots[slot][0], ends[other])
    for slot, other in (("A", "B"), ("B", "A")):
        if slot not in match.slots:
            subject = [key for key in line.subject if key not in ends[other]]
            nearest = (key for key in (*ends[slot], line.document_body) if key and key not in ends[other])
            ends[slot] = subject or list(nearest)[:1]
    return ends["A"], ends["B"]


def _end(slot: str, match: Match, line: Line) -> list[str]:
    first, last = match.slots[slot]
    if first < 0:
        return ends_before(line, last)
    found = ends_after(line, first, last)
    if not found and last < 0 and is_work_after(line, first):
        return line.spoken_of
    return found


def _outside(match: Match, line: Line) -> str:
    """In words, to whom a body answers that is none of the structure."""
    place = match.slots.get("B", (-1, -1))[0]
    if place < 0 or place >= len(line.words):
        return ""
    found = list(takewhile(lambda word: word.lower not in _ENDS_OUTSIDE, line.words[place:]))
    if not 0 < len(found) <= _MOST_OUTSIDE or found[0].lower in ("it", "them", "this", "that", "whom"):
        return ""
    is_empty = len(found) == 1 and found[0].lower in ("the", "a", "an", "each", "all")
    return "" if is_empty else line.text[found[0].start : found[-1].end]


def _together(line: Line) -> Iterator[FoundRelation]:
    """Two bodies that work together."""
    lower = line.lower
    for place in range(len(lower) - 1):
        if lower[place] in ("work", "works", "working") and lower[place + 1] in ("together", "jointly", "closely"):
            pair = ends_before(line, place)
            if len(pair) == 2 and not is_unsure(line, place, place + 1):  # noqa: PLR2004
                yield FoundRelation("works with", pair[0], pair[1], line)


def _part_of_names(line: Line) -> Iterator[FoundRelation]:
    """Relations within names: `the SEND Sub-Committee of the Health and Wellbeing Board`."""
    for number, (mention, after) in enumerate(pairwise(line.mentions)):
        between = line.lower[mention.last + 1 : after.first]
        lemma = mention.noun.lemma.split()[-1] if mention.noun is not None else ""
        if between not in (["of", "the"], ["of"]) or lemma not in words_of("bodies", "parts"):
            continue
        if mention.points or mention.belongs or after.belongs or is_unsure(line, mention.first, mention.first):
            continue
        for body, other in product(line.keys[number], line.keys[number + 1]):
            if body != other:
                yield FoundRelation("is part of", body, other, line)


def relations_of_rows(rows: Sequence[Sequence[Line]]) -> Iterator[FoundRelation]:
    """The relations of a table of bodies: a column says to whom each reports, or the first that they are parts."""
    for row in rows:
        cell = row[0]
        headers = [header.lower() for header in cell.block.headers]
        if not headers or cell.text != cell.block.cells[0] or not cell.mentions or not cell.keys[0]:
            continue
        body = cell.keys[0][0]
        for header, text in zip(headers[1:], cell.block.cells[1:], strict=False):
            other = next((one for one in row if one.text == text), None) if _REPORTS.search(header) else None
            for key in chain.from_iterable(other.keys if other is not None else ()):
                if key != body:
                    yield FoundRelation("reports to", body, key, cell)
        if _SUB_GROUP.match(headers[0]) and len(cell.own) == 1 and cell.own[0] != body:
            yield FoundRelation("is part of", body, cell.own[0], cell)


def relations_of_label(line: Line, use: str) -> Iterator[FoundRelation]:
    """The relations that a cell behind a label states: `Reports to | Cabinet`."""
    if use == "reports to" and len(line.own) == 1:
        for key in chain.from_iterable(line.keys):
            if key != line.own[0]:
                yield FoundRelation(use, line.own[0], key, line)
