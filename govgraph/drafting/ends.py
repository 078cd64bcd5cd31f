"""Which bodies stand at the ends of a phrase: what leads up to it, and what follows it."""

from functools import cache

from govgraph.drafting.lexicon import words_of
from govgraph.drafting.lines import Line
from govgraph.drafting.mentions import Mention
from govgraph.drafting.name_extent import DETERMINERS
from govgraph.drafting.phrases import BE

_RELATIVE = frozenset({"which", "that", "who"})
_JOIN = frozenset({"and", ",", "&", "or"})
_VERBS_JOIN = frozenset({"and", "or", ",", "but", ";"})
IT = "it"
"""Stands for what is only clear once the other end is known."""
_OF = frozenset({"of", "by", "from", "in", "made"})
_BEFORE_WORK = frozenset({"on", "over", "of", "all", "regular"})
_OWNED = frozenset({"members", "meeting", "meetings", "chair", "membership"})


@cache
def _fillers() -> frozenset[str]:
    return DETERMINERS | BE | words_of("wording", "fillers")


@cache
def _fillers_and_joiners() -> frozenset[str]:
    return _fillers() | words_of("wording", "joiners")


def ends_after(line: Line, place: int, until: int = -1) -> list[str]:
    """The bodies that follow a place, all of them where several are listed; none where something else follows."""
    until = len(line.words) if until < 0 else until
    found: list[str] = []
    while place < until:
        number = line.mention_from.get(place)
        if number is not None and line.mentions[number].name in ("it", "them", "they"):
            return found or [IT]
        if number is not None and not _is_owner_in_small_letters(line, number):
            mention = line.mentions[number]
            if _after(line, mention.last) == "'s":
                return found or (list(line.keys[number]) if _owns_work(line, mention) else [])
            if mention.belongs and _after(line, mention.last) not in _OWNED:
                break
            found += [key for key in line.keys[number] if key not in found]
            place = mention.last + (2 if mention.belongs else 1)
            if not _goes_on(line, place, until):
                break
        elif _after(line, place) == "'s" or (_is_work(line, place) and _after(line, place) in _OF):
            place += 2
        elif line.lower[place] == ":" or line.lower[place] in (_fillers_and_joiners() if found else _fillers()):
            place += 1
        else:
            break
    return found


def _is_owner_in_small_letters(line: Line, number: int) -> bool:
    """Whether a mention only says whose the body is that follows: `the council's Cabinet`."""
    mention = line.mentions[number]
    return mention.name[0].islower() and _after(line, mention.first) == "'s"


def _owns_work(line: Line, mention: Mention) -> bool:
    """Whether work of a body is meant, and so the body: `the Board's progress`."""
    return _after(line, mention.last + 1) in words_of("wording", "work")


def _is_work(line: Line, place: int) -> bool:
    """Whether a word means work, and is no part of a title: `Director of Children's Services`."""
    is_title = line.words[place].is_capital and place > line.begin
    return line.lower[place] in words_of("wording", "work") and not is_title


def meant_by_it(line: Line, place: int, other: list[str]) -> list[str]:
    """What `it` means behind a phrase of which the other end is known: the subject, or the body named last before."""
    if line.subject and not set(line.subject) & set(other):
        return list(line.subject)
    for mention, keys in zip(reversed(line.mentions), reversed(line.keys), strict=True):
        if mention.last < place and keys and not set(keys) & set(other) and not mention.belongs:
            return list(keys)
    return [key for key in line.own if key not in other]


def _after(line: Line, place: int) -> str:
    return line.lower[place + 1] if place + 1 < len(line.words) else ""


def _goes_on(line: Line, place: int, until: int) -> bool:
    """Whether another body of a list follows: only small words stand before it, with `and` or a comma among them."""
    joined = False
    for after in range(place, until):
        if after in line.mention_from:
            return joined
        word = line.lower[after]
        if word in (",", "and", "or", "&", "well"):
            joined = True
        elif word not in _fillers_and_joiners():
            return False
    return False


def ends_before(line: Line, start: int) -> list[str]:
    """The bodies that a phrase beginning at a place is said of."""
    for place in range(start - 1, line.begin - 1, -1):
        if place in line.mention_to:
            return _with_those_before(line, line.mention_to[place])
        word = line.lower[place]
        if word in _RELATIVE:
            return _antecedent(line, place)
        if word == "," and place == start - 1 and place - 1 in line.mention_to:
            named = line.mention_to[place - 1]
            return [] if line.mentions[named].belongs else _with_those_before(line, named)[-1:]
        if word in _VERBS_JOIN:
            return list(line.subject)  # a further verb follows: `the Board meets monthly and reports to ...`
        if _is_work(line, place):
            return _whose_work(line, place)
        if not (word in _fillers() or word.endswith("ly") or word == "'s"):
            return list(line.subject) if _has_verb_between(line, place) else []
    return line.spoken_of


def _with_those_before(line: Line, number: int) -> list[str]:
    """The bodies of a mention, and of those that are joined to it by `and` or commas before it."""
    mention = line.mentions[number]
    if mention.belongs:
        return []
    found = list(line.keys[number])
    place = _last_but(line, mention.first - 1, DETERMINERS)
    while place >= 0 and line.lower[place] in _JOIN:
        before = line.mention_to.get(_last_but(line, place, _JOIN | {"both"}))
        if before is None or line.mentions[before].belongs:
            break
        found = [*line.keys[before], *found]
        place = _last_but(line, line.mentions[before].first - 1, DETERMINERS)
    return list(dict.fromkeys(found))


def _last_but(line: Line, place: int, words: frozenset[str]) -> int:
    """The last place up to one whose word is none of some words; -1 where there is none."""
    while place >= 0 and line.lower[place] in words:
        place -= 1
    return place


def _antecedent(line: Line, place: int) -> list[str]:
    """The bodies to which a relative pronoun goes back: `the groups, each of which reports to ...`."""
    while place and line.lower[place - 1] in ("of", "each", "all", "both"):
        place -= 1
    while place and line.lower[place - 1] == ",":
        place -= 1
    number = line.mention_to.get(place - 1)
    return list(line.keys[number]) if number is not None else []


def _whose_work(line: Line, place: int) -> list[str]:
    """Whose work is meant: of the body named last before in the sentence, else of that which is spoken of."""
    for mention, keys in zip(reversed(line.mentions), reversed(line.keys), strict=True):
        if mention.last < place and keys:
            return list(keys)
    return line.spoken_of


def _has_verb_between(line: Line, place: int) -> bool:
    """Whether a further part of the sentence begins between its subject and a place: with `and` or a comma."""
    first = line.mentions[0].last if line.mentions and line.subject else place
    return any(word in ("and", ",", ";") for word in line.lower[first + 1 : place + 1])


def is_work_after(line: Line, place: int) -> bool:
    """Whether work or progress follows a place, and no body that it is of: then that is meant which is spoken of."""
    while place < len(line.words) and line.lower[place] in DETERMINERS | _BEFORE_WORK:
        place += 1
    return place < len(line.words) and _is_work(line, place) and _after(line, place) not in _OF
