"""The terms of a vocabulary: each with the other words that people write for it."""

from enum import StrEnum
from functools import cache
from typing import Self

from govgraph.model.scalars import loose_name


class Word(StrEnum):
    """A term of the vocabulary: its value, and after that other words that mean the same and nothing else."""

    _value_: str
    other_words: tuple[str, ...]

    # Enum hashes in Python; a word is a str, and large structures ask a million times.
    __hash__ = str.__hash__

    def __new__(cls, value: str, *other_words: str) -> Self:
        """Make a term of its value and its other words."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.other_words = other_words
        return term

    @property
    def words(self) -> str:
        """The word as a person says it: `under review`."""
        return self.value.replace("_", " ")

    def is_named(self, text: str) -> bool:
        """Whether a text is the term itself, in whatever capitals, signs and spaces, and not another word for it."""
        return _joined(text) in (_joined(self.value), _joined(self.words))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The term that a text means, by its own name or by another word; None where it means none."""
        term = _terms(cls).get(loose_name(text))
        return None if term is None else cls(term)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return cls.parse(value) if isinstance(value, str) else None


def _joined(text: str) -> str:
    """A text without spaces too: `work stream` is `workstream`."""
    return loose_name(text).replace(" ", "")


@cache
def _terms(words: type[Word]) -> dict[str, Word]:
    """The terms by all their names, as names are compared."""
    return {loose_name(name): term for term in words for name in (term.value, term.words, *term.other_words)}
