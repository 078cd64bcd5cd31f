"""A structure as an Excel workbook that somebody can go on filling in, and a blank one with examples."""

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

from govgraph.formats.sheets.columns import CellType, Column, plain_columns
from govgraph.formats.sheets.examples import example_row
from govgraph.formats.sheets.layout import (
    BODIES,
    DRAFT,
    EXAMPLE,
    IGNORED,
    MEANING,
    READ_ME,
    RELATIONS,
    SETTINGS,
    WORDS,
)
from govgraph.formats.sheets.tables import FilledSheet, Value, filled_sheets
from govgraph.model import Structure
from govgraph.model.faults import input_error

try:
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.worksheet.worksheet import Worksheet
    from openpyxl.writer.excel import ExcelWriter

    from govgraph.formats.sheets.draft_sheet import INSTRUCTION, TO_FILL_IN, lay_out_draft
    from govgraph.formats.sheets.workbook_choices import Choices
except ModuleNotFoundError:
    raise input_error("To write a workbook, install what it takes: pip install 'govgraph[excel]'.") from None

INSTRUCTIONS = (
    "How to fill in this workbook",
    "1. This workbook describes a governance structure: who reports to whom, and who sits where on whose behalf. Write "
    "down what your documents say, and no more. An empty cell means 'not stated', never 'there is none'.",
    f"2. {BODIES}: begin here, with a row for each board, committee, group and organisation. Give its name and its "
    "kind. Other sheets use its name, or its Id if you give it one: a short name such as send-board.",
    f"3. {RELATIONS}: a row for each relation: 'SEND Board' 'reports to' 'The Council'. If a body answers to somebody "
    "outside the structure, write 'is accountable to', and say to whom in words.",
    "4. Seats: a row for each seat. Under On behalf of, write for whom it speaks; under Holder, which body fills it. "
    "For several seats alike, one row is enough: write their number under Count. Composition: how many members, or "
    "which share of them, must be whose. Contacts: champions and lead officers. They are a route for people, and hold "
    "no seat.",
    "5. Constituencies: the groups of people who should be heard. Themes: what a body should be responsible for. "
    "Sources: your documents. On each row, say from which source it is, and where in it.",
    f"6. {SETTINGS}: the day that the file describes, and whether its lists of seats and of lines are complete. Only a "
    "complete list can show that a seat is missing.",
    "7. Fill in the columns with orange headers. All others may stay empty. Rest the pointer on a header to read what "
    "it means. Choose from the lists, or write your own words: govgraph says how it reads them.",
    "8. Dates: write 2020-07-03, or use a date cell. For a month write 2020-07, and for a year 2020, in a cell "
    "formatted as text.",
    f"9. The row that begins with '{EXAMPLE}' on each sheet is an example, and govgraph does not read it. Keep it or "
    "delete it, but do not type over it. govgraph leaves out columns and sheets of your own, and lists them. It does "
    f"not list those with {IGNORED} in their name.",
    "10. Save, close, and run: govgraph check THIS-FILE.xlsx. If a cell cannot be read, the message gives its sheet "
    "and cell. Names of people (the column Person) are personal data: leave them out if you do not need them.",
)
"""The title, and a paragraph for each row."""


class _InMemoryWriter(ExcelWriter):
    """The writer of openpyxl, which gives every sheet a temporary file; all else it writes in memory itself."""

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write a sheet that holds no charts and no pictures."""
        ws._drawing = SpreadsheetDrawing()  # type: ignore[attr-defined]  # noqa: SLF001 - as the method does in whose place this is
        writer = WorksheetWriter(ws, out=BytesIO())
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001
        self._archive.writestr(ws.path[1:], writer.read())  # type: ignore[attr-defined]
        self.manifest.append(ws)


SPARE_ROWS = 500
"""Empty rows below what is written that have drop-downs and formats too."""
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|\r")
_TIME = datetime(2000, 1, 1)
_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*<")
_WIDTHS = {CellType.ID: 22, CellType.REFERENCE: 24, CellType.WORD: 20, CellType.BOOLEAN: 12, CellType.DATE: 14}
_TEXT_WIDTH = 32
_MEANING_WIDTH = 90
_FONT = "Calibri"
_HEAD, _HEAD_TEXT, _EXAMPLE_TEXT = "1F3864", "FFFFFF", "7F7F7F"
_DAY_FORMAT, _TEXT_FORMAT = "yyyy-mm-dd", "@"
_TITLE_SIZE = 14


def rendered(structure: Structure, *, with_names: bool = True) -> bytes:
    """The bytes of the file; equal structures give equal bytes. Raises InputError for what no cell can hold."""
    return build_workbook(filled_sheets(structure, with_names=with_names))


def build_workbook(tables: list[FilledSheet]) -> bytes:
    """The bytes of a workbook of these sheets, with a sheet to read first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    draft = next((table for table in tables if table.sheet.section == DRAFT), None)
    write_read_me(book.create_sheet(READ_ME), with_draft=draft is not None)
    with_ids = [table for table in tables if table.columns[0].cell_type is CellType.ID]
    choices = Choices({table.sheet.section: _names_of(table) for table in with_ids})
    for table in tables:
        # A draft is the work to be done, so it is what opens.
        _write_sheet(book.create_sheet(table.sheet.name, 0 if table is draft else None), table, choices)
    choices.write_lists(book.create_sheet(WORDS))
    return bytes_of(book)


