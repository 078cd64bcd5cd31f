"""The grammar of every text: lists, plurals, articles, days, capitals. It knows words, and nothing of governance."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

LISTED = 20
"""How many names or steps a list in a text holds; the count beside it is exact."""

_MONTH, _DAY = len("2020-07"), len("2020-07-03")


def listed(
    words: Sequence[str], total: int | None = None, last: str = "and", most: int = LISTED, between: str = ", "
) -> str:
    """`A, B and C`; of a long row the first, and how many more. `total` counts words that are cut already.

    `between`: `; ` for words that hold commas themselves.
    """
    total = len(words) if total is None else total
    shown = list(words[:most])
    if total > len(shown):
        shown.append(f"{total - len(shown):,} more")
        last = "and"
    end = f"{between.rstrip()} {last} " if between != ", " and len(shown) > 1 else f" {last} "
    return end.join(filter(None, (between.join(shown[:-1]), shown[-1]))) if shown else ""


def either_of(words: Sequence[str]) -> str:
    """`a, b or c`, all of them."""
    return listed(words, last="or", most=len(words))


def plural(number: int, singular: str, several: str | None = None) -> str:
    """`1 body`, `2 bodies`, `1,000 rules`."""
    return f"{number:,} {singular if number == 1 else several or singular + 's'}"


def plural_verb(words: str, number: int) -> str:
    """`answers to` as `answer to`, and `is` as `are`, where it is said of several."""
    if number == 1:
        return words
    first, _, rest = words.partition(" ")
    verb = {"is": "are", "has": "have", "does": "do"}.get(first) or first.removesuffix("s")
    return f"{verb} {rest}".strip()


def with_article(words: str) -> str:
    """`an accountable officer`, `a registered nurse`."""
    return f"{'an' if words[0].casefold() in 'aeiou' else 'a'} {words}"


def day(when: date) -> str:
    """`1 September 2020`."""
    return f"{when.day} {when:%B %Y}"


def partial_date(text: str) -> str:
    """A date as precise as it is stated: `3 July 2020` of 2020-07-03, `July 2020` of 2020-07, `2020`."""
    if len(text) < _MONTH:
        return text
    when = date.fromisoformat(text if len(text) >= _DAY else f"{text}-01")
    return day(when) if len(text) >= _DAY else f"{when:%B %Y}"


def capitalised(text: str) -> str:
    """The same with a capital at its beginning."""
    return text[:1].upper() + text[1:]


NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
"""The numbers from one on that people write in words."""
_FIRST_IN_FIGURES = 10


def number_words(number: int) -> str:
    """`three`; from ten on in figures, `1,000`."""
    if 0 < number < _FIRST_IN_FIGURES:
        return NUMBER_WORDS[number - 1]
    return f"{number:,}" if number else "no"


_COMMON_NOUN = re.compile(
    r"(assembly|board|commission|committee|director|forum|group|meeting|network|panel|partnership|programme|scrutineer|"
    r"service|subcommittee|subgroup|superintendent|team|workstream)s?|body|bodies"
)


@lru_cache(maxsize=4_000)  # a report names the same bodies again and again
def with_the(name: str) -> str:
    """The name of a body in running text: `the Schools Forum`, but `Cabinet` and `Shropshire's Board` as they are.

    The article goes before a name that ends, or begins, with a common noun, and to which no owner is put already.
    """
    words = re.sub(r"\s*\([^()]*\)\s*$", "", name).casefold().replace("-", " ").split()
    if words[:1] == ["the"]:
        return f"the{name[3:]}"
    if not words or words[0] in ("a", "an", "our") or name.isupper():
        return name
    owned = words[0].endswith(("'s", "’s", "s'", "s’")) and words[0] not in _PEOPLE_OF
    begins = re.match(rf"(?:council|{_COMMON_NOUN.pattern}) (?:for|of|on|to)\b", " ".join(words))
    common = _COMMON_NOUN.fullmatch(words[-1]) or begins
    return f"the {name}" if common and not owned else name


_PEOPLE_OF = ("people's", "people’s", "children's", "children’s", "adults'", "adults’", "adult's", "women's", "women’s")
"""Words in the possessive that begin the name of a body without being its owner."""
_COMMON_GROUP = re.compile(
    r"(adult|carer|citizen|dad|expert|governor|grandparent|head|headteacher|learner|member|mum|neighbour|parent|patient|"
    r"pupil|resident|school|sibling|student|survivor|teacher|tenant|user|victim|volunteer)s?'?|asylum|care|child|children|"
    r"communit(y|ies)|disabled|early|famil(y|ies)|foster|kinship|local|looked-after|older|our|people|service|special|"
    r"staff|the|those|unpaid|voluntary|women|young|younger|youth"
)
"""Words that begin the name of a group of people and are no names themselves."""


def lower_group(name: str) -> str:
    """The name of a group of people in running text: `parent carers`, but `SEND families` and `Roma residents`."""
    first = name.split(maxsplit=1)[0] if name.split() else ""
    rest = name[len(first) :]
    is_common = _COMMON_GROUP.fullmatch(first.casefold().strip(",")) and not first.isupper() and rest == rest.lower()
    return f"{name[0].lower()}{name[1:]}" if is_common else name
