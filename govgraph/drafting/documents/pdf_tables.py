"""Ruled tables of a page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govgraph.drafting.documents.pdf_lines import lines_of_words
from govgraph.drafting.documents.pieces import Piece, RawCell
from govgraph.drafting.documents.wording import mark_of
from govgraph.drafting.passages import BlockKind

if TYPE_CHECKING:
    from pdfplumber.page import Page

MAX_EDGES = 3_000
"""Of a page; each is held against every other."""
_NEAR = 2.0
_NEXT_PARAGRAPH = 0.6
"""The gap between two lines, in heights of a line, from which on they are two paragraphs."""
Box = tuple[float, float, float, float]


class PageTable:
    """A table with the rows of its cells, and where on the page it stands."""

    def __init__(self, box: Box, rows: list[list[RawCell]]) -> None:
        self.box = box
        self.rows = rows

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((sum(cell.columns for cell in row) for row in self.rows), default=0)

    def holds(self, word: Any) -> bool:
        """Whether a word stands in it."""
        return _is_inside(word, self.box)


def tables_of(page: "Page", words: Sequence[Any]) -> list[PageTable]:
    """The tables of a page from top to bottom; those that hold no word, and frames around a whole page, are none."""
    if not 0 < len(page.edges) <= MAX_EDGES:
        return []
    found = []
    for table in page.find_tables():
        boxes = [[cell for cell in row.cells if cell] for row in table.rows]
        rows = _rows(boxes, words, page.page_number)
        if sum(bool(cell.pieces) for row in rows for cell in row) > 1:
            found.append(PageTable(table.bbox, rows))
    return sorted(found, key=lambda table: table.box[1])


def _rows(boxes: Sequence[Sequence[Box]], words: Sequence[Any], page: int) -> list[list[RawCell]]:
    lefts = _distinct(box[0] for row in boxes for box in row)
    tops = _distinct(box[1] for row in boxes for box in row)
    rows = []
    for row in boxes:
        cells = []
        for box in row:
            columns = sum(box[0] - _NEAR <= left < box[2] - _NEAR for left in lefts)
            height = sum(box[1] - _NEAR <= top < box[3] - _NEAR for top in tops)
            inside = [word for word in words if _is_inside(word, box)]
            cell = RawCell(False, max(columns, 1), max(height, 1), f"page {page}", _pieces(inside, page))
            cells.append(cell)
        rows.append(cells)
    return rows


def _distinct(numbers: Any) -> list[float]:
    kept: list[float] = []
    for number in sorted(numbers):
        if not kept or number - kept[-1] > _NEAR:
            kept.append(number)
    return kept


def _is_inside(word: Any, box: Box) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x < box[2] and box[1] <= y < box[3])


def _pieces(words: Sequence[Any], page: int) -> list[Piece]:
    """The paragraphs and items of a cell, their lines still apart."""
    pieces: list[Piece] = []
    previous = None
    for line in lines_of_words(words, page, parts=False):
        mark = mark_of(line.text)
        apart = previous is None or line.top - previous.bottom > _NEXT_PARAGRAPH * (previous.bottom - previous.top)
        place = f"page {page}"
        if mark and not mark.number:
            pieces.append(Piece(BlockKind.ITEM, mark.text, is_strong=line.is_bold, place=place))
        elif mark or apart:
            pieces.append(Piece(BlockKind.PARAGRAPH, line.text, is_strong=line.is_bold, place=place))
        else:
            pieces[-1].text += f"\n{line.text}"
            pieces[-1].is_strong = pieces[-1].is_strong and line.is_bold
        previous = line
    return pieces
