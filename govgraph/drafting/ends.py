"""Which bodies stand at the ends of a phrase: what leads up to it, and what follows it."""

from govgraph.drafting.lines import Line
from govgraph.drafting.mentions import DETERMINERS
from govgraph.drafting.phrases import BE

_FILLERS = (
    DETERMINERS
    | BE
    | frozenset(
        "will shall must should would is are has have had been be also then turn in regularly formally jointly "
        "directly ultimately normally usually currently now therefore collectively next full main local parent new "
        "overall wider to by at into from with of via through following respective chair chairs meeting meetings "
        "members itself themselves either both and/or i.e required expected responsible as well annually monthly "
        "quarterly up back for one two three four five six seven eight nine ten its two".split()
    )
)
_BETWEEN = frozenset({",", "and", "or", "&", "as", "well", "to", "by", "at", "into", "both", "then", "with", "from"})
_RELATIVE = frozenset({"which", "that", "who"})
_VERBS_JOIN = frozenset({"and", "or", ",", "but", ";"})
_ABSTRACT = frozenset(
    "progress work works delivery performance updates actions activity activities decisions minutes reports "
    "recommendations outcomes implementation findings proceedings papers issues risks effectiveness impact services "
    "strategy plan".split()
)
IT = "it"
"""Stands for what is only clear once the other end is known."""
_OF = frozenset({"of", "by", "from", "in", "made"})
_OWNED = frozenset({"members", "meeting", "meetings", "chair", "membership"})


def ends_after(line: Line, place: int, until: int = -1) -> list[str]:
    """The bodies that follow a place, all of them where several are listed; none where something else follows."""
    until = len(line.words) if until < 0 else until
    found: list[str] = []
    lower = line.lower
    while place < until:
        number = _mention_at(line, place)
        if number is not None and line.mentions[number].name in ("it", "them", "they"):
            return found or [IT]
        if number is not None and line.mentions[number].name[0].islower() and _after(line, place) == "'s":
            number = None
        if number is not None and _after(line, line.mentions[number].last) == "'s":
            owned = _after(line, line.mentions[number].last + 1)
            return found or (list(line.keys[number]) if owned in _ABSTRACT else [])
        if number is not None:
            mention = line.mentions[number]
            if mention.belongs and _after(line, mention.last) not in _OWNED:
                break
            found += [key for key in line.keys[number] if key not in found]
            place = mention.last + 1
            if mention.belongs:
                place += 1
            if not _goes_on(line, place, until):
                break
            continue
        if (lower[place] in _ABSTRACT and _after(line, place) in _OF) or _after(line, place) == "'s":
            place += 2
            continue
        if lower[place] not in (_FILLERS if not found else _FILLERS | _BETWEEN) and lower[place] != ":":
            break
        place += 1
    return found


def meant_by_it(line: Line, place: int, other: list[str]) -> list[str]:
    """What `it` means behind a phrase of which the other end is known: the subject, or the body named last before."""
    if line.subject and not set(line.subject) & set(other):
        return list(line.subject)
    before = [
        keys
        for mention, keys in zip(line.mentions, line.keys, strict=True)
        if mention.last < place and keys and not set(keys) & set(other) and not mention.belongs
    ]
    return list(before[-1]) if before else [key for key in line.own if key not in other]


def _after(line: Line, place: int) -> str:
    return line.lower[place + 1] if place + 1 < len(line.words) else ""


def _goes_on(line: Line, place: int, until: int) -> bool:
    """Whether another body of a list follows: only small words stand before it, with `and` or a comma among them."""
    lower = line.lower
    joined = False
    while place < until:
        if _mention_at(line, place) is not None:
            return joined
        if lower[place] in (",", "and", "or", "&", "well"):
            joined = True
        elif lower[place] not in _FILLERS | _BETWEEN:
            return False
        place += 1
    return False


def _mention_at(line: Line, place: int) -> int | None:
    return next((number for number, one in enumerate(line.mentions) if one.first == place), None)


def _mention_to(line: Line, place: int) -> int | None:
    return next((number for number, one in enumerate(line.mentions) if one.last == place), None)


def ends_before(line: Line, start: int) -> list[str]:
    """The bodies that a phrase beginning at a place is said of."""
    place, lower = start - 1, line.lower
    while place >= line.begin:
        number = _mention_to(line, place)
        if number is not None:
            return _with_those_before(line, number)
        word = lower[place]
        if word in _RELATIVE:
            while place and lower[place - 1] in ("of", "each", "all", "both"):
                place -= 1
            return _antecedent(line, place - 1)
        if word == "," and place == start - 1 and (named := _mention_to(line, place - 1)) is not None:
            return _with_those_before(line, named)[-1:] if not line.mentions[named].belongs else []
        if word in _VERBS_JOIN:
            return _clause_subject(line, place)
        if word in _ABSTRACT:
            return _abstract(line, place)
        if word == ")" or not (word in _FILLERS or word.endswith("ly") or word in ("'s",)):
            return _clause_subject(line, place) if _has_verb_between(line, place) else []
        place -= 1
    return list(line.lead.subject if line.lead and line.lead.subject else line.own)


def _with_those_before(line: Line, number: int) -> list[str]:
    """The bodies of a mention, and of those that are joined to it by `and` or commas before it."""
    mention = line.mentions[number]
    if mention.belongs:
        return []
    found = list(line.keys[number])
    lower = line.lower
    place = mention.first - 1
    while place >= 0:
        while place >= 0 and (lower[place] in DETERMINERS):
            place -= 1
        if place < 0 or lower[place] not in ("and", ",", "&", "or"):
            break
        while place >= 0 and lower[place] in ("and", ",", "&", "or", "both"):
            place -= 1
        before = _mention_to(line, place)
        if before is None or line.mentions[before].belongs:
            break
        found = [*line.keys[before], *found]
        place = line.mentions[before].first - 1
    return list(dict.fromkeys(found))


def _antecedent(line: Line, place: int) -> list[str]:
    while place >= 0 and line.lower[place] == ",":
        place -= 1
    number = _mention_to(line, place)
    return list(line.keys[number]) if number is not None else []


def _clause_subject(line: Line, place: int) -> list[str]:
    """The subject of the sentence, where a further verb follows: `the Board meets monthly and reports to ...`."""
    return list(line.subject)


def _abstract(line: Line, place: int) -> list[str]:
    """Whose work is meant: of the body named last before in the sentence, else of that which is spoken of."""
    before = [number for number, one in enumerate(line.mentions) if one.last < place and line.keys[number]]
    if before:
        return list(line.keys[before[-1]])
    return list(line.lead.subject if line.lead and line.lead.subject else line.own)


def _has_verb_between(line: Line, place: int) -> bool:
    """Whether a further part of the sentence begins between its subject and a place: with `and` or a comma."""
    first = line.mentions[0].last if line.mentions and line.subject else place
    return any(word in ("and", ",", ";") for word in line.lower[first + 1 : place + 1])


def is_abstract_after(line: Line, place: int) -> bool:
    """Whether work or progress follows a place, and no body that it is of: then that is meant which is spoken of."""
    lower = line.lower
    while place < len(lower) and (
        lower[place] in DETERMINERS or lower[place] in ("on", "over", "of", "all", "regular")
    ):
        place += 1
    return place < len(lower) and lower[place] in _ABSTRACT and _after(line, place) not in _OF
