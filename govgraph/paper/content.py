"""What stands in a paper, section by section; each only where it has something to say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govgraph import words
from govgraph.findings import Report
from govgraph.graph import GovernanceGraph
from govgraph.model.faults import inform
from govgraph.model.scalars import shown
from govgraph.paper.appendix import appendix
from govgraph.paper.asked import asked
from govgraph.paper.blocks import Block, one_line
from govgraph.paper.changed import changed
from govgraph.paper.chosen import chosen
from govgraph.paper.diagram import diagram
from govgraph.paper.duties import decisions, themes
from govgraph.paper.found import Found, told
from govgraph.paper.looked_at import looked_at
from govgraph.paper.naming import Names
from govgraph.paper.paper import Paper
from govgraph.paper.seats import seats
from govgraph.paper.summary import summary
from govgraph.paper.taking_part import by_name, taking_part
from govgraph.settings import Settings

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing

MOST_LETTERS = 1_000_000
"""About 400 pages. To set twenty times as many as a PDF takes gigabytes of memory."""


def paper_of(report: Report, drawing: "Drawing", settings: Settings, *, with_names: bool = False) -> Paper:
    """The paper on one report, with its drawing; names of people only where `with_names` asks for them.

    Raises InputError for more text than anybody reads.
    """
    graph = drawing.frames.main.after
    blocks = tuple(block.each(one_line) for block in _blocks(report, graph, drawing, settings, with_names=with_names))
    paper = Paper(
        title=one_line(words.title(report.structure)),
        subtitle=f"A paper for the board: what was found, and what it is asked to do. As of {words.day(report.as_of)}.",
        day=report.as_of,
        blocks=blocks,
    )
    _refuse_vast(paper, report)
    return paper


def _refuse_vast(paper: Paper, report: Report) -> None:
    """Raise InputError for more text than anybody reads."""
    letters = sum(map(len, paper.texts))
    if letters > MOST_LETTERS:
        bodies = report.structure.bodies.values()
        longest = max((text for body in bodies for text in (body.name, body.note or "")), key=len, default="")
        raise inform(
            f"This paper would have {letters:,} letters; {MOST_LETTERS:,} are the most. Shorten long names and notes. "
            f"The longest has {len(longest):,} letters: {shown(longest)}."
        )


def _blocks(
    report: Report, graph: GovernanceGraph, drawing: "Drawing", settings: Settings, *, with_names: bool
) -> Iterator[Block]:
    found = Found(report, None, Names(report, graph), chosen(report, graph, settings))
    yield from looked_at(report, found.chosen)
    yield from summary(found, graph)
    yield from changed(found)
    yield from asked(found)
    yield from told(found)
    yield from taking_part(graph, found.names_of)
    yield from seats(graph, found.names_of)
    if with_names:
        yield from by_name(graph)
    yield from themes(graph, found.names_of)
    yield from decisions(graph, found.names_of)
    yield from diagram(graph, drawing, found.names_of)
    yield from appendix(found, graph)
