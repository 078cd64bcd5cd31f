"""How large a box is, and where its text stands in it: every line measured, in px, from the middle of the box."""

from itertools import accumulate
from typing import NamedTuple

from govgraph.diagram.frames import Variants
from govgraph.diagram.scene import Box, BoxText, Scene
from govgraph.diagram.style import width, wrapped
from govgraph.model import Kind
from govgraph.render.participation import Part

NAME_SIZE, SMALL_SIZE = 13.0, 11.0
_LINE_HEIGHT = {NAME_SIZE: 16.0, SMALL_SIZE: 14.0}
_TEXT_WIDTH = 158.0
_MIN_WIDTH = 104.0
_MAX_LINES = {NAME_SIZE: 6, SMALL_SIZE: 4}
# Shapes whose corners come near to the text get more room beside it.
_EXTRA_PADDING = {Kind.REVIEWER: 14.0, Kind.WORKSTREAM: 14.0, Kind.SERVICE: 12.0, Kind.POST: 13.0}
_PADDING_X = 10.0
_PADDING_Y = 11.0
_FOOT_PADDING = (6.0, 4.0)
"""The room above and below the line over the foot of a box."""
_SIGN_WIDTH = 15.0
"""With the gap between the sign and the words of a part."""
_MAX_ROWS = 3

Line = tuple[str, float]
"""A text and its size."""


class PlacedLine(NamedTuple):
    """A line of text: its baseline, and whether it is the name."""

    text: str
    y: float
    is_name: bool


class BoxRow(NamedTuple):
    """A sign and words at the foot of a box: the part that a group takes. `x` is where the sign begins."""

    part: Part
    lines: tuple[PlacedLine, ...]
    x: float


class Shape(NamedTuple):
    """A box with its size, its texts, and the rows at its foot, group by group."""

    width: float
    height: float
    texts: Variants[tuple[PlacedLine, ...]]
    rows: dict[str, Variants[BoxRow]]
    foot: float | None
    """Where the line above the rows is; None where there are none."""


class Rows(NamedTuple):
    """How the groups share the foot of a box: on which row each stands, and what is written before its part."""

    row: dict[str, int]
    prefix: dict[str, str]

    def lines(self, group: str, part: Part) -> list[Line]:
        """The lines of a part."""
        return _wrapped(self.prefix[group] + part.words, SMALL_SIZE, _TEXT_WIDTH - _SIGN_WIDTH)


def rows_for(scene: Scene) -> Rows:
    """A row for each group; where there are many groups, one row for all, of whom one is shown at a time."""
    few = len(scene.groups) <= _MAX_ROWS
    row = {group: number if few else 0 for number, group in enumerate(scene.groups)}
    alone = len(scene.groups) == 1
    return Rows(row, {group: "" if alone else f"{name}: " for group, name in scene.groups.items()})


def shape(box: Box, rows: Rows) -> Shape:
    """The size of a box that holds whatever stands in it in any frame."""
    texts = [_lines(text) for text in box.texts]
    parts = {group: [rows.lines(group, part) for part in variants] for group, variants in box.parts.items()}
    row_heights = _row_heights(parts, rows)
    high = max(map(_height, texts))
    full = round(2 * _PADDING_Y + high + (sum(_FOOT_PADDING) + sum(row_heights) if parts else 0.0))
    top = _PADDING_Y - full / 2
    foot = top + high + _FOOT_PADDING[0]
    starts = list(accumulate(row_heights, initial=foot + _FOOT_PADDING[1]))
    placed_rows: dict[str, Variants[BoxRow]] = {group: Variants() for group in parts}
    for group, variants in box.parts.items():
        for lines, (part, frames) in zip(parts[group], variants.items(), strict=True):
            x = round(-(_widest(lines) + _SIGN_WIDTH) / 2, 1)
            placed_rows[group].add(BoxRow(part, _placed(lines, starts[rows.row[group]]), x), frames)
    placed_texts: Variants[tuple[PlacedLine, ...]] = Variants()
    for lines, frames in zip(texts, box.texts.values(), strict=True):
        placed_texts.add(_placed(lines, top + (high - _height(lines)) / 2), frames)
    signed = [_SIGN_WIDTH + _widest(lines) for group in parts.values() for lines in group]
    widest = max(*map(_widest, texts), *signed, 0.0)
    across = 2 * (max(_EXTRA_PADDING.get(kind, 0.0) for kind in box.kinds) + _PADDING_X) + widest
    return Shape(max(_MIN_WIDTH, round(across)), full, placed_texts, placed_rows, round(foot, 1) if parts else None)


def _wrapped(text: str, size: float, room: float) -> list[Line]:
    return [(line, size) for line in wrapped(text, size, room, _MAX_LINES[size])]


def _lines(text: BoxText) -> list[Line]:
    details = (line for detail in text.details for line in _wrapped(detail, SMALL_SIZE, _TEXT_WIDTH))
    return [*_wrapped(text.name, NAME_SIZE, _TEXT_WIDTH), *details]


def _height(lines: list[Line]) -> float:
    return sum(_LINE_HEIGHT[size] for _, size in lines)


def _widest(lines: list[Line]) -> float:
    return max(width(text, size) for text, size in lines)


def _row_heights(parts: dict[str, list[list[Line]]], rows: Rows) -> list[float]:
    heights = [_LINE_HEIGHT[SMALL_SIZE]] * (max(rows.row.values(), default=-1) + 1)
    for group, variants in parts.items():
        heights[rows.row[group]] = max([heights[rows.row[group]], *map(_height, variants)])
    return [height + 2.0 for height in heights]


def _placed(lines: list[Line], top: float) -> tuple[PlacedLine, ...]:
    tops = accumulate((_LINE_HEIGHT[size] for _, size in lines), initial=top)
    return tuple(
        PlacedLine(text, round(y + 0.8 * _LINE_HEIGHT[size], 1), size == NAME_SIZE)
        for y, (text, size) in zip(tops, lines, strict=False)
    )
