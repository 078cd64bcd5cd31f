"""What is open while something of it cannot be read, as a file: nobody must lose what is half done."""

from base64 import b64encode
from datetime import date

from govgraph.desk.file_names import file_name, stem_of
from govgraph.desk.opened import Content, OpenText
from govgraph.desk.protocol import Kind, Written
from govgraph.desk.shown import shown_text
from govgraph.desk.tables import OpenSheet
from govgraph.formats.files import format_of
from govgraph.formats.sheets.columns import CellType, Column
from govgraph.formats.sheets.tables import FilledSheet, Value
from govgraph.model.faults import input_error
from govgraph.model.scalars import UNSEEN

MENDING = "Mend what cannot be read first."
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NOTE = "This file cannot be read yet. It has the same faults as what is open here."


def written_unfinished(kind: Kind, content: Content, name: str) -> Written:
    """Sheets with faults as a workbook, a text with faults as it is. Raises InputError for every other kind."""
    if isinstance(content, OpenText):
        if kind != format_of(content.path):
            raise input_error(MENDING)
        return {"name": name, "type": "text/plain", "content": content.text, "is_base64": False, "note": _NOTE}
    if kind != "workbook":
        raise input_error(MENDING)
    from govgraph.formats.sheets.workbook_writer import build_workbook  # takes a while to load

    data = build_workbook([_filled(sheet) for sheet in content.sheets.values()])
    return {
        "name": file_name(stem_of(name), "", ".xlsx"),
        "type": _WORKBOOK,
        "content": b64encode(data).decode("ascii"),
        "is_base64": True,
        "note": _NOTE,
    }


def _filled(sheet: OpenSheet) -> FilledSheet:
    """A sheet with its cells in the rows that it has."""
    rows = [[_value(sheet, number, column) for column in sheet.columns] for number in sheet.numbers]
    return FilledSheet(sheet.sheet, sheet.columns, rows)


def _value(sheet: OpenSheet, number: int, column: Column) -> Value:
    cell = sheet.cell(number, column)
    if type(cell) is date and column.cell_type is CellType.DATE:
        return cell
    text = shown_text(cell, truth=column.cell_type is CellType.BOOLEAN)
    return UNSEEN.sub("", text) or None
