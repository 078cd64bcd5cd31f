"""Plain data of a structure with other ids for some of its bodies, wherever they stand."""

from collections.abc import Mapping
from typing import Any

from govgraph.model import Structure
from govgraph.model.shape import shapes
from govgraph.model.statement import Record


def with_bodies_renamed(
    data: dict[str, Any], ids: Mapping[str, str], model: type[Record] = Structure
) -> dict[str, Any]:
    """The data with each of these ids replaced, as a key of the bodies and in every reference to one."""
    made: dict[str, Any] = {}
    for key, value in data.items():
        shape = shapes(model).get(key)
        if shape is None:
            made[key] = value
        elif shape.by_id and shape.model is not None:
            entries = {name: with_bodies_renamed(entry, ids, shape.model) for name, entry in value.items()}
            made[key] = {ids.get(name, name) if key == "bodies" else name: one for name, one in entries.items()}
        elif shape.model is not None:
            inner = shape.model
            many = isinstance(value, list)
            made[key] = [with_bodies_renamed(one, ids, inner) for one in value] if many else value
        elif shape.refers == "bodies":
            made[key] = [ids.get(one, one) for one in value] if isinstance(value, list) else ids.get(value, value)
        else:
            made[key] = value
    return made
