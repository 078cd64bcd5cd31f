"""Points, rectangles and curves on the plane of a drawing: in px and with y downwards."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]

Route = tuple[Point, ...]
"""The way of a link from its start to its end: a start, and curves of three points each."""

_RADIUS = 7.0
_STEPS = 12


class Rectangle(NamedTuple):
    """A part of the plane."""

    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def around(cls, point: Point, width: float, height: float) -> "Rectangle":
        """The rectangle with its middle in a point."""
        x, y = point
        return cls(x - width / 2, x + width / 2, y - height / 2, y + height / 2)

    @classmethod
    def over(cls, rectangles: Iterable["Rectangle"]) -> "Rectangle":
        """The smallest rectangle that holds all of these, of which there is at least one."""
        lefts, rights, tops, bottoms = zip(*rectangles, strict=True)
        return cls(min(lefts), max(rights), min(tops), max(bottoms))

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: "Rectangle") -> bool:
        """Whether it has a part in common with another."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def moved(self, across: float, down: float) -> "Rectangle":
        """It, moved so far."""
        left, right, top, bottom = self.left + across, self.right + across, self.top + down, self.bottom + down
        return Rectangle(round(left, 1), round(right, 1), round(top, 1), round(bottom, 1))


def simplified(points: Sequence[Point]) -> list[Point]:
    """A way without points that it runs through without a bend."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return kept


def curved(points: Sequence[Point]) -> Route:
    """A way of straight pieces as curves, its corners round."""
    route: list[Point] = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
        into, out = _toward(corner, before, radius), _toward(corner, after, radius)
        _straight(route, into)
        route += [_toward(into, corner, 0.55 * radius), _toward(out, corner, 0.55 * radius), out]
    _straight(route, points[-1])
    return tuple((round(x, 1), round(y, 1)) for x, y in route)


def corners(route: Route) -> list[Point]:
    """The way of which a route is made: its start, its corners as they were before they were round, its end."""
    pieces = route[::3]
    level = _begins_level(pieces)
    points = [pieces[0]]
    for before, after in zip(pieces[1:-1:2], pieces[2::2], strict=True):
        points.append((after[0], before[1]) if level else (before[0], after[1]))
        level = not level
    return [*points, pieces[-1]]


def _begins_level(pieces: Sequence[Point]) -> bool:
    """Whether the first straight piece runs level: pieces are straight and round by turns, and turn at each corner."""
    for place, (start, end) in enumerate(pairwise(pieces)):
        if place % 2 == 0 and start != end:
            return (start[1] == end[1]) == (place % 4 == 0)
    return True


def _straight(route: list[Point], end: Point) -> None:
    start = route[-1]
    third = _distance(start, end) / 3
    route += [_toward(start, end, third), _toward(end, start, third), end]


def _distance(start: Point, end: Point) -> float:
    return float(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)


def _toward(start: Point, end: Point, far: float) -> Point:
    """The point so far from a start on the way to an end."""
    whole = _distance(start, end)
    share = far / whole if whole else 0.0
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def straight(start: Rectangle, end: Rectangle) -> list[Point]:
    """The straight way from the border of a box to that of another."""
    return [_border(start, end.middle), _border(end, start.middle)]


def _border(box: Rectangle, toward: Point) -> Point:
    """The point at which the way from the middle of a box to another point leaves it."""
    x, y = box.middle
    across, down = toward[0] - x, toward[1] - y
    reach = min(
        box.width / 2 / abs(across) if across else float("inf"), box.height / 2 / abs(down) if down else float("inf")
    )
    return (x, y) if reach == float("inf") else (round(x + across * reach, 1), round(y + down * reach, 1))


def point_on_curve(points: Sequence[Point], part: float) -> Point:
    """The point at a share of the way along a cubic curve."""
    rest = 1 - part
    weights = (rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3)
    weighed = list(zip(weights, points, strict=True))
    return sum(weight * x for weight, (x, _) in weighed), sum(weight * y for weight, (_, y) in weighed)


@lru_cache(maxsize=4_000)  # hardly any route is another where a picture is drawn again
def route_length(route: Route) -> float:
    """How long a route is, to a tenth of a px."""
    curves = [route[place : place + 4] for place in range(0, len(route) - 1, 3)]
    points = [point_on_curve(curve, step / _STEPS) for curve in curves for step in range(_STEPS + 1)]
    return sum(_distance(start, end) for start, end in pairwise(points))
