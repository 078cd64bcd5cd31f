"""Blocks: bodies that stand together under one, with the ways between them."""

from typing import NamedTuple

from govgraph.diagram.boxes import Shape
from govgraph.diagram.layout.geometry import Point, Rectangle
from govgraph.model import Kind


class SiblingList(NamedTuple):
    """Like siblings that are folded into one box: a heading, and a row for each.

    `kind` is None where they are of several kinds.
    """

    above: str
    relation: str
    kind: Kind | None
    members: tuple[str, ...]
    rectangle: Rectangle
    is_outline: bool = False
    """Whether rows stand under others, further to the right: those that hang from them."""


class Way(NamedTuple):
    """The way of a link inside a block, and those with which it shares pieces of it."""

    points: tuple[Point, ...]
    bundle: tuple[str, str] | None


class Block(NamedTuple):
    """Bodies that stand together under one, seen from the middle of its upper edge."""

    width: float
    height: float
    root: Rectangle
    middle: dict[str, Point]
    ways: dict[int, Way]
    lists: tuple[SiblingList, ...] = ()

    @classmethod
    def of_one(cls, body: str, shape: Shape) -> "Block":
        """A body that stands alone."""
        root = Rectangle(-shape.width / 2, shape.width / 2, 0.0, shape.height)
        return cls(shape.width, shape.height, root, {body: (0.0, shape.height / 2)}, {})

    def moved(self, x: float, y: float) -> "Block":
        """It, at another place."""
        return self._replace(
            root=self.root.moved(x, y),
            middle={body: (left + x, top + y) for body, (left, top) in self.middle.items()},
            ways={
                number: way._replace(points=tuple((left + x, top + y) for left, top in way.points))
                for number, way in self.ways.items()
            },
            lists=tuple(item._replace(rectangle=item.rectangle.moved(x, y)) for item in self.lists),
        )
