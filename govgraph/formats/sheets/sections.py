"""What the rows of each sheet are: bodies, themes, sources, groups; relations, seats, contacts; settings."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from govgraph.formats.sheets.cells import cell_text, parse_references, split_texts
from govgraph.formats.sheets.columns import CellType, Column, normalized, plain_columns
from govgraph.formats.sheets.layout import Tie, find_setting, ties
from govgraph.formats.sheets.listed_names import add_listed_names
from govgraph.formats.sheets.names import new_id, slug
from govgraph.formats.sheets.rows import SheetReader, SheetRow, SheetRows, set_path
from govgraph.language import either_of
from govgraph.model import Structure
from govgraph.model.faults import Loc
from govgraph.model.name_lists import names_in
from govgraph.model.relation_words import RelationReading, may_lead_outside, parse_relation
from govgraph.model.scalars import quoted

RowsById = dict[str, SheetRow]
"""The rows of a sheet by the ids of what they are about."""


def index_rows(reader: SheetReader, rows: SheetRows) -> RowsById:
    """The rows by id, in their order; one without an id gets one that is made of its name."""
    identity, title = rows.sheet.columns[:2]
    found: RowsById = {}
    nameless: list[tuple[str, SheetRow]] = []
    for row in rows:
        if identity in row.cells:
            _add_identified(reader, rows, found, row)
        else:
            name = reader.read_text(rows, row, title)
            nameless += [(name, row)] if name is not None else []
    by_name: dict[str, SheetRow] = {}
    for name, row in nameless:
        first = by_name.setdefault(normalized(name), row)
        if first is row:
            found[new_id(name, rows.sheet.noun, set(found))] = row
        else:
            why = f"{quoted(name)} is in row {first.mark.row} already; if this is another one, give each an Id."
            rows.add_fault(row.at(title), why)
    for key, row in found.items():
        reader.names.add(rows.sheet.section, key, _names(rows, row))
        add_listed_names(reader, rows, key, row)
    return dict(sorted(found.items(), key=lambda item: item[1].mark.row))


def _add_identified(reader: SheetReader, rows: SheetRows, found: RowsById, row: SheetRow) -> None:
    identity = rows.sheet.columns[0]
    text = reader.read_text(rows, row, identity)
    if text is None:
        return
    key = slug(text)
    if not key:
        why = f"{quoted(text)} cannot be an id: use small letters, digits and hyphens (health-and-wellbeing-board)."
        rows.add_fault(row.at(identity), why)
    elif key in found:
        rows.add_fault(row.at(identity), f"The {rows.sheet.noun} '{key}' is in row {found[key].mark.row} already.")
    else:
        found[key] = row


def _names(rows: SheetRows, row: SheetRow) -> list[str]:
    """The texts by which other sheets may mean what a row is about: its name or title, and its other names."""
    found: list[str] = []
    for column, cell in row.cells.items():
        if column == rows.sheet.columns[1] or column.path == ("other_names",):
            try:
                text = cell_text(cell)
            except ValueError:
                continue  # reported where the row itself is read
            found += split_texts(text) if column.is_list else [text]
    return found


def read_section(reader: SheetReader, rows: SheetRows, entries: RowsById) -> None:
    """Add what each row states. All names of all sheets are known by now."""
    columns = rows.sheet.columns if rows.sheet.section == "bodies" else ()
    short = [column for column in columns if column.path and column.path[0] in ties()]
    for name, row in entries.items():
        path: Loc = (rows.sheet.section, name)
        reader.marks.records[path] = row.mark
        record = reader.read_record(rows, row, path, [rows.sheet.columns[0], *short])
        reader.data.setdefault(rows.sheet.section, {})[name] = record
        for column in filter(row.cells.__contains__, short):
            assert column.cell_type in (CellType.REFERENCE, CellType.TEXT)  # noqa: S101 - as the layout makes them
            key, at = str(column.path[0]), row.at(column)
            for number, value in enumerate(reader.read_value(rows, at, row.cells[column], column) or ()):
                record.setdefault(key, []).append(value)
                reader.marks.records[(*path, key, number)] = row.mark._replace(column=at[1])


def read_settings_sheet(reader: SheetReader, rows: SheetRows) -> None:
    """Add each setting to the data of the file."""
    name, value, _ = rows.sheet.columns
    first: dict[Loc, int] = {}
    for row in rows:
        text = reader.read_text(rows, row, name)
        setting = find_setting(text) if text is not None else None
        if text is not None and setting is None:
            known = [column.header for column in plain_columns(Structure)]
            rows.report_unknown(row.at(name), "setting", text, known)
        elif setting is not None and setting.path in first:
            why = f"{setting.header} is in row {first[setting.path]} already; write it once."
            rows.add_fault(row.at(name), why)
        elif setting is not None and value in row.cells:
            first[setting.path] = row.mark.row
            _read_setting(reader, rows, row, setting)


def _read_setting(reader: SheetReader, rows: SheetRows, row: SheetRow, setting: Column) -> None:
    cell = rows.sheet.columns[1]
    stated = reader.read_value(rows, row.at(cell), row.cells[cell], setting)
    for path in (setting.path[:1], setting.path):
        reader.marks.records.setdefault(path, row.mark._replace(column=row.at(cell)[1]))
    if stated is None:
        reader.document.unread.add(setting.path)
    else:
        set_path(reader.data, setting.path, stated)


def read_body_records(reader: SheetReader, rows: SheetRows) -> None:
    """Seats and contacts: each row names its body."""
    for row in rows:
        body = _body(reader, rows, row)
        if body is not None:
            path, records = _next_record(reader, body, rows.sheet.section, row)
            records.append(reader.read_record(rows, row, path, rows.sheet.columns[:1]))


def read_relations(reader: SheetReader, rows: SheetRows) -> None:
    """Relations: from a body, how, to whom; several may stand under To."""
    for row in rows:
        body = _body(reader, rows, row)
        target = reader.read_text(rows, row, rows.sheet.columns[2])
        reading = _reading(reader, rows, row, target)
        if reading is None:
            continue
        tie = ties()[reading.key]
        _refuse_foreign(rows, row, tie)
        if body is None or target is None:
            continue
        ids = _targets(reader, rows, row, tie, target)
        if not reading.turned:
            stated = {"jointly": True} if reading.jointly else {}
            _read_relation(reader, rows, row, tie, [(body, name) for name in ids], stated)
        elif _all_are_there(reader, rows, row, ids):
            _read_relation(reader, rows, row, tie, [(name, body) for name in ids])


def _targets(reader: SheetReader, rows: SheetRows, row: SheetRow, tie: Tie, target: str) -> list[str]:
    """What stands under To: ids, or one text in words; none, with a fault, where a name may mean several."""
    if tie.to.refers_to is None:
        return [target]
    try:
        return parse_references(target, tie.to.refers_to, reader.names.resolve, is_list=True)
    except ValueError as error:
        rows.add_fault(row.at(rows.sheet.columns[2]), f"To {error}.")
        return []


def _all_are_there(reader: SheetReader, rows: SheetRows, row: SheetRow, ids: list[str]) -> bool:
    """Whether all bodies are there that a row names under To; a fault for each that is not."""
    unknown = [name for name in ids if name not in reader.names.titles("bodies")]
    for name in unknown:
        rows.add_fault(row.at(rows.sheet.columns[2]), _no_body(reader, name, many=True))
    return not unknown


def _read_relation(
    reader: SheetReader,
    rows: SheetRows,
    row: SheetRow,
    tie: Tie,
    pairs: Sequence[tuple[str, str]],
    stated: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Add the relation of each pair of a body and what it leads to; `stated` is what its words say beside the cells."""
    omitted = [column for column in row.cells if column.path not in _tie_columns(tie)]
    details: dict[str, Any] | None = None
    for body, name in pairs:
        path, records = _next_record(reader, body, tie.key, row)
        details = {**stated, **reader.read_record(rows, row, path, omitted)} if details is None else details
        relation = {str(tie.model.shorthand): name, **details}
        if relation in records:
            first = reader.marks.records[(*path[:3], records.index(relation))].row
            rows.add_notice(row.at(rows.sheet.columns[0]), f"This row repeats row {first}; it counts once.")
        records.append(relation)


