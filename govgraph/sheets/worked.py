"""The worked row of each sheet of a blank workbook: written into it, and passed over when it is read."""

from govgraph.sheets.columns import Column, Holds
from govgraph.sheets.layout import EXAMPLE, Sheet

_BODY = "send-board"
_ROWS: dict[str, dict[str, str]] = {
    "bodies": {
        "id": _BODY,
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
    "relations": {"body": _BODY, "tie": "reports to", "to": "wellbeing-board", "where": "section 4"},
    "seats": {
        "body": _BODY,
        "on_behalf_of": "parent-carers",
        "holder": "forum",
        "role": "co chair",
        "votes": "yes",
        "appointed_by": "forum",
    },
    "contacts": {
        "body": _BODY,
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


def worked_row(sheet: Sheet) -> dict[Column, str]:
    """What the worked row of a sheet says, by column, the mark that it is one included; empty where it has none."""
    worked = _ROWS.get(sheet.section, {})
    said = {column: worked[key] for column in sheet.columns if (key := _key(column)) in worked and column.offered}
    first = next(iter(said), None)
    return {column: f"{EXAMPLE} {text}" if column is first else text for column, text in said.items()}


def _key(column: Column) -> str:
    """The key of a column as the worked rows name it: the source for its id."""
    if column.holds is Holds.ID:
        return "id"
    return str(column.path[0] if column.holds is Holds.REFERENCE else column.path[-1])
