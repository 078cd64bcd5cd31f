"""Lines that rest on something less settled than the body that answers along them."""

from itertools import pairwise
from typing import NamedTuple

from govgraph.findings import LISTED, Step
from govgraph.graph.kernels import NOBODY, path_back, reach
from govgraph.graph.store import Store
from govgraph.model import Status

_RANK = {Status.PROPOSED: 0, Status.UNDER_REVIEW: 1, Status.AGREED: 2, Status.IN_PLACE: 3}


class Unsettled(NamedTuple):
    """A body of which every line rests on something less settled; the line, and the nearest thing at fault."""

    body: str
    line: tuple[Step, ...]
    weak: Step
    weak_body: str | None
    """The body above that is unsettled; None where it is the step itself."""


class _Weak(NamedTuple):
    step: Step
    body: str | None


def unsettled(store: Store) -> list[Unsettled]:
    """Bodies whose every line needs something that is proposed, or under review, and less settled than they."""
    if not _anything_unsettled(store):
        return []
    now = _toward_exit(store, Status.PROPOSED)
    found = []
    for status in (Status.UNDER_REVIEW, Status.AGREED, Status.IN_PLACE):
        settled = _toward_exit(store, status)
        nearest: dict[int, _Weak] = {}
        for node in store.live_numbers():
            if store.status[node] is status and now[node] != NOBODY and settled[node] == NOBODY:
                weak = _nearest_weak(store, now, node, status, nearest)
                found.append(Unsettled(store.ids[node], _line(store, now, node), weak.step, weak.body))
    return sorted(found, key=lambda one: store.index[one.body])


def _anything_unsettled(store: Store) -> bool:
    stated = (store.status, (tie.status for tie in store.ties), (leaving.status for leaving in store.exits))
    return any(status in (Status.PROPOSED, Status.UNDER_REVIEW) for statuses in stated for status in statuses)


def _is_firm(status: Status, for_body: Status) -> bool:
    return _RANK[status] >= _RANK[for_body] or status not in (Status.PROPOSED, Status.UNDER_REVIEW)


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


def _nearest_weak(store: Store, now: list[int], node: int, status: Status, known: dict[int, _Weak]) -> _Weak:
    """What on the shortest line of a body is not firm enough, nearest to it; each answer is found once."""
    walked = []
    while node not in known:
        walked.append(node)
        weak = _weak_here(store, now, node, status)
        if weak is not None:
            known[node] = weak
            break
        node = now[node]
    for passed in walked:
        known[passed] = known[node]
    return known[node]


def _weak_here(store: Store, now: list[int], node: int, status: Status) -> _Weak | None:
    above = now[node]
    if above == node:
        return _Weak(store.exits_of[node][0].step, None)
    tie = store.line_ties[node, above]
    if not _is_firm(tie.status, status):
        return _Weak(tie.step, None)
    if not _is_firm(store.status[above], status):
        return _Weak(tie.step, store.ids[above])
    return None


def _line(store: Store, now: list[int], node: int) -> tuple[Step, ...]:
    path = path_back(now, node, LISTED)
    steps = [store.line_ties[pair].step for pair in pairwise(path)]
    if now[path[-1]] == path[-1]:
        steps.append(store.exits_of[path[-1]][0].step)
    return tuple(steps)
