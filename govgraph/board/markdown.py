"""A paper as Markdown: text from a structure is shown, and never read as Markdown or HTML."""

import re
from collections.abc import Iterator
from itertools import count

from govgraph.board.blocks import Block, Box, Bullets, Content, Figure, Heading, Paragraph, Table
from govgraph.render.markdown import escaped

_BEGINS_SOMETHING = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")


def render(paper: Content) -> str:
    """The whole paper."""
    parts = [f"# {_text(paper.title)}", _text(paper.subtitle)]
    parts += [part for block in paper.blocks for part in _written(block)]
    return "\n\n".join(parts) + "\n"


def _text(text: str) -> str:
    """A text that also begins no list and no rule."""
    return _BEGINS_SOMETHING.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match.group()), escaped(text))


def _led(lead: str, text: str) -> str:
    return " ".join(filter(None, (f"**{_text(lead)}**" if lead else "", _text(text))))


def _written(block: Block) -> Iterator[str]:
    """The parts of a block, which an empty line sets apart."""
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_text(block.text)}"
        case Paragraph():
            yield _led(block.lead, block.text)
        case Bullets():
            marks = ("-" if block.start is None else f"{number}." for number in count(block.start or 0))
            yield "\n".join(
                f"{mark} {_led(item.lead, item.text)}" for mark, item in zip(marks, block.items, strict=False)
            )
        case Table():
            if not block.plain:
                yield f"**{_text(block.caption)}**"
            head, *rows = (f"| {' | '.join(map(_text, row))} |" for row in (block.header, *block.rows))
            yield "\n".join((head, f"|{' --- |' * len(block.header)}", *rows))
            if block.note:
                yield _text(block.note)
        case Figure():
            yield from _figure(block)
        case Box():
            yield "\n>\n".join(f"> {part}" for part in (_led(block.title, ""), *map(_text, block.texts)))


def _figure(block: Figure) -> Iterator[str]:
    for diagram in block.picture.diagrams:
        if diagram.lead:
            yield f"**{_text(diagram.lead)}**"
        yield f"```mermaid\n{diagram.text}\n```"
    if block.picture.diagrams:
        yield "The diagram shows the bodies and their relations. Word, PDF and HTML mark problems in it."
    else:
        yield "The structure is too large to be drawn here."
