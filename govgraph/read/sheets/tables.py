"""Tables to a document: plain data in the same shape as a text file has it, with the cell of every part of it."""

from collections.abc import Sequence

from govgraph.model.faults import Fault
from govgraph.model.scalars import shown
from govgraph.read.document import Document
from govgraph.read.endings import CSV
from govgraph.read.sheets.marks import SheetWording
from govgraph.read.sheets.reader import SheetReader
from govgraph.read.sheets.rows import Rows, nearest_header
from govgraph.read.sheets.sections import identified, read_section
from govgraph.read.sheets.settings import read_settings_sheet
from govgraph.read.sheets.table import Table
from govgraph.read.sheets.ties import read_of_bodies, read_relations
from govgraph.sheets.columns import Holds, folded
from govgraph.sheets.layout import BODIES, IGNORED, READ_ME, Sheet, sheet_called, sheets

MAX_ROWS = 250_000
"""The most rows of a sheet in which something stands."""
_MISSED = {
    "constituencies": "no rule asks who is heard",
    "relations": "who answers to whom is not stated",
    "seats": "nobody is stated to sit anywhere",
}
"""What it means that a sheet is not there, where somebody might have lost it."""
_OTHERS = {"settings": read_settings_sheet, "relations": read_relations}


def wanted(name: str) -> Sheet | None:
    """The sheet that a name of a sheet or a CSV file means; None where it is to be left alone."""
    return None if is_aside(name) else sheet_called(_plain(name))


def _plain(name: str) -> str:
    return name[: -len(CSV)] if name.lower().endswith(CSV) else name


def is_aside(name: str) -> bool:
    """Whether somebody said by the name of a sheet or a file that it is to be left alone."""
    return folded(IGNORED) in folded(name) or folded(_plain(name)) == folded(READ_ME)


def document_of_tables(path: str, tables: Sequence[Table]) -> Document:
    """A document of the tables of one file or folder. Its faults are noted in it."""
    document = Document(path, data={}, wording=SheetWording())
    for table in tables:
        if wanted(table.name) and any(number > MAX_ROWS for number, _ in enumerate(table.filled(), 1)):
            why = f"More than {MAX_ROWS:,} rows of this sheet are filled, the most that is read."
            document.faults.append(Fault(path, 1, 1, why, table.name))
            document.broken = True
            return document
    reader = SheetReader(document)
    opened = _opened(document, tables)
    if "bodies" not in opened:
        opened = _without_bodies(opened)
    else:
        bodies = opened["bodies"]
        last = max((number for number, _ in bodies.table.filled()), default=0)
        reader.marks.start = (last + 1, 1, bodies.table.name)
    sections = [rows for rows in opened.values() if rows.sheet.columns[0].holds is Holds.ID]
    entries = [(rows, identified(reader, rows)) for rows in sections]
    for rows, rows_by_id in entries:
        read_section(reader, rows, rows_by_id)
    for section, rows in opened.items():
        if rows not in sections:
            _OTHERS.get(section, read_of_bodies)(reader, rows)
    reader.tell_day_first()
    return document


def _without_bodies(opened: dict[str, Rows]) -> dict[str, Rows]:
    """What can be read without the sheet Bodies; a fault for each sheet that names bodies."""
    of_bodies = [rows for rows in opened.values() if rows.sheet.columns[0].refers == BODIES.lower()]
    for rows in of_bodies:
        why = f"Its rows name bodies, and there is no sheet {BODIES} here: keep both in one workbook or folder."
        rows.fault((1, 1), why)
    return {key: rows for key, rows in opened.items() if rows not in of_bodies}


def _opened(document: Document, tables: Sequence[Table]) -> dict[str, Rows]:
    """The sheets that are read, by section, in the order of the layout."""
    found: dict[str, Table] = {}
    unknown = []
    for table in tables:
        sheet = wanted(table.name)
        if sheet is None:
            unknown += [] if is_aside(table.name) else [table]
        elif sheet.section in found:
            why = f"This is the sheet {sheet.name} again, beside '{found[sheet.section].name}'; keep one of them."
            document.faults.append(Fault(document.path, 1, 1, why, table.name))
        else:
            found[sheet.section] = table
    if not found:
        _nothing_known(document, unknown)
    else:
        missing = [sheet.name for key, sheet in sheets().items() if key not in found]
        misspelt = {_unknown(document, table, missing) for table in unknown}
        for key, what in _MISSED.items():
            if key not in found and sheets()[key].name not in misspelt:
                why = f"There is no sheet {sheets()[key].name}: {what}."
                document.notices.append(Fault(document.path, None, None, why))
    return {key: Rows(document, sheet, found[key]) for key, sheet in sheets().items() if key in found}


def _nothing_known(document: Document, unknown: list[Table]) -> None:
    named = ", ".join(shown(table.name) for table in unknown[:5]) or "none"
    known = ", ".join(sheet.name for sheet in sheets().values())
    why = f"None of the sheets ({named}) is one that govgraph reads: {known}. `govgraph new my.xlsx` writes them all."
    document.faults.append(Fault(document.path, None, None, why))
    document.broken = True


def _unknown(document: Document, table: Table, missing: list[str]) -> str | None:
    """Tell of a sheet that is none of ours; gives the name of the one that was probably meant."""
    called = _plain(table.name)
    near = next((name for name in missing if folded(name) in folded(called)), None) or nearest_header(called, missing)
    if near:
        why = f"There is no sheet {shown(table.name)}. Did you mean '{near}'? If not, write {IGNORED} after its name."
        document.faults.append(Fault(document.path, 1, 1, why, table.name))
    else:
        why = f"The sheet {shown(table.name)} is not one that govgraph reads; it is left out."
        document.notices.append(Fault(document.path, 1, 1, why, table.name))
    return near
