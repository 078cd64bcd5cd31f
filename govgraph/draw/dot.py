"""Graphviz dot, through pygraphviz: boxes and links in, middles and routes out, in px and with y downwards."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from govgraph.draw.boxes import Shape
from govgraph.draw.ranking import FLOOR, Plan
from govgraph.draw.scene import Link

if TYPE_CHECKING:
    from pygraphviz import AGraph

_POINTS = 72.0

_FEW, _A_BODY = 250, 3
# Where everything is tied to everything, dot would search for minutes, and curves would not be told apart anyway.
_HURRIED = {"splines": "line", "nslimit": 0.5, "nslimit1": 0.5, "mclimit": 0.05}

Point = tuple[float, float]


Way = tuple[Point, ...]
"""The way of a link from its start to its end: a start, and curves of three points each."""


class Drawn(NamedTuple):
    """What dot found: middles, routes by the numbers of links, and how many links cross."""

    middle: dict[str, Point]
    routes: dict[int, Way]
    crossings: int


def is_dense(plan: Plan) -> bool:
    """Whether there are so many links to a body that no layout is readable, and dot takes long to find one."""
    return len(plan.links) > max(_FEW, _A_BODY * len(plan.tied))


def by_dot(plan: Plan, shapes: Mapping[str, Shape], bodies: Sequence[str], links: Sequence[Link]) -> Drawn:
    """The layout that dot finds for bodies and links in this order."""
    from pygraphviz import AGraph  # noqa: PLC0415 - only where something is drawn

    graph = AGraph(directed=True, strict=False)
    nodesep = 0.6 if plan.words else 0.3  # room for the words beside links
    graph.graph_attr.update(rankdir="TB", nodesep=nodesep, ranksep=0.55, splines="true")
    if is_dense(plan):
        graph.graph_attr.update(_HURRIED)
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowsize=0.8)
    number = {body: f"n{place}" for place, body in enumerate(sorted(shapes))}
    number[FLOOR] = "floor"
    for body in bodies:
        graph.add_node(number[body], width=shapes[body].width / _POINTS, height=shapes[body].height / _POINTS)
    if any(FLOOR in pair for pair in plan.unseen):
        graph.add_node("floor", style="invis", width=0.01, height=0.01)
    for link in links:
        pair = plan.ranking.get(link.number)
        if pair is None:
            graph.add_edge(number[link.start], number[link.end], key=f"e{link.number}", constraint="false")
        else:
            back = "back" if pair[0] == link.end else "forward"
            graph.add_edge(number[pair[0]], number[pair[1]], key=f"e{link.number}", dir=back, weight=2)
    for place, (upper, lower, least) in enumerate(plan.unseen):
        graph.add_edge(number[upper], number[lower], key=f"u{place}", style="invis", minlen=least, weight=0)
    graph.layout("dot")
    return _read(graph, plan, number)


def _read(graph: "AGraph", plan: Plan, number: Mapping[str, str]) -> Drawn:
    names = {short: body for body, short in number.items()}
    middle = {names[str(node)]: _point(node.attr["pos"]) for node in graph.nodes() if names[str(node)] != FLOOR}
    links = {f"e{link.number}": link for link in plan.links}
    routes = {}
    for start, end, name in graph.edges(keys=True):
        link = links.get(name)
        if link is not None:
            edge = graph.get_edge(start, end, name)
            pair = plan.ranking.get(link.number)
            turned = pair is not None and pair[0] == link.end
            routes[link.number] = _route(edge.attr["pos"], turned=turned)
    return Drawn(middle, routes, crossings(middle, plan.links))


def _point(text: str) -> Point:
    x, y = text.split(",")
    return round(float(x), 1), round(-float(y), 1)


def _route(text: str, *, turned: bool) -> Way:
    tip: Point | None = None
    points = []
    for part in text.replace("\\\n", "").split():
        if part[0] in "es":
            tip = _point(part[2:])
        else:
            points.append(_point(part))
    if turned:
        points.reverse()
    if tip is not None:  # the last curve goes on to the tip of the arrow
        points += [points[-1], tip, tip]
    return tuple(points)


def crossings(middle: Mapping[str, Point], links: Sequence[Link]) -> int:
    """How many pairs of links without a common body cross, each taken as a straight line between two middles."""
    ends = sorted({(min(link.start, link.end), max(link.start, link.end)) for link in links if link.start != link.end})
    return sum(
        _cross(middle[one], middle[two], middle[three], middle[four])
        for (one, two), (three, four) in combinations(ends, 2)
        if one not in (three, four) and two not in (three, four)
    )


def _cross(one: Point, two: Point, three: Point, four: Point) -> bool:
    return _side(one, two, three) * _side(one, two, four) < 0 and _side(three, four, one) * _side(three, four, two) < 0


def _side(one: Point, two: Point, point: Point) -> float:
    return (two[0] - one[0]) * (point[1] - one[1]) - (two[1] - one[1]) * (point[0] - one[0])
