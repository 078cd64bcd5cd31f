"""The sheet Settings: what is said for the whole file, a row for each."""

from govgraph.model import Structure
from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.read.sheets.reader import SheetReader, put
from govgraph.read.sheets.rows import Row, Rows, nearest_header
from govgraph.sheets.columns import Column, plain_columns
from govgraph.sheets.layout import setting_called


def read_settings_sheet(reader: SheetReader, rows: Rows) -> None:
    """Add each setting to the data of the file."""
    name, value, _ = rows.sheet.columns
    first: dict[Path, int] = {}
    for row in rows:
        text = reader.text(rows, row, name)
        setting = setting_called(text) if text is not None else None
        if text is not None and setting is None:
            _unknown(rows, row, text)
        elif setting is not None and setting.path in first:
            why = f"{setting.header} stands in row {first[setting.path]} already; state it once."
            rows.fault(row.at(name), why)
        elif setting is not None and value in row.cells:
            first[setting.path] = row.mark.row
            _set(reader, rows, row, setting)


def _set(reader: SheetReader, rows: Rows, row: Row, setting: Column) -> None:
    cell = rows.sheet.columns[1]
    stated = reader.value(rows, row.at(cell), row.cells[cell], setting)
    for path in (setting.path[:1], setting.path):
        reader.marks.records.setdefault(path, row.mark._replace(column=row.at(cell)[1]))
    if stated is None:
        reader.document.unread.add(setting.path)
    else:
        put(reader.data, setting.path, stated)


def _unknown(rows: Rows, row: Row, text: str) -> None:
    at = row.at(rows.sheet.columns[0])
    near = nearest_header(text, [column.header for column in plain_columns(Structure)])
    if near:
        rows.fault(at, f"There is no setting {shown(text)}. Did you mean '{near}'?")
    else:
        rows.tell(at, f"The setting {shown(text)} is not one that govgraph reads; it is left out.")
