"""The shortest paths up a structure, and the next bodies up that are in scope."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from govgraph.graph.kernels import components, path_back, reach, starts_and_distances
from govgraph.graph.store import Store
from govgraph.graph.ties import Step
from govgraph.language import LISTED


class PathUp(NamedTuple):
    """The shortest way of a body up: to where a line ends, or to another body."""

    body: str
    end: str
    """Where it leads; of a line, where that leaves the structure, or where none leads on."""
    length: int
    """How many steps it has in all."""
    steps: tuple[Step, ...]
    """The first of them."""


def long_paths(store: Store, most: int, among: Iterable[str]) -> list[PathUp]:
    """Those of some bodies with more than `most` steps up to the nearest place where a line ends.

    Bodies are left out through which the way of another of them leads.
    """
    toward = _toward_end(store)
    tops = starts_and_distances(toward)
    long = [node for node in map(store.index.__getitem__, among) if tops.get(node, (0, 0))[1] > most]
    passed = _passed(toward, long)
    step_from = cache(lambda node: store.line_ties[node, toward[node]].step)  # paths that join share their steps
    return [
        PathUp(
            store.ids[node],
            store.ids[tops[node][0]],
            tops[node][1],
            tuple(map(step_from, path_back(toward, node, LISTED)[:-1])),
        )
        for node in long
        if node not in passed
    ]


def shortest_paths(store: Store, body: str, to: Iterable[str]) -> dict[str, PathUp]:
    """The shortest way of a body up to each of some others that it answers to; of several, the first by names.

    Of names, those nearest to the upper end count first. What lies beyond the last of the others is not looked at.
    """
    start = store.index[body]
    left = {store.index[other] for other in to} - {start}
    found: dict[str, PathUp] = {}
    below: dict[int, tuple[Step, ...]] = {start: ()}  # the first steps of the way to each body of one length
    seen = {start}
    length = 0
    while below and left:
        length += 1
        below = _one_step_up(store, below, seen)
        seen.update(below)
        for node in left.intersection(below):
            found[store.ids[node]] = PathUp(body, store.ids[node], length, below[node])
        left.difference_update(below)
    return found


def _one_step_up(store: Store, paths: dict[int, tuple[Step, ...]], seen: set[int]) -> dict[int, tuple[Step, ...]]:
    """The paths that are one step longer, to bodies that were not reached yet; steps beyond the first are not kept."""
    longer: dict[int, tuple[Step, ...]] = {}
    for node, path in sorted(paths.items()):
        for above in store.up[node]:
            if above not in seen and above not in longer:
                longer[above] = path if len(path) >= LISTED else (*path, store.line_ties[node, above].step)
    return longer


def _toward_end(store: Store) -> list[int]:
    """The next step toward the nearest body at which a line leaves the structure, or from which none leads on."""
    last = set(store.exits_of)
    for members in store.components:
        if store.live[members[0]] and store.has_no_way_out(members):
            last.update(members)
    return reach(store.down, sorted(last))


def _passed(toward: Sequence[int], nodes: Iterable[int]) -> set[int]:
    """The bodies through which the way of one of these leads."""
    passed: set[int] = set()
    for node in nodes:
        upper = toward[node]
        while upper not in passed:  # what lies above one that was passed was passed then
            passed.add(upper)
            upper = toward[upper]
    return passed


class Scope(StrEnum):
    """Whether a body is one in which people should take part."""

    IN = "in"
    NOT_STATED = "not stated"
    OUT = "out"


class NextUp:
    """Which bodies in scope come next above each body. Every answer is found once, also on long chains."""

    def __init__(self, store: Store, scopes: dict[str, Scope]) -> None:
        self._store = store
        self._in_scope = [scopes.get(name, Scope.OUT) is not Scope.OUT for name in store.ids]
        passed = [[above for above in ups if not self._in_scope[above]] for ups in store.up]
        self._next: list[tuple[int, ...]] = [()] * len(store.ids)
        for members in components(passed):  # what is above comes first
            next_up = self._beyond(members)
            for node in members:
                self._next[node] = next_up
        self._toward: dict[int, dict[int, int]] = {}

    def above(self, node: int) -> tuple[int, ...]:
        """The bodies in scope that come next above a body."""
        return tuple(upper for upper in self._next[node] if upper != node)

    def path(self, node: int, upper: int) -> tuple[Step, ...]:
        """The shortest path from a body to one of its next bodies up, its first steps where it is long."""
        toward = self._toward.setdefault(upper, {}) or self._toward_upper(upper)
        steps: list[Step] = []
        while node != upper and len(steps) < LISTED:
            steps.append(self._store.line_ties[node, toward[node]].step)
            node = toward[node]
        return tuple(steps)

    def _beyond(self, members: list[int]) -> tuple[int, ...]:
        answers = dict.fromkeys(
            (above,) if self._in_scope[above] else self._next[above]
            for node in members
            for above in self._store.up[node]
        )
        if len(answers) == 1:
            return next(iter(answers))  # shared, so that a long chain costs nothing
        return tuple(sorted({above for answer in answers for above in answer}))

    def _toward_upper(self, upper: int) -> dict[int, int]:
        """For each body that comes to `upper` through bodies out of scope alone, the next step on the way."""
        toward = self._toward[upper]
        queue = [upper]
        for node in queue:
            for below in self._store.down[node]:
                if below not in toward:
                    toward[below] = node
                    if not self._in_scope[below]:
                        queue.append(below)
        return toward
