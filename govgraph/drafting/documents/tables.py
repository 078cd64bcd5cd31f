"""Which rows of a table hold its headers, and what its merged cells say."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell of a table."""

    text: str
    is_header: bool = False
    """Whether its document marks it as a header, or sets it in bold letters throughout."""


Grid = list[list[Cell]]
"""The rows of a table."""

_MOST_HEADER_WORDS = 6
_KEY_VALUE_COLUMNS = 2
_MUCH_LONGER = 2
_USUAL = re.compile(
    r"(?:full |job |board |group |committee )?(?:names?|roles?|organi[sz]ations?|titles?|positions?|posts?|members?|"
    r"memberships?|representing|representatives?|representation|agency|agencies|bod(?:y|ies)|boards?|groups?|meetings?|"
    r"committees?|dates?|status|frequency|purposes?|functions?|responsibilit(?:y|ies)|chairs?|chaired by|votes?|voting|"
    r"voting rights?|terms?|term of office|appointed by|nominated by|reports? to|lead|leads|items?|actions?|owner|"
    r"version|authors?|changes?|description|sector|partner|designation|capacity|number|no\.?|nos\.?|deputy|substitutes?)"
    r"(?: (?:name|title|role|status|rights?|of (?:members?|meetings?|seats?|places|representatives?)))?",
    re.IGNORECASE,
)
"""Words that head a column of members, of meetings or of versions."""


def split_headers(grid: Grid) -> tuple[tuple[str, ...], int]:
    """The headers of the columns, and how many rows at the top hold them; none where the table has no headers."""
    marked = 0
    while marked < len(grid) and _is_marked(grid[marked]):
        marked += 1
    if 0 < marked < len(grid):
        return _joined(grid[:marked]), marked
    if marked == 0 and _is_header_by_shape(grid):
        return tuple(cell.text for cell in grid[0]), 1
    return (), 0


def _is_marked(row: Sequence[Cell]) -> bool:
    return len(row) > 1 and all(cell.is_header for cell in row if cell.text) and any(cell.text for cell in row)


def _joined(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Of headers in several rows, one for each column: `Votes: yes`."""
    width = max(map(len, rows))
    columns = [[row[column].text for row in rows if column < len(row)] for column in range(width)]
    return tuple(": ".join(dict.fromkeys(filter(None, column))) for column in columns)


def _is_header_by_shape(grid: Grid) -> bool:
    """Whether the first row is one of headers: short and plain, above rows that are longer or hold numbers."""
    if len(grid) <= 1 or len(grid[0]) < _KEY_VALUE_COLUMNS:
        return False
    first = [cell.text for cell in grid[0]]
    if not all(first) or len(set(first)) < len(first) or not all(map(_is_short_label, first)):
        return False
    usual = sum(bool(_USUAL.fullmatch(text)) for text in first)
    if len(first) == _KEY_VALUE_COLUMNS:  # `Chair | Director of Public Health`: keys and values, unless both are known
        return usual == len(first)
    return usual > len(first) // 2 or any(_differs(grid, column) for column in range(len(first)))


def _is_short_label(text: str) -> bool:
    return len(text.split()) <= _MOST_HEADER_WORDS and not text.endswith((".", ";")) and not re.search(r"[0-9]", text)


def _differs(grid: Grid, column: int) -> bool:
    below = [row[column].text for row in grid[1:] if column < len(row) and row[column].text]
    if not below:
        return False
    length = len(grid[0][column].text)
    numbers = sum(bool(re.search(r"[0-9]", text)) for text in below)
    return numbers > len(below) / 2 or sum(map(len, below)) / len(below) > _MUCH_LONGER * length
