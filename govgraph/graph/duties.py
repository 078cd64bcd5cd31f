"""Who answers for a theme, and who monitors it: those there, and those kept aside with the reason."""

from functools import cached_property
from typing import NamedTuple

from govgraph.graph.kernels import grouped
from govgraph.graph.store import Store
from govgraph.graph.ties import ExclusionReason, Step
from govgraph.model import Ownership, SourceRef, Status
from govgraph.model.faults import Loc


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
