"""Which entries of several files may be the same: by a name that both have, by id, or because their names are alike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import combinations
from typing import NamedTuple

from govgraph.merging.entries import Entry, File
from govgraph.model.scalars import loose_name, plain_name

_MOST_OF_ONE_NAME = 3
"""Where more entries of one file have a name, as posts called Director, the name shows nothing."""
_ALIKE, _SPELLED_ALIKE = 0.85, 0.8
"""How like two names, and two words in them, must be; `east` and `west` are 0.75 alike."""
_COMMON_WORD = 40
"""A word that so many names have does not bring two of them together."""
_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<also>[^()]+)\)$")
_SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})


class Why(Enum):
    """Why two entries may be the same."""

    NAME = "name"
    ID = "id"
    """Two versions of one file have it under one id, by different names."""
    ALIKE = "alike"
    """Their names are only alike."""


class Pair(NamedTuple):
    """Two entries that may be the same, that of the earlier file first."""

    first: str
    second: str
    why: Why


class Classes:
    """Keys that belong together, each known by the first of them."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def first(self, key: str) -> str:
        """The first of those that a key belongs with; the key itself where it is alone."""
        while key in self._above:
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Let two belong together; the first of the one is the first of both."""
        one, other = self.first(one), self.first(other)
        if one != other:
            self._above[other] = one

    def mapping(self, keys: Iterable[str]) -> dict[str, str]:
        """The first of each key's class."""
        return {key: self.first(key) for key in keys}


def names_of(entry: Entry) -> frozenset[str]:
    """What an entry is called, as names are compared; initials in brackets are a name of their own."""
    found = set()
    for name in (entry.name, *entry.data.get("other_names", ())):
        found.add(loose_name(name))
        brackets = _IN_BRACKETS.match(name)
        if brackets and loose_name(brackets["also"]).replace(" ", "") in _initials(brackets["name"]):
            found |= {loose_name(brackets["name"]), loose_name(brackets["also"])}
    return frozenset(found)


def _initials(name: str) -> set[str]:
    words = re.findall(r"\w[\w'’]*", name.casefold())
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL_WORDS)}


def are_versions(one: File, other: File) -> bool:
    """Whether two files are versions of one: half the bodies of the smaller one or more are in both, alike.

    Alike is a body that has the same id, the same name and the same kind. A few ids in common show nothing: two
    schools may each have a `board` that is called The Board.
    """
    known = {entry.id: (plain_name(entry.name), entry.data["kind"]) for entry in one.of("bodies")}
    others = other.of("bodies")
    alike = sum(known.get(entry.id) == (plain_name(entry.name), entry.data["kind"]) for entry in others)
    return alike > 0 and alike * 2 >= min(len(known), len(others))


def versions(files: Sequence[File]) -> set[tuple[int, int]]:
    """The numbers of the files that are versions of one another, the lower one first."""
    pairs = combinations(files, 2)
    return {(one.number, other.number) for one, other in pairs if are_versions(one, other)}


class Found(NamedTuple):
    """The pairs that may be the same, and the entries with a name that too many have for any pair to be proposed."""

    pairs: list[Pair]
    crowded: set[str]


def same_by_name(entries: Sequence[Entry]) -> Found:
    """The pairs of entries of one section that have a name in common, and are in different files.

    Two that are each proposed to be the same as a third one are not proposed once more.
    """
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in names_of(entry):
            by_name.setdefault(name, []).append(entry)
    order = {entry.key: number for number, entry in enumerate(entries)}
    pairs: set[tuple[str, str]] = set()
    crowded: set[str] = set()
    for named in by_name.values():
        counts = Counter(number for entry in named for number in entry.files)
        if len(counts) > 1 and max(counts.values()) > _MOST_OF_ONE_NAME:
            crowded.update(entry.key for entry in named)
        elif len(counts) > 1:
            pairs.update(
                (one.key, other.key) for one, other in combinations(named, 2) if not set(one.files) & set(other.files)
            )
    ordered = sorted(pairs, key=lambda pair: (order[pair[1]], order[pair[0]]))
    kept = list(_without_what_follows(ordered))
    return Found([Pair(one, other, Why.NAME) for one, other in kept], crowded)


