"""Of what a paper is made: headings, paragraphs, lists, tables and figures as plain data."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from govgraph.diagram.sizes import MM

if TYPE_CHECKING:
    from govgraph.diagram.drawing import Drawing

MOST_ROWS = 60
"""A table holds so many; a sentence below it says how many more there are."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on one line; what no format can write is shown as U+FFFD."""
    return " ".join(_NO_TEXT.sub("\ufffd", text).split())


class Item(NamedTuple):
    """One point of a list: words to begin with, which stand out, and the rest."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading below the title: 1 for a section, 2 for a part of one; `apart` begins a new page."""

    level: int
    text: str
    apart: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: words to begin with, which stand out, and the rest; set in where it belongs to the one above."""

    text: str
    lead: str = ""
    inside: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, numbered from `start` where that is given; set in where it belongs to the paragraph above."""

    items: tuple[Item, ...]
    inside: bool = False
    start: int | None = None


@dataclass(frozen=True)
class Table:
    """A table with one row of headings; the first cell of a row says what the row is about. `note` is below it.

    The caption of a `plain` table is for screen readers alone, because a heading says the same to those who see it.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    plain: bool = False


def table(
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    what: str,
    *,
    most: int = MOST_ROWS,
    plain: bool = False,
) -> Table:
    """A table of so many rows as paper holds; `what` says of what there are more: `bodies`."""
    note = f"and {len(rows) - most:,} more {what} that are not listed here." if len(rows) > most else ""
    return Table(caption, tuple(header), tuple(map(tuple, rows[:most])), note, plain)


PORTRAIT = (170.0, 232.0)
"""The room for a picture, in mm, with its heading and its caption on the page."""
LANDSCAPE = (257.0, 145.0)


def scales_in(
    sides: tuple[float, float], rooms: tuple[tuple[float, float], tuple[float, float]]
) -> tuple[float, float]:
    """How much smaller a picture of these sides gets in either of two rooms; never larger."""
    across, down = sides
    first, second = (min(1.0, room[0] / across, room[1] / down) for room in rooms)
    return first, second


class Picture:
    """The picture of a drawing, made once and only when a format asks for it; needs the extra `draw`.

    Args:
        drawing: what is drawn.
        bare: whether the diagram stands alone, where the page says itself what its title, key and sources would.

    """

    def __init__(self, drawing: "Drawing", *, bare: bool = False) -> None:
        self._drawing = drawing
        self._bare = bare

    @cached_property
    def alt(self) -> str:
        """The text for people who cannot see it."""
        from govgraph.diagram.picture import text_alternative  # needs the extra `draw`

        return one_line(text_alternative(self._drawing.view))

    @cached_property
    def svg(self) -> str:
        """The SVG."""
        return self._drawing.svg(self._size, bare=self._bare)

    @cached_property
    def png(self) -> bytes:
        """The PNG."""
        return self._drawing.png(self._size, bare=self._bare)

    @property
    def sides(self) -> tuple[float, float]:
        """How wide and high it is, in mm."""
        return self._sides(self._size)

    def _sides(self, size: str | None) -> tuple[float, float]:
        layout = self._drawing.layout
        across, down = (layout.width, layout.height) if self._bare else self._drawing.sides(size)
        return across / MM, down / MM

    @property
    def smallest_letter(self) -> float:
        """The height of its smallest letter, in px."""
        return self._drawing.smallest_letter(self._size)

    @cached_property
    def _size(self) -> str | None:
        """The column of a page; nothing where the picture is read better as it is, upright or on its side."""
        if self._bare:
            return None
        as_it_is = self._drawing.smallest_letter() * max(scales_in(self._sides(None), (PORTRAIT, LANDSCAPE)))
        return "a4" if self._drawing.smallest_letter("a4") >= as_it_is else None

    @cached_property
    def diagrams(self) -> tuple[Item, ...]:
        """The structure, or before and after, in Mermaid, each with a name; none where it is too large for that."""
        from govgraph.render import mermaid  # only where it is written

        frames, boxes = self._drawing.frames, self._drawing.scene.boxes
        moment = frames.main
        graphs = [("", moment.after)]
        if moment.before is not None:
            graphs = [("Before", moment.before), ("After", moment.after)]
        shown = [
            (name, graph, [body for body in graph.bodies if frames.box_key(graph, body) in boxes])
            for name, graph in graphs
        ]
        drawn = [(name, mermaid.draw(graph, bodies, {})) for name, graph, bodies in shown]
        return tuple(Item(text, lead=name) for name, text in drawn if text is not None)


@dataclass(frozen=True)
class Figure:
    """A picture with its caption."""

    caption: str
    picture: Picture
    instead: "tuple[Block, ...]" = ()
    """What takes its place on a page on which it could not be read."""
    room: tuple[float, float] | None = None
    """How wide and high it may be, in mm, where it shares a page with text; else it is as large as a page allows."""


@dataclass(frozen=True)
class Box:
    """A heading with paragraphs, in a frame that sets them apart."""

    title: str
    texts: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Table | Figure | Box


def change_texts(block: Block, change: Callable[[str], str]) -> Block:
    """The block with every text changed; a diagram is no text."""
    match block:
        case Heading():
            return replace(block, text=change(block.text))
        case Paragraph():
            return replace(block, text=change(block.text), lead=change(block.lead))
        case Bullets():
            return replace(block, items=tuple(Item(change(item.text), change(item.lead)) for item in block.items))
        case Table():
            rows = tuple(tuple(map(change, row)) for row in block.rows)
            header = tuple(map(change, block.header))
            return replace(block, caption=change(block.caption), header=header, rows=rows, note=change(block.note))
        case Figure():
            instead = tuple(change_texts(other, change) for other in block.instead)
            return replace(block, caption=change(block.caption), instead=instead)
        case Box():
            return Box(change(block.title), tuple(map(change, block.texts)))


def texts_of(block: Block) -> tuple[str, ...]:
    """Every text of a block, in the order of reading."""
    match block:
        case Heading():
            texts = [block.text]
        case Paragraph():
            texts = [block.lead, block.text]
        case Bullets():
            texts = [text for item in block.items for text in (item.lead, item.text)]
        case Table():
            caption = "" if block.plain else block.caption
            texts = [caption, *(cell for row in (block.header, *block.rows) for cell in row), block.note]
        case Figure():
            texts = [block.caption]
        case Box():
            texts = [block.title, *block.texts]
    return tuple(filter(None, texts))


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a paper says, as plain data: title, what stands below it, its day, its blocks in the order of reading."""

    title: str
    subtitle: str
    day: date
    blocks: tuple[Block, ...]
    one_page: bool = False
    """Whether it is set small, to be one page, and without a list of its sections."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return (self.title, self.subtitle, *(text for block in self.blocks for text in texts_of(block)))