def _tie_columns(tie: Tie) -> set[Loc]:
    """The columns that the records of a tie have, beside that to which they lead."""
    return {column.path for column in plain_columns(tie.model) if column != tie.to}


def _refuse_foreign(rows: SheetRows, row: SheetRow, tie: Tie) -> None:
    """Faults for what such a row cannot state."""
    for column, cell in row.cells.items():
        at = row.at(column)
        if column.path == ("direction",):
            if normalized(str(cell)) != "directed" and tie.key != "works_with":
                why = (
                    f"Direction is {quoted(cell)}; a row is read from From to To: write 'directed', or a row each way."
                )
                rows.add_fault(at, why)
        elif column not in rows.sheet.columns[:3] and column.path not in _tie_columns(tie):
            rows.add_fault(at, f"{column.header} has no meaning where Relation is '{tie.words}'; empty this cell.")


def _body(reader: SheetReader, rows: SheetRows, row: SheetRow) -> str | None:
    """The id of the body that a row is about; None, with a fault, where it names none that is there."""
    column = rows.sheet.columns[0]
    text = reader.read_text(rows, row, column)
    if text is None:
        return None
    try:
        found = reader.names.resolve("bodies", text)
    except ValueError as error:
        rows.add_fault(row.at(column), f"{column.header} {error}.")
        return None
    if found is None:
        rows.add_fault(row.at(column), _no_body(reader, text))
    return found


