"""Sheets that are open, with what another structure states: what it has in common with the old one stays as written."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from govgraph.desk.naming import Naming
from govgraph.desk.shown import shown_text
from govgraph.desk.tables import OpenSheet, OpenTables, filled_table
from govgraph.formats.sheets.columns import CellType, Column, plain_columns
from govgraph.formats.sheets.layout import Sheet, ties
from govgraph.formats.sheets.marks import SheetMarks
from govgraph.formats.sheets.tables import FilledSheet, filled_sheets
from govgraph.model import Structure
from govgraph.model.faults import Loc
from govgraph.model.validation import Marks

_Rows = Mapping[Loc, Mapping[Column, str]]
"""The cells of each row of a filled sheet, by the path of what it states."""


def refilled(
    tables: OpenTables, marks: Marks | None, before: Structure, after: Structure, *, with_names: bool
) -> OpenTables:
    """The tables that stated one structure, made to state another. `marks` say in which row each thing stands.

    Where a row states several things, its sheet is filled anew. Rows that are added name others as those there do if
    they are `with_names`; else by their ids.
    """
    naming = Naming(tables, after) if with_names else None
    for old, new in zip(filled_sheets(before), filled_sheets(after), strict=True):
        if old.rows == new.rows:
            continue
        own = tables.sheets[new.sheet.section]
        was, now = _rows(old, before), _rows(new, after)
        places = _places(own, marks, {path for path in was if was[path] != now.get(path)})
        changed = _anew(own, new) if places is None else _amended(own, places, was, now, naming)
        tables = tables.with_sheet(changed)
    return tables


def states_the_same(one: Structure, other: Structure) -> bool:
    """Whether two structures state the same, in whatever order the seats and lines of a body are.

    For what a draft states comes after what the sheets state, and a seat that is added stands on a sheet.
    """
    first, second = one.model_dump(), other.model_dump()
    if first != second:
        for body in (*first["bodies"].values(), *second["bodies"].values()):
            body |= {key: sorted(map(repr, value)) for key, value in body.items() if isinstance(value, list | tuple)}
    return bool(first == second)


def _anew(own: OpenSheet, filled: FilledSheet) -> OpenSheet:
    sheet = OpenSheet.of(filled.sheet, filled_table(filled))
    return replace(sheet, table=replace(sheet.table, name=own.table.name), is_anew=True)


def _amended(own: OpenSheet, places: Mapping[Loc, int], was: _Rows, now: _Rows, naming: Naming | None) -> OpenSheet:
    """A sheet with the cells that differ, without the rows that are gone, and with the new ones at its end."""
    cells = {}
    for path, number in places.items():
        new = now.get(path, was[path])
        for column in {*was[path], *new}:
            if was[path].get(column) != new.get(column):
                cells[number, column] = new.get(column, "")
    own = own.with_cells(cells) if cells else own
    for number in sorted((number for path, number in places.items() if path not in now), reverse=True):
        own = own.without_row(number)
    added = [row for path, row in now.items() if path not in was]
    for row in [naming.named(own, row) for row in added] if naming else added:
        own = own.with_row(row)
    return own


def _places(own: OpenSheet, marks: Marks | None, paths: set[Loc]) -> dict[Loc, int] | None:
    """The rows that state just these things; None where one of them shares its row, or has none."""
    if not paths:
        return {}
    if not isinstance(marks, SheetMarks):
        return None
    here = [(path, mark) for path, mark in marks.records.items() if mark.header.name == own.table.name]
    shared = Counter(mark.row for _, mark in here)
    found = {path: mark.row for path, mark in here if path in paths and (shared[mark.row] == 1 or _is_entry(path))}
    return found if len(found) == len(paths) else None


def _is_entry(path: Loc) -> bool:
    """Whether a path is that of a body, a theme and so on, whose row may state its relations too."""
    return len(path) <= 2  # noqa: PLR2004 - a section, and an id in it


def _rows(filled: FilledSheet, structure: Structure) -> _Rows:
    """The rows of a sheet as a structure fills it."""
    return {
        path: {column: shown_text(cell) for column, cell in zip(filled.columns, row, strict=True) if cell is not None}
        for path, row in zip(_paths(filled.sheet, structure), filled.rows, strict=True)
    }


def _paths(sheet: Sheet, structure: Structure) -> Iterator[Loc]:
    """The path of what each row states, in the order in which a structure fills its sheet."""
    section = sheet.section
    if section == "settings":
        yield from (setting.path for setting in plain_columns(Structure))
    elif sheet.columns[0].cell_type is CellType.ID:
        yield from ((section, key) for key in getattr(structure, section))
    else:
        keys = [*ties()] if section == "relations" else [section]
        for body, stated in structure.bodies.items():
            for key in keys:
                yield from (("bodies", body, key, number) for number in range(len(getattr(stated, key))))
