"""What is seen in a sheet before its values are read."""

from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.read.sheets.table import At

MAX_CELLS = 5_000_000
"""The most cells, filled or not, between the first and the last one that is filled."""


class SheetPart(NamedTuple):
    """A sheet: its name, the part of the file that holds it, whether it is hidden."""

    name: str
    name_of_part: str
    hidden: bool
    months: frozenset[int] = frozenset()
    """Styles of cells that show only a month and a year."""


@dataclass
class Seen:
    """What the values of a sheet do not tell."""

    wrong: dict[At, tuple[str, str]] = field(default_factory=dict)
    """Cells whose value cannot be had: what they show, and the end of a sentence that says why."""
    months: set[At] = field(default_factory=set)
    """Cells that may hold a day, and show only its month and year."""
    texts: dict[At, str] = field(default_factory=dict)
    """Texts with tabs, which python-calamine leaves out in .ods."""
    hidden: set[int] = field(default_factory=set)
    """Rows that are hidden, or filtered away."""
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
