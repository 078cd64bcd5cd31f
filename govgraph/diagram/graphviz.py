"""Who stands above whom in a drawing, and where: Graphviz dot, in px and with y downwards."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from govgraph.diagram import style
from govgraph.diagram.boxes import Shape
from govgraph.diagram.scene import Link, Scene
from govgraph.model import Level

if TYPE_CHECKING:
    from pygraphviz import AGraph

Point = tuple[float, float]

Route = tuple[Point, ...]
"""The way of a link from its start to its end: a start, and curves of three points each."""

Pair = tuple[str, str]
"""An upper body and a lower one."""

FLOOR = "\x00floor"
"""A node that is not drawn, between what is strategic, above it, and what need not stand higher, below."""
_DOWNWARDS = frozenset({"appoints", "commissions", "delegates_to"})
"""Relations of which the second body stands below the first."""
_MUTUAL = frozenset({"works_with"})
"""Relations of which neither body stands above the other."""


class Plan(NamedTuple):
    """What is handed to dot: all links, the pairs that rank, and invisible edges (upper, lower, least distance)."""

    links: tuple[Link, ...]
    ranking: dict[int, Pair]
    """For each link that ranks, the upper body and the lower one."""
    invisible: tuple[tuple[str, str, int], ...]
    tied: frozenset[str]
    above: dict[str, tuple[str, ...]]
    labels: dict[int, str]

    @classmethod
    def of(cls, scene: Scene) -> "Plan":
        """The plan of a scene."""
        links = tuple(link for link in scene.links if link.relation not in style.SEATS)
        ranking = _ranking([link for link in links if link.start != link.end])
        tied = {body for link in links for body in (link.start, link.end)}
        invisible = [*_by_seats(scene, tied), *_by_level(scene, ranking.values(), tied)]
        tied.update(body for *pair, _ in invisible for body in pair if body in scene.boxes)
        above = _grouped((lower, upper) for upper, lower in ranking.values())
        labels = {link.number: [label for label, _ in link.labels()] for link in links}
        return cls(
            links=links,
            ranking=ranking,
            invisible=tuple(invisible),
            tied=frozenset(tied),
            above={body: tuple(dict.fromkeys(uppers)) for body, uppers in above.items()},
            labels={number: max(texts, key=len) for number, texts in labels.items() if texts},
        )


def _ranking(links: Sequence[Link]) -> dict[int, Pair]:
    """The upper and the lower body of each line, and of each other link that sets a body below what it is tied to."""
    ranking = {link.number: (link.end, link.start) for link in links if style.is_line(link.relation)}
    placed = {body for pair in ranking.values() for body in pair}
    for link in links:
        if link.number in ranking:
            continue
        upper, lower = (link.start, link.end) if link.relation in _DOWNWARDS else (link.end, link.start)
        if lower in placed and link.relation in _MUTUAL:
            upper, lower = lower, upper
        if lower not in placed and upper not in _reached(_grouped(ranking.values()), lower):
            ranking[link.number] = (upper, lower)
            placed.add(lower)
    return ranking


def _grouped(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """The second bodies of pairs by the first."""
    grouped: dict[str, list[str]] = {}
    for first, second in pairs:
        grouped.setdefault(first, []).append(second)
    return grouped


def _reached(below: Mapping[str, Sequence[str]], start: str) -> set[str]:
    """The bodies below a start, and itself."""
    seen, queue = {start}, [start]
    for body in queue:
        lowers = [lower for lower in below.get(body, ()) if lower not in seen]
        seen.update(lowers)
        queue += lowers
    return seen


def _by_seats(scene: Scene, tied: set[str]) -> Iterator[tuple[str, str, int]]:
    """Edges that set a body that is tied to others by its seats alone below the first of them."""
    placed = set(tied)
    for link in scene.links:
        if link.relation in style.SEATS and link.start not in placed and link.start != link.end:
            placed.add(link.start)
            yield link.end, link.start, 1


def _by_level(scene: Scene, pairs: Collection[Pair], tied: set[str]) -> Iterator[tuple[str, str, int]]:
    """Edges that set below all that is strategic what is not, answers to nobody, and has nothing strategic below it."""
    below = _grouped(pairs)
    lowers = {lower for _, lower in pairs}
    strategic = {key for key, box in scene.boxes.items() if Level.STRATEGIC in box.levels and key in tied}
    pushed = [
        key
        for key, box in scene.boxes.items()
        if key in tied and box.levels and key not in strategic and key not in lowers
        if strategic.isdisjoint(_reached(below, key))
    ]
    if strategic and pushed:
        yield from ((key, FLOOR, 0) for key in sorted(strategic))
        yield from ((FLOOR, key, 1) for key in pushed)


_POINTS = 72.0

_MAX_LINKS, _LINKS_PER_BODY = 250, 3
# Where everything is tied to everything, dot would search for minutes, and nobody could tell curves apart.
_HURRIED = {"splines": "line", "nslimit": 0.5, "nslimit1": 0.5, "mclimit": 0.05}


class DotLayout(NamedTuple):
    """What dot found: middles, routes by the numbers of links, and how many links cross."""

    middle: dict[str, Point]
    routes: dict[int, Route]
    crossings: int


def is_dense(plan: Plan) -> bool:
    """Whether there are so many links to a body that no layout is readable, and dot takes long to find one."""
    return len(plan.links) > max(_MAX_LINKS, _LINKS_PER_BODY * len(plan.tied))


def dot_layout(plan: Plan, shapes: Mapping[str, Shape], bodies: Sequence[str], links: Sequence[Link]) -> DotLayout:
    """The layout that dot finds for bodies and links in this order."""
    from pygraphviz import AGraph  # only where something is drawn

    graph = AGraph(directed=True, strict=False)
    nodesep = 0.6 if plan.labels else 0.3
    graph.graph_attr.update(rankdir="TB", nodesep=nodesep, ranksep=0.55, splines="true")
    if is_dense(plan):
        graph.graph_attr.update(_HURRIED)
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowsize=0.8)
    names = {body: f"n{place}" for place, body in enumerate(sorted(shapes))}
    names[FLOOR] = "floor"
    for body in bodies:
        graph.add_node(names[body], width=shapes[body].width / _POINTS, height=shapes[body].height / _POINTS)
    if any(FLOOR in edge for edge in plan.invisible):
        graph.add_node("floor", style="invis", width=0.01, height=0.01)
    for link in links:
        if link.number in plan.ranking:
            upper, lower = plan.ranking[link.number]
            direction = "back" if upper == link.end else "forward"
            graph.add_edge(names[upper], names[lower], key=f"e{link.number}", dir=direction, weight=2)
        else:
            graph.add_edge(names[link.start], names[link.end], key=f"e{link.number}", constraint="false")
    for place, (upper, lower, distance) in enumerate(plan.invisible):
        graph.add_edge(names[upper], names[lower], key=f"u{place}", style="invis", minlen=distance, weight=0)
    graph.layout("dot")
    return _read(graph, plan, {name: body for body, name in names.items() if body != FLOOR})


def _read(graph: "AGraph", plan: Plan, bodies: Mapping[str, str]) -> DotLayout:
    middle = {bodies[node]: _point(node.attr["pos"]) for node in graph.nodes() if node in bodies}
    links = {f"e{link.number}": link for link in plan.links}
    routes = {}
    for start, end, name in graph.edges(keys=True):
        if name in links:
            link = links[name]
            backwards = link.number in plan.ranking and plan.ranking[link.number][0] == link.end
            routes[link.number] = _route(graph.get_edge(start, end, name).attr["pos"], backwards=backwards)
    return DotLayout(middle, routes, _crossings(middle, plan.links))


def _point(text: str) -> Point:
    x, y = text.split(",")
    return round(float(x), 1), round(-float(y), 1)


def _route(text: str, *, backwards: bool) -> Route:
    """The points of an edge as dot writes them: `e,x,y` or `s,x,y` is the tip of its arrow."""
    tips, points = [], []
    for part in text.replace("\\\n", "").split():
        if part[0] in "es":
            tips = [_point(part[2:])]
        else:
            points.append(_point(part))
    if backwards:
        points.reverse()
    if tips:  # the last curve goes on to the tip of the arrow
        points += [points[-1], *tips, *tips]
    return tuple(points)


def _crossings(middle: Mapping[str, Point], links: Sequence[Link]) -> int:
    """How many pairs of links without a common body cross, each taken as a straight line between two middles."""
    ends = sorted({(min(link.start, link.end), max(link.start, link.end)) for link in links if link.start != link.end})
    return sum(
        _side(middle[a], middle[b], middle[c]) * _side(middle[a], middle[b], middle[d]) < 0
        and _side(middle[c], middle[d], middle[a]) * _side(middle[c], middle[d], middle[b]) < 0
        for (a, b), (c, d) in combinations(ends, 2)
        if a not in (c, d) and b not in (c, d)
    )


def _side(start: Point, end: Point, point: Point) -> float:
    """On which side of a line a point lies: positive, negative, or 0 on it."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
