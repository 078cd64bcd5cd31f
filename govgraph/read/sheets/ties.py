"""Sheets with a row for each relation, seat or contact of a body."""

from typing import Any

from govgraph.model.faults import one_of
from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.read.sheets.reader import SheetReader
from govgraph.read.sheets.rows import Row, Rows
from govgraph.sheets.cells import references
from govgraph.sheets.columns import folded, plain_columns
from govgraph.sheets.layout import Tie, ties


def read_of_bodies(reader: SheetReader, rows: Rows) -> None:
    """Seats and contacts: each row names its body."""
    for row in rows:
        body = _body(reader, rows, row)
        if body is not None:
            path = _next(reader, body, rows.sheet.section, row)
            _list(reader, path).append(reader.record(rows, row, path, rows.sheet.columns[:1]))


def read_relations(reader: SheetReader, rows: Rows) -> None:
    """Relations: from a body, how, to whom; several may stand under To."""
    for row in rows:
        body, tie = _body(reader, rows, row), _tie(reader, rows, row)
        target = reader.text(rows, row, rows.sheet.columns[2])
        if tie is not None:
            _refuse_foreign(rows, row, tie)
        if body is not None and tie is not None and target is not None:
            _relate(reader, rows, row, body, tie, target)


def _relate(reader: SheetReader, rows: Rows, row: Row, body: str, tie: Tie, target: str) -> None:
    path = _next(reader, body, tie.key, row)
    leave = [column for column in row.cells if column.path not in _own(tie)]
    record = reader.record(rows, row, path, leave)
    try:
        ids = references(target, tie.to.refers, reader.names.resolve, many=True) if tie.to.refers else [target]
    except ValueError as error:
        rows.fault(row.at(rows.sheet.columns[2]), f"To {error}.")
        return
    found = _list(reader, path)
    for name in ids:
        new = {str(tie.model.shorthand): name, **record}
        if new in found:
            first = reader.marks.records[(*path[:3], found.index(new))].row
            rows.tell(row.at(rows.sheet.columns[0]), f"This row says again what row {first} says; it counts once.")
        reader.marks.records[(*path[:3], len(found))] = row.mark
        found.append(new)


def _own(tie: Tie) -> set[Path]:
    """The columns that the records of a tie have, beside that to which they lead."""
    return {column.path for column in plain_columns(tie.model) if column != tie.to}


def _refuse_foreign(rows: Rows, row: Row, tie: Tie) -> None:
    """Faults for what such a row cannot state."""
    for column, cell in row.cells.items():
        at = row.at(column)
        if column.path == ("direction",):
            if folded(str(cell)) != "directed" and tie.key != "works_with":
                why = f"Direction is {shown(cell)}; a row is read from From to To: write 'directed', or a row each way."
                rows.fault(at, why)
        elif column not in rows.sheet.columns[:3] and column.path not in _own(tie):
            rows.fault(at, f"{column.header} cannot be said where Relation is '{tie.words}'; empty this cell.")


def _body(reader: SheetReader, rows: Rows, row: Row) -> str | None:
    """The id of the body that a row is about; None, with a fault, where it names none that is there."""
    column = rows.sheet.columns[0]
    text = reader.text(rows, row, column)
    if text is None:
        return None
    try:
        found = reader.names.resolve("bodies", text)
    except ValueError as error:
        rows.fault(row.at(column), f"{column.header} {error}.")
        return None
    if found is None:
        rows.fault(row.at(column), f"There is no body {shown(text)} on the sheet Bodies. {_instead(reader, text)}")
    return found


def _instead(reader: SheetReader, text: str) -> str:
    """What to write for what names no body."""
    try:
        several = references(text, "bodies", reader.names.resolve, many=True)
    except ValueError:
        several = []
    wording = reader.document.wording
    if len(several) > 1 and set(several) <= set(reader.names.ids("bodies")):
        return wording.several(several, many=False)
    return reader.hints.nearest(text, reader.names.called("bodies")).strip() or wording.missing("bodies")


def _tie(reader: SheetReader, rows: Rows, row: Row) -> Tie | None:
    column = rows.sheet.columns[1]
    text = reader.text(rows, row, column)
    if text is None:
        return None
    wanted = folded(text)
    for key, tie in ties().items():
        if wanted in (folded(key), folded(tie.words)):
            return tie
    words = [tie.words for tie in ties().values()]
    why = f"{column.header} should be {one_of(words)}, not {shown(text)}.{reader.hints.nearest(text, words)}"
    rows.fault(row.at(column), why)
    return None


def _next(reader: SheetReader, body: str, key: str, row: Row) -> Path:
    """The way to the record that comes next under a key of a body."""
    entry = reader.data["bodies"][body]
    path: Path = ("bodies", body, key, len(entry.setdefault(key, [])))
    reader.marks.records[path] = row.mark
    return path


def _list(reader: SheetReader, path: Path) -> list[dict[str, Any]]:
    section, body, key = map(str, path[:3])
    found: list[dict[str, Any]] = reader.data[section][body][key]
    return found
