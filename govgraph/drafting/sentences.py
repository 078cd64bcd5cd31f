"""Texts to sentences, and sentences to words with their places; nothing of a text is changed or lost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SHORT = r"(?:e\.g|i\.e|etc|cf|vs|no|nos|para|paras|approx|incl|inc|dr|mr|mrs|ms|st|rev|prof|cllr|hon|ref|s|ss|reg|regs|p|pp)"
_END = re.compile(r"(?<=[.!?;])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9•])")
_ABBREVIATED = re.compile(rf"(?:^|[\s(]){_SHORT}\.$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\(?(?:\d+(?:\.\d+)*|[a-z]|[ivxlc]+)[.)]?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.&/’'\-–][^\W_]+)*(?:(?<=[sS])[’'](?=\s\w))?|&|[^\w\s]", re.UNICODE)


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
        before = text[start : end.start()].strip()
        if _ABBREVIATED.search(before) or _NUMBERED.match(before):
            continue
        yield text[start : end.end()].strip()
        start = end.end()
    rest = text[start:].strip()
    if rest:
        yield rest


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
