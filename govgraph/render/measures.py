"""A structure in numbers, as tables: each with what it counts, what a dash means, and where the measure is from."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from govgraph import display
from govgraph.graph import GovernanceGraph
from govgraph.graph.measures import Block, Shape, blocks, distances, shape_of, spans
from govgraph.language import day, either_of
from govgraph.model.faults import input_error
from govgraph.render.participation import Amount, ParticipationTable

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | None
"""None where the number is not stated, or there is none."""
_POWER = "the indices as in the package powerindex (https://pypi.org/project/powerindex/)"
_SHAPE_FROM = (
    "1 is a tree under one top. Krackhardt's four as in UCINET (http://www.analytictech.com/ucinet/help/hs4385.htm), "
    "efficiency with lines counted by direction as in the package sna of R "
    "(https://www.rdocumentation.org/packages/sna/versions/2.4/topics/efficiency); flow hierarchy of Luo and Magee "
    "(2011, https://doi.org/10.1002/cplx.20368)."
)
_OF_SHAPE = {
    "layers": "Layers: bodies above one another on the longest line",
    "connectedness": "Connectedness: pairs of bodies that lines tie together",
    "hierarchy": "Hierarchy: of those of whom one answers to the other, not each to the other",
    "efficiency": "Efficiency: no more lines than hold the bodies together",
    "upper_bounds": "Upper bounds: pairs that answer to one body nearest to both",
    "flow_hierarchy": "Flow hierarchy: lines that are in no ring",
}


def cell_text(cell: Cell) -> str:
    """A cell as a person reads it: a dash where there is no number."""
    return "–" if cell is None else str(cell)


class MeasureTable(NamedTuple):
    """One table of numbers: a word by which to ask for it, its title, columns and rows, and how to read it."""

    key: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: str


class Measures:
    """How each group takes part by level, how far its nearest seat is, who votes, and the shape of the lines.

    Numbers are no verdict: they count what the file states, and a share or an index is not good or bad of itself.
    """

    def __init__(self, graph: GovernanceGraph) -> None:
        self.graph = graph

    @cached_property
    def tables(self) -> tuple[MeasureTable, ...]:
        """Those tables that have something to count."""
        made = (self._by_level(), self._distances(), self._votes(), self._spans(), self._shape())
        return tuple(table for table in made if table.rows)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Who votes where, in blocks of seats that speak for the same group."""
        return tuple(blocks(self.graph))

    @cached_property
    def shape(self) -> Shape:
        """The shape of the lines of accountability."""
        return shape_of(self.graph)

    def to_frame(self, what: str = "votes") -> "pd.DataFrame":
        """One of the tables as a table of pandas: `levels`, `distances`, `votes`, `spans` or `shape`. Needs `notebook`.

        Raises InputError where there is no such table.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board, reports_to: c}, c: {name: C, kind: organisation}}"
        >>> govgraph.measures(govgraph.read_text(text), as_of="2022-07-01").to_frame("spans")["answer to it"].to_list()
        [1]
        """
        table = next((table for table in self.tables if table.key == what), None)
        if table is None:
            there = [table.key for table in self.tables]
            raise input_error(f"There is no table '{what}' of this structure; there is {either_of(there) or 'none'}.")
        return display.frame(table)

    def __repr__(self) -> str:
        """The day and the tables that there are, in angle brackets."""
        there = ", ".join(table.key for table in self.tables) or "nothing to count"
        return f"<Measures as of {day(self.graph.as_of)}: {there}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        return display.html(self)

    def _people(self, who: str) -> str:
        return self.graph.structure.constituencies[who].name

    def _by_level(self) -> MeasureTable:
        matrix = ParticipationTable(self.graph)
        counts: dict[tuple[str, str], Counter[Amount]] = {}
        for row in matrix.rows():
            counts.setdefault((row.constituency, matrix.level(row.body)), Counter())[row.part.amount] += 1
        return MeasureTable(
            "levels",
            "How groups take part, by level of body",
            ("group", "level", "bodies", *(amount.value for amount in Amount)),
            tuple(
                (self._people(who), level, amounts.total(), *(amounts[amount] for amount in Amount))
                for (who, level), amounts in counts.items()
            ),
            "How many bodies of each level give a group a seat, less than a seat, or none. Bodies for which the file "
            "does not say are counted apart.",
        )

    def _distances(self) -> MeasureTable:
        rows = tuple(
            (self.graph.name(distance.body), self._people(distance.constituency), distance.steps)
            for distance in distances(self.graph)
        )
        return MeasureTable(
            "distances",
            "Steps to the nearest seat",
            ("body", "group", "steps"),
            rows,
            "How many lines of accountability lie between a body and the nearest seat of the group, up or down. 0 "
            "means that it sits there itself. A dash means that no line leads to a seat of theirs.",
        )

    def _votes(self) -> MeasureTable:
        return MeasureTable(
            "votes",
            "Seats, votes and voting power",
            ("body", "who", "seats", "votes", "share of votes", "Banzhaf", "Shapley-Shubik"),
            tuple(self._vote_rows()),
            "Power is how often a block of votes decides, if more than half of all votes win: " + _POWER + ". A dash "
            "means that the file does not say whether every seat votes, or who else sits there. If a body seeks the "
            "consent of all, power says little.",
        )

    def _vote_rows(self) -> Iterator[tuple[Cell, ...]]:
        of_body = Counter[str]()
        for block in self.blocks:
            of_body[block.body] += block.votes
        for block in self.blocks:
            who = ", ".join(map(self._people, block.constituencies)) or (
                self.graph.name(block.holder) if block.holder else "not stated"
            )
            power = [
                None if index is None else round(float(index), 3) for index in (block.banzhaf, block.shapley_shubik)
            ]
            share = None if block.banzhaf is None else round(block.votes / of_body[block.body], 3)
            yield (self.graph.name(block.body), who, block.seats, block.votes, share, *power)

    def _spans(self) -> MeasureTable:
        return MeasureTable(
            "spans",
            "How many bodies answer to one directly",
            ("body", "answer to it"),
            tuple((self.graph.name(span.body), span.number) for span in spans(self.graph)),
            "There is no right number. It shows where the work of holding to account gathers.",
        )

    def _shape(self) -> MeasureTable:
        values = self.shape._asdict()
        rows = tuple(
            (words, value if isinstance(value, int) else round(value, 3))
            for key, words in _OF_SHAPE.items()
            if (value := values[key]) is not None and self.shape.layers
        )
        return MeasureTable("shape", "The shape of the lines", ("measure", "value"), rows, _SHAPE_FROM)
