"""Columns under a body: how many there are, where each begins, and on which side its line runs."""

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from govgraph.diagram.layout.blocks import Block


class Gaps(NamedTuple):
    """The room for the line beside a column, between columns, between boxes in one, and above a box that is alone."""

    gutter: float
    between: float
    under: float
    single: float


class Item(NamedTuple):
    """A block under a body, and the links by which it hangs there. Those of one relation share a line."""

    relation: str
    links: list[int]
    block: Block


class Column(NamedTuple):
    """Items that stand under one another."""

    items: list[Item]
    left: float
    width: float
    side: int
    """On which side its line runs down: -1 or 1; 0 where it comes from above."""


def arranged_in_columns(items: Sequence[Item], aspect: float, gaps: Gaps) -> list[Column]:
    """Items in as many columns as bring the block nearest to an aspect; their middle is at 0.

    Each relation begins a new column, and no column has items of two, save of what no line ties.
    """
    relations = list(dict.fromkeys(item.relation for item in items))
    groups = [[item for item in items if item.relation == relation] for relation in relations]
    total = max(len(group) for group in groups)
    choices = (_filled(groups, rows, gaps) for rows in sorted({-(-total // number) for number in range(1, total + 1)}))
    columns = min(choices, key=lambda columns: abs(log(_aspect(columns, gaps) / aspect)))
    sides = _sides(columns)
    lefts, right = _lefts(columns, sides, gaps)
    across = right - lefts[0]
    return [
        Column(column, left - lefts[0] - across / 2, _width(column), side)
        for column, left, side in zip(columns, lefts, sides, strict=True)
    ]


def _filled(groups: Sequence[Sequence[Item]], rows: int, gaps: Gaps) -> list[list[Item]]:
    """The items of each group in as few columns of at most so many as will do, the highest as low as can be."""
    columns = []
    for group in groups:
        heights = [item.block.height + gaps.under for item in group]
        columns += [[group[place] for place in column] for column in shared_out(heights, -(-len(group) // rows))]
    if len(columns) > 1 and not columns[-1][0].relation and len(columns[-2]) < rows:
        columns[-2:] = [columns[-2] + columns[-1]]
    return columns


def _aspect(columns: Sequence[Sequence[Item]], gaps: Gaps) -> float:
    high = max(sum(item.block.height + gaps.under for item in column) for column in columns)
    return _lefts(columns, _sides(columns), gaps)[1] / high


def _width(column: Sequence[Item]) -> float:
    return max(item.block.width for item in column)


def shared_out(heights: Sequence[float], number: int) -> list[list[int]]:
    """The places of some heights in at most so many columns, in their order, the highest as low as can be."""
    most = max(*heights, sum(heights) / number, 0.0)
    while True:
        columns: list[list[int]] = [[]]
        used = 0.0
        for place, height in enumerate(heights):
            if columns[-1] and used + height > most + 0.01:
                columns.append([])
                used = 0.0
            columns[-1].append(place)
            used += height
        if len(columns) <= number:
            return columns
        most *= 1.03


def _sides(columns: Sequence[Sequence[Item]]) -> list[int]:
    """On which side of each column its line runs down: two columns of one relation share one between them.

    The line of a column of one item comes from above, and one that is not shared runs on the left.
    """
    sides: list[int] = []
    for place, column in enumerate(columns):
        waits = bool(sides) and sides[-1] == 1
        if len(column) > 1 and waits and columns[place - 1][0].relation == column[0].relation:
            sides.append(-1)
            continue
        if waits:
            sides[-1] = -1
        sides.append(1 if len(column) > 1 else 0)
    if sides[-1] == 1:
        sides[-1] = -1
    return sides


def _lefts(columns: Sequence[Sequence[Item]], sides: Sequence[int], gaps: Gaps) -> tuple[list[float], float]:
    """Where columns begin, from 0 or from the line beside the first, and where the last ends."""
    lefts: list[float] = []
    x = 0.0
    for place, (column, side) in enumerate(zip(columns, sides, strict=True)):
        if place:
            x += gaps.gutter if sides[place - 1] == 1 else gaps.between
        if side == -1:
            x += gaps.gutter
        lefts.append(x)
        x += _width(column)
    return lefts, x
