"""A structure as the two tables that Kumu reads: its elements, and the connections between them.

govgraph reads them back, as it reads any folder of Kumu's.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govgraph.exporters.defaults import spread
from govgraph.exporters.exporter import Exported, Exporter
from govgraph.exporters.left_out import left_out, settings_left_out
from govgraph.formats.sheets.cells import escape_formula
from govgraph.formats.sheets.tables import FilledSheet, filled_sheets
from govgraph.language import listed
from govgraph.model import Structure, relation_keys

_HEADERS = {"Name": "Label", "Kind": "Type", "Relation": "Type", "Note": "Description"}
"""What Kumu calls columns that both have."""
_NOT_WRITTEN = ("Source", "Place in source", "Note on source")
_WHOLE = ("Name", "Kind", "From", "Relation", "To")


def render(structure: Structure, with_names: bool) -> Exported:
    """A structure as Kumu's elements and connections."""
    structure = spread(structure)
    labels = _labels(structure)
    sheets = {table.sheet.section: table for table in filled_sheets(structure, with_names=with_names)}
    between = {mark.words for mark in relation_keys().values()}
    rows = [
        [labels.get(str(row[0])), row[1], labels.get(str(row[2])), *row[3:]]
        for row in sheets["relations"].rows
        if row[1] in between
    ]
    elements = [[row[0], labels[str(row[0])], *row[2:]] for row in sheets["bodies"].rows]
    content = {
        "elements.csv": _table(sheets["bodies"], elements),
        "connections.csv": _table(sheets["relations"], rows, {"Direction": "directed"}),
    }
    return Exported(content, tuple(_notices(structure, labels)))


def _labels(structure: Structure) -> dict[str, str]:
    """A label for each body. Kumu takes two elements with one label for the same: their ids tell them apart."""
    shared = Counter(body.name.casefold() for body in structure.bodies.values())
    bodies = structure.bodies.items()
    return {key: body.name if shared[body.name.casefold()] == 1 else f"{body.name} ({key})" for key, body in bodies}


def _table(sheet: FilledSheet, rows: Sequence[Sequence[object]], more: dict[str, str] | None = None) -> bytes:
    """The columns in which something stands, under Kumu's headers."""
    headers = [column.header for column in sheet.columns]
    kept = [
        index
        for index, header in enumerate(headers)
        if header in _WHOLE or (header not in _NOT_WRITTEN and any(row[index] is not None for row in rows))
    ]
    more = more or {}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*(_HEADERS.get(headers[index], headers[index]) for index in kept), *more])
    for row in rows:
        writer.writerow([*_cells(row[index] for index in kept), *more.values()])
    return text.getvalue().encode("utf-8-sig")


def _cells(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield "" if value is None else escape_formula(str(value))


def _notices(structure: Structure, labels: dict[str, str]) -> Iterator[str]:
    fields = type(next(iter(structure.bodies.values()))).model_fields if structure.bodies else ()
    yield from left_out(structure, "Kumu", taken=relation_keys(), fields=fields)
    yield from settings_left_out(structure, "Kumu")
    same = [label for key, label in labels.items() if label != structure.bodies[key].name]
    if same:
        yield f"Bodies of one name have their ids added, since Kumu would make one of them: {listed(same)}."


EXPORTER = Exporter("Kumu's tables", (), render, is_folder=True)
