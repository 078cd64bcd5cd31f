"""What all sheets of a file share while they are read: the data so far, who is called what, how a cell is taken."""

from collections.abc import Sequence
from typing import Any

from govgraph.model.faults import Hints
from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.read.document import Document
from govgraph.read.sheets.marks import SheetMarks
from govgraph.read.sheets.names import Names
from govgraph.read.sheets.rows import Row, Rows
from govgraph.read.sheets.table import At
from govgraph.sheets.cells import Cell, text_of, value_of
from govgraph.sheets.columns import Column
from govgraph.sheets.dates import DayFirst

_MOST_TOLD = 10


class SheetReader:
    """One file or folder that is read. What is found goes to the document: data, cells, faults and notices."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.data: dict[str, Any] = document.data
        self.marks = SheetMarks()
        self.names = Names()
        self.hints = Hints()
        document.marks = self.marks
        self._day_first: list[tuple[Rows, At, str, str]] = []

    def value(self, rows: Rows, at: At, cell: Cell, column: Column) -> Any:
        """What a filled cell states; None, with a fault, where that cannot be had."""
        if at in rows.table.wrong:
            rows.fault(at, f"{column.header} {rows.table.wrong[at]}.")
            return None
        try:
            value = value_of(cell, column, self.names.resolve)
        except ValueError as error:
            rows.fault(at, f"{column.header} {error}.")
            return None
        if isinstance(value, DayFirst):
            self._day_first.append((rows, at, str(cell).strip(), str(value)))
            return str(value)
        return value

    def text(self, rows: Rows, row: Row, column: Column) -> str | None:
        """The text of a cell that must be there; None, with a fault, where it is not."""
        at = row.at(column)
        if column in rows.missing:
            return None
        if column not in row.cells:
            rows.fault(at, f"This {rows.sheet.noun} has no {column.header}; fill in {column.header}.")
        elif at in rows.table.wrong:
            rows.fault(at, f"{column.header} {rows.table.wrong[at]}.")
        else:
            try:
                return text_of(row.cells[column])
            except ValueError as error:
                rows.fault(at, f"{column.header} {error}.")
        return None

    def record(self, rows: Rows, row: Row, path: Path, leave: Sequence[Column]) -> dict[str, Any]:
        """What a row states of a record, but for the columns that say of what it is."""
        record: dict[str, Any] = {}
        self.document.unread.update((*path, *column.path) for column in rows.missing)
        for column, cell in row.cells.items():
            if column in leave:
                continue
            value = self.value(rows, row.at(column), cell, column)
            if value is None:
                self.document.unread.add((*path, *column.path))
            else:
                put(record, column.path, value)
        return record

    def tell_day_first(self) -> None:
        """Say of days written in figures in which order they were read."""
        rest = len(self._day_first) - _MOST_TOLD
        for number, (rows, at, cell, value) in enumerate(self._day_first[:_MOST_TOLD], 1):
            more = f", and {rest} more likewise" if number == _MOST_TOLD and rest > 0 else ""
            rows.tell(at, f"{shown(cell)} is read with the day first, as {value}{more}.")


def put(record: dict[str, Any], path: Path, value: Any) -> None:
    """Set what a column states at its way inside the record."""
    for step in path[:-1]:
        record = record.setdefault(str(step), {})
    record[str(path[-1])] = value
