"""Lines that would hold, but for something that has ended."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from govgraph.graph.kernels import NO_NODE, grouped, reach, reversed_edges, walk
from govgraph.graph.store import Store
from govgraph.graph.ties import Excluded, ExclusionReason, ExternalAccountability, Step, Tie
from govgraph.model import Status


class Ended(NamedTuple):
    """Something that ended and on which lines hung: the body that ended, or the body whose line ended."""

    body: str
    body_ended: bool
    others: tuple[str, ...]
    """The bodies that would have a line, had it not ended; each under one cause."""
    evidence: tuple[Step, ...]


class _Cause(NamedTuple):
    body: int
    body_ended: bool
    evidence: Step


class History:
    """The same graph with what has ended put back, to see which lines it carried."""

    def __init__(self, store: Store, reaches_exit: Callable[[int], bool]) -> None:
        self._store = store
        self._reaches_exit = reaches_exit

    def bodies_on_lines(self) -> list[str]:
        """Bodies there today that are, or were, on a line of accountability."""
        ends = {self._store.index[end] for excluded in self._ended_ties for end in excluded.tie.ends}
        return self._store.ids_of(node for node in self._store.live_nodes() if node in ends)

    def active_past_last_day(self) -> list[str]:
        """Bodies whose last day has passed, and that are stated to be in place, or under review, all the same."""
        return [
            name
            for name, body in zip(self._store.ids, self._store.bodies, strict=True)
            if body.status in (Status.IN_PLACE, Status.UNDER_REVIEW)
            and body.until is not None
            and self._store.has_passed(body.until)
        ]

    def successors_to_come(self, body: str) -> list[str]:
        """The bodies that state to replace a body and are not there yet, in the order of names."""
        return self._to_come.get(body, [])

    @cached_property
    def _to_come(self) -> dict[str, list[str]]:
        """Bodies that begin later or that this view leaves out, by each body that they state to replace."""
        return grouped(
            (relation.to, name)
            for name, model, reason in zip(self._store.ids, self._store.bodies, self._store.reason, strict=True)
            if reason not in (None, ExclusionReason.ENDED)
            for relation in model.replaces
        )

    @cached_property
    def ended(self) -> list[Ended]:
        """Each cause for which bodies have no line today, with those bodies; the causes in the order of names."""
        if not self._ended_ties:
            return []
        claimed: dict[int, tuple[_Cause, list[int]]] = {}
        seen: set[int] = set()
        for node in self._store.nodes_top_down():
            if node in seen or node not in self._causes:
                continue
            cause = self._causes[node]
            dependants = walk([node], lambda above: [below for below in self._lost_below(above) if below not in seen])
            seen.update(dependants)
            claimed.setdefault(cause.body, (cause, []))[1].extend(dependants)
        return [
            Ended(
                self._store.ids[body],
                cause.body_ended,
                tuple(self._store.ids_of(node for node in sorted(group) if node != body)),
                (cause.evidence,),
            )
            for body, (cause, group) in sorted(claimed.items())
        ]

    def _lost_below(self, node: int) -> list[int]:
        return [below for below in self._store.down[node] if self._has_lost_line[below]]

    @cached_property
    def _ended_ties(self) -> list[Excluded]:
        """Lines excluded because they, or a body at an end of them, have ended, and for no other reason."""
        has_been = [reason in (None, ExclusionReason.ENDED) for reason in self._store.reason]
        return [
            excluded
            for excluded in self._store.excluded
            if excluded.reason is ExclusionReason.ENDED
            and (isinstance(excluded.tie, ExternalAccountability) or excluded.tie.relation in self._store.line_keys)
            and all(has_been[self._store.index[end]] for end in excluded.tie.ends)
        ]

    @cached_property
    def _reaches_exit_with_ended(self) -> list[bool]:
        """Bodies that have a line once what has ended is put back."""
        index = self._store.index
        up = [list(neighbours) for neighbours in self._store.up]
        exits = set(self._store.exits_of)
        for tie, _, _ in self._ended_ties:
            if isinstance(tie, ExternalAccountability):
                exits.add(index[tie.body])
            else:
                up[index[tie.body]].append(index[tie.to])
        return [before != NO_NODE for before in reach(reversed_edges(up), sorted(exits))]

    @cached_property
    def _has_lost_line(self) -> list[bool]:
        """Bodies there today that have no line, and would have one with what has ended put back."""
        return [
            live and before and not self._reaches_exit(node)
            for node, (live, before) in enumerate(zip(self._store.live, self._reaches_exit_with_ended, strict=True))
        ]

    @cached_property
    def _causes(self) -> dict[int, _Cause]:
        """For each body that lost its own way up: what ended, the first by name."""
        index = self._store.index
        causes: dict[int, _Cause] = {}
        for tie, _, _ in self._ended_ties:
            node = index[tie.body]
            if not self._has_lost_line[node]:
                continue
            cause = _Cause(node, False, tie.step)
            if isinstance(tie, Tie):
                above = index[tie.to]
                if not self._reaches_exit_with_ended[above]:
                    continue
                if not self._store.live[above]:
                    cause = _Cause(above, True, tie.step)
            causes[node] = min(causes.get(node, cause), cause, key=_order)
        return causes


def _order(cause: _Cause) -> tuple[Any, ...]:
    """By what causes are sorted: what ended, then how and where it is stated; a source may be left out."""
    step, source = cause.evidence, cause.evidence.source
    stated = (step.start or "", step.relation, step.end, step.status.value, step.how)
    return (*cause[:2], *stated, (source.id, source.where or "", source.note or "") if source is not None else ())
