"""The routes of all links of a layout: known inside blocks, led around boxes elsewhere."""

from collections.abc import Iterable, Mapping, Sequence

from govgraph.diagram import style
from govgraph.diagram.layout.geometry import Rectangle, Route, curved, straight
from govgraph.diagram.layout.graphviz import Plan, is_dense
from govgraph.diagram.layout.routing import End, Errand, Router
from govgraph.diagram.layout.shelves import Arrangement
from govgraph.diagram.scene import Link

_ENTRY_STEP = 24.0
_MAX_ROUTED = 120
"""Beyond so many links that no block holds, these are drawn straight."""


def link_routes(
    plan: Plan, arrangement: Arrangement, boxes: Mapping[str, Rectangle], headings: Sequence[Rectangle] = ()
) -> dict[int, Route]:
    """The routes of all links: those inside blocks are known, others are led around boxes and headings, or straight."""
    frames = {body: item.rectangle for item in arrangement.lists for body in item.members}
    obstacles = [box for body, box in boxes.items() if body not in frames]
    obstacles += [*(item.rectangle for item in arrangement.lists), *headings]
    routes = {number: curved(way.points) for number, way in arrangement.ways.items()}
    others = [link for link in plan.links if link.number not in routes and link.start != link.end]
    errands = [errand_of(plan, link, boxes, frames) for link in others]
    entries = _entries(plan, arrangement, errands, boxes)
    errands = [errand._replace(entry=entries.get(errand.bundle)) if errand.bundle else errand for errand in errands]
    errands = in_order(errands)
    if run_straight(plan, arrangement):
        routes |= {errand.number: curved(straight(errand.start.box, errand.end.box)) for errand in errands}
    else:
        router = Router(obstacles, errands)
        for way in {way.points: way for way in arrangement.ways.values()}.values():
            router.occupy(way.points, way.bundle)
        for errand in errands:
            routes[errand.number] = curved(router.route(errand) or straight(errand.start.box, errand.end.box))
    return routes | {link.number: loop_beside(boxes[link.start]) for link in plan.links if link.start == link.end}


def run_straight(plan: Plan, arrangement: Arrangement) -> bool:
    """Whether links that no block holds are drawn straight, because nobody could tell their ways apart."""
    others = [link for link in plan.links if link.number not in arrangement.ways and link.start != link.end]
    return is_dense(plan) or len(others) > _MAX_ROUTED


def errand_of(plan: Plan, link: Link, boxes: Mapping[str, Rectangle], frames: Mapping[str, Rectangle]) -> Errand:
    """What the router is to find: links of one relation into one body share their way, but no seats."""
    start, end = (End(boxes[body], frames.get(body, boxes[body])) for body in (link.start, link.end))
    pair = plan.ranking.get(link.number)
    if pair is None or style.stroke(link.relation).dashes:
        return Errand(link.number, start, end, None if link.is_seat else (link.end, link.relation), None)
    stand_level = start.box.top < end.box.bottom and end.box.top < start.box.bottom
    return Errand(link.number, start, end, (pair[0], link.relation), None if stand_level else pair[1] == link.start)


def _entries(
    plan: Plan, arrangement: Arrangement, errands: Sequence[Errand], boxes: Mapping[str, Rectangle]
) -> dict[tuple[str, str], float]:
    """Where on its upper body each bundle goes in, from the left: those inside blocks have their place already."""
    entries: dict[tuple[str, str], float] = {}
    ends = {link.number: link.end for link in plan.links}
    for number, way in arrangement.ways.items():
        if way.bundle is not None and number in plan.ranking:
            is_end = ends[number] == way.bundle[0]
            entries[way.bundle] = way.points[-1 if is_end else 0][0]
    lowers: dict[str, dict[tuple[str, str], list[float]]] = {}
    for errand in errands:
        if errand.bundle is not None and errand.start_is_lower is not None and errand.bundle not in entries:
            x = boxes[plan.ranking[errand.number][1]].middle[0]
            lowers.setdefault(errand.bundle[0], {}).setdefault(errand.bundle, []).append(x)
    for upper, bundles in lowers.items():
        ordered = sorted(bundles, key=lambda bundle: (sum(bundles[bundle]) / len(bundles[bundle]), bundle))
        there = [entry for bundle, entry in entries.items() if bundle[0] == upper]
        middle = boxes[upper].middle[0]
        step = min(_ENTRY_STEP, boxes[upper].width / (len(there) + len(ordered) + 1))
        first = max(there) + step if there else middle - step * (len(ordered) - 1) / 2
        entries |= {bundle: round(first + step * place, 1) for place, bundle in enumerate(ordered)}
    return entries


def in_order(errands: Iterable[Errand]) -> list[Errand]:
    """The errands in the order in which ways are found for them: what ranks first, and of that the shortest."""
    return sorted(errands, key=lambda errand: (errand.start_is_lower is None, _apart(errand), errand.number))


def _apart(errand: Errand) -> float:
    """How far apart the ends of a link are."""
    (x1, y1), (x2, y2) = errand.start.box.middle, errand.end.box.middle
    return abs(x1 - x2) + abs(y1 - y2)


def loop_beside(box: Rectangle) -> Route:
    """The route of a link from a body to itself, beside it."""
    x, (_, y) = box.right, box.middle
    return (x, y - 10), (x + 26, y - 24), (x + 26, y + 24), (x, y + 10)
