"""Blocks of text as a reader gathers them: white space made one space, what is too much refused."""

import re

from govgraph.drafting.passages import Block, BlockKind

MAX_TEXT = 5_000_000
"""Characters; terms of reference have 20,000, a whole constitution a million."""
MAX_BLOCKS = 200_000
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Controls, soft hyphens and marks without width: a reader does not see them, and no name has them."""


class UnreadableError(Exception):
    """The document is not read; the message is the sentence that says why, and what to do."""


def squeeze(text: str) -> str:
    """The text with each run of white space as one space, and without what cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).split())


def better_title(top: str | None, given: str | None) -> str | None:
    """Of the heading above a document and the title in its properties, the heading, unless the title says more."""
    if top and given and top.casefold() in given.casefold():
        return given  # `Wendle Health Board terms of reference`, above `Terms of Reference`
    return top or given or None


class BlockWriter:
    """Gathers the blocks of a document in their order. Raises UnreadableError where they are too many."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._characters = 0

    def heading(self, text: str, place: str, level: int) -> None:
        """Add a heading; nothing where the text is empty."""
        self._add(Block(BlockKind.HEADING, squeeze(text), place, level))

    def paragraph(self, text: str, place: str) -> None:
        """Add a paragraph; nothing where the text is empty."""
        self._add(Block(BlockKind.PARAGRAPH, squeeze(text), place))

    def item(self, text: str, place: str, level: int = 0) -> None:
        """Add an item of a list; nothing where the text is empty."""
        self._add(Block(BlockKind.ITEM, squeeze(text), place, level))

    def row(self, cells: tuple[str, ...], place: str, headers: tuple[str, ...], table: int) -> None:
        """Add a row of a table; nothing where all its cells are empty."""
        squeezed = tuple(map(squeeze, cells))
        if any(squeezed):
            self._add(Block(BlockKind.ROW, " | ".join(squeezed), place, 0, squeezed, headers, table))

    def _add(self, block: Block) -> None:
        if not block.text:
            return
        self._characters += len(block.text)
        self.blocks.append(block)
        if self._characters > MAX_TEXT or len(self.blocks) > MAX_BLOCKS:
            raise UnreadableError(
                f"The document holds more than {MAX_TEXT // 1_000_000} million characters of text, the most that is "
                "read: split it, and name its parts."
            )
