"""Workbooks (.xlsx, .xlsm, .ods) to tables of cells. No macro is run, no link is followed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from govgraph.formats.files import SAVE_AS
from govgraph.formats.sheets import ods, xlsx
from govgraph.formats.sheets.archive import Archive, RefusedError
from govgraph.formats.sheets.cells import is_mistyped_year
from govgraph.formats.sheets.sheet import YEAR, Position, SheetDetails, Table, WorkbookSize
from govgraph.formats.sheets.tables import document_of_tables, sheet_for
from govgraph.model.faults import Fault, column_letters
from govgraph.model.validation import Document

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def parse(path: str, data: bytes) -> Document:
    """Read a workbook into a document. Faults are noted in it, never raised."""
    try:
        return document_of_tables(path, list(_read_tables(data)))
    except RefusedError as error:
        return Document(path, faults=[Fault(path, None, None, str(error))], broken=True)


def _read_tables(data: bytes) -> Iterator[Table]:
    archive = Archive(data)
    names = set(archive.names())
    if "xl/workbook.xml" in names:
        size = WorkbookSize()
        parts = xlsx.sheet_parts(archive)
        sheets = [
            (part.name, xlsx.read_details(archive, part, size) if sheet_for(part.name) else None) for part in parts
        ]
    elif {"content.xml", "mimetype"} <= names and b"spreadsheet" in (archive.part("mimetype") or b""):
        found = ods.read_all_details(archive)  # whichever is asked for, python-calamine lays out all of them
        sheets = [(name, details if sheet_for(name) else None) for name, details in found.items()]
    else:
        what = "a binary Excel file" if "xl/workbook.bin" in names else "not a workbook"
        raise RefusedError(f"This is {what}: {SAVE_AS}.")
    book = _load_workbook(data)
    for name, details in sheets:
        yield Table(name, {}) if details is None else _read_table(book, details)


def _load_workbook(data: bytes) -> "CalamineWorkbook":
    try:
        from python_calamine import load_workbook  # only a workbook needs it
    except ModuleNotFoundError:
        raise RefusedError("To read a workbook, install what it takes: pip install 'govgraph[excel]'.") from None
    book: CalamineWorkbook = _guarded(lambda: load_workbook(BytesIO(data)))
    return book


def _guarded(read: Any) -> Any:
    try:
        return read()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # its parser is compiled: a crash in it is no Exception
        raise RefusedError(f"This workbook cannot be read, it is damaged: open it in Excel, and {SAVE_AS}.") from error


def _read_table(book: "CalamineWorkbook", details: SheetDetails) -> Table:
    from python_calamine import SheetVisibleEnum  # only a workbook needs it

    name = details.name
    table = Table(name, {}, {at: why for at, (_, why) in details.errors.items()}, details.merged)
    if not details.rows:
        return table
    rows = _guarded(lambda: book.get_sheet_by_name(name).to_python(skip_empty_area=False))
    table.rows.update(enumerate(rows, 1))
    for (number, column), text in (*details.texts.items(), *((at, shown) for at, (shown, _) in details.errors.items())):
        row = table.rows.setdefault(number, [])
        row.extend([None] * (column - len(row)))
        row[column - 1] = text
    if not table.rows:
        raise RefusedError(f"The sheet {name} cannot be read, it is damaged: open it in Excel, and {SAVE_AS}.")
    _apply_partial_dates(table, details.partial_dates)
    if any(sheet.name == name and sheet.visible != SheetVisibleEnum.Visible for sheet in book.sheets_metadata):
        table.notices.append(((1, 1), "This sheet is hidden, but it is read."))
    hidden = (number for number, _ in table.filled() if number in details.hidden_rows)
    for _, group in groupby(enumerate(sorted(hidden)), key=lambda item: item[1] - item[0]):
        numbers = [number for _, number in group]
        table.notices.append(((numbers[0], 1), _hidden_notice("Row", numbers[0], numbers[-1])))
    for first, last in details.hidden_columns:
        if first <= details.columns:
            letters = column_letters(first), column_letters(min(last, details.columns))
            table.notices.append(((1, first), _hidden_notice("Column", *letters)))
    return table


def _hidden_notice(noun: str, first: object, last: object) -> str:
    which = (
        f"{noun} {first} is hidden, but it is"
        if first == last
        else f"{noun}s {first} to {last} are hidden, but they are"
    )
    return f"{which} read."


def _apply_partial_dates(table: Table, partial_dates: Mapping[Position, str]) -> None:
    """Take what is shown as a month or a year for one: a spreadsheet makes a day of 2020-07 as it is typed."""
    changed: dict[str, list[Position]] = {}
    for at, date_format in sorted(partial_dates.items()):
        row = table.rows.get(at[0], [])
        cell = row[at[1] - 1] if at[1] <= len(row) else None
        day = cell.date() if isinstance(cell, datetime) else cell
        if not isinstance(day, date) or is_mistyped_year(day.isoformat()):
            continue
        if date_format == YEAR or day.day == 1:
            row[at[1] - 1] = day.strftime(date_format)
            changed.setdefault(date_format, []).append(at)
    for date_format, cells in changed.items():
        more = f", and {len(cells) - 1} more likewise" if len(cells) > 1 else ""
        number, column = cells[0]
        value = table.rows[number][column - 1]
        what = "a year alone" if date_format == YEAR else "a month without a day"
        table.notices.append((cells[0], f"This cell shows {what}, and is read as {value}{more}."))