def bytes_of(book: Workbook) -> bytes:
    """The bytes of a workbook; equal ones give equal bytes."""
    book.properties.creator = "govgraph"
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        _InMemoryWriter(book, archive).save()
    return _reproducible(data)


def _names_of(table: FilledSheet) -> str:
    """The cells of a sheet with names, from which drop-downs take their choices."""
    first = 2 + sum(str(row[0]).startswith(EXAMPLE) for row in table.rows)
    # Every entry has a name, in the second column; its Id may be left empty.
    return f"'{table.sheet.name}'!$B${first}:$B${len(table.rows) + SPARE_ROWS}"


def _write_sheet(sheet: Worksheet, table: FilledSheet, choices: Choices) -> None:
    write_header(sheet, dict(enumerate(table.columns, 1)))
    wrapped, quiet = Alignment(vertical="top", wrap_text=True), Font(name=_FONT, italic=True, color=_EXAMPLE_TEXT)
    for number, row in enumerate(table.rows, 2):
        example = str(row[0]).startswith(EXAMPLE)
        for index, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, index)
                write_cell(cell, value)
                cell.alignment = wrapped
                if example or table.columns[index - 1].path == MEANING:
                    cell.font = quiet
    last = len(table.rows) + SPARE_ROWS
    for index, column in enumerate(table.columns, 1):
        choices.add_to(sheet, index, column, (2, last))
    if table.sheet.section == DRAFT:
        lay_out_draft(sheet, dict(enumerate(table.columns, 1)), (2, last))
    if table.sheet.section == "settings":
        for number, column in enumerate(plain_columns(Structure), 2):
            cell = sheet.cell(number, 2)
            cell.alignment = wrapped
            if column.cell_type is CellType.DATE:
                cell.number_format = _DAY_FORMAT
            choices.add_to(sheet, 2, column, (number, number))


def write_header(sheet: Worksheet, columns: Mapping[int, Column], row: int = 1) -> None:
    """Write the headers of columns, each with how it is filled in; one that stands there keeps its wording."""
    for index, column in columns.items():
        cell = sheet.cell(row, index)
        cell.value = cell.value or column.header
        cell.font = Font(name=_FONT, bold=True, color=_HEAD_TEXT)
        cell.fill = PatternFill("solid", fgColor=TO_FILL_IN if column.required else _HEAD)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        note = f"{'Fill this in. ' if column.required else ''}{column.description}{_instructions(column)}"
        cell.comment = Comment(note, "govgraph", height=30 + 20 * (1 + len(note) // 40), width=300)
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = _MEANING_WIDTH if column.path == MEANING else _WIDTHS.get(column.cell_type, _TEXT_WIDTH)
        # Cells that are still empty have the format of their column, so that 1.10 stays 1.10.
        dimension.number_format = _DAY_FORMAT if column.cell_type is CellType.DATE else _TEXT_FORMAT
    sheet.row_dimensions[row].height = 30
    sheet.freeze_panes = f"B{row + 1}"
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = f"{row}:{row}"


def _instructions(column: Column) -> str:
    """How a cell of the column is filled in."""
    if column.cell_type is CellType.DATE:
        return " A day (2020-07-03), a month (2020-07) or a year (2020)."
    if column.cell_type is CellType.WORD:
        several = " Put commas between several." if column.is_list else ""
        return f" One of: {', '.join(column.choices)}.{several}"
    if column.vocabulary is not None:
        return f" Choose from the list (all of it is on the sheet {WORDS}), or use your own words."
    several = ""
    if column.is_list:
        several = " Put commas between several." if column.refers_to else " Write several on lines of their own."
    return f" Write the name or the Id.{several}" if column.refers_to else several


def write_cell(cell: Any, value: Value) -> None:
    """Put a value into a cell. A text stays one, whatever it looks like."""
    if isinstance(value, date):
        cell.value = value
        cell.number_format = _DAY_FORMAT
    else:
        cell.value = _ESCAPED.sub(lambda found: "_x000D_" if found[0] == "\r" else "_x005F_", str(value))
        cell.data_type = "s"
        cell.quotePrefix = str(value).startswith(("=", "+", "-", "@", "'"))
        cell.number_format = _TEXT_FORMAT


def write_read_me(sheet: Worksheet, *, with_draft: bool = False) -> None:
    """Write how to fill in the workbook, and what to do with the draft that it has."""
    sheet.column_dimensions["A"].width = 96
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_view.showGridLines = False
    lines = (INSTRUCTIONS[0], INSTRUCTION, *INSTRUCTIONS[1:]) if with_draft else INSTRUCTIONS
    for number, line in enumerate(lines, 1):
        cell = sheet.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = 16 * (1 + len(line) // 92) + 4
        if number == 1:
            cell.font = Font(name=_FONT, bold=True, size=_TITLE_SIZE)
            sheet.row_dimensions[number].height = 26


def _reproducible(data: BytesIO) -> bytes:
    """The bytes of an archive without the time at which it was made: equal structures give equal bytes."""
    result = BytesIO()
    with zipfile.ZipFile(data) as before, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _CREATED.sub(rb"\g<1>" + f"{_TIME.isoformat()}Z<".encode(), content)
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            after.writestr(part, content)
    return result.getvalue()


def template() -> bytes:
    """The bytes of a blank workbook with an example on each sheet."""
    tables = filled_sheets(Structure())
    for table in tables:
        if example := example_row(table.sheet):
            table.rows.insert(0, [example.get(column) for column in table.columns])
    return build_workbook(tables)
