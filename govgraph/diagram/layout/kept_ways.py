"""The ways of links on a ground that was changed: those that still hold are kept, the others are found anew."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from govgraph.diagram.layout.geometry import Point, Rectangle, straight
from govgraph.diagram.layout.graphviz import Plan, is_dense
from govgraph.diagram.layout.ground import Ground, LinkKey, crosses
from govgraph.diagram.layout.link_routes import errand_of, in_order
from govgraph.diagram.layout.routing import Errand, Router
from govgraph.diagram.scene import Link

_STRAIGHT = 2
"""So many points has a way without a corner."""
_TOUCH = 1.0
"""So far from the border of a box a way may end."""


class End(NamedTuple):
    """Where a way ends: on a side of its box, as rectangles number them, or of the list around it."""

    side: int
    in_list: bool
    offset: float
    """How far from the left or the upper end of that side."""


Ends = tuple[End | None, End | None]
Places = tuple[Rectangle, Rectangle]
"""Where a body stands, and the list around it, if there is one."""


class Stood(NamedTuple):
    """What stood where before anything was moved: obstacles, ways, and on which sides of its bodies each way ended."""

    obstacles: dict[str, Rectangle]
    ways: dict[LinkKey, list[Point]]
    ends: dict[LinkKey, Ends]

    @classmethod
    def of(cls, ground: Ground) -> "Stood":
        """What stands on a ground now."""
        return cls(ground.obstacles(), dict(ground.ways), _ends_of(ground))


def _ends_of(ground: Ground) -> dict[LinkKey, Ends]:
    """On which side of its bodies each way begins and ends; None where it comes to none at a right angle."""
    frames = ground.frames
    ends = {}
    for key, way in ground.ways.items():
        start, end = ((ground.boxes[body], frames.get(body)) for body in (key[0], key[2]))
        ends[key] = (_side(way[0], way[1], start), _side(way[-1], way[-2], end))
    return ends


def _side(tip: Point, after: Point, places: tuple[Rectangle, Rectangle | None]) -> End | None:
    for place in filter(None, places):
        for side in range(4):
            axis = side // 2
            if tip[1 - axis] == after[1 - axis] and abs(place[side] - tip[axis]) <= _TOUCH:
                low = place[2 - 2 * axis]
                return End(side, place is not places[0], tip[1 - axis] - low)
    return None


def kept_ways(ground: Ground, stood: Stood, are_straight: bool) -> dict[LinkKey, list[Point]]:
    """The ways that still hold on a ground where boxes were moved, each brought to where its bodies stand now.

    Args:
        ground: where everything stands now; its ways are moved, but for their ends.
        stood: how it was before anything was moved.
        are_straight: whether lines run straight through whatever stands between.

    """
    frames = ground.frames
    obstacles = {body: _inside(box) for body, box in ground.obstacles().items()}
    moved = {body for body, box in ground.obstacles().items() if stood.obstacles.get(body) != box}
    in_lists = {body: item.members[0] for item in ground.lists for body in item.members}
    kept = {}
    for key, way in ground.ways.items():
        start, end = ((ground.boxes[body], frames.get(body, ground.boxes[body])) for body in (key[0], key[2]))
        if are_straight and _is_slanted(way):
            kept[key] = straight(start[0], end[0])
            continue
        mended = _mended(way, (start, end), stood.ends[key])
        if mended is None:
            continue
        own = {in_lists.get(body, body) for body in (key[0], key[2])}
        near = (moved if mended == stood.ways[key] else obstacles.keys()) - own
        if not any(crosses(piece, obstacles[body]) for piece in pairwise(mended) for body in near):
            kept[key] = mended
    return kept


def _inside(box: Rectangle) -> Rectangle:
    return Rectangle(box.left + _TOUCH, box.right - _TOUCH, box.top + _TOUCH, box.bottom - _TOUCH)


def _is_slanted(way: Sequence[Point]) -> bool:
    (x1, y1), (x2, y2) = way[0], way[1]
    return x1 != x2 and y1 != y2


def _mended(way: Sequence[Point], places: tuple[Places, Places], ends: Ends) -> list[Point] | None:
    """A way that begins and ends on the borders of its bodies; None where it does not come to them any more."""
    points = list(way)
    for tip, after, here, end in ((0, 1, places[0], ends[0]), (-1, -2, places[1], ends[1])):
        if end is None:
            return None
        place, axis = here[end.in_list], end.side // 2
        low, high = place[2 - 2 * axis], place[3 - 2 * axis]
        along = points[tip][1 - axis]
        if not low - _TOUCH <= along <= high + _TOUCH:
            along = low + end.offset
            if len(points) == _STRAIGHT or along > high:
                return None
            points[after] = _at(axis, points[after][axis], along)
        out = points[after][axis] - place[end.side]
        if (out > 0) if end.side % 2 == 0 else (out < 0):
            return None
        points[tip] = _at(axis, place[end.side], along)
    return points


def _at(axis: int, value: float, along: float) -> Point:
    """The point with a value on an axis, and another on the other."""
    return (value, along) if axis == 0 else (along, value)


def found_ways(
    plan: Plan, links: Mapping[LinkKey, Link], ground: Ground, kept: Mapping[LinkKey, Sequence[Point]]
) -> dict[LinkKey, list[Point]] | None:
    """Ways around everything for the links that have none, each beside those that are kept; None where one has none.

    Where there are so many links that nobody could tell ways apart, they are straight.
    """
    frames = ground.frames
    errands = {
        key: errand_of(plan, link, ground.boxes, frames) for key, link in links.items() if link.start != link.end
    }
    entries = dict(_entries(errands, kept))
    rest = [
        errand._replace(entry=entries.get(errand.bundle) if errand.bundle else None)
        for key, errand in errands.items()
        if key not in kept
    ]
    if not rest:
        return {}
    keys = {link.number: key for key, link in links.items()}
    if is_dense(plan):
        return {keys[errand.number]: straight(errand.start.box, errand.end.box) for errand in rest}
    router = Router(list(ground.obstacles().values()), rest)
    for key, way in kept.items():
        router.keep_off(way, errands[key].bundle)
    found = {keys[errand.number]: router.route(errand) for errand in in_order(rest)}
    ways = {key: way for key, way in found.items() if way is not None}
    return ways if len(ways) == len(rest) else None


def _entries(
    errands: Mapping[LinkKey, Errand], kept: Mapping[LinkKey, Sequence[Point]]
) -> Iterator[tuple[tuple[str, str], float]]:
    """Where on its upper body each bundle goes in of which some ways are kept."""
    for key, way in kept.items():
        errand = errands[key]
        if errand.bundle is not None and errand.start_is_lower is not None:
            tip, after = (way[-1], way[-2]) if errand.start_is_lower else (way[0], way[1])
            if tip[0] == after[0]:
                yield errand.bundle, tip[0]
