"""The scene and its layout as templates take them: paths, classes, numbers; nothing that is decided twice."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup

from govgraph.draw import look
from govgraph.draw.boxes import Row, Written, rows_for
from govgraph.draw.dot import Point, Way
from govgraph.draw.layout import Layout
from govgraph.draw.scene import Box, Link, Mark, Scene
from govgraph.findings import Severity
from govgraph.model import relation_keys
from govgraph.words import Amount

_CIRCLE = "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z"
_SIGNS = {
    Amount.SEAT: (_CIRCLE, " on", ""),
    Amount.LESS: (_CIRCLE, "", "M0-5A5 5 0 0 0 0 5Z"),
    Amount.VACANT: (_CIRCLE, "", ""),
    Amount.NONE: (f"{_CIRCLE}M-3.5-3.5 3.5 3.5M-3.5 3.5 3.5-3.5", "", ""),
    Amount.NOT_STATED: ("M-2.6-2.4A2.6 2.6 0 1 1 0 .6V1.6M0 4.3V4.9", " bare", ""),
}
_MARKS = {
    Severity.ERROR: "M-13-9H13V9H-13Z",
    Severity.WARNING: "M-15 9 0-15 15 9Z",
    Severity.NOTE: "M-12 0A12 9 0 1 1 12 0A12 9 0 1 1-12 0Z",
}
_HEADS = {
    look.Head.FULL: ("", "M-10-4.5 0 0-10 4.5Z"),
    look.Head.HOLLOW: (" bare", "M-10-4.5 0 0-10 4.5Z"),
    look.Head.OPEN: (" line", "M-9-4.5 0 0-9 4.5"),
    look.Head.RING: (" bare", "M-8 0A4 4 0 1 1 0 0A4 4 0 1 1-8 0Z"),
    look.Head.DOT: ("", "M-8 0A4 4 0 1 1 0 0A4 4 0 1 1-8 0Z"),
    look.Head.SQUARE: (" bare", "M-8-4H0V4H-8Z"),
    look.Head.BLOCK: ("", "M-8-4H0V4H-8Z"),
    look.Head.DIAMOND: (" bare", "M-11 0-5.5-4 0 0-5.5 4Z"),
    look.Head.GEM: ("", "M-11 0-5.5-4 0 0-5.5 4Z"),
    look.Head.NONE: (" line", "M0 0"),
}


class Sign(NamedTuple):
    """How a part is drawn before its words."""

    name: str
    path: str
    style: str
    half: str


def sign(amount: Amount) -> Sign:
    """The sign of an amount: a full ring for a seat, half of one for less, a crossed one for none, a question mark."""
    return Sign(amount.name.lower().replace("_", "-"), *_SIGNS[amount])


class View:
    """What templates draw: the diagram in the frame that is shown first, ready to show every other."""

    def __init__(self, scene: Scene, layout: Layout) -> None:
        self.scene = scene
        self.layout = layout
        self.first = 1 << scene.frames.first.number
        self.groups = {group: number for number, group in enumerate(scene.people)}
        self._rows = rows_for(scene)
        shown_rows: dict[int, str] = {}
        for group, row in self._rows.row.items():
            shown_rows.setdefault(row, group)
        self.groups_shown = frozenset(shown_rows.values())

    @property
    def width(self) -> int:
        """In px."""
        return round(self.layout.width)

    @property
    def height(self) -> int:
        """In px."""
        return round(self.layout.height)

    def row_of(self, group: str) -> int:
        """On which row of a box a group stands."""
        return self._rows.row[group]

    @property
    def heads(self) -> Iterator[dict[str, str]]:
        """The heads of arrows."""
        used = {look.stroke(link.relation).head for link in self.scene.links}
        return ({"name": head, "style": style, "path": path} for head, (style, path) in _HEADS.items() if head in used)

    def data(self, frames: int) -> Markup:
        """The frames of an element, for the script; nothing where it stands in all."""
        return Markup("") if frames == self.scene.frames.every else Markup(' data-on="{:x}"').format(frames)

    def off(self, frames: int) -> str:
        """The class of what is not in the first frame."""
        return "" if frames & self.first else " off"

    @cached_property
    def links(self) -> list[dict[str, Any]]:
        """Every link, seats last."""
        return [self._link(link) for link in self.scene.links]

    def _link(self, link: Link) -> dict[str, Any]:
        ends = (self.scene.boxes[link.start], self.scene.boxes[link.end])
        stroke = look.stroke(link.relation)
        route = self.layout.routes.get(link.number)
        is_seat = link.relation in look.SEATS
        turned = f"{' new' if link.new & self.first else ''}{' gone' if link.gone & self.first else ''}"
        word = self.layout.words.get(link.number)
        return {
            "number": link.number,
            "css": f"link{turned}{self.off(link.shown)}{' filtered' if is_seat else ''}",
            "data": self.data(link.shown),
            "path": _path(route) if route else self._straight(link),
            "dashes": stroke.dashes,
            "head": stroke.head,
            "words": [self._word(text, frames, word) for text, frames in link.words() if word],
            "title": f"{ends[0].name} {look.words(link.relation)} {ends[1].name}",
        }

    def _word(self, text: str, frames: int, at: Point) -> dict[str, Any]:
        return {"text": text, "x": at[0], "y": at[1] + 3.5, "data": self.data(frames), "off": self.off(frames)}

    def _straight(self, link: Link) -> str:
        """A seat is drawn straight, from border to border."""
        start, end = self.layout.middle[link.start], self.layout.middle[link.end]
        if start == end:
            return ""
        one, two = self._border(link.start, end), self._border(link.end, start)
        return f"M{one[0]:g} {one[1]:g}L{two[0]:g} {two[1]:g}"

    def _border(self, body: str, toward: Point) -> Point:
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
        turned = f"{' new' if box.new & self.first else ''}{' gone' if box.gone & self.first else ''}"
        return {
            "number": box.number,
            "css": f"body{turned}{self.off(box.shown)}",
            "data": self.data(box.shown),
            "x": x,
            "y": y,
            "width": shape.width,
            "height": shape.height,
            "outlines": [
                {
                    "kind": kind,
                    "path": look.outline(kind, shape.width, shape.height),
                    "data": self.data(frames),
                    "off": self.off(frames),
                }
                for kind, frames in box.kinds
            ],
            "tabindex": -1 if box.number else 0,
            "spoken": box.spoken.at(self.scene.frames.first) or box.spoken.contents[0],
            "faces": [
                {"lines": lines, "data": self.data(frames), "off": self.off(frames)} for lines, frames in shape.faces
            ],
            "foot": shape.foot,
            "rows": [row for group, rows in shape.rows.items() for row in self._parts(group, rows)],
            "marks": [self._mark(mark, frames) for mark, frames in box.marks],
        }

    def _parts(self, group: str, rows: Iterable[tuple[Row, int]]) -> Iterator[dict[str, Any]]:
        for row, frames in rows:
            shown = group in self.groups_shown and frames & self.first
            lines: tuple[Written, ...] = row.lines
            yield {
                "group": self.groups[group],
                "data": self.data(frames),
                "off": "" if shown else " off",
                "sign": sign(row.part.amount),
                "x": row.x,
                "y": lines[0].y,
                "lines": lines,
            }

    def _mark(self, mark: Mark, frames: int) -> dict[str, Any]:
        return {
            "severity": mark.severity,
            "stated": mark.stated,
            "data": self.data(frames),
            "off": self.off(frames),
            "path": _MARKS[mark.severity],
            "text": str(mark.number),
        }

    @property
    def relations(self) -> list[dict[str, str]]:
        """The relations that are drawn, for the key and the filters, in the order of the model."""
        used = {link.relation for link in self.scene.links}
        ordered = [key for key in (*relation_keys(), *look.SEATS) if key in used]
        strokes = [look.stroke(key) for key in ordered]
        return [
            {"key": key, "words": look.words(key), "dashes": one.dashes, "head": one.head}
            for key, one in zip(ordered, strokes, strict=True)
        ]

    @property
    def sign_samples(self) -> list[tuple[Sign, str]]:
        """The signs of the parts that groups take."""
        told = [one for box in self.scene.boxes.values() for one in box.parts.values()]
        drawn = {part.amount for one in told for part in one.contents}
        return [(sign(amount), amount.value) for amount in Amount if amount in drawn]


def _path(route: Way) -> str:
    first, *rest = route
    curves = (rest[place : place + 3] for place in range(0, len(rest), 3))
    said = (" ".join(f"{x:g} {y:g}" for x, y in curve) for curve in curves)
    return f"M{first[0]:g} {first[1]:g}" + "".join(f"C{one}" for one in said)
