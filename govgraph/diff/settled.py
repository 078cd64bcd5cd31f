"""A structure as plain data in one form, whichever way and in whichever files it was written."""

from typing import Any

from govgraph.model import Body, Completeness, Seat, Statement, Status, Structure
from govgraph.model.shape import shapes

_FILE_WIDE = frozenset({"govgraph", "status", "membership", "lines", "source"})
"""What a file says for all of itself. It is compared where it takes effect: in the bodies."""


def settled(structure: Structure) -> dict[str, Any]:
    """The plain data of a structure in which each body says itself what its file said for it, and nothing twice.

    No default is told, and a seat or a relation tells neither the status nor the source that it has from its body.
    """
    data: dict[str, Any] = structure.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_defaults=True, exclude=set(_FILE_WIDE)
    )
    for name, body in structure.bodies.items():
        _settle(data["bodies"][name], body, structure)
    return data


def _settle(entry: dict[str, Any], body: Body, structure: Structure) -> None:
    status = body.status or structure.status or Status.IN_PLACE
    source = body.source or structure.source
    _tell(entry, "status", None if status is Status.IN_PLACE else status.value)
    _tell(entry, "source", source.model_dump(mode="json", exclude_none=True) if source else None)
    for key in ("membership", "lines"):
        whole: Completeness | None = getattr(body, key) or getattr(structure, key)
        _tell(entry, key, whole.value if whole is Completeness.COMPLETE else None)
    for key in records_of_a_body():
        for statement, record in zip(getattr(body, key), entry.get(key, ()), strict=False):
            _without_what_the_body_says(statement, record, status, entry.get("source"))


def _without_what_the_body_says(statement: Statement, record: dict[str, Any], status: Status, source: Any) -> None:
    if statement.status is status:
        record.pop("status", None)
    if record.get("source") == source:
        record.pop("source", None)
    if isinstance(statement, Seat) and statement.role.attends_only and statement.votes is False:
        record.pop("votes", None)  # who only attends never votes


def records_of_a_body() -> dict[str, str]:
    """The keys of a body that hold lists of records, each with what a person calls one of them."""
    return {key: shape.model.noun for key, shape in shapes(Body).items() if shape.model is not None and key != "source"}


def _tell(entry: dict[str, Any], key: str, value: Any) -> None:
    entry.pop(key, None)
    if value is not None:
        entry[key] = value
