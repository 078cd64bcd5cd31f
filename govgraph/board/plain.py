"""A paper as plain data: what another program, such as the desk, needs to write the same Word document."""

from collections.abc import Iterator
from typing import assert_never

from govgraph.board import fitting
from govgraph.board.blocks import Block, Box, Bullets, Figure, Heading, Item, Paragraph, Table
from govgraph.board.paper import Paper
from govgraph.board.plain_types import PaperBlock, PaperBlocks, PaperFigure, PaperItem, PaperTable

_TEXT_SIDES = (170.0, 257.0)
"""The room of an upright page between its margins, in mm."""


def render(paper: Paper) -> PaperBlocks:
    """A paper as its Word document has it. Needs the extra `draw`, as its pictures are laid out."""
    return {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "day": paper.day.isoformat(),
        "small": paper.one_page,
        "pages": [{"wide": wide, "blocks": [*_plain_run(run)]} for wide, run in fitting.pages(paper.on_pages().blocks)],
    }


def _plain_run(run: list[Block]) -> Iterator[PaperBlock]:
    for block, following in zip(run, [*run[1:], None], strict=True):
        yield _plain(block, keep=fitting.keeps_with(block, following))


def _plain(block: Block, *, keep: bool) -> PaperBlock:
    match block:
        case Heading(level, text, apart):
            return {"kind": "heading", "level": level, "text": text, "apart": apart}
        case Paragraph(text, lead, inside):
            return {"kind": "paragraph", "lead": lead, "text": text, "inside": inside, "keep": keep}
        case Bullets(items, inside, start):
            plain_items = [*map(_plain_item, items)]
            return {"kind": "list", "items": plain_items, "numbered": start is not None, "inside": inside}
        case Table():
            return _plain_table(block)
        case Figure():
            return _plain_figure(block)
        case Box(title, texts):
            return {"kind": "box", "title": title, "texts": [*texts]}
    assert_never(block)


def _plain_item(item: Item) -> PaperItem:
    return {"lead": item.lead, "text": item.text}


def _plain_table(table: Table) -> PaperTable:
    return {
        "kind": "table",
        "caption": table.caption,
        "plain": table.plain,
        "header": [*table.header],
        "rows": [[*row] for row in table.rows],
        "note": table.note,
        "shares": [*fitting.column_shares(table)],
    }


def _plain_figure(figure: Figure) -> PaperFigure:
    fit = fitting.fit_picture(figure)
    scale = min(1.0, fitting.HIGHEST * (_TEXT_SIDES[0] if fit.wide else _TEXT_SIDES[1]) / fit.height)
    return {
        "kind": "figure",
        "caption": figure.caption,
        "alt": figure.picture.alt,
        "svg": figure.picture.svg,
        "width": round(fit.width * scale, 2),
        "height": round(fit.height * scale, 2),
    }
