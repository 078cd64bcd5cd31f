"""A structure as an Excel workbook that somebody can go on filling in."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from govgraph.model import Structure
from govgraph.model.faults import inform
from govgraph.sheets.columns import Column, Holds, plain_columns, spoken
from govgraph.sheets.layout import EXAMPLE, MEANING, READ_ME, sheets
from govgraph.write.read_me import LINES
from govgraph.write.tables import Filled, Value, filled

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SPARE_ROWS = 500
"""Empty rows below what is written that have drop-downs and formats too."""
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|\r")
_TIME = datetime(2000, 1, 1)
_CREATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*<")
_WIDTHS = {Holds.ID: 22, Holds.REFERENCE: 24, Holds.WORD: 20, Holds.TRUTH: 12, Holds.DATE: 14}
_TEXT_WIDTH = 32
_MEANING_WIDTH = 90
_FONT = "Calibri"
_HEAD, _HEAD_TEXT, _EXAMPLE_TEXT, _MUST = "1F3864", "FFFFFF", "7F7F7F", "C55A11"
_DAY_FORMAT, _TEXT_FORMAT = "yyyy-mm-dd", "@"
_TITLE_SIZE = 14


def rendered(structure: Structure, *, with_names: bool = True) -> bytes:
    """The bytes of the file; the same for the same structure. Raises InputError for what no cell can hold."""
    return made(filled(structure, with_names=with_names))


def made(tables: list[Filled]) -> bytes:
    """A workbook of sheets of rows, with a sheet to read first."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and only a workbook needs it
    except ModuleNotFoundError:
        raise inform("To write a workbook, install what it takes: pip install 'govgraph[excel]'.") from None
    book = Workbook()
    book.remove(book.worksheets[0])
    _read_me(book.create_sheet(READ_ME))
    for one in tables:
        _sheet(book.create_sheet(one.sheet.name), one, _rows_of(tables))
    book.properties.creator = "govgraph"
    from govgraph.write.saving import saved  # noqa: PLC0415 - as above

    return _without_time(saved(book))


def _rows_of(tables: list[Filled]) -> dict[str, tuple[int, int]]:
    """The first and the last row with an id on each sheet, from which drop-downs take them."""
    found = {}
    for one in tables:
        examples = sum(str(row[0]).startswith(EXAMPLE) for row in one.rows)
        found[one.sheet.section] = (2 + examples, len(one.rows) + _SPARE_ROWS)
    return found


def _sheet(sheet: Worksheet, one: Filled, rows_of: dict[str, tuple[int, int]]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    _head(sheet, one.columns)
    wrapped, quiet = Alignment(vertical="top", wrap_text=True), Font(name=_FONT, italic=True, color=_EXAMPLE_TEXT)
    for number, row in enumerate(one.rows, 2):
        example = str(row[0]).startswith(EXAMPLE)
        for index, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, index)
                _fill(cell, value)
                cell.alignment = wrapped
                if example or one.columns[index - 1].path == MEANING:
                    cell.font = quiet
    last = len(one.rows) + _SPARE_ROWS
    for index, column in enumerate(one.columns, 1):
        _offer(sheet, index, column, (2, last), rows_of)
    if one.sheet.section == "settings":
        for number, column in enumerate(plain_columns(Structure), 2):
            cell = sheet.cell(number, 2)
            cell.alignment = wrapped
            if column.holds is Holds.DATE:
                cell.number_format = _DAY_FORMAT
            _offer(sheet, 2, column, (number, number), rows_of)


def _head(sheet: Worksheet, columns: tuple[Column, ...]) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for index, column in enumerate(columns, 1):
        cell = sheet.cell(1, index, column.header)
        cell.font = Font(name=_FONT, bold=True, color=_HEAD_TEXT)
        cell.fill = PatternFill("solid", fgColor=_MUST if column.required else _HEAD)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        note = f"{'Must be filled in. ' if column.required else ''}{column.description}{_how(column)}"
        cell.comment = Comment(note, "govgraph", height=30 + 20 * (1 + len(note) // 40), width=300)
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = _MEANING_WIDTH if column.path == MEANING else _WIDTHS.get(column.holds, _TEXT_WIDTH)
        # Cells that are still empty have the format of their column, so that 1.10 stays 1.10.
        dimension.number_format = _DAY_FORMAT if column.holds is Holds.DATE else _TEXT_FORMAT
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = "1:1"


def _how(column: Column) -> str:
    """How a cell of the column is filled in."""
    if column.holds is Holds.DATE:
        return " A day (2020-07-03), a month (2020-07) or a year (2020)."
    if column.holds is Holds.WORD:
        several = " Several with commas between them." if column.many else ""
        return f" One of: {', '.join(map(spoken, column.words))}.{several}"
    if column.many:
        return " Several with commas between them." if column.refers else " Several one a line."
    return ""


def _fill(cell: Any, value: Value) -> None:
    """Put a value into a cell. A text stays one, whatever it looks like."""
    if isinstance(value, date):
        cell.value = value
        cell.number_format = _DAY_FORMAT
    else:
        cell.value = _ESCAPED.sub(lambda found: "_x000D_" if found[0] == "\r" else "_x005F_", str(value))
        cell.data_type = "s"
        cell.quotePrefix = str(value).startswith(("=", "+", "-", "@", "'"))
        cell.number_format = _TEXT_FORMAT


def _offer(
    sheet: Worksheet, index: int, column: Column, rows: tuple[int, int], rows_of: dict[str, tuple[int, int]]
) -> None:
    """A drop-down where a cell holds one of some words, or an id."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    formula = _choices(column, rows_of)
    if formula is None:
        return
    one_word = column.holds is not Holds.REFERENCE and not column.many
    validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=one_word)
    validation.errorStyle = "warning"
    validation.errorTitle, validation.error = (
        column.header,
        "This is none of the words in the list. Keep it all the same?",
    )
    letter = get_column_letter(index)
    validation.add(f"{letter}{rows[0]}:{letter}{rows[1]}")
    sheet.add_data_validation(validation)


def _choices(column: Column, rows_of: dict[str, tuple[int, int]]) -> str | None:
    if column.holds is Holds.WORD:
        return f'"{",".join(map(spoken, column.words))}"'
    if column.holds is Holds.TRUTH:
        return '"yes,no"'
    if column.holds is Holds.REFERENCE and column.refers in rows_of:
        first, last = rows_of[column.refers]
        return f"'{sheets()[column.refers].name}'!$A${first}:$A${last}"
    return None


def _read_me(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    sheet.column_dimensions["A"].width = 96
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_view.showGridLines = False
    for number, line in enumerate(LINES, 1):
        told = sheet.cell(number, 1, line)
        told.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = 16 * (1 + len(line) // 92) + 4
        if number == 1:
            told.font = Font(name=_FONT, bold=True, size=_TITLE_SIZE)
            sheet.row_dimensions[number].height = 26


def _without_time(data: bytes) -> bytes:
    """The same archive, made at no time: same structure, same bytes."""
    made_of = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made_of, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _CREATED.sub(rb"\g<1>" + f"{_TIME.isoformat()}Z<".encode(), content)
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            after.writestr(part, content)
    return made_of.getvalue()
