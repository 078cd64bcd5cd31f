"""A sheet: its table of cells, and what is known of it before its values are read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.formats.sheets.archive import RefusedError
from govgraph.formats.sheets.cells import Cell, is_empty
from govgraph.model.faults import column_letters

Position = tuple[int, int]
"""A cell: its row and its column, counted from 1."""


@dataclass
class Table:
    """The cells of one sheet. Rows and columns are counted from 1, as a spreadsheet does."""

    name: str
    rows: dict[int, list[Cell]]
    errors: dict[Position, str] = field(default_factory=dict)
    """Cells without a value: for each the end of a sentence that says why."""
    merged: list[tuple[Position, Position]] = field(default_factory=list)
    delimiter: str | None = None
    """What parts the cells in a CSV file: there a text without quotes may be cut in two."""
    notices: list[tuple[Position, str]] = field(default_factory=list)
    """Sentences on the sheet itself: hidden rows, another encoding."""

    def filled(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows in which something stands."""
        return ((number, row) for number, row in self.rows.items() if not all(is_empty(cell) for cell in row))


MAX_CELLS = 5_000_000
"""The most cells of a workbook, filled or not, between the first and the last one that is filled."""
MAX_FILLED_CELLS = 2_000_000
"""The most cells in which something stands, those that repeat others included."""
MAX_TOTAL_LENGTH = 50_000_000
"""The most letters in all cells together: a text that several cells share is counted for each."""
MAX_CELL_LENGTH = 32_767
"""The most letters in a cell, as in Excel."""

MAX_MERGED = 20_000
MAX_ERRORS = 100_000
"""The most cells of a sheet that hold an error, or a formula without a result."""
_MAX_COLUMNS = 16_384
YEAR, MONTH = "%Y", "%Y-%m"
"""How a day is written of which a cell shows no more."""


class SheetPart(NamedTuple):
    """A sheet of an Excel workbook: its name, and the part of the file that holds it."""

    name: str
    path: str
    date_styles: Mapping[int, str]
    """The format of a date by style, where a style shows only a year, or a month and a year."""
    is_chart: bool
    text_lengths: Sequence[int]
    """The length of each text that cells share."""


@dataclass
class WorkbookSize:
    """How much all sheets of a workbook hold together, counted before anything is laid out."""

    cells: int = 0
    filled: int = 0
    characters: int = 0


@dataclass
class SheetDetails:
    """What a sheet holds besides the values of its cells."""

    name: str = ""
    size: WorkbookSize = field(default_factory=WorkbookSize)
    """Counts this sheet and all others of the workbook."""
    errors: dict[Position, tuple[str, str]] = field(default_factory=dict)
    """Cells without a value: what they show, and the end of a sentence that says why."""
    partial_dates: dict[Position, str] = field(default_factory=dict)
    """Cells that may hold a day, and show only its year, or its month and year: the format of what they show."""
    texts: dict[Position, str] = field(default_factory=dict)
    """Texts with tabs or line breaks, which python-calamine leaves out in .ods."""
    hidden_rows: set[int] = field(default_factory=set)
    """The filled rows that are hidden, or filtered away."""
    hidden_columns: dict[tuple[int, int], None] = field(default_factory=dict)
    """The first and the last column of each run of hidden ones."""
    merged: list[tuple[Position, Position]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    farthest: Position = (0, 0)

    def hide_columns(self, first: int, last: int) -> None:
        """Note that columns are hidden; no sheet has more of them than are kept."""
        if len(self.hidden_columns) < _MAX_COLUMNS:
            self.hidden_columns[first, last] = None

    def merge(self, first: Position, last: Position) -> None:
        """Note that cells are merged. Raises RefusedError for more of them than anybody makes."""
        self.merged.append((first, last))
        if len(self.merged) > MAX_MERGED:
            raise RefusedError(f"The sheet {self.name} has more than {MAX_MERGED:,} merged cells: unmerge them.")

    def add_error(self, at: Position, error: str | None) -> None:
        """Note that a cell holds an error. Raises RefusedError for more of them than anybody mends."""
        error = error or "an error"
        self._add_error(at, error, f"holds the error {error}; mend the formula, or write the value")

    def add_unsaved_formula(self, at: Position, program: str) -> None:
        """Note that a cell holds a formula without a result. Raises RefusedError for too many of them."""
        why = f"holds a formula whose result is not saved; open the workbook in {program}, and save it"
        self._add_error(at, "=", why)

    def _add_error(self, at: Position, shown: str, why: str) -> None:
        self.errors[at] = shown, why
        if len(self.errors) > MAX_ERRORS:
            what = f"more than {MAX_ERRORS:,} cells with errors, or with formulas whose results are not saved"
            raise RefusedError(f"The sheet {self.name} has {what}: mend them, and save it.")

    def extend(self, at: Position, length: int, *, rows: int = 1, columns: int = 1) -> None:
        """Count a filled cell that is repeated over rows and columns. Raises RefusedError for too large a workbook."""
        row, column = at[0] + rows - 1, at[1] + columns - 1
        before = self.rows * self.columns
        if row > self.rows:
            self.rows, self.farthest = row, (row, column)
        if column > self.columns:
            self.columns, self.farthest = column, (row, column)
        size = self.size
        size.cells += self.rows * self.columns - before
        size.filled += rows * columns
        size.characters += rows * columns * length
        if length > MAX_CELL_LENGTH:
            raise RefusedError(
                f"The text in the cell {column_letters(at[1])}{at[0]} of the sheet {self.name} has more than "
                f"{MAX_CELL_LENGTH:,} letters. No cell can hold more: shorten it."
            )
        if size.cells > MAX_CELLS:
            row, column = self.farthest
            where = "" if self.rows * self.columns > MAX_CELLS else ", and with those before it"
            raise RefusedError(
                f"The sheet {self.name} reaches as far as {column_letters(column)}{row}{where}, over more than "
                f"{MAX_CELLS // 1_000_000} million cells. Delete the rows and columns far out, and save it."
            )
        if size.filled > MAX_FILLED_CELLS or size.characters > MAX_TOTAL_LENGTH:
            cells, letters = (f"{most // 1_000_000} million" for most in (MAX_FILLED_CELLS, MAX_TOTAL_LENGTH))
            much = f"{cells} cells" if size.filled > MAX_FILLED_CELLS else f"{letters} letters"
            raise RefusedError(
                f"Up to the sheet {self.name}, this workbook is filled with more than {much}, the most that is read. "
                "Delete what does not belong to the structure."
            )
