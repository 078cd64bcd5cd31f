"""Where the word beside a link stands: on its way, where it lies neither on a box nor on another word.

Graphviz could place it, but crashes on words of links that do not rank beside other links between the same bodies.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govgraph.draw.boxes import Shape
from govgraph.draw.lettering import width

SIZE = 10.0
_HIGH = 13.0
_MIDDLE_FIRST = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
_ASIDE = (
    (0, 0),
    (12, 0),
    (-12, 0),
    (0, 12),
    (0, -12),
    (24, 0),
    (-24, 0),
    (0, 24),
    (0, -24),
    (45, 0),
    (-45, 0),
    (0, 45),
)
_FAR = ((0, -45), (0, 65), (0, -65), (0, 90), (0, -90), (70, 0), (-70, 0), (60, 60), (-60, 60), (60, -60), (-60, -60))

Point = tuple[float, float]


class Patch(NamedTuple):
    """A part of the plane that is taken."""

    left: float
    right: float
    top: float
    low: float

    def meets(self, other: "Patch") -> bool:
        """Whether two of them overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.low and other.top < self.low


def places(
    ways: Mapping[int, Sequence[Point]],
    words: Mapping[int, str],
    shapes: Mapping[str, Shape],
    middle: Mapping[str, Point],
) -> dict[int, Point]:
    """The middle of each word; of a link without a free place, the least covered one."""
    taken = [_around(middle[key], shape.width + 6, shape.height + 22) for key, shape in shapes.items()]
    found = {}
    for link, word in words.items():
        if link not in ways:
            continue
        across = width(word, SIZE) + 8
        patches = {point: _around(point, across, _HIGH) for point in _candidates(ways[link])}
        found[link] = min(patches, key=lambda point: sum(patches[point].meets(other) for other in taken))
        taken.append(patches[found[link]])
    return found


def _around(point: Point, across: float, down: float) -> Patch:
    x, y = point
    return Patch(x - across / 2, x + across / 2, y - down / 2, y + down / 2)


def _candidates(way: Sequence[Point]) -> Iterator[Point]:
    """Points along a way, those near its middle first, and points beside them."""
    curves = (len(way) - 1) // 3
    for across, down in (*_ASIDE, *_FAR):
        for share in _MIDDLE_FIRST:
            curve, part = divmod(share * curves, 1)
            x, y = _on_curve(way[int(curve) * 3 : int(curve) * 3 + 4], part)
            yield round(x + across, 1), round(y + down, 1)


def _on_curve(points: Sequence[Point], part: float) -> Point:
    """The point at a share of the way along a cubic curve."""
    rest = 1 - part
    shares = (rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3)
    weighed = list(zip(shares, points, strict=True))
    return sum(share * x for share, (x, _) in weighed), sum(share * y for share, (_, y) in weighed)
