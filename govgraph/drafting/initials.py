"""Short forms, and the words of which they are the initials: `Special Educational Needs and Disabilities (SEND)`."""

import re
from collections.abc import Iterable, Iterator, Sequence

from govgraph.drafting.sentences import Word, words

SMALL = frozenset({"and", "of", "for", "the", "in", "on", "with", "to", "a"})
"""Words that short forms often leave out."""
_CAPITALS = re.compile(r"\b[A-Z][A-Z&]{1,6}\b")
_LETTERS = re.compile(r"[A-Za-z]+")
_MOST_SIGNS, _MOST_WORDS = 400, 20
"""So much before brackets is looked at for the words of which these give the initials."""


def capitals_in(text: str) -> Iterator[str]:
    """The words of a text that are all capitals, as short names are."""
    for match in _CAPITALS.finditer(text):
        yield match.group()


def initials_of(names: Iterable[str]) -> Iterator[str]:
    """The initials of names of several words, in small letters: with those of `and` and `of`, and without."""
    for name in names:
        parts = [part.lower() for part in _LETTERS.findall(name.replace("’s", "").replace("'s", ""))]
        if len(parts) > 1:
            yield "".join(part[0] for part in parts)
            yield "".join(part[0] for part in parts if part not in SMALL)


def spelt_out(short: str, before: str) -> str:
    """The words before brackets whose initials are the short form in them; empty where there are none."""
    near = before[-_MOST_SIGNS:]
    found = words(near)[-_MOST_WORDS:]
    letters = "".join(letter.lower() for letter in short if letter.isalpha())
    for start in range(len(found) - 1, -1, -1):
        if _stands_for(letters, found[start:]):
            return near[found[start].start : found[-1].end]
    return ""


def _stands_for(letters: str, found: Sequence[Word]) -> bool:
    """Whether letters are the initials of words: of all, or of those but small ones, of which the first is none."""
    part = [word.lower for word in found if word.text[0].isalpha()]
    if len(part) < 2:  # noqa: PLR2004 - one word is no long form
        return False
    main = "".join(word[0] for word in part if word not in SMALL)
    return letters == "".join(word[0] for word in part) or (letters == main and found[0].lower not in SMALL)
