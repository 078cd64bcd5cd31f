"""Who stands above whom in a drawing, and where dot places them: in px and with y downwards."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from govgraph.diagram import style
from govgraph.diagram.layout.geometry import Point
from govgraph.diagram.scene import Link, Scene
from govgraph.model import Level

Pair = tuple[str, str]
"""An upper body and a lower one."""

FLOOR = "\x00floor"
"""A node that is not drawn, between what is strategic, above it, and what need not stand higher, below."""
_DOWNWARDS = frozenset({"appoints", "commissions", "delegates_to"})
"""Relations of which the second body stands below the first."""
_MUTUAL = frozenset({"works_with"})
"""Relations of which neither body stands above the other."""


class Plan(NamedTuple):
    """What is laid out: all links, the pairs that rank, and invisible edges (upper, lower, least distance)."""

    links: tuple[Link, ...]
    ranking: dict[int, Pair]
    """For each link that ranks, the upper body and the lower one."""
    by_seat: tuple[Pair, ...]
    """The body on which a body sits, and this, which nothing else that is drawn ties to others."""
    by_level: tuple[tuple[str, str, int], ...]
    order: tuple[str, ...]
    """The bodies that are tied to others, in the order of names."""
    above: dict[str, tuple[str, ...]]
    labels: dict[int, str]

    @classmethod
    def of(cls, scene: Scene) -> "Plan":
        """The plan of a scene."""
        links = tuple(link for link in scene.links if is_laid_out(link))
        ranking = _ranking(scene, [link for link in links if link.start != link.end])
        tied = {body for link in links for body in (link.start, link.end)}
        by_seat = tuple(_by_seats(scene, tied))
        tied.update(body for pair in by_seat for body in pair)
        above = _grouped((lower, upper) for upper, lower in ranking.values())
        labels = {link.number: [label for label, _ in link.labels()] for link in links}
        return cls(
            links=links,
            ranking=ranking,
            by_seat=by_seat,
            by_level=tuple(_by_level(scene, [*ranking.values(), *by_seat], tied)),
            order=tuple(body for body in scene.boxes if body in tied),
            above={body: tuple(dict.fromkeys(uppers)) for body, uppers in above.items()},
            labels={number: max(texts, key=len) for number, texts in labels.items() if texts},
        )


def is_laid_out(link: Link) -> bool:
    """Whether a link gets a way: every relation, and of the seats those that are drawn as lines."""
    return link.relation not in style.SEATS or link.is_drawn


def _ranking(scene: Scene, links: Sequence[Link]) -> dict[int, Pair]:
    """The upper and the lower body of each line, and of each other link that sets a body below what it is tied to."""
    ranking = {link.number: (link.end, link.start) for link in links if style.is_line(link.relation)}
    placed = {body for pair in ranking.values() for body in pair}
    for link in sorted(links, key=lambda link: _precedence(scene, link)):
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


def _precedence(scene: Scene, link: Link) -> int:
    """In which order links may set a body below another: relations, then seats, those on what is strategic first."""
    if link.relation not in style.SEATS:
        return 0
    return 1 if Level.STRATEGIC in scene.boxes[link.end].levels else 2


def _by_seats(scene: Scene, tied: set[str]) -> Iterator[Pair]:
    """The first body on which a body sits that nothing else ties to others, and this."""
    placed = set(tied)
    for link in sorted(scene.links, key=lambda link: _precedence(scene, link)):
        if link.relation in style.SEATS and link.start not in placed and link.start != link.end:
            placed.add(link.start)
            yield link.end, link.start


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
_NODE_GAP, _RANK_GAP = 0.5, 0.6

_MAX_LINKS, _LINKS_PER_BODY = 250, 3
# Where everything is tied to everything, dot would search for minutes, and nobody could tell ways apart.
_HURRIED = {"nslimit": 0.5, "nslimit1": 0.5, "mclimit": 0.05}


class Node(NamedTuple):
    """What dot places: the size of a body with all that stands in one block with it."""

    width: float
    height: float


class Edge(NamedTuple):
    """What dot knows of a link between two nodes: the second stands below the first where it ranks."""

    upper: str
    lower: str
    distance: int | None
    """The least distance in ranks; None where it does not rank."""
    weight: int


class DotLayout(NamedTuple):
    """What dot found: middles, and the ties between them."""

    middle: dict[str, Point]
    ties: list[Pair]

    @property
    def crossings(self) -> int:
        """How many ties cross."""
        return crossings(self.middle, self.ties)


def is_dense(plan: Plan) -> bool:
    """Whether there are so many links to a body that no layout is readable, and dot takes long to find one."""
    return len(plan.links) > max(_MAX_LINKS, _LINKS_PER_BODY * len(plan.order))


def edges(plan: Plan, roots: Mapping[str, str], loose: Collection[int] = ()) -> Iterator[Edge]:
    """What dot is to know, where each body stands in the block of a root.

    Of a loose link the lower body may stand in a block beside the upper one: it is not the highest there.
    """
    for link in plan.links:
        upper, lower = plan.ranking.get(link.number, (link.start, link.end))
        if roots[upper] != roots[lower]:
            ranks = link.number in plan.ranking
            distance = 0 if link.number in loose and roots[lower] != lower else 1
            yield Edge(roots[upper], roots[lower], distance if ranks else None, 2 if ranks else 1)
    for upper, lower in plan.by_seat:
        if roots[upper] != roots[lower]:
            yield Edge(roots[upper], roots[lower], 1, 1)
    for upper, lower, distance in plan.by_level:
        yield Edge(roots.get(upper, upper), roots.get(lower, lower), distance, 0)


def dot_layout(nodes: Mapping[str, Node], edges: Sequence[Edge], *, hurried: bool = False) -> DotLayout:
    """The layout that dot finds for nodes and edges in this order."""
    from pygraphviz import AGraph  # only where something is drawn

    names = {body: f"n{place}" for place, body in enumerate(sorted(nodes))}
    bodies = {name: body for body, name in names.items()}
    lines = [f"graph [rankdir=TB, nodesep={_NODE_GAP}, ranksep={_RANK_GAP}, splines=false]"]
    lines += [f"graph [{name}={value}]" for name, value in (_HURRIED if hurried else {}).items()]
    lines.append('node [shape=box, fixedsize=true, label=""]')
    for body, node in nodes.items():
        lines.append(f"{names[body]} [width={node.width / _POINTS:.4f}, height={node.height / _POINTS:.4f}]")
    if any(FLOOR in edge for edge in edges):
        names[FLOOR] = "floor"
        lines.append("floor [style=invis, width=0.01, height=0.01]")
    for edge in edges:
        ranks = "constraint=false" if edge.distance is None else f"minlen={edge.distance}"
        lines.append(f"{names[edge.upper]} -> {names[edge.lower]} [weight={edge.weight}, {ranks}]")
    graph = AGraph("digraph {" + ";".join(lines) + "}")
    graph.layout("dot")
    middle = {bodies[node]: _point(graph.get_node(node).attr["pos"]) for node in bodies}
    ends = [(edge.upper, edge.lower) for edge in edges if edge.weight and FLOOR not in edge]
    return DotLayout(middle, ends)


def _point(text: str) -> Point:
    x, y = text.split(",")
    return round(float(x), 1), round(-float(y), 1)


def crossings(middle: Mapping[str, Point], ends: Iterable[Pair]) -> int:
    """How many of these ties without a common body cross, each taken as a straight line between two middles."""
    pairs = sorted({(min(start, end), max(start, end)) for start, end in ends if start != end})
    return sum(
        _side(middle[a], middle[b], middle[c]) * _side(middle[a], middle[b], middle[d]) < 0
        and _side(middle[c], middle[d], middle[a]) * _side(middle[c], middle[d], middle[b]) < 0
        for (a, b), (c, d) in combinations(pairs, 2)
        if a not in (c, d) and b not in (c, d)
    )


def _side(start: Point, end: Point, point: Point) -> float:
    """On which side of a line a point lies: positive, negative, or 0 on it."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
