"""How a picture is composed: title and headline at the top, the legend below the diagram or beside it, sources last."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from govgraph.diagram.boxes import SMALL_SIZE
from govgraph.diagram.legend import MARGIN, SIZES, Block, Sample, Section, TextLine, height, place_legend, text_lines
from govgraph.diagram.sizes import Canvas, points
from govgraph.diagram.style import width, wrapped

_MIN_WIDTH = 700
"""A small diagram gets as much, so that the sections of its legend stand beside one another."""
_TITLE_SIZES = (21.0, 34.0)
_TITLE_SHARE = 1 / 60
"""The title grows with the picture, because a wide one is shown smaller."""
_HEADLINE_SHARES = (0.7, 0.85, 0.85)
"""How large the headline is beside the title, and how much smaller a long one gets each time that it is too long."""
_MAX_LINES = 3
_GOOD_HEADLINE_LINES, _MAX_HEADLINE_LINES = 4, 12
_BAR = 4.0
"""The width of the bar beside a headline that says what is wrong."""
_BEST_RATIO = 1.5
"""Of two pictures without a size the one is better that is larger on a sheet of this ratio."""
_ZOOMS = (1.0, 0.85, 0.7, 0.55)
"""How much smaller title and legend may be, so that the diagram has room."""
_MIN_WORDS = 8.0
"""Of so many px, which are six points, are the smallest words around the diagram at least."""
_ENOUGH = 7.0
"""Letters of so many points are large enough: then the words around the diagram need not give way to it."""
_MAX_SCALE = 1.5
_MIN_SCALE = 0.02
_COLUMNS = (0.0, 2 * 250.0)
"""The room for a legend beside the diagram: one section under another, or two of them side by side."""


class Words(NamedTuple):
    """The texts around a diagram; `sources` are the lines that have room in a width."""

    title: str
    headline: str
    is_wrong: bool
    subtitle: str
    legend: Sequence[Section]
    sources: Callable[[float], list[str]]


class Diagram(NamedTuple):
    """The size of a diagram in px, with the margin that it has at either side."""

    width: float
    height: float
    margin: float


class Head(NamedTuple):
    """Title, headline and subtitle, the bar beside the headline, and where they end."""

    lines: list[TextLine]
    bar: tuple[float, float, float, float] | None
    bottom: float


class Composition(NamedTuple):
    """Where everything stands, in px; `zoom` is how many times as large all of it is shown."""

    width: float
    height: float
    zoom: float
    at: tuple[float, float]
    """The upper left corner of the diagram."""
    scale: float
    """How many times as large the diagram is beside what stands around it."""
    head: Head
    samples: list[Sample]
    texts: list[TextLine]
    """Of the legend and of the sources."""
    rules: list[str]
    """The paths of the lines between the parts."""


def bare(diagram: Diagram) -> Composition:
    """The composition of a diagram with nothing around it."""
    return Composition(
        width=diagram.width,
        height=diagram.height,
        zoom=1.0,
        at=(0.0, 0.0),
        scale=1.0,
        head=Head([], None, 0.0),
        samples=[],
        texts=[],
        rules=[],
    )


def natural(words: Words, diagram: Diagram) -> Composition:
    """The composition of a diagram as large as it is drawn."""
    across = diagram.width
    below = _Legend(place_legend(words.legend, 0, max(_MIN_WIDTH, across)), beside=False)
    options = [below, _beside(words.legend, 0.0)] if words.legend else [below]
    wides = [max(_MIN_WIDTH, across + (option.width if option.beside else 0.0)) for option in options]
    composed = [
        _composed(words, round(wide), None, option, 1.0, diagram) for wide, option in zip(wides, options, strict=True)
    ]
    return min(composed, key=lambda one: max(one.width / _BEST_RATIO, one.height))


def fitted(words: Words, canvas: Canvas, diagram: Diagram) -> Composition:
    """The composition that fills a canvas: letters that can be read come first, then large words, a large diagram."""

    def worth(one: Composition) -> tuple[bool, float, float, float]:
        letter = points(one.zoom * one.scale * SMALL_SIZE)
        return one.scale > _MIN_SCALE, round(min(letter, _ENOUGH), 2), one.zoom, one.scale

    return max(_candidates(words, canvas, diagram), key=worth)


def _candidates(words: Words, canvas: Canvas, diagram: Diagram) -> Iterator[Composition]:
    for smaller, column in product(_ZOOMS, (None, *_COLUMNS)):
        zoom = max(canvas.letters * smaller, _MIN_WORDS / min(SIZES.values()))
        wide = canvas.width / zoom
        if column is None:
            option = _Legend(place_legend(words.legend, 0, wide), beside=False)
        else:
            option = _beside(words.legend, column)
        if column is None or (words.legend and option.width < wide / 2):
            yield _composed(words, wide, canvas, option, zoom, diagram)


class _Legend(NamedTuple):
    """A legend placed from the corner of its own block, and whether it stands beside the diagram."""

    block: Block
    beside: bool

    @property
    def width(self) -> float:
        """As wide as its widest line, with a margin on either side."""
        ends = (line.x + width(line.text, line.size, bold=line.css == "heading") for line in self.block.texts)
        return MARGIN + max(ends, default=MARGIN)


def _beside(sections: Sequence[Section], room: float) -> _Legend:
    return _Legend(
        place_legend(sections, 0, room, max_rows=max(1, *(len(section.entries) for section in sections))), beside=True
    )


def _composed(
    words: Words, wide: float, canvas: Canvas | None, option: _Legend, zoom: float, diagram: Diagram
) -> Composition:
    """The parts below and beside one another; without a canvas as high as they need, and the diagram unscaled."""
    head = _head(words, wide)
    sources = words.sources(wide - 2 * MARGIN)
    foot = MARGIN / 3 + height(text_lines(sources, "source", 0, 0)) + MARGIN
    block = option.block
    below = 0.0 if option.beside or not words.legend else block.height + MARGIN * 5 / 4
    room = wide - (option.width if option.beside else 0.0)
    scale, high = 1.0, 0.0
    if canvas is not None:
        high = canvas.height / zoom - head.bottom - below - foot - MARGIN / 2
        scale = _scale(diagram, room, high) if not option.beside or block.height <= high else _MIN_SCALE
    across, down = diagram.width * scale, diagram.height * scale
    middle = max(down, block.height if option.beside else 0.0, high if canvas and canvas.is_full else 0.0)
    rule = head.bottom + middle + MARGIN / 2
    corner = (room, head.bottom) if option.beside else (0.0, rule + MARGIN / 2)
    bottom = rule + below
    rules = [f"M{MARGIN:g} {y:g}H{wide - MARGIN:g}" for y in dict.fromkeys((round(rule, 1), round(bottom, 1)))]
    if option.beside:
        rules.append(f"M{room + MARGIN / 2:g} {head.bottom:g}V{rule - MARGIN / 2:g}")
    legend = [line._replace(x=round(line.x + corner[0], 1), y=round(line.y + corner[1], 1)) for line in block.texts]
    return Composition(
        width=wide,
        height=round(bottom + foot),
        zoom=zoom,
        at=(round((room - across) / 2, 1), round(head.bottom + (middle - down) / 2, 1)),
        scale=scale,
        head=head,
        samples=[
            item._replace(x=round(item.x + corner[0], 1), y=round(item.y + corner[1], 1)) for item in block.samples
        ],
        texts=[*legend, *text_lines(sources, "source", MARGIN, bottom + MARGIN / 3)],
        rules=rules,
    )


def _scale(diagram: Diagram, room: float, high: float) -> float:
    """How many times as large a diagram is that fills a room from margin to margin, and a height."""
    wide = (room - 2 * MARGIN) / (diagram.width - 2 * diagram.margin)
    return max(_MIN_SCALE, min(wide, high / diagram.height, _MAX_SCALE))


def _head(words: Words, wide: float) -> Head:
    """Title, what is wrong in a sentence, the day and the view."""
    smallest, largest = _TITLE_SIZES
    size = round(min(max(smallest, wide * _TITLE_SHARE), largest))
    room = wide - 2 * MARGIN
    lines = text_lines(wrapped(words.title, size, room, _MAX_LINES, bold=True), "title", MARGIN, MARGIN, size)
    top = bottom = MARGIN + height(lines) + 4
    bar = None
    if words.headline:
        indent = 3 * _BAR if words.is_wrong else 0.0
        for share in _HEADLINE_SHARES:
            size = round(size * share)
            said = wrapped(words.headline, size, room - indent, _MAX_HEADLINE_LINES, bold=True)
            if len(said) <= _GOOD_HEADLINE_LINES:
                break
        lines += text_lines(said, "headline", MARGIN + indent, top, size)
        bottom = top + height(text_lines(said, "headline", 0, 0, size)) + 4
        bar = (MARGIN, round(top, 1), _BAR, round(bottom - top - 4, 1)) if words.is_wrong else None
    quiet = text_lines(wrapped(words.subtitle, SIZES["quiet"], room, 2 * _MAX_LINES), "quiet", MARGIN, bottom + 2)
    return Head([*lines, *quiet], bar, round(bottom + 2 + height(quiet) + MARGIN / 4))
