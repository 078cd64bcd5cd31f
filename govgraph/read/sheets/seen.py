"""What is seen in a sheet before its values are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.model.place import column_letters
from govgraph.read.sheets.archive import RefusedError
from govgraph.read.sheets.table import At

MAX_CELLS = 5_000_000
"""The most cells, filled or not, between the first and the last one that is filled."""


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


@dataclass
class Seen:
    """What the values of a sheet do not tell."""

    wrong: dict[At, tuple[str, str]] = field(default_factory=dict)
    """Cells whose value cannot be had: what they show, and the end of a sentence that says why."""
    coarse: dict[At, str] = field(default_factory=dict)
    """Cells that may hold a day, and show only its year, or its month and year: how to write what they show."""
    texts: dict[At, str] = field(default_factory=dict)
    """Texts with tabs or line breaks, which python-calamine leaves out in .ods."""
    hidden: set[int] = field(default_factory=set)
    """Rows that are hidden, or filtered away."""
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """From which column to which."""
    merged: list[tuple[At, At]] = field(default_factory=list)
    is_hidden: bool = False
    """Whether the whole sheet is; of an Excel workbook its list of sheets says so."""
    rows: int = 0
    columns: int = 0
    farthest: At = (0, 0)

    def reach(self, at: At) -> None:
        """Note that a cell is filled."""
        row, column = at
        if row > self.rows:
            self.rows, self.farthest = row, at
        if column > self.columns:
            self.columns, self.farthest = column, at

    def refuse_vast(self, name: str) -> None:
        """Raise RefusedError where the cells between the first and the last are too many to be read."""
        if self.rows * self.columns > MAX_CELLS:
            row, column = self.farthest
            raise RefusedError(
                f"The sheet {name} reaches as far as {column_letters(column)}{row}, over more than "
                f"{MAX_CELLS // 1_000_000} million cells: delete what stands far out (whole rows and columns), and "
                "save it."
            )
