"""A workbook to fill in: every sheet, each with one worked row that is not read."""

from govgraph.model import Structure
from govgraph.sheets.columns import Column, Holds
from govgraph.sheets.layout import EXAMPLE, Sheet
from govgraph.write.tables import Filled, Value, filled, offered
from govgraph.write.workbook import made

_BODY = "send-board"
_WORKED: dict[str, dict[str, str]] = {
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


def template() -> bytes:
    """The bytes of the workbook."""
    return made([_with_example(one) for one in filled(Structure())])


def _with_example(one: Filled) -> Filled:
    worked = _WORKED.get(one.sheet.section)
    return one if worked is None else one._replace(rows=[_row(one.sheet, worked), *one.rows])


def _row(sheet: Sheet, worked: dict[str, str]) -> list[Value]:
    first, *rest = (worked.get(_key(column)) for column in offered(sheet))
    return [f"{EXAMPLE} {first}", *rest]


def _key(column: Column) -> str:
    """The key of a column as the worked rows name it: the source for its id."""
    if column.holds is Holds.ID:
        return "id"
    return str(column.path[0] if column.holds is Holds.REFERENCE else column.path[-1])
