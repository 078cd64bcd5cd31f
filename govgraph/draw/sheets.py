"""How a diagram goes onto paper: whole on one sheet; where its letters become too small, also cut over several."""

from math import ceil
from typing import NamedTuple

from govgraph.draw.layout import Layout

_MM = 96 / 25.4
_MARGINS = 28 * _MM
_HEADING = 90.0
_READABLE = 0.62
"""Below this scale the smallest letters are less than 5 points high."""
_SCALE = 0.72
_BESIDE = 20.0
_PAPERS = {"a4 portrait": (210, 297), "a4 landscape": (297, 210), "a3 portrait": (297, 420), "a3 landscape": (420, 297)}


Size = tuple[float, float]


class Sheet(NamedTuple):
    """One part of a diagram: its corner and size in the diagram, and its number among how many."""

    x: float
    y: float
    width: float
    height: float
    number: int
    of: int


def sheets(layout: Layout) -> dict[str, list[Sheet]]:
    """For each paper, the sheets over which a diagram is cut; none where it can be read on one.

    Sheets overlap by a little more than the largest box, so that every box is whole on some sheet.
    """
    widest = max(shape.width for shape in layout.shapes.values()) + _BESIDE
    highest = max(shape.height for shape in layout.shapes.values()) + _BESIDE
    whole, overlap = (layout.width, layout.height), (widest, highest)
    return {paper.replace(" ", "-"): _cut(whole, overlap, *size) for paper, size in _PAPERS.items()}


def _cut(whole: Size, overlap: Size, across: float, down: float) -> list[Sheet]:
    room = (across * _MM - _MARGINS, down * _MM - _MARGINS - _HEADING)
    if min(room[0] / whole[0], room[1] / whole[1]) >= _READABLE:
        return []
    part = (room[0] / _SCALE, room[1] / _SCALE)
    step = (max(part[0] - overlap[0], part[0] / 3), max(part[1] - overlap[1], part[1] / 3))
    columns, rows = (_parts(*sizes) for sizes in zip(whole, part, step, strict=True))
    return [
        Sheet(
            round(column * step[0], 1),
            round(row * step[1], 1),
            round(part[0], 1),
            round(part[1], 1),
            row * columns + column + 1,
            rows * columns,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def _parts(whole: float, part: float, step: float) -> int:
    return 1 if whole <= part else 1 + ceil((whole - part) / step)
