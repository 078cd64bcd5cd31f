"""A free place for a body that is new to a ground."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from govgraph.diagram.layout.geometry import Point, Rectangle
from govgraph.diagram.layout.ground import Ground

_ROOM = 20.0
_STEP = 30.0
"""So near to one another are the places that are tried."""
_ENLARGES = 3.0
"""How much further away a place may be that leaves the diagram as large as it is."""

Size = tuple[float, float]


def free_place(
    ground: Ground, size: Size, wished: Point, fits: Callable[[Rectangle], bool], edge: float
) -> Rectangle | None:
    """The nearest free place to a point that fits, its middle there; None where there is none.

    Args:
        ground: where everything else stands.
        size: how wide and high the body is.
        wished: where its middle would best be.
        fits: whether a place will do.
        edge: how near to the left and the upper edge of the ground a place may come.

    """
    whole = ground.whole()
    taken = [*ground.obstacles().values(), *_pieces(ground)]

    def cost(place: Rectangle) -> float:
        x, y = place.middle
        beyond = max(place.right - whole.right, 0.0) + max(place.bottom - whole.bottom, 0.0)
        return abs(x - wished[0]) + abs(y - wished[1]) + _ENLARGES * beyond

    for place in sorted(filter(fits, _grid(whole, size, wished, edge)), key=cost):
        around = Rectangle(place.left - _ROOM, place.right + _ROOM, place.top - _ROOM, place.bottom + _ROOM)
        if not any(map(around.overlaps, taken)):
            return place
    return None


def _grid(whole: Rectangle, size: Size, wished: Point, edge: float) -> Iterator[Rectangle]:
    """All places in steps from the wished one, on the ground and just beyond its right and lower edge."""
    wide, high = size
    for x in _steps(wished[0], edge + wide / 2, whole.right + wide / 2 + _ROOM + _STEP):
        for y in _steps(wished[1], edge + high / 2, whole.bottom + high / 2 + _ROOM + _STEP):
            yield Rectangle.around((x, y), wide, high).moved(0.0, 0.0)


def _steps(start: float, first: float, last: float) -> Iterator[float]:
    """The points between two, in steps from a third."""
    number = -int((start - first) // _STEP)
    while start + number * _STEP <= last:
        yield start + number * _STEP
        number += 1


def _pieces(ground: Ground) -> Iterator[Rectangle]:
    """What the pieces of ways stand on; those that run level or upright have a little breadth."""
    for way in ground.ways.values():
        for (x1, y1), (x2, y2) in pairwise(way):
            yield Rectangle(min(x1, x2) - 0.1, max(x1, x2) + 0.1, min(y1, y2) - 0.1, max(y1, y2) + 0.1)
