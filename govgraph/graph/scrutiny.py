"""Who scrutinises whom."""

from collections.abc import Iterable, Sequence

from govgraph.findings import Step
from govgraph.graph.kernels import components
from govgraph.graph.store import Store
from govgraph.graph.ties import Aside, Tie


class Scrutiny:
    """The questions about `scrutinised_by` at one date and in one view."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ties = [tie for tie in store.ties if tie.relation == "scrutinised_by"]

    def is_stated(self) -> bool:
        """Whether any scrutiny is stated at all."""
        return bool(self._ties)

    def lines(self) -> Sequence[Tie]:
        """Every line of scrutiny: from the body that is scrutinised to the one that scrutinises."""
        return self._ties

    def scrutinisers(self, body: str) -> list[str]:
        """The other bodies that scrutinise a body."""
        return [tie.to for tie in self._ties_of(body, "scrutinised_by") if tie.to != body]

    def overseers(self, body: str) -> list[Step]:
        """Oversight of a body, which is not scrutiny."""
        return [tie.step for tie in self._ties_of(body, "overseen_by")]

    def kept_aside(self, body: str) -> list[Aside]:
        """Scrutiny of a body that has ended, has not begun, or is only proposed."""
        return [
            aside
            for aside in self._store.asides_of.get(body, [])
            if isinstance(aside.tie, Tie) and aside.tie.body == body and aside.tie.relation == "scrutinised_by"
        ]

    def rings(self, among: Iterable[str]) -> list[tuple[tuple[str, ...], tuple[Step, ...]]]:
        """Sets of bodies that scrutinise one another, with the lines between them."""
        inside = set(among)
        ties = [tie for tie in self._ties if tie.body in inside and tie.to in inside]
        edges = self._store.adjacency(ties)
        found = []
        for members in components(edges):
            if len(members) > 1 or members[0] in edges[members[0]]:
                names = [self._store.ids[node] for node in sorted(members)]
                within = set(names)
                steps = tuple(
                    tie.step for name in names for tie in self._ties_of(name, "scrutinised_by") if tie.to in within
                )
                found.append((tuple(names), steps))
        return sorted(found, key=lambda ring: self._store.index[ring[0][0]])

    def _ties_of(self, body: str, relation: str) -> list[Tie]:
        return [tie for tie in self._store.ties_of.get(body, []) if tie.body == body and tie.relation == relation]