def _no_body(reader: SheetReader, text: str, *, many: bool = False) -> str:
    return f"There is no body {quoted(text)} on the sheet Bodies. {_suggestion(reader, text, many=many)}"


def _suggestion(reader: SheetReader, text: str, *, many: bool) -> str:
    """What to write for what names no body; `many` where several may stand in the cell."""
    several, others = names_in(text, lambda part: _only_body(reader, part))
    wording = reader.document.wording
    if len(several) > 1 and not others:
        return wording.several(several, many=many)
    names = {} if reader.hints.spent else wording.names(reader.names.titles("bodies"))
    return reader.hints.nearest(text, names).strip() or wording.missing("bodies")


def _only_body(reader: SheetReader, text: str) -> str | None:
    """The id of the only body that a text names; None where it names none, or may name several."""
    try:
        return reader.names.resolve("bodies", text)
    except ValueError:
        return None


def _reading(reader: SheetReader, rows: SheetRows, row: SheetRow, target: str | None) -> RelationReading | None:
    """As which relation a row is read; None, with a fault, where its words mean none."""
    column = rows.sheet.columns[1]
    text = reader.read_text(rows, row, column)
    if text is None:
        return None
    wanted = normalized(text)
    own = next((key for key, tie in ties().items() if wanted in (normalized(key), normalized(tie.words))), None)
    if own is not None:
        return RelationReading(own)
    reading = parse_relation(text)
    if reading is None and may_lead_outside(text) and target is not None:
        reading = RelationReading("reports_to" if _names_a_body(reader, target) else "accountable_to")
    if reading is not None:
        also = ", with From and To exchanged" if reading.turned else ""
        also += ", with yes under Jointly" if reading.jointly else ""
        meaning = f"“{ties()[reading.key].words}”{also}"
        reader.readings.add(rows.fault_at(row.at(column), text), meaning)
        return reading
    words = [tie.words for tie in ties().values()]
    near = reader.hints.nearest(text, {word: f"'{word}'" for word in words})
    rows.add_fault(row.at(column), f"{column.header} should be {either_of(words)}, not {quoted(text)}.{near}")
    return None


def _names_a_body(reader: SheetReader, target: str) -> bool:
    """Whether a text names a body of the structure, or several."""
    try:
        ids = parse_references(target, "bodies", reader.names.resolve, is_list=True)
    except ValueError:
        return True
    return any(name in reader.names.titles("bodies") for name in ids)


def _next_record(reader: SheetReader, body: str, key: str, row: SheetRow) -> tuple[Loc, list[dict[str, Any]]]:
    """The path of the next record under a key of a body, and the records that are there."""
    records: list[dict[str, Any]] = reader.data["bodies"][body].setdefault(key, [])
    path: Loc = ("bodies", body, key, len(records))
    reader.marks.records[path] = row.mark
    return path, records
