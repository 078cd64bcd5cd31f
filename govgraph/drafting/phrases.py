"""Phrases of the tables as patterns over the words of a sentence, and where a sentence has them."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_MAX_GAP, _MAX_SLOT = 12, 14
_MAX_WAYS = 40
"""So many ways are followed in which a phrase may stand from one place on: those that are nearest together."""
_NO_SLOT = frozenset({";", ":", "?", "!"})
_NO_GAP = frozenset({";", ":", "which", "who", "if", "whether", "where", "but", "?", "!"})
_SHORTEST_VERB = 4
_SLOTS = frozenset({"{A}", "{B}", "{G}", "{H}", "LIST"})


class Part(NamedTuple):
    """A part of a phrase: words of which one stands there, or a slot, or a gap."""

    words: frozenset[str]
    slot: str = ""
    gap: bool = False
    optional: bool = False

    @property
    def is_required(self) -> bool:
        """Whether a sentence without any of its words has not the phrase."""
        return bool(self.words) and not self.optional


Phrase = tuple[Part, ...]
Slots = dict[str, tuple[int, int]]
"""For each slot the places between which it stands: (-1, place) leads up to it, (place, -1) begins there."""


class Match(NamedTuple):
    """A phrase that a sentence has: where its own words are, and where each slot is looked for."""

    start: int
    end: int
    """The places of its first word and after its last; slots are not counted."""
    slots: Slots


@cache
def parsed(phrase: str) -> Phrase:
    """A phrase of a table as parts."""
    return tuple(_part(piece) for piece in phrase.split())


def _part(piece: str) -> Part:
    if piece == "...":
        return Part(frozenset(), gap=True)
    if piece in _SLOTS:
        return Part(frozenset(), slot=piece.strip("{}"))
    choices = frozenset(piece.rstrip("?").split("|"))
    choices |= BE if choices & {"be", "is", "are"} else frozenset()
    choices |= {choice + "s" for choice in choices if len(choice) >= _SHORTEST_VERB}
    return Part(choices, optional=piece.endswith("?"))


def matches(phrase: Phrase, words: Sequence[str], inside: Collection[int]) -> Iterator[Match]:
    """Where a phrase stands in a sentence, and in which ways: what stands nearer together comes first.

    Args:
        phrase: what is looked for.
        words: the words of the sentence in small letters.
        inside: the places that are within names of bodies: no word of a phrase is found there.

    """
    there = frozenset(words)
    if any(part.is_required and there.isdisjoint(part.words) for part in phrase):
        return
    leading = phrase[0].slot
    search = _Search(phrase[1:] if leading else phrase, words, inside)
    for start, word in enumerate(words):
        if word in search.parts[0].words and start not in inside:
            for end, slots in search.ways(0, start):
                yield Match(start, end, {leading: (-1, start), **slots} if leading else slots)


_Way = tuple[int, Slots]


class _Search:
    """The ways in which the parts of a phrase stand in a sentence, each part from each place on worked out once."""

    def __init__(self, parts: Phrase, words: Sequence[str], inside: Collection[int]) -> None:
        self.parts, self.words, self.inside = parts, words, inside
        self._known: dict[tuple[int, int], list[_Way]] = {}

    def ways(self, number: int, place: int) -> list[_Way]:
        """Where the rest of the phrase ends that begins with a part at a place, and its slots; each way once."""
        known = self._known.get((number, place))
        if known is None:
            known = self._known[number, place] = []
            for way in self._all_ways(number, place):
                if way not in known:
                    known.append(way)
                if len(known) == _MAX_WAYS:
                    break
        return known

    def _all_ways(self, number: int, place: int) -> Iterator[_Way]:
        if number == len(self.parts):
            yield place, {}
            return
        part = self.parts[number]
        if part.slot and number == len(self.parts) - 1:
            yield place, {part.slot: (place, -1)}
        elif part.slot or part.gap:
            for after in self._places_after(part, place):
                for end, slots in self.ways(number + 1, after):
                    yield end, ({part.slot: (place, after), **slots} if part.slot else slots)
        elif place < len(self.words) and place not in self.inside and self.words[place] in part.words:
            yield from self.ways(number + 1, place + 1)
        if part.optional:
            yield from self.ways(number + 1, place)

    def _places_after(self, part: Part, place: int) -> Iterator[int]:
        """Where a slot or a gap that begins at a place may end."""
        if part.gap:
            yield place
        for after in range(place + 1, min(place + (_MAX_GAP if part.gap else _MAX_SLOT), len(self.words)) + 1):
            if self.words[after - 1] in (_NO_GAP if part.gap else _NO_SLOT) and after - 1 not in self.inside:
                return
            yield after
