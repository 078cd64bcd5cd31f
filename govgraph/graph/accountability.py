"""Who answers to whom: lines of accountability, what lies above and below, where they loop."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from govgraph.graph.kernels import NO_NODE, Adjacency, path_back, reach, starts_and_distances, walk
from govgraph.graph.paths import PathUp, long_paths, shortest_paths
from govgraph.graph.store import Store
from govgraph.graph.ties import Excluded, ExternalAccountability, Step
from govgraph.graph.weak_lines import CutOff, DeadEnds, cut_offs
from govgraph.language import LISTED


class Line(NamedTuple):
    """A line of accountability of a body: its first steps, and where it leaves the structure (None: it stops short)."""

    steps: tuple[Step, ...]
    length: int
    """How many steps it has in all."""
    leaves: ExternalAccountability | None
    stops_at: tuple[str, ...]


class Accountability:
    """The questions about `reports_to`, `part_of` and `accountable_to` at one date and in one view."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def bodies_on_lines(self) -> list[str]:
        """Bodies that answer to another, that another answers to, or that are accountable outside."""
        ends = {node for pair in self._store.line_ties for node in pair}
        return self._store.ids_of(sorted(ends.union(self._store.exits_of)))

    def authorities(self) -> list[str]:
        """Bodies at which a line leaves the structure well."""
        return self._store.ids_of(sorted(self._store.exits_of))

    def exits(self) -> list[ExternalAccountability]:
        """Where lines leave the structure well."""
        return list(self._store.exits)

    def exits_from(self, body: str) -> list[ExternalAccountability]:
        """Where the lines of one body leave the structure."""
        return self._store.exits_of.get(self._store.index[body], [])

    def bits_above(self, bits: Mapping[str, int]) -> dict[str, int]:
        """For each body, the union of its own bits and of those of all above it: `bits` gives some bodies a number."""
        unions = [0] * len(self._store.ids)
        for body, own in bits.items():
            unions[self._store.index[body]] |= own
        for members in self._store.components:  # what is above comes first
            union = 0
            for node in members:
                union |= unions[node]
                for above in self._store.up[node]:
                    union |= unions[above]
            for node in members:
                unions[node] = union
        return dict(zip(self._store.ids, unions, strict=True))

    def has_line(self, body: str) -> bool:
        """Whether some line of the body leaves the structure well, however long."""
        return self.reaches_exit(self._store.index[body])

    def reaches_exit(self, node: int) -> bool:
        """Whether some line of the body with this number leaves the structure well."""
        return self._toward_exit[node] != NO_NODE

    def line(self, body: str) -> Line:
        """The shortest line of a body, upward; where none leaves the structure, the shortest to where it stops."""
        node = self._store.index[body]
        if self.reaches_exit(node):
            end, length = self._exits_and_distances[node]
            leaving = self._store.exits_of[end][0]
            steps = [*self._store.steps_along(path_back(self._toward_exit, node, LISTED)), leaving.step]
            return Line(tuple(steps[: min(length + 1, LISTED)]), length + 1, leaving, ())
        path, length, place = self.dead_ends.nearest(node)
        return Line(tuple(self._store.steps_along(path)), length, None, tuple(self._store.ids_of(place)))

    def long_paths(self, most: int, among: Iterable[str]) -> list[PathUp]:
        """Those of some bodies with more than `most` steps up to where a line ends; only the longest of nested ones."""
        return long_paths(self._store, most, among)

    def shortest_paths(self, body: str, to: Iterable[str]) -> dict[str, PathUp]:
        """The shortest path of a body up to each of some bodies that it answers to, by their ids."""
        return shortest_paths(self._store, body, to)

    @cached_property
    def dead_ends(self) -> DeadEnds:
        """The places where lines stop short."""
        return DeadEnds(self._store, self.reaches_exit)

    def cut_offs(self, at_least: int) -> list[CutOff]:
        """Bodies whose loss cuts `at_least` others, or more, off from every authority."""
        return cut_offs(self._store, at_least)

    def above(self, bodies: Iterable[str]) -> set[str]:
        """The bodies, and all above them."""
        return self._reached(self._store.up, bodies)

    def below(self, bodies: Iterable[str]) -> set[str]:
        """The bodies, and all that answer to them."""
        return self._reached(self._store.down, bodies)

    def upward_from(self, body: str) -> list[str]:
        """The body and all above it, nearest first."""
        return self._store.ids_of(walk([self._store.index[body]], self._store.up.__getitem__))

    def steps_from(self, body: str) -> list[Step]:
        """The lines of one body to the bodies it answers to."""
        node = self._store.index[body]
        return [self._store.line_ties[node, above].step for above in self._store.up[node]]

    def nearest_below(self, body: str, is_wanted: Callable[[str], bool]) -> tuple[str | None, tuple[Step, ...]]:
        """The nearest body below that is wanted, and the way from it up to the body."""
        node = self._store.index[body]
        toward = {node: node}
        queue = [node]
        for other in queue:
            if other != node and is_wanted(self._store.ids[other]):
                return self._store.ids[other], tuple(self._store.steps_along(path_back(toward, other)))
            for below in self._store.down[other]:
                if below not in toward:
                    toward[below] = other
                    queue.append(below)
        return None, ()

    @cached_property
    def rings(self) -> list[tuple[str, ...]]:
        """Sets of bodies that answer to one another; a body that answers to itself is one."""
        rings = (
            sorted(members)
            for members in self._store.components
            if len(members) > 1 or members[0] in self._store.up[members[0]]
        )
        return [tuple(self._store.ids_of(ring)) for ring in sorted(rings)]

    def path_around(self, ring: Iterable[str]) -> list[Step]:
        """One way around a ring, from its first body by name back to it."""
        members = sorted(self._store.index[body] for body in ring)
        inside = set(members)
        start = members[0]
        came_from = {start: start}
        queue = [start]
        for node in queue:
            for other in self._store.up[node]:
                if other == start:
                    return self._store.steps_along([*reversed(path_back(came_from, node)), start])
                if other in inside and other not in came_from:
                    came_from[other] = node
                    queue.append(other)
        return []

    def other_ties_of(self, body: str) -> tuple[list[Step], list[Excluded]]:
        """What ties a body upward without being a line: scrutiny and oversight, and lines that are excluded."""
        oversight = [
            tie.step
            for tie in self._store.ties_of.get(body, [])
            if tie.body == body and tie.relation in ("scrutinised_by", "overseen_by")
        ]
        lines = [
            excluded
            for excluded in self._store.excluded_of.get(body, [])
            if excluded.tie.body == body
            and (isinstance(excluded.tie, ExternalAccountability) or excluded.tie.relation in self._store.line_keys)
        ]
        return oversight, lines

    def _reached(self, edges: Adjacency, bodies: Iterable[str]) -> set[str]:
        came_from = reach(edges, [self._store.index[body] for body in bodies])
        return {self._store.ids[node] for node, before in enumerate(came_from) if before != NO_NODE}

    @cached_property
    def _toward_exit(self) -> list[int]:
        return reach(self._store.down, sorted(self._store.exits_of))

    @cached_property
    def _exits_and_distances(self) -> dict[int, tuple[int, int]]:
        return starts_and_distances(self._toward_exit)
