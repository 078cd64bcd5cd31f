"""Tables that somebody wrote, as an Excel workbook: each cell where it stands, and nothing of theirs left out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import absolute_coordinate
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from govgraph.formats.sheets.cells import Cell, is_empty
from govgraph.formats.sheets.columns import CellType, Column, normalized
from govgraph.formats.sheets.draft_sheet import lay_out_draft
from govgraph.formats.sheets.layout import DRAFT, READ_ME, WORDS, Sheet
from govgraph.formats.sheets.sheet import Table
from govgraph.formats.sheets.workbook_choices import Choices
from govgraph.formats.sheets.workbook_writer import SPARE_ROWS, bytes_of, write_cell, write_header, write_read_me

_FIRST_DAY = date(1900, 3, 1)
"""Days before it are not the same in every spreadsheet."""
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no part of a workbook may hold."""
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
_TIME_FORMAT = "yyyy-mm-dd hh:mm:ss"


@dataclass(frozen=True)
class OwnSheet:
    """A table that is read as a sheet: how the tab is called, the row of its headers, and the known columns there."""

    sheet: Sheet
    table: Table
    name: str
    header: int
    columns: Mapping[int, Column]
    """By their places, counted from 1."""

    @property
    def last(self) -> int:
        """The last row that is filled in, or may be yet."""
        return max(self.table.rows, default=self.header) + SPARE_ROWS


def build_own_workbook(sheets: Sequence[OwnSheet], names: Iterable[str], *, with_tools: bool) -> bytes:
    """The bytes of a workbook of these sheets.

    Args:
        sheets: what is written.
        names: those of all sheets of the file, which say in which order they stand; others follow.
        with_tools: whether it has drop-downs, instructions and explained headers, as a workbook of govgraph does.

    """
    book = Workbook()
    book.remove(book.worksheets[0])
    choices = Choices(dict(_names_of(own) for own in sheets if own.sheet.columns[0].cell_type is CellType.ID))
    by_name = {own.name: own for own in sheets}
    order = [*dict.fromkeys((*names, *by_name))]
    tools = {normalized(tool): tool for tool in (READ_ME, WORDS)}
    if with_tools:
        there = {normalized(name) for name in order}
        order = [*([] if normalized(READ_ME) in there else [READ_ME]), *order]
        order += [] if normalized(WORDS) in there else [WORDS]
    lists: Worksheet | None = None
    for name in order:
        if name in by_name:
            _write_sheet(book.create_sheet(name), by_name[name], choices if with_tools else None)
        elif tools.get(normalized(name)) == WORDS and with_tools:
            lists = book.create_sheet(name)
        elif tools.get(normalized(name)) == READ_ME:
            write_read_me(book.create_sheet(name), with_draft=any(own.sheet.section == DRAFT for own in sheets))
    if lists is not None:
        choices.write_lists(lists)
    return bytes_of(book)


def _names_of(own: OwnSheet) -> tuple[str, str]:
    """The section of a sheet, and in which of its cells the names stand."""
    title = own.sheet.columns[1].path
    place = next((place for place, column in own.columns.items() if column.path == title), 1)
    letter, name = get_column_letter(place), own.name.replace("'", "''")
    return own.sheet.section, f"'{name}'!{absolute_coordinate(f'{letter}{own.header + 1}:{letter}{own.last}')}"


def _write_sheet(sheet: Worksheet, own: OwnSheet, choices: Choices | None) -> None:
    wrapped = Alignment(vertical="top", wrap_text=True)
    for number, cells in own.table.rows.items():
        for index, value in enumerate(cells, 1):
            if not is_empty(value):
                cell = sheet.cell(number, index)
                _write(cell, value, is_error=(number, index) in own.table.errors)
                cell.alignment = wrapped
    for (top, left), (bottom, right) in own.table.merged:
        sheet.merged_cells.add(CellRange(min_row=top, min_col=left, max_row=bottom, max_col=right))
    if choices is None:
        _mark_header(sheet, own)
        return
    write_header(sheet, own.columns, own.header)
    for index, column in own.columns.items():
        choices.add_to(sheet, index, column, (own.header + 1, own.last))
    if own.sheet.section == DRAFT:
        lay_out_draft(sheet, own.columns, (own.header + 1, own.last))


def _mark_header(sheet: Worksheet, own: OwnSheet) -> None:
    for index in range(1, len(own.table.rows.get(own.header, ())) + 1):
        sheet.cell(own.header, index).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTH
    sheet.freeze_panes = f"A{own.header + 1}"


_WIDTH = 24


def _write(cell: Any, value: Cell, *, is_error: bool) -> None:
    """Put a value into a cell, so that it is read back as the same."""
    if is_error:
        cell.value = value if value in _ERRORS else "#VALUE!"
        cell.data_type = "e"
    elif isinstance(value, str):
        write_cell(cell, _REFUSED.sub("", value))
    elif isinstance(value, date):
        _write_day(cell, value)
    else:
        cell.value = value


def _write_day(cell: Any, value: date) -> None:
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    if (value.date() if isinstance(value, datetime) else value) < _FIRST_DAY:
        write_cell(cell, value.isoformat())
    elif isinstance(value, datetime):
        cell.value, cell.number_format = value, _TIME_FORMAT
    else:
        write_cell(cell, value)
