"""Where a sentence names bodies: runs of capitals and known words that end in the noun of a body, short names, and
words that mean a body named before.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from govgraph.drafting.lexicon import MAX_NOUN_WORDS, Noun, abbreviations, nouns, words_of
from govgraph.drafting.sentences import Word

DETERMINERS = frozenset(
    "the this that these those a an each every all any some our its their his her your my no both either other another "
    "such same said relevant neither".split()
)
_POINTING = frozenset({"the", "this", "that", "these", "those", "our", "its", "their", "each", "every", "all", "said"})
_CONNECTORS = frozenset({"and", "&", "of", "for", "the", "in", "on", "with", "to"})
_POSSESSIVE = "'s"
_MAX_NAME_WORDS = 7
_NO_NAME = DETERMINERS | frozenset(
    "and or but of for in on at by to from with without as if when where while who whom which whose what how why "
    "it they we you he she i is are was were be been has have had will shall must may might can could should would do "
    "does did not following after before during since until under over through via within across between "
    "also however therefore there here report reports named called set sits sit i.e e.g terms reference".split()
)
"""Words of which no name is made, whether they have a capital or not."""
_OPENERS = frozenset(
    "membership members progress minutes overview terms reference purpose role roles governance accountability "
    "introduction background new former existing current meeting meetings chair quorum frequency first once please "
    "section appendix part annex schedule paragraph figure establishment dissolution draft revised proposed made "
    "attendance reporting relationship relationships constitution remit scope about welcome formal advises oversees "
    "monitors considers receives reviews approves provides supports makes chaired joint other three four five six".split()
)
"""Words that begin a heading or a sentence with a capital, and are no part of the name that follows."""
_SHORT_NAME = re.compile(r"^[A-Z][A-Z0-9&]{1,6}$|^[A-Z]{2,}[a-z]?[A-Z]*$")
_NAMES_OF = frozenset(
    "department ministry institute faculty school college university association society trust union council board "
    "diocese friends authority agency court hospital academy foundation".split()
)


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


def find_mentions(words: Sequence[Word], text: str, short_names: Collection[str] = ()) -> list[Mention]:
    """The mentions of a sentence, in its order.

    Args:
        words: the words of the sentence.
        text: the sentence.
        short_names: names without a noun that the document gives its bodies.

    """
    found: list[Mention] = []
    place = 0
    while place < len(words):
        mention = _mention_at(words, text, place, found[-1].last + 1 if found else 0, short_names)
        if mention is None:
            place += 1
            continue
        found.append(mention)
        place = mention.last + 1
    return found


def _mention_at(
    words: Sequence[Word], text: str, place: int, least: int, short_names: Collection[str]
) -> Mention | None:
    word = words[place]
    if word.lower in ("it", "they", "them") or _stands_alone(words, place):
        return Mention(place, place, word.lower, None, word.lower, points=True)
    length, noun = _noun_at(words, place)
    if noun is None:
        return _short_mention(words, text, place, least, short_names)
    last = place + length - 1
    if _goes_on(words, last) or _is_part_of_a_title(words, place, last):
        return None
    first = _grown_left(words, place, least)
    end = _grown_right(words, last, noun)
    return _finished(words, text, (first, place, end), noun)


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """Whether `Each` begins a sentence and stands for those of the one before: `Each reports to both`."""
    if words[place].text != "Each" or place + 1 >= len(words):
        return False
    after = words[place + 1].lower
    if after == "of" and place + 2 < len(words) and words[place + 2].lower in ("them", "these"):
        return True
    return after in ("is", "has", "will", "shall", "meets") or after.startswith(("report", "advise", "account"))


def _noun_at(words: Sequence[Word], place: int) -> tuple[int, Noun | None]:
    """The noun of a body that begins at a place, the longest there is, and of how many words it is."""
    known = nouns()
    for length in range(MAX_NOUN_WORDS, 0, -1):
        part = words[place : place + length]
        if len(part) == length:
            noun = known.get(" ".join(word.lower for word in part))
            if noun is not None:
                return length, noun
    kind = abbreviations().get(words[place].lower)
    if kind is not None and words[place].text.isupper() and place and _is_name_word(words, place - 1):
        return 1, Noun(words[place].text, kind, is_named=False)
    return 0, None


def _goes_on(words: Sequence[Word], last: int) -> bool:
    """Whether a noun is only a part of a longer name that ends in another: `Trust Board`, `ICB Quality Committee`."""
    place = last + 1
    if place < len(words) and words[place].lower == "'s":
        place += 1
    steps = 0
    while place < len(words) and steps <= MAX_NOUN_WORDS:
        if words[place].lower in words_of("bodies", "belongings"):
            return False
        _, noun = _noun_at(words, place)
        if noun is not None:
            return words[last].text[0].islower() or words[place].is_capital or noun.is_named
        word = words[place]
        known = word.lower in words_of("bodies", "modifiers")
        joins = steps > 0 and word.lower in ("and", "&") and place + 1 < len(words)
        if not (word.is_capital or known or joins) or word.lower in _NO_NAME - {"and"}:
            return False
        place += 1
        steps += 1
    return False


def _is_part_of_a_title(words: Sequence[Word], place: int, last: int) -> bool:
    """Whether a noun with a capital is a part of some other name: `Partnership Protocol`, `Chief Executive`."""
    if words[place].lower == "executive" and place and words[place - 1].lower in ("chief", "non", "non-", "-"):
        return True
    if last + 1 >= len(words) or not words[last].is_capital:
        return False
    after = words[last + 1]
    if not after.text[0].isupper() or after.lower in words_of("bodies", "belongings") or after.text.isupper():
        return False
    return after.lower not in DETERMINERS | {"terms"} and after.start == words[last].end + 1


def _is_name_word(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if place == 0 and (word.lower in _OPENERS or word.lower.endswith("ly")):
        return False
    return word.is_capital and word.text[0].isalpha() and word.lower not in _NO_NAME


def _grown_left(words: Sequence[Word], place: int, least: int) -> int:
    """Where a name begins whose noun begins at a place."""
    modifiers = words_of("bodies", "modifiers")
    first, place = place, place - 1
    has_and = False
    while place >= least:
        word = words[place]
        if word.lower == _POSSESSIVE and place > least:
            owner = words[place - 1]
            owns = owner.lower in nouns() or owner.lower in abbreviations() or owner.text.isupper()
            if owns and (first != place + 1 or not words[first].text[0].islower()):
                break  # `the council's Audit Committee` is named without the council
            place -= 1
            continue
        if word.text == ")" and (opening := _opening(words, place, least)) is not None:
            place = opening - 1
            continue
        is_owner = word.lower in nouns() and place + 1 < len(words) and words[place + 1].lower == "'s"
        if is_owner and not (place > least and _qualifies(words, place - 1)):
            break
        if _is_name_word(words, place) or word.lower in modifiers or is_owner or _is_range(word):
            first = place
        elif not (_joins(words, place, least, has_and) and place > least):
            break
        has_and = has_and or word.lower in ("and", "&")
        place -= 1
    return first


def _qualifies(words: Sequence[Word], place: int) -> bool:
    return _is_name_word(words, place) or words[place].lower in words_of("bodies", "modifiers")


def _is_range(word: Word) -> bool:
    """Whether a word is a range of ages, as names have them: `0-19`."""
    return re.fullmatch(r"\d+[-–/]\d+", word.text) is not None


def _opening(words: Sequence[Word], place: int, least: int) -> int | None:
    """Where brackets open that close at a place and hold a short name only."""
    if place - 2 > least and words[place - 2].text == "(" and words[place - 1].text.isupper():
        return place - 2
    return None


def _joins(words: Sequence[Word], place: int, least: int, has_and: bool) -> bool:
    """Whether a small word or a comma stands within a name, and not between two names."""
    word, before = words[place], place - 1
    if before < least:
        return False
    is_comma = word.text in (",", "/", "-", "–") and has_and
    if not (is_comma or (word.lower in _CONNECTORS)):
        return False
    if word.lower in ("the", "in", "on", "with", "to") or (word.lower in ("of", "for") and not word.text.islower()):
        return word.text.isupper() and _is_name_word(words, before)
    if words[before].lower == "'s" and before > least:
        return False
    is_word = _is_name_word(words, before) or words[before].lower in words_of("bodies", "modifiers")
    if word.text in (",", "of", "for", "Of") and words[before].lower in words_of("seats", "posts"):
        return False
    ends_name = words[before].lower in nouns() or words[before].lower in abbreviations() or _is_known(words[before])
    if word.lower in ("of", "for") and not words[before].is_capital:
        return False
    return is_word and not ends_name


def _is_known(word: Word) -> bool:
    return word.lower in words_of("bodies", "organisations")


def _grown_right(words: Sequence[Word], last: int, noun: Noun) -> int:
    """Where a name ends that goes on after its noun: `Department for Education`, `University of Wendle`."""
    if (
        not {noun.lemma.split()[0], noun.lemma.split()[-1]} & _NAMES_OF
        or last + 2 >= len(words)
        or not words[last].is_capital
    ):
        return last
    if words[last + 1].lower not in ("of", "for") or not words[last + 2].is_capital:
        return last
    place = last + 2
    while place < len(words) and (_is_name_word(words, place) or _continues(words, place)):
        if _noun_at(words, place)[1] is not None:
            return last
        place += 1
    end = place - 1
    while words[end].lower in _CONNECTORS:
        end -= 1
    return max(end, last)


def _continues(words: Sequence[Word], place: int) -> bool:
    return (
        words[place].lower in ("and", "&")
        and place + 1 < len(words)
        and _is_name_word(words, place + 1)
        and not words[place + 1].text.isupper()
        and _noun_at(words, place + 1)[1] is None
    )


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
    closing = next((place for place in range(last + 2, len(words)) if words[place].text in (")", "]")), None)
    if closing is None:
        return "", last
    inside = text[words[last + 2].start : words[closing - 1].end].strip("“”‘’\"'")
    inside = re.sub(r"^(?:the|hereafter|known as|referred to as|abbreviated to)\s+[“‘\"']?", "", inside, flags=re.I)
    inside = inside.strip("“”‘’\"' ")
    own = inside.split()
    limit = 12
    if 0 < len(own) <= limit and (inside[0].isupper() or inside.isupper()):
        return inside, closing
    return "", last


def _short_mention(
    words: Sequence[Word], text: str, place: int, least: int, short_names: Collection[str]
) -> Mention | None:
    """A short name that the document gives a body, or the name of a known organisation."""
    for length in range(_MAX_NAME_WORDS, 0, -1):
        part = words[place : place + length]
        if len(part) < length:
            continue
        phrase = text[part[0].start : part[-1].end]
        is_known = phrase.lower() in words_of("bodies", "organisations") and phrase[0].isupper()
        if phrase in short_names or is_known:
            last = place + length - 1
            if _goes_on(words, last):
                return None
            if phrase.lower() == "healthwatch" and last + 1 < len(words) and _is_name_word(words, last + 1):
                last += 1  # `Healthwatch Wendle`
                phrase = text[part[0].start : words[last].end]
            after = words[last + 1].lower if last + 1 < len(words) else ""
            before = words[place - 1].lower if place > least else ""
            return Mention(
                place,
                last,
                phrase,
                None,
                before if before in DETERMINERS else "",
                points=False,
                belongs=after in words_of("bodies", "belongings"),
            )
    return None


def short_names_of(names: Mapping[str, str]) -> frozenset[str]:
    """Those of the other names of bodies that are looked for as they stand: short ones, in capitals."""
    return frozenset(name for name in names if _SHORT_NAME.match(name))
