"""The scene and its layout as templates take them: paths, classes, numbers."""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

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
from govgraph.diagram.layout.geometry import Rectangle, Route, curved, route_length, straight
from govgraph.diagram.layout.labels import LABEL_SIZE
from govgraph.diagram.layout.layout import Layout
from govgraph.diagram.layout.organisations import OrganisationFrame
from govgraph.diagram.scene import Badge, Box, FactMark, GroupPart, Link, Scene
from govgraph.diagram.seat_words import Chair, ChairState
from govgraph.diagram.signs import ASKED_PATH, HEADS, MARK_PATHS, Sign, chair_sign, part_sign
from govgraph.diagram.style import width, wrapped
from govgraph.findings import Severity
from govgraph.language import plural
from govgraph.model import Kind, relation_keys


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


_MARK_SHIFT, _ASKED_SHIFT = 13.0, 15.0
"""How far from the corner of a box the middle of a mark is."""
IN_LIST = 0.72
"""The size of a mark in a row of a list."""


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
        for head, (css, path) in HEADS.items():
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
        """The path of a seat that is no line of the layout: straight, from border to border."""
        layout = self.layout
        shapes = (layout.shapes[body] for body in (link.start, link.end))
        middles = (layout.middle[body] for body in (link.start, link.end))
        ends = (Rectangle.around(at, shape.width, shape.height) for at, shape in zip(middles, shapes, strict=True))
        return "" if link.start == link.end else _curve(curved(straight(*ends)))

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
