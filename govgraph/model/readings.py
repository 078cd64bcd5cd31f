"""What a document says in other words than the terms of the vocabulary, and as what it is read."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

from govgraph.language import number_words
from govgraph.model.capacities import CAPACITY_WORDS, parse_capacity
from govgraph.model.faults import Fault, Loc
from govgraph.model.fields import hints, shapes
from govgraph.model.scalars import quoted
from govgraph.model.statement import Record
from govgraph.model.validation import Document
from govgraph.model.words import Word

Meaning = Callable[[str], str | None]
"""As what a text is read, in words; None where it is the term itself, or means none."""

_TEXTS_REMEMBERED = 1_000
_TRUTHS = {"y": "yes", "n": "no"}


class Readings:
    """Words that are read as others, each with the first place where it stands, and how often it does."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: dict[tuple[str, str], list[Fault]] = {}

    def add(self, at: Fault, meaning: str) -> None:
        """Note that the text that is the message of `at` is read in this way."""
        self._found.setdefault((" ".join(at.message.split()).casefold(), meaning), []).append(at)

    def report(self) -> None:
        """Add one notice to the document for all places of the same words."""
        in_order = {key: sorted(places, key=_place) for key, places in self._found.items()}
        for (_, meaning), places in sorted(in_order.items(), key=lambda item: _place(item[1][0])):
            text = quoted(places[0].message)[1:-1]
            others = len(places) - 1
            also = (
                f", here and in {number_words(others)} other {'place' if others == 1 else 'places'}" if others else ""
            )
            self._document.notices.append(places[0]._replace(message=f"“{text}” is read as {meaning}{also}."))


def _place(at: Fault) -> tuple[str, int, int]:
    return at.sheet or "", at.line or 0, at.column or 0


def notice_other_words(document: Document, model: type[Record]) -> None:
    """Add a notice to the document for words that are read as a term, one for all places of the same words."""
    if document.broken:
        return
    readings = Readings(document)
    for path, text, meaning in _other_words(model, document.data, ()):
        readings.add(document.fault(path, text, value=True), f"“{meaning}”")
    readings.report()


def _other_words(model: type[Record], data: Any, path: Loc) -> Iterator[tuple[Loc, str, str]]:
    if not isinstance(data, dict):
        return
    inner, meanings = shapes(model), _meanings(model)
    for key, value in data.items():
        if key in meanings:
            for place, text in _texts(value, (*path, key)):
                meaning = meanings[key](text)
                if meaning is not None:
                    yield place, text, meaning
        elif key in inner and inner[key].model is not None:
            record = inner[key].model
            assert record is not None  # noqa: S101 - as asked
            for place, item in _records(value, (*path, key), by_id=inner[key].by_id):
                yield from _other_words(record, item, place)


def _texts(value: Any, path: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, number), item) for number, item in enumerate(value) if isinstance(item, str))


def _records(value: Any, path: Loc, *, by_id: bool) -> Iterator[tuple[Loc, Any]]:
    if by_id and isinstance(value, dict):
        yield from (((*path, name), item) for name, item in value.items())
    elif isinstance(value, list):
        yield from (((*path, number), item) for number, item in enumerate(value))
    elif not by_id:
        yield path, value


@cache
def _meanings(model: type[Record]) -> dict[str, Meaning]:
    """The keys of a model that hold a term, and what their texts are read as."""
    found: dict[str, Meaning] = {}
    for key, key_hints in hints(model).items():
        for hint in key_hints:
            if isinstance(hint, type) and issubclass(hint, Word):
                found[key] = _remembered(_meaning_of_word(hint))
            elif hint is CAPACITY_WORDS:
                found[key] = _remembered(_meaning_of_capacity)
            elif hint is bool:
                found[key] = _remembered(lambda text: _TRUTHS.get(text.casefold()))
    return found


def _remembered(meaning: Meaning) -> Meaning:
    """The same, of texts that come again and again."""
    return lru_cache(maxsize=_TEXTS_REMEMBERED)(meaning)


def _meaning_of_word(words: type[Word]) -> Meaning:
    def meaning(text: str) -> str | None:
        term = words.parse(text)
        return None if term is None or term.is_named(text) else term.words

    return meaning


def _meaning_of_capacity(text: str) -> str | None:
    capacity = parse_capacity(text)
    return None if capacity is None or capacity.is_named(text) else capacity.words
