"""Wrapping: a piece that is too wide gets narrower, its ranks in columns."""

from collections.abc import Sequence

from govgraph.diagram.layout.geometry import Rectangle
from govgraph.diagram.layout.pieces import NODE_GAP, RANK_GAP, Piece, settled

_FEWEST_COLUMNS = 3


def wrapped(piece: Piece, room: float) -> Piece:
    """A piece no wider than the room, where that can be: nodes of one rank that are too many stand in columns."""
    frame = piece.frame
    if frame.width <= room or len(piece.nodes) == 1:
        return piece
    squeeze = room / frame.width
    spans: dict[str, Rectangle] = {}
    for rank in piece.ranks:
        columns = _columns([(root, piece.nodes[root]) for root in rank], room)
        wide = [max(box.width for _, box in column) for column in columns]
        wished = [
            (sum(box.middle[0] for _, box in column) / len(column) - frame.left) * squeeze - across / 2
            for column, across in zip(columns, wide, strict=True)
        ]
        for column, across, left in zip(columns, wide, _spread(wished, wide, room), strict=True):
            for root, box in column:
                spans[root] = box.moved(left + across / 2 - box.middle[0], -box.top)
    return piece._replace(
        nodes=settled(spans, piece.ranks, piece.edges, {root: box.bottom for root, box in spans.items()})
    )


def gridded(piece: Piece, room: float) -> Piece:
    """A piece in columns of one width, as many as the room holds: each rank fills up what those above it leave."""
    frame = piece.frame
    pitch = max(box.width for box in piece.nodes.values()) + NODE_GAP
    number = int((room + NODE_GAP) // pitch)
    if frame.width <= room or number < _FEWEST_COLUMNS:
        return piece
    skyline = [0.0] * number
    spans: dict[str, Rectangle] = {}
    for rank in piece.ranks:
        high = [piece.nodes[root].height + RANK_GAP for root in rank]
        if len(rank) <= number:
            wished = [(piece.nodes[root].middle[0] - frame.left) / frame.width * number for root in rank]
            columns = [int(left) for left in _spread([wish - 0.5 for wish in wished], [1.0] * len(rank), number, 0.0)]
            base = max(skyline[column] for column in columns)
        else:
            columns, base = _filled(high, skyline), 0.0
        for root, column, height in zip(rank, columns, high, strict=True):
            box = piece.nodes[root]
            spans[root] = box.moved(column * pitch + (pitch - NODE_GAP) / 2 - box.middle[0], -box.top)
            skyline[column] = max(skyline[column], base) + height
    roots = {root: box.bottom for root, box in spans.items()}
    return piece._replace(nodes=settled(spans, piece.ranks, piece.edges, roots))


def _filled(high: Sequence[float], skyline: Sequence[float]) -> list[int]:
    """A column for each of some boxes, from left to right, so that the highest column is as low as can be."""
    level = (sum(skyline) + sum(high)) / len(skyline)
    while True:
        columns, column, top = [], 0, skyline[0]
        for height in high:
            while top + height > level and column + 1 < len(skyline):
                column += 1
                top = skyline[column]
            columns.append(column)
            top += height
        if top <= level or column + 1 < len(skyline):
            return columns
        level += min(high) / 4


def _columns(rank: Sequence[tuple[str, Rectangle]], room: float) -> list[list[tuple[str, Rectangle]]]:
    """Nodes in as many columns as the room holds."""
    for number in range(len(rank), 1, -1):
        most = -(-len(rank) // number)
        columns = [list(rank[place : place + most]) for place in range(0, len(rank), most)]
        if sum(max(box.width for _, box in column) + NODE_GAP for column in columns) - NODE_GAP <= room:
            return columns
    return [list(rank)]


def _spread(wished: Sequence[float], wide: Sequence[float], room: float, gap: float = NODE_GAP) -> list[float]:
    """Where columns begin, near to where each would, so that none overlaps another or leaves the room."""
    lefts: list[float] = []
    for left, _ in zip(wished, wide, strict=True):
        before = lefts[-1] + wide[len(lefts) - 1] + gap if lefts else 0.0
        lefts.append(max(left, before))
    limit = room
    for place in range(len(lefts) - 1, -1, -1):
        lefts[place] = min(lefts[place], limit - wide[place])
        limit = lefts[place] - gap
    shift = max(0.0, -lefts[0])
    return [left + shift for left in lefts]
