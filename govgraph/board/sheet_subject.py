"""The body that a sheet is about, and how the sheet names it and others in running text."""

from dataclasses import dataclass
from functools import cached_property

from govgraph.board.context import Context
from govgraph.board.wording import status_mark
from govgraph.graph import GovernanceGraph, Trace, trace
from govgraph.language import capitalised, lower_group, with_the
from govgraph.model import Body, Kind, Status


@dataclass(frozen=True)
class Subject:
    """One body, as a sheet for families speaks of it.

    Args:
        context: the report, with the graph that it was made from.
        body: the id of the body.
        with_names: whether people are named.

    """

    context: Context
    body: str
    with_names: bool = False

    @property
    def graph(self) -> GovernanceGraph:
        """The structure on the day that is looked at."""
        return self.context.graph

    @property
    def stated(self) -> Body:
        """What the file states of the body."""
        return self.graph.body(self.body)

    @cached_property
    def trace(self) -> Trace:
        """Its lines, and how each group takes part in it."""
        return trace(self.graph, self.body)

    @cached_property
    def noun(self) -> str:
        """What a sentence calls it: `the board`, `the Cabinet`; `each workstream` where it stands for several."""
        if self.stated.several:
            return f"each {self.stated.kind.words}"
        *first, last = self.stated.name.split()
        if Kind.parse(last):
            return f"the {last.casefold()}"
        is_one_word = not first or [word.casefold() for word in first] == ["the"]
        return with_the(self.stated.name) if is_one_word else f"the {self.stated.kind.words}"

    @property
    def capitalised_noun(self) -> str:
        """The same at the beginning of a sentence."""
        return capitalised(self.noun)

    @property
    def status(self) -> Status:
        """How settled the body is."""
        return self.graph.status(self.body)

    def name(self, body: str, status: Status | None = None) -> str:
        """Another body in running text, marked where it, or what the sentence says of it, is less settled."""
        if body not in self.graph.bodies:
            return f"{with_the(self.graph.name(body))} (not in place now)"
        if status is not None and status is not self.status and self.graph.status(body) is not status:
            return f"{with_the(self.context.names.plain(body))}{status_mark(status)}"
        return with_the(self.context.names.of(body))

    def group(self, constituency: str) -> str:
        """A group of people in running text."""
        return lower_group(self.graph.structure.constituencies[constituency].name)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The ids of the groups that are asked about, in the order of the file."""
        return tuple(group for group in self.graph.structure.constituencies if group in self.graph.constituencies)
