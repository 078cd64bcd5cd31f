"""Of what a paper is made: headings, paragraphs, lists, tables and figures, as plain data that knows no format."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing

MOST_ROWS = 60
"""A table on paper holds so many; a sentence below it says how many more there are."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
Way = Callable[[str], str]


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

    def each(self, way: Way) -> "Heading":
        """The same, with every text changed in a way."""
        return replace(self, text=way(self.text))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return (self.text,)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: words to begin with, which stand out, and the rest; set in where it belongs to the one above."""

    text: str
    lead: str = ""
    inside: bool = False

    def each(self, way: Way) -> "Paragraph":
        """The same, with every text changed in a way."""
        return replace(self, text=way(self.text), lead=way(self.lead))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return tuple(filter(None, (self.lead, self.text)))


@dataclass(frozen=True)
class Bullets:
    """A list; set in where it belongs to the paragraph above."""

    items: tuple[Item, ...]
    inside: bool = False

    def each(self, way: Way) -> "Bullets":
        """The same, with every text changed in a way."""
        return replace(self, items=tuple(Item(way(one.text), way(one.lead)) for one in self.items))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return tuple(text for one in self.items for text in (one.lead, one.text) if text)


@dataclass(frozen=True)
class Table:
    """A table with one row of headings; the first cell of a row says what the row is about. `more` stands below it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str = ""

    def each(self, way: Way) -> "Table":
        """The same, with every text changed in a way."""
        rows = tuple(tuple(map(way, row)) for row in self.rows)
        return Table(way(self.caption), tuple(map(way, self.header)), rows, way(self.more))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        cells = (cell for row in (self.header, *self.rows) for cell in row)
        return tuple(filter(None, (self.caption, *cells, self.more)))


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], what: str) -> Table:
    """A table of so many rows as paper holds; `what` says of what there are more: `bodies`."""
    more = f"and {len(rows) - MOST_ROWS:,} more {what}, for which a paper has no room." if len(rows) > MOST_ROWS else ""
    return Table(caption, tuple(header), tuple(map(tuple, rows[:MOST_ROWS])), more)


class Drawn(Protocol):
    """A picture that is drawn only when a format asks for it; needs the extra `draw`."""

    @property
    def alt(self) -> str:
        """What stands for it where it cannot be seen."""

    @property
    def svg(self) -> str:
        """As vectors."""

    @property
    def png(self) -> bytes:
        """In pixels."""

    @property
    def diagrams(self) -> tuple[Item, ...]:
        """For formats that draw themselves, in Mermaid, each with a name; none where it is too large for that."""


class Picture:
    """The picture of a drawing, made once, however many formats show it."""

    def __init__(self, drawing: "Drawing") -> None:
        self._drawing = drawing

    @cached_property
    def alt(self) -> str:
        """What stands for it where it cannot be seen."""
        from govgraph.draw.picture import alternative  # noqa: PLC0415 - needs the extra `draw`

        return one_line(alternative(self._drawing.view))

    @cached_property
    def svg(self) -> str:
        """As vectors."""
        return self._drawing.svg()

    @cached_property
    def png(self) -> bytes:
        """In pixels."""
        return self._drawing.png()

    @cached_property
    def diagrams(self) -> tuple[Item, ...]:
        """In Mermaid: the structure, or before and after."""
        from govgraph.draw import mermaid  # noqa: PLC0415 - only where it is written

        moment = self._drawing.frames.main
        graphs = [("", moment.after)]
        if moment.before is not None:
            graphs = [("Before", moment.before), ("After", moment.after)]
        drawn = [(name, mermaid.draw(graph, list(graph.bodies), {})) for name, graph in graphs]
        return tuple(Item(text, lead=name) for name, text in drawn if text is not None)


@dataclass(frozen=True)
class Figure:
    """A picture with its caption."""

    caption: str
    picture: Drawn
    instead: "tuple[Paragraph | Table, ...]" = ()
    """What stands in its place on a page on which it could not be read."""

    def each(self, way: Way) -> "Figure":
        """The same, with every text changed in a way; a diagram is no text."""
        return replace(self, caption=way(self.caption), instead=tuple(one.each(way) for one in self.instead))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return (self.caption,)


Block = Heading | Paragraph | Bullets | Table | Figure
