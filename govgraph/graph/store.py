"""How the graph is stored: bodies as ints in the order of their names, ties between those that are live.

Only the modules of this folder look in here.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from govgraph.graph.kernels import components, grouped, reversed_edges
from govgraph.graph.ties import Excluded, ExclusionReason, ExternalAccountability, Step, Tie, Window
from govgraph.model import (
    Appointment,
    Body,
    Relation,
    ReportingLine,
    SourceRef,
    Statement,
    Status,
    Structure,
    last_day,
    relation_keys,
)


def by_name(item: tuple[str, Body]) -> tuple[str, str, str, str]:
    """The order of names: as read aloud, then as written, so that no id decides where names differ."""
    key, body = item
    name = unicodedata.normalize("NFC", body.name)
    return name.casefold(), name, body.kind, key


class Store:
    """The statements of a structure, sorted into what is in the window and what is excluded."""

    def __init__(self, structure: Structure, window: Window) -> None:
        self.structure = structure
        self.window = window
        ordered = sorted(structure.bodies.items(), key=by_name)
        self.ids = [key for key, _ in ordered]
        self.bodies = [body for _, body in ordered]
        self.index = {key: number for number, key in enumerate(self.ids)}
        default = structure.status or Status.IN_PLACE
        self.status = [window.status_then(body, body.status or default) for body in self.bodies]
        self.reason = list(map(window.exclusion_reason, self.bodies, self.status))
        self.live = [reason is None for reason in self.reason]
        self.governs = [body.governs for body in self.bodies]
        self.ties: list[Tie] = []
        self.exits: list[ExternalAccountability] = []
        self.excluded: list[Excluded] = []
        keys = relation_keys()
        for number, body in enumerate(self.bodies):
            stated = body.model_fields_set
            for key in keys:
                if key in stated:
                    self._sort_ties(number, key)
            if "accountable_to" in stated:
                self._sort_exits(number)

    def _sort_ties(self, number: int, key: str) -> None:
        name, body = self.ids[number], self.bodies[number]
        relations = body.relations(key)
        seen: set[Relation] = set()
        for place, relation in enumerate(relations):
            if relation in seen:
                continue  # stated twice, it is one tie
            if len(relations) > 1:
                seen.add(relation)
            status = self.status_of(number, relation)
            how = relation.rank if isinstance(relation, ReportingLine) else ""
            how = relation.details if isinstance(relation, Appointment) else how
            at = ("bodies", name, key, place)
            tie = Tie(name, key, relation.to, status, self.source(number, relation), at, how)
            excluded = _excluded(
                tie,
                (self.reason[number], name),
                (self.reason[self.index[relation.to]], relation.to),
                (self.window.exclusion_reason(relation, status), None),
            )
            if excluded is None:
                self.ties.append(tie)
            else:
                self.excluded.append(excluded)

    def _sort_exits(self, number: int) -> None:
        name, body = self.ids[number], self.bodies[number]
        for place, stated in enumerate(body.accountable_to):
            status = self.status_of(number, stated)
            at = ("bodies", name, "accountable_to", place)
            leaving = ExternalAccountability(name, stated.to, status, self.source(number, stated), at, stated.rank)
            own = self.window.exclusion_reason(stated, status)
            excluded = _excluded(leaving, (self.reason[number], name), (own, None))
            if excluded is None:
                self.exits.append(leaving)
            else:
                self.excluded.append(excluded)

    def source(self, number: int, statement: Statement) -> SourceRef | None:
        """Where a statement of a body is taken from: its own source, else its body's, else the file's."""
        return statement.source or self.bodies[number].source or self.structure.source

    def includes(self, number: int, statement: Statement) -> bool:
        """Whether a statement of a live body is in the window."""
        return self.statement_exclusion(number, statement) is None

    def statement_exclusion(self, number: int, statement: Statement) -> ExclusionReason | None:
        """Why a statement of a body is not in the window; None where it is."""
        return self.window.exclusion_reason(statement, self.status_of(number, statement))

    def status_of(self, number: int, statement: Statement) -> Status:
        """The status of a statement of a body on the day looked at: its own, else its body's."""
        status = statement.status or self.status[number]
        return self.window.status_then(statement, status) if status is Status.ENDED else status

    def has_passed(self, when: str) -> bool:
        """Whether a date has passed, also for the file itself: what it said before that holds only for then."""
        end, spoke_for = last_day(when), self.structure.speaks_for
        return end < self.window.as_of and (spoke_for is None or end < spoke_for)

    def live_nodes(self) -> Iterator[int]:
        """The live bodies, in the order of their names."""
        return (number for number, live in enumerate(self.live) if live)

    @cached_property
    def line_keys(self) -> frozenset[str]:
        """The relations along which accountability runs."""
        return frozenset(key for key, mark in relation_keys().items() if mark.line)

    @cached_property
    def up(self) -> list[list[int]]:
        """For each body, the bodies it answers to, each once, in the order of names."""
        return self.adjacency(tie for tie in self.ties if tie.relation in self.line_keys)

    @cached_property
    def down(self) -> list[list[int]]:
        """For each body, the bodies that answer to it."""
        return reversed_edges(self.up)

    @cached_property
    def components(self) -> list[list[int]]:
        """Bodies that answer to one another, set by set; those on whom others hang come before those others."""
        return components(self.up, self.down)

    def has_no_way_out(self, members: Sequence[int]) -> bool:
        """Whether no line leads from some bodies to others."""
        inside = set(members)
        return all(inside.issuperset(self.up[node]) for node in members)

    def ids_of(self, nodes: Iterable[int]) -> list[str]:
        """The ids of some bodies."""
        return [self.ids[node] for node in nodes]

    def steps_along(self, path: Iterable[int]) -> list[Step]:
        """The lines along a path of bodies, upward."""
        return [self.line_ties[pair].step for pair in pairwise(path)]

    def nodes_top_down(self) -> Iterator[int]:
        """Bodies on whom others hang before those others; in a ring, in the order of names."""
        return (node for members in self.components for node in sorted(members))

    def adjacency(self, ties: Iterable[Tie]) -> list[list[int]]:
        """Ties as lists of ints: from the body that states the tie to the other."""
        edges: list[list[int]] = [[] for _ in self.ids]
        for tie in ties:
            edges[self.index[tie.body]].append(self.index[tie.to])
        for node, neighbours in enumerate(edges):
            if len(neighbours) > 1:
                edges[node] = sorted(set(neighbours))
        return edges

    @cached_property
    def line_ties(self) -> dict[tuple[int, int], Tie]:
        """The tie along which accountability runs from one body to another.

        Of several, one that states how it stands among others, else the first in the order of the model.
        """
        lines = [tie for tie in reversed(self.ties) if tie.relation in self.line_keys]
        lines.sort(key=lambda tie: bool(tie.how))
        return {(self.index[tie.body], self.index[tie.to]): tie for tie in lines}

    @cached_property
    def exits_of(self) -> dict[int, list[ExternalAccountability]]:
        """Where lines leave the structure, by body."""
        return grouped((self.index[leaving.body], leaving) for leaving in self.exits)

    @cached_property
    def ties_of(self) -> dict[str, list[Tie]]:
        """The ties of each body, either way."""
        return grouped((end, tie) for tie in self.ties for end in dict.fromkeys(tie.ends))

    @cached_property
    def excluded_of(self) -> dict[str, list[Excluded]]:
        """What is excluded, by the bodies at its ends."""
        return grouped((end, excluded) for excluded in self.excluded for end in dict.fromkeys(excluded.tie.ends))


def _excluded(
    tie: Tie | ExternalAccountability, *reasons: tuple[ExclusionReason | None, str | None]
) -> Excluded | None:
    """The tie with the first reason that holds, and the body which that is about; None where none holds."""
    return next((Excluded(tie, reason, because) for reason, because in reasons if reason is not None), None)
