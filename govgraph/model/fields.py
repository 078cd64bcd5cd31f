"""What the model knows of its own keys: which hold ids, which hold records. So no list is kept twice."""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from govgraph.model.capacities import CAPACITY_WORDS, parse_capacity
from govgraph.model.faults import Loc
from govgraph.model.scalars import Refers
from govgraph.model.statement import Noted, Record, Statement
from govgraph.model.words import Word


class FieldShape(NamedTuple):
    """What stands under a key: ids of a name space, or records of a model, perhaps by id."""

    refers: str | None = None
    model: type[Record] | None = None
    by_id: bool = False


class Reference(NamedTuple):
    """An id that a document uses, where it stands, and the name space that should hold it."""

    path: Loc
    namespace: str
    id: str


@cache
def shapes(model: type[Record]) -> dict[str, FieldShape]:
    """The keys of a model that hold ids or records, by their names in a file."""
    found = ((key, _shape(key_hints)) for key, key_hints in hints(model).items())
    return {key: shape for key, shape in found if shape is not None}


def _shape(key_hints: tuple[Any, ...]) -> FieldShape | None:
    for hint in key_hints:
        if isinstance(hint, Refers):
            return FieldShape(refers=hint.to)
        if isinstance(hint, type) and issubclass(hint, Record):
            return FieldShape(model=hint, by_id=dict in key_hints)
    return None


@cache
def hints(model: type[Record]) -> dict[str, tuple[Any, ...]]:
    """Every type and mark inside the annotation of each key, from the outside in, by the name of the key in a file."""
    fields = model.model_fields.items()
    return {field.alias or name: tuple(_inner((field.annotation, *field.metadata))) for name, field in fields}


def _inner(outer: tuple[Any, ...]) -> Iterator[Any]:
    for hint in outer:
        yield hint
        if get_origin(hint) is not None:
            yield get_origin(hint)
        yield from _inner((*get_args(hint), *getattr(hint, "__metadata__", ())))


def allowed_words(model: type[Record], key: str) -> tuple[str, ...]:
    """The words that a key allows, where it allows only some."""
    enums = (hint for hint in hints(model).get(key, ()) if isinstance(hint, type) and issubclass(hint, Enum))
    return tuple(str(member.value) for member in next(enums, ()))


def keys_for_word(model: type[Record], text: str) -> Iterator[str]:
    """The keys of a model whose vocabulary has a text, by its own name or by another word."""
    for key, key_hints in hints(model).items():
        vocabularies = (hint for hint in key_hints if isinstance(hint, type) and issubclass(hint, Word))
        if any(words.parse(text) for words in vocabularies) or (CAPACITY_WORDS in key_hints and parse_capacity(text)):
            yield key


def model_at(model: type[Record], path: Loc) -> type[Record]:
    """The model of the record that the path leads to, or of the nearest one around it."""
    steps = iter(path)
    for step in steps:
        shape = shapes(model).get(step) if isinstance(step, str) else None
        if shape is None or shape.model is None:
            continue
        model = shape.model
        if shape.by_id:
            next(steps, None)
    return model


def used_ids(model: type[Record], data: Any, found: dict[str, set[str]]) -> None:
    """Add every id that the data uses to the set of its name space. Faster than `references`, and gives no places."""
    for _, shape, value in _shaped(model, data):
        items: Iterable[Any] = value if isinstance(value, list) else (value,)
        if shape.by_id:
            items = value.values() if isinstance(value, dict) else ()
        if shape.model is not None:
            for item in items:
                used_ids(shape.model, item, found)
        elif shape.refers:
            found.setdefault(shape.refers, set()).update(item for item in items if isinstance(item, str) and item)


def references(model: type[Record], data: Any, path: Loc = ()) -> Iterator[Reference]:
    """Every id that the data uses. Takes data that may be wrong elsewhere: what has no sense is passed over."""
    for key, shape, value in _shaped(model, data):
        for place, item in _items(shape, value, (*path, key)):
            if shape.model is not None:
                yield from references(shape.model, item, place)
            elif shape.refers and isinstance(item, str) and item:
                yield Reference(place, shape.refers, item)


def _shaped(model: type[Record], data: Any) -> list[tuple[str, FieldShape, Any]]:
    """The keys of a record, in its short form or its long one, that hold ids or records."""
    if isinstance(data, str) and model.shorthand:
        data = {model.shorthand: data}
    if not isinstance(data, dict):
        return []
    known = shapes(model)
    return [(key, known[key], value) for key, value in data.items() if key in known and value is not None]


def _items(shape: FieldShape, value: Any, path: Loc) -> Iterator[tuple[Loc, Any]]:
    if shape.by_id:
        if isinstance(value, dict):
            yield from (((*path, name), item) for name, item in value.items())
    elif isinstance(value, list):
        yield from (((*path, number), item) for number, item in enumerate(value))
    else:
        yield path, value


def keys_in_order(model: type[Record]) -> tuple[str, ...]:
    """The keys of a record by their names in a file: its own first, then how settled it is, then from where it is."""
    added = (*Statement.__annotations__, *reversed(Noted.__annotations__))
    shared = [name for name in added if name in model.model_fields]
    own = [name for name in model.model_fields if name not in shared]
    order = own + [name for name in shared if name not in own]
    return tuple(model.model_fields[name].alias or name for name in order)
