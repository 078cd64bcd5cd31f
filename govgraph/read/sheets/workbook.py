"""Workbooks (.xlsx, .xlsm, .ods) to tables of cells. No macro is run, no link is followed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from govgraph.model.faults import Fault
from govgraph.model.place import column_letters
from govgraph.read.document import Document
from govgraph.read.endings import SAVE_AS
from govgraph.read.sheets import ods, xlsx
from govgraph.read.sheets.archive import Archive, RefusedError
from govgraph.read.sheets.seen import YEAR, Extent, Seen, SheetPart
from govgraph.read.sheets.table import At, Table
from govgraph.read.sheets.tables import document_of_tables, wanted
from govgraph.sheets.cells import Cell
from govgraph.sheets.dates import is_a_typed_year


def parse(path: str, data: bytes) -> Document:
    """Read a workbook into a document. Faults are noted in it, never raised."""
    try:
        return document_of_tables(path, list(_tables(data)))
    except RefusedError as error:
        return Document(path, faults=[Fault(path, None, None, str(error))], broken=True)


def _tables(data: bytes) -> Iterator[Table]:
    archive = Archive(data)
    names = set(archive.names())
    if "xl/workbook.xml" in names:
        whole = Extent()
        found = [
            (part, xlsx.seen_in(archive, part, whole) if wanted(part.name) else None)
            for part in xlsx.sheet_parts(archive)
        ]
    elif {"content.xml", "mimetype"} <= names and b"spreadsheet" in (archive.part("mimetype") or b""):
        seen = ods.seen_by_sheet(archive)  # whichever is asked for, python-calamine lays out all of them
        found = [(SheetPart(name, "", hidden=False), one if wanted(name) else None) for name, one in seen.items()]
    else:
        what = "a binary Excel file" if "xl/workbook.bin" in names else "not a workbook"
        raise RefusedError(f"This is {what}: {SAVE_AS}.")
    values = _Values(data)
    for part, one in found:
        yield Table(part.name, {}) if one is None else _table(part, one, values)


class _Values:
    """The values of the cells, as python-calamine reads them."""

    def __init__(self, data: bytes) -> None:
        try:
            from python_calamine import load_workbook  # noqa: PLC0415 - only a workbook needs it
        except ModuleNotFoundError:
            raise RefusedError("To read a workbook, install what it takes: pip install 'govgraph[excel]'.") from None
        self._book = _guarded(lambda: load_workbook(BytesIO(data)))

    def rows(self, name: str) -> list[list[Any]]:
        """All rows of a sheet, from the first on."""
        sheet = _guarded(lambda: self._book.get_sheet_by_name(name))
        found: list[list[Any]] = _guarded(lambda: sheet.to_python(skip_empty_area=False))
        return found


def _guarded(read: Any) -> Any:
    try:
        return read()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # its parser is compiled: a crash in it is no Exception
        raise RefusedError(f"This workbook cannot be read, it is damaged: open it in Excel, and {SAVE_AS}.") from error


def _table(part: SheetPart, seen: Seen, values: _Values) -> Table:
    table = Table(part.name, {}, {at: why for at, (_, why) in seen.wrong.items()}, seen.merged)
    if not seen.rows:
        return table
    for number, cells in enumerate(values.rows(part.name), 1):
        table.rows[number] = cells
    for at, text in (*seen.texts.items(), *((at, shown) for at, (shown, _) in seen.wrong.items())):
        _set(table, at, text)
    if not table.rows:
        raise RefusedError(f"The sheet {part.name} cannot be read, it is damaged: open it in Excel, and {SAVE_AS}.")
    _take_what_is_shown(table, seen.coarse)
    if part.hidden or seen.is_hidden:
        table.told.append(((1, 1), "This sheet is hidden; it is read like the others."))
    if seen.hidden:
        is_hidden = seen.is_hidden_row()
        table.told.extend(_hidden({number for number, _ in table.filled() if is_hidden(number)}))
    for first, last in seen.hidden_columns:
        if first <= seen.columns:
            letters, end = column_letters(first), column_letters(min(last, seen.columns))
            which = (
                f"Column {letters} is hidden; it is"
                if letters == end
                else f"Columns {letters} to {end} are hidden; they are"
            )
            table.told.append(((1, first), f"{which} read like the others."))
    return table


def _set(table: Table, at: At, cell: Cell) -> None:
    row = table.rows.setdefault(at[0], [])
    row.extend([None] * (at[1] - len(row)))
    row[at[1] - 1] = cell


def _take_what_is_shown(table: Table, coarse: Mapping[At, str]) -> None:
    """What is shown as a month or a year is one: a spreadsheet makes a day of it, whoever types 2020-07."""
    taken: dict[str, list[At]] = {}
    for at, written in sorted(coarse.items()):
        row = table.rows.get(at[0], [])
        cell = row[at[1] - 1] if at[1] <= len(row) else None
        day = cell.date() if isinstance(cell, datetime) else cell
        if not isinstance(day, date) or is_a_typed_year(day.isoformat()):
            continue
        if written == YEAR or day.day == 1:
            row[at[1] - 1] = day.strftime(written)
            taken.setdefault(written, []).append(at)
    for written, cells in taken.items():
        more = f", and {len(cells) - 1} more likewise" if len(cells) > 1 else ""
        number, column = cells[0]
        value = table.rows[number][column - 1]
        what = "a year alone" if written == YEAR else "a month without a day"
        table.told.append((cells[0], f"This cell shows {what}, and is read as {value}{more}."))


def _hidden(rows: set[int]) -> Iterator[tuple[At, str]]:
    """Hidden rows, told together where they stand together."""
    for _, group in groupby(enumerate(sorted(rows)), key=lambda one: one[1] - one[0]):
        numbers = [number for _, number in group]
        first, last = numbers[0], numbers[-1]
        which = f"Row {first} is hidden; it is" if first == last else f"Rows {first} to {last} are hidden; they are"
        yield (first, 1), f"{which} read like the others."
