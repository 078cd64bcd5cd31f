"""Who scrutinises whom, who answers for a theme, and who monitors it."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from govgraph.graph.kernels import components, grouped
from govgraph.graph.store import Store
from govgraph.graph.ties import Excluded, ExclusionReason, Step, Tie
from govgraph.model import Ownership, SourceRef, Status
from govgraph.model.faults import Loc


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


class Duty(NamedTuple):
    """That a body answers for a theme (`responsible_for`), or monitors it (`monitors`)."""

    stated: Ownership
    body: str
    key: str
    status: Status
    source: SourceRef | None
    at: Loc
    exclusion: ExclusionReason | None
    """Why it is not in the graph; None where it is."""
    body_is_live: bool

    @property
    def step(self) -> Step:
        """The duty as evidence."""
        return Step(self.body, self.key, self.stated.theme, self.status, self.source)

    @property
    def states_whether_it_leads(self) -> bool:
        """Whether `lead` is stated, as true or as false."""
        return "lead" in self.stated.model_fields_set


class Duties:
    """The questions about `responsible_for` and `monitors` at one date and in one view."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def in_force(self, key: str, theme: str) -> tuple[Duty, ...]:
        """The duties for a theme that are in force, in the order of the names of their bodies."""
        return tuple(duty for duty in self._by_theme.get((key, theme), ()) if duty.exclusion is None)

    def not_in_force(self, key: str, theme: str) -> tuple[Duty, ...]:
        """The duties for a theme that are stated and not in force, in the order of the names of their bodies."""
        return tuple(duty for duty in self._by_theme.get((key, theme), ()) if duty.exclusion is not None)

    def bodies(self, key: str, theme: str) -> tuple[str, ...]:
        """The bodies whose duty is in force, each once, in the order of names."""
        return tuple(dict.fromkeys(duty.body for duty in self.in_force(key, theme)))

    @cached_property
    def _by_theme(self) -> dict[tuple[str, str], list[Duty]]:
        return grouped(
            ((key, stated.theme), self._duty(node, key, number, stated))
            for node, body in enumerate(self._store.bodies)
            for key in ("responsible_for", "monitors")
            for number, stated in enumerate(getattr(body, key))
        )

    def _duty(self, node: int, key: str, number: int, stated: Ownership) -> Duty:
        body, status, source = (
            self._store.ids[node],
            self._store.status_of(node, stated),
            self._store.source(node, stated),
        )
        reason = self._store.reason[node] or self._store.statement_exclusion(node, stated)
        at = ("bodies", body, key, number)
        return Duty(stated, body, key, status, source, at, reason, self._store.live[node])
