"""Lines of accountability that stop short, hang on one body, or rest on something less settled than themselves."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from govgraph.graph.kernels import NO_NODE, dominators, path_back, reach, starts_and_distances, walk
from govgraph.graph.store import Store
from govgraph.graph.ties import Step
from govgraph.language import LISTED
from govgraph.model import Status


class DeadEnd(NamedTuple):
    """A place where lines stop short: a body that answers to nobody stated, or a ring without a way out.

    `others` are the other bodies whose every line stops short and that are counted here: each under one place.
    """

    bodies: tuple[str, ...]
    others: tuple[str, ...]


class DeadEnds:
    """The places where lines stop short; `reaches_exit`: whether some line of a body leaves the structure well."""

    def __init__(self, store: Store, reaches_exit: Callable[[int], bool]) -> None:
        self._store = store
        self._reaches_exit = reaches_exit

    def all(self, except_for: Iterable[str] = ()) -> list[DeadEnd]:
        """Every place where lines stop short, with each body whose every line does so under one of them.

        Bodies in `except_for`, and what answers to nobody but them, are left out.
        """
        left_out = {self._store.index[body] for body in except_for}
        claimed = set(left_out)
        dead_ends = []
        for place in self._places:
            if not left_out.issuperset(place):
                others = walk(place, lambda node: [below for below in self._lost_below(node) if below not in claimed])
                claimed.update(others)
                names = self._store.ids_of(sorted(others[len(place) :]))
                dead_ends.append(DeadEnd(tuple(self._store.ids_of(place)), tuple(names)))
        return dead_ends

    def _lost_below(self, node: int) -> list[int]:
        return [below for below in self._store.down[node] if not self._reaches_exit(below)]

    def with_others_below(self) -> list[tuple[str, ...]]:
        """Where lines of others stop: a body that answers to nobody stated, or a ring without a way out."""
        return [tuple(self._store.ids_of(place)) for place in self._places if self._has_others_below(place)]

    def _has_others_below(self, place: list[int]) -> bool:
        inside = set(place)
        return any(below not in inside for node in place for below in self._store.down[node])

    def nearest(self, node: int) -> tuple[list[int], int, list[int]]:
        """The first bodies on the shortest way of a body to where it stops, how many steps that has, and the place."""
        end, length = self._ends[node]
        return path_back(self._toward, node, LISTED), length, self._place_of[end]

    @cached_property
    def _places(self) -> list[list[int]]:
        """Strongly connected sets without a line from which nothing leads on, in the order of names."""
        return sorted(
            sorted(members)
            for members in self._store.components
            if self._store.live[members[0]]
            and not self._reaches_exit(members[0])
            and self._store.has_no_way_out(members)
        )

    @cached_property
    def _place_of(self) -> dict[int, list[int]]:
        return {node: place for place in self._places for node in place}

    @cached_property
    def _toward(self) -> list[int]:
        return reach(self._store.down, [node for place in self._places for node in place])

    @cached_property
    def _ends(self) -> dict[int, tuple[int, int]]:
        return starts_and_distances(self._toward)


class CutOff(NamedTuple):
    """A body whose loss cuts others off from every authority: who they are, by name, and how many (`number`)."""

    body: str
    others: tuple[str, ...]
    """All of them; of a structure in which they would be too many to hold, the first of each."""
    number: int


_WHOLE = 200_000
"""How many ids the lists of a structure hold together, before each is cut: in a chain of bodies they grow by square."""


def cut_offs(store: Store, at_least: int) -> list[CutOff]:
    """Bodies whose loss cuts `at_least` others, or more, off from every authority."""
    counts, first, below = _hanging(store)
    points = [node for node in store.live_nodes() if counts[node] >= at_least]
    is_whole = sum(counts[node] for node in points) <= _WHOLE
    return [
        CutOff(
            store.ids[node],
            tuple(store.ids_of(sorted(walk(below[node], below.__getitem__)) if is_whole else first[node])),
            counts[node],
        )
        for node in points
    ]


def _hanging(store: Store) -> tuple[list[int], list[list[int]], list[list[int]]]:
    """For each body, how many others reach an authority only through it, the first of them, and those next below."""
    root = len(store.ids)
    exits = sorted(store.exits_of)
    up: list[Sequence[int]] = [*store.up, ()]
    for node in exits:
        up[node] = (*up[node], root)
    above, order = dominators([*store.down, exits], root, up)
    counts = [0] * (root + 1)
    first: list[list[int]] = [[] for _ in range(root + 1)]
    below: list[list[int]] = [[] for _ in range(root + 1)]
    for node in reversed(order[1:]):
        upper = above[node]
        counts[upper] += counts[node] + 1
        first[upper] = sorted([*first[upper], node, *first[node]])[:LISTED]
        below[upper].append(node)
    return counts, first, below


_UNSETTLED = frozenset({Status.PROPOSED, Status.UNDER_REVIEW})
_RANK = {Status.PROPOSED: 0, Status.UNDER_REVIEW: 1, Status.AGREED: 2, Status.IN_PLACE: 3}


class Unratified(NamedTuple):
    """A body of which every line rests on something less settled; the line, and the nearest thing at fault."""

    body: str
    line: tuple[Step, ...]
    weak: Step
    weak_body: str | None
    """The body above that is unsettled; None where it is the step itself."""


class _Weak(NamedTuple):
    step: Step
    body: str | None


def unratified_lines(store: Store) -> list[Unratified]:
    """Bodies whose every line needs something that is proposed, or under review, and less settled than they."""
    statuses = chain(store.status, (tie.status for tie in store.ties), (leaving.status for leaving in store.exits))
    if _UNSETTLED.isdisjoint(statuses):
        return []
    toward = _toward_exit(store, Status.PROPOSED)
    found = []
    for status in (Status.UNDER_REVIEW, Status.AGREED, Status.IN_PLACE):
        settled = _toward_exit(store, status)
        nearest: dict[int, _Weak] = {}
        for node in store.live_nodes():
            if store.status[node] is status and toward[node] != NO_NODE and settled[node] == NO_NODE:
                weak = _nearest_weak(store, toward, node, status, nearest)
                found.append(Unratified(store.ids[node], _line(store, toward, node), weak.step, weak.body))
    return sorted(found, key=lambda unratified: store.index[unratified.body])


def _is_firm(status: Status, for_body: Status) -> bool:
    return _RANK[status] >= _RANK[for_body] or status not in _UNSETTLED


def _toward_exit(store: Store, status: Status) -> list[int]:
    """Where each body's line leads, if only what is firm enough for a body of this status may carry it.

    The status of the body itself is never the ground that it stands on, so only what is above it must be firm.
    """
    edges: list[set[int]] = [set() for _ in store.ids]
    for tie in store.ties:
        above = store.index[tie.to]
        if tie.relation in store.line_keys and _is_firm(tie.status, status) and _is_firm(store.status[above], status):
            edges[above].add(store.index[tie.body])
    starts = [
        node
        for node, exits in sorted(store.exits_of.items())
        if any(_is_firm(leaving.status, status) for leaving in exits)
    ]
    return reach([sorted(below) for below in edges], starts)


def _nearest_weak(store: Store, toward: list[int], node: int, status: Status, known: dict[int, _Weak]) -> _Weak:
    """What on the shortest line of a body is not firm enough, nearest to it; each answer is found once."""
    walked = []
    while node not in known:
        walked.append(node)
        above = toward[node]
        if above == node:
            known[node] = _Weak(store.exits_of[node][0].step, None)
            break
        tie = store.line_ties[node, above]
        if not _is_firm(tie.status, status):
            known[node] = _Weak(tie.step, None)
        elif not _is_firm(store.status[above], status):
            known[node] = _Weak(tie.step, store.ids[above])
        else:
            node = above
    known.update(dict.fromkeys(walked, known[node]))
    return known[node]


def _line(store: Store, toward: list[int], node: int) -> tuple[Step, ...]:
    path = path_back(toward, node, LISTED)
    leaving = [store.exits_of[path[-1]][0].step] if toward[path[-1]] == path[-1] else []
    return (*store.steps_along(path), *leaving)
