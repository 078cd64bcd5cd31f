"""Who takes part where, body by body and group by group: the table that papers print and notebooks count."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from govgraph.graph import GovernanceGraph, Participation
from govgraph.model import Level
from govgraph.words import in_notebook
from govgraph.words.participation import Part, part
from govgraph.words.statements import day

if TYPE_CHECKING:
    import pandas as pd

LEVEL_NOT_STATED = "level not stated"


class Row(NamedTuple):
    """One body and one group of people: how the group takes part in the body."""

    body: str
    constituency: str
    part: Part
    scale: Participation
    """How much, on the scale of the model; NONE where the file is silent too: `part.amount` tells which."""


class ParticipationTable:
    """How each group of people takes part in each governance body, on one day and in one view."""

    def __init__(self, graph: GovernanceGraph) -> None:
        self.graph = graph

    @property
    def constituencies(self) -> tuple[str, ...]:
        """Ids of the groups that are asked about, in the order of their names."""
        return tuple(self.graph.constituencies)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Ids of the governance bodies: strategic ones first, those without a stated level last, then by name."""
        return tuple(sorted(self.graph.governance_bodies, key=lambda body: _height(self.graph.body(body).level)))

    def row(self, body: str, constituency: str) -> Row:
        """How one group takes part in one body."""
        standing = self.graph.voice.standing(body, constituency)
        return Row(body, constituency, part(standing, self.graph.status(body)), standing.level)

    def rows(self) -> Iterator[Row]:
        """Every body with every group."""
        return (self.row(body, who) for body in self.bodies for who in self.constituencies)

    def level(self, body: str) -> str:
        """At which level a body works, in words."""
        return " and ".join(level.value for level in self.graph.body(body).level) or LEVEL_NOT_STATED

    @property
    def caption(self) -> str:
        """What the table shows, for its heading."""
        return f"Who takes part where, as of {day(self.graph.as_of)}"

    def to_frame(self, *, long: bool = False) -> "pd.DataFrame":
        """A table of pandas: a row for each body, a column for each group, in the words that papers use.

        `long=True` gives a row for each body and group, with the level of the body, how much it is (`amount`), and the
        place on the scale in words (`scale`) and as a number (`rank`: 0 for none, 7 for the chair). On the scale, what
        is not stated counts as none: `amount` tells the two apart. Needs the extra `notebook`.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
        >>> table = govgraph.participation(govgraph.read_text(text), as_of="2022-07-01")
        >>> table.to_frame().loc["The Board", "Parent carers"]
        'not stated'
        >>> table.to_frame(long=True)["amount"].to_list()
        ['not stated']
        """
        from govgraph.words.frames import of_participation  # noqa: PLC0415 - only notebooks make tables

        return of_participation(self, long=long)

    def __repr__(self) -> str:
        """In short: what it shows, and of how many bodies."""
        return f"<{self.caption}; bodies: {len(self.bodies)}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        return in_notebook.participation(self)


def _height(levels: tuple[Level, ...]) -> int:
    known = list(Level)
    return min((known.index(level) for level in levels), default=len(known))
