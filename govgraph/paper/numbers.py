"""The structure in numbers: for those who want to count; no number is a verdict."""

from collections.abc import Iterator

from govgraph.graph import GovernanceGraph
from govgraph.paper.blocks import Block, Heading, Paragraph, table
from govgraph.words.in_notebook import in_figures
from govgraph.words.measuring import Measures


def numbers(graph: GovernanceGraph) -> Iterator[Block]:
    """A table for each measure that has something to count."""
    tables = Measures(graph).tables
    if not tables:
        return
    yield Heading(2, "The structure in numbers")
    yield Paragraph("These count what the file states. A number is no verdict, and none of them is a finding.")
    for one in tables:
        header = [name.capitalize() if name[:1].islower() else name for name in one.header]
        yield table(one.title, header, [tuple(map(in_figures, row)) for row in one.rows], "rows")
        yield Paragraph(one.about)
