"""Who stands above whom in a drawing.

Lines of accountability rank: a body stands below those it answers to. All else is drawn and does not rank, except for
bodies without lines: they stand below, or above, what they are otherwise tied to, because they must stand somewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from govgraph.draw import look
from govgraph.draw.scene import Link, Scene
from govgraph.model import Level

FLOOR = "\x00floor"
"""What is drawn nowhere: all that is strategic stands above it, and what need not stand higher stands below."""
_UPSIDE_DOWN = frozenset({"commissions", "delegates_to"})
"""Of these the second body stands below the first."""
_ON_A_LEVEL = frozenset({"works_with"})
"""Of these neither stands above the other."""


class Plan(NamedTuple):
    """What is handed to dot: all links, pairs that rank (upper, lower), and pairs that only hold apart."""

    links: tuple[Link, ...]
    ranking: dict[int, tuple[str, str]]
    unseen: tuple[tuple[str, str, int], ...]
    tied: frozenset[str]
    above: dict[str, tuple[str, ...]]
    words: dict[int, str]

    @classmethod
    def of(cls, scene: Scene) -> "Plan":
        """Who stands above whom."""
        links = tuple(link for link in scene.links if link.relation not in look.SEATS)
        ranking = {link.number: (link.end, link.start) for link in links if _ranks(link)}
        placed = {body for pair in ranking.values() for body in pair}
        for link in links:
            if not look.carries(link.relation) and link.start != link.end:
                upper, lower = (link.start, link.end) if link.relation in _UPSIDE_DOWN else (link.end, link.start)
                if lower in placed and link.relation in _ON_A_LEVEL:
                    upper, lower = lower, upper
                if lower not in placed and not _is_above(ranking.values(), lower, upper):
                    ranking[link.number] = (upper, lower)
                    placed.add(lower)
        tied = {body for link in links for body in (link.start, link.end)}
        unseen = [*_by_seats(scene, tied), *_by_level(scene, ranking.values(), tied)]
        tied.update(body for upper, lower, _ in unseen for body in (upper, lower) if body in scene.boxes)
        above: dict[str, list[str]] = {}
        for upper, lower in ranking.values():
            above.setdefault(lower, []).append(upper)
        return cls(
            links=links,
            ranking=ranking,
            unseen=tuple(unseen),
            tied=frozenset(tied),
            above={body: tuple(dict.fromkeys(uppers)) for body, uppers in above.items()},
            words={link.number: max(told, key=len) for link in links if (told := [word for word, _ in link.words()])},
        )


def _ranks(link: Link) -> bool:
    return look.carries(link.relation) and link.start != link.end


def _is_above(pairs: Iterable[tuple[str, str]], body: str, other: str) -> bool:
    """Whether a body stands above another already."""
    below: dict[str, list[str]] = {}
    for upper, lower in pairs:
        below.setdefault(upper, []).append(lower)
    return other in _reached(below, [body])


def _reached(below: Mapping[str, Sequence[str]], starts: Iterable[str]) -> set[str]:
    seen = set(starts)
    queue = list(seen)
    for body in queue:
        for lower in below.get(body, ()):
            if lower not in seen:
                seen.add(lower)
                queue.append(lower)
    return seen


def _by_seats(scene: Scene, tied: set[str]) -> Iterator[tuple[str, str, int]]:
    """A body that is tied to others by its seats alone stands below the first of them."""
    found = set(tied)
    for link in scene.links:
        if link.relation in look.SEATS and link.start not in found and link.start != link.end:
            found.add(link.start)
            yield link.end, link.start, 1


def _by_level(scene: Scene, pairs: Iterable[tuple[str, str]], tied: set[str]) -> Iterator[tuple[str, str, int]]:
    """What is not strategic, answers to nobody, and has nothing strategic below it, stands below all that is."""
    pairs = list(pairs)
    below: dict[str, list[str]] = {}
    for upper, lower in pairs:
        below.setdefault(upper, []).append(lower)
    lowers = {lower for _, lower in pairs}
    strategic = {key for key, box in scene.boxes.items() if Level.STRATEGIC in box.levels and key in tied}
    pushed = [
        key
        for key, box in scene.boxes.items()
        if key in tied and box.levels and key not in strategic and key not in lowers
        if strategic.isdisjoint(_reached(below, [key]))
    ]
    if strategic and pushed:
        yield from ((key, FLOOR, 0) for key in sorted(strategic))
        yield from ((FLOOR, key, 1) for key in pushed)
