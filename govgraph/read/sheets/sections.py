"""Sheets with a row for each body, theme, source or constituency."""

from typing import Any

from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.read.sheets.reader import SheetReader
from govgraph.read.sheets.rows import Row, Rows
from govgraph.sheets.cells import text_of
from govgraph.sheets.columns import Column, Holds, folded
from govgraph.sheets.ids import new_id, slug
from govgraph.sheets.layout import ties
from govgraph.sheets.lists import texts_of

Identified = dict[str, Row]
"""The rows of a sheet by the ids of what they are about."""


def identified(reader: SheetReader, rows: Rows) -> Identified:
    """The rows by id, in their order; one without an id gets one that is made of its name."""
    identity, title = rows.sheet.columns[:2]
    found: Identified = {}
    nameless: list[tuple[str, Row]] = []
    for row in rows:
        if identity in row.cells:
            _add(reader, rows, found, row)
        else:
            name = reader.text(rows, row, title)
            nameless += [(name, row)] if name is not None else []
    called: dict[str, Row] = {}
    for name, row in nameless:
        first = called.setdefault(folded(name), row)
        if first is row:
            found[new_id(name, rows.sheet.noun, set(found))] = row
        else:
            why = f"{shown(name)} stands in row {first.mark.row} already; if this is another one, give each an Id."
            rows.fault(row.at(title), why)
    for key, row in found.items():
        reader.names.add(rows.sheet.section, key, _names(rows, row))
    return dict(sorted(found.items(), key=lambda one: one[1].mark.row))


def _add(reader: SheetReader, rows: Rows, found: Identified, row: Row) -> None:
    identity = rows.sheet.columns[0]
    text = reader.text(rows, row, identity)
    if text is None:
        return
    key = slug(text)
    if not key:
        why = f"{shown(text)} cannot be an id: use small letters, digits and hyphens (health-and-wellbeing-board)."
        rows.fault(row.at(identity), why)
    elif key in found:
        rows.fault(row.at(identity), f"The {rows.sheet.noun} '{key}' stands in row {found[key].mark.row} already.")
    else:
        found[key] = row


def _names(rows: Rows, row: Row) -> list[str]:
    """The texts by which other sheets may mean what a row is about: its name or title, and its other names."""
    found: list[str] = []
    for column, cell in row.cells.items():
        if column == rows.sheet.columns[1] or column.path == ("other_names",):
            try:
                text = text_of(cell)
            except ValueError:
                continue  # told where the row itself is read
            found += texts_of(text) if column.many else [text]
    return found


def read_section(reader: SheetReader, rows: Rows, entries: Identified) -> None:
    """Add what each row states. All names of all sheets are known by now."""
    short = [column for column in rows.sheet.columns if column.path and column.path[0] in ties()]
    for name, row in entries.items():
        path: Path = (rows.sheet.section, name)
        reader.marks.records[path] = row.mark
        record = reader.record(rows, row, path, [rows.sheet.columns[0], *short])
        reader.data.setdefault(rows.sheet.section, {})[name] = record
        for column in short:
            if column in row.cells:
                _short_form(reader, rows, row, path, column, record)


def _short_form(reader: SheetReader, rows: Rows, row: Row, path: Path, column: Column, record: dict[str, Any]) -> None:
    """Ties that a row of Bodies states in short: the ids or the names, or in words, to whom."""
    assert column.holds in (Holds.REFERENCE, Holds.TEXT)  # noqa: S101 - as the layout makes them
    key = str(column.path[0])
    for number, value in enumerate(reader.value(rows, row.at(column), row.cells[column], column) or ()):
        record.setdefault(key, []).append(value)
        reader.marks.records[(*path, key, number)] = row.mark._replace(column=row.at(column)[1])
