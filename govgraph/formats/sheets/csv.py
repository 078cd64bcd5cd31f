"""A folder of CSV files, one for each sheet, read and written."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from itertools import islice

from govgraph.formats.files import CSV, is_csv
from govgraph.formats.sheets.cells import escape_formula, unescape_formula
from govgraph.formats.sheets.layout import IGNORED, LEFT_OUT, Sheet, find_column, find_sheet
from govgraph.formats.sheets.rows import TITLE_ROWS
from govgraph.formats.sheets.sheet import MAX_CELLS, MAX_FILLED_CELLS, Table, WorkbookSize
from govgraph.formats.sheets.tables import FilledSheet, document_of_tables, filled_sheets, is_ignored, sheet_for
from govgraph.model import Structure
from govgraph.model.faults import Fault
from govgraph.model.scalars import quoted
from govgraph.model.validation import Document

_DELIMITERS = ",;\t"
_LONG_LINE = 10_000
"""The number of letters of a line that are searched for headers."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def parse(path: str, files: Mapping[str, bytes]) -> Document:
    """Read the CSV files of a folder, by name, into a document. Faults are noted in it, never raised."""
    tables, faults = [], []
    size = WorkbookSize()
    for name, data in sorted(files.items()):
        if not is_csv(name):
            continue
        try:
            sheet = sheet_for(name)
            tables.append(_table(name, data, sheet, size) if sheet else Table(name, {}))
        except _UnreadableError as error:
            line = error.args[1] if len(error.args) > 1 else None
            faults.append(Fault(path, line, 1 if line else None, str(error.args[0]), name))
    if faults:
        return Document(path, faults=faults, broken=True)
    if not tables:
        why = f"No file in this folder ends in {CSV}: name the structure's file, or a folder with bodies{CSV}."
        return Document(path, faults=[Fault(path, None, None, why)], broken=True)
    document = document_of_tables(path, tables)
    _notice_other_files(document, [name for name in files if not is_csv(name)], tables)
    return document


def _notice_other_files(document: Document, names: Iterable[str], tables: Iterable[Table]) -> None:
    """Say of files that only look like CSV that they are not read; refuse one that seems to be a sheet that is lost."""
    there = {sheet_for(table.name) for table in tables}
    for name in names:
        if is_ignored(name):
            continue
        sheet = find_sheet(name.partition(".")[0])
        what = f"The file {quoted(name)} is not read, because its name does not end in {CSV}"
        if sheet is None or sheet in there:
            document.notices.append(Fault(document.path, None, None, f"{what}; it is {LEFT_OUT}"))
        else:
            save = f"save it as {sheet.section}{CSV}, or write {IGNORED} in its name to leave it out"
            document.faults.append(Fault(document.path, None, None, f"{what}: {save}."))


class _UnreadableError(Exception):
    """The sentence that says why, and the row."""


def _table(name: str, data: bytes, sheet: Sheet, size: WorkbookSize) -> Table:
    table = Table(name, {})
    text = _decoded(table, data)
    table.delimiter = _delimiter(text, sheet)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=table.delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            size.cells += max(1, len(row))
            size.filled += len(row) - row.count("")
            if size.cells > MAX_CELLS or size.filled > MAX_FILLED_CELLS:
                cells = f"{MAX_CELLS // 1_000_000} million cells, the most that is read: delete the empty ones"
                filled = f"{MAX_FILLED_CELLS // 1_000_000} million filled cells, the most that is read"
                much = cells if size.cells > MAX_CELLS else filled
                raise _UnreadableError(f"Up to here there are more than {much}.", number)
            table.rows[number] = [unescape_formula(cell) for cell in row]
    except csv.Error as error:
        why = "A text in quotes is not closed before the end" if "unexpected end" in str(error) else None
        why = why or "A quote stands where no text in quotes ends, or a text is too long"
        raise _UnreadableError(
            f"{why}: put the text in double quotes, and double those inside it.", number + 1
        ) from error
    return table


def _decoded(table: Table, data: bytes) -> str:
    if data.startswith(_UTF_16) or b"\x00" in data:
        raise _UnreadableError("The file is not text in UTF-8 (perhaps UTF-16): save it as 'CSV UTF-8'.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise _UnreadableError("The file is not text in UTF-8: save it as 'CSV UTF-8'.") from None
    before = text[: next(_NOT_ASCII.finditer(text)).start()]
    first = max(before.count("\n"), before.count("\r")) + 1
    notice = "The file is not in UTF-8, and is read as Windows-1252: see that names with accents are right."
    table.notices.append(((first, 1), notice))
    return text


def _delimiter(text: str, sheet: Sheet) -> str:
    """What parts the cells: what shows most of the sheet's headers in a row, else stands most often in the first."""
    rows = (row.rstrip("\r\n") for row in io.StringIO(text, newline=None))
    lines = [line[:_LONG_LINE] for line in islice((row for row in rows if row.strip(_DELIMITERS + " ")), TITLE_ROWS)]
    headers = {sign: max((_header_count(line, sign, sheet) for line in lines), default=0) for sign in _DELIMITERS}
    first = re.sub(r'"(?:[^"]|"")*"', "", lines[0] if lines else "")
    return max(_DELIMITERS, key=lambda sign: (headers[sign], first.count(sign)))


def _header_count(line: str, sign: str, sheet: Sheet) -> int:
    try:
        cells = next(csv.reader([line], delimiter=sign), [])
    except csv.Error:  # reported when the whole file is read
        return 0
    return sum(find_column(sheet, cell) is not None for cell in cells if cell.strip())


def rendered(structure: Structure, *, with_names: bool = True) -> dict[str, bytes]:
    """The files by name, in UTF-8 with the mark by which Excel knows it."""
    tables = filled_sheets(structure, with_names=with_names)
    return {f"{table.sheet.section}.csv": _csv_bytes(table) for table in tables}


def _csv_bytes(table: FilledSheet) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)  # a comma is not what parts cells in every country
    writer.writerow([column.header for column in table.columns])
    for row in table.rows:
        writer.writerow(["" if cell is None else escape_formula(str(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")
