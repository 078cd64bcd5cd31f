"""The legend of a drawing: what each sign means that is drawn, and where it stands in a picture."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import ceil
from operator import attrgetter
from typing import Any, NamedTuple

from govgraph.diagram import style
from govgraph.diagram.scene import Box, FactMark, Link
from govgraph.diagram.seat_words import ChairState
from govgraph.diagram.signs import ASKED_PATH, MARK_PATHS, SPEAKS_SIGN, chair_sign, sign
from govgraph.diagram.style import width, wrapped
from govgraph.diagram.view import View, fact_css
from govgraph.findings import Severity
from govgraph.model import Kind
from govgraph.render.participation import SPEAKS, Amount

_OUTLINE_WIDTH, _OUTLINE_HEIGHT = 84, 40
"""The outline of a kind, which a sample shows at half its size: no smaller, or its corners would not go into it."""
_AMOUNTS = {
    Amount.SEAT: "a seat",
    Amount.LESS: "takes part, without a seat",
    Amount.VACANT: "a seat that nobody fills",
    Amount.NONE: "no seat",
    Amount.NOT_STATED: "not stated",
}
_GRAVEST = {
    Severity.ERROR: "at least one is an error",
    Severity.WARNING: "the gravest is a warning",
    Severity.NOTE: "notes only",
}
_CHAIRS = {
    ChairState.FILLED: "who chairs it; without this line the file does not say",
    ChairState.VACANT: "the chair is vacant, or nobody chairs it",
}


class Entry(NamedTuple):
    """A sign: the macro of `legend.svg.j2` that draws it (`relation`, `kind`, `fact`), its data, its words."""

    sample: str
    data: dict[str, Any]
    words: str


class Section(NamedTuple):
    """The entries of one sort, under a heading."""

    heading: str
    entries: tuple[Entry, ...]


def legend(view: View, frames: int, *, seats: bool = False) -> list[Section]:
    """The legend of what is drawn in these frames. No empty section.

    With `seats` also the lines that are drawn only for a body that is chosen.
    """
    boxes = [box for box in view.scene.boxes.values() if box.shown & frames]
    links = [link for link in view.scene.links if link.shown & frames]
    sections = {
        "Problems and questions": [*_facts(boxes, frames), *_questions(boxes, frames)],
        "Who has a seat": [*_parts(boxes, frames), *_badges(boxes, frames)],
        "Who chairs or leads": _chairs(boxes, frames),
        "Lines: read towards the sign": _lines(view, links, seats=seats),
        "Kinds of body": [*_kinds(boxes, frames), *_lists(view)],
        "What has changed": _changes(boxes, links, frames),
    }
    filled = [Section(heading, tuple(entries)) for heading, entries in sections.items()]
    return [section for section in filled if section.entries]


def _lines(view: View, links: Iterable[Link], *, seats: bool) -> Iterator[Entry]:
    """The relations that are drawn, and the seats that are lines only where somebody can ask for them."""
    used = {link.relation for link in links}
    drawn = {link.relation for link in links if link.is_drawn}
    for relation in view.relations:
        if relation["key"] in (used if seats else drawn):
            condition = "" if relation["key"] in drawn else ", drawn for the body that is chosen"
            yield Entry("relation", relation, relation["words"] + condition)


def _kinds(boxes: Iterable[Box], frames: int) -> Iterator[Entry]:
    used = {kind for box in boxes for kind, on in box.kinds.items() if on & frames}
    for kind in Kind:
        if kind in used:
            outline = style.outline(kind, _OUTLINE_WIDTH, _OUTLINE_HEIGHT)
            data = {"css": "half", "kind": kind, "outline": outline, "scale": 0.5, "word": ""}
            yield Entry("kind", data, kind.value.replace("_", " "))


def _parts(boxes: Iterable[Box], frames: int) -> Iterator[Entry]:
    variants = (parts for box in boxes for parts in box.parts.values())
    drawn = {part for parts in variants for part, on in parts.items() if on & frames}
    used = {part.amount for part in drawn if not part.speaks}
    for amount, words in _AMOUNTS.items():
        if amount in used:
            yield Entry("sign", sign(amount)._asdict(), words)
    if any(part.speaks for part in drawn):
        yield Entry("sign", SPEAKS_SIGN._asdict(), SPEAKS)


def _badges(boxes: Iterable[Box], frames: int) -> Iterator[Entry]:
    if any(on & frames for box in boxes for on in box.badges.values()):
        yield Entry("badge", {}, "another body’s seat, and its role")


def _chairs(boxes: Iterable[Box], frames: int) -> Iterator[Entry]:
    used = {chair.state.sign for box in boxes for chair, on in box.chairs.items() if on & frames}
    for state, words in _CHAIRS.items():
        if state.sign in used:
            yield Entry("sign", chair_sign(state)._asdict(), words)


def _facts(boxes: Iterable[Box], frames: int) -> Iterator[Entry]:
    used = {(mark.severity, mark.is_loss) for box in boxes for mark, on in box.facts.items() if on & frames}
    for severity, is_loss in product(Severity, (False, True)):
        if (severity, is_loss) in used:
            mark = FactMark(severity, 1, is_loss)
            words = f"{'losses' if is_loss else 'problems'}: {_GRAVEST[severity]}"
            yield Entry("fact", {"css": fact_css(mark), "path": MARK_PATHS[severity]}, words)


def _questions(boxes: Iterable[Box], frames: int) -> Iterator[Entry]:
    if any(on & frames for box in boxes for on in box.questions.values()):
        yield Entry("asked", {"path": ASKED_PATH}, "open questions about it; one may be about several bodies")


def _lists(view: View) -> Iterator[Entry]:
    if view.layout.lists:
        yield Entry("list", {}, "several alike in one list")


def _changes(boxes: Sequence[Box], links: Sequence[Link], frames: int) -> Iterator[Entry]:
    """What the styles of lines mean where two structures are laid over one another."""
    lines = [link for link in links if link.is_drawn]
    outline = style.outline(Kind.COMMITTEE, _OUTLINE_WIDTH / 2, _OUTLINE_HEIGHT / 2)
    body = {"kind": Kind.COMMITTEE, "outline": outline, "scale": 1, "word": ""}
    line = {"dashes": "", "head": style.Head.NONE}
    if any(box.new & frames for box in boxes):
        yield Entry("kind", {**body, "css": "new"}, "new body")
    if any(box.gone & frames for box in boxes):
        yield Entry("kind", {**body, "css": "gone"}, "body that is gone after")
    if any("changed" in text.details for box in boxes for text, on in box.texts.items() if on & frames):
        data = {**body, "css": "", "word": "changed"}
        yield Entry("kind", data, "the file says something else about it")
    if any(link.new & frames for link in lines):
        yield Entry("relation", {**line, "css": " new"}, "new line")
    if any(link.gone & frames for link in lines):
        yield Entry("relation", {**line, "css": " gone"}, "line that is gone after")


MARGIN = 24.0
SIZES = {"quiet": 12.0, "heading": 12.0, "entry": 12.0, "source": 11.0}
_LEADING = 1.36
_SAMPLES = {
    "relation": (58.0, 14.0),
    "kind": (46.0, 24.0),
    "list": (46.0, 24.0),
    "sign": (14.0, 14.0),
    "badge": (34.0, 18.0),
    "fact": (34.0, 28.0),
    "asked": (34.0, 18.0),
}
"""How large each sample of `legend.svg.j2` is."""
_LOWER = {"fact": 2.5}
"""By how much the middle of what is drawn is lower than that of its sample."""
_WORDS_WIDTH = 190.0
_HEADING_WIDTH = 184.0
_WORDS_GAP = 9.0
_SECTION_GAP = 34.0
_COLUMN_GAP = _SECTION_GAP / 2
_ENTRY_GAP = 5.0
_MAX_ROWS = 6
"""More entries of one sort go into another column."""
_MAX_LINES = 4


class TextLine(NamedTuple):
    """A line of text: where its first letter stands, its class, and its size in px."""

    text: str
    x: float
    y: float
    css: str
    size: float


class Sample(NamedTuple):
    """A sample of the legend, and its upper left corner."""

    entry: Entry
    x: float
    y: float


class Block(NamedTuple):
    """Samples and texts below and beside one another, placed from the corner of the block."""

    samples: list[Sample]
    texts: list[TextLine]
    width: float
    height: float


def text_lines(lines: Iterable[str], css: str, x: float, top: float, size: float | None = None) -> list[TextLine]:
    """Lines of text below one another."""
    size = SIZES[css] if size is None else size
    return [
        TextLine(line, round(x, 1), round(top + size * (0.98 + _LEADING * number), 1), css, size)
        for number, line in enumerate(lines)
    ]


def height(texts: list[TextLine]) -> float:
    """How high lines below one another are."""
    return sum(text.size * _LEADING for text in texts)


class _Stack(NamedTuple):
    """Sections below one another: where they begin, how wide the first is, and where the last ends."""

    x: float
    width: float
    bottom: float


def place_legend(sections: Iterable[Section], top: float, room: float, *, max_rows: int = _MAX_ROWS) -> Block:
    """The sections from a height on: beside one another while there is room, and the others below the shortest.

    More than `max_rows` entries of one section stand in several columns.
    """
    samples: list[Sample] = []
    texts: list[TextLine] = []
    stacks: list[_Stack] = []
    bottom = top
    for block in (_section(section, max_rows) for section in sections):
        x = stacks[-1].x + stacks[-1].width + _SECTION_GAP if stacks else MARGIN
        y = top
        if stacks and x + block.width > room - MARGIN:
            wide_enough = [stack for stack in stacks if stack.width >= block.width]
            if wide_enough:
                shortest = min(wide_enough, key=attrgetter("bottom"))
                x, y = shortest.x, shortest.bottom + _COLUMN_GAP
                stacks[stacks.index(shortest)] = shortest._replace(bottom=y + block.height)
            else:
                x, y = MARGIN, bottom + _COLUMN_GAP
                stacks, top = [], y
        if y == top:
            stacks.append(_Stack(x, block.width, y + block.height))
        samples += [item._replace(x=round(item.x + x, 1), y=round(item.y + y, 1)) for item in block.samples]
        texts += [line._replace(x=round(line.x + x, 1), y=round(line.y + y, 1)) for line in block.texts]
        bottom = max(bottom, y + block.height)
    return Block(samples, texts, room, bottom)


def _section(section: Section, max_rows: int) -> Block:
    """A heading, and under it the entries in even columns."""
    number = ceil(len(section.entries) / max_rows)
    rows = ceil(len(section.entries) / number)
    columns = [_column(section.entries[place : place + rows]) for place in range(0, len(section.entries), rows)]
    across = sum(column.width for column in columns) + _COLUMN_GAP * (len(columns) - 1)
    heading = wrapped(section.heading, SIZES["heading"], max(across, _HEADING_WIDTH), _MAX_LINES, bold=True)
    texts = text_lines(heading, "heading", 0, 0)
    widest = max(across, *(width(line.text, line.size, bold=True) for line in texts))
    top = height(texts) + _ENTRY_GAP
    samples: list[Sample] = []
    x = 0.0
    for column in columns:
        samples += [item._replace(x=item.x + x, y=item.y + top) for item in column.samples]
        texts += [line._replace(x=line.x + x, y=line.y + top) for line in column.texts]
        x += column.width + _COLUMN_GAP
    return Block(samples, texts, widest, top + max(column.height for column in columns))


def _column(entries: Sequence[Entry]) -> Block:
    sample_width = max(_SAMPLES[entry.sample][0] for entry in entries)
    samples: list[Sample] = []
    texts: list[TextLine] = []
    y = 0.0
    for entry in entries:
        across, down = _SAMPLES[entry.sample]
        words = wrapped(entry.words, SIZES["entry"], _WORDS_WIDTH, _MAX_LINES)
        lines = text_lines(words, "entry", sample_width + _WORDS_GAP, 0)
        high = max(down, height(lines))
        samples.append(Sample(entry, (sample_width - across) / 2, y + (high - down) / 2))
        lower = y + (high - height(lines)) / 2 + _LOWER.get(entry.sample, 0.0)
        texts += [line._replace(y=line.y + lower) for line in lines]
        y += high + _ENTRY_GAP
    return Block(samples, texts, max(line.x + width(line.text, line.size) for line in texts), y - _ENTRY_GAP)


def css_rules(texts: Iterable[TextLine]) -> Iterator[str]:
    """The sizes of these texts as rules of CSS, so that what is measured is what is drawn."""
    for css, size in sorted({(text.css, text.size) for text in texts}):
        yield f".gg .{css} {{ font-size: {size:g}px; text-anchor: start; }}"
