"""Where a sentence names bodies: runs of capitals and known words that end in the noun of a body, short names, and
words that mean a body named before.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from govgraph.drafting.lexicon import Noun, words_of
from govgraph.drafting.name_extent import (
    DETERMINERS,
    goes_on,
    is_name_word,
    is_part_of_a_title,
    name_end,
    name_start,
    noun_at,
)
from govgraph.drafting.sentences import Word
from govgraph.drafting.sentences import words as words_in

_MAX_NAME_WORDS = 7
_MAX_ALIAS = 12
_MAX_ALIAS_SIGNS = 60
_INTRODUCES_ALIAS = re.compile(r"^(?:the|hereafter|known as|referred to as|abbreviated to)\s+[“‘\"']?", re.IGNORECASE)
_QUOTES = "“”‘’\"'"


class Mention(NamedTuple):
    """Words of a sentence that mean a body, or several."""

    first: int
    last: int
    """The places of its words in the sentence, the last one included."""
    name: str
    """The name, as it stands; of one that only points, its noun: `Board`."""
    noun: Noun | None
    """None where it is a short name whose body is known from elsewhere, or a known organisation."""
    determiner: str
    points: bool
    """Whether it only points to a body named elsewhere: `the Board`, `this group`, `it`."""
    belongs: bool = False
    """Whether something of the body follows and is meant instead: `Board members`."""
    alias: str = ""
    """Another name that follows in brackets."""

    @property
    def is_plural(self) -> bool:
        """Whether it means several bodies."""
        return self.noun is not None and self.noun.is_plural


class Read(NamedTuple):
    """A text with its words and its mentions."""

    words: list[Word]
    mentions: list[Mention]


class MentionReader:
    """Reads texts, each once for as long as no more short names become known."""

    def __init__(self) -> None:
        self.short_names: set[str] = set()
        """Names without a noun that documents give their bodies."""
        self._read: dict[str, tuple[int, Read]] = {}
        """What was read of texts, each with the number of short names that were known then."""
        self._read_plainly: dict[str, Read] = {}

    def read(self, text: str) -> Read:
        """The words and the mentions of a text, with the short names that are known so far."""
        number, read = self._read.get(text, (-1, None))
        if read is None or number != len(self.short_names):
            read = _read(text, self.short_names)
            self._read[text] = (len(self.short_names), read)
        return read

    def read_plainly(self, text: str) -> Read:
        """The words and the mentions of a text, without the short names that documents give their bodies."""
        if text not in self._read_plainly:
            self._read_plainly[text] = _read(text, ())
        return self._read_plainly[text]


def _read(text: str, short_names: Collection[str]) -> Read:
    found: list[Mention] = []
    words = words_in(text)
    place = 0
    while place < len(words):
        mention = _mention_at(words, text, place, found[-1].last + 1 if found else 0, short_names)
        if mention is not None:
            found.append(mention)
            place = mention.last
        place += 1
    return Read(words, found)


def _mention_at(
    words: Sequence[Word], text: str, place: int, least: int, short_names: Collection[str]
) -> Mention | None:
    word = words[place]
    if word.lower in ("it", "they", "them") or _stands_alone(words, place):
        return Mention(place, place, word.lower, None, word.lower, points=True)
    length, noun = noun_at(words, place)
    if noun is None:
        return _short_mention(words, text, place, least, short_names)
    last = place + length - 1
    if goes_on(words, last) or is_part_of_a_title(words, place, last):
        return None
    first = name_start(words, place, least)
    end = name_end(words, last, noun)
    return _finished(words, text, (first, place, end), noun)


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """Whether `Each` begins a sentence and stands for those of the one before: `Each reports to both`."""
    if words[place].text != "Each" or place + 1 >= len(words):
        return False
    after = words[place + 1].lower
    if after == "of" and place + 2 < len(words) and words[place + 2].lower in ("them", "these"):
        return True
    return after in ("is", "has", "will", "shall", "meets") or after.startswith(("report", "advise", "account"))


def _finished(words: Sequence[Word], text: str, span: tuple[int, int, int], noun: Noun) -> Mention:
    first, head, last = span
    determiner = words[first - 1].lower if first and words[first - 1].lower in DETERMINERS else ""
    after = words[last + 1] if last + 1 < len(words) else None
    points = first == head and last - head < len(noun.lemma.split()) and not noun.is_plural
    own_name = len(noun.lemma.split()) > 1 or noun.lemma in ("cabinet", "senate")
    if points and own_name and words[first].is_capital:
        points = False
    belongs = after is not None and after.lower in words_of("bodies", "belongings")
    name = text[words[first].start : words[last].end]
    alias, end = _alias(words, text, last)
    return Mention(first, end, name, noun, determiner, points, belongs, alias)


def _alias(words: Sequence[Word], text: str, last: int) -> tuple[str, int]:
    """The other name in brackets after a name, and where the brackets close."""
    if last + 2 >= len(words) or words[last + 1].text not in ("(", "["):
        return "", last
    within = range(last + 2, min(last + _MAX_ALIAS_SIGNS, len(words)))
    closing = next((place for place in within if words[place].text in (")", "]")), None)
    if closing is None:
        return "", last
    inside = text[words[last + 2].start : words[closing - 1].end].strip(_QUOTES)
    inside = _INTRODUCES_ALIAS.sub("", inside).strip(_QUOTES + " ")
    if 0 < len(inside.split()) <= _MAX_ALIAS and (inside[0].isupper() or inside.isupper()):
        return inside, closing
    return "", last


def _short_mention(
    words: Sequence[Word], text: str, place: int, least: int, short_names: Collection[str]
) -> Mention | None:
    """A short name that a document gives a body, or the name of a known organisation."""
    if words[place].text[0].islower():
        return None  # neither begins with a small letter
    for last in range(min(place + _MAX_NAME_WORDS, len(words)) - 1, place - 1, -1):
        name = text[words[place].start : words[last].end]
        is_known = name[0].isupper() and name.lower() in words_of("bodies", "organisations")
        if is_known or name in short_names:
            return _named_short(words, text, (place, last), least)
    return None


def _named_short(words: Sequence[Word], text: str, span: tuple[int, int], least: int) -> Mention | None:
    place, last = span
    if goes_on(words, last):
        return None
    is_local = last + 1 < len(words) and is_name_word(words, last + 1)
    if is_local and text[words[place].start : words[last].end].lower() in words_of("bodies", "branches"):
        last += 1  # `Healthwatch Wendle`
    before = words[place - 1].lower if place > least else ""
    after = words[last + 1].lower if last + 1 < len(words) else ""
    return Mention(
        place,
        last,
        text[words[place].start : words[last].end],
        noun=None,
        determiner=before if before in DETERMINERS else "",
        points=False,
        belongs=after in words_of("bodies", "belongings"),
    )
