"""Lines that would hold, but for something that has ended."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from govgraph.findings import Step
from govgraph.graph.kernels import NOBODY, reach, reversed_edges
from govgraph.graph.store import Store
from govgraph.graph.ties import Aside, AsideReason, Exit, Tie
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

    def __init__(self, store: Store, holds: Callable[[int], bool]) -> None:
        self._store = store
        self._holds = holds

    def on_a_line(self) -> list[str]:
        """Bodies there today that are, or were, on a line of accountability."""
        touched: set[str] = set()
        for aside in self._ended_ties:
            touched.add(aside.tie.body)
            if isinstance(aside.tie, Tie):
                touched.add(aside.tie.to)
        return [self._store.ids[node] for node in self._store.live_numbers() if self._store.ids[node] in touched]

    def going_on_past_their_end(self) -> list[str]:
        """Bodies whose last day has passed, and that state themselves to be in place, or under review, all the same."""
        return [
            name
            for name, body in zip(self._store.ids, self._store.bodies, strict=True)
            if body.status in (Status.IN_PLACE, Status.UNDER_REVIEW)
            and body.until is not None
            and self._store.has_passed(body.until)
        ]

    @cached_property
    def ended(self) -> list[Ended]:
        """Each cause for which bodies have no line today, with those bodies; the causes in the order of names."""
        if not self._ended_ties:
            return []
        claimed: dict[int, tuple[_Cause, list[int]]] = {}
        seen: set[int] = set()
        for node in self._store.from_the_top():
            if node in seen or node not in self._causes:
                continue
            cause = self._causes[node]
            group = claimed.setdefault(cause.body, (cause, []))[1]
            group.extend(self._hanging_on(node, seen))
        return [
            Ended(
                self._store.ids[body],
                cause.body_ended,
                tuple(self._store.ids[node] for node in sorted(group) if node != body),
                (cause.evidence,),
            )
            for body, (cause, group) in sorted(claimed.items())
        ]

    def _hanging_on(self, node: int, seen: set[int]) -> list[int]:
        """The node and what has come to hang on it: everything below that would hold with it."""
        queue = [node]
        seen.add(node)
        for step in queue:
            for below in self._store.down[step]:
                if below not in seen and self._would_hold[below]:
                    seen.add(below)
                    queue.append(below)
        return queue

    @cached_property
    def _ended_ties(self) -> list[Aside]:
        """Lines aside because they, or a body at an end of them, have ended, and nothing else keeps them aside."""
        there = [
            live or reason is AsideReason.ENDED
            for live, reason in zip(self._store.live, self._store.reason, strict=True)
        ]
        index = self._store.index
        return [
            aside
            for aside in self._store.asides
            if aside.reason is AsideReason.ENDED
            and there[index[aside.tie.body]]
            and (
                isinstance(aside.tie, Exit)
                or (aside.tie.relation in self._store.line_keys and there[index[aside.tie.to]])
            )
        ]

    @cached_property
    def _holds_with_ended(self) -> list[bool]:
        """Bodies that have a line once what has ended is put back."""
        index = self._store.index
        up = [list(neighbours) for neighbours in self._store.up]
        exits = set(self._store.exits_of)
        for aside in self._ended_ties:
            if isinstance(aside.tie, Exit):
                exits.add(index[aside.tie.body])
            else:
                up[index[aside.tie.body]].append(index[aside.tie.to])
        return [before != NOBODY for before in reach(reversed_edges(up), sorted(exits))]

    @cached_property
    def _would_hold(self) -> list[bool]:
        """Bodies there today that have no line, and would have one with what has ended put back."""
        return [
            live and then and not self._holds(node)
            for node, (live, then) in enumerate(zip(self._store.live, self._holds_with_ended, strict=True))
        ]

    @cached_property
    def _causes(self) -> dict[int, _Cause]:
        """For each body that lost its own way up: what ended, the first by name."""
        index = self._store.index
        found: dict[int, _Cause] = {}
        for aside in self._ended_ties:
            node = index[aside.tie.body]
            if not self._would_hold[node]:
                continue
            cause = _Cause(node, False, aside.tie.step)
            if isinstance(aside.tie, Tie):
                above = index[aside.tie.to]
                if not self._holds_with_ended[above]:
                    continue
                if not self._store.live[above]:
                    cause = _Cause(above, True, aside.tie.step)
            found[node] = min(found.get(node, cause), cause)
        return found
