"""Edits of cells and rows, each with a few words for it; what is renamed is renamed wherever it is named."""

import re

from govgraph.desk import protocol
from govgraph.desk.drafted import renamed_cells
from govgraph.desk.naming import named_section
from govgraph.desk.shown import shown_text
from govgraph.desk.tables import (
    OpenSheet,
    OpenTables,
    column_at,
    columns_by_header,
    filled_cells,
    row_number,
)
from govgraph.formats.sheets.columns import CellType, Column
from govgraph.formats.sheets.layout import DRAFT
from govgraph.formats.sheets.marks import SheetMarks
from govgraph.formats.sheets.sheet import MAX_CELL_LENGTH
from govgraph.model import Structure
from govgraph.model.faults import input_error
from govgraph.model.scalars import plain_name
from govgraph.model.validation import Marks

CellEdit = protocol.SetCell | protocol.AddRow | protocol.DeleteRow
Cells = dict[tuple[int, Column], str]
"""Texts by the number of the row, and the column."""


def edited(tables: OpenTables, edit: CellEdit, marks: Marks | None, opened: Structure | None) -> tuple[OpenTables, str]:
    """The tables after an edit, and the edit in words. Raises InputError where there is no such cell."""
    sheet = tables.sheet(edit["section"])
    name = sheet.sheet.name
    if edit["do"] == "add":
        added = sheet.with_row(columns_by_header(sheet, edit["cells"]))
        return tables.with_sheet(added), f"a new row on {name}"
    number = row_number(sheet, edit["row"])
    if edit["do"] == "delete":
        return tables.with_sheet(sheet.without_row(number)), f"the deletion of row {number} of {name}"
    column = column_at(sheet, edit["column"])
    text = edit["text"].replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_CELL_LENGTH:
        raise input_error(f"No cell holds more than {MAX_CELL_LENGTH:,} letters: shorten the text.")
    words = f"{column.header} in row {number} of {name}"
    if shown_text(sheet.cell(number, column), truth=column.cell_type is CellType.BOOLEAN) == text:
        return tables, words
    cells = {(number, column): text, **_kept_id(sheet, number, column, marks, opened)}
    changed = tables.with_sheet(sheet.with_cells(cells))
    return _with_references(changed, sheet, number, column, text), words


def _names_rows(sheet: OpenSheet, column: Column) -> bool:
    """Whether a column is one by which other rows name a row: its Id, or its name."""
    first, second = sheet.sheet.columns[:2]
    return first.cell_type is CellType.ID and column in (first, second)


def _kept_id(sheet: OpenSheet, number: int, column: Column, marks: Marks | None, opened: Structure | None) -> Cells:
    """The Id that a row had by its old name, written out: under another name it stays what it was when opened."""
    identity, section = sheet.sheet.columns[0], sheet.sheet.section
    is_name = _names_rows(sheet, column) and column != identity
    if not is_name or sheet.cell(number, identity) or not isinstance(marks, SheetMarks) or opened is None:
        return {}
    known = getattr(opened, section)
    own = (
        str(path[1])
        for path, mark in marks.records.items()
        if len(path) == 2 and path[0] == section and mark.row == number  # noqa: PLR2004 - a section, and an id in it
    )
    key = next((key for key in own if key in known), None)
    return {(number, identity): key} if key else {}


def _with_references(tables: OpenTables, sheet: OpenSheet, number: int, column: Column, text: str) -> OpenTables:
    """The tables with the new name, or Id, of a row in the place of the old one, where no other row has that."""
    old = shown_text(sheet.cell(number, column)).strip()
    if not _names_rows(sheet, column) or not old or not text.strip() or _is_name_of_another(sheet, number, old):
        return tables
    for other in tables.sheets.values():
        renamed = renamed_cells if other.sheet.section == DRAFT else _renamed_cells
        found = renamed(other, sheet.sheet.section, old, text.strip())
        if found:
            tables = tables.with_sheet(other.with_cells(found))
    return tables


def _is_name_of_another(sheet: OpenSheet, number: int, name: str) -> bool:
    return any(
        plain_name(shown_text(sheet.cell(row, column))) == plain_name(name)
        for row in sheet.numbers
        if row != number
        for column in sheet.sheet.columns[:2]
    )


def _renamed_cells(sheet: OpenSheet, section: str, old: str, new: str) -> Cells:
    found = {}
    for number, column, cell in filled_cells(sheet):
        if not isinstance(cell, str) or old not in cell or _refers_to(sheet, number, column) != section:
            continue
        several = column.is_list or column.path == ("to",)
        text = _renamed(cell, old, new, several=several)
        if text != cell:
            found[number, column] = text
    return found


def _refers_to(sheet: OpenSheet, number: int, column: Column) -> str | None:
    """The section whose rows a cell names."""
    first, second = (shown_text(sheet.cell(number, each)) for each in sheet.sheet.columns[:2])
    return named_section(column, relation=second, setting=first)


def _renamed(cell: str, old: str, new: str, *, several: bool) -> str:
    """The cell with another name for all of it, or for one of several."""
    if cell.strip() == old:
        return new
    if not several or re.search(r"[,;\n]", new):
        return cell
    sign = r"([;\n]+)" if re.search(r"[;\n]", cell) else "(,)"
    return "".join(part.replace(old, new) if part.strip() == old else part for part in re.split(sign, cell))
