"""What is seen in a sheet before its values are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.model.place import column_letters
from govgraph.read.sheets.archive import RefusedError
from govgraph.read.sheets.table import At

MAX_CELLS = 5_000_000
"""The most cells of a workbook, filled or not, between the first and the last one that is filled."""
MAX_FILLED = 2_000_000
"""The most cells in which something stands, those that repeat others included."""
MAX_LETTERS = 50_000_000
"""The most letters in all cells together: a text that several cells share is counted for each."""
LONGEST_TEXT = 32_767
"""The most letters in a cell, as in Excel."""


MAX_MERGED = 20_000
MAX_WITHOUT_VALUE = 100_000
"""The most cells of a sheet that hold an error, or a formula without a result."""
_MAX_COLUMNS = 16_384
YEAR, MONTH = "%Y", "%Y-%m"
"""How a day is written of which a cell shows no more."""


class SheetPart(NamedTuple):
    """A sheet: its name, the part of the file that holds it, whether it is hidden."""

    name: str
    name_of_part: str
    hidden: bool
    coarse: Mapping[int, str] = {}
    """Styles of cells that show only a year, or a month and a year: how to write what they show."""
    is_chart: bool = False
    letters: Sequence[int] = ()
    """How many letters each text has that cells share."""


@dataclass
class Extent:
    """How much all sheets of a workbook hold together. It is counted before anything is laid out."""

    cells: int = 0
    filled: int = 0
    letters: int = 0


@dataclass
class Seen:
    """What the values of a sheet do not tell."""

    name: str = ""
    whole: Extent = field(default_factory=Extent)
    """What this sheet and all others hold."""
    wrong: dict[At, tuple[str, str]] = field(default_factory=dict)
    """Cells whose value cannot be had: what they show, and the end of a sentence that says why."""
    coarse: dict[At, str] = field(default_factory=dict)
    """Cells that may hold a day, and show only its year, or its month and year: how to write what they show."""
    texts: dict[At, str] = field(default_factory=dict)
    """Texts with tabs or line breaks, which python-calamine leaves out in .ods."""
    hidden: list[tuple[int, int]] = field(default_factory=list)
    """From which row to which they are hidden, or filtered away."""
    hidden_columns: dict[tuple[int, int], None] = field(default_factory=dict)
    """From which column to which."""
    merged: list[tuple[At, At]] = field(default_factory=list)
    is_hidden: bool = False
    """Whether the whole sheet is; of an Excel workbook its list of sheets says so."""
    rows: int = 0
    columns: int = 0
    farthest: At = (0, 0)

    def hide_rows(self, first: int, last: int) -> None:
        """Note that rows are hidden."""
        if self.hidden and self.hidden[-1][1] >= first - 1 >= self.hidden[-1][0] - 1:
            first, last = self.hidden[-1][0], max(last, self.hidden.pop()[1])
        self.hidden.append((first, last))

    def is_hidden_row(self) -> Callable[[int], bool]:
        """A way to ask whether a row is hidden."""
        flags = bytearray(self.rows + 1)
        for first, last in self.hidden:
            end = min(last, self.rows) + 1
            flags[first:end] = b"\1" * (end - first)
        return lambda row: row < len(flags) and bool(flags[row])

    def hide_columns(self, first: int, last: int) -> None:
        """Note that columns are hidden; no sheet has more of them than are kept."""
        if len(self.hidden_columns) < _MAX_COLUMNS:
            self.hidden_columns[first, last] = None

    def merge(self, first: At, last: At) -> None:
        """Note that cells are merged. Raises RefusedError for more of them than anybody makes."""
        self.merged.append((first, last))
        if len(self.merged) > MAX_MERGED:
            raise RefusedError(f"The sheet {self.name} has more than {MAX_MERGED:,} merged cells: unmerge them.")

    def spoil(self, at: At, shown: str, why: str) -> None:
        """Note that the value of a cell cannot be had. Raises RefusedError for more of them than anybody mends."""
        self.wrong[at] = shown, why
        if len(self.wrong) > MAX_WITHOUT_VALUE:
            what = f"more than {MAX_WITHOUT_VALUE:,} cells with errors, or with formulas whose results are not saved"
            raise RefusedError(f"The sheet {self.name} has {what}: mend them, and save it.")

    def reach(self, at: At, letters: int, *, rows: int = 1, columns: int = 1) -> None:
        """Note that a cell is filled with so many letters, and that it stands for so many rows and columns.

        Raises RefusedError where the workbook holds too much to be read.
        """
        row, column = at[0] + rows - 1, at[1] + columns - 1
        before = self.rows * self.columns
        if row > self.rows:
            self.rows, self.farthest = row, (row, column)
        if column > self.columns:
            self.columns, self.farthest = column, (row, column)
        whole = self.whole
        whole.cells += self.rows * self.columns - before
        whole.filled += rows * columns
        whole.letters += rows * columns * letters
        if letters > LONGEST_TEXT:
            raise RefusedError(
                f"The text in the cell {column_letters(at[1])}{at[0]} of the sheet {self.name} has more than "
                f"{LONGEST_TEXT:,} letters, the most that a cell can hold: shorten it."
            )
        if whole.cells > MAX_CELLS:
            row, column = self.farthest
            alone = self.rows * self.columns > MAX_CELLS
            where = "" if alone else ", and with those before it"
            raise RefusedError(
                f"The sheet {self.name} reaches as far as {column_letters(column)}{row}{where}, over more than "
                f"{MAX_CELLS // 1_000_000} million cells: delete what stands far out (whole rows and columns), and "
                "save it."
            )
        if whole.filled > MAX_FILLED or whole.letters > MAX_LETTERS:
            much = f"{MAX_FILLED // 1_000_000} million cells"
            much = much if whole.filled > MAX_FILLED else f"{MAX_LETTERS // 1_000_000} million letters"
            raise RefusedError(
                f"Up to the sheet {self.name}, this workbook is filled with more than {much}, the most that is read: "
                "delete what does not belong to the structure."
            )
