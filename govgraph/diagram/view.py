"""The scene and its layout as templates take them: paths, classes, numbers."""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from govgraph.diagram import style
from govgraph.diagram.boxes import (
    BADGE_PADDING,
    LIST_HEAD,
    LIST_PADDING,
    ROW_ASKED,
    ROW_FACT,
    ROW_PADDING,
    SIGN_WIDTH,
    SMALL_SIZE,
    BoxRow,
    PlacedLine,
    Shape,
)
from govgraph.diagram.frames import Variants
from govgraph.diagram.layout.blocks import SiblingList
from govgraph.diagram.layout.geometry import Point, Rectangle, Route, route_length
from govgraph.diagram.layout.labels import LABEL_SIZE
from govgraph.diagram.layout.layout import Layout
from govgraph.diagram.layout.organisations import OrganisationFrame
from govgraph.diagram.scene import Badge, Box, FactMark, GroupPart, Link, Scene
from govgraph.diagram.seat_words import Chair, ChairState
from govgraph.diagram.style import width, wrapped
from govgraph.findings import Severity
from govgraph.language import plural
from govgraph.model import Kind, relation_keys
from govgraph.render.participation import Amount


@cache
def environment() -> Environment:
    """The templates; whatever is put into them is escaped."""
    templates = Environment(
        loader=PackageLoader("govgraph.diagram"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    templates.filters["in_class"] = lambda name: Markup(' class="{}"').format(name.strip()) if name else ""
    return templates


@cache
def asset(name: str) -> str:
    """A style or a script, as it stands in its file: no data is ever put into it."""
    return (Path(__file__).parent / "templates" / name).read_text(encoding="utf-8")


_CIRCLE = "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z"
_SIGNS = {
    Amount.SEAT: (_CIRCLE, " on", ""),
    Amount.LESS: (_CIRCLE, "", "M0-5A5 5 0 0 0 0 5Z"),
    Amount.VACANT: (_CIRCLE, "", ""),
    Amount.NONE: (f"{_CIRCLE}M-3.5-3.5 3.5 3.5M-3.5 3.5 3.5-3.5", "", ""),
    Amount.NOT_STATED: ("M-2.6-2.4A2.6 2.6 0 1 1 0 .6V1.6M0 4.3V4.9", " bare", ""),
}
MARK_PATHS = {
    Severity.ERROR: "M-13-9H13V9H-13Z",
    Severity.WARNING: "M-15 9 0-15 15 9Z",
    Severity.NOTE: "M-12 0A12 9 0 1 1 12 0A12 9 0 1 1-12 0Z",
}
ASKED_PATH = "M-8-8H8Q14-8 14-2V2Q14 8 8 8H-8Q-14 8-14 2V-2Q-14-8-8-8Z"
_CHAIR = "M-4.5-5.5V5.5M-4.5 1.5H4V5.5"
_SITTER = "M-1.9-3A2.4 2.4 0 1 1 2.9-3A2.4 2.4 0 1 1-1.9-3Z"
_MARK_SHIFT, _ASKED_SHIFT = 13.0, 15.0
"""How far from the corner of a box the middle of a mark is."""
IN_LIST = 0.72
"""The size of a mark in a row of a list."""
_HEADS = {
    style.Head.FULL: ("", "M-10-4.5 0 0-10 4.5Z"),
    style.Head.HOLLOW: (" bare", "M-10-4.5 0 0-10 4.5Z"),
    style.Head.OPEN: (" line", "M-9-4.5 0 0-9 4.5"),
    style.Head.RING: (" bare", "M-8 0A4 4 0 1 1 0 0A4 4 0 1 1-8 0Z"),
    style.Head.DOT: ("", "M-8 0A4 4 0 1 1 0 0A4 4 0 1 1-8 0Z"),
    style.Head.SQUARE: (" bare", "M-8-4H0V4H-8Z"),
    style.Head.BLOCK: ("", "M-8-4H0V4H-8Z"),
    style.Head.DIAMOND: (" bare", "M-11 0-5.5-4 0 0-5.5 4Z"),
    style.Head.GEM: ("", "M-11 0-5.5-4 0 0-5.5 4Z"),
    style.Head.NONE: (" line", "M0 0"),
}


class Sign(NamedTuple):
    """How a part is drawn before its words."""

    name: str
    path: str
    css: str
    half: str


def sign(amount: Amount) -> Sign:
    """The sign of an amount: a full ring for a seat, half of one for less, a crossed one for none, a question mark."""
    return Sign(amount.name.lower().replace("_", "-"), *_SIGNS[amount])


SPEAKS_SIGN = Sign("speaks", "M-5-4.5H5V2H.5L-3 5V2H-5Z", " on", "")
"""That of a body that speaks for a group, which is no seat."""


def part_sign(part: GroupPart) -> Sign:
    """The sign of the part that a group takes."""
    return SPEAKS_SIGN if part.speaks else sign(part.amount)


def chair_sign(state: ChairState) -> Sign:
    """The sign of a chair: with somebody on it, or empty."""
    return Sign(state.sign, _CHAIR, " bare", _SITTER if state is ChairState.FILLED else "")


class View:
    """What templates draw: the diagram in the frame that is shown first, ready to show every other."""

    def __init__(self, scene: Scene, layout: Layout) -> None:
        self.scene = scene
        self.layout = layout
        self.width = round(layout.width)
        self.height = round(layout.height)
        self.initial_mask = 1 << scene.frames.initial.number
        self.group_numbers = {group: number for number, group in enumerate(scene.groups)}

    @property
    def arrowheads(self) -> Iterator[dict[str, str]]:
        """The heads of the arrows that are drawn; those of seats have a colour of their own."""
        used = {_head(link.relation) for link in self.scene.links}
        for head, (css, path) in _HEADS.items():
            for name, of_seats in ((f"{head}", ""), (f"seat-{head}", " seat")):
                if name in used:
                    yield {"name": name, "css": f"{of_seats}{css}", "path": path}

    def data(self, frames: int) -> Markup:
        """The frames of an element, for the script; nothing where it stands in all."""
        return Markup("") if frames == self.scene.frames.full_mask else Markup(' data-on="{:x}"').format(frames)

    def visibility(self, frames: int) -> dict[str, Any]:
        """The attribute for the script, and the class of what is not in the frame that is shown first."""
        return {"data": self.data(frames), "off": "" if frames & self.initial_mask else " off"}

    @cached_property
    def links(self) -> list[dict[str, Any]]:
        """Every link, seats last."""
        return [self._link(link) for link in self.scene.links]

    def _link(self, link: Link) -> dict[str, Any]:
        start, end = self.scene.boxes[link.start], self.scene.boxes[link.end]
        stroke = style.stroke(link.relation)
        route = self.layout.routes.get(link.number)
        at = self.layout.labels.get(link.number)
        return {
            "number": link.number,
            "css": f"link{' seat' if link.is_seat else ''}{self._css(link)}{'' if link.is_drawn else ' filtered'}",
            "data": self._data_groups(link.groups) + self.data(link.shown),
            "path": _curve(route) if route else self._straight(link),
            "dashes": stroke.dashes,
            "dash_offset": _dash_offset(route, stroke.dashes) if route else 0.0,
            "head": _head(link.relation),
            "labels": [
                {"text": text, "x": at[0], "y": at[1] + 3.5, **self.visibility(frames)}
                for text, frames in link.labels()
                if at
            ],
            "title": f"{start.name} {link.words} {end.name}",
        }

    def _data_groups(self, groups: Iterable[str]) -> Markup:
        """The groups on whose behalf a seat is held, for the script."""
        numbers = " ".join(str(self.group_numbers[group]) for group in groups)
        return Markup(' data-groups="{}"').format(numbers) if numbers else Markup("")

    def _css(self, item: Box | Link) -> str:
        new, gone = item.new & self.initial_mask, item.gone & self.initial_mask
        return f"{' new' if new else ''}{' gone' if gone else ''}{self.visibility(item.shown)['off']}"

    def _straight(self, link: Link) -> str:
        """The path of a seat, which is drawn straight, from border to border."""
        start, end = self.layout.middle[link.start], self.layout.middle[link.end]
        if start == end:
            return ""
        (x1, y1), (x2, y2) = self._border(link.start, end), self._border(link.end, start)
        return f"M{x1:g} {y1:g}L{x2:g} {y2:g}"

    def _border(self, body: str, toward: Point) -> Point:
        """The point at which the way from the middle of a box to another point leaves it."""
        x, y = self.layout.middle[body]
        shape = self.layout.shapes[body]
        across, down = toward[0] - x, toward[1] - y
        reach = min(
            shape.width / 2 / abs(across) if across else float("inf"),
            shape.height / 2 / abs(down) if down else float("inf"),
        )
        return round(x + across * reach, 1), round(y + down * reach, 1)

    @cached_property
    def boxes(self) -> list[dict[str, Any]]:
        """Every body, in the order of names."""
        return [self._box(box) for box in self.scene.boxes.values()]

    def _box(self, box: Box) -> dict[str, Any]:
        shape = self.layout.shapes[box.key]
        x, y = self.layout.middle[box.key]
        return {
            "number": box.number,
            "css": f"body{' row' if shape.in_list else ''}{self._css(box)}",
            "data": self.data(box.shown),
            "x": x,
            "y": y,
            "width": shape.width,
            "height": shape.height,
            "in_list": shape.in_list,
            "outlines": [
                {"kind": kind, "path": _outline(kind, shape), **self.visibility(frames)}
                for kind, frames in box.kinds.items()
            ],
            "tabindex": -1 if box.number else 0,
            "accessible_name": box.accessible_names.at(self.scene.frames.initial) or next(iter(box.accessible_names)),
            "texts": [{"lines": lines, **self.visibility(frames)} for lines, frames in shape.texts.items()],
            "text_x": round(ROW_PADDING - shape.width / 2, 1),
            "foot": shape.foot,
            "rows": [self._row(row) for row in shape.rows],
            "facts": list(self._facts(box, shape)),
            "questions": [
                {"total": total, "path": ASKED_PATH, "at": _asked_at(shape), **self.visibility(frames)}
                for total, frames in box.questions.items()
            ],
        }

    def _row(self, row: BoxRow) -> dict[str, Any]:
        """A row at the foot of a box: the class and the data of its element, its sign or pill, its words."""
        content = row.content
        css, data, drawn, path, indent = row.kind.value, Markup(""), "", "", SIGN_WIDTH
        if isinstance(content, Chair):
            css += "" if content.state is ChairState.FILLED else f" {content.state}"
            drawn = content.state.sign
        elif isinstance(content, GroupPart):
            css += f"{' wrong' if content.is_wrong else ''}{f' {content.change}' if content.change else ''}"
            data, drawn = Markup(' data-group="{}"').format(self.group_numbers[row.group]), part_sign(content).name
        elif isinstance(content, Badge):
            data, path, indent = self._data_groups(content.groups), _pill(row), BADGE_PADDING
        else:
            indent = 0.0
        return {
            "css": css,
            "sign": drawn,
            "sign_at": (round(row.x + 5, 1), row.y),
            "path": path,
            "lines": row.lines,
            "x": round(row.x + indent, 1),
            "off": self.visibility(row.frames)["off"],
            "data": data + self.data(row.frames),
        }

    def _facts(self, box: Box, shape: Shape) -> Iterator[dict[str, Any]]:
        """The marks of facts, each with the outline of the kind that the body has there."""
        for mark, frames in box.facts.items():
            for kind, on in box.kinds.items():
                if frames & on:
                    yield {
                        "css": fact_css(mark),
                        "total": mark.total,
                        # A note alone is no reason to frame a row: a list of them would be a grid of frames.
                        "edge": "" if shape.in_list and mark.severity is Severity.NOTE else _outline(kind, shape),
                        "path": MARK_PATHS[mark.severity],
                        "at": _fact_at(shape),
                        **self.visibility(frames & on),
                    }

    @cached_property
    def lists(self) -> list[dict[str, Any]]:
        """The frames of like siblings that are folded into one list, each with its heading."""
        return [self._list(siblings) for siblings in self.layout.lists]

    def _list(self, siblings: SiblingList) -> dict[str, Any]:
        boxes = self.scene.boxes_of(siblings.members)
        kind = siblings.kind.value.replace("_", " ") if siblings.kind is not None else "body"
        several = "bodies" if siblings.kind is None else None
        headings: Variants[str] = Variants()
        for frame in self.scene.frames.all:
            number = sum(box.shown >> frame.number & 1 for box in boxes)
            if number:
                headings.add(plural(number, kind, several), 1 << frame.number)
        shown = sum(headings.values())
        return {
            **self._frame(boxes, siblings.rectangle, shown),
            "texts": [{"text": text, **self.visibility(frames)} for text, frames in headings.items()],
        }

    @cached_property
    def organisations(self) -> list[dict[str, Any]]:
        """The frames around the bodies of one organisation."""
        return [self._organisation(frame) for frame in self.layout.organisations]

    def _organisation(self, frame: OrganisationFrame) -> dict[str, Any]:
        boxes = self.scene.boxes_of(frame.members)
        shown = 0
        for box in boxes:
            shown |= box.shown
        room = frame.rectangle.width - 2 * (LIST_PADDING + 2)
        (name,) = wrapped(self.scene.boxes[frame.body].name, SMALL_SIZE, room, 1, bold=True)
        return {**self._frame(boxes, frame.rectangle, shown), "texts": [{"text": name, **self.visibility(shown)}]}

    def _frame(self, boxes: Iterable[Box], at: Rectangle, shown: int) -> dict[str, Any]:
        return {
            "members": " ".join(str(box.number) for box in boxes),
            "path": f"M{at.left:g} {at.top:g}H{at.right:g}V{at.bottom:g}H{at.left:g}Z",
            "x": round(at.left + LIST_PADDING + 2, 1),
            "y": round(at.top + 0.7 * LIST_HEAD, 1),
            **self.visibility(shown),
        }

    @property
    def relations(self) -> list[dict[str, str]]:
        """The relations that are drawn, for the legend and the filters, in the order of the model."""
        used = {link.relation for link in self.scene.links}
        return [
            {
                "key": key,
                "words": style.words(key),
                "css": " seat" if key in style.SEATS else "",
                "dashes": style.stroke(key).dashes,
                "head": _head(key),
            }
            for key in (*relation_keys(), *style.SEATS)
            if key in used
        ]

    @property
    def smallest_letter(self) -> float:
        """The height in px of the smallest letter that is drawn."""
        labels = [LABEL_SIZE for link in self.links if link["labels"]]
        in_lists = [SMALL_SIZE * IN_LIST for box in self.boxes if box["in_list"] and (box["facts"] or box["questions"])]
        return min([SMALL_SIZE, *labels, *in_lists])

    @property
    def signs(self) -> list[Sign]:
        """The signs of the parts that groups take, and of chairs."""
        boxes = self.scene.boxes.values()
        parts = (part_sign(part) for box in boxes for parts in box.parts.values() for part in parts)
        chairs = (chair_sign(chair.state) for box in boxes for chair in box.chairs)
        return sorted({*parts, *chairs})


def _dash_offset(route: Route, dashes: str) -> float:
    """Where its dashes begin, so that they end with the route: links that share their last piece have the same ones."""
    period = sum(map(float, dashes.split()))
    return round(-route_length(route) % period, 1) if period else 0.0


def _head(relation: str) -> str:
    """The name of the head of an arrow."""
    return f"{'seat-' if relation in style.SEATS else ''}{style.stroke(relation).head}"


def fact_css(mark: FactMark) -> str:
    """The class of the mark of facts."""
    return f"mark fact {'loss' if mark.is_loss else 'wrong'} {mark.severity}"


def _outline(kind: Kind, shape: Shape) -> str:
    """The outline of a box; a row in a list is plain."""
    x, y = shape.width / 2, shape.height / 2
    return f"M{-x:g} {-y:g}H{x:g}V{y:g}H{-x:g}Z" if shape.in_list else style.outline(kind, shape.width, shape.height)


def _fact_at(shape: Shape) -> str:
    """Where the number of facts stands: at the upper right corner of a box, at the end of a row."""
    if shape.in_list:
        return f"translate({shape.width / 2 - ROW_FACT / 2:g} 0) scale({IN_LIST:g})"
    return f"translate({shape.width / 2 - _MARK_SHIFT:g} {-shape.height / 2:g})"


def _asked_at(shape: Shape) -> str:
    """Where the number of questions stands: at the upper left corner of a box, before the facts in a row."""
    if shape.in_list:
        return f"translate({shape.width / 2 - ROW_FACT - ROW_ASKED / 2:g} 0) scale({IN_LIST:g})"
    return f"translate({_ASKED_SHIFT - shape.width / 2:g} {-shape.height / 2:g})"


def _pill(row: BoxRow) -> str:
    """The outline around the words of a badge."""
    across = max(width(line.text, SMALL_SIZE) for line in row.lines) + 2 * BADGE_PADDING
    top, bottom = row.lines[0].y - 11.5, row.lines[-1].y + 4
    left, right = round(row.x, 1), round(row.x + across, 1)
    return (
        f"M{left + 6:g} {top:g}H{right - 6:g}Q{right:g} {top:g} {right:g} {top + 6:g}V{bottom - 6:g}"
        f"Q{right:g} {bottom:g} {right - 6:g} {bottom:g}H{left + 6:g}Q{left:g} {bottom:g} {left:g} {bottom - 6:g}"
        f"V{top + 6:g}Q{left:g} {top:g} {left + 6:g} {top:g}Z"
    )


def _curve(route: Route) -> str:
    """The path of a link along its curves."""
    start, *points = (f"{x:g} {y:g}" for x, y in route)
    return f"M{start}" + "".join(f"C{' '.join(points[place : place + 3])}" for place in range(0, len(points), 3))


def texts_in(view: View) -> Iterator[str]:
    """Every text that is drawn."""
    yield "0123456789+×?"
    for shape in view.layout.shapes.values():
        lines: list[PlacedLine] = [line for text in shape.texts for line in text]
        yield from (line.text for line in (*lines, *(line for row in shape.rows for line in row.lines)))
    yield from (label for link in view.scene.links for label, _ in link.labels())
    yield from (text["text"] for frame in (*view.lists, *view.organisations) for text in frame["texts"])
