"""The same structure with other ids, or with everything in another order."""

import random
from typing import Any

from govgraph.model import Structure
from govgraph.model.fields import shapes
from govgraph.model.statement import Record


def plain(structure: Structure) -> dict[str, Any]:
    """A structure as the data of its file."""
    return structure.model_dump(mode="json", by_alias=True, exclude_unset=True)


def with_ids(data: Any, ids: dict[tuple[str, str], str], model: type[Record] = Structure) -> Any:
    """The data with ids replaced: keys and references of each name space."""
    if not isinstance(data, dict):
        shape = shapes(model).get(model.shorthand or "")
        return ids.get((shape.refers or "", data), data) if shape else data
    result = {}
    for key, value in data.items():
        shape = shapes(model).get(key)
        if shape is None:
            result[key] = value
        elif shape.by_id:
            assert shape.model is not None, "what stands by id is a record"
            result[key] = {
                ids.get((key, name), name): with_ids(entry, ids, shape.model) for name, entry in value.items()
            }
        elif shape.model is not None:
            many = isinstance(value, list)
            items = [with_ids(item, ids, shape.model) for item in (value if many else [value])]
            result[key] = items if many else items[0]
        elif isinstance(value, list):
            result[key] = [ids.get((shape.refers or "", item), item) for item in value]
        else:
            result[key] = ids.get((shape.refers or "", value), value)
    return result


def new_ids(data: dict[str, Any], chance: random.Random) -> dict[tuple[str, str], str]:
    """A new id for every entry of every name space, in no order that the old ones had."""
    names = [(key, name) for key, shape in shapes(Structure).items() if shape.by_id for name in data.get(key, {})]
    numbers = chance.sample(range(1000, 9999), len(names))
    return {name: f"n{number}" for name, number in zip(names, numbers, strict=True)}


def shuffled(data: Any, chance: random.Random) -> Any:
    """The data with the keys of every mapping in another order; lists keep theirs, for theirs may be meant."""
    if isinstance(data, dict):
        keys = list(data)
        chance.shuffle(keys)
        return {key: shuffled(data[key], chance) for key in keys}
    return [shuffled(item, chance) for item in data] if isinstance(data, list) else data
