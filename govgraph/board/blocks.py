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
        return across * _MM, down * _MM

    @property
    def smallest_letter(self) -> float:
        """The height of its smallest letter, in px."""
        return self._drawing.smallest_letter(self._size)

    @cached_property
    def _size(self) -> str | None:
        """The column of a page; nothing where the picture is read better as it is, upright or on its side."""
        if self._bare:
            return None
        as_it_is = self._drawing.smallest_letter() * max(_scales_in(self._sides(None), (PORTRAIT, LANDSCAPE)))
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


PORTRAIT = (170.0, 232.0)
"""The room for a picture, in mm, with its heading and its caption on the page."""
LANDSCAPE = (257.0, 145.0)
_MM = 25.4 / 96
_GAIN = 1.25
"""A page is turned only where the picture gets so much larger by it."""
_SMALLEST, _SMALLEST_BESIDE_TEXT = 3.0, 4.1
"""The points that the smallest letters of a picture must have, or it is left out: alone, and beside text on a page."""
_POINTS = 0.75
"""Points in a px."""
_LARGE = 130.0
"""A picture that is higher, in mm, has a page of its own, with its heading."""
_LINE = 88
"""So many letters go on a line of a table."""
_LONGEST = 26
"""A longer word is counted as one of so many letters, so that it takes not all the room of other columns."""


class Fit(NamedTuple):
    """How wide and high a picture is drawn, in mm, and whether on a page on its side."""

    width: float
    height: float
    wide: bool


def fit_picture(figure: Figure) -> Fit:
    """How a picture is drawn as large as its room or a page allows, and never larger than it is."""
    (across, down), upright, sideways = figure.picture.sides, *_scales(figure)
    wide = sideways > upright * _GAIN
    scale = sideways if wide else upright
    return Fit(round(across * scale, 2), round(down * scale, 2), wide)


def fit_to_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with a table instead of a picture whose letters no page shows large enough to read.

    The heading of a picture that fills most of a page begins one.
    """
    kept = list(blocks)
    for block, following in zip(kept, [*kept[1:], None], strict=True):
        if isinstance(block, Figure) and _is_too_small(block):
            yield from block.instead
        elif isinstance(block, Heading) and isinstance(following, Figure) and not _is_too_small(following):
            fit = fit_picture(following)  # one on its side has a page of its own anyway
            yield replace(block, apart=block.apart or (fit.height > _LARGE and not fit.wide))
        else:
            yield block


def _is_too_small(figure: Figure) -> bool:
    letters = max(_scales(figure)) * figure.picture.smallest_letter * _POINTS
    return letters < (_SMALLEST_BESIDE_TEXT if figure.room else _SMALLEST)


def _scales(figure: Figure) -> tuple[float, float]:
    """How much smaller a picture gets upright, and on its side; one that shares a page is never turned."""
    return _scales_in(figure.picture.sides, (figure.room, figure.room) if figure.room else (PORTRAIT, LANDSCAPE))


def _scales_in(
    sides: tuple[float, float], rooms: tuple[tuple[float, float], tuple[float, float]]
) -> tuple[float, float]:
    across, down = sides
    first, second = (min(1.0, room[0] / across, room[1] / down) for room in rooms)
    return first, second


def pages(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks in runs, and whether a run has a page on its side: a picture with its heading, where it gains by that.

    Anything else runs on over upright pages.
    """
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Figure) and fit_picture(block).wide:
            alone = [run.pop()] if run and isinstance(run[-1], Heading) else []
            if run:
                yield False, run
            yield True, [*alone, block]
            run = []
        else:
            run.append(block)
    if run:
        yield False, run


def keeps_with(block: Block, following: Block | None) -> bool:
    """Whether a block is on the page of the one after it: a heading, words before a list, what a part belongs to."""
    if isinstance(block, Heading):
        return True
    leads = isinstance(block, Paragraph) and isinstance(following, Table | Bullets)
    return leads or (isinstance(following, Paragraph | Bullets) and following.inside)


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of each column in the width of a table: room for its longest word, and of the rest by what it holds."""
    least, letters = [], []
    for cells in zip(table.header, *table.rows, strict=True):
        word = max((len(word) for cell in cells for word in cell.split()), default=0)
        least.append(min(word, _LONGEST) + 3)
        letters.append(max(sum(map(len, cells)) / len(cells) - least[-1], 0))
    rest = max(_LINE - sum(least), 0)
    wanted = sum(letters)
    shares = [count / wanted if wanted else 1 / len(least) for count in letters]
    widths = [narrow + rest * share for narrow, share in zip(least, shares, strict=True)]
    return tuple(round(width / sum(widths), 4) for width in widths)
