"""A paper as a tagged PDF, set by typst, which is given every text as data."""

import json
import re
from pathlib import Path
from typing import Any

from govgraph.board import blocks, fitting
from govgraph.board.blocks import Block, Box, Bullets, Content, Figure, Heading, Paragraph, Table
from govgraph.diagram.typeset import tagged_pdf

_FOOT = 90
_LONG_WORD = re.compile(r"\S{40,}")
_PIECE = re.compile(r"(\S{25})(?=\S)")
_MAY_BREAK = "\u200b"


def render(paper: Content) -> bytes:
    """The whole paper, dated to its day, so that equal papers are equal files."""
    page = (Path(__file__).parent / "templates" / "paper.typ").read_text(encoding="utf-8")
    short = paper.title if len(paper.title) <= _FOOT else f"{paper.title[: _FOOT - 1].rstrip()}…"
    data = {
        "title": _breakable(paper.title),
        "short": _breakable(short),
        "subtitle": paper.subtitle,
        "one_page": paper.one_page,
        "pages": [{"wide": wide, "blocks": _run(run)} for wide, run in fitting.pages(paper.blocks)],
    }
    files = {"paper.json": json.dumps(data, ensure_ascii=False)}
    figure = next((block for block in paper.blocks if isinstance(block, Figure)), None)
    if figure is not None:
        files["picture.svg"] = figure.picture.svg
    return tagged_pdf(page, files, paper.day)


def _breakable(text: str) -> str:
    """The text with places at which a word may break that is longer than a line."""
    return _LONG_WORD.sub(lambda match: _PIECE.sub(rf"\1{_MAY_BREAK}", match.group()), text)


def _run(run: list[Block]) -> list[dict[str, Any]]:
    """Blocks that follow one another, each with whether it is on the page of the next."""
    return [
        {**_data(blocks.change_texts(block, _breakable)), "sticky": fitting.keeps_with(block, following)}
        for block, following in zip(run, [*run[1:], None], strict=True)
    ]


def _data(block: Block) -> dict[str, Any]:
    """A block as the page reads it."""
    kind = {"kind": type(block).__name__.lower()}
    match block:
        case Heading() | Paragraph() | Box():
            return {**kind, **vars(block)}
        case Bullets():
            return {**kind, **vars(block), "items": [item._asdict() for item in block.items]}
        case Table():
            return {**kind, **vars(block), "columns": fitting.column_shares(block)}
        case Figure():
            width = fitting.fit_picture(block).width
            return {**kind, "caption": block.caption, "alt": block.picture.alt, "width": width}