def _without_what_follows(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs without those whose ends are both the same as one entry before them."""
    before: dict[str, set[str]] = {}
    for one, other in pairs:
        if not before.get(one, set()) & before.get(other, set()):
            before.setdefault(other, set()).add(one)
            yield one, other


def same_by_id(files: Sequence[File], of_one: set[tuple[int, int]], known: Iterable[Pair]) -> list[Pair]:
    """The bodies that versions of one file have under one id, and by names that have nothing in common."""
    named = {(pair.first, pair.second) for pair in known}
    found = []
    for one, other in sorted(of_one):
        by_id = {entry.id: entry for entry in files[one].of("bodies")}
        for entry in files[other].of("bodies"):
            first = by_id.get(entry.id)
            if first is not None and (first.key, entry.key) not in named and not names_of(first) & names_of(entry):
                found.append(Pair(first.key, entry.key, Why.ID))
    return found


def alike_by_name(entries: Sequence[Entry], taken: Iterable[str]) -> list[Pair]:
    """The pairs of bodies whose names are alike, where either has one such candidate only.

    `taken` are the bodies that are proposed to be the same as another by name, or were left out on purpose.
    """
    left_out = set(taken)
    alone = [entry for entry in entries if entry.key not in left_out]
    order = {entry.key: number for number, entry in enumerate(alone)}
    words = {entry.key: _words(entry.name) for entry in alone}
    near: dict[str, set[str]] = {}
    for one, other in _with_a_word_in_common(alone, words):
        if not set(one.files) & set(other.files) and _names_alike(words[one.key], words[other.key]):
            near.setdefault(one.key, set()).add(other.key)
            near.setdefault(other.key, set()).add(one.key)
    return [
        Pair(key, candidate, Why.ALIKE)
        for key in order
        for candidate in near.get(key, ())
        if order[key] < order[candidate] and len(near[key]) == len(near[candidate]) == 1
    ]


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in loose_name(name).split() if word not in _SMALL_WORDS)


def _with_a_word_in_common(
    entries: Sequence[Entry], words: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Entry, Entry]]:
    having: dict[str, list[Entry]] = {}
    for entry in entries:
        for word in {*words[entry.key], "".join(words[entry.key])}:
            having.setdefault(word, []).append(entry)
    seen = set()
    for several in having.values():
        if len(several) <= _COMMON_WORD:
            for one, other in combinations(several, 2):
                if (one.key, other.key) not in seen:
                    seen.add((one.key, other.key))
                    yield one, other


def _names_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one name has all words of the other and ends alike, or both are spelled nearly the same."""
    if not one or not other:
        return False
    fewer, more = sorted((set(one), set(other)), key=len)
    if len(fewer) > 1 and fewer < more and one[-1] == other[-1]:
        return True
    together = "".join(one), "".join(other)
    if together[0] == together[1]:
        return True
    if _digits(together[0]) != _digits(together[1]) or not _spelled_alike(" ".join(one), " ".join(other), _ALIKE):
        return False
    here, there = set(one) - set(other), set(other) - set(one)
    return bool(here and there) and all(
        any(_spelled_alike(word, other_word) for other_word in others)
        for words, others in ((here, there), (there, here))
        for word in words
    )


def _spelled_alike(word: str, other: str, cutoff: float = _SPELLED_ALIKE) -> bool:
    from difflib import SequenceMatcher  # only names that are left need it

    matcher = SequenceMatcher(None, word, other)
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # the first are quick, and none too low
    return _digits(word) == _digits(other) and all(ratio() >= cutoff for ratio in ratios)


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))
