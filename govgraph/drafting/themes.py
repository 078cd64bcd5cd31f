"""The plans and strategies that a body is said to be responsible for, or to monitor."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govgraph.drafting.certainty import is_unsure
from govgraph.drafting.lexicon import words_of
from govgraph.drafting.lines import Line

_PLAN = (
    r"(?:the |its |our |a )?(?P<theme>(?:[A-Z][\w’'-]*|and|of|for|&)(?: (?:[A-Z][\w’'-]*|and|of|for|&|\([A-Z]+\)))*?"
    rf" ?(?:{'|'.join(sorted(words_of('wording', 'plans')))}))\b"
    r"(?! (?:Board|Group|Committee|Team|Office|Manager|Steering|Programme|Delivery))"
)
_OWNS = re.compile(rf"\b(?:is|are|be) (?:jointly )?(?:responsible|accountable) for (?:[a-z]+ (?:of )?){{0,5}}{_PLAN}")
_MONITORS = re.compile(rf"\b(?:oversees?|monitors?|overseeing|monitoring) (?:[a-z]+ (?:of |against )?){{0,5}}{_PLAN}")


class FoundTheme(NamedTuple):
    """A plan or a strategy that a body is said to be responsible for, or to monitor."""

    body: str
    words: str
    theme: str
    line: Line


def themes_in(line: Line) -> Iterator[FoundTheme]:
    """The themes of a sentence, where it is clear whose they are."""
    bodies = line.subject or line.own
    if len(bodies) != 1:
        return
    for words, pattern in (("is responsible for", _OWNS), ("monitors", _MONITORS)):
        match = pattern.search(line.text)
        if match is None or is_unsure(line, line.place_at(match.start()), len(line.words)):
            continue
        yield FoundTheme(bodies[0], words, match.group("theme").strip(), line)
