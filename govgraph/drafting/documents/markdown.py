"""Markdown to blocks, by way of HTML; the lines of the file are their places."""

from govgraph.drafting.documents.blocks import UnreadableError
from govgraph.drafting.documents.encoding import decode
from govgraph.drafting.documents.html import read_markup
from govgraph.drafting.passages import DocumentText

_MAX_NESTING = 60
"""Of lists and quotations in one another; what is deeper is dropped. Each takes some room on Python's stack."""


def read_markdown(name: str, data: bytes) -> DocumentText:
    """Read Markdown, with tables. HTML within it is read as HTML. Raises UnreadableError where it is no text."""
    try:
        from markdown_it import MarkdownIt
    except ModuleNotFoundError:
        raise UnreadableError("To read Markdown, install what it takes: pip install 'govgraph[draft]'.") from None
    text, left_out = decode(data)
    text, title, skipped = _without_front_matter(text)
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "html_block":
            token.attrSet("data-line", str(token.map[0] + 1 + skipped))
    return read_markup(name, str(parser.renderer.render(tokens, parser.options, {})), left_out, title)


def _without_front_matter(text: str) -> tuple[str, str | None, int]:
    """The text without the settings that site generators keep above it, the title among them, and their lines."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return text, None, 0
    end = next((number for number, line in enumerate(lines[1:50], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return text, None, 0
    titles = (line.partition(":")[2].strip(" \r'\"") for line in lines[1:end] if line.lower().startswith("title:"))
    return "\n".join(lines[end + 1 :]), next(titles, None), end + 1
