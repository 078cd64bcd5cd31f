"""The grammar of every text: lists, plurals, articles, days, capitals. It knows words, and nothing of governance."""

from collections.abc import Sequence
from datetime import date

LISTED = 20
"""How many names or steps a list in a text holds; the count beside it is exact."""

_MONTH, _DAY = len("2020-07"), len("2020-07-03")


def listed(words: Sequence[str], total: int | None = None, last: str = "and", most: int = LISTED) -> str:
    """`A, B and C`; of a long row the first, and how many more. `total` counts words that are cut already."""
    total = len(words) if total is None else total
    shown = list(words[:most])
    if total > len(shown):
        shown.append(f"{total - len(shown):,} more")
        last = "and"
    return f" {last} ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else ""


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
    verb = "are" if first == "is" else first.removesuffix("s")
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
