"""The ground on which a layout stands, to be changed: boxes, lists, the ways of links; room is made where one grows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from govgraph.diagram.layout.blocks import SiblingList
from govgraph.diagram.layout.geometry import Point, Rectangle, corners
from govgraph.diagram.layout.layout import Layout
from govgraph.diagram.scene import Link, Scene

LinkKey = tuple[str, str, str]
"""A link by its bodies and its relation: its number is another wherever one is added or taken away."""

ACROSS, DOWN = 0, 1


def link_key(link: Link) -> LinkKey:
    """What a link is known by in another scene of the same structure."""
    return link.start, link.relation, link.end


@dataclass
class Ground:
    """Where everything stands, while it is changed."""

    boxes: dict[str, Rectangle]
    lists: list[SiblingList]
    ways: dict[LinkKey, list[Point]]
    labels: dict[LinkKey, Point]
    changed: set[str] = field(default_factory=set)
    """The bodies that got another size or place."""

    @classmethod
    def of(cls, scene: Scene, layout: Layout) -> "Ground":
        """The ground of a scene as it was laid out."""
        keys = {link.number: link_key(link) for link in scene.links}
        return cls(
            boxes={
                body: Rectangle.around(middle, layout.shapes[body].width, layout.shapes[body].height)
                for body, middle in layout.middle.items()
            },
            lists=list(layout.lists),
            ways={
                key: corners(route)
                for number, route in layout.routes.items()
                if (key := keys[number])[0] != key[2]  # a link from a body to itself has no way of its own
            },
            labels={keys[number]: point for number, point in layout.labels.items()},
        )

    def drop(self, scene: Scene, links: Mapping[LinkKey, Link]) -> None:
        """Take away what is not in a scene any more."""
        self.boxes = {body: box for body, box in self.boxes.items() if body in scene.boxes}
        self.ways = {key: way for key, way in self.ways.items() if key in links}
        self.labels = {key: point for key, point in self.labels.items() if key in links}

    @property
    def frames(self) -> dict[str, Rectangle]:
        """For each row the list in which it stands."""
        return {body: item.rectangle for item in self.lists for body in item.members}

    def obstacles(self) -> dict[str, Rectangle]:
        """What no way runs through: boxes by their bodies, and lists by their first."""
        rows = {body for item in self.lists for body in item.members}
        boxes = {body: box for body, box in self.boxes.items() if body not in rows}
        return boxes | {item.members[0]: item.rectangle for item in self.lists}

    def whole(self) -> Rectangle:
        """The smallest part of the plane that holds everything."""
        points = (Rectangle(x, x, y, y) for way in self.ways.values() for x, y in way)
        return Rectangle.over([*self.obstacles().values(), *points])

    def is_free(self, place: Rectangle, body: str, room: float) -> bool:
        """Whether nothing but a body stands in a place, or so near to it; lines that end there may."""
        around = Rectangle(place.left - room, place.right + room, place.top - room, place.bottom + room)
        if any(around.overlaps(other) for name, other in self.obstacles().items() if name != body):
            return False
        ways = (_apart_from_end(way, key, body) for key, way in self.ways.items())
        return not any(crosses(piece, around) for way in ways for piece in pairwise(way))

    def resize(self, body: str, width: float, height: float, room: float) -> None:
        """Give a body another size: in its place where there is room; else room is made to the right or below."""
        old = self.boxes[body]
        is_row = body in self.frames
        self.changed.add(body)
        if width != old.width:
            x, _ = old.middle
            wider = Rectangle(x - width / 2, x + width / 2, old.top, old.bottom)
            if width > old.width and (is_row or not self.is_free(wider, body, room)):
                self._insert(body, ACROSS, old.right, width - old.width)
            else:
                self.boxes[body] = wider
        old = self.boxes[body]
        if height > old.height and (is_row or not self.is_free(old._replace(bottom=old.top + height), body, room)):
            self._insert(body, DOWN, old.bottom, height - old.height)
        else:
            self.boxes[body] = old._replace(bottom=old.top + height)

    def _insert(self, body: str, axis: int, cut: float, more: float) -> None:
        """Make a body larger at its right or lower edge, and move all that begins beyond this away from it."""
        by = (more, 0.0) if axis == ACROSS else (0.0, more)
        frames = self.frames
        moves_with_list = {row: frame for row, frame in frames.items() if frame != frames.get(body)}
        for other, box in self.boxes.items():
            if other == body:
                self.boxes[other] = _grown(box, axis, more)
            elif moves_with_list.get(other, box)[2 * axis] >= cut:
                self.boxes[other] = box.moved(*by)
        for place, item in enumerate(self.lists):
            if body in item.members:
                self.lists[place] = item._replace(rectangle=_grown(item.rectangle, axis, more))
            elif item.rectangle[2 * axis] >= cut:
                self.lists[place] = item._replace(rectangle=item.rectangle.moved(*by))
        self.ways = {key: [_past(point, axis, cut, more) for point in way] for key, way in self.ways.items()}
        self.labels = {key: _past(point, axis, cut, more) for key, point in self.labels.items()}


def _apart_from_end(way: Sequence[Point], key: LinkKey, body: str) -> Sequence[Point]:
    """A way without the pieces by which it comes to a body."""
    start, _, end = key
    return way[1 if start == body else 0 : -1 if end == body else len(way)]


def crosses(piece: tuple[Point, Point], place: Rectangle) -> bool:
    """Whether a straight piece of a way runs through a place."""
    (x1, y1), (x2, y2) = piece
    enters, leaves = 0.0, 1.0
    for start, end, low, high in ((x1, x2, place.left, place.right), (y1, y2, place.top, place.bottom)):
        if start == end:
            if not low < start < high:
                return False
            continue
        shares = sorted(((low - start) / (end - start), (high - start) / (end - start)))
        enters, leaves = max(enters, shares[0]), min(leaves, shares[1])
    return enters < leaves


def _grown(box: Rectangle, axis: int, more: float) -> Rectangle:
    return box._replace(right=box.right + more) if axis == ACROSS else box._replace(bottom=box.bottom + more)


def _past(point: Point, axis: int, cut: float, more: float) -> Point:
    """A point, moved on where it is beyond a cut."""
    x, y = point
    if point[axis] < cut:
        return point
    return (round(x + more, 1), y) if axis == ACROSS else (x, round(y + more, 1))
