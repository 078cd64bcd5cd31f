"""The shape of the lines of accountability: layers, span, and how near they come to a tree.

Krackhardt's four are defined as in UCINET (http://www.analytictech.com/ucinet/help/hs4385.htm); efficiency counts lines
with their direction, as the package sna of R does (https://www.rdocumentation.org/packages/sna/versions/2.4/topics/efficiency).
Flow hierarchy is that of Luo and Magee (2011, https://doi.org/10.1002/cplx.20368).
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from govgraph.graph.kernels import components, reversed_edges

MOST_NODES = 400
"""Upper bounds are looked for among so many bodies at the most: it takes the cube of their number."""


class Shape(NamedTuple):
    """Numbers from 0 to 1, where 1 is a tree under one top; None where there is nothing to count."""

    layers: int
    """How many bodies stand above one another on the longest line; those in a ring count as one."""
    connectedness: float | None
    """The share of pairs of bodies that are tied together by lines, whichever way."""
    hierarchy: float | None
    """Of the pairs of which one answers to the other, the share in which not each answers to the other."""
    efficiency: float | None
    """How few lines there are beyond those that hold the bodies together."""
    upper_bounds: float | None
    """Of the pairs of bodies that are tied together, the share that answers to one body nearest to both."""
    flow_hierarchy: float | None
    """The share of lines that are in no ring."""


def shape(up: Sequence[Sequence[int]]) -> Shape:
    """The shape of lines: `up[i]` are the bodies that body `i` answers to, without itself and each once."""
    rings = [set(ring) for ring in components(up)]
    lines = sum(map(len, up))
    inside = sum(other in ring for ring in rings for node in ring for other in up[node])
    pieces = _pieces(up)
    above = _above(up)
    return Shape(
        layers=_layers(up, rings),
        connectedness=_share(sum(len(one) * (len(one) - 1) for one in pieces), len(up) * (len(up) - 1)),
        hierarchy=_hierarchy(above),
        efficiency=_efficiency(pieces, lines),
        upper_bounds=_upper_bounds(pieces, above) if len(up) <= MOST_NODES else None,
        flow_hierarchy=_share(lines - inside, lines),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _pieces(up: Sequence[Sequence[int]]) -> list[list[int]]:
    """The bodies that are tied together by lines, whichever way."""
    both = [[*above, *below] for above, below in zip(up, reversed_edges(up), strict=True)]
    return components(both)


def _above(up: Sequence[Sequence[int]]) -> list[set[int]]:
    """For each body, all that it answers to, at whatever distance, and itself."""
    found: list[set[int]] = [set() for _ in up]
    for ring in components(up):  # what is above comes first
        together = set(ring).union(*(found[other] for node in ring for other in up[node]))
        for node in ring:
            found[node] = together
    return found


def _layers(up: Sequence[Sequence[int]], rings: Sequence[set[int]]) -> int:
    depth = [0] * len(up)
    for ring in rings:  # what is above comes first
        deepest = 1 + max((depth[other] for node in ring for other in up[node] if other not in ring), default=0)
        for node in ring:
            depth[node] = deepest
    return max(depth, default=0)


def _hierarchy(above: Sequence[set[int]]) -> float | None:
    one_way = both = 0
    for node, upper in enumerate(above):
        for other in upper:
            if other != node:
                one_way += 1
                both += node in above[other]
    mutual, pairs = both // 2, one_way - both // 2
    return _share(pairs - mutual, pairs)


def _efficiency(pieces: Sequence[Sequence[int]], lines: int) -> float | None:
    needed = sum(len(one) - 1 for one in pieces)
    most = sum(len(one) * (len(one) - 1) - (len(one) - 1) for one in pieces)
    return 1 - (lines - needed) / most if most else None


def _upper_bounds(pieces: Sequence[Sequence[int]], above: Sequence[set[int]]) -> float | None:
    pairs = found = 0
    for piece in pieces:
        for one, other in combinations(piece, 2):
            pairs += 1
            bounds = above[one] & above[other]
            found += any(bounds <= above[bound] for bound in bounds)
    return _share(found, pairs)
