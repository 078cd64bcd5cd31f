"""Of what a paper is made: headings, paragraphs, lists, tables and figures as plain data; and how they fit on A4."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govgraph.diagram.drawing import Drawing

MOST_ROWS = 60
"""A table on paper holds so many; a sentence below it says how many more there are."""
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
    """A list; set in where it belongs to the paragraph above."""

    items: tuple[Item, ...]
    inside: bool = False


@dataclass(frozen=True)
class Table:
    """A table with one row of headings; the first cell of a row says what the row is about. `note` stands below it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], what: str) -> Table:
    """A table of so many rows as paper holds; `what` says of what there are more: `bodies`."""
    note = f"and {len(rows) - MOST_ROWS:,} more {what}, for which a paper has no room." if len(rows) > MOST_ROWS else ""
    return Table(caption, tuple(header), tuple(map(tuple, rows[:MOST_ROWS])), note)


class Picture:
    """The picture of a drawing, made once and only when a format asks for it; needs the extra `draw`."""

    def __init__(self, drawing: "Drawing") -> None:
        self._drawing = drawing

    @cached_property
    def alt(self) -> str:
        """The text for whoever cannot see it."""
        from govgraph.diagram.picture import text_alternative  # needs the extra `draw`

        return one_line(text_alternative(self._drawing.view))

    @cached_property
    def svg(self) -> str:
        """The SVG."""
        return self._drawing.svg()

    @cached_property
    def png(self) -> bytes:
        """The PNG."""
        return self._drawing.png()

    @cached_property
    def diagrams(self) -> tuple[Item, ...]:
        """The structure, or before and after, in Mermaid, each with a name; none where it is too large for that."""
        from govgraph.render import mermaid  # only where it is written

        moment = self._drawing.frames.main
        graphs = [("", moment.after)]
        if moment.before is not None:
            graphs = [("Before", moment.before), ("After", moment.after)]
        drawn = [(name, mermaid.draw(graph, graph.bodies, {})) for name, graph in graphs]
        return tuple(Item(text, lead=name) for name, text in drawn if text is not None)


@dataclass(frozen=True)
class Figure:
    """A picture with its caption."""

    caption: str
    picture: Picture
    instead: "tuple[Block, ...]" = ()
    """What stands in its place on a page on which it could not be read."""


Block = Heading | Paragraph | Bullets | Table | Figure


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
            return Table(change(block.caption), tuple(map(change, block.header)), rows, change(block.note))
        case Figure():
            instead = tuple(change_texts(other, change) for other in block.instead)
            return replace(block, caption=change(block.caption), instead=instead)


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
            texts = [block.caption, *(cell for row in (block.header, *block.rows) for cell in row), block.note]
        case Figure():
            texts = [block.caption]
    return tuple(filter(None, texts))


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a paper says, as plain data: title, what stands below it, its day, its blocks in the order of reading."""

    title: str
    subtitle: str
    day: date
    blocks: tuple[Block, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return (self.title, self.subtitle, *(text for block in self.blocks for text in texts_of(block)))


PORTRAIT = (170.0, 232.0)
"""The room for a picture, in mm, with its heading and its caption on the page."""
LANDSCAPE = (257.0, 145.0)
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_MM = 25.4 / 96
_GAIN = 1.25
"""A page is turned only where the picture gets so much larger by it."""
_SMALLEST = 0.36
"""A picture that would get smaller is left out: its names, of 14 px, would be below 3.8 points."""
_LINE = 125
"""So many letters go on a line of a table."""
_LEAST, _MOST = 9, 40
"""Of how many letters a column is counted: none gets too narrow to read, and a long text takes not all the room."""


class Fit(NamedTuple):
    """How wide a picture is drawn, in mm, and whether on a page on its side."""

    width: float
    wide: bool


def fit_picture(svg: str) -> Fit:
    """How a picture is drawn as large as a page allows, and never larger than it is."""
    across, upright, sideways = _scales(svg)
    wide = sideways > upright * _GAIN
    return Fit(round(across * (sideways if wide else upright), 2), wide)


def fit_to_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with what stands instead of a picture whose letters no page shows large enough to read."""
    for block in blocks:
        if isinstance(block, Figure) and max(_scales(block.picture.svg)[1:]) < _SMALLEST:
            yield from block.instead
        else:
            yield block


def _scales(svg: str) -> tuple[float, float, float]:
    """How wide a picture is, in mm, and how much smaller it gets upright and on its side."""
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("not a picture of ours: it has no size")
    across, down = (int(length) * _MM for length in size.groups())
    upright, sideways = (min(1.0, room[0] / across, room[1] / down) for room in (PORTRAIT, LANDSCAPE))
    return across, upright, sideways


def is_wide(table: Table) -> bool:
    """Whether a table wants a page on its side: it has more to read side by side than goes on a line upright."""
    return sum(_widths(table)) > _LINE


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of each column in the width of a table."""
    widths = _widths(table)
    return tuple(round(width / sum(widths), 4) for width in widths)


def _widths(table: Table) -> list[int]:
    """How wide each column wants to be, in letters: by its longest word, and by how much is to be read in it."""
    rows = (table.header, *table.rows)
    widths = []
    for number in range(len(table.header)):
        cells = [row[number] for row in rows]
        word = max((len(word) for cell in cells for word in cell.split()), default=0)
        mean = sum(map(len, cells)) / len(cells)
        widths.append(min(max(word + 2, round(mean), _LEAST), _MOST))
    return widths
