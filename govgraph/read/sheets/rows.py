"""The rows of a sheet under their headers: which column fills which key, what is left out, what is only an example."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from govgraph.model.faults import Fault
from govgraph.model.place import column_letters
from govgraph.model.scalars import shown
from govgraph.read.document import Document
from govgraph.read.sheets.marks import Mark, Opened
from govgraph.read.sheets.table import At, Table
from govgraph.sheets.cells import Cell, is_empty
from govgraph.sheets.columns import Column, folded
from govgraph.sheets.layout import EXAMPLE, IGNORED, Sheet, column_called
from govgraph.sheets.worked import worked_row

TITLE_ROWS = 5
"""So many filled rows are looked at for the headers."""
_MANY = 2
"""So many known headers in a row below another make it the row of headers."""
_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab"}
"""What parts cells in a CSV file, in words."""
NEAR = 0.75
"""How like a known name another must be to be taken for a slip of the pen."""


class Row(NamedTuple):
    """A row that states something: its cells that are filled, by column."""

    mark: Mark
    cells: dict[Column, Cell]

    def at(self, column: Column) -> At:
        """The cell of a column; the first of the row where the sheet has no such column."""
        columns = self.mark.opened.columns
        return self.mark.row, columns.get(column.path, min(columns.values(), default=1))


class Rows:
    """A sheet that is read: its columns, and its rows one after the other. Faults and notices go to the document."""

    def __init__(self, document: Document, sheet: Sheet, table: Table) -> None:
        self.sheet = sheet
        self.table = table
        self._document = document
        self._columns: dict[int, Column] = {}
        self._headed: set[int] = set()
        """The columns that have a header of any kind."""
        self._width = 0
        self.opened = Opened(table.name, 1, {})
        for at, sentence in table.told:
            self.tell(at, sentence)
        self.missing: list[Column] = []
        """Columns that every row must fill in, and that are not there: told once, at the headers."""
        header = self._header()
        if header is not None:
            self._open(*header)
        self._refuse_merged()

    def fault(self, at: At, sentence: str) -> None:
        """Note what is wrong with a cell."""
        self._document.faults.append(Fault(self._document.path, *at, sentence, self.table.name))

    def tell(self, at: At, sentence: str) -> None:
        """Note how a cell was understood, or that it is left out."""
        self._document.notices.append(Fault(self._document.path, *at, sentence, self.table.name))

    def _header(self) -> tuple[int, list[Cell]] | None:
        """The row of the headers: the first that is filled, or one soon after it where that is only a title."""
        filled = list(islice(self.table.filled(), TITLE_ROWS))
        if not filled or self._known(filled[0][1]):
            return filled[0] if filled else None
        found = next((row for row in filled[1:] if self._known(row[1]) >= _MANY), None)
        if found is None:
            return filled[0]
        self.tell((filled[0][0], 1), f"What stands above the headers in row {found[0]} is left out.")
        return found

    def _known(self, cells: list[Cell]) -> int:
        return sum(not is_empty(cell) and column_called(self.sheet, str(cell)) is not None for cell in cells)

    def _open(self, number: int, cells: list[Cell]) -> None:
        self.opened.header = number
        self._width = len(cells)
        unknown = []
        for index, cell in enumerate(cells, 1):
            if not is_empty(cell):
                self._headed.add(index)
            if is_empty(cell) or folded(IGNORED) in folded(str(cell)):
                continue
            column = column_called(self.sheet, str(cell))
            if column is None:
                unknown.append((index, str(cell)))
            elif column.path in self.opened.columns:
                first = column_letters(self.opened.columns[column.path])
                self.fault((number, index), f"{column.header} stands here a second time; first in column {first}.")
            else:
                self.opened.columns[column.path] = index
                self._columns[index] = column
        if not self._columns:
            known = ", ".join(column.header for column in self.sheet.columns if column.required)
            self.fault((number, 1), f"This row should hold the headers of the columns ({known} ...).")
            return
        for index, text in unknown:
            self._unknown((number, index), text)
        self.missing = [
            one for one in self.sheet.columns if (one.required or one.needed) and one.path not in self.opened.columns
        ]
        for column in self.missing:
            self.fault((number, 1), f"There is no column {column.header}: every {self.sheet.noun} needs it.")

    def _unknown(self, at: At, text: str) -> None:
        left = [column.header for column in self.sheet.columns if column.path not in self.opened.columns]
        near = nearest_header(text, left)
        if near:
            why = f"There is no column {shown(text)}. Did you mean '{near}'? If not, write {IGNORED} after its name."
            self.fault(at, why)
        else:
            self.tell(at, f"The column {shown(text)} is not one that govgraph reads; it is left out.")

    def _refuse_merged(self) -> None:
        for (top, left), (bottom, right) in self.table.merged:
            if bottom >= self.opened.header and any(left <= index <= right for index in self._columns):
                cells = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
                why = f"The cells {cells} are merged, so that only one of them holds what is shown in all"
                self.fault((top, left), f"{why}; unmerge them, and fill in each.")

    def __iter__(self) -> Iterator[Row]:
        nameless: dict[int, At] = {}
        worked = {column: folded(text) for column, text in worked_row(self.sheet).items()}
        for number, cells in self.table.filled():
            if number <= self.opened.header or not self._columns:
                continue
            filled = {
                column: cells[index - 1]
                for index, column in self._columns.items()
                if index <= len(cells) and not is_empty(cells[index - 1])
            }
            for index, cell in enumerate(cells, 1):
                if index not in self._headed and not is_empty(cell):
                    nameless.setdefault(index, (number, index))
            if not filled:
                continue
            first = next(index for index, cell in enumerate(cells, 1) if not is_empty(cell))
            is_marked = str(cells[first - 1]).strip().casefold().startswith(EXAMPLE)
            if is_marked and all(worked.get(column) == folded(str(cell)) for column, cell in filled.items()):
                continue
            last = max(index for index, cell in enumerate(cells, 1) if not is_empty(cell))
            if self.table.delimiter and last > self._width:
                sign = _SIGNS[self.table.delimiter]
                why = f"This row has more cells than there are headers: a {sign} has cut a text in two"
                self.fault((number, self._width + 1), f"{why}: put it in quotes.")
            if is_marked:
                why = f"This row begins with '{EXAMPLE}' but is not the example that the blank workbook has"
                self.fault((number, first), f"{why}: delete '{EXAMPLE}' if the row states something, else the row.")
            else:
                yield Row(Mark(self.opened, number), filled)
        for index, at in nameless.items():
            name = f"Column {column_letters(index)} has no header, and something stands in it"
            self.fault(at, f"{name}: write its header, or {IGNORED} to leave it out.")


def nearest_header(text: str, known: list[str]) -> str | None:
    """The one of these names that was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only what is not known needs it

    by_folded = {folded(name): name for name in known}
    near = get_close_matches(folded(text)[:200], by_folded, n=1, cutoff=NEAR)
    return by_folded[near[0]] if near else None
