"""Open sheets as the page shows them: every cell as text, and of each column what it may hold."""

from datetime import date, datetime, time
from functools import cache

from govgraph.desk import protocol
from govgraph.desk.tables import OpenSheet
from govgraph.formats.sheets.cells import Cell
from govgraph.formats.sheets.columns import CellType, Column, plain_columns
from govgraph.formats.sheets.layout import SETTINGS
from govgraph.model import Structure
from govgraph.model.faults import Fault, column_letters


def shown_table(sheet: OpenSheet) -> protocol.Table:
    """A sheet for the page."""
    places = [(sheet.places.get(column.path, 0) - 1, column.cell_type is CellType.BOOLEAN) for column in sheet.columns]
    rows = [
        [shown_text(cells[at], truth=truth) if 0 <= at < len(cells) else "" for at, truth in places]
        for cells in map(sheet.table.rows.__getitem__, sheet.numbers)
    ]
    return {
        "section": sheet.sheet.section,
        "name": sheet.sheet.name,
        "noun": sheet.sheet.noun,
        "columns": [_shown_column(sheet.sheet.name, column) for column in sheet.columns],
        "rows": rows,
        "numbers": [*sheet.numbers],
    }


@cache
def _shown_column(sheet: str, column: Column) -> protocol.Column:
    choices = [*column.choices]
    if column.cell_type is CellType.BOOLEAN:
        choices = ["yes", "no"]
    elif sheet == SETTINGS and column.path == ("setting",):
        choices = [setting.header for setting in plain_columns(Structure)]
    return {
        "header": column.header,
        "kind": column.cell_type.value,
        "several": column.is_list,
        "choices": choices,
        "refers_to": column.refers_to,
        "required": column.required,
        "description": column.description,
    }


def shown_text(cell: Cell, *, truth: bool = False) -> str:
    """A cell as text; empty where nothing stands in it."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return ("yes" if cell else "no") if truth else str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    return cell.isoformat() if isinstance(cell, date) and not isinstance(cell, datetime) else str(cell)


def where(fault: Fault) -> str:
    """The place of a fault as a person reads it: `Seats!C7`, `wendle.yaml, line 4`; empty where it has none."""
    if fault.sheet is not None:
        cell = f"{column_letters(fault.column)}{fault.line}" if fault.column and fault.line else str(fault.line or "")
        return f"{fault.sheet}!{cell}" if cell else fault.sheet
    if fault.line is None:
        return ""
    return f"{fault.path}, line {fault.line}" if fault.path else f"line {fault.line}"


def refusal(fault: Fault) -> str:
    """Why a file is refused, with its name: `empty.yaml, line 1: The file is empty.`."""
    place = where(fault)
    if fault.path and not place.startswith(fault.path):
        place = f"{fault.path}, {place}" if place else fault.path
    return f"{place}: {fault.message}" if place else fault.message


def sentence(fault: Fault) -> str:
    """A notice with its place in the sheet or text, without the name of the file that is open anyway."""
    place = where(fault)
    return f"{place}: {fault.message}" if place else fault.message
