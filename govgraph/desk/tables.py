"""The sheets that are open, as somebody wrote them or as a structure fills them, and how one cell of them is changed.

Nothing here changes in place: each edit gives other sheets, which share with the old ones what is not edited.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from govgraph.formats.files import CSV, is_csv
from govgraph.formats.sheets.cells import Cell
from govgraph.formats.sheets.columns import Column
from govgraph.formats.sheets.layout import Sheet, all_sheets, sheets
from govgraph.formats.sheets.rows import SheetRows, is_example
from govgraph.formats.sheets.sheet import Position, Table
from govgraph.formats.sheets.tables import FilledSheet, document_of_tables, filled_sheets, sheet_for
from govgraph.model import Structure
from govgraph.model.faults import Loc, input_error
from govgraph.model.validation import Document


@dataclass(frozen=True)
class OpenSheet:
    """A sheet as it is open: its cells in their own places, and which of its columns are known."""

    sheet: Sheet
    table: Table
    header: int
    """The row of the headers."""
    places: Mapping[Loc, int]
    """The columns that are there, counted from 1."""
    is_anew: bool = False
    """Whether it was filled anew, in the place of what stood there."""

    @classmethod
    def of(cls, sheet: Sheet, table: Table) -> "OpenSheet":
        """A table that is read as a sheet."""
        if not table.rows:
            table = _empty_table(sheet, table.name)
        header = SheetRows(Document(None), sheet, table).header
        return cls(sheet, table, header.row, header.columns)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are shown: all that a workbook of ours has, and of the others those that are there."""
        return tuple(column for column in self.sheet.columns if column.is_written or column.path in self.places)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the rows below the headers, without the example, which states nothing."""
        below = sorted(number for number in self.table.rows if number > self.header)
        there = self.columns_there
        return tuple(number for number in below if not is_example(self.sheet, there, self.table.rows[number]))

    @property
    def columns_there(self) -> dict[int, Column]:
        """The known columns by their places, counted from 1."""
        return {self.places[column.path]: column for column in self.sheet.columns if column.path in self.places}

    def cell(self, number: int, column: Column) -> Cell:
        """What stands in a cell; None where the sheet has no such column."""
        place, cells = self.places.get(column.path, 0), self.table.rows[number]
        return cells[place - 1] if 0 < place <= len(cells) else None

    def shown_at(self, line: int | None, place: int | None) -> tuple[int | None, int | None]:
        """The row and the column of a cell as they are shown, counted from 0; None for what is not."""
        row = self.numbers.index(line) if line is not None and line in self.numbers else None
        places = [self.places.get(column.path) for column in self.columns]
        return row, places.index(place) if place is not None and place in places else None

    def with_cells(self, changed: Mapping[tuple[int, Column], str]) -> "OpenSheet":
        """With other texts in cells, by the number of the row; a column that is not there yet is added."""
        sheet = self
        for column in dict.fromkeys(column for _, column in changed):
            sheet = sheet if column.path in sheet.places else sheet._with_column(column)
        rows = dict(sheet.table.rows)
        at = set()
        for (number, column), text in changed.items():
            place = sheet.places[column.path]
            cells = list(rows.get(number, ()))
            cells += [None] * (place - len(cells))
            cells[place - 1] = text or None
            rows[number] = cells
            at.add((number, place))
        return replace(sheet, table=_without_marks(replace(sheet.table, rows=rows), at))

    def with_row(self, cells: Mapping[Column, str]) -> "OpenSheet":
        """With one more row below the others."""
        number = max(self.table.rows, default=0) + 1
        added = replace(self, table=replace(self.table, rows={**self.table.rows, number: []}))
        return added.with_cells({(number, column): text for column, text in cells.items()})

    def without_row(self, number: int) -> "OpenSheet":
        """Without a row: those below it move up."""
        rows = {_moved(key, number): cells for key, cells in self.table.rows.items() if key != number}
        errors = {
            (_moved(row, number), column): why for (row, column), why in self.table.errors.items() if row != number
        }
        merged = [
            ((_moved(top, number), left), (_moved(bottom, number), right))
            for (top, left), (bottom, right) in self.table.merged
            if not top <= number <= bottom
        ]
        notices = [((_moved(row, number), column), why) for (row, column), why in self.table.notices if row != number]
        table = replace(self.table, rows=rows, errors=errors, merged=merged, notices=notices)
        return replace(self, table=table)

    def _with_column(self, column: Column) -> "OpenSheet":
        place = max(map(len, self.table.rows.values()), default=0) + 1
        heads = list(self.table.rows.get(self.header, ()))
        heads += [None] * (place - 1 - len(heads))
        rows = {**self.table.rows, self.header: [*heads, column.header]}
        return replace(self, table=replace(self.table, rows=rows), places={**self.places, column.path: place})


def _moved(row: int, deleted: int) -> int:
    return row - 1 if row > deleted else row


def _empty_table(sheet: Sheet, name: str) -> Table:
    return Table(name, {1: [column.header for column in sheet.columns if column.is_written]})


def _without_marks(table: Table, at: set[Position]) -> Table:
    """The table without what was known of cells as they were: errors, merged cells, how they were understood."""
    errors = {place: why for place, why in table.errors.items() if place not in at}
    merged = [
        area
        for area in table.merged
        if not any(area[0][0] <= row <= area[1][0] and area[0][1] <= column <= area[1][1] for row, column in at)
    ]
    notices = [(place, why) for place, why in table.notices if place not in at]
    return replace(table, errors=errors, merged=merged, notices=notices)


@dataclass(frozen=True)
class OpenTables:
    """All tables that are open, those too that are not read."""

    path: str
    """By what name faults and findings call the file."""
    tables: tuple[Table, ...]
    sheets: Mapping[str, OpenSheet] = field(compare=False)
    """By section, in the order of a workbook; all of them, also those that the file does not have."""
    is_own: bool = field(default=False, compare=False)
    """Whether they are those that a person wrote, in a workbook or as CSV; else a structure filled them."""

    @classmethod
    def of(cls, path: str, tables: Iterable[Table], *, is_own: bool = False) -> "OpenTables":
        """Tables as a reader has them; rows in which nothing stands are left out."""
        own = tuple(replace(table, rows=dict(table.filled())) for table in tables)
        found: dict[str, OpenSheet] = {}
        for place, table in enumerate(own):
            sheet = sheet_for(table.name)
            if sheet is not None and sheet.section not in found:
                found[sheet.section] = OpenSheet.of(sheet, table)
                own = (*own[:place], found[sheet.section].table, *own[place + 1 :])
        suffix = CSV if own and all(is_csv(table.name) for table in own) else ""
        for section, sheet in sheets().items():
            name = f"{section}{suffix}" if suffix else sheet.name
            found.setdefault(section, OpenSheet.of(sheet, Table(name, {})))
        return cls(path, own, {section: found[section] for section in all_sheets() if section in found}, is_own)

    @classmethod
    def of_structure(cls, path: str, structure: Structure) -> "OpenTables":
        """What a structure states. Raises InputError for a text that no cell can hold."""
        return cls.of(path, map(filled_table, filled_sheets(structure)))

    def document(self) -> Document:
        """What the reader of workbooks makes of them."""
        return document_of_tables(self.path, self.tables)

    def sheet(self, section: str) -> OpenSheet:
        """The sheet of a section. Raises InputError where there is none."""
        if section not in self.sheets:
            raise input_error(f"There is no sheet {section}.")
        return self.sheets[section]

    def with_sheet(self, changed: OpenSheet) -> "OpenTables":
        """With another state of one sheet; it is added where the file does not have it."""
        before = self.sheets[changed.sheet.section].table
        own = tuple(changed.table if table is before else table for table in self.tables)
        if all(table is not changed.table for table in own):
            own = (*own, changed.table)
        return replace(self, tables=own, sheets={**self.sheets, changed.sheet.section: changed})


def filled_table(filled: FilledSheet) -> Table:
    """A sheet that a structure fills, as a table with its headers in the first row."""
    heads: list[Cell] = [column.header for column in filled.columns]
    rows: dict[int, list[Cell]] = {number: [*cells] for number, cells in enumerate(filled.rows, 2)}
    return Table(filled.sheet.name, {1: heads, **rows})


def row_number(sheet: OpenSheet, row: int) -> int:
    """The number of a row that is shown. Raises InputError where there is none."""
    if not 0 <= row < len(sheet.numbers):
        raise input_error(f"There is no such row on the sheet {sheet.sheet.name}.")
    return sheet.numbers[row]


def column_at(sheet: OpenSheet, column: int) -> Column:
    """A column that is shown. Raises InputError where there is none."""
    if not 0 <= column < len(sheet.columns):
        raise input_error(f"There is no such column on the sheet {sheet.sheet.name}.")
    return sheet.columns[column]


def columns_by_header(sheet: OpenSheet, cells: Mapping[str, str]) -> dict[Column, str]:
    """Cells by their columns. Raises InputError for a header that is not shown."""
    known = {column.header: column for column in sheet.columns}
    unknown = [header for header in cells if header not in known]
    if unknown:
        raise input_error(f"There is no column {unknown[0]} on the sheet {sheet.sheet.name}.")
    return {known[header]: text for header, text in cells.items()}


def filled_cells(sheet: OpenSheet) -> Iterator[tuple[int, Column, Cell]]:
    """Every cell of the known columns that holds something, with the number of its row."""
    for number in sheet.numbers:
        for column in sheet.columns:
            cell = sheet.cell(number, column)
            if cell is not None:
                yield number, column, cell
