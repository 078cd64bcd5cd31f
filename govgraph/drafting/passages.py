"""A document as text with places: headings, paragraphs, items of lists, rows of tables, in their order."""

from enum import Enum
from typing import NamedTuple


class BlockKind(Enum):
    """What a block of text is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Block(NamedTuple):
    """A heading, paragraph, item or row, with its text word for word; runs of white space are one space."""

    kind: BlockKind
    text: str
    """Of a row: its cells, joined by ` | `."""
    place: str
    """Where it stands, as a reader finds it: `page 2`, `paragraph 14`, `line 12`. Headings are not part of it."""
    level: int = 0
    """Of a heading: 1 is the highest. Of an item: how deep its list is in others, from 0."""
    cells: tuple[str, ...] = ()
    """Of a row: its cells, in the order of the columns; those that are empty are empty texts."""
    headers: tuple[str, ...] = ()
    """Of a row: the headers of the columns; empty where the table has none. The row of headers is no block."""
    table: int = 0
    """Of a row: the number of its table in the document, from 1."""


class DocumentText(NamedTuple):
    """What a document says, in the order in which it is read."""

    name: str
    """The name of its file, without folders."""
    title: str | None
    """The title that the document gives itself, where it gives one."""
    blocks: tuple[Block, ...]
    left_out: tuple[str, ...] = ()
    """A sentence for each kind of thing that was not read: `2 pictures are left out.`"""
