"""Who answers to whom: lines of accountability, what lies above and below, where they loop."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from govgraph.findings import LISTED, Step
from govgraph.graph.cut_offs import CutOff, cut_offs
from govgraph.graph.kernels import NOBODY, Adjacency, ends, path_back, reach
from govgraph.graph.stops import Stop, Stops
from govgraph.graph.store import Store
from govgraph.graph.ties import Aside, Exit
from govgraph.graph.ways import Way, long_ways, shortest_ways


class Line(NamedTuple):
    """A line of accountability of a body: its first steps, and where it leaves the structure (None: it stops short)."""

    steps: tuple[Step, ...]
    length: int
    """How many steps it has in all."""
    leaves: Exit | None
    stops_at: tuple[str, ...]


class Accountability:
    """The questions about `reports_to`, `part_of` and `accountable_to` at one date and in one view."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def on_a_line(self) -> list[str]:
        """Bodies that answer to another, that another answers to, or that are accountable outside."""
        return self._ids(sorted(self._on_line))

    def authorities(self) -> list[str]:
        """Bodies at which a line leaves the structure well."""
        return self._ids(sorted(self._store.exits_of))

    def exits(self) -> list[Exit]:
        """Where lines leave the structure well."""
        return list(self._store.exits)

    def leaves_at(self, body: str) -> list[Exit]:
        """Where the lines of one body leave the structure."""
        return self._store.exits_of.get(self._store.index[body], [])

    def reached(self, bits: Mapping[str, int]) -> dict[str, int]:
        """For each body, the bits of all above it, and its own, together: `bits` gives some bodies bits of a number."""
        found = [0] * len(self._store.ids)
        for body, own in bits.items():
            found[self._store.index[body]] |= own
        for members in self._store.components:  # what is above comes first
            together = 0
            for node in members:
                together |= found[node]
                for above in self._store.up[node]:
                    together |= found[above]
            for node in members:
                found[node] = together
        return dict(zip(self._store.ids, found, strict=True))

    def has_line(self, body: str) -> bool:
        """Whether some line of the body leaves the structure well, however long."""
        return self.holds(self._store.index[body])

    def holds(self, node: int) -> bool:
        """The same, for the modules that know how the graph is stored."""
        return self._toward_exit[node] != NOBODY

    def without_line(self) -> list[str]:
        """Bodies whose every line stops short."""
        return self._ids(self._broken)

    def line(self, body: str) -> Line:
        """The shortest line of a body, upward; where none leaves the structure, the shortest to where it stops."""
        node = self._store.index[body]
        if self._toward_exit[node] != NOBODY:
            end, length = self._ends_exit[node]
            leaving = self._store.exits_of[end][0]
            steps = [*self._steps(path_back(self._toward_exit, node, LISTED)), leaving.step]
            return Line(tuple(steps[: min(length + 1, LISTED)]), length + 1, leaving, ())
        path, length, place = self._stops.nearest(node)
        return Line(tuple(self._steps(path)), length, None, tuple(self._ids(place)))

    def long_ways(self, most: int, among: Iterable[str]) -> list[Way]:
        """Those of some bodies with more than `most` steps up to where a line ends; the lower end of each way alone."""
        return long_ways(self._store, most, among)

    def shortest_ways(self, body: str, to: Iterable[str]) -> dict[str, Way]:
        """The shortest way of a body up to each of some bodies that it answers to, by these."""
        return shortest_ways(self._store, body, to)

    def stops(self, except_for: Iterable[str] = ()) -> list[Stop]:
        """Every place where lines stop short, with each body whose every line does so under one of them.

        Bodies in `except_for`, and what answers to nobody but them, are told elsewhere and left out.
        """
        return self._stops.all(except_for)

    def ends(self) -> list[tuple[str, ...]]:
        """Where lines of others stop: a body that answers to nobody stated, or a ring without a way out."""
        return self._stops.ends()

    def cut_offs(self, at_least: int) -> list[CutOff]:
        """Bodies whose loss cuts `at_least` others, or more, off from every authority."""
        return cut_offs(self._store, at_least)

    def above(self, bodies: Iterable[str]) -> set[str]:
        """The bodies, and all above them."""
        return self._reached(self._store.up, bodies)

    def below(self, bodies: Iterable[str]) -> set[str]:
        """The bodies, and all that answer to them."""
        return self._reached(self._store.down, bodies)

    def nearest_first(self, body: str) -> list[str]:
        """The body and all above it, nearest first."""
        node = self._store.index[body]
        seen = {node}
        queue = [node]
        for step in queue:
            for above in self._store.up[step]:
                if above not in seen:
                    seen.add(above)
                    queue.append(above)
        return self._ids(queue)

    def steps_from(self, body: str) -> list[Step]:
        """The lines of one body to the bodies it answers to."""
        node = self._store.index[body]
        return [self._store.line_ties[node, above].step for above in self._store.up[node]]

    def nearest_below(self, body: str, wanted: Callable[[str], bool]) -> tuple[str | None, tuple[Step, ...]]:
        """The nearest body below that is wanted, and the way from it up to the body."""
        node = self._store.index[body]
        toward = {node: node}
        queue = [node]
        for step in queue:
            if step != node and wanted(self._store.ids[step]):
                return self._store.ids[step], tuple(self._steps(path_back(toward, step)))
            for below in self._store.down[step]:
                if below not in toward:
                    toward[below] = step
                    queue.append(below)
        return None, ()

    def rings(self) -> list[tuple[str, ...]]:
        """Sets of bodies that answer to one another; a body that answers to itself is one."""
        return [tuple(self._ids(ring)) for ring in self._rings]

    def around(self, ring: Iterable[str]) -> list[Step]:
        """One way around a ring, from its first body by name back to it."""
        members = sorted(self._store.index[body] for body in ring)
        inside = set(members)
        start = members[0]
        came_from = {start: start}
        queue = [start]
        for node in queue:
            for other in self._store.up[node]:
                if other == start:
                    way = path_back(came_from, node)
                    return list(self._steps([*reversed(way), start]))
                if other in inside and other not in came_from:
                    came_from[other] = node
                    queue.append(other)
        return []

    def only_ties_of(self, body: str) -> tuple[list[Step], list[Aside]]:
        """What ties a body upward without being a line: scrutiny and oversight, and lines kept aside."""
        watched = [
            tie.step
            for tie in self._store.ties_of.get(body, [])
            if tie.body == body and tie.relation in ("scrutinised_by", "overseen_by")
        ]
        aside = [
            aside
            for aside in self._store.asides_of.get(body, [])
            if aside.tie.body == body and (isinstance(aside.tie, Exit) or aside.tie.relation in self._store.line_keys)
        ]
        return watched, aside

    # How the answers are found.

    def _ids(self, nodes: Iterable[int]) -> list[str]:
        return [self._store.ids[node] for node in nodes]

    def _reached(self, edges: Adjacency, bodies: Iterable[str]) -> set[str]:
        came_from = reach(edges, [self._store.index[body] for body in bodies])
        return {self._store.ids[node] for node, before in enumerate(came_from) if before != NOBODY}

    def _steps(self, path: list[int]) -> Iterator[Step]:
        for below, above in pairwise(path):
            yield self._store.line_ties[below, above].step

    @cached_property
    def _stops(self) -> Stops:
        return Stops(self._store, self.holds)

    @cached_property
    def _on_line(self) -> set[int]:
        ends = {node for pair in self._store.line_ties for node in pair}
        return ends | set(self._store.exits_of)

    @cached_property
    def _toward_exit(self) -> list[int]:
        return reach(self._store.down, sorted(self._store.exits_of))

    @cached_property
    def _ends_exit(self) -> dict[int, tuple[int, int]]:
        return ends(self._toward_exit)

    @cached_property
    def _broken(self) -> list[int]:
        return [node for node in self._store.live_numbers() if self._toward_exit[node] == NOBODY]

    @cached_property
    def _rings(self) -> list[list[int]]:
        rings = [
            sorted(members)
            for members in self._store.components
            if len(members) > 1 or members[0] in self._store.up[members[0]]
        ]
        return sorted(rings)
