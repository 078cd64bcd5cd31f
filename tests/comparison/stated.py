"""A small structure that states one value or another under any key that takes yes or no, a word, or a date."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from formats.workbooks import Sheets, folder, workbook
from govgraph.formats.plain_data import record_models
from govgraph.formats.sheets.columns import CellType, Column, plain_columns
from govgraph.formats.sheets.layout import sheets, ties
from govgraph.model import Structure
from govgraph.model.fields import shapes
from govgraph.model.statement import Record

FORMS = ("json", "csv", "xlsx", "ods")
_WHO = {"without": "q", "responsible_for": "t", "monitors": "t", "accountable_to": "the electors"}
_BASE: dict[str, Any] = {
    "as_of": "2019-01-01",
    "sources": {"s": {"title": "Minutes"}},
    "constituencies": {"p": {"name": "Parents"}, "q": {"name": "Pupils"}},
    "themes": {"t": {"name": "Waits"}},
    "bodies": {"b": {"name": "Board", "kind": "board"}, "c": {"name": "Council", "kind": "organisation"}},
}
_DAYS = ("2020-01-01", "2020-02-01")


class Case(NamedTuple):
    """A key of a record, two values that it may state, and how it is taken where it states none."""

    section: str
    column: Column
    values: tuple[Any, Any]
    default: Any

    @property
    def key(self) -> str:
        """The key in a file."""
        return str(self.column.path[0])

    @property
    def id(self) -> str:
        """What the case is called."""
        return f"{self.section}.{self.key}"

    @property
    def states(self) -> tuple[Any, Any, Any]:
        """A value, nothing, the other value."""
        return (self.values[0], None, self.values[1])


def _cases_of(section: str, model: type[Record]) -> Iterator[Case]:
    for column in plain_columns(model):
        field = next(field for name, field in model.model_fields.items() if (field.alias or name) == column.path[0])
        if field.is_required():
            continue
        default = None if field.default in (None, ()) else field.default
        if column.cell_type is CellType.BOOLEAN:
            yield Case(section, column, (False, True), default)
        elif column.cell_type is CellType.DATE:
            yield Case(section, column, _DAYS, default)
        elif column.cell_type is CellType.WORD:
            first = default or column.words[0]
            other = next(word for word in column.words if word != first)
            values = ([first], [other]) if column.is_list else (str(first), other)
            yield Case(section, column, values, default)


def cases() -> list[Case]:
    """All keys of that kind of all records."""
    by_id = {key: shape.model for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
    models: dict[str, type[Record]] = {**by_id, **record_models(), "settings": Structure}
    return [case for section, model in models.items() for case in _cases_of(section, model)]


def record(data: dict[str, Any], section: str) -> dict[str, Any]:
    """The record of a section in the data, made where it is not there yet."""
    if section == "settings":
        return data
    if section in data:
        found: dict[str, Any] = next(iter(data[section].values()))
        return found
    records = data["bodies"]["b"].setdefault(section, [])
    if not records:
        shorthand = record_models()[section].shorthand
        if section == "contacts":
            records.append({"for": "p"})
        elif section == "seats":
            records.append({"on_behalf_of": "p"})
        elif section == "composition":
            records.append({"on_behalf_of": "p", "at_least": 1})
        else:
            other = "p" if shorthand == "constituency" else "c"
            records.append({str(shorthand): _WHO.get(section, other)})
    made: dict[str, Any] = records[0]
    return made


def data_with(states: list[tuple[Case, Any]]) -> dict[str, Any]:
    """The data that states these; None: nothing."""
    data: dict[str, Any] = json.loads(json.dumps(_BASE))
    for case, value in states:
        made = record(data, case.section)
        made.pop(case.key, None)
        if value is not None:
            made[case.key] = value
    return data


def written(data: dict[str, Any], form: str, path: Path) -> Path:
    """The data as a file of a form, or as a folder of CSV files. YAML takes JSON as it is."""
    if form in ("json", "yaml"):
        target = path.with_suffix(f".{form}")
        target.write_text(json.dumps(data), "utf-8")
        return target
    tables = _tables(data)
    if form == "csv":
        return folder(path, tables)
    return workbook(path.with_suffix(".xlsx"), tables) if form == "xlsx" else _ods(path.with_suffix(".ods"), tables)


def _tables(data: dict[str, Any]) -> Sheets:
    found: Sheets = {}
    for section, sheet in sheets().items():
        rows: list[list[Any]] = [[column.header for column in sheet.columns if column.is_written]]
        if section == "settings":
            rows = [["Setting", "Value"]]
            rows += [[column.header, *_cells((column,), data)] for column in plain_columns(Structure)]
        elif section == "relations":
            for name, body in data["bodies"].items():
                for tie in ties().values():
                    columns = [column for column in sheet.columns[3:] if column.is_written]
                    for item in body.get(tie.key, ()):
                        rows.append([name, tie.words, item[tie.model.shorthand], *_cells(columns, item)])
        else:
            columns = [column for column in sheet.columns[1:] if column.is_written]
            if section in data:
                entries = list(data[section].items())
            else:
                entries = [(name, item) for name, body in data["bodies"].items() for item in body.get(section, ())]
            rows += [[name, *_cells(columns, item)] for name, item in entries]
        found[sheet.name] = rows
    return found


def _cells(columns: Iterable[Column], item: dict[str, Any]) -> Iterator[str | None]:
    for column in columns:
        yield shown(item.get(str(column.path[0])))


def shown(value: Any) -> str | None:
    """A value as a cell has it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value).replace("_", " ") if isinstance(value, list) else str(value).replace("_", " ")


_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def _ods(path: Path, tables: Sheets) -> Path:
    content = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in tables.items()
    )
    content = f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", f"<office:document-content {_NAMES}>{content}</office:document-content>")
    return path


def _ods_row(cells: list[Any]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(cell: str | None) -> str:
    if cell is None:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
