"""The rows of a sheet under their headers: which column fills which key, how a cell is taken, what is left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from govgraph.formats.sheets.cells import Cell, DayFirst, cell_text, cell_value, is_empty
from govgraph.formats.sheets.columns import Column, normalized
from govgraph.formats.sheets.examples import example_row
from govgraph.formats.sheets.layout import DRAFT, EXAMPLE, IGNORED, LEFT_OUT, RELATIONS, Sheet, find_column
from govgraph.formats.sheets.marks import CellMark, SheetHeader, SheetMarks
from govgraph.formats.sheets.names import Names
from govgraph.formats.sheets.sheet import Position, Table
from govgraph.language import partial_date
from govgraph.model.faults import Fault, Hints, Loc, column_letters
from govgraph.model.readings import Readings
from govgraph.model.relation_words import parse_relation
from govgraph.model.scalars import quoted
from govgraph.model.validation import Document

Value = TypeVar("Value")

TITLE_ROWS = 5
"""The number of filled rows that are searched for the headers."""
_MIN_HEADERS = 2
"""The number of known headers by which a row below a title is the row of headers."""
_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}
"""What parts cells in a CSV file, in words."""
MIN_SIMILARITY = 0.75
"""How like a known name another must be to be taken for a slip of the pen."""


class SheetRow(NamedTuple):
    """A row that states something: its cells that are filled, by column."""

    mark: CellMark
    cells: dict[Column, Cell]

    def at(self, column: Column) -> Position:
        """The cell of a column; the first of the row where the sheet has no such column."""
        columns = self.mark.header.columns
        return self.mark.row, columns.get(column.path, min(columns.values(), default=1))


class SheetRows:
    """A sheet that is read: its columns, and its rows one after the other. Faults and notices go to the document."""

    def __init__(self, document: Document, sheet: Sheet, table: Table) -> None:
        self.sheet = sheet
        self.table = table
        self._document = document
        self._columns: dict[int, Column] = {}
        self._headed: list[int] = []
        """The columns that have a header of any kind."""
        self._width = 0
        self.header = SheetHeader(table.name, 1, {})
        for at, sentence in table.notices:
            self.add_notice(at, sentence)
        self.missing: list[Column] = []
        """Columns that every row must fill in, and that are not there: reported once, at the headers."""
        header = self._find_header()
        if header is not None:
            self._read_header(*header)
        self._refuse_merged()

    def add_fault(self, at: Position, sentence: str) -> None:
        """Note what is wrong with a cell."""
        self._document.faults.append(self.fault_at(at, sentence))

    def add_notice(self, at: Position, sentence: str) -> None:
        """Note how a cell was understood, or that it is left out."""
        self._document.notices.append(self.fault_at(at, sentence))

    def fault_at(self, at: Position, sentence: str) -> Fault:
        """A fault, or a notice, at a cell."""
        return Fault(self._document.path, *at, sentence, self.table.name)

    def report_unknown(self, at: Position, noun: str, text: str, known: list[str], remedy: str = "") -> None:
        """Note an unknown name: a fault where it is like a known one, else a notice."""
        reading = parse_relation(text) if noun == "column" else None
        if reading is not None and reading.turned:
            self.add_fault(at, f"There is no column {quoted(text)}. Write this on the sheet {RELATIONS}.")
        elif near := nearest_header(text, known):
            self.add_fault(at, f"There is no {noun} {quoted(text)}. Did you mean '{near}'?{remedy}")
        else:
            self.add_notice(at, f"The {noun} {quoted(text)} is not one that govgraph reads; it is {LEFT_OUT}")

    def _find_header(self) -> tuple[int, list[Cell]] | None:
        """The row of the headers: the first that is filled, or one soon after it where that is only a title."""
        filled = list(islice(self.table.filled(), TITLE_ROWS))
        if not filled:
            return None
        found = next((row for row in filled[1:] if self._count_headers(row[1]) >= _MIN_HEADERS), None)
        if found is None or self._count_headers(filled[0][1]):
            return filled[0]
        self.add_notice((filled[0][0], 1), f"The rows above the headers in row {found[0]} are {LEFT_OUT}")
        return found

    def _count_headers(self, cells: list[Cell]) -> int:
        return sum(not is_empty(cell) and find_column(self.sheet, str(cell)) is not None for cell in cells)

    def _read_header(self, number: int, cells: list[Cell]) -> None:
        self.header.row, self._width = number, len(cells)
        self._headed = _filled_columns(cells)
        unknown = []
        for index in self._headed:
            cell = str(cells[index - 1])
            if normalized(IGNORED) in normalized(cell):
                continue
            column = find_column(self.sheet, cell)
            if column is None:
                unknown.append((index, cell))
            elif column.path in self.header.columns:
                first = column_letters(self.header.columns[column.path])
                self.add_fault((number, index), f"{column.header} stands here a second time; first in column {first}.")
            else:
                self.header.columns[column.path] = index
                self._columns[index] = column
        if not self._columns:
            known = ", ".join(column.header for column in self.sheet.columns if column.required)
            self.add_fault((number, 1), f"This row should hold the headers of the columns ({known} ...).")
            return
        absent = [column for column in self.sheet.columns if column.path not in self.header.columns]
        remedy = f" If not, write {IGNORED} after its name."
        for index, text in unknown:
            self.report_unknown((number, index), "column", text, [column.header for column in absent], remedy)
        self.missing = [column for column in absent if column.required or column.must_exist]
        for column in self.missing:
            self.add_fault((number, 1), f"There is no column {column.header}: every {self.sheet.noun} needs it.")

    def _refuse_merged(self) -> None:
        for (top, left), (bottom, right) in self.table.merged:
            if bottom >= self.header.row and any(left <= index <= right for index in self._columns):
                cells = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
                why = f"The cells {cells} are merged, so that only one of them holds what is shown in all"
                self.add_fault((top, left), f"{why}; unmerge them, and fill in each.")

    def __iter__(self) -> Iterator[SheetRow]:
        nameless: dict[int, Position] = {}
        for number, cells in self.table.filled():
            if number <= self.header.row or not self._columns:
                continue
            indexes = _filled_columns(cells)
            filled = {self._columns[index]: cells[index - 1] for index in indexes if index in self._columns}
            for index in indexes:
                if index not in self._headed:
                    nameless.setdefault(index, (number, index))
            if not filled:
                continue
            if is_example(self.sheet, self._columns, cells):
                continue
            first = indexes[0]
            if self.table.delimiter and indexes[-1] > self._width:
                sign = _DELIMITER_NAMES[self.table.delimiter]
                why = f"This row has more cells than there are headers: a {sign} has cut a text in two"
                self.add_fault((number, self._width + 1), f"{why}: put it in quotes.")
            if self.sheet.section != DRAFT and _is_marked(
                cells
            ):  # a blank workbook has no draft, and no example of one
                why = f"This row begins with '{EXAMPLE}' but is not the example that the blank workbook has"
                self.add_fault((number, first), f"{why}: delete '{EXAMPLE}' if the row states something, else the row.")
            else:
                yield SheetRow(CellMark(self.header, number), filled)
        for index, at in nameless.items():
            name = f"Column {column_letters(index)} is filled in, but has no header"
            self.add_fault(at, f"{name}: write its header, or {IGNORED} to leave it out.")


def _filled_columns(cells: list[Cell]) -> list[int]:
    return [index for index, cell in enumerate(cells, 1) if not is_empty(cell)]


def is_example(sheet: Sheet, columns: Mapping[int, Column], cells: list[Cell]) -> bool:
    """Whether a row is the example that the blank workbook has; columns are counted from 1."""
    if not _is_marked(cells):
        return False
    example = {column: normalized(text) for column, text in example_row(sheet).items()}
    filled = ((columns[index], cells[index - 1]) for index in _filled_columns(cells) if index in columns)
    return all(example.get(column) == normalized(str(cell)) for column, cell in filled)


def _is_marked(cells: list[Cell]) -> bool:
    first = next((cell for cell in cells if not is_empty(cell)), None)
    return str(first).strip().casefold().startswith(EXAMPLE)


def nearest_header(text: str, known: list[str]) -> str | None:
    """The known name that was probably meant; None where none is near."""
    from difflib import get_close_matches  # only what is not known needs it

    by_folded = {normalized(name): name for name in known}
    near = get_close_matches(normalized(text)[:200], by_folded, n=1, cutoff=MIN_SIMILARITY)
    return by_folded[near[0]] if near else None


_MAX_NOTICES = 10


class SheetReader:
    """One file or folder that is read. What is found goes to the document: data, cells, faults and notices."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.data: dict[str, Any] = document.data
        self.marks = SheetMarks()
        self.names = Names()
        self.hints = Hints()
        self.readings = Readings(document)
        """Words for relations that are read as others."""
        document.marks = self.marks
        self._day_first: list[tuple[SheetRows, Position, str, str]] = []

    def read_value(self, rows: SheetRows, at: Position, cell: Cell, column: Column) -> Any:
        """What a filled cell states; None, with a fault, where it states nothing that can be read."""
        value = _converted(rows, at, column, lambda: cell_value(cell, column, self.names.resolve))
        if isinstance(value, DayFirst):
            self._day_first.append((rows, at, str(cell).strip(), str(value)))
            return str(value)
        return value

    def read_text(self, rows: SheetRows, row: SheetRow, column: Column) -> str | None:
        """The text of a cell that must be there; None, with a fault, where it is not."""
        at = row.at(column)
        if column in row.cells:
            return _converted(rows, at, column, lambda: cell_text(row.cells[column]))
        if column not in rows.missing:
            rows.add_fault(at, f"This {rows.sheet.noun} has no {column.header}; fill in {column.header}.")
        return None

    def read_record(self, rows: SheetRows, row: SheetRow, path: Loc, omitted: Sequence[Column]) -> dict[str, Any]:
        """What a row states of a record, without the omitted columns."""
        record: dict[str, Any] = {}
        self.document.unread.update((*path, *column.path) for column in rows.missing)
        for column, cell in row.cells.items():
            if column in omitted:
                continue
            value = self.read_value(rows, row.at(column), cell, column)
            if value is None:
                self.document.unread.add((*path, *column.path))
            else:
                set_path(record, column.path, value)
        return record

    def report_day_first(self) -> None:
        """Note of dates written in figures in which order they were read."""
        rest = len(self._day_first) - _MAX_NOTICES
        for number, (rows, at, cell, value) in enumerate(self._day_first[:_MAX_NOTICES], 1):
            more = f", and {rest} more likewise" if number == _MAX_NOTICES and rest > 0 else ""
            rows.add_notice(at, f"{quoted(cell)} is read with the day first, as {partial_date(value)}{more}.")


def _converted(rows: SheetRows, at: Position, column: Column, convert: Callable[[], Value]) -> Value | None:
    """The value of a cell; None, with a fault, where it cannot be converted."""
    error: str | ValueError
    if at in rows.table.errors:
        error = rows.table.errors[at]
    else:
        try:
            return convert()
        except ValueError as refusal:
            error = refusal
    rows.add_fault(at, f"{column.header} {error}.")
    return None


def set_path(record: dict[str, Any], path: Loc, value: Any) -> None:
    """Set a value at a path inside a record."""
    for step in path[:-1]:
        record = record.setdefault(str(step), {})
    record[str(path[-1])] = value
