"""Stacking: a body with all that hangs from it in columns becomes one block."""

from collections.abc import Iterator, Mapping, Sequence

from govgraph.diagram import style
from govgraph.diagram.boxes import Shape
from govgraph.diagram.layout.blocks import Block, SiblingList, Way
from govgraph.diagram.layout.columns import Column, Gaps, Item, arranged_in_columns
from govgraph.diagram.layout.folding import Folder, Folding
from govgraph.diagram.layout.geometry import Point, Rectangle, simplified
from govgraph.diagram.layout.graphviz import Plan
from govgraph.diagram.layout.hanging import Hanging
from govgraph.diagram.scene import Scene

_WIDE, _NARROW = Gaps(15.0, 26.0, 24.0, 34.0), Gaps(9.0, 18.0, 12.0, 18.0)
"""Between columns of lists there is room for the lane of a line: rows are reached from beside them only."""
_BUS, _DROP = 17.0, 13.0
"""How far below a body the line runs to which all below it are tied, and how far that runs above these."""
_BUS_STEP, _ENTRY_STEP = 10.0, 22.0
"""How far apart the lines of two relations run."""


class Stacker:
    """Makes blocks of what hangs.

    Args:
        scene: what is drawn.
        plan: its links.
        hanging: what stands in blocks.
        shapes: the size of each body as a box, and as a row.
        folding: which siblings are folded; None folds none.
        aspect: how much wider than high a block would best be.

    """

    def __init__(
        self,
        scene: Scene,
        plan: Plan,
        hanging: Hanging,
        shapes: tuple[Mapping[str, Shape], Mapping[str, Shape]],
        folding: Folding | None,
        aspect: float,
    ) -> None:
        self.hanging = hanging
        self.boxes, rows = shapes
        self.folder = Folder(scene, plan, hanging, rows, folding)
        self.aspect = aspect
        self.gaps = _WIDE if folding is None else _NARROW
        self.links = {link.number: link for link in plan.links}

    def blocks(self, roots: Sequence[str]) -> dict[str, Block]:
        """The blocks of bodies that do not hang themselves."""
        order = list(roots)
        for body in order:
            order += self.hanging.below.get(body, ())
        blocks: dict[str, Block] = {}
        for body in reversed(order):
            items = list(self._items(body, blocks))
            for lower in self.hanging.below.get(body, ()):
                blocks.pop(lower, None)
            blocks[body] = self._stacked(body, items) if items else Block.of_one(body, self.boxes[body])
        return {root: blocks[root] for root in roots}

    def _items(self, body: str, blocks: Mapping[str, Block]) -> Iterator[Item]:
        """What stands under a body: blocks and lists, those of one relation together."""
        lowers = self.hanging.below.get(body, [])
        folded: dict[str, list[str]] = {}
        for family in self.folder.families(lowers):
            folded |= dict.fromkeys(family, family)
        items = []
        for lower in lowers:
            family = folded.get(lower, [lower])
            if family[0] != lower:
                continue
            block = self.folder.list_block(body, family) if lower in folded else blocks[lower]
            numbers = [self.hanging.links[member] for member in family]
            items.append(Item(self._relation(lower), [number for number in numbers if number is not None], block))
        order = list(dict.fromkeys(item.relation for item in items))
        yield from sorted(items, key=lambda item: (not item.relation, order.index(item.relation)))

    def _relation(self, body: str) -> str:
        """Those that share a line have the same; empty where no line leads up from the body."""
        number = self.hanging.links[body]
        if number is None:
            return ""
        relation = self.links[number].relation
        dashed = style.stroke(relation).dashes  # dashes that lie over others look like a whole line
        return f"{relation} {body}" if dashed else relation

    def _stacked(self, body: str, items: Sequence[Item]) -> Block:
        """A body with its items in columns under it."""
        shape = self.boxes[body]
        columns = arranged_in_columns(items, self.aspect, self.gaps)
        entries = _entries(columns, shape.width)
        depths = _depths(columns, entries)
        gap = _BUS + _DROP if len(items) > 1 else self.gaps.single
        top = shape.height + gap + _BUS_STEP * max(len(entries) - 1, 0)
        middle: dict[str, Point] = {body: (0.0, shape.height / 2)}
        ways: dict[int, Way] = {}
        lists: list[SiblingList] = []
        high = top
        for column in columns:
            y = top
            x = column.left + column.width / 2
            for item in column.items:
                moved = item.block.moved(x, y)
                middle |= moved.middle
                ways |= moved.ways
                lists += moved.lists
                if item.relation:
                    bus = shape.height + _BUS + _BUS_STEP * depths[item.relation]
                    way = _way(moved.root, x, self._gutter(column), bus, (entries[item.relation], shape.height))
                    ways |= self._ways(body, item, way)
                y += item.block.height + self.gaps.under
            high = max(high, y - self.gaps.under)
        half = max(-columns[0].left, shape.width / 2)
        root = Rectangle(-shape.width / 2, shape.width / 2, 0.0, shape.height)
        return Block(2 * half, high, root, middle, ways, tuple(lists))

    def _gutter(self, column: Column) -> float | None:
        """Where the line beside a column runs down; None where it comes from above."""
        if column.side == 0:
            return None
        return column.left - self.gaps.gutter if column.side < 0 else column.left + column.width + self.gaps.gutter

    def _ways(self, body: str, item: Item, way: Sequence[Point]) -> dict[int, Way]:
        """The way of each link by which an item hangs, from its start to its end."""
        bundle = (body, item.relation)
        return {
            number: Way(tuple(way if self.links[number].end == body else reversed(way)), bundle)
            for number in item.links
        }


def _entries(columns: Sequence[Column], width: float) -> dict[str, float]:
    """Where the line of each relation comes to the body above, from its middle."""
    drawn = list(dict.fromkeys(item.relation for column in columns for item in column.items if item.relation))
    step = min(_ENTRY_STEP, width / (len(drawn) + 1))
    return {relation: (place - (len(drawn) - 1) / 2) * step for place, relation in enumerate(drawn)}


def _depths(columns: Sequence[Column], entries: Mapping[str, float]) -> dict[str, int]:
    """On which level the line of each relation runs: one that runs below another's entry runs deeper."""
    deepest_first: list[str] = []
    for relation, entry in entries.items():
        right = max(column.left + column.width for column in columns if column.items[0].relation == relation)
        deepest_first.insert(0 if right > entry else len(deepest_first), relation)
    return {relation: depth for depth, relation in enumerate(reversed(deepest_first))}


def _way(root: Rectangle, x: float, gutter: float | None, bus: float, entry: Point) -> list[Point]:
    """From a body in a column up to the one above: over the line beside the column, or straight up."""
    entry_x, entry_y = entry
    if gutter is not None:
        y = root.middle[1]
        side = root.left if gutter < x else root.right
        return simplified([(side, y), (gutter, y), (gutter, bus), (entry_x, bus), (entry_x, entry_y)])
    if abs(x - entry_x) < 1:
        return [(x, root.top), (x, entry_y)]
    return simplified([(x, root.top), (x, bus), (entry_x, bus), (entry_x, entry_y)])
