"""Phrases of the tables as patterns over the words of a sentence, and where a sentence has them."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

BE = frozenset("is are was were be been being".split())
_MAX_GAP, _MAX_SLOT = 12, 14
_NO_SLOT = frozenset({";", ":", "?", "!"})
_NO_GAP = frozenset({";", ":", "which", "who", "if", "whether", "where", "but", "?", "!"})
_SHORTEST_VERB = 4
SLOTS = frozenset({"{A}", "{B}", "{G}", "{H}", "LIST"})


class Part(NamedTuple):
    """A part of a phrase: words of which one stands there, or a slot, or a gap."""

    words: frozenset[str]
    slot: str = ""
    gap: bool = False
    optional: bool = False


Phrase = tuple[Part, ...]


class Match(NamedTuple):
    """A phrase that a sentence has: where its own words are, and where each slot is looked for."""

    start: int
    end: int
    """The places of its first word and after its last; slots are not counted."""
    slots: dict[str, tuple[int, int]]
    """For each slot the places between which it stands: (-1, place) leads up to it, (place, -1) begins there."""


@cache
def parsed(phrase: str) -> Phrase:
    """A phrase of a table as parts."""
    parts = []
    for piece in phrase.split():
        if piece == "...":
            parts.append(Part(frozenset(), gap=True))
        elif piece in SLOTS:
            parts.append(Part(frozenset(), slot=piece.strip("{}")))
        else:
            optional = piece.endswith("?")
            choices = frozenset(piece.rstrip("?").split("|"))
            choices |= BE if choices & {"be", "is", "are"} else frozenset()
            choices |= {choice + "s" for choice in choices if len(choice) >= _SHORTEST_VERB}
            parts.append(Part(choices, optional=optional))
    return tuple(parts)


def matches(phrase: Phrase, words: Sequence[str], names: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """Where a phrase stands in a sentence, and in which ways: what stands nearer together comes first.

    Args:
        phrase: what is looked for.
        words: the words of the sentence in small letters.
        names: where names of bodies stand: the first and the last place of each. A phrase never begins or ends inside.

    """
    inside = {place for first, last in names for place in range(first, last + 1)}
    leading = phrase[0].slot
    rest = phrase[1:] if leading else phrase
    for start in range(len(words)):
        if start in inside or words[start] not in rest[0].words:
            continue
        for end, slots in _ways(rest, 0, words, start, inside):
            yield Match(start, end, {leading: (-1, start), **slots} if leading else slots)


_Slots = dict[str, tuple[int, int]]


def _ways(
    parts: Phrase, number: int, words: Sequence[str], place: int, inside: set[int]
) -> Iterator[tuple[int, _Slots]]:
    """The ways in which the rest of a phrase stands from a place on: where it ends, and its slots."""
    if number == len(parts):
        yield place, {}
        return
    part = parts[number]
    if part.slot and number == len(parts) - 1:
        yield place, {part.slot: (place, -1)}
    elif part.slot or part.gap:
        for after in _places_after(part, words, place, inside):
            for end, slots in _ways(parts, number + 1, words, after, inside):
                yield end, ({part.slot: (place, after), **slots} if part.slot else slots)
    elif place < len(words) and place not in inside and words[place] in part.words:
        yield from _ways(parts, number + 1, words, place + 1, inside)
    if part.optional:
        yield from _ways(parts, number + 1, words, place, inside)


def _places_after(part: Part, words: Sequence[str], place: int, inside: set[int]) -> Iterator[int]:
    """Where a slot or a gap that begins at a place may end."""
    if part.gap:
        yield place
    for after in range(place + 1, min(place + (_MAX_GAP if part.gap else _MAX_SLOT), len(words)) + 1):
        if words[after - 1] in (_NO_GAP if part.gap else _NO_SLOT) and after - 1 not in inside:
            return
        yield after
