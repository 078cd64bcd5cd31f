"""Whether a sentence is sure of what it says: what it denies, hopes for or tells of the past is not drafted."""

import re

from govgraph.drafting.lexicon import words_of
from govgraph.drafting.lines import Line
from govgraph.drafting.phrases import BE

_BRIDGES = frozenset({";", ":"})
_UNREAL = re.compile(
    r"\bnot\b|\bneither\b|\bno longer\b|\b(?:hopes?|intends?|plans?|proposes?|expects?) to\b|\bproposed\b"
    r"|\bmay (?:also )?(?:be |set up|establish|appoint|create|form|ask|invite|from time)|\bif (?:one|it|they|any)\b"
    r"|\b(?:stood down|wound up|disbanded|dissolved|discontinued|abolished|ceased|has (?:now )?(?:closed|ended))\b"
)
"""How sentences deny, or speak of what is not there yet: what they name is not proposed for that."""


def is_unreal(sentence: str) -> bool:
    """Whether a sentence denies, or speaks of what is not there yet."""
    return _UNREAL.search(sentence) is not None


def is_unsure(line: Line, start: int, end: int) -> bool:
    """Whether the phrase between two places is denied, only possible, or past: nothing is drafted of it."""
    lower = line.lower_but_may
    begin = max((place + 1 for place in range(start) if lower[place] in _BRIDGES), default=0)
    before, own = lower[begin:start], lower[start:end]
    if "would" in before[-2:] and own and own[0] not in BE:
        return True
    if not words_of("wording", "denials").isdisjoint(_settled([*before[-7:], *own, *lower[end : end + 2]])):
        return True
    if not words_of("wording", "doubts").isdisjoint((*before[-6:], *own)):
        return True
    if not words_of("wording", "conditions").isdisjoint(before):
        return True
    return not words_of("wording", "past").isdisjoint((*before[-5:], *own))


def _settled(words: list[str]) -> list[str]:
    """Words without those that only say that something could not be settled: `risks that cannot be resolved`."""
    settled = words_of("wording", "settled")
    return [
        word
        for place, word in enumerate(words)
        if not (word in ("cannot", "not") and not settled.isdisjoint(words[place + 1 : place + 4]))
    ]
