"""On whom lines of accountability hang: bodies whose loss cuts others off from every authority."""

from collections.abc import Sequence
from typing import NamedTuple

from govgraph.findings import LISTED
from govgraph.graph.kernels import dominators
from govgraph.graph.store import Store


class CutOff(NamedTuple):
    """A body whose loss cuts others off from every authority: the first of them by name, and how many (`number`)."""

    body: str
    others: tuple[str, ...]
    number: int


def cut_offs(store: Store, at_least: int) -> list[CutOff]:
    """Bodies whose loss cuts `at_least` others, or more, off from every authority."""
    counts, first = _hanging(store)
    return [
        CutOff(store.ids[node], tuple(store.ids[other] for other in first[node]), counts[node])
        for node in store.live_numbers()
        if counts[node] >= at_least
    ]


def _hanging(store: Store) -> tuple[list[int], list[list[int]]]:
    """For each body, how many others reach an authority only through it, and the first of them by name."""
    root = len(store.ids)
    exits = sorted(store.exits_of)
    up: list[Sequence[int]] = [*store.up, ()]
    for node in exits:
        up[node] = (*up[node], root)
    above, order = dominators([*store.down, exits], root, up)
    counts = [0] * (root + 1)
    first: list[list[int]] = [[] for _ in range(root + 1)]
    for node in reversed(order[1:]):
        upper = above[node]
        counts[upper] += counts[node] + 1
        first[upper] = sorted([*first[upper], node, *first[node]])[:LISTED]
    return counts, first
