"""Tables in plain text: cells between bars, tabs, or wide gaps."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from govgraph.drafting.documents.lines import Line
from govgraph.drafting.documents.tables import Cell, Grid, split_headers

_DIVIDER = re.compile(r"[|\s:+=-]+")
_GAP = re.compile(r"\s{3,}|\t+")
_LEAST_ALIGNED = 3
_LEAST_TABBED = 2


class PlainTable(NamedTuple):
    """A table among lines: those from `start` to before `end` are its own."""

    start: int
    end: int
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """The number of the line of each row, and its cells."""


def find_tables(lines: Sequence[Line]) -> list[PlainTable]:
    """The tables among lines, in their order."""
    tables: list[PlainTable] = []
    index = 0
    while index < len(lines):
        end = index
        for split, least in ((_by_bars, 1), (_by_tabs, _LEAST_TABBED), (_by_gaps, _LEAST_ALIGNED)):
            end = _end_of_table(lines, index, split)
            if end - index >= least:
                tables.append(_table(lines, index, end, split))
                break
        else:
            end = index
        index = max(end, index + 1)
    return tables


Splitter = Callable[[str], tuple[str, ...] | None]


def _end_of_table(lines: Sequence[Line], start: int, split: Splitter) -> int:
    first = split(lines[start].text)
    end = start
    while first and end < len(lines):
        cells = split(lines[end].text)
        if cells is None or (len(cells) != len(first) and split is not _by_bars):
            break
        if end > start and lines[end].is_after_gap and split is not _by_bars:
            break
        end += 1
    return end


def _table(lines: Sequence[Line], start: int, end: int, split: Splitter) -> PlainTable:
    rows = [(line.number, split(line.text) or ()) for line in lines[start:end]]
    divider = next((index for index, line in enumerate(lines[start:end]) if _DIVIDER.fullmatch(line.text)), None)
    kept = [(number, cells) for number, cells in rows if any(cells) and not _is_divider(cells)]
    if divider == 1 and _is_divider(rows[1][1]):
        return PlainTable(start, end, rows[0][1], tuple(kept[1:]))
    grid: Grid = [[Cell(text) for text in cells] for _, cells in kept]
    headers, count = split_headers(grid)
    return PlainTable(start, end, headers, tuple(kept[count:]))


def _is_divider(cells: Sequence[str]) -> bool:
    return any("--" in cell or "==" in cell for cell in cells) and all(
        _DIVIDER.fullmatch(cell) for cell in cells if cell
    )


def _by_bars(text: str) -> tuple[str, ...] | None:
    """The cells between bars: `| a | b |`, `a | b`, or one alone before a bar at the end, `a |`."""
    if "|" not in text and not (text.startswith("+-") and text.endswith("-+")):
        return None
    if not (text.startswith(("|", "+-")) or text.endswith("|") or " | " in text):
        return None
    inner = text.removeprefix("|").removesuffix("|")
    return tuple(cell.strip() for cell in inner.split("|"))


def _by_tabs(text: str) -> tuple[str, ...] | None:
    cells = tuple(cell.strip() for cell in re.split(r"\t+", text))
    return (
        cells
        if len(cells) > 1 and not re.fullmatch(r"(?:[0-9.]+|\([a-z0-9]+\)|[a-z]\)|[•\uf0b7o–-])", cells[0])
        else None
    )


def _by_gaps(text: str) -> tuple[str, ...] | None:
    cells = tuple(cell.strip() for cell in _GAP.split(text))
    return (
        cells
        if len(cells) > 1 and not re.fullmatch(r"(?:[0-9.]+|\([a-z0-9]+\)|[a-z]\)|[•\uf0b7o–-])", cells[0])
        else None
    )
