"""Tables of cells to a document, and a structure to tables of cells from which the same is read."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from govgraph.formats.drafts.gate import DraftGate
from govgraph.formats.files import CSV
from govgraph.formats.plain_data import plain_record, record_models
from govgraph.formats.sheets.cells import date_text, fits_a_date_cell, join_known, join_texts
from govgraph.formats.sheets.columns import CellType, Column, display_word, normalized, plain_columns
from govgraph.formats.sheets.layout import (
    BODIES,
    DRAFT,
    IGNORED,
    LEFT_OUT,
    READ_ME,
    WORDS,
    Sheet,
    all_sheets,
    find_sheet,
    sheets,
    ties,
)
from govgraph.formats.sheets.listed_names import part_listed_names
from govgraph.formats.sheets.marks import SheetWording
from govgraph.formats.sheets.rows import SheetReader, SheetRows, nearest_header
from govgraph.formats.sheets.sections import (
    index_rows,
    read_body_records,
    read_relations,
    read_section,
    read_settings_sheet,
)
from govgraph.formats.sheets.sheet import Table
from govgraph.model import Body, SourceRef, Structure
from govgraph.model.change import PERSONAL
from govgraph.model.faults import Fault, InputError, Loc
from govgraph.model.fields import shapes
from govgraph.model.scalars import quoted
from govgraph.model.validation import Document

MAX_ROWS_READ = 250_000
"""The most rows of a sheet in which something stands."""
_MISSING_SHEETS = {
    "constituencies": "no rule asks who is heard",
    "relations": "the file does not say who answers to whom",
    "seats": "the file does not say who sits on which body",
}
"""What it means that a sheet is not there, where somebody might have lost it."""
_READERS = {"settings": read_settings_sheet, "relations": read_relations}


def sheet_for(name: str) -> Sheet | None:
    """The sheet that a name of a sheet or a CSV file means; None where it is to be left alone."""
    return None if is_ignored(name) else find_sheet(_without_suffix(name))


def _without_suffix(name: str) -> str:
    return name[: -len(CSV)] if name.lower().endswith(CSV) else name


def is_ignored(name: str) -> bool:
    """Whether somebody said by the name of a sheet or a file that it is to be left alone."""
    own = (normalized(READ_ME), normalized(WORDS))
    return normalized(IGNORED) in normalized(name) or normalized(_without_suffix(name)) in own


def document_of_tables(path: str, tables: Sequence[Table]) -> Document:
    """A document of the tables of one file or folder. Its faults are noted in it."""
    document = Document(path, data={}, wording=SheetWording(), tables=tables)
    for table in tables:
        if sheet_for(table.name) and any(number > MAX_ROWS_READ for number, _ in enumerate(table.filled(), 1)):
            why = f"More than {MAX_ROWS_READ:,} rows of this sheet are filled, the most that is read."
            document.faults.append(Fault(path, 1, 1, why, table.name))
            document.broken = True
            return document
    reader = SheetReader(document)
    found = _open_sheets(document, tables)
    if "bodies" not in found and DRAFT not in found:
        found = _without_bodies(found)
    elif "bodies" in found:
        bodies = found["bodies"]
        last = max((number for number, _ in bodies.table.filled()), default=0)
        reader.marks.start = (last + 1, 1, bodies.table.name)
    sections = [rows for rows in found.values() if rows.sheet.columns[0].cell_type is CellType.ID]
    entries = [(rows, index_rows(reader, rows)) for rows in sections]
    draft = read_draft(reader, found.pop(DRAFT, None))
    draft.announce()
    for rows, rows_by_id in entries:
        read_section(reader, rows, rows_by_id)
    draft.add_entries()
    for section, rows in found.items():
        if rows not in sections:
            _READERS.get(section, read_body_records)(reader, rows)
    for rows, rows_by_id in entries:
        part_listed_names(reader, rows, rows_by_id)
    draft.add_statements()
    reader.report_day_first()
    reader.readings.report()
    return document


def read_draft(reader: SheetReader, rows: SheetRows | None) -> DraftGate:
    """The rows of a draft, before any of them is stated."""
    reader.data[DRAFT] = []
    for number, row in enumerate(rows or ()):
        path: Loc = (DRAFT, number)
        reader.marks.records[path] = row.mark
        # A day that is typed into a cell for texts is a date to a spreadsheet, and means itself.
        days = {column: f"{cell:%Y-%m-%d}" for column, cell in row.cells.items() if isinstance(cell, date)}
        record = reader.read_record(rows, row._replace(cells={**row.cells, **days}), path, ()) if rows else {}
        reader.data[DRAFT].append(record)
    return DraftGate(reader.document, reader.names)


def _without_bodies(found: dict[str, SheetRows]) -> dict[str, SheetRows]:
    """What can be read without the sheet Bodies; a fault for each sheet that names bodies."""
    of_bodies = [rows for rows in found.values() if rows.sheet.columns[0].refers_to == BODIES.lower()]
    for rows in of_bodies:
        why = f"Its rows name bodies, and there is no sheet {BODIES} here: keep both in one workbook or folder."
        rows.add_fault((1, 1), why)
    return {key: rows for key, rows in found.items() if rows not in of_bodies}


def _open_sheets(document: Document, tables: Sequence[Table]) -> dict[str, SheetRows]:
    """The sheets that are read, by section, in the order of the layout."""
    found: dict[str, Table] = {}
    unknown = []
    for table in tables:
        sheet = sheet_for(table.name)
        if sheet is None:
            unknown += [] if is_ignored(table.name) else [table]
        elif sheet.section in found:
            why = f"This is the sheet {sheet.name} again, beside '{found[sheet.section].name}'; keep one of them."
            document.faults.append(Fault(document.path, 1, 1, why, table.name))
        else:
            found[sheet.section] = table
    if not found:
        _report_no_sheet(document, unknown)
    else:
        missing = [sheet.name for key, sheet in all_sheets().items() if key not in found]
        misspelt = {_report_unknown(document, table, missing) for table in unknown}
        for key, what in _MISSING_SHEETS.items():
            if key not in found and sheets()[key].name not in misspelt:
                why = f"There is no sheet {sheets()[key].name}: {what}."
                document.notices.append(Fault(document.path, None, None, why))
    return {key: SheetRows(document, sheet, found[key]) for key, sheet in all_sheets().items() if key in found}


def _report_no_sheet(document: Document, unknown: list[Table]) -> None:
    named = ", ".join(quoted(table.name) for table in unknown[:5]) or "none"
    known = ", ".join(sheet.name for sheet in sheets().values())
    why = f"None of the sheets ({named}) is one that govgraph reads: {known}. `govgraph new my.xlsx` writes them all."
    document.faults.append(Fault(document.path, None, None, why))
    document.broken = True


def _report_unknown(document: Document, table: Table, missing: list[str]) -> str | None:
    """Report a sheet of an unknown name. Returns the name of the sheet that was probably meant, if any."""
    name = _without_suffix(table.name)
    # Many a sheet is called a draft of something: only the name alone, or a slip of it, means that of govgraph.
    within = (known for known in missing if known != all_sheets()[DRAFT].name and normalized(known) in normalized(name))
    contained = next(within, None)
    near = contained or nearest_header(name, missing)
    if near:
        why = f"There is no sheet {quoted(table.name)}. Did you mean '{near}'? If not, write {IGNORED} after its name."
        document.faults.append(Fault(document.path, 1, 1, why, table.name))
    else:
        why = f"The sheet {quoted(table.name)} is not one that govgraph reads; it is {LEFT_OUT}"
        document.notices.append(Fault(document.path, 1, 1, why, table.name))
    return near


MAX_LETTERS = 32_767

MAX_ROWS_WRITTEN = 1_048_576
"""The most that a cell, and a sheet, of a spreadsheet hold."""

Value = str | date | None


class FilledSheet(NamedTuple):
    """A sheet with its rows."""

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: list[list[Value]]


def filled_sheets(structure: Structure, *, with_names: bool = True) -> list[FilledSheet]:
    """All sheets with what a structure states. Raises InputError, with every place, for what no cell can hold."""
    omitted = frozenset() if with_names else PERSONAL
    written = [sheet for key, sheet in all_sheets().items() if key != DRAFT or structure.draft]
    found = [_fill_sheet(structure, sheet, omitted) for sheet in written]
    faults = [fault for filled in found for fault in _size_faults(filled)]
    if faults:
        raise InputError(faults)
    return found


def _fill_sheet(structure: Structure, sheet: Sheet, omitted: frozenset[str]) -> FilledSheet:
    columns = tuple(column for column in sheet.columns if column.is_written)
    if sheet.section == "settings":
        rows = _settings(structure)
    elif sheet.section == DRAFT:
        rows = ([*_cells(columns, plain_record(proposal, omitted))] for proposal in structure.draft)
    elif sheet.columns[0].cell_type is CellType.ID:
        if sheet.section == "bodies":  # its records have sheets of their own
            omitted = omitted.union(record_models())
        entries = getattr(structure, sheet.section).items()
        rows = ([key, *_cells(columns[1:], plain_record(entry, omitted))] for key, entry in entries)
    elif sheet.section == "relations":
        rows = (row for key, body in structure.bodies.items() for row in _relations(columns[3:], key, body, omitted))
    else:
        records = ((key, item) for key, body in structure.bodies.items() for item in getattr(body, sheet.section))
        rows = ([key, *_cells(columns[1:], plain_record(item, omitted))] for key, item in records)
    return FilledSheet(sheet, columns, list(rows))


def _relations(columns: tuple[Column, ...], key: str, body: Body, omitted: frozenset[str]) -> Iterator[list[Value]]:
    for tie in ties().values():
        for relation in getattr(body, tie.key):
            record = plain_record(relation, omitted)
            to = record.pop(str(tie.model.shorthand))
            yield [key, tie.words, to, *_cells(columns, record)]


def _settings(structure: Structure) -> Iterator[list[Value]]:
    record = plain_record(structure, frozenset(key for key, shape in shapes(Structure).items() if shape.by_id))
    for column in plain_columns(Structure):
        yield [column.header, *_cells((column,), record), column.description]


def _cells(columns: tuple[Column, ...], record: dict[str, Any]) -> Iterator[Value]:
    for column in columns:
        value: Any = record
        for step in column.path:
            if isinstance(value, str):  # the short form of a source
                value = value if step == SourceRef.shorthand else None
            elif value is not None:
                value = value.get(str(step))
        yield None if value is None else _cell(column, value)


def _cell(column: Column, value: Any) -> Value:
    if column.cell_type is CellType.BOOLEAN:
        return "yes" if value else "no"
    if column.cell_type is CellType.DATE:
        return date.fromisoformat(value) if fits_a_date_cell(value) else date_text(value)
    if column.cell_type is CellType.WORD:
        return ", ".join(map(display_word, value)) if column.is_list else display_word(value)
    if column.cell_type is CellType.REFERENCE and column.is_list:
        return ", ".join(value)
    if column.vocabulary is not None:
        return join_known(value, column)
    return join_texts(value) if column.is_list else str(value)


def _size_faults(filled: FilledSheet) -> Iterator[Fault]:
    if len(filled.rows) >= MAX_ROWS_WRITTEN:
        why = f"This takes {len(filled.rows):,} rows, more than a sheet holds; write YAML or JSON instead."
        yield Fault(None, None, None, f"{filled.sheet.name}: {why}")
    for number, row in enumerate(filled.rows, 2):
        for index, (column, cell) in enumerate(zip(filled.columns, row, strict=True), 1):
            if isinstance(cell, str) and len(cell.encode("utf-16-le")) > 2 * MAX_LETTERS:
                why = f"{column.header} of {row[0]} is longer than {MAX_LETTERS:,} letters, the most that a cell holds"
                yield Fault(None, number, index, f"{why}; write YAML or JSON instead.", filled.sheet.name)
