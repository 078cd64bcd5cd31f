"""Pieces of a tree of text, before they have a place: what a reader of HTML gathers, in the page and in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.drafting.documents.blocks import squeeze
from govgraph.drafting.documents.tables import Cell, Grid, split_headers
from govgraph.drafting.documents.wording import is_like_heading
from govgraph.drafting.passages import BlockKind

_MOST_SPAN = 1_000
_KEY_VALUE_COLUMNS = 2
_ENDS = (".", ",", ";", ":", "?", "!")


@dataclass
class Piece:
    """A heading, paragraph, item or row as it stands in the tree."""

    kind: BlockKind
    text: str
    level: int = 0
    is_strong: bool = False
    """Whether all its letters are bold or underlined, so that it may be a heading."""
    place: str = ""
    """Empty where its place is only counted."""
    cells: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    table: int = 0
    """The number of the table that it is a row of, or that it stands in."""


@dataclass
class RawCell:
    """A cell of a table, with all that it holds."""

    is_header: bool
    columns: int = 1
    rows: int = 1
    place: str = ""
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text in one line; what stands below one another without a mark at its end is parted by `; `."""
        text = ""
        for piece in self.pieces:
            text += ("" if not text else " " if text.endswith(_ENDS) else "; ") + squeeze(piece.text)
        return text

    @property
    def is_set_as_header(self) -> bool:
        """Whether it is a header, or set in bold letters throughout."""
        return self.is_header or (bool(self.pieces) and all(piece.is_strong for piece in self.pieces))


class _Row(NamedTuple):
    number: int
    cells: list[RawCell | None]
    """For each column: the cell, or None where one from the left reaches into it."""
    is_full_width: bool


class TableBuilder:
    """A table as it is read: rows of cells, and then its pieces."""

    def __init__(self) -> None:
        self.rows: list[list[RawCell]] = []

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return max((sum(cell.columns for cell in row) for row in self.rows), default=0)

    def add_row(self) -> None:
        """Begin a row."""
        self.rows.append([])

    def add_cell(self, cell: RawCell) -> None:
        """Add a cell to the row that was begun last."""
        if not self.rows:
            self.add_row()
        self.rows[-1].append(cell)

    def pieces(self, number: int) -> list[Piece]:
        """What the table holds, as pieces: its rows; or its cells one after another, where it only sets the page."""
        rows = _laid_out(self.rows)
        width = max((len(row.cells) for row in rows), default=0)
        if width <= 1 or _only_sets_page(rows):
            return [
                piece for row in rows for cell in _distinct(row.cells) for piece in _placed(cell, number, row.number)
            ]
        body = [row for row in rows if not row.is_full_width]
        grid: Grid = [
            [Cell(cell.text, cell.is_set_as_header) if cell else Cell("") for cell in row.cells] for row in body
        ]
        headers, count = split_headers(grid)
        heads = {row.number for row in body[:count]}
        pieces: list[Piece] = []
        for row in rows:
            if row.number not in heads:
                pieces.extend(_row_pieces(row, number, headers))
        return pieces


def _row_pieces(row: _Row, number: int, headers: tuple[str, ...]) -> list[Piece]:
    place = f"table {number}, row {row.number}"
    cells = [cell for cell in row.cells if cell]
    if row.is_full_width:
        pieces = _placed(cells[0], number, row.number)
        if len(pieces) == 1 and is_like_heading(squeeze(pieces[0].text)):
            pieces[0].is_strong = True
        return pieces
    texts = tuple(cell.text if cell else "" for cell in row.cells)
    if not headers and len(row.cells) == _KEY_VALUE_COLUMNS and row.cells[1] and len(row.cells[1].pieces) > 1:
        # a paper set as a table: the key stands above what is said of it
        key = Piece(BlockKind.PARAGRAPH, texts[0], is_strong=True, place=cells[0].place or place, table=number)
        return [*([key] if texts[0] else []), *_placed(row.cells[1], number, row.number)]
    return [
        Piece(
            BlockKind.ROW, " | ".join(texts), place=cells[0].place or place, cells=texts, headers=headers, table=number
        )
    ]


def _placed(cell: RawCell, table: int, row: int) -> list[Piece]:
    for piece in cell.pieces:
        piece.place = piece.place or f"table {table}, row {row}"
        piece.table = piece.table or table
    return cell.pieces


def _distinct(cells: Sequence[RawCell | None]) -> list[RawCell]:
    return list({id(cell): cell for cell in cells if cell}.values())


def _only_sets_page(rows: Sequence[_Row]) -> bool:
    """Whether a table holds headings or other tables in its cells: then its columns mean nothing."""
    kinds = (BlockKind.ROW, BlockKind.HEADING)
    return any(
        piece.kind in kinds
        for row in rows
        for cell in row.cells
        if cell and not cell.is_header
        for piece in cell.pieces
    )


def _laid_out(rows: Sequence[Sequence[RawCell]]) -> list[_Row]:
    """The rows with merged cells in each row that they reach into, without rows and columns that are empty."""
    width = min(max((sum(min(cell.columns, _MOST_SPAN) for cell in row) for row in rows), default=0), _MOST_SPAN)
    reaching: dict[int, tuple[RawCell, int]] = {}
    laid: list[_Row] = []
    for number, row in enumerate(rows, 1):
        cells: list[RawCell | None] = []
        waiting = list(reversed(row))
        while len(cells) < width or waiting:
            column = len(cells)
            if column in reaching and reaching[column][1] > 0:
                cell, left = reaching[column]
                reaching[column] = (cell, left - 1)
                cells.append(cell)
            elif waiting:
                cell = waiting.pop()
                if cell.rows > 1:
                    reaching[column] = (cell, cell.rows - 1)
                cells.append(cell)
                cells.extend([None] * (min(cell.columns, _MOST_SPAN) - 1))
            else:
                cells.append(None)
        full = len(row) == 1 and len([cell for cell in cells if cell]) == 1 and width > 1 and row[0].columns >= width
        laid.append(_Row(number, cells, full))
    kept = {
        column for row in laid if not row.is_full_width for column, cell in enumerate(row.cells) if cell and cell.pieces
    }
    return [
        row
        if row.is_full_width
        else row._replace(cells=[cell for column, cell in enumerate(row.cells) if column in kept])
        for row in laid
        if any(cell and cell.pieces for cell in row.cells)
    ]
