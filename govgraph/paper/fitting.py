"""How things fit on A4: on which way round a picture stands, how wide it is, how wide the columns of a table are."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govgraph.paper.blocks import Block, Figure, Table

UPRIGHT = (170.0, 232.0)
"""The room for a picture, in mm, with its heading and its caption on the page."""
ON_ITS_SIDE = (257.0, 145.0)
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_MM = 25.4 / 96
_GAIN = 1.25
"""A page is turned only where the picture gets so much larger by it."""
_SMALLEST = 0.36
"""A picture that would get smaller is left out: its names, of 14 px, would be below 3.8 points."""
_LINE = 125
"""So many letters go on a line of a table."""
_LEAST, _MOST = 9, 40
"""Of how many letters a column is counted: none gets too narrow to read, and a long text takes not all the room."""


class Fit(NamedTuple):
    """How wide a picture is drawn, in mm, and whether on a page on its side."""

    width: float
    wide: bool


def picture(svg: str) -> Fit:
    """How a picture is drawn as large as a page allows, and never larger than it is."""
    across, upright, aside = _scales(svg)
    wide = aside > upright * _GAIN
    return Fit(round(across * (aside if wide else upright), 2), wide)


def on_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with what stands instead of a picture whose letters no page shows large enough to read."""
    for block in blocks:
        if isinstance(block, Figure) and max(_scales(block.picture.svg)[1:]) < _SMALLEST:
            yield from block.instead
        else:
            yield block


def _scales(svg: str) -> tuple[float, float, float]:
    """How wide a picture is, in mm, and how much smaller it gets upright and on its side."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("not a picture of ours: it has no size")
    across, down = (int(one) * _MM for one in found.groups())
    upright, aside = (min(1.0, room[0] / across, room[1] / down) for room in (UPRIGHT, ON_ITS_SIDE))
    return across, upright, aside


def is_wide(table: Table) -> bool:
    """Whether a table wants a page on its side: it has more to read side by side than goes on a line upright."""
    return sum(_widths(table)) > _LINE


def columns(table: Table) -> tuple[float, ...]:
    """The share of each column in the width of a table."""
    widths = _widths(table)
    return tuple(round(width / sum(widths), 4) for width in widths)


def _widths(table: Table) -> list[int]:
    """How wide each column wants to be, in letters: by its longest word, and by how much is to be read in it."""
    rows = (table.header, *table.rows)
    widths = []
    for number in range(len(table.header)):
        cells = [row[number] for row in rows]
        word = max((len(word) for cell in cells for word in cell.split()), default=0)
        mean = sum(map(len, cells)) / len(cells)
        widths.append(min(max(word + 2, round(mean), _LEAST), _MOST))
    return widths
