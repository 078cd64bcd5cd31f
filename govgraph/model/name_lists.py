"""Texts in which several names may stand together: parted by commas, `and`, `&`, slashes, line breaks."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_WORDS_BETWEEN = ("and", "or", "with", "via", "through", "then", "as well as", "jointly with", "together with")
_APART = re.compile(
    rf"[,;:/|+&→•·\r\n\t]|\.\s|\s[-–—>]\s|(?<!\w)(?:{'|'.join(sorted(_WORDS_BETWEEN, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
"""What parts names. A name may hold such signs and words itself: the longest name that is known counts."""
_BEFORE = re.compile(
    r"^(?:(?:both|either|jointly|together|also|firstly|secondly|to)\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+|[-–—*]\s+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:\s*\(?(?<!\w)(?:jointly|together|equally|respectively)(?!\w)\)?|[.\s])+$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<also>[^()]+)\)$", re.DOTALL)
_FILLERS = frozenset({"both", "equally", "etc", "jointly", "respectively", "together"})
"""What may stand in a list of names and is none."""
_MOST_IN_A_NAME = 8
"""A name holds fewer separators than this."""
_MOST_PARTS = 40
"""Of a text with more parts, the first are looked at: it is no list of names."""

Match = Callable[[str], str | None]
"""What finds the entry that a text means; None where it means none."""


class NamesInText(NamedTuple):
    """The entries that a text names, and its other parts as they are written."""

    known: tuple[str, ...]
    others: tuple[str, ...]


def names_in(text: str, match: Match) -> NamesInText:
    """The entries that a text names, each once, in the order of the text; none where it only holds other names."""
    known: list[str] = []
    others: list[str] = []
    spans = list(_spans(text))[:_MOST_PARTS]
    place = 0
    while place < len(spans):
        for last in range(min(len(spans), place + _MOST_IN_A_NAME) - 1, place - 1, -1):
            found = _meant(text[spans[place][0] : spans[last][1]], match)
            if found:
                known += found
                place = last
                break
        else:
            others.append(text[slice(*spans[place])].strip())
        place += 1
    others = [other for other in others if other.strip(" .()").casefold() not in _FILLERS]
    return NamesInText(tuple(dict.fromkeys(known)), tuple(others))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each part of a text begins and ends; what stands in brackets goes with the part before it."""
    start, depth, seen = 0, 0, 0
    for separator in _APART.finditer(text):
        depth = max(0, depth + text.count("(", seen, separator.start()) - text.count(")", seen, separator.start()))
        seen = separator.start()
        if depth:
            continue
        if text[start : separator.start()].strip():
            yield start, separator.start()
        start = separator.end()
    if text[start:].strip():
        yield start, len(text)


def _meant(text: str, match: Match) -> list[str]:
    """The entries that a part means: by its name, with another name in brackets after it or not."""
    part = _AFTER.sub("", _BEFORE.sub("", text.strip())).strip()
    if part.startswith("(") and part.endswith(")"):
        part = part[1:-1].strip()
    found = match(part)
    if found is not None:
        return [found]
    brackets = _IN_BRACKETS.match(part)
    name = match(brackets["name"]) if brackets else None
    if brackets is None or name is None:
        return []
    also = brackets["also"]
    if also.casefold().replace(".", "") in _initials(brackets["name"]):
        return [name]
    second = names_in(also, match)
    return [name, *second.known] if second.known and not second.others else []


def _initials(name: str) -> tuple[str, str]:
    """The initials by which a name is known, with and without those of its small words."""
    words = re.findall(r"\w[\w'’]*", name)
    return "".join(word[0] for word in words).casefold(), "".join(
        word[0] for word in words if not word[0].islower()
    ).casefold()
