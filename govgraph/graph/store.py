"""How the graph is stored: bodies as ints in the order of their names, ties between those that are there.

Only the modules of this folder look in here.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from govgraph.graph.kernels import components, reversed_edges
from govgraph.graph.ties import Aside, AsideReason, Exit, Tie, Window
from govgraph.model import Body, Relation, SourceRef, Statement, Status, Structure, last_day, relation_keys


def by_name(item: tuple[str, Body]) -> tuple[str, str, str, str]:
    """The order of names: as read aloud, then as written, so that no id decides where names differ."""
    key, body = item
    name = unicodedata.normalize("NFC", body.name)
    return name.casefold(), name, body.kind, key


class Store:
    """The statements of a structure, sorted into what is in the window and what is kept aside."""

    def __init__(self, structure: Structure, window: Window) -> None:
        self.structure = structure
        self.window = window
        ordered = sorted(structure.bodies.items(), key=by_name)
        self.ids = [key for key, _ in ordered]
        self.bodies = [body for _, body in ordered]
        self.index = {key: number for number, key in enumerate(self.ids)}
        self.default = structure.status or Status.IN_PLACE
        self.status = [window.status_then(body, body.status or self.default) for body in self.bodies]
        self.reason = [window.aside(body, status) for body, status in zip(self.bodies, self.status, strict=True)]
        self.live = [reason is None for reason in self.reason]
        self.governs = [body.governs for body in self.bodies]
        self.ties: list[Tie] = []
        self.exits: list[Exit] = []
        self.asides: list[Aside] = []
        self._sort()

    def _sort(self) -> None:
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
        said: set[Relation] = set()
        for place, relation in enumerate(relations):
            if relation in said:
                continue  # said twice, it is one tie
            if len(relations) > 1:
                said.add(relation)
            status = self.status_of(number, relation)
            tie = Tie(name, key, relation.to, status, self.source(number, relation), ("bodies", name, key, place))
            target = self.index[relation.to]
            own = self.window.aside(relation, status)
            if self.live[number] and self.live[target] and own is None:
                self.ties.append(tie)
            elif self.reason[number] is not None:
                self.asides.append(Aside(tie, self.reason[number] or AsideReason.ENDED, name))
            elif self.reason[target] is not None:
                self.asides.append(Aside(tie, self.reason[target] or AsideReason.ENDED, relation.to))
            else:
                self.asides.append(Aside(tie, own or AsideReason.ENDED, None))

    def _sort_exits(self, number: int) -> None:
        name, body = self.ids[number], self.bodies[number]
        for place, stated in enumerate(body.accountable_to):
            status = self.status_of(number, stated)
            at = ("bodies", name, "accountable_to", place)
            leaving = Exit(name, stated.to, status, self.source(number, stated), at)
            own, outside = self.window.aside(stated, status), self.reason[number]
            if outside is not None:
                self.asides.append(Aside(leaving, outside, name))
            elif own is not None:
                self.asides.append(Aside(leaving, own, None))
            else:
                self.exits.append(leaving)

    def source(self, number: int, statement: Statement) -> SourceRef | None:
        """Where a statement of a body is taken from: its own source, else its body's, else the file's."""
        return statement.source or self.bodies[number].source or self.structure.source

    def inside(self, number: int, statement: Statement) -> bool:
        """Whether a statement of a body that is there is in the window."""
        return self.why_aside(number, statement) is None

    def why_aside(self, number: int, statement: Statement) -> AsideReason | None:
        """Why a statement of a body is not in the window; None where it is."""
        return self.window.aside(statement, self.status_of(number, statement))

    def status_of(self, number: int, statement: Statement) -> Status:
        """The status of a statement of a body on the day looked at: its own, else its body's."""
        status = statement.status or self.status[number]
        return self.window.status_then(statement, status) if status is Status.ENDED else status

    def has_passed(self, when: str) -> bool:
        """Whether a date has passed, also for the file itself: what it said before that holds only for then."""
        end, spoke_for = last_day(when), self.structure.speaks_for
        return end < self.window.as_of and (spoke_for is None or end < spoke_for)

    def live_numbers(self) -> Iterator[int]:
        """The bodies that are there, in the order of their names."""
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

    def leads_nowhere(self, members: Sequence[int]) -> bool:
        """Whether no line leads from some bodies to others."""
        inside = set(members)
        return all(inside.issuperset(self.up[node]) for node in members)

    def from_the_top(self) -> Iterator[int]:
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
        """The tie along which accountability runs from one body to another: the first in the order of the model."""
        found: dict[tuple[int, int], Tie] = {}
        for tie in self.ties:
            if tie.relation in self.line_keys:
                found.setdefault((self.index[tie.body], self.index[tie.to]), tie)
        return found

    @cached_property
    def exits_of(self) -> dict[int, list[Exit]]:
        """Where lines leave the structure, by body."""
        found: dict[int, list[Exit]] = {}
        for leaving in self.exits:
            found.setdefault(self.index[leaving.body], []).append(leaving)
        return found

    @cached_property
    def ties_of(self) -> dict[str, list[Tie]]:
        """The ties of each body, either way."""
        found: dict[str, list[Tie]] = {}
        for tie in self.ties:
            found.setdefault(tie.body, []).append(tie)
            if tie.to != tie.body:
                found.setdefault(tie.to, []).append(tie)
        return found

    @cached_property
    def asides_of(self) -> dict[str, list[Aside]]:
        """What is kept aside, by the bodies that it touches."""
        found: dict[str, list[Aside]] = {}
        for aside in self.asides:
            found.setdefault(aside.tie.body, []).append(aside)
            if isinstance(aside.tie, Tie) and aside.tie.to != aside.tie.body:
                found.setdefault(aside.tie.to, []).append(aside)
        return found
