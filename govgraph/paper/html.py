"""A paper as one page of HTML that works offline: it may load nothing, and no script runs in it."""

from base64 import b64encode
from collections.abc import Iterator
from functools import singledispatch
from hashlib import sha256
from html import escape
from pathlib import Path

from govgraph.paper.blocks import Block, Bullets, Figure, Heading, Paragraph, Table
from govgraph.paper.paper import Paper


def render(paper: Paper) -> str:
    """The whole page."""
    style = (Path(__file__).parent / "templates" / "paper.css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-{allowed}'"
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(paper.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"{_top(paper)}{_contents(paper)}{_blocks(paper)}</main>\n</body>\n</html>\n"
    )


def body(paper: Paper) -> str:
    """The paper without the page around it, as a part of another."""
    return f"{_top(paper)}{_blocks(paper)}"


def _top(paper: Paper) -> str:
    return f'<h1>{escape(paper.title)}</h1>\n<p class="subtitle">{escape(paper.subtitle)}</p>\n'


def _sections(paper: Paper) -> dict[Heading, str]:
    """The address within the page of each section."""
    sections = [block for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    return {block: f"section-{number}" for number, block in enumerate(sections, 1)}


def _contents(paper: Paper) -> str:
    links = "".join(f'<li><a href="#{to}">{escape(block.text)}</a></li>' for block, to in _sections(paper).items())
    return f'<nav aria-label="Sections"><ul>{links}</ul></nav>\n'


def _blocks(paper: Paper) -> str:
    addresses = _sections(paper)
    told = []
    for block in paper.blocks:
        at = f' id="{addresses[block]}"' if isinstance(block, Heading) and block in addresses else ""
        told.append(f"<h2{at}>{escape(block.text)}</h2>" if at and isinstance(block, Heading) else _written(block))
    return "\n".join(told) + "\n"


def _led(lead: str, text: str) -> str:
    return " ".join(filter(None, (f"<strong>{escape(lead)}</strong>" if lead else "", escape(text))))


@singledispatch
def _written(block: Block) -> str:
    raise TypeError(block)


@_written.register
def _(block: Heading) -> str:
    return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"


@_written.register
def _(block: Paragraph) -> str:
    inside = ' class="inside"' if block.inside else ""
    return f"<p{inside}>{_led(block.lead, block.text)}</p>"


@_written.register
def _(block: Bullets) -> str:
    inside = ' class="inside"' if block.inside else ""
    return f"<ul{inside}>{''.join(f'<li>{_led(one.lead, one.text)}</li>' for one in block.items)}</ul>"


@_written.register
def _(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.header)
    more = f"<p>{escape(block.more)}</p>" if block.more else ""
    return (
        f'<div class="scrolls" tabindex="0" role="group" aria-label="{escape(block.caption)}"><table>'
        f"<caption>{escape(block.caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(_rows(block))}</tbody></table></div>{more}"
    )


def _rows(block: Table) -> Iterator[str]:
    for first, *cells in block.rows:
        others = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr><th scope="row">{escape(first)}</th>{others}</tr>'


@_written.register
def _(block: Figure) -> str:
    data = b64encode(block.picture.svg.encode()).decode()
    return (
        f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{escape(block.picture.alt)}">'
        f"<figcaption>{escape(block.caption)}</figcaption></figure>"
    )
