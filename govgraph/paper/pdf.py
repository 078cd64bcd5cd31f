"""A paper as a tagged PDF, set by typst, which is given every text as data."""

import json
import re
from functools import singledispatch
from pathlib import Path
from typing import Any

from govgraph.draw.typeset import tagged_pdf
from govgraph.paper import fitting
from govgraph.paper.blocks import Block, Bullets, Figure, Heading, Paragraph, Table
from govgraph.paper.paper import Paper

_FOOT = 90
_LONG_WORD = re.compile(r"\S{40,}")
_PIECE = re.compile(r"(\S{25})(?=\S)")
_MAY_BREAK = "\u200b"


def render(paper: Paper) -> bytes:
    """The whole paper; dated to its day, so that the same paper is the same file."""
    page = (Path(__file__).parent / "templates" / "paper.typ").read_text(encoding="utf-8")
    blocks = [_data(block.each(_breakable)) for block in paper.blocks]
    short = paper.title if len(paper.title) <= _FOOT else f"{paper.title[: _FOOT - 1].rstrip()}…"
    data = {
        "title": _breakable(paper.title),
        "short": _breakable(short),
        "subtitle": paper.subtitle,
        "blocks": blocks,
    }
    files = {"paper.json": json.dumps(data, ensure_ascii=False)}
    figure = next((one for one in paper.blocks if isinstance(one, Figure)), None)
    if figure is not None:
        files["picture.svg"] = figure.picture.svg
    return tagged_pdf(page, files, paper.day)


def _breakable(text: str) -> str:
    """The text with places at which a word may break that is longer than a line."""
    return _LONG_WORD.sub(lambda found: _PIECE.sub(rf"\1{_MAY_BREAK}", found.group()), text)


@singledispatch
def _data(block: Block) -> dict[str, Any]:
    """A block as the page reads it."""
    raise TypeError(block)


@_data.register
def _(block: Heading) -> dict[str, Any]:
    return {"kind": "heading", "level": block.level, "text": block.text, "apart": block.apart}


@_data.register
def _(block: Paragraph) -> dict[str, Any]:
    return {"kind": "paragraph", "text": block.text, "lead": block.lead, "inside": block.inside}


@_data.register
def _(block: Bullets) -> dict[str, Any]:
    return {"kind": "bullets", "items": [one._asdict() for one in block.items], "inside": block.inside}


@_data.register
def _(block: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": block.caption,
        "header": block.header,
        "rows": block.rows,
        "more": block.more,
        "wide": fitting.is_wide(block),
        "columns": fitting.columns(block),
    }


@_data.register
def _(block: Figure) -> dict[str, Any]:
    fit = fitting.picture(block.picture.svg)
    return {
        "kind": "figure",
        "caption": block.caption,
        "alt": block.picture.alt,
        "width": fit.width,
        "wide": fit.wide,
    }
