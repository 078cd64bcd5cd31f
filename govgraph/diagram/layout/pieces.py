"""Pieces: blocks that ties hold together, as dot places them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from govgraph.diagram.layout.blocks import Block
from govgraph.diagram.layout.geometry import Point, Rectangle
from govgraph.diagram.layout.graphviz import FLOOR, DotLayout, Edge, Node, Plan, dot_layout, edges, is_dense

NODE_GAP, RANK_GAP = 32.0, 44.0
_SHUFFLES = 7
_MAX_SHUFFLED = 50
"""Beyond so many nodes no other order is tried."""
_WORTH_A_SHUFFLE = 2
"""How many crossings another order than that of names must save: what keeps its place is found again."""


class Piece(NamedTuple):
    """Nodes that ties hold together, each with its place, from the top to the foot; and who stands above whom."""

    tier: int
    nodes: dict[str, Rectangle]
    ranks: list[list[str]]
    edges: list[Edge]

    @property
    def frame(self) -> Rectangle:
        """The part of the plane on which it stands."""
        return Rectangle.over(self.nodes.values())


def pieces_of(
    plan: Plan, blocks: Mapping[str, Block], roots: Mapping[str, str], loose: Collection[int] | None
) -> Iterator[Piece]:
    """The blocks as dot places them, in pieces: those that are strategic first, and then by the names of their tops.

    Args:
        plan: what is laid out.
        blocks: the blocks by the bodies at their top.
        roots: for each body the one at the top of its block.
        loose: the links that may lead to a body within a block; None where each block is one body.

    """
    known = list(edges(plan, roots, loose or ()))
    # no change below its topmost bodies moves a piece
    lowers = {edge.lower for edge in known if edge.distance is not None and edge.upper != FLOOR}
    standing = {body: (body in lowers, place) for place, body in enumerate(plan.order)}
    parts = _components(list(blocks), known)
    for tier, part in sorted(parts, key=lambda part: (part[0], min(standing[root] for root in part[1]))):
        nodes = {root: Node(blocks[root].width, blocks[root].height) for root in part}
        if len(nodes) == 1:
            ((root, node),) = nodes.items()
            yield Piece(tier, {root: Rectangle(0.0, node.width, 0.0, node.height)}, [[root]], [])
            continue
        inside = [edge for edge in known if {edge.upper, edge.lower} - {FLOOR} <= set(nodes)]
        found = _least_crossed(_attempts(nodes, inside, is_dense=is_dense(plan), only_own=loose is not None))
        spans = {
            root: Rectangle(x - nodes[root].width / 2, x + nodes[root].width / 2, 0.0, nodes[root].height)
            for root, (x, _) in found.middle.items()
        }
        ranks = _ranks(found.middle)
        heights = {root: blocks[root].root.height for root in nodes}
        yield Piece(tier, settled(spans, ranks, inside, heights), ranks, inside)


def _attempts(
    nodes: Mapping[str, Node], known: Sequence[Edge], *, is_dense: bool, only_own: bool
) -> Iterator[DotLayout]:
    """The layouts that dot finds from different orders of the nodes: first their own, then shuffled ones."""
    yield dot_layout(nodes, known, hurried=is_dense)
    for seed in range(0 if only_own or is_dense or len(nodes) > _MAX_SHUFFLED else _SHUFFLES):
        chance = Random(seed)  # noqa: S311 - no secret
        bodies, links = list(nodes), list(known)
        chance.shuffle(bodies)
        chance.shuffle(links)
        yield dot_layout({body: nodes[body] for body in bodies}, links)


def _least_crossed(attempts: Iterable[DotLayout]) -> DotLayout:
    """The first layout, if no other has so many crossings less that it is worth another order."""
    first, *others = attempts
    found = min(others, key=lambda attempt: attempt.crossings, default=first)
    return found if others and found.crossings <= first.crossings - _WORTH_A_SHUFFLE else first


def _components(roots: Sequence[str], known: Sequence[Edge]) -> list[tuple[int, list[str]]]:
    """The nodes that ties hold together; 1 for those that are to stand below all that is strategic, 0 for others."""
    leader = {root: root for root in roots}

    def find(root: str) -> str:
        while leader[root] != root:
            leader[root] = leader[leader[root]]
            root = leader[root]
        return root

    def join(ends: Iterable[str]) -> None:
        first, *others = (find(end) for end in ends)
        for other in others:
            leader[find(other)] = find(first)

    for edge in known:
        if FLOOR not in edge:
            join((edge.upper, edge.lower))
    high = {edge.upper for edge in known if edge.lower == FLOOR}
    low = {edge.lower for edge in known if edge.upper == FLOOR}
    if {find(root) for root in high} & {find(root) for root in low}:  # both in one: dot must see all that is strategic
        join(root for root in roots if root in high)
    parts: dict[str, list[str]] = {}
    for root in roots:
        parts.setdefault(find(root), []).append(root)
    return [(int(high.isdisjoint(part) and not low.isdisjoint(part)), part) for part in parts.values()]


def settled(
    spans: Mapping[str, Rectangle], ranks: Sequence[Sequence[str]], known: Sequence[Edge], high: Mapping[str, float]
) -> dict[str, Rectangle]:
    """The nodes as high up as those above let them, with siblings on one line; they stay where they are from left.

    Args:
        spans: the nodes, whose upper edges do not matter.
        ranks: who may stand above whom, from the top.
        known: the ties between them.
        high: how far down in each the lower ones begin to stand below it.

    """
    ranking = [edge for edge in known if edge.distance is not None]
    uppers = _uppers(edge for edge in ranking if edge.distance or FLOOR in edge)
    not_lower = _uppers(edge for edge in ranking if not edge.distance and FLOOR not in edge)
    placed: dict[str, Rectangle] = {}
    for rank in ranks:
        tops: dict[str, float] = {}
        for root in rank:
            there = (*placed.values(), *(spans[other].moved(0.0, top) for other, top in tops.items()))
            bottoms = [box.bottom for box in there if _stand_over(box, spans[root])]
            above = uppers.get(root, set())
            above = above | uppers.get(FLOOR, set()) if FLOOR in above else above
            bottoms += [placed[upper].top + high[upper] for upper in above if upper in placed]
            level = [placed[upper].top for upper in not_lower.get(root, ()) if upper in placed]
            tops[root] = max([*(bottom + RANK_GAP for bottom in bottoms), *level], default=0.0)
        if not _has_columns(rank, spans):
            for root in rank:
                siblings = [other for other in rank if uppers.get(root) and uppers.get(other) == uppers[root]]
                tops[root] = max((tops[sibling] for sibling in siblings), default=tops[root])
        placed |= {root: spans[root].moved(0.0, tops[root]) for root in rank}
    return placed


def _uppers(known: Iterable[Edge]) -> dict[str, set[str]]:
    """For each lower node the upper ones."""
    uppers: dict[str, set[str]] = {}
    for edge in known:
        uppers.setdefault(edge.lower, set()).add(edge.upper)
    return uppers


def _stand_over(box: Rectangle, other: Rectangle) -> bool:
    """Whether two nodes have too little room beside one another."""
    return box.left < other.right + NODE_GAP - 1 and other.left < box.right + NODE_GAP - 1


def _has_columns(rank: Sequence[str], spans: Mapping[str, Rectangle]) -> bool:
    """Whether some nodes of a rank stand over others."""
    return any(spans[one].right > spans[other].left for one, other in pairwise(rank))


def _ranks(middle: Mapping[str, Point]) -> list[list[str]]:
    """The nodes of each rank, from left to right."""
    ranks: dict[float, list[str]] = {}
    for root, (_, y) in sorted(middle.items(), key=lambda item: item[1][0]):
        ranks.setdefault(y, []).append(root)
    return [ranks[y] for y in sorted(ranks)]
