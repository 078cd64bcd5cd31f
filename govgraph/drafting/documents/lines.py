"""Plain lines of text to units: lines that belong together joined, however the text was wrapped."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from govgraph.drafting.documents.wording import is_like_heading, mark_of

_NOTE_END = re.compile(r"#\s*-{4,}")
_RULE = re.compile(r"\s*(?:[=_*~#-]\s*){3,}")
_TAB = 4
_WIDEST = 160
"""Of lines that a program or a person has wrapped; beyond, each line is a paragraph of its own."""
_NARROWEST = 50
_NEARLY_FULL = 0.8
_MANY = 0.2


class Line(NamedTuple):
    """A line that is not blank, or several that are one text."""

    number: int
    indent: int
    text: str
    is_after_gap: bool
    """Whether a blank line, or the beginning of the text, is above it."""


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank.

    A note about a text may stand above it: lines that begin with `#`, the last of them a rule of hyphens (`# ----`).
    They are not part of the text.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    found: list[Line] = []
    gap = True
    for number, line in enumerate(lines[(start := _note_length(lines)) :], start + 1):
        stripped = line.strip()
        if not stripped:
            gap = True
            continue
        indent = len(line.expandtabs(_TAB)) - len(line.expandtabs(_TAB).lstrip())
        found.append(Line(number, indent, stripped, gap))
        gap = False
    return found


def _note_length(lines: Sequence[str]) -> int:
    for number, line in enumerate(lines):
        if not line.lstrip("\ufeff").startswith("#"):
            return 0
        if _NOTE_END.match(line.lstrip("\ufeff")):
            return number + 1
    return 0


def is_rule(line: Line) -> bool:
    """Whether a line only divides, or underlines what is above it: `=====`, `- - -`."""
    return bool(_RULE.fullmatch(line.text))


def join_wrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with those joined that were one before the text was wrapped."""
    chunks = list(_chunks(lines))
    usual = _usual_width(chunks)
    joined: list[Line] = []
    for chunk in chunks:
        width = max(usual * _NEARLY_FULL, *(len(line.text) + line.indent for line in chunk))
        previous: Line | None = None
        for line in chunk:
            if previous and ((usual and _continues(previous, line, width)) or _hangs(joined[-1], line)):
                joined[-1] = joined[-1]._replace(text=f"{joined[-1].text} {line.text}")
            else:
                joined.append(line)
            previous = line
    return joined


def _chunks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    number = 0

    def chunk_number(line: Line) -> int:
        nonlocal number
        number += line.is_after_gap
        return number

    for _, chunk in groupby(lines, chunk_number):
        yield list(chunk)


def _usual_width(chunks: Sequence[Sequence[Line]]) -> int:
    """How wide the lines of a wrapped text are; 0 where a line is a paragraph."""
    widths = sorted(len(line.text) + line.indent for chunk in chunks for line in chunk[:-1])
    if not widths:
        return 0
    width = widths[int(0.9 * (len(widths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    broken = sum(_is_broken_sentence(*pair) for pair in pairs if len(pair[0].text) > _NEARLY_FULL * width)
    return (
        width if broken > 1 and broken >= _MANY * sum(len(one.text) > _NEARLY_FULL * width for one, _ in pairs) else 0
    )


def _is_broken_sentence(upper: Line, lower: Line) -> bool:
    return (
        lower.text[0].islower() and not upper.text.endswith((".", ":", ";", "!", "?", "|")) and not mark_of(lower.text)
    )


def _continues(upper: Line, lower: Line, width: float) -> bool:
    """Whether the lower line is there only because its first word had no room on the upper one."""
    if upper.text.endswith((":", "|")) or "|" in lower.text or "\t" in lower.text or mark_of(lower.text):
        return False
    if is_rule(lower) or is_rule(upper):
        return False
    return upper.indent + len(upper.text) + 1 + len(lower.text.split()[0]) > width


def _hangs(upper: Line, lower: Line) -> bool:
    """Whether the lower line continues an item, set in as far as the words behind its mark."""
    mark = mark_of(upper.text)
    return (
        mark is not None
        and not mark_of(lower.text)
        and lower.indent >= upper.indent + len(upper.text.split()[0]) + 1
        and not (mark.number and is_like_heading(mark.text))
    )
