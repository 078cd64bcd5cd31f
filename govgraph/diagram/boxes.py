"""How large a box is, and where its text stands in it: every line measured, in px, from the middle of the box."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple, TypeVar

from govgraph.diagram.frames import Variants
from govgraph.diagram.scene import Badge, Box, BoxText, Change, GroupPart, Scene
from govgraph.diagram.seat_words import Chair
from govgraph.diagram.style import width, wrapped
from govgraph.graph.kernels import grouped
from govgraph.language import listed, lower_group
from govgraph.model import Kind
from govgraph.render.participation import SPEAKS, Amount

NAME_SIZE, SMALL_SIZE = 13.0, 11.0
_LINE_HEIGHT = {NAME_SIZE: 16.0, SMALL_SIZE: 14.0}
_TEXT_WIDTH = 192.0
_MIN_WIDTH = 104.0
_MAX_LINES = {NAME_SIZE: 6, SMALL_SIZE: 4}
# Shapes whose corners come near to the text get more room beside it.
_EXTRA_PADDING = {Kind.REVIEWER: 14.0, Kind.WORKSTREAM: 14.0, Kind.SERVICE: 12.0, Kind.POST: 13.0}
_PADDING_X = 10.0
_PADDING_Y = 10.0
_FOOT_PADDING = (6.0, 4.0)
"""The room above and below the line over the foot of a box."""
SIGN_WIDTH = 15.0
"""With the gap between the sign and the words of a part."""
BADGE_PADDING = 7.0
"""The room at both ends of a badge."""
_MAX_GROUPS, _MAX_BADGES = 6, 6
"""A box has a row for so many groups, and so many badges; the others it names together."""
_MAX_NAMED = 5
"""So many of them it names, and then says how many more."""
_MORE_LINES = 6

LIST_HEAD, LIST_PADDING = 22.0, 6.0
"""The height of the heading of a list of like siblings, and the room around its rows."""
_ROW_NAME_WIDTH = 132.0
_ROW_SIGN = 13.0
_ROW_COUNT_WIDTH = 104.0
ROW_PADDING = 7.0
"""The room at both ends of a row."""
ROW_FACT, ROW_ASKED = 20.0, 24.0
"""The room for a mark at the end of a row: the number of facts, and of questions."""
_ROW_MIN_HEIGHT = 18.0


class PlacedLine(NamedTuple):
    """A line of text: its baseline, and whether it is the name."""

    text: str
    y: float
    is_name: bool


class RowKind(StrEnum):
    """What a row at the foot of a box says."""

    CHAIR = "chair"
    PART = "part"
    BADGE = "badge"
    MORE = "more"


class BoxRow(NamedTuple):
    """A row at the foot of a box, or a sign in a row of a list: what it says, where it stands, in which frames."""

    kind: RowKind
    content: Chair | GroupPart | Badge | str
    group: str
    lines: tuple[PlacedLine, ...]
    x: float
    """Where the sign begins, or the words where there is none."""
    y: float
    """The middle of the sign."""
    frames: int


class Shape(NamedTuple):
    """A box with its size, its texts, and the rows at its foot."""

    width: float
    height: float
    texts: Variants[tuple[PlacedLine, ...]]
    rows: tuple[BoxRow, ...]
    foot: float | None
    """Where the line above the rows is; None where there are none."""
    in_list: bool = False
    """Whether it is a row in a list."""


class Rows(NamedTuple):
    """What the boxes of a scene have in common: the groups that each has a row for."""

    groups: dict[str, str]
    """The groups with their names, in the order of the file."""

    def words(self, group: str, part: GroupPart) -> str:
        """The part of a group with its name: `Parent carers: no seat`, `Speaks for parent carers`."""
        name = self.groups[group]
        if part.speaks:
            return part.words.replace(SPEAKS, f"Speaks for {lower_group(name)}", 1)
        return f"{name}: {part.words}"

    def with_row(self, box: Box) -> list[str]:
        """The groups with a row in a box, in order; of many groups those that take part or that a fact is about."""
        stated = [group for group in self.groups if group in box.parts]
        if len(self.groups) <= _MAX_GROUPS:
            return stated
        return [group for group in stated if any(map(_matters, box.parts[group]))][:_MAX_GROUPS]


def rows_for(scene: Scene) -> Rows:
    """The rows that the boxes of a scene have."""
    return Rows(dict(scene.groups))


def _takes_part(part: GroupPart) -> bool:
    return part.amount not in (Amount.NONE, Amount.NOT_STATED)


def _matters(part: GroupPart) -> bool:
    return _takes_part(part) or part.is_wrong or part.change is not Change.NONE


class _Entry(NamedTuple):
    """What a row says in some frames, before it has a place."""

    kind: RowKind
    content: Chair | GroupPart | Badge | str
    group: str
    lines: list[str]
    frames: int

    @property
    def is_bold(self) -> bool:
        """Whether its words are drawn bold."""
        return _is_bold(self.content)

    @property
    def indent(self) -> float:
        """How far the words stand from where the row begins."""
        return {RowKind.BADGE: BADGE_PADDING, RowKind.MORE: 0.0}.get(self.kind, SIGN_WIDTH)

    @property
    def width(self) -> float:
        """How wide it is with its sign."""
        widest = max(width(line, SMALL_SIZE, bold=self.is_bold) for line in self.lines)
        return self.indent + widest + (BADGE_PADDING if self.kind is RowKind.BADGE else 0.0)

    @property
    def height(self) -> float:
        """How high it is."""
        return len(self.lines) * _LINE_HEIGHT[SMALL_SIZE] + (5.0 if self.kind is RowKind.BADGE else 2.0)


def _is_bold(content: Chair | GroupPart | Badge | str) -> bool:
    if isinstance(content, GroupPart):
        return content.is_wrong or content.change is not Change.NONE
    return isinstance(content, Chair)


def _entry(content: Chair | GroupPart | Badge | str, words: str, frames: int, group: str = "") -> _Entry:
    kinds = {Chair: RowKind.CHAIR, GroupPart: RowKind.PART, Badge: RowKind.BADGE, str: RowKind.MORE}
    kind = kinds[type(content)]
    most = _MORE_LINES if kind is RowKind.MORE else _MAX_LINES[SMALL_SIZE]
    room = _TEXT_WIDTH - {RowKind.BADGE: 2 * BADGE_PADDING, RowKind.MORE: 0.0}.get(kind, SIGN_WIDTH)
    lines = wrapped(words, SMALL_SIZE, room, most, bold=_is_bold(content))
    return _Entry(kind, content, group, lines, frames)


def _slots(box: Box, rows: Rows) -> list[list[_Entry]]:
    """The rows of a box from its top down; each holds what it says in some frames or others."""
    groups = rows.with_row(box)
    badges = _badges(box)
    slots = [
        [_entry(chair, chair.words, frames) for chair, frames in box.chairs.items()],
        *(
            [_entry(part, rows.words(group, part), frames, group) for part, frames in box.parts[group].items()]
            for group in groups
        ),
        *([_entry(badge, badge.words, frames) for badge, frames in badge_frames] for badge_frames in badges),
        [_entry(words, words, frames) for words, frames in _left_out(box, rows, groups).items()],
    ]
    return [slot for slot in slots if slot]


def _badges(box: Box) -> list[list[tuple[Badge, int]]]:
    """The badges that a box has room for, those of one holder together."""
    by_link: dict[int, Variants[Badge]] = {}
    for badges, frames in box.badges.items():
        for badge in badges:
            by_link.setdefault(badge.link, Variants()).add(badge, frames)
    shown = list(by_link)[: _MAX_BADGES if len(by_link) <= _MAX_BADGES else _MAX_BADGES - 1]
    return [list(by_link[link].items()) for link in shown]


def _left_out(box: Box, rows: Rows, groups: Sequence[str]) -> Variants[str]:
    """In words what a box has no row for: the parts of other groups, and the seats of other bodies."""
    shown_badges = {badge.link for badges in _badges(box) for badge, _ in badges}

    def words(bit: int) -> str:
        rest = ((part.amount, rows.groups[group]) for group, part in _parts_at(box, bit).items() if group not in groups)
        names = grouped(sorted(rest, key=lambda pair: list(Amount).index(pair[0])))
        sentences = [f"{amount.value.capitalize()}: {_few(names[amount])}." for amount in names]
        here = next((badges for badges, on in box.badges.items() if on & bit), ())
        others = [badge.words.rpartition(": ")[0] for badge in here if badge.link not in shown_badges]
        return " ".join([*sentences, *([f"Also here: {_few(others)}."] if others else [])])

    return Variants({words: frames for words, frames in _by_frame(box, words).items() if words})


Content = TypeVar("Content")


def _by_frame(box: Box, content: Callable[[int], Content]) -> Variants[Content]:
    """What is computed for each frame in which a body is, with its frames."""
    variants: Variants[Content] = Variants()
    for number in range(box.shown.bit_length()):
        if box.shown >> number & 1:
            variants.add(content(1 << number), 1 << number)
    return variants


def _parts_at(box: Box, bit: int) -> dict[str, GroupPart]:
    """The parts of all groups in one frame."""
    return {group: part for group, variants in box.parts.items() for part, on in variants.items() if on & bit}


def _few(names: Sequence[str]) -> str:
    """The first of many names, and how many more there are."""
    if len(names) <= _MAX_NAMED:
        return listed(names, most=_MAX_NAMED)
    return f"{', '.join(names[: _MAX_NAMED - 1])} and {len(names) - _MAX_NAMED + 1} more"


def shape(box: Box, rows: Rows) -> Shape:
    """The size of a box that holds whatever stands in it in any frame."""
    texts = [_lines(text) for text in box.texts]
    slots = _slots(box, rows)
    heights = [max(entry.height for entry in slot) for slot in slots]
    high = max(map(_height, texts))
    full = round(2 * _PADDING_Y + high + (sum(_FOOT_PADDING) + sum(heights) if slots else 0.0))
    top = _PADDING_Y - full / 2
    foot = top + high + _FOOT_PADDING[0]
    block = max((entry.width for slot in slots for entry in slot), default=0.0)
    starts = accumulate(heights, initial=foot + _FOOT_PADDING[1])
    placed_rows = [
        _placed_row(entry, round(-block / 2, 1), start)
        for slot, start in zip(slots, starts, strict=False)
        for entry in slot
    ]
    placed_texts: Variants[tuple[PlacedLine, ...]] = Variants()
    for lines, frames in zip(texts, box.texts.values(), strict=True):
        placed_texts.add(_placed(lines, top + (high - _height(lines)) / 2), frames)
    padding = max(_EXTRA_PADDING.get(kind, 0.0) for kind in box.kinds) + _PADDING_X
    across = 2 * padding + max(*map(_widest, texts), block)
    foot_line = round(foot, 1) if slots else None
    return Shape(max(_MIN_WIDTH, round(across)), full, placed_texts, tuple(placed_rows), foot_line)


def _placed_row(entry: _Entry, x: float, top: float) -> BoxRow:
    top += 2.5 if entry.kind is RowKind.BADGE else 0.0
    lines = _placed([(line, SMALL_SIZE) for line in entry.lines], top)
    return BoxRow(entry.kind, entry.content, entry.group, lines, x, round(lines[0].y - 4, 1), entry.frames)


def row_shape(box: Box, rows: Rows) -> Shape:
    """The size of a row that stands for a body in a list of like siblings: its name, a sign for each group, marks."""
    lines = [_wrapped(text.name, SMALL_SIZE, _ROW_NAME_WIDTH) for text in box.texts]
    few = len(rows.groups) <= _MAX_GROUPS
    signs = _ROW_SIGN * len(rows.groups) if few else _ROW_COUNT_WIDTH
    across = round(2 * ROW_PADDING + _ROW_NAME_WIDTH + signs + ROW_FACT + ROW_ASKED)
    high = round(max(_ROW_MIN_HEIGHT, max(map(_height, lines)) + 4.0))
    texts: Variants[tuple[PlacedLine, ...]] = Variants()
    for placed, frames in zip(lines, box.texts.values(), strict=True):
        texts.add(_placed(placed, -_height(placed) / 2), frames)
    first = -across / 2 + ROW_PADDING + _ROW_NAME_WIDTH
    placed_signs = tuple(_signs(box, rows, first) if few else _count(box, rows, first))
    return Shape(across, high, texts, placed_signs, None, in_list=True)


def _signs(box: Box, rows: Rows, first: float) -> Iterator[BoxRow]:
    """A sign for each group, each group in its own column."""
    for number, group in enumerate(rows.groups):
        x = round(first + _ROW_SIGN * number, 1)
        for part, frames in box.parts.get(group, {}).items():
            yield BoxRow(RowKind.PART, part, group, (), x, 0.0, frames)


def _count(box: Box, rows: Rows, first: float) -> Iterator[BoxRow]:
    """How many of the groups take part, where there are too many for signs."""
    for number, frames in _by_frame(box, lambda bit: sum(map(_takes_part, _parts_at(box, bit).values()))).items():
        words = f"{number} of {len(rows.groups)} take part"
        yield BoxRow(RowKind.MORE, words, "", _placed([(words, SMALL_SIZE)], -7.0), round(first, 1), 0.0, frames)


Line = tuple[str, float]
"""A text and its size."""


def _wrapped(text: str, size: float, room: float) -> list[Line]:
    return [(line, size) for line in wrapped(text, size, room, _MAX_LINES[size], bold=size == NAME_SIZE)]


def _lines(text: BoxText) -> list[Line]:
    details = (line for detail in text.details for line in _wrapped(detail, SMALL_SIZE, _TEXT_WIDTH))
    return [*_wrapped(text.name, NAME_SIZE, _TEXT_WIDTH), *details]


def _height(lines: Iterable[Line]) -> float:
    return sum(_LINE_HEIGHT[size] for _, size in lines)


def _widest(lines: Iterable[Line]) -> float:
    return max(width(text, size, bold=size == NAME_SIZE) for text, size in lines)


def _placed(lines: Sequence[Line], top: float) -> tuple[PlacedLine, ...]:
    tops = accumulate((_LINE_HEIGHT[size] for _, size in lines), initial=top)
    return tuple(
        PlacedLine(text, round(y + 0.8 * _LINE_HEIGHT[size], 1), size == NAME_SIZE)
        for y, (text, size) in zip(tops, lines, strict=False)
    )
