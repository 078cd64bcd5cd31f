"""What a paper says, section by section: what matters, what is wrong, what is asked, what is open, and an annex."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govgraph.board.annex import AnnexOptions, annex
from govgraph.board.blocks import Block, change_texts, one_line
from govgraph.board.context import Context
from govgraph.board.paper import Paper
from govgraph.board.problems import facts_section, questions_section, requests_section, sources_section
from govgraph.board.structure_tables import diagram_section
from govgraph.board.summary import TitleBlock, subtitle, summary, title_block, what_changes
from govgraph.engine import Run
from govgraph.model import Structure
from govgraph.model.faults import input_error
from govgraph.model.scalars import quoted
from govgraph.policy import Settings
from govgraph.render import statements

if TYPE_CHECKING:
    from govgraph.diagram.drawing import Drawing

MOST_LETTERS = 1_000_000
"""About 400 pages. To set twenty times as many as a PDF takes gigabytes of memory."""


def paper_of(
    report: Run,
    drawing: "Drawing",
    settings: Settings,
    given: TitleBlock | None = None,
    options: AnnexOptions | None = None,
) -> Paper:
    """The paper on one report, with its drawing.

    Raises InputError for more text than anybody reads.
    """
    context = Context.of(report, drawing.frames.main.after, settings)
    blocks = _blocks(context, drawing, given or TitleBlock(), options or AnnexOptions())
    paper = Paper(
        title=one_line(statements.title(report.structure)),
        subtitle=one_line(subtitle(context)),
        day=report.as_of,
        blocks=tuple(change_texts(block, one_line) for block in blocks),
    )
    refuse_too_long(paper, report.structure)
    return paper


def refuse_too_long(paper: Paper, structure: Structure) -> None:
    """Raise InputError where a paper has more text than anybody reads."""
    letters = sum(map(len, paper.texts))
    if letters > MOST_LETTERS:
        bodies = structure.bodies.values()
        longest = max((text for body in bodies for text in (body.name, body.note or "")), key=len, default="")
        raise input_error(
            f"This {paper.noun} would have {letters:,} letters; {MOST_LETTERS:,} are the most. Shorten long names and "
            f"notes. The longest has {len(longest):,} letters: {quoted(longest)}."
        )


def _blocks(context: Context, drawing: "Drawing", given: TitleBlock, options: AnnexOptions) -> Iterator[Block]:
    yield title_block(context, given)
    yield from summary(context)
    yield from what_changes(context)
    yield from facts_section(context)
    yield from requests_section(context)
    yield from questions_section(context)
    yield from sources_section(context)
    yield from diagram_section(context.graph, drawing, context.names)
    yield from annex(context, options)
