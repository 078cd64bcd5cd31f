"""Pieces of a tree to blocks: what is a heading by its letters alone, what is an item, and the place of each."""

from collections.abc import Sequence

from govgraph.drafting.documents.blocks import BlockWriter, squeeze
from govgraph.drafting.documents.pieces import Piece
from govgraph.drafting.documents.wording import is_like_heading, is_upper_case_heading, mark_of
from govgraph.drafting.passages import Block, BlockKind

_MOST_WORDS = 30
_MOST_WORDS_OF_SENTENCE = 10


def blocks_of(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks that pieces make, in their order. Raises UnreadableError where they are too many."""
    finisher = _Finisher([piece for piece in pieces if squeeze(piece.text)])
    for index in range(len(finisher.pieces)):
        finisher.write(index)
    return finisher.writer.blocks


class _Finisher:
    """Writes pieces as blocks, one after another."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.writer = BlockWriter()
        self._count = 0
        self._marked = 1
        """The level of the last heading that its document marks as one."""
        self._outer = 1
        """The level of the last heading outside of tables."""

    def write(self, index: int) -> None:
        """Write a piece."""
        piece = self.pieces[index]
        self._count += not piece.place
        place = piece.place or f"paragraph {self._count}"
        text = squeeze(piece.text)
        if piece.kind is BlockKind.ROW:
            self.writer.row(piece.cells, place, piece.headers, piece.table)
        elif level := self._heading_level(index, text):
            if not piece.table:
                self._outer = level
            self.writer.heading(text, place, level)
        elif piece.kind is BlockKind.ITEM:
            self.writer.item(text, place, piece.level)
        elif self._is_plain_item(index) or _is_lettered(text) or self._is_numbered_item(index):
            self.writer.item(text, place)
        else:
            self.writer.paragraph(text, place)

    def _heading_level(self, index: int, text: str) -> int:
        """Of a heading its level; 0 of all other pieces."""
        piece = self.pieces[index]
        if piece.kind is BlockKind.HEADING:
            if _is_clause(text):
                return 0
            self._marked = piece.level
            return piece.level
        depth = _heading_depth(self.pieces, index)
        if not depth:
            return 0
        if piece.table:
            return self._outer + 1
        return 1 if index == 0 else self._marked + depth

    def _is_numbered_item(self, index: int) -> bool:
        """Whether a paragraph is one of several short ones with numbers, as `1. Chair`."""
        piece = self.pieces[index]
        mark = mark_of(squeeze(piece.text))
        near = self.pieces[max(index - 1, 0) : index] + self.pieces[index + 1 : index + 2]
        is_short = mark is not None and bool(mark.number) and is_like_heading(mark.text)
        return is_short and any(_is_alike(piece, other) for other in near)

    def _is_plain_item(self, index: int) -> bool:
        """Whether a paragraph is one of several short ones below a heading or a colon: a list without marks."""
        if not self.writer.blocks or not _is_short(self.pieces[index]):
            return False
        last = self.writer.blocks[-1]
        follows = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if last.kind is BlockKind.ITEM and index and self.pieces[index - 1].kind is BlockKind.PARAGRAPH:
            return True
        leads = (last.kind is BlockKind.HEADING and last.level > 1) or last.text.endswith(":")
        return leads and follows is not None and _is_short(follows)


def _is_lettered(text: str) -> bool:
    """Whether a paragraph begins with the mark of an item, as `(a)` or `iv.`; numbers of clauses are no such marks."""
    mark = mark_of(text)
    return mark is not None and mark.depth == 0


def _is_short(piece: Piece) -> bool:
    text = squeeze(piece.text)
    return (
        piece.kind is BlockKind.PARAGRAPH
        and not piece.is_strong
        and is_like_heading(text)
        and not text.endswith(":")
        and mark_of(text) is None
    )


def _is_clause(text: str) -> bool:
    """Whether what is marked as a heading is a clause: some templates set every numbered paragraph so."""
    words = len(text.split())
    return words > _MOST_WORDS or (words > _MOST_WORDS_OF_SENTENCE and text.endswith((".", ";")))


def _heading_depth(pieces: Sequence[Piece], index: int) -> int:
    """How far below the last marked heading one stands that its letters or its number make one; 0 of no heading."""
    piece = pieces[index]
    text = squeeze(piece.text)
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if after is None and index:
        return 0  # a heading has something below it
    mark = mark_of(text)
    words = mark.text if mark else text
    if not is_like_heading(words) and not is_upper_case_heading(words):
        return 0
    before = pieces[index - 1] if index else None
    if any(near and _is_alike(piece, near) for near in (before, after)):
        return 0
    if mark and mark.number and (mark.depth or piece.is_strong):
        return max(mark.depth, 1)
    if piece.is_strong or is_upper_case_heading(words):
        return 1
    return 2 if text.endswith(":") and piece.kind is BlockKind.PARAGRAPH else 0


def _is_alike(piece: Piece, near: Piece) -> bool:
    """Whether two pieces are items of one list, so that neither is a heading."""
    if piece.kind is BlockKind.ITEM:
        return near.kind is BlockKind.ITEM and near.level == piece.level and near.is_strong == piece.is_strong
    mine, other = mark_of(squeeze(piece.text)), mark_of(squeeze(near.text))
    return bool(
        mine and other and mine.number and other.number and mine.depth == other.depth and is_like_heading(other.text)
    )
