"""The shortest ways up: to where lines end, and to bodies further up."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govgraph.findings import LISTED, Step
from govgraph.graph.kernels import ends, path_back, reach
from govgraph.graph.store import Store


class Way(NamedTuple):
    """The shortest way of a body up: to where a line ends, or to another body."""

    body: str
    end: str
    """Where it leads; of a line, where that leaves the structure, or where none leads on."""
    length: int
    """How many steps it has in all."""
    steps: tuple[Step, ...]
    """The first of them."""


def long_ways(store: Store, most: int, among: Iterable[str]) -> list[Way]:
    """Those of some bodies with more than `most` steps up to the nearest place where a line ends.

    Bodies are left out through which the way of another of them leads.
    """
    toward = _toward_end(store)
    found = ends(toward)
    long = [node for node in map(store.index.__getitem__, among) if found.get(node, (0, 0))[1] > most]
    passed = _passed(toward, long)
    steps = _Steps(store, toward)
    return [
        Way(store.ids[node], store.ids[found[node][0]], found[node][1], steps.of(node))
        for node in long
        if node not in passed
    ]


def shortest_ways(store: Store, body: str, to: Iterable[str]) -> dict[str, Way]:
    """The shortest way of a body up to each of some others that it answers to; of several, the first by names.

    Of names, those nearest to the upper end count first. What lies beyond the last of the others is not looked at.
    """
    start = store.index[body]
    left = {store.index[other] for other in to} - {start}
    found: dict[int, Way] = {}
    below: dict[int, tuple[Step, ...]] = {start: ()}  # the first steps of the way to each body of one length
    seen = {start}
    length = 0
    while below and left:
        length += 1
        below = _one_step_up(store, below, seen)
        seen.update(below)
        for node in left.intersection(below):
            found[node] = Way(body, store.ids[node], length, below[node])
        left -= found.keys()
    return {way.end: way for way in found.values()}


def _one_step_up(store: Store, ways: dict[int, tuple[Step, ...]], seen: set[int]) -> dict[int, tuple[Step, ...]]:
    """The ways that are one step longer, to bodies that were not reached yet; steps beyond the first are not kept."""
    longer: dict[int, tuple[Step, ...]] = {}
    for node in sorted(ways):
        way = ways[node]
        for above in store.up[node]:
            if above not in seen and above not in longer:
                longer[above] = way if len(way) >= LISTED else (*way, store.line_ties[node, above].step)
    return longer


def _toward_end(store: Store) -> list[int]:
    """The next step toward the nearest body at which a line leaves the structure, or from which none leads on."""
    last = set(store.exits_of)
    for members in store.components:
        if store.live[members[0]] and store.leads_nowhere(members):
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


class _Steps:
    """The first steps of each way; ways that join share theirs."""

    def __init__(self, store: Store, toward: Sequence[int]) -> None:
        self._store = store
        self._toward = toward
        self._known: dict[int, Step] = {}

    def of(self, node: int) -> tuple[Step, ...]:
        return tuple(self._step(below) for below in path_back(self._toward, node, LISTED)[:-1])

    def _step(self, below: int) -> Step:
        if below not in self._known:
            self._known[below] = self._store.line_ties[below, self._toward[below]].step
        return self._known[below]
