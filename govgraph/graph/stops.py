"""Where lines of accountability stop short: bodies that answer to nobody stated, and rings without a way out."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from govgraph.findings import LISTED
from govgraph.graph.kernels import ends, path_back, reach
from govgraph.graph.store import Store


class Stop(NamedTuple):
    """A place where lines stop short: a body that answers to nobody stated, or a ring without a way out.

    `others` are the other bodies whose every line stops short and that are counted here: each under one place.
    """

    bodies: tuple[str, ...]
    others: tuple[str, ...]


class Stops:
    """The places where lines stop short; `holds` tells whether some line of a body leaves the structure well."""

    def __init__(self, store: Store, holds: Callable[[int], bool]) -> None:
        self._store = store
        self._holds = holds

    def all(self, except_for: Iterable[str] = ()) -> list[Stop]:
        """Every place where lines stop short, with each body whose every line does so under one of them.

        Bodies in `except_for`, and what answers to nobody but them, are told elsewhere and left out.
        """
        left_out = {self._store.index[body] for body in except_for}
        claimed = set(left_out)
        found = []
        for place in self._places:
            if left_out.issuperset(place):
                continue
            queue = list(place)
            claimed.update(place)
            for node in queue:
                for below in self._store.down[node]:
                    if below not in claimed and not self._holds(below):
                        claimed.add(below)
                        queue.append(below)
            found.append(Stop(tuple(self._ids(place)), tuple(self._ids(sorted(queue[len(place) :])))))
        return found

    def ends(self) -> list[tuple[str, ...]]:
        """Where lines of others stop: a body that answers to nobody stated, or a ring without a way out."""
        return [tuple(self._ids(place)) for place in self._places if self._has_others_below(place)]

    def _has_others_below(self, place: list[int]) -> bool:
        inside = set(place)
        return any(below not in inside for node in place for below in self._store.down[node])

    def nearest(self, node: int) -> tuple[list[int], int, list[int]]:
        """The first bodies on the shortest way of a body to where it stops, how many steps that has, and the place."""
        end, length = self._ends[node]
        return path_back(self._toward, node, LISTED), length, self._place_of[end]

    def _ids(self, nodes: Iterable[int]) -> list[str]:
        return [self._store.ids[node] for node in nodes]

    @cached_property
    def _places(self) -> list[list[int]]:
        """Strongly connected sets without a line from which nothing leads on, in the order of names."""
        found = []
        for members in self._store.components:
            if not self._store.live[members[0]] or self._holds(members[0]):
                continue
            if self._store.leads_nowhere(members):
                found.append(sorted(members))
        return sorted(found)

    @cached_property
    def _place_of(self) -> dict[int, list[int]]:
        return {node: place for place in self._places for node in place}

    @cached_property
    def _toward(self) -> list[int]:
        return reach(self._store.down, [node for place in self._places for node in place])

    @cached_property
    def _ends(self) -> dict[int, tuple[int, int]]:
        return ends(self._toward)
