"""A paper as Markdown: text from a structure is shown, and never read as Markdown or HTML."""

import re
from collections.abc import Iterator
from functools import singledispatch

from govgraph.paper.blocks import Block, Bullets, Figure, Heading, Paragraph, Table
from govgraph.paper.paper import Paper
from govgraph.report.markdown_text import escaped

_BEGINS_SOMETHING = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")


def render(paper: Paper) -> str:
    """The whole paper."""
    parts = [f"# {_text(paper.title)}", _text(paper.subtitle)]
    parts += [part for block in paper.blocks for part in _written(block)]
    return "\n\n".join(parts) + "\n"


def _text(text: str) -> str:
    """A text that also begins no list and no rule."""
    return _BEGINS_SOMETHING.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found.group()), escaped(text))


def _led(lead: str, text: str) -> str:
    return " ".join(filter(None, (f"**{_text(lead)}**" if lead else "", _text(text))))


@singledispatch
def _written(block: Block) -> Iterator[str]:
    """The parts of a block, with an empty line between them."""
    raise TypeError(block)


@_written.register
def _(block: Heading) -> Iterator[str]:
    yield f"{'#' * (block.level + 1)} {_text(block.text)}"


@_written.register
def _(block: Paragraph) -> Iterator[str]:
    yield _led(block.lead, block.text)


@_written.register
def _(block: Bullets) -> Iterator[str]:
    yield "\n".join(f"- {_led(one.lead, one.text)}" for one in block.items)


@_written.register
def _(block: Table) -> Iterator[str]:
    yield f"**{_text(block.caption)}**"
    rows = [block.header, tuple("---" for _ in block.header), *block.rows]
    yield "\n".join(
        f"| {' | '.join(cell if number == 1 else _text(cell) for cell in row)} |" for number, row in enumerate(rows)
    )
    if block.more:
        yield _text(block.more)


@_written.register
def _(block: Figure) -> Iterator[str]:
    for one in block.picture.diagrams:
        if one.lead:
            yield f"**{_text(one.lead)}**"
        yield f"```mermaid\n{one.text}\n```"
    if block.picture.diagrams:
        yield "The diagram shows the bodies and the ties between them. Other formats of this paper mark findings in it."
    else:
        yield "The structure is too large to be drawn here."
