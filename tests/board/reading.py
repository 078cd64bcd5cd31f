"""Papers read back by readers that are not ours: the text of Word documents, PDF, HTML and Markdown."""

import io
import re
from functools import cache
from html.parser import HTMLParser

import docx
import pypdf
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from govgraph.board.blocks import Heading, Table, texts_of
from govgraph.board.paper import Paper
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.showing import paper
from helpers import FIXTURES, not_none

DRAFT = "shropshire-draft-2020"
CHAMPIONS = "shropshire-draft-2020-champions"


def structure(name: str) -> Structure:
    """A fixture: `shropshire-draft-2020`, `changes/board-removed/after`."""
    path = FIXTURES / f"{name}.yaml"
    return read(path if path.exists() else FIXTURES / name / "structure.yaml")


@cache
def made(name: str, before: str | None = None, *, full: bool = False) -> Paper:
    """The paper on a fixture, against another where that is named; with all that an annex can hold where asked for."""
    return paper(structure(name), against=structure(before) if before else None, full_annex=full, measures=full)


def change(name: str, *, full: bool = False) -> Paper:
    """The paper on one of the changes of the fixtures."""
    return made(f"changes/{name}/after", f"changes/{name}/before", full=full)


def table(found: Paper, caption: str) -> Table:
    """The table whose caption begins so."""
    return next(block for block in found.blocks if isinstance(block, Table) and block.caption.startswith(caption))


def headings(of: Paper, level: int = 1) -> list[str]:
    """The headings of one level."""
    return [block.text for block in of.blocks if isinstance(block, Heading) and block.level == level]


def section(of: Paper, title: str) -> list[str]:
    """The texts of one section, or of one part of a section, without its heading."""
    found: list[str] = []
    level = 0
    for block in of.blocks:
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if block.text == title else 0
        elif level:
            found += texts_of(block)
    return found


def squeezed(text: str) -> str:
    """A text without its spaces, as no reader of PDF keeps them."""
    return re.sub(r"[\s\u200b]+", "", text)


def of_docx(data: bytes) -> str:
    """Every paragraph and every cell of the body, in the order of reading."""
    told = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Paragraph):
            told.append(block.text)
        else:
            told += [cell.text for row in block.rows for cell in row.cells]
    return "\n".join(told)


def style(of: Paragraph) -> str:
    """The name of the style of a paragraph of Word."""
    name = not_none(of.style).name
    assert isinstance(name, str)
    return name


def of_pdf(data: bytes, title: str) -> str:
    """The text of every page, without the footers."""
    pages = [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    foot = re.compile(rf"(?:{re.escape(squeezed(title))})?Page\d+of\d+$")
    return "".join(foot.sub("", page) for page in pages)


def of_markdown(text: str) -> str:
    """What a server shows of it."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return "\n".join(_shown(child) for token in tokens for child in (token.children or []))


def _shown(token: Token) -> str:
    kind, content = token.type, token.content
    assert kind in {"text", "strong_open", "strong_close", "softbreak"}, (kind, content)
    return content


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.hidden += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.told.append(data)


def of_html(text: str) -> str:
    """What a browser shows of it."""
    page = _Page()
    page.feed(text)
    return "".join(page.told)


def tags(text: str) -> list[tuple[str, dict[str, str | None]]]:
    """The elements of a page, each with its attributes."""
    page = _Page()
    page.feed(text)
    return page.tags
