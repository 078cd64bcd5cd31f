"""The worked rows of a blank workbook: on each sheet one, which states nothing."""

from govgraph.formats.sheets.columns import CellType, Column
from govgraph.formats.sheets.layout import EXAMPLE, Sheet

_EXAMPLE_BODY = "send-board"

_EXAMPLE_ROWS: dict[str, dict[str, str]] = {
    "bodies": {
        "id": _EXAMPLE_BODY,
        "name": "SEND Partnership Board",
        "kind": "partnership",
        "other_names": "the partnership",
        "level": "operational",
        "does": "delivers, monitors",
        "purpose": "To lead on services for children and young people with SEND.",
        "meets": "every month",
        "membership": "partial",
        "status": "in place",
    },
    "relations": {"body": _EXAMPLE_BODY, "tie": "reports to", "to": "wellbeing-board", "where": "section 4"},
    "seats": {
        "body": _EXAMPLE_BODY,
        "on_behalf_of": "parent-carers",
        "holder": "forum",
        "role": "co-chair",
        "votes": "yes",
        "appointed_by": "forum",
    },
    "composition": {"body": _EXAMPLE_BODY, "on_behalf_of": "parent-carers", "share": "at least half"},
    "contacts": {
        "body": _EXAMPLE_BODY,
        "for": "young-people",
        "title": "Young people's champion",
        "post": "Director of Children's Services",
        "senior": "yes",
    },
    "themes": {
        "id": "therapy-waits",
        "name": "Waiting times for speech and language therapy",
        "raised_by": "parent-carers",
    },
    "sources": {
        "id": "terms",
        "title": "Terms of reference of the SEND Partnership Board",
        "publisher": "The council",
        "date": "2025-11",
    },
    "constituencies": {"id": "parent-carers", "name": "Parent carers", "represented_by": "forum"},
}
"""The worked row of each sheet, by the keys of its columns; what a sheet has beside these stays empty in it."""


def example_row(sheet: Sheet) -> dict[Column, str]:
    """The example of a sheet by column, with the mark that it is one; empty where the sheet has none."""
    example = _EXAMPLE_ROWS.get(sheet.section, {})
    keys = {column: _example_key(column) for column in sheet.columns if column.is_written}
    cells = {column: example[key] for column, key in keys.items() if key in example}
    first = next(iter(cells), None)
    return {column: f"{EXAMPLE} {text}" if column is first else text for column, text in cells.items()}


def _example_key(column: Column) -> str:
    """The key of a column as the example rows name it: the source for its id."""
    if column.cell_type is CellType.ID:
        return "id"
    return str(column.path[0] if column.cell_type is CellType.REFERENCE else column.path[-1])
