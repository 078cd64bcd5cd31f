"""Where things stand on a picture beside the diagram: lines of text, and the key in columns, every line measured."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govgraph.draw.key import Entry, Section
from govgraph.draw.lettering import width, wrapped

MARGIN = 24.0
_SIZES = {"quiet": 12.0, "heading": 12.0, "entry": 12.0, "source": 11.0}
_LEADING = 1.36
_SAMPLES = {"relation": (58.0, 14.0), "kind": (46.0, 24.0), "sign": (14.0, 14.0), "mark": (34.0, 28.0)}
"""How large each sample of `key.svg.j2` is."""
_LOWER = {"mark": 2.5}
"""By how much the middle of what is drawn is lower than that of its sample."""
_WORDS = 190.0
_HEADING = 184.0
_BESIDE = 9.0
_BETWEEN = 34.0
_BELOW = 5.0
_MOST_ROWS = 6
"""More entries of one sort go into a column beside."""
_MOST_LINES = 4


class Text(NamedTuple):
    """A line of text: where its first letter stands, its class, and its size in px."""

    text: str
    x: float
    y: float
    css: str
    size: float


class Sample(NamedTuple):
    """A sample of the key, and its upper left corner."""

    entry: Entry
    x: float
    y: float


class Key(NamedTuple):
    """A key in its place, and where it ends below."""

    samples: tuple[Sample, ...]
    texts: tuple[Text, ...]
    low: float


def block(lines: Iterable[str], css: str, x: float, top: float, size: float | None = None) -> list[Text]:
    """Lines of text below one another."""
    size = _SIZES[css] if size is None else size
    return [
        Text(line, round(x, 1), round(top + size * (0.98 + _LEADING * number), 1), css, size)
        for number, line in enumerate(lines)
    ]


def height(texts: list[Text]) -> float:
    """How high such lines are."""
    return sum(text.size * _LEADING for text in texts)


def broken(text: str, css: str, room: float, most: int) -> list[str]:
    """A text as lines of a class no wider than the room."""
    return wrapped(text, _SIZES[css], room, most)


class _Column(NamedTuple):
    """Entries below one another, placed from the corner of the column."""

    samples: list[Sample]
    texts: list[Text]
    width: float
    height: float


class _Pile(NamedTuple):
    """Sections below one another: where they begin, how wide the first is, and where the last ends."""

    x: float
    width: float
    low: float


def place_key(sections: Iterable[Section], top: float, wide: float) -> Key:
    """The sections beside one another, as many as there is room for, and the others below the shortest."""
    samples: list[Sample] = []
    texts: list[Text] = []
    piles: list[_Pile] = []
    low = top
    for placed in map(_section, sections):
        x = piles[-1].x + piles[-1].width + _BETWEEN if piles else MARGIN
        y = top
        if piles and x + placed.width > wide - MARGIN:
            under = min((pile for pile in piles if pile.width >= placed.width), key=lambda pile: pile.low, default=None)
            if under is None:
                x, y = MARGIN, low + _BETWEEN / 2
                piles, top = [], y
            else:
                x, y = under.x, under.low + _BETWEEN / 2
                piles[piles.index(under)] = under._replace(low=y + placed.height)
        if y == top:
            piles.append(_Pile(x, placed.width, y + placed.height))
        samples += [one._replace(x=round(one.x + x, 1), y=round(one.y + y, 1)) for one in placed.samples]
        texts += [one._replace(x=round(one.x + x, 1), y=round(one.y + y, 1)) for one in placed.texts]
        low = max(low, y + placed.height)
    return Key(tuple(samples), tuple(texts), low)


def _section(section: Section) -> _Column:
    """A heading, and under it the entries in even columns."""
    number = -(-len(section.entries) // _MOST_ROWS)
    each = -(-len(section.entries) // number)
    columns = [_column(section.entries[place : place + each]) for place in range(0, len(section.entries), each)]
    across = sum(column.width for column in columns) + _BETWEEN / 2 * (len(columns) - 1)
    head = block(broken(section.head, "heading", max(across, _HEADING), _MOST_LINES), "heading", 0, 0)
    top = height(head) + _BELOW
    samples: list[Sample] = []
    texts = list(head)
    x = 0.0
    for column in columns:
        samples += [one._replace(x=one.x + x, y=one.y + top) for one in column.samples]
        texts += [one._replace(x=one.x + x, y=one.y + top) for one in column.texts]
        x += column.width + _BETWEEN / 2
    widest = max(across, *(width(one.text, one.size) for one in head))
    return _Column(samples, texts, widest, top + max(column.height for column in columns))


def _column(entries: Iterable[Entry]) -> _Column:
    entries = list(entries)
    aside = max(_SAMPLES[entry.sample][0] for entry in entries)
    samples: list[Sample] = []
    texts: list[Text] = []
    y = 0.0
    for entry in entries:
        across, down = _SAMPLES[entry.sample]
        lines = block(broken(entry.words, "entry", _WORDS, _MOST_LINES), "entry", aside + _BESIDE, 0)
        high = max(down, height(lines))
        samples.append(Sample(entry, (aside - across) / 2, y + (high - down) / 2))
        lower = y + (high - height(lines)) / 2 + _LOWER.get(entry.sample, 0.0)
        texts += [line._replace(y=line.y + lower) for line in lines]
        y += high + _BELOW
    return _Column(samples, texts, max(one.x + width(one.text, one.size) for one in texts), y - _BELOW)


def rules_of_css(texts: Iterable[Text]) -> Iterator[str]:
    """The sizes of these texts as rules of CSS, so that what is measured is what is drawn."""
    for css, size in sorted({(text.css, text.size) for text in texts}):
        yield f".gg .{css} {{ font-size: {size:g}px; text-anchor: start; }}"
