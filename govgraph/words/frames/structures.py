"""What a structure states, as tables: a row for each body, seat, contact, relation, theme, source, group of people."""

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args

from govgraph.model import (
    Body,
    Completeness,
    Contact,
    Role,
    Seat,
    Statement,
    Status,
    Structure,
)
from govgraph.model.change import PERSONAL
from govgraph.model.faults import inform, nearest, one_of
from govgraph.model.shape import shapes
from govgraph.model.statement import Record
from govgraph.sheets.layout import ties
from govgraph.words.frames.table import TEXT, TRUTH, table
from govgraph.words.statements import source

if TYPE_CHECKING:
    import pandas as pd

_LAST = ("status", "from", "until", "source", "note")
"""What every statement has stands after what it states."""
_WHOLE = ("membership", "lines")


def of_structure(structure: Structure, section: str, *, with_names: bool) -> "pd.DataFrame":
    """One section of a structure as a table; see `Structure.to_frame`. Raises InputError for one that is not there."""
    listed: dict[str, type[Statement]] = {"seats": Seat, "contacts": Contact}
    by_id = {key: shape.model for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
    known = ["bodies", *listed, "relations", *(key for key in by_id if key != "bodies")]
    if section not in known:
        raise inform(f"There is no table '{section}'; it should be {one_of(known)}.{nearest(str(section), known)}")
    if section == "relations":
        return _relations(structure)
    if section in listed:
        return _of_bodies(structure, section, listed[section], with_names=with_names)
    model, entries = by_id[section], getattr(structure, section)
    columns = _columns(model)
    rows = (_cells(structure, entry, columns, entry if section == "bodies" else None) for entry in entries.values())
    return table(_types(model, columns), rows, ("id", list(entries)))


def _of_bodies(structure: Structure, key: str, model: type[Statement], *, with_names: bool) -> "pd.DataFrame":
    columns = [name for name in _columns(model) if with_names or name not in PERSONAL]
    rows = (
        (body.name, *_cells(structure, one, columns, body))
        for body in structure.bodies.values()
        for one in getattr(body, key)
    )
    return table({"body": TEXT, **_types(model, columns)}, rows)


def _relations(structure: Structure) -> "pd.DataFrame":
    columns = {"body": TEXT, "relation": TEXT, "to": TEXT, "on": TEXT, "lead": TRUTH, **dict.fromkeys(_LAST, TEXT)}
    return table(columns, _relation_rows(structure))


def _relation_rows(structure: Structure) -> Iterator[tuple[Any, ...]]:
    """A row for each row of the sheet Relations of a workbook, in the same words."""
    for body in structure.bodies.values():
        for tie in ties().values():
            columns = [str(tie.model.shorthand), "on", "lead", *_LAST]
            for one in getattr(body, tie.key):
                to, *rest = _cells(structure, one, columns, body)
                yield (body.name, tie.words, to, *rest)


def _columns(model: type[Record]) -> list[str]:
    """The keys of a record that hold one value or plain ones: its own as in the model, then the common ones."""
    records = {key for key, shape in shapes(model).items() if shape.model}
    keys = [field.alias or name for name, field in model.model_fields.items()]
    own = [key for key in keys if key not in records and key not in _LAST]
    return [*own, *(key for key in _LAST if key in keys)]


def _types(model: type[Record], columns: list[str]) -> dict[str, str]:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return {key.replace("_", " "): TRUTH if _is_truth(fields[key].annotation) else TEXT for key in columns}


def _is_truth(hint: Any) -> bool:
    return hint is bool or any(map(_is_truth, get_args(hint)))


def _cells(structure: Structure, record: Record, columns: list[str], body: Body | None) -> tuple[Any, ...]:
    """The cells of a record, in words; what its body or its file says for it holds for it."""
    refers = {key: shape.refers for key, shape in shapes(type(record)).items() if shape.refers}
    names = {field.alias or name: name for name, field in type(record).model_fields.items()}

    def cell(key: str) -> Any:
        own = getattr(record, names[key]) if key in names else None
        if key == "source":
            return source(structure, own or (body.source if body else None) or structure.source)
        if key == "status":
            return _words(own or (body.status if body else None) or structure.status or Status.IN_PLACE)
        if key in _WHOLE:
            return _words(own or getattr(structure, key) or Completeness.PARTIAL)
        return _words(_names(structure, refers[key], own) if key in refers else own)

    return tuple(map(cell, columns))


def _names(structure: Structure, section: str, value: Any) -> Any:
    """What is called by its id by its name; what is not there by its id."""
    if isinstance(value, tuple):
        return tuple(_names(structure, section, one) for one in value)
    entry = getattr(structure, section).get(value)
    return getattr(entry, "title" if section == "sources" else "name", value)


def _words(value: Any) -> Any:
    """A value in words; None where there is none."""
    if isinstance(value, tuple):
        return "; ".join(str(_words(one)) for one in value) or None
    if isinstance(value, Role | Status):
        return value.words
    return value.value.replace("_", " ") if isinstance(value, Enum) else value
