"""A structure as plain data in the order in which a person reads it, without what says nothing."""

from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from govgraph.model import Body, SourceRef, Structure
from govgraph.model.change import PERSONAL
from govgraph.model.content import FORMAT
from govgraph.model.fields import keys_in_order, shapes
from govgraph.model.statement import Record


def plain_structure(structure: Structure, *, with_names: bool = True) -> dict[str, Any]:
    """A structure as a text file has it: mappings, lists, texts and truths. What is left out is the default of its key.

    Without `with_names`, no name of a person is in it.
    """
    omitted = frozenset() if with_names else PERSONAL
    found = plain_record(structure, omitted)
    sections = [key for key, shape in shapes(Structure).items() if shape.by_id]
    ordered = {key: value for key, value in found.items() if key not in sections}
    return {"govgraph": FORMAT, **ordered, **{key: found[key] for key in sections if key in found}}


def plain_record(record: Record, omitted: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The keys of a record that say something else than their defaults; of a body, its lists of records last."""
    found = {}
    for key, name, is_required, default in _fields(type(record)):
        value = getattr(record, name)
        if (is_required or value != default) and key not in omitted:
            found[key] = _plain_value(value, omitted)
    return found


@cache
def _fields(model: type[Record]) -> tuple[tuple[str, str, bool, Any], ...]:
    """The keys of a record in their order: each with its name in code, whether it must be there, and its default."""
    fields = {field.alias or name: (name, field) for name, field in model.model_fields.items()}
    keys = sorted(keys_in_order(model), key=lambda key: model is Body and key in record_models())
    ordered = ((key, *fields[key]) for key in keys)
    return tuple((key, name, field.is_required(), field.get_default()) for key, name, field in ordered)


@cache
def record_models() -> dict[str, type[Record]]:
    """The keys of a body that hold records, with their models; sources are no such records."""
    return {key: shape.model for key, shape in shapes(Body).items() if shape.model not in (None, SourceRef)}


def _plain_value(value: Any, omitted: frozenset[str]) -> Any:
    if isinstance(value, Record):
        found = plain_record(value, omitted)
        # A short form stands for the record wherever that says nothing more.
        return found[str(value.shorthand)] if value.shorthand and set(found) == {value.shorthand} else found
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain_value(item, omitted) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain_value(item, omitted) for item in value]
    return value.isoformat() if isinstance(value, date) else value
