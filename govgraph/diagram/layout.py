"""Where everything stands: one layout for all frames, authority at the top, labels at their links."""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from random import Random
from typing import NamedTuple

from govgraph.diagram.boxes import Shape, rows_for, shape
from govgraph.diagram.graphviz import DotLayout, Plan, Point, Route, dot_layout, is_dense
from govgraph.diagram.scene import Scene
from govgraph.diagram.style import width
from govgraph.model.faults import input_error

LABEL_SIZE = 10.0
_LABEL_HEIGHT = 13.0
_MIDDLE_FIRST = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
_NEAR = ((0, 0), *((x * step, y * step) for step in (12, 24, 45) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))))
_FAR = ((0, 65), (0, -65), (0, 90), (0, -90), (70, 0), (-70, 0), (60, 60), (-60, 60), (60, -60), (-60, -60))
_OFFSETS = (*_NEAR, *_FAR)


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

    def overlaps(self, other: "Rectangle") -> bool:
        """Whether it has a part in common with another."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def place_labels(
    routes: Mapping[int, Route], labels: Mapping[int, str], shapes: Mapping[str, Shape], middle: Mapping[str, Point]
) -> dict[int, Point]:
    """The middle of each label; of a link without a free place, the least covered one."""
    taken = [Rectangle.around(middle[key], shape.width + 6, shape.height + 22) for key, shape in shapes.items()]
    places = {}
    for link, label in labels.items():
        if link not in routes:
            continue
        size = (width(label, LABEL_SIZE) + 8, _LABEL_HEIGHT)
        candidates = {point: Rectangle.around(point, *size) for point in _candidates(routes[link])}
        places[link] = min(candidates, key=lambda point: sum(map(candidates[point].overlaps, taken)))
        taken.append(candidates[places[link]])
    return places


def _candidates(route: Route) -> Iterator[Point]:
    """Points along a route, those near its middle first, and points beside them."""
    curves = (len(route) - 1) // 3
    for across, down in _OFFSETS:
        for share in _MIDDLE_FIRST:
            curve, part = divmod(share * curves, 1)
            x, y = _on_curve(route[int(curve) * 3 : int(curve) * 3 + 4], part)
            yield round(x + across, 1), round(y + down, 1)


def _on_curve(points: Sequence[Point], part: float) -> Point:
    """The point at a share of the way along a cubic curve."""
    rest = 1 - part
    weights = (rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3)
    weighed = list(zip(weights, points, strict=True))
    return sum(weight * x for weight, (x, _) in weighed), sum(weight * y for weight, (_, y) in weighed)


_MARGIN = 24.0
_GAP = 24.0
_MIN_WIDTH = 700.0
_SHUFFLES = 7
_MAX_SHUFFLED_LINKS = 600
"""Beyond so many links no other order is tried."""
MAX_BODIES, MAX_LINKS = 2_000, 4_000


class Layout(NamedTuple):
    """The middle of each box, the route of each link that is laid out, and the size of it all, in px."""

    width: float
    height: float
    shapes: dict[str, Shape]
    middle: dict[str, Point]
    routes: dict[int, Route]
    labels: dict[int, Point]
    """The middle of the label of each link that has one."""
    above: dict[str, tuple[str, ...]]
    """The bodies under which each stands: those it answers to, or else is tied to."""


def lay_out(scene: Scene) -> Layout:
    """The layout of a scene, the same to the last digit for the same scene.

    Raises InputError where there is more than anybody could read, or wait for.
    """
    if len(scene.boxes) > MAX_BODIES or len(scene.links) > MAX_LINKS:
        much = f"{len(scene.boxes):,} bodies with {len(scene.links):,} relations and seats"
        raise input_error(f"{much} are too much for one drawing. Draw one body's surroundings: --focus BODY --steps N.")
    rows = rows_for(scene)
    shapes = {key: shape(box, rows) for key, box in scene.boxes.items()}
    plan = Plan.of(scene)
    tied = [key for key in scene.boxes if key in plan.tied]
    best = min(_attempts(plan, shapes, tied), key=attrgetter("crossings")) if tied else DotLayout({}, {}, 0)
    return _with_isolated(scene, shapes, best, plan)


def _attempts(plan: Plan, shapes: Mapping[str, Shape], tied: Sequence[str]) -> Iterator[DotLayout]:
    """The layouts that dot finds from different orders of the bodies: first their own, then shuffled ones."""
    yield dot_layout(plan, shapes, tied, plan.links)
    for seed in range(0 if is_dense(plan) or len(plan.links) > _MAX_SHUFFLED_LINKS else _SHUFFLES):
        chance = Random(seed)  # noqa: S311 - no secret
        bodies, links = list(tied), list(plan.links)
        chance.shuffle(bodies)
        chance.shuffle(links)
        yield dot_layout(plan, shapes, bodies, links)


def _with_isolated(scene: Scene, shapes: dict[str, Shape], tied: DotLayout, plan: Plan) -> Layout:
    """The layout with those bodies that nothing ties to others, in rows below it; and all moved into one corner."""
    boxes = [Rectangle.around(point, shapes[key].width, shapes[key].height) for key, point in tied.middle.items()]
    points = [point for route in tied.routes.values() for point in route]
    xs = [x for box in boxes for x in (box.left, box.right)] + [x for x, _ in points]
    ys = [y for box in boxes for y in (box.top, box.bottom)] + [y for _, y in points]
    left, right = min(xs, default=0.0), max(xs, default=0.0)
    top, bottom = min(ys, default=0.0), max(ys, default=-2 * _GAP)
    middle = dict(tied.middle)
    room = max(right - left, _MIN_WIDTH)
    x, y, high = left, bottom + 2 * _GAP, 0.0
    for key in scene.boxes:
        if key in tied.middle:
            continue
        if x > left and x + shapes[key].width > left + room:
            x, y, high = left, y + high + _GAP, 0.0
        middle[key] = (x + shapes[key].width / 2, y + shapes[key].height / 2)
        x += shapes[key].width + _GAP
        high = max(high, shapes[key].height)
        right, bottom = max(right, x - _GAP), max(bottom, y + high)

    def moved(point: Point) -> Point:
        return round(point[0] - left + _MARGIN, 1), round(point[1] - top + _MARGIN, 1)

    middle = {key: moved(middle[key]) for key in scene.boxes}
    routes = {number: tuple(map(moved, route)) for number, route in tied.routes.items()}
    return Layout(
        width=round(right - left + 2 * _MARGIN),
        height=round(bottom - top + 2 * _MARGIN),
        shapes=shapes,
        middle=middle,
        routes=routes,
        labels=place_labels(routes, plan.labels, shapes, middle),
        above=plan.above,
    )
