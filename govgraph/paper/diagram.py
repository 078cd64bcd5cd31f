"""The structure as a diagram; as a table of its ties, where a page is too small for one that can be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govgraph import words
from govgraph.graph import GovernanceGraph
from govgraph.model import relation_keys
from govgraph.paper.blocks import Block, Figure, Heading, Paragraph, Picture, Table, table
from govgraph.paper.naming import Names, settled

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing

MOST_BODIES = 150
"""More are not laid out at all: no page holds them."""


def diagram(graph: GovernanceGraph, drawing: "Drawing", names: Names) -> Iterator[Block]:
    """The last section before the appendix."""
    yield Heading(1, "The structure as a diagram")
    instead = tuple(_instead(graph, len(drawing.scene.boxes), names))
    if len(drawing.scene.boxes) > MOST_BODIES:
        yield from instead
        return
    before = drawing.frames.main.before
    what = f"The structure as of {words.day(graph.as_of)}"
    what += f", laid over the one before it (as of {words.day(before.as_of)})" if before is not None else ""
    yield Figure(
        f"{what}. A sign on a body tells how many findings it has, and by its form how heavy the heaviest is; the key "
        "below the diagram tells the rest.",
        Picture(drawing),
        instead,
    )


def _instead(graph: GovernanceGraph, bodies: int, names: Names) -> Iterator[Paragraph | Table]:
    yield Paragraph(
        f"{bodies:,} bodies as they stand here would be too small to read on paper. A page for the screen shows them, "
        "branch by branch (govgraph draw)."
    )
    keys = relation_keys()
    rows = [
        (names.of(tie.body), keys[tie.relation].words + settled(tie.status), names.of(tie.to)) for tie in graph.ties
    ]
    if rows:
        yield table(f"Who is tied to whom, as of {words.day(graph.as_of)}", ("Body", "Tie", "To"), rows, "ties")
