"""HTML to blocks: what the page shows as its text, without its menus and without what it hides."""

import re
import warnings
from typing import TYPE_CHECKING, Any

from govgraph.drafting.documents.blocks import UnreadableError, better_title, squeeze
from govgraph.drafting.documents.encoding import decode
from govgraph.drafting.documents.finishing import blocks_of
from govgraph.drafting.documents.tree import TreeReader
from govgraph.drafting.passages import DocumentText
from govgraph.language import plural, plural_verb

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

MAX_MARKS = 300_000
"""Of a page; a long one has 10,000. Each takes a thousand times its own room once it is read."""
_ATTRIBUTES = 4
"""So many take the room of a mark."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)
_HEAD = 4_096
_LEAST_SHARE = 0.25
_MAIN_IDS = ("content", "main", "main-content", "maincontent", "mainContent", "main_content")


def read_html(name: str, data: bytes) -> DocumentText:
    """Read a page. Raises UnreadableError where it is none, or cannot be trusted."""
    text, left_out = _decode(data)
    return read_markup(name, text, left_out)


def read_markup(name: str, markup: str, left_out: tuple[str, ...] = (), title: str | None = None) -> DocumentText:
    """Read HTML that is text already; `title` is what the document says of itself outside its text."""
    tree = parse(markup)
    root = _main_part(tree)
    reader = TreeReader()
    reader.read(root)
    blocks = blocks_of(reader.pieces)
    top = next((squeeze(tag.get_text(" ")) for tag in root.find_all("h1", limit=1)), None)
    head = tree.find("title")
    own = better_title(top, title) or (squeeze(head.get_text(" ")) if head else None)
    if own is None and blocks and blocks[0].level == 1:
        own = blocks[0].text
    return DocumentText(name, own or None, tuple(blocks), (*left_out, *_left_out(reader, root is not tree)))


def parse(markup: str) -> "BeautifulSoup":
    """HTML as a tree. Raises UnreadableError where it holds too much, or its reader fails."""
    try:
        from bs4 import BeautifulSoup
        from bs4.exceptions import ParserRejectedMarkup
    except ModuleNotFoundError:
        raise UnreadableError(
            "To read a web page or Markdown, install what it takes: pip install 'govgraph[draft]'."
        ) from None
    if markup.count("<") + markup.count("=") // _ATTRIBUTES > MAX_MARKS:
        raise UnreadableError(f"The document holds more than {MAX_MARKS:,} marks, the most that are read: split it.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that the text looks like an address, or like XML
            return BeautifulSoup(markup, "html.parser")
    except (ParserRejectedMarkup, RecursionError, ValueError, AssertionError):
        raise UnreadableError("This page is damaged: open it in a browser, and save it again as HTML.") from None


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    found = _CHARSET.search(data[:_HEAD])
    if found and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        named = found[1].decode("ascii").lower()
        try:
            return data.decode("cp1252" if named in ("iso-8859-1", "latin-1", "latin1") else named), ()
        except (LookupError, UnicodeError):
            pass  # it is not what it says that it is
    return decode(data)


def _main_part(tree: "BeautifulSoup") -> "Tag":
    """The part of a page that holds its text, where the page says which that is."""
    whole = len(tree.get_text())
    ways: tuple[dict[str, Any], ...] = ({"name": "main"}, {"role": "main"}, {"id": _MAIN_IDS})
    marked: list[Tag] = [tag for way in ways for tag in tree.find_all(**way, limit=1)]
    for tag in marked:
        if len(tag.get_text()) >= _LEAST_SHARE * whole:
            return tag
    return tree


def _left_out(reader: TreeReader, is_part: bool) -> list[str]:
    sentences = []
    if reader.menus or is_part:
        sentences.append("Menus, and what stands around the text of the page, are left out.")
    counted = (
        (reader.hidden, "passage that the page hides", "passages that the page hides"),
        (reader.struck, "passage that is struck out", "passages that are struck out"),
        (reader.pictures, "picture", None),
        (reader.frames, "frame", None),
    )
    sentences.extend(
        f"{plural(n, what, several)} {plural_verb('is', n)} left out." for n, what, several in counted if n
    )
    return sentences
