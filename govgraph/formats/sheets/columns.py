"""The columns of a sheet, as the model gives them: what each is called, and what a cell in it may hold."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple, get_args

from govgraph.model import Capacity, SourceRef
from govgraph.model.capacities import CAPACITY_WORDS
from govgraph.model.faults import Loc
from govgraph.model.fields import allowed_words, hints, keys_in_order, shapes
from govgraph.model.numbers import Number
from govgraph.model.proposal import Proposal
from govgraph.model.scalars import PartialDate
from govgraph.model.statement import Record
from govgraph.model.vocabulary import Nation
from govgraph.model.words import Word

_HEADERS = {
    "from": "In place from",  # on the sheet Relations, From is a body
    "until": "In place until",
    "where": "Place in source",
    "as": "In the capacity of",
    "open_ended": "Open-ended",
}
"""Headers for the few keys that do not speak for themselves in a table; all others are made of the key."""
_HEADERS_OF = {
    ("theme", "owners"): "List of owners",
    ("theme", "monitors"): "List of monitors",
    ("constituency", "speakers"): "List of speakers",
    (SourceRef.noun, "note"): "Note on source",
    (Proposal.noun, "says"): "The document says",
    (Proposal.noun, "where"): "Where",
    (Proposal.noun, "as"): "As",
    (Proposal.noun, "count"): "Number",
}
"""Headers of the keys of one record: whether a list is complete, where the key alone would ask for names; and those
of a draft, which are short."""


_DISPLAY_WORDS = {
    "co_chair": "co-chair",
    "vice_chair": "vice-chair",
    "co_lead": "co-lead",
    "ccg_governing_body": "CCG governing body",
    "nhs_trust_board": "NHS trust board",
    **{nation.value: nation.words for nation in Nation},
}
"""Words of the vocabulary that people write otherwise than with spaces."""


class CellType(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    WORD = "word"
    BOOLEAN = "boolean"
    DATE = "date"
    REFERENCE = "reference"
    ID = "id"


class Column(NamedTuple):
    """A column: the way to the key that its cells fill, and what they hold."""

    path: Loc
    header: str
    cell_type: CellType
    is_list: bool = False
    words: tuple[str, ...] = ()
    """The words that it holds; in a text, those that are offered beside others."""
    vocabulary: type[Word] | None = None
    """The terms that it holds; in a text, beside other words."""
    refers_to: str | None = None
    description: str = ""
    required: bool = False
    must_exist: bool = False
    """Whether the sheet cannot be read without the column, though its cells may be empty."""
    is_written: bool = True
    """False for a column that is read where it is there, and never written."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words from which a cell may be filled, as cells have them."""
        if self.cell_type is CellType.WORD:
            return tuple(map(display_word, self.words))
        return tuple(term.words for term in self.vocabulary or ()) or self.words


def header_of(key: str, noun: str = "") -> str:
    """The header of a key, or of a key of the record with this noun: `on_behalf_of` is `On behalf of`."""
    return _HEADERS_OF.get((noun, key)) or _HEADERS.get(key) or key.replace("_", " ").capitalize()


@lru_cache(maxsize=5_000)
def normalized(text: str) -> str:
    """A header, a name of a sheet or a word as it is compared: `On_Behalf-of *` is `on behalf of`."""
    return " ".join(re.sub(r"[_*:\-\u2010-\u2015]", " ", unicodedata.normalize("NFKC", text)).casefold().split())


def display_word(word: str) -> str:
    """A word of the vocabulary as a cell has it: `working group`."""
    return _DISPLAY_WORDS.get(word) or word.replace("_", " ")


@cache
def plain_columns(model: type[Record]) -> tuple[Column, ...]:
    """The columns of a record: all its keys but those that hold records; of a source, the id and the place."""
    found: list[Column] = []
    for key in keys_in_order(model):
        shape = shapes(model).get(key)
        if shape is not None and shape.model is SourceRef:
            name, *details = plain_columns(SourceRef)
            description = model.model_fields[key].description or ""
            header = header_of(key)
            found.append(name._replace(path=(key, "id"), header=header, required=False, description=description))
            found += [column._replace(path=(key, *column.path)) for column in details]
        elif shape is None or shape.model is None:
            found += _column(model, key)
    return tuple(found)


def _column(model: type[Record], key: str) -> Iterator[Column]:
    field = next(field for name, field in model.model_fields.items() if (field.alias or name) == key)
    key_hints = hints(model)[key]
    made = Column((key,), header_of(key, model.noun), CellType.TEXT, tuple in key_hints)
    made = made._replace(required=field.is_required(), description=field.description or "")
    shape, allowed = shapes(model).get(key), allowed_words(model, key)
    words = (hint for hint in key_hints if isinstance(hint, type) and issubclass(hint, Word))
    made = made._replace(vocabulary=next(words, None))
    if shape is not None:
        yield made._replace(cell_type=CellType.REFERENCE, refers_to=shape.refers)
    elif allowed:
        yield made._replace(cell_type=CellType.WORD, words=allowed)
    elif CAPACITY_WORDS in key_hints:
        yield made._replace(vocabulary=Capacity)
    elif bool in key_hints:
        yield made._replace(cell_type=CellType.BOOLEAN)
    elif date in key_hints or get_args(PartialDate)[1] in key_hints:
        yield made._replace(cell_type=CellType.DATE)
    elif str in key_hints or any(isinstance(hint, Number) for hint in key_hints):
        yield made
