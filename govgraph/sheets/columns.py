"""The columns of a sheet, as the model gives them: what each is called, and what a cell in it may hold."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Any, NamedTuple, get_args

from govgraph.model.place import Path
from govgraph.model.scalars import PartialDate, Refers
from govgraph.model.shape import shapes
from govgraph.model.statement import Noted, Record, SourceRef, Statement

_HEADERS = {
    "from": "In force from",  # on the sheet Relations, From is a body
    "until": "In force until",
    "where": "Place in source",
    "as": "In the capacity of",
}
"""Headers for the few keys that do not speak for themselves in a table; all others are made of the key."""


class Holds(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    WORD = "word"
    TRUTH = "truth"
    DATE = "date"
    REFERENCE = "reference"
    ID = "id"


class Column(NamedTuple):
    """A column: the way to the key that its cells fill, and what they hold."""

    path: Path
    header: str
    holds: Holds
    many: bool = False
    words: tuple[str, ...] = ()
    refers: str | None = None
    description: str = ""
    required: bool = False
    needed: bool = False
    """True for one that may be empty in a row, without which the sheet cannot be read."""
    offered: bool = True
    """False for one that is read where somebody has it, and is not written."""


def header_of(key: str) -> str:
    """The header of a key: `on_behalf_of` is `On behalf of`."""
    return _HEADERS.get(key) or key.replace("_", " ").capitalize()


def folded(text: str) -> str:
    """A header, a name of a sheet or a word as it is compared: `On_Behalf-of *` is `on behalf of`."""
    return " ".join(re.sub(r"[_*:\-\u2010-\u2015]", " ", unicodedata.normalize("NFKC", text)).casefold().split())


def spoken(word: str) -> str:
    """A word of the vocabulary as a cell has it: `working group`."""
    return word.replace("_", " ")


def keys_in_order(model: type[Record]) -> tuple[str, ...]:
    """The keys of a record by their names in a file: its own first, then how settled it is, then from where it is."""
    shared = [name for base in (Statement, Noted) for name in _added_by(base) if name in model.model_fields]
    own = [name for name in model.model_fields if name not in shared]
    order = own + [name for name in shared if name not in own]
    return tuple(model.model_fields[name].alias or name for name in order)


def _added_by(model: type[Record]) -> list[str]:
    """The keys that a model has of itself; a source before a note."""
    own = [name for name in model.model_fields if name in model.__annotations__]
    return list(reversed(own)) if model is Noted else own


@cache
def plain_columns(model: type[Record]) -> tuple[Column, ...]:
    """The columns of a record: all its keys but those that hold records; of a source, the id and the place."""
    found: list[Column] = []
    for key in keys_in_order(model):
        shape = shapes(model).get(key)
        if shape is not None and shape.model is SourceRef:
            name, place = plain_columns(SourceRef)
            description = f"{model.model_fields[key].description} {name.description}"
            header = header_of(key)
            found.append(name._replace(path=(key, "id"), header=header, required=False, description=description))
            found.append(place._replace(path=(key, *place.path)))
        elif shape is None or shape.model is None:
            found += _column(model, key)
    return tuple(found)


def _column(model: type[Record], key: str) -> Iterator[Column]:
    field = next(field for name, field in model.model_fields.items() if (field.alias or name) == key)
    hints = list(_inside((field.annotation, *field.metadata)))
    made = Column((key,), header_of(key), Holds.TEXT, tuple in hints, description=field.description or "")
    made = made._replace(required=field.is_required())
    refers = next((hint.to for hint in hints if isinstance(hint, Refers)), None)
    enum = next((hint for hint in hints if isinstance(hint, type) and issubclass(hint, Enum)), None)
    if refers is not None:
        yield made._replace(holds=Holds.REFERENCE, refers=refers)
    elif enum is not None:
        yield made._replace(holds=Holds.WORD, words=tuple(str(member.value) for member in enum))
    elif bool in hints:
        yield made._replace(holds=Holds.TRUTH)
    elif date in hints or get_args(PartialDate)[1] in hints:
        yield made._replace(holds=Holds.DATE)
    elif str in hints:
        yield made


def _inside(hints: tuple[Any, ...]) -> Iterator[Any]:
    for hint in hints:
        yield hint
        origin = getattr(hint, "__origin__", None)
        if origin is not None:
            yield origin
        yield from _inside((*get_args(hint), *getattr(hint, "__metadata__", ())))
