"""A paper as one page of HTML that works offline: it may load nothing, and no script runs in it."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.board.blocks import Content, Heading
from govgraph.board.fitting import fit_picture
from govgraph.diagram.sizes import MM

if TYPE_CHECKING:
    from jinja2 import Template

_ENTITIES = {"&#34;": "&quot;", "&#39;": "&#x27;"}
"""The quotation marks of markupsafe, and those of the library `html`, with which papers have always been written."""


def render(paper: Content) -> str:
    """The whole page."""
    style = (Path(__file__).parent / "templates" / "paper.css").read_text(encoding="utf-8")
    return _filled(paper, style=style, style_hash=b64encode(sha256(style.encode()).digest()).decode())


def body(paper: Content) -> str:
    """The paper without the page around it, as a part of another."""
    return _filled(paper, style=None)


def _filled(paper: Content, **page: str | None) -> str:
    sections = [block for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    kinds = [(type(block).__name__, block) for block in paper.blocks]
    text = _template().render(paper=paper, sections=sections, kinds=kinds, **page)
    for entity, other in _ENTITIES.items():
        text = text.replace(entity, other)
    return text


@cache
def _template() -> "Template":
    """The template of a page; whatever is put into it is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # the extra `draw`, only where HTML is written

    environment = Environment(
        loader=PackageLoader("govgraph.board"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters |= {"fit": fit_picture, "px": lambda length: round(length * MM)}
    environment.filters["base64"] = lambda text: b64encode(text.encode()).decode()
    return environment.get_template("paper.html.j2")
