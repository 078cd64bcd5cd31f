"""Texts to sentences, and sentences to words with their places; nothing of a text is changed or lost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govgraph.drafting.passages import Block, BlockKind

_SHORT = (
    r"(?:e\.g|i\.e|etc|cf|vs|no|nos|para|paras|approx|incl|inc|dr|mr|mrs|ms|st|rev|prof|cllr|hon|ref|s|ss|reg|regs"
    r"|p|pp)"
)
_END = re.compile(r"(?<=[.!?;])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9•])")
_ABBREVIATED = re.compile(rf"(?:^|[\s(]){_SHORT}\.$", re.IGNORECASE)
_LONGEST_SHORT = 10
_NUMBERED = re.compile(r"^\(?(?:\d+(?:\.\d+)*|[a-z]|[ivxlc]+)[.)]?$", re.IGNORECASE)
_LONGEST_NUMBER = 40
_WORD = re.compile(r"[^\W_]+(?:[.&/’'\-–][^\W_]+)*(?:(?<=[sS])[’'](?=\s\w))?|&|[^\w\s]")
_LONGEST = 4000
"""Nobody writes a sentence of more characters. What has more is cut, so that no text is read for hours."""


class Word(NamedTuple):
    """A word or a sign, as it stands in a sentence."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in small letters, with plain apostrophes."""
        return self.text.lower().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital or a figure."""
        return self.text[0].isupper() or self.text[0].isdigit()


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each word for word as it stands there."""
    start = 0
    for end in _END.finditer(text):
        if not _is_inside(text, start, end.start()):
            yield from _bounded(text[start : end.end()].strip())
            start = end.end()
    yield from _bounded(text[start:].strip())


def sentences_of(block: Block) -> Iterator[str]:
    """The sentences of a block: each cell of a row is one, and a heading is one."""
    if block.kind is BlockKind.ROW:
        for cell in block.cells:
            yield from _bounded(cell)
    elif block.kind is BlockKind.HEADING:
        yield from _bounded(block.text)
    else:
        yield from sentences(block.text)


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a full stop ends no sentence, but what was begun with: a number, or a shortened word before it."""
    if end - start <= _LONGEST_NUMBER and _NUMBERED.match(text[start:end].strip()):
        return True
    before = text[max(start, end - _LONGEST_SHORT) : end]
    return _ABBREVIATED.search(before if len(before) < _LONGEST_SHORT else f"-{before}") is not None


def _bounded(text: str) -> Iterator[str]:
    """A sentence; one without end in parts, cut between its words."""
    while len(text) > _LONGEST:
        end = text.rfind(" ", 1, _LONGEST)
        end = end if end > 0 else _LONGEST
        yield text[:end].strip()
        text = text[end:].strip()
    if text:
        yield text


def words(sentence: str) -> list[Word]:
    """The words and signs of a sentence; a possessive `'s` is a word of its own."""
    found = []
    for match in _WORD.finditer(sentence):
        text, start = match.group(), match.start()
        if len(text) > 2 and text[-2:].lower() in ("'s", "’s"):  # noqa: PLR2004 - the two letters
            found += [Word(text[:-2], start, match.end() - 2), Word(text[-2:], match.end() - 2, match.end())]
        else:
            found.append(Word(text, start, match.end()))
    return found
