"""A structure as sheets of rows of cells. From them the same structure is read."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from govgraph.model import Body, Structure
from govgraph.model.change import PERSONAL
from govgraph.model.faults import Fault, InputError
from govgraph.model.shape import shapes
from govgraph.model.statement import Record, SourceRef
from govgraph.sheets.columns import Column, Holds, plain_columns, spoken
from govgraph.sheets.dates import fits_a_date_cell, text_of_a_date
from govgraph.sheets.layout import Sheet, sheets, ties
from govgraph.sheets.lists import cell_of
from govgraph.write.plain import record

MAX_LETTERS = 32_767
MAX_ROWS = 1_048_576
"""The most that a cell, and a sheet, of a spreadsheet hold."""

Value = str | date | None


class Filled(NamedTuple):
    """A sheet with its rows."""

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: list[list[Value]]


def filled(structure: Structure, *, with_names: bool = True) -> list[Filled]:
    """All sheets with what a structure states. Raises InputError, with every place, for what no cell can hold."""
    leave = frozenset() if with_names else PERSONAL
    found = [_filled(structure, sheet, leave) for sheet in sheets().values()]
    faults = [fault for one in found for fault in _too_much(one)]
    if faults:
        raise InputError(faults)
    return found


def offered(sheet: Sheet) -> tuple[Column, ...]:
    """The columns that are written."""
    return tuple(column for column in sheet.columns if column.offered)


def _filled(structure: Structure, sheet: Sheet, leave: frozenset[str]) -> Filled:
    columns = offered(sheet)
    if sheet.section == "settings":
        return Filled(sheet, columns, list(_settings(structure)))
    if sheet.columns[0].holds is Holds.ID:
        entries = getattr(structure, sheet.section).items()
        return Filled(sheet, columns, [[name, *_cells(columns[1:], _shallow(entry, leave))] for name, entry in entries])
    rows = _relations if sheet.section == "relations" else _of_body
    return Filled(
        sheet, columns, [row for name, body in structure.bodies.items() for row in rows(sheet, name, body, leave)]
    )


def _shallow(entry: Record, leave: frozenset[str]) -> dict[str, Any]:
    """What a body says of itself, without its records, which have sheets of their own."""
    if not isinstance(entry, Body):
        return record(entry, leave)
    own = {name for name, field in Body.model_fields.items() if not _holds_records(field.alias or name)}
    return record(entry, leave | {key for key in Body.model_fields if key not in own})


def _holds_records(key: str) -> bool:
    shape = shapes(Body).get(key)
    return shape is not None and shape.model not in (None, SourceRef)


def _relations(sheet: Sheet, name: str, body: Body, leave: frozenset[str]) -> Iterator[list[Value]]:
    for tie in ties().values():
        for one in getattr(body, tie.key):
            stated = record(one, leave)
            to = stated.pop(str(tie.model.shorthand))
            yield [name, tie.words, to, *_cells(offered(sheet)[3:], stated)]


def _of_body(sheet: Sheet, name: str, body: Body, leave: frozenset[str]) -> Iterator[list[Value]]:
    for one in getattr(body, sheet.section):
        yield [name, *_cells(offered(sheet)[1:], record(one, leave))]


def _settings(structure: Structure) -> Iterator[list[Value]]:
    stated = record(structure, frozenset(key for key, shape in shapes(Structure).items() if shape.by_id))
    for column in plain_columns(Structure):
        yield [column.header, *_cells((column,), stated), column.description]


def _cells(columns: tuple[Column, ...], stated: dict[str, Any]) -> Iterator[Value]:
    for column in columns:
        value: Any = stated
        for step in column.path:
            if isinstance(value, str):  # the short form of a source
                value = value if step == SourceRef.shorthand else None
            else:
                value = None if value is None else value.get(str(step))
        yield None if value is None else _cell(column, value)


def _cell(column: Column, value: Any) -> Value:
    if column.holds is Holds.TRUTH:
        return "yes" if value else "no"
    if column.holds is Holds.DATE:
        return date.fromisoformat(value) if fits_a_date_cell(value) else text_of_a_date(value)
    if column.holds is Holds.WORD:
        return ", ".join(map(spoken, value)) if column.many else spoken(value)
    if column.holds is Holds.REFERENCE and column.many:
        return ", ".join(value)
    return cell_of(value) if column.many else str(value)


def _too_much(one: Filled) -> Iterator[Fault]:
    if len(one.rows) >= MAX_ROWS:
        why = f"This takes {len(one.rows):,} rows, more than a sheet holds; write YAML or JSON instead."
        yield Fault(None, None, None, f"{one.sheet.name}: {why}")
    for number, row in enumerate(one.rows, 2):
        for index, (column, cell) in enumerate(zip(one.columns, row, strict=True), 1):
            if isinstance(cell, str) and len(cell.encode("utf-16-le")) > 2 * MAX_LETTERS:
                why = f"{column.header} of {row[0]} is longer than {MAX_LETTERS:,} letters, the most that a cell holds"
                yield Fault(None, number, index, f"{why}; write YAML or JSON instead.", one.sheet.name)
