"""Who scrutinises whom."""

from collections.abc import Iterable, Sequence

from govgraph.graph.kernels import components
from govgraph.graph.store import Store
from govgraph.graph.ties import Excluded, Step, Tie


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

    def excluded(self, body: str) -> list[Excluded]:
        """Scrutiny of a body that has ended, has not begun, or is only proposed."""
        return [
            excluded
            for excluded in self._store.excluded_of.get(body, [])
            if isinstance(excluded.tie, Tie) and excluded.tie.body == body and excluded.tie.relation == "scrutinised_by"
        ]

    def rings(self, among: Iterable[str]) -> list[tuple[tuple[str, ...], tuple[Step, ...]]]:
        """Sets of bodies that scrutinise one another, with the lines between them."""
        inside = set(among)
        edges = self._store.adjacency(tie for tie in self._ties if inside.issuperset(tie.ends))
        rings = (sorted(ring) for ring in components(edges) if len(ring) > 1 or ring[0] in edges[ring[0]])
        return [self._with_steps(self._store.ids_of(ring)) for ring in sorted(rings)]

    def _with_steps(self, ring: list[str]) -> tuple[tuple[str, ...], tuple[Step, ...]]:
        inside = set(ring)
        ties = (tie for body in ring for tie in self._ties_of(body, "scrutinised_by"))
        return tuple(ring), tuple(tie.step for tie in ties if tie.to in inside)

    def _ties_of(self, body: str, relation: str) -> list[Tie]:
        return [tie for tie in self._store.ties_of.get(body, []) if tie.body == body and tie.relation == relation]
