"""How a diagram goes onto paper: whole on one sheet; where its letters become too small, also cut over several."""

from math import ceil
from typing import NamedTuple

_MM = 96 / 25.4
_MARGINS = 28 * _MM
_HEADING = 90.0
_READABLE = 0.62
"""Below this scale the smallest letters are less than 5 points high."""
_SCALE = 0.72
_OVERLAP = 40.0
_PAPERS = {"a4 portrait": (210, 297), "a4 landscape": (297, 210), "a3 portrait": (297, 420), "a3 landscape": (420, 297)}


class Sheet(NamedTuple):
    """One part of a diagram: its corner and size in the diagram, and its number among how many."""

    x: float
    y: float
    width: float
    height: float
    number: int
    of: int


def sheets(width: float, height: float) -> dict[str, list[Sheet]]:
    """For each paper, the sheets over which a diagram of this size is cut; none where it can be read on one."""
    return {paper.replace(" ", "-"): _cut(width, height, *size) for paper, size in _PAPERS.items()}


def _cut(width: float, height: float, across: float, down: float) -> list[Sheet]:
    room = (across * _MM - _MARGINS, down * _MM - _MARGINS - _HEADING)
    if min(room[0] / width, room[1] / height) >= _READABLE:
        return []
    part = (room[0] / _SCALE, room[1] / _SCALE)
    columns, rows = (_parts(size, one) for size, one in zip((width, height), part, strict=True))
    return [
        Sheet(
            round(column * (part[0] - _OVERLAP), 1),
            round(row * (part[1] - _OVERLAP), 1),
            round(part[0], 1),
            round(part[1], 1),
            row * columns + column + 1,
            rows * columns,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def _parts(size: float, part: float) -> int:
    return 1 if size <= part else 1 + ceil((size - part) / (part - _OVERLAP))
