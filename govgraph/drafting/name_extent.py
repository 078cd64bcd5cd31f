"""Where the name of a body begins and ends whose noun is found: the words before and after that belong to it."""

import re
from collections.abc import Sequence

from govgraph.drafting.lexicon import MAX_NOUN_WORDS, Noun, abbreviations, nouns, words_of
from govgraph.drafting.sentences import Word

DETERMINERS = words_of("wording", "determiners")
_CONNECTORS = frozenset({"and", "&", "of", "for", "the", "in", "on", "with", "to"})
_RARELY = frozenset({"the", "in", "on", "with", "to"})
"""Connectors that stand within names only where all is in capitals."""
_POSSESSIVE = "'s"
_NO_NAME = DETERMINERS | words_of("bodies", "no_names")
"""Words of which no name is made, whether they have a capital or not."""
_NOT_INSIDE = _NO_NAME - {"and"}


def noun_at(words: Sequence[Word], place: int) -> tuple[int, Noun | None]:
    """The noun of a body that begins at a place, the longest there is, and of how many words it is."""
    known = nouns()
    for length in range(MAX_NOUN_WORDS, 0, -1):
        part = words[place : place + length]
        if len(part) == length:
            noun = known.get(" ".join(word.lower for word in part))
            if noun is not None:
                return length, noun
    kind = abbreviations().get(words[place].lower)
    if kind is not None and words[place].text.isupper() and place and is_name_word(words, place - 1):
        return 1, Noun(words[place].text, kind, is_named=False)
    return 0, None


def goes_on(words: Sequence[Word], last: int) -> bool:
    """Whether a noun is only a part of a longer name that ends in another: `Trust Board`, `ICB Quality Committee`."""
    begin = last + 1
    if begin < len(words) and words[begin].lower == _POSSESSIVE:
        begin += 1
    for place in range(begin, min(begin + MAX_NOUN_WORDS + 1, len(words))):
        if words[place].lower in words_of("bodies", "belongings"):
            return False
        _, noun = noun_at(words, place)
        if noun is not None:
            return words[last].text[0].islower() or words[place].is_capital or noun.is_named
        if not _may_go_on(words, place, is_first=place == begin):
            return False
    return False


def _may_go_on(words: Sequence[Word], place: int, *, is_first: bool) -> bool:
    """Whether a word may stand between two nouns of one name."""
    word = words[place]
    if word.lower in _NOT_INSIDE:
        return False
    joins = not is_first and word.lower in ("and", "&") and place + 1 < len(words)
    return word.is_capital or joins or word.lower in words_of("bodies", "modifiers")


def is_part_of_a_title(words: Sequence[Word], place: int, last: int) -> bool:
    """Whether a noun with a capital is a part of some other name: `Partnership Protocol`, `Chief Executive`."""
    if words[place].lower == "executive" and place and words[place - 1].lower in ("chief", "non", "non-", "-"):
        return True
    if last + 1 >= len(words) or not words[last].is_capital:
        return False
    after = words[last + 1]
    if not after.text[0].isupper() or after.lower in words_of("bodies", "belongings") or after.text.isupper():
        return False
    return after.lower not in DETERMINERS | {"terms"} and after.start == words[last].end + 1


def is_name_word(words: Sequence[Word], place: int) -> bool:
    """Whether a word may be a part of a name: it has a capital, and is none of those that only begin a sentence."""
    word = words[place]
    if place == 0 and (word.lower in words_of("bodies", "openers") or _is_adverb(word)):
        return False
    return word.is_capital and word.text[0].isalpha() and word.lower not in _NO_NAME


def name_start(words: Sequence[Word], place: int, least: int) -> int:
    """Where a name begins whose noun begins at a place; not before `least`."""
    first, place = place, place - 1
    has_and = False
    while place >= least:
        word = words[place]
        if word.lower == _POSSESSIVE and place > least:
            if _is_owned_by_a_body(words, place, first):
                break  # `the council's Audit Committee` is named without the council
        elif word.text == ")" and (opening := _opening(words, place, least)) is not None:
            place = opening
        elif _is_owner(words, place) and not (place > least and _qualifies(words, place - 1)):
            break
        elif _qualifies(words, place) or _is_owner(words, place) or _is_range(word):
            first = place
        elif not _joins(words, place, least, has_and=has_and):
            break
        has_and = has_and or word.lower in ("and", "&")
        place -= 1
    return first


def _is_owned_by_a_body(words: Sequence[Word], place: int, first: int) -> bool:
    """Whether the possessive at a place is that of a body, and the name that begins at `first` is not only a noun."""
    owner = words[place - 1]
    owns = owner.lower in nouns() or owner.lower in abbreviations() or owner.text.isupper()
    return owns and (first != place + 1 or not words[first].text[0].islower())


def _is_owner(words: Sequence[Word], place: int) -> bool:
    return words[place].lower in nouns() and place + 1 < len(words) and words[place + 1].lower == _POSSESSIVE


def _qualifies(words: Sequence[Word], place: int) -> bool:
    return is_name_word(words, place) or words[place].lower in words_of("bodies", "modifiers")


def _is_range(word: Word) -> bool:
    """Whether a word is a range of ages, as names have them: `0-19`."""
    return re.fullmatch(r"\d+[-–/]\d+", word.text) is not None


def _opening(words: Sequence[Word], place: int, least: int) -> int | None:
    """Where brackets open that close at a place and hold a short name only."""
    if place - 2 > least and words[place - 2].text == "(" and words[place - 1].text.isupper():
        return place - 2
    return None


def _joins(words: Sequence[Word], place: int, least: int, *, has_and: bool) -> bool:
    """Whether a small word or a comma stands within a name, and not between two names."""
    word, before = words[place], place - 1
    if before < least:
        return False
    is_comma = word.text in (",", "/", "-", "–") and has_and
    if not (is_comma or word.lower in _CONNECTORS):
        return False
    is_of = word.lower in ("of", "for")
    if word.lower in _RARELY or (is_of and not word.text.islower()):
        return word.text.isupper() and is_name_word(words, before)
    is_post = word.text in (",", "of", "for", "Of") and words[before].lower in words_of("seats", "posts")
    if is_post or (is_of and not words[before].is_capital):
        return False
    return _qualifies(words, before) and not _ends_name(words[before])


def _ends_name(word: Word) -> bool:
    known = (nouns(), abbreviations(), words_of("bodies", "organisations"))
    return any(word.lower in those for those in known)


def name_end(words: Sequence[Word], last: int, noun: Noun) -> int:
    """Where a name ends that goes on after its noun: `Department for Education`, `University of Wendle`."""
    ends = {noun.lemma.split()[0], noun.lemma.split()[-1]}
    if ends.isdisjoint(words_of("bodies", "names_of")) or last + 2 >= len(words) or not words[last].is_capital:
        return last
    if words[last + 1].lower not in ("of", "for") or not words[last + 2].is_capital:
        return last
    place = last + 2
    while place < len(words) and (is_name_word(words, place) or _continues(words, place)):
        if noun_at(words, place)[1] is not None:
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
        and is_name_word(words, place + 1)
        and not words[place + 1].text.isupper()
        and noun_at(words, place + 1)[1] is None
    )


def _is_adverb(word: Word) -> bool:
    return word.lower.endswith("ly") and word.lower not in ("early", "family", "elderly", "assembly", "supply")
