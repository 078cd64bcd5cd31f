"""How large a box is, and where its text stands in it: every line measured, in px, from the middle of the box."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from govgraph.draw.frames import Varying
from govgraph.draw.lettering import width, wrapped
from govgraph.draw.scene import Box, Face, Scene
from govgraph.model import Kind
from govgraph.words import Part

NAME, SMALL = 13.0, 11.0
_LINE = {NAME: 16.0, SMALL: 14.0}
_ROOM = 158.0
_NARROWEST = 104.0
_MOST_LINES = {NAME: 6, SMALL: 4}
# Shapes whose corners come near to the text get more room beside it.
_ASIDE = {Kind.REVIEWER: 14.0, Kind.WORKSTREAM: 14.0, Kind.SERVICE: 12.0, Kind.POST: 13.0}
_ACROSS = 10.0
_ABOVE = 11.0
_FOOT = (6.0, 4.0)
"""The room above and below the line over the foot of a box."""
_SIGN = 15.0
"""The room of the sign before the words of a part."""
_MOST_ROWS = 3

Line = tuple[str, float]
"""A text and its size."""


class Written(NamedTuple):
    """A line of text: its baseline, and whether it is the name."""

    text: str
    y: float
    is_name: bool


class Row(NamedTuple):
    """A sign and words at the foot of a box: the part that a group takes. `x` is where the sign begins."""

    part: Part
    lines: tuple[Written, ...]
    x: float


class Shape(NamedTuple):
    """A box with its size, its texts, and the rows at its foot, group by group."""

    width: float
    height: float
    faces: Varying[tuple[Written, ...]]
    rows: dict[str, Varying[Row]]
    foot: float | None
    """Where the line above the rows is; None where there are none."""


class Rows(NamedTuple):
    """How the groups share the foot of a box: on which row each stands, and what is written before its part."""

    row: dict[str, int]
    before: dict[str, str]

    @property
    def number(self) -> int:
        """How many rows there are."""
        return max(self.row.values(), default=-1) + 1

    def lines(self, group: str, part: Part) -> list[Line]:
        """The lines of a part."""
        text = self.before[group] + part.words
        return [(line, SMALL) for line in wrapped(text, SMALL, _ROOM - _SIGN, _MOST_LINES[SMALL])]


def rows_for(scene: Scene) -> Rows:
    """A row for each group; where there are many groups, one row for all, of whom one is shown at a time."""
    few = len(scene.people) <= _MOST_ROWS
    row = {group: number if few else 0 for number, group in enumerate(scene.people)}
    alone = len(scene.people) == 1
    return Rows(row, {group: "" if alone else f"{name}: " for group, name in scene.people.items()})


def shape(box: Box, rows: Rows) -> Shape:
    """The size of a box that holds whatever stands in it in any frame."""
    faces = [_lines(face) for face in box.faces.contents]
    parts = {group: [rows.lines(group, part) for part in told.contents] for group, told in box.parts.items()}
    below = _row_heights(parts, rows)
    high = max(map(_height, faces))
    full = round(2 * _ABOVE + high + (sum(_FOOT) + sum(below) if below else 0.0))
    top = _ABOVE - full / 2
    foot = top + high + _FOOT[0]
    starts = list(accumulate(below, initial=foot + _FOOT[1]))
    found: dict[str, Varying[Row]] = {}
    for group, told in box.parts.items():
        found[group] = Varying()
        for part, frames in told:
            found[group].add(_row(part, rows.lines(group, part), starts[rows.row[group]]), frames)
    written: Varying[tuple[Written, ...]] = Varying()
    for lines, (_, frames) in zip(faces, box.faces, strict=True):
        written.add(_set(lines, top + (high - _height(lines)) / 2), frames)
    across = 2 * (max(_ASIDE.get(kind, 0.0) for kind in box.kinds.contents) + _ACROSS) + _widest(faces, parts.values())
    return Shape(max(_NARROWEST, round(across)), full, written, found, round(foot, 1) if below else None)


def _lines(face: Face) -> list[Line]:
    name = [(line, NAME) for line in wrapped(face.name, NAME, _ROOM, _MOST_LINES[NAME])]
    return name + [(line, SMALL) for one in face.under for line in wrapped(one, SMALL, _ROOM, _MOST_LINES[SMALL])]


def _height(lines: Iterable[Line]) -> float:
    return sum(_LINE[size] for _, size in lines)


def _widest(faces: list[list[Line]], parts: Iterable[list[list[Line]]]) -> float:
    texts = [width(text, size) for lines in faces for text, size in lines]
    signed = [_SIGN + width(text, size) for group in parts for lines in group for text, size in lines]
    return max([*texts, *signed])


def _row_heights(parts: dict[str, list[list[Line]]], rows: Rows) -> list[float]:
    if not parts:
        return []
    highest = [_LINE[SMALL]] * rows.number
    for group, told in parts.items():
        highest[rows.row[group]] = max([highest[rows.row[group]], *map(_height, told)])
    return [height + 2.0 for height in highest]


def _set(lines: list[Line], top: float) -> tuple[Written, ...]:
    found = []
    for text, size in lines:
        found.append(Written(text, round(top + 0.8 * _LINE[size], 1), size == NAME))
        top += _LINE[size]
    return tuple(found)


def _row(part: Part, lines: list[Line], top: float) -> Row:
    widest = max(width(text, size) for text, size in lines)
    return Row(part, _set(lines, top), round(-(widest + _SIGN) / 2, 1))
