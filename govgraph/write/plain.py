"""A structure as plain data in the order in which a person reads it, without what says nothing."""

from datetime import date
from enum import Enum
from typing import Any

from govgraph.model import Body, Structure
from govgraph.model.change import PERSONAL
from govgraph.model.shape import shapes
from govgraph.model.statement import Record, SourceRef
from govgraph.model.structure import FORMAT
from govgraph.sheets.columns import keys_in_order


def plain(structure: Structure, *, with_names: bool = True) -> dict[str, Any]:
    """A structure as a text file has it: mappings, lists, texts and truths. What is left out is the default of its key.

    Without `with_names`, no name of a person is in it.
    """
    leave = frozenset() if with_names else PERSONAL
    found = record(structure, leave)
    sections = [key for key, shape in shapes(Structure).items() if shape.by_id]
    ordered = {key: value for key, value in found.items() if key not in sections}
    return {"govgraph": FORMAT, **ordered, **{key: found[key] for key in sections if key in found}}


def record(stated: Record, leave: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The keys of a record that say something else than their defaults."""
    model = type(stated)
    fields = {field.alias or name: (name, field) for name, field in model.model_fields.items()}
    found = {}
    for key in _order(model):
        name, field = fields[key]
        value = getattr(stated, name)
        if key not in leave and (field.is_required() or value != field.get_default()):
            found[key] = _value(value, leave)
    return found


def _order(model: type[Record]) -> list[str]:
    """As `keys_in_order`; of a body, what is said of itself before its lists of records."""
    keys = keys_in_order(model)
    if model is not Body:
        return list(keys)
    listed = {key for key, shape in shapes(Body).items() if shape.model not in (None, SourceRef)}
    return sorted(keys, key=lambda key: key in listed)


def _value(value: Any, leave: frozenset[str]) -> Any:
    if isinstance(value, Record):
        found = record(value, leave)
        # A short form stands for the record wherever that says nothing more.
        return found[str(value.shorthand)] if value.shorthand and set(found) == {value.shorthand} else found
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _value(one, leave) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_value(one, leave) for one in value]
    return value.isoformat() if isinstance(value, date) else value
