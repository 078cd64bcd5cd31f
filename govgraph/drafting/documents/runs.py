"""Text as it comes in a tree, letter by letter bold or not, to the lines of one paragraph."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govgraph.drafting.documents.blocks import squeeze
from govgraph.drafting.documents.wording import is_like_heading, mark_of

_MOST_WORDS = 12
_LEAST_LINES = 3


class Run(NamedTuple):
    """The text of a paragraph, or of a line of it that stands for itself."""

    text: str
    is_strong: bool
    is_item: bool


class _Line(NamedTuple):
    text: str
    is_strong: bool


class Runs:
    """Gathers the text of a paragraph, and gives it once it ends."""

    def __init__(self) -> None:
        self.strong = 0
        """How many marks of bold letters are open."""
        self._parts: list[tuple[str, bool]] = []
        self._breaks: list[int] = []

    def add(self, text: str) -> None:
        """Add text."""
        self._parts.append((text, self.strong > 0))

    def break_line(self) -> None:
        """End a line within the paragraph."""
        self._breaks.append(len(self._parts))

    def take(self) -> list[Run]:
        """The paragraphs and items that the text makes, in their order; then nothing is gathered any more."""
        if not self._parts:
            self._breaks.clear()
            return []
        edges = [0, *self._breaks, len(self._parts)]
        lines = [_line(self._parts[start:end]) for start, end in pairwise(edges)]
        self._parts, self._breaks = [], []
        runs: list[Run] = []
        start = 0
        for index in range(len(lines) + 1):
            if index == len(lines) or not lines[index].text:  # an empty line parts paragraphs
                runs.extend(_paragraphs(lines[start:index]))
                start = index + 1
        return runs


def _line(parts: Sequence[tuple[str, bool]]) -> _Line:
    text = squeeze("".join(text for text, _ in parts))
    return _Line(text, bool(text) and all(is_strong or not text.strip(" \t\r\n:.*\xa0") for text, is_strong in parts))


def _paragraphs(lines: Sequence[_Line]) -> list[Run]:
    """What lines make that only line breaks part: a heading above its text, a list, or one paragraph."""
    if len(lines) <= 1:
        return [_run(line) for line in lines]
    if lines[0].is_strong and not lines[1].is_strong and is_like_heading(lines[0].text):
        return [_run(lines[0]), *_paragraphs(lines[1:])]
    marks = [mark_of(line.text) for line in lines]
    if any(marks[1:]):
        first = next(index for index, mark in enumerate(marks) if mark)
        return [*_paragraphs(lines[:first]), *map(_run, _under_marks(lines[first:]))]
    body = lines[1:] if lines[0].text.endswith(":") else lines
    if len(body) >= _LEAST_LINES and all(map(_stands_for_itself, body)):
        lead = [_run(lines[0])] if body is not lines else []
        return [*lead, *(Run(line.text, line.is_strong, not line.text.endswith(":")) for line in body)]
    return [Run(" ".join(line.text for line in lines), all(line.is_strong for line in lines), False)]


def _under_marks(lines: Sequence[_Line]) -> list[_Line]:
    joined: list[_Line] = []
    for line in lines:
        if joined and not mark_of(line.text):
            joined[-1] = _Line(f"{joined[-1].text} {line.text}", joined[-1].is_strong and line.is_strong)
        else:
            joined.append(line)
    return joined


def _run(line: _Line) -> Run:
    mark = mark_of(line.text)
    return Run(mark.text if mark and not mark.number else line.text, line.is_strong, bool(mark and not mark.number))


def _stands_for_itself(line: _Line) -> bool:
    return line.text[0].isupper() and len(line.text.split()) <= _MOST_WORDS and not line.text.endswith((".", ","))
