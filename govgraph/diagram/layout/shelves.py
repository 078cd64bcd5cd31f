"""Shelves: the pieces of a drawing one after the other, and those bodies that nothing ties to others."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govgraph.diagram.boxes import Shape
from govgraph.diagram.layout.blocks import Block, SiblingList, Way
from govgraph.diagram.layout.geometry import Point, Rectangle
from govgraph.diagram.layout.pieces import NODE_GAP, RANK_GAP, Piece

_GAP = 24.0
_MIN_WIDTH = 700.0
"""So wide rows of bodies that nothing ties to others may always be."""


class Arrangement(NamedTuple):
    """Where boxes stand, and lists, and the ways inside blocks."""

    width: float
    height: float
    middle: dict[str, Point]
    ways: dict[int, Way]
    lists: tuple[SiblingList, ...]


def on_shelves(
    pieces: Sequence[Piece], blocks: Mapping[str, Block], alone: Mapping[str, Shape], room: float
) -> Arrangement:
    """The pieces in shelves, and those bodies that stand alone where there is room, or in rows below."""
    room = max([room, *(piece.frame.width for piece in pieces)]) if pieces else 0.0
    placed, shelves = _shelved(pieces, room)
    single = _set_alone(shelves, alone, max(room, _MIN_WIDTH))
    stood = [blocks[root].moved(rectangle.middle[0], rectangle.top) for root, rectangle in placed.items()]
    middle = {body: box.middle for body, box in single.items()}
    ways: dict[int, Way] = {}
    for block in stood:
        middle |= block.middle
        ways |= block.ways
    everything = [*placed.values(), *single.values()]
    whole = Rectangle.over(everything) if everything else Rectangle(0.0, 0.0, 0.0, 0.0)
    return Arrangement(
        width=whole.width,
        height=whole.height,
        middle=middle,
        ways=ways,
        lists=tuple(item for block in stood for item in block.lists),
    )


def _shelved(pieces: Sequence[Piece], room: float) -> tuple[dict[str, Rectangle], list[Rectangle]]:
    """The place of each node, and the shelves on which they stand; each tier begins a new one."""
    placed: dict[str, Rectangle] = {}
    shelves: list[Rectangle] = []
    x = y = high = 0.0
    tier = 0
    for piece in pieces:
        frame = piece.frame
        if x and (x + frame.width > room or piece.tier != tier):
            shelves.append(Rectangle(0.0, x - NODE_GAP, y, y + high))
            x, y, high = 0.0, y + high + RANK_GAP, 0.0
        tier = piece.tier
        for root, rectangle in piece.nodes.items():
            placed[root] = rectangle.moved(x - frame.left, y - frame.top)
        x, high = x + frame.width + NODE_GAP, max(high, frame.height)
    if pieces:
        shelves.append(Rectangle(0.0, x - NODE_GAP, y, y + high))
    return placed, shelves


def _set_alone(shelves: Sequence[Rectangle], alone: Mapping[str, Shape], room: float) -> dict[str, Rectangle]:
    """Places for bodies that nothing ties to others: at the end of the first shelf that has room, else at the foot."""
    ends = [shelf.right + 2 * _GAP for shelf in shelves]
    x, high = 0.0, 0.0
    y = max((shelf.bottom + 2 * _GAP for shelf in shelves), default=0.0)
    places = {}
    for body, box in alone.items():
        for place, shelf in enumerate(shelves):
            if ends[place] + box.width <= room and box.height <= shelf.height:
                left, right = ends[place], ends[place] + box.width
                places[body] = Rectangle(left, right, shelf.bottom - box.height, shelf.bottom)
                ends[place] += box.width + _GAP
                break
        else:
            if x and x + box.width > room:
                x, y, high = 0.0, y + high + _GAP, 0.0
            places[body] = Rectangle(x, x + box.width, y, y + box.height)
            x, high = x + box.width + _GAP, max(high, box.height)
    return places
