"""The scene and its layout as templates take them: paths, classes, numbers."""

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from govgraph.diagram import style
from govgraph.diagram.boxes import BoxRow, rows_for
from govgraph.diagram.frames import Variants
from govgraph.diagram.graphviz import Point, Route
from govgraph.diagram.layout import Layout
from govgraph.diagram.scene import Box, Link, Scene
from govgraph.findings import Severity
from govgraph.model import relation_keys
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


class View:
    """What templates draw: the diagram in the frame that is shown first, ready to show every other."""

    def __init__(self, scene: Scene, layout: Layout) -> None:
        self.scene = scene
        self.layout = layout
        self.width = round(layout.width)
        self.height = round(layout.height)
        self.initial_mask = 1 << scene.frames.initial.number
        self.group_numbers = {group: number for number, group in enumerate(scene.groups)}
        self.group_rows = rows_for(scene).row
        """On which row of a box each group stands."""
        self.visible_groups = frozenset({row: group for group, row in reversed(self.group_rows.items())}.values())
        """Of each row the first group."""

    @property
    def arrowheads(self) -> Iterator[dict[str, str]]:
        """The heads of the arrows that are drawn."""
        used = {style.stroke(link.relation).head for link in self.scene.links}
        return ({"name": head, "css": css, "path": path} for head, (css, path) in _HEADS.items() if head in used)

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
            "css": f"link{self._css(link)}{' filtered' if link.relation in style.SEATS else ''}",
            "data": self.data(link.shown),
            "path": _curve(route) if route else self._straight(link),
            "dashes": stroke.dashes,
            "head": stroke.head,
            "labels": [
                {"text": text, "x": at[0], "y": at[1] + 3.5, **self.visibility(frames)}
                for text, frames in link.labels()
                if at
            ],
            "title": f"{start.name} {style.words(link.relation)} {end.name}",
        }

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
            "css": f"body{self._css(box)}",
            "data": self.data(box.shown),
            "x": x,
            "y": y,
            "width": shape.width,
            "height": shape.height,
            "outlines": [
                {"kind": kind, "path": style.outline(kind, shape.width, shape.height), **self.visibility(frames)}
                for kind, frames in box.kinds.items()
            ],
            "tabindex": -1 if box.number else 0,
            "accessible_name": box.accessible_names.at(self.scene.frames.initial) or next(iter(box.accessible_names)),
            "texts": [{"lines": lines, **self.visibility(frames)} for lines, frames in shape.texts.items()],
            "foot": shape.foot,
            "rows": [row for group, rows in shape.rows.items() for row in self._parts(group, rows)],
            "marks": [
                {"mark": mark, "path": MARK_PATHS[mark.severity], **self.visibility(frames)}
                for mark, frames in box.marks.items()
            ],
        }

    def _parts(self, group: str, rows: Variants[BoxRow]) -> Iterator[dict[str, Any]]:
        for row, frames in rows.items():
            part = {"group": self.group_numbers[group], "row": row, "sign": sign(row.part.amount)}
            hidden = {} if group in self.visible_groups else {"off": " off"}
            yield {**part, **self.visibility(frames), **hidden}

    @property
    def relations(self) -> list[dict[str, str]]:
        """The relations that are drawn, for the legend and the filters, in the order of the model."""
        used = {link.relation for link in self.scene.links}
        return [
            {"key": key, "words": style.words(key), **style.stroke(key)._asdict()}
            for key in (*relation_keys(), *style.SEATS)
            if key in used
        ]

    @property
    def signs(self) -> list[Sign]:
        """The signs of the parts that groups take."""
        drawn = {part.amount for box in self.scene.boxes.values() for parts in box.parts.values() for part in parts}
        return [sign(amount) for amount in Amount if amount in drawn]


def _curve(route: Route) -> str:
    """The path of a link along its curves."""
    start, *points = (f"{x:g} {y:g}" for x, y in route)
    return f"M{start}" + "".join(f"C{' '.join(points[place : place + 3])}" for place in range(0, len(points), 3))


def texts_in(view: View) -> Iterator[str]:
    """Every text that is drawn."""
    yield "newgone0123456789+×"
    for shape in view.layout.shapes.values():
        yield from (line.text for lines in shape.texts for line in lines)
        yield from (line.text for rows in shape.rows.values() for row in rows for line in row.lines)
