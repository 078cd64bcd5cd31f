"""A table, as a sheet of a workbook or a CSV file has it: its cells, and what is told of them beside."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from govgraph.sheets.cells import Cell, is_empty

At = tuple[int, int]
"""A cell: its row and its column, counted from 1."""


@dataclass
class Table:
    """The cells of one sheet. Rows and columns are counted from 1, as a spreadsheet does."""

    name: str
    rows: dict[int, list[Cell]]
    wrong: dict[At, str] = field(default_factory=dict)
    """Cells whose value cannot be had: for each the end of a sentence that says why."""
    merged: list[tuple[At, At]] = field(default_factory=list)
    delimiter: str | None = None
    """What parts the cells in a CSV file: there a text without quotes may be cut in two."""
    told: list[tuple[At, str]] = field(default_factory=list)
    """What somebody should know of the sheet: hidden rows, another encoding."""

    def filled(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows in which something stands."""
        return ((number, row) for number, row in self.rows.items() if not all(is_empty(cell) for cell in row))
