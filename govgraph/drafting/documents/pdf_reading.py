"""The order in which the lines of a page are read: columns one after another, cells that stand in line as a table."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from govgraph.drafting.documents.pdf_lines import TextLine, split_at
from govgraph.drafting.documents.pieces import Piece, RawCell
from govgraph.drafting.passages import BlockKind

_LEAST_LINES = 5
"""Of a column of text."""
_LEAST_WORDS = 4
"""In the lines of a column of text; cells of a table have fewer."""
_NEAR = 5.0
_TIGHT = 1.4
"""The distance of two lines of one cell, in sizes of their letters; it is that of lines of text."""
_APART = 4.0
_LEAST_ROWS = 2
_DRAWN = 4
"""So many rows of words that stand apart, and in no line with one another, are a drawing."""

Row = list[TextLine]


class Aligned(NamedTuple):
    """A table without rules: its rows, each with a cell for each column."""

    rows: list[list[RawCell]]


class Reading(NamedTuple):
    """What some rows of a page say, in their order."""

    parts: list[TextLine | Aligned]
    has_drawing: bool


def rows_of(lines: Sequence[TextLine]) -> list[Row]:
    """Lines as rows: those that stand beside one another are together."""
    return [sorted(row, key=lambda line: line.x0) for _, row in groupby(lines, key=lambda line: line.row)]


def read_rows(rows: Sequence[Row]) -> Reading:
    """The lines and tables of rows, from left to right where they stand in columns; a drawing is left out."""
    if all(len(row) == 1 for row in rows) and not _gutter(rows):
        return Reading([row[0] for row in rows], False)
    if found := _gutter(rows):
        start, end, x = found
        left = [[line for line in row if line.x1 <= x] for row in rows[start:end]]
        right = [[line for line in row if line.x0 >= x] for row in rows[start:end]]
        readings = [_read_aligned(rows[:start])]
        readings += [_read_aligned(_as_column(side)) for side in (left, right)]
        readings.append(read_rows(rows[end:]))
        return Reading([part for one in readings for part in one.parts], any(one.has_drawing for one in readings))
    return _read_aligned(rows)


def _as_column(rows: Sequence[Row]) -> list[Row]:
    """The rows of a column, whose lines know where its right margin is."""
    kept = [row for row in rows if row]
    right = max(line.x1 for row in kept for line in row)
    for row in kept:
        for line in row:
            line.right = right
    return kept


def _gutter(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """Where rows stand in two columns of text: the first of them, the one after the last, and the place between."""
    starts = Counter(round(line.x0 / 2) * 2.0 for row in rows for line in row)
    for start, count in sorted(starts.items(), reverse=True):
        x = start - 3
        if count < _LEAST_LINES:
            continue
        crossing = [any(line.x0 < x < line.x1 for line in row) for row in rows]
        first = 0
        for crosses, run in groupby(crossing):
            end = first + len(list(run))
            top = min(
                (line.top - _TIGHT * line.size for row in rows[first:end] for line in row if line.x0 >= x), default=0
            )
            begin = next((number for number in range(first, end) if rows[number][0].top >= top), end)
            if not crosses and _are_columns(rows[begin:end], x):
                return begin, end, x
            first = end
    return None


def _are_columns(rows: Sequence[Row], x: float) -> bool:
    left = [line for row in rows for line in row if line.x1 <= x]
    right = [line for row in rows for line in row if line.x0 >= x]
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    if min(median(len(line.text.split()) for line in side) for side in (left, right)) < _LEAST_WORDS:
        return False
    top, bottom = (max(side[0].top for side in (left, right)), min(side[-1].bottom for side in (left, right)))
    return bottom - top > (max(left[-1].bottom, right[-1].bottom) - min(left[0].top, right[0].top)) / 4


def _read_aligned(rows: Sequence[Row]) -> Reading:
    parts: list[TextLine | Aligned] = []
    loose: list[tuple[int, int]] = []
    index = 0
    while index < len(rows):
        table = _rows_of_table(rows, index)
        if sum(len(row) > 1 for row in table) >= _LEAST_ROWS:
            parts.append(_table(table))
            index += len(table)
            continue
        if len(rows[index]) > 1:
            loose.append((len(parts), len(parts) + len(rows[index])))
        parts.extend(rows[index])
        index += 1
    if len(loose) < _DRAWN:
        return Reading(parts, False)
    return Reading([*parts[: loose[0][0]], *parts[loose[-1][1] :]], True)


def _rows_of_table(rows: Sequence[Row], start: int) -> list[Row]:
    """The rows whose words stand below those of the first row, parted as its columns are."""
    table = [rows[start]]
    columns = [line.x0 for line in rows[start]]
    if len(columns) == 1:
        return table
    for index in range(start + 1, len(rows)):
        row = [part for line in rows[index] for part in split_at(line, columns)]
        gap = row[0].top - table[-1][0].top
        places = [_column(line, columns) for line in row]
        if None in places or gap > _APART * row[0].size:
            break
        if places == [0] and (gap > _TIGHT * row[0].size or index + 1 == len(rows)):
            break  # the text goes on below the table
        table.append(row)
    while len(table[-1]) == 1 and _column(table[-1][0], columns) == 0:
        table.pop()
    return table


def _column(line: TextLine, columns: Sequence[float]) -> int | None:
    """The column in which a line stands; None where it begins in none, or reaches into the next."""
    for number, x in enumerate(columns):
        if abs(line.x0 - x) <= _NEAR:
            reaches = number + 1 < len(columns) and line.x1 > columns[number + 1]
            return None if reaches else number
    return None


def _table(rows: Sequence[Row]) -> Aligned:
    columns = [line.x0 for line in rows[0]]
    gaps = [lower[0].top - upper[0].top for upper, lower in pairwise(rows) if len(lower) > 1]
    usual = median(gaps) if gaps else 0.0
    table: list[list[RawCell]] = []
    for number, row in enumerate(rows):
        gap = row[0].top - rows[number - 1][0].top if number else usual
        cells = {_column(line, columns) or 0: line for line in row}
        goes_on = number and (0 not in cells or len(row) == 1 or gap < 0.75 * usual)
        if not goes_on:
            table.append([RawCell(False, place=f"page {row[0].page}") for _ in columns])
        for column, line in cells.items():
            pieces = table[-1][column].pieces
            if pieces:
                pieces[-1].text += f"\n{line.text}"
            else:
                place = f"page {line.page}"
                pieces.append(Piece(BlockKind.PARAGRAPH, line.text, is_strong=line.is_bold, place=place))
    return Aligned(table)
