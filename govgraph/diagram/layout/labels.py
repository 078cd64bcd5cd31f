"""Where the labels of links are written: at their middles, and free of boxes and of one another."""

from collections.abc import Iterable, Iterator, Mapping

from govgraph.diagram.boxes import Shape
from govgraph.diagram.layout.geometry import Point, Rectangle, Route, point_on_curve
from govgraph.diagram.style import width

LABEL_SIZE = 10.0
_LABEL_HEIGHT = 13.0
_MIDDLE_FIRST = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
_NEAR = ((0, 0), *((x * step, y * step) for step in (12, 24, 45) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))))
_FAR = ((0, 65), (0, -65), (0, 90), (0, -90), (70, 0), (-70, 0), (60, 60), (-60, 60), (60, -60), (-60, -60))
_OFFSETS = (*_NEAR, *_FAR)


def place_labels(
    routes: Mapping[int, Route],
    labels: Mapping[int, str],
    shapes: Mapping[str, Shape],
    middle: Mapping[str, Point],
    headings: Iterable[Rectangle] = (),
) -> dict[int, Point]:
    """The middle of each label; of a link without a free place, the least covered one."""
    taken = [Rectangle.around(middle[key], shape.width + 6, shape.height + 22) for key, shape in shapes.items()]
    taken += headings
    places = {}
    for link, label in labels.items():
        if link not in routes:
            continue
        candidates = {point: label_box(label, point) for point in _candidates(routes[link])}
        places[link] = min(candidates, key=lambda point: sum(map(candidates[point].overlaps, taken)))
        taken.append(candidates[places[link]])
    return places


def label_box(label: str, middle: Point) -> Rectangle:
    """The part of the plane on which a label is written."""
    return Rectangle.around(middle, width(label, LABEL_SIZE) + 8, _LABEL_HEIGHT)


def _candidates(route: Route) -> Iterator[Point]:
    """Points along a route, those near its middle first, and points beside them."""
    curves = (len(route) - 1) // 3
    for across, down in _OFFSETS:
        for share in _MIDDLE_FIRST:
            curve, part = divmod(share * curves, 1)
            x, y = point_on_curve(route[int(curve) * 3 : int(curve) * 3 + 4], part)
            yield round(x + across, 1), round(y + down, 1)
