"""The next bodies up that are in scope: bodies out of scope are passed."""

from enum import StrEnum

from govgraph.findings import LISTED, Step
from govgraph.graph.kernels import components
from govgraph.graph.store import Store


class Scope(StrEnum):
    """Whether a body is one on which people should be heard."""

    IN = "in"
    NOT_STATED = "not stated"
    OUT = "out"


class NextUp:
    """Which bodies in scope come next above each body. Every answer is found once, also on long chains."""

    def __init__(self, store: Store, scopes: dict[str, Scope]) -> None:
        self._store = store
        self._in_scope = [scopes.get(name, Scope.OUT) is not Scope.OUT for name in store.ids]
        passed = [[above for above in ups if not self._in_scope[above]] for ups in store.up]
        self._found: list[tuple[int, ...]] = [()] * len(store.ids)
        for members in components(passed):  # what is above comes first
            reached = self._beyond(members)
            for node in members:
                self._found[node] = reached
        self._toward: dict[int, dict[int, int]] = {}

    def above(self, node: int) -> tuple[int, ...]:
        """The bodies in scope that come next above a body."""
        return tuple(upper for upper in self._found[node] if upper != node)

    def way(self, node: int, upper: int) -> tuple[Step, ...]:
        """The shortest way from a body to one of its next bodies up, its first steps where it is long."""
        toward = self._toward.setdefault(upper, {}) or self._ways_to(upper)
        steps: list[Step] = []
        while node != upper and len(steps) < LISTED:
            steps.append(self._store.line_ties[node, toward[node]].step)
            node = toward[node]
        return tuple(steps)

    def _beyond(self, members: list[int]) -> tuple[int, ...]:
        answers = dict.fromkeys(
            (above,) if self._in_scope[above] else self._found[above]
            for node in members
            for above in self._store.up[node]
        )
        if len(answers) == 1:
            return next(iter(answers))  # shared, so that a long chain costs nothing
        return tuple(sorted({above for answer in answers for above in answer}))

    def _ways_to(self, upper: int) -> dict[int, int]:
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
