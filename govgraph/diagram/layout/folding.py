"""Folding: like siblings become one list, with a row for each and rows under it for what hangs from it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govgraph.diagram.boxes import LIST_HEAD, LIST_PADDING, Shape
from govgraph.diagram.layout.blocks import Block, SiblingList, Way
from govgraph.diagram.layout.columns import shared_out
from govgraph.diagram.layout.geometry import Point, Rectangle
from govgraph.diagram.layout.graphviz import Plan
from govgraph.diagram.layout.hanging import Hanging
from govgraph.diagram.scene import Scene
from govgraph.model import Kind

_ROWS_IN_COLUMN, _LIST_ASPECT = 26, 1.5
"""In a list of more rows these stand in columns, so that it gets about so much wider than high."""
_INDENT = 16.0
"""How much further to the right a row begins than the one under which it stands."""


class Folding(NamedTuple):
    """Which siblings are folded: at least so many, like ones or any, with or without those of which a fact is known."""

    at_least: int
    any_kind: bool = False
    with_facts: bool = False
    levels: int = 1
    """How many levels of bodies are folded into one list, from those below which nothing hangs upwards."""


class Folder:
    """Makes lists of siblings.

    Args:
        scene: what is drawn.
        plan: its links.
        hanging: what stands in blocks.
        rows: the size of each body as a row, if it can be one.
        folding: which siblings are folded; None folds none.

    """

    def __init__(
        self, scene: Scene, plan: Plan, hanging: Hanging, rows: Mapping[str, Shape], folding: Folding | None
    ) -> None:
        self.boxes = scene.boxes
        self.links = {link.number: link for link in plan.links}
        self.hanging = hanging
        self.rows = rows
        self.folding = folding

    def families(self, bodies: Sequence[str]) -> Iterator[list[str]]:
        """Siblings that are folded into one list each."""
        if self.folding is None:
            return
        families: dict[tuple[str, Kind | None], list[str]] = {}
        for body in bodies:
            number = self.hanging.links[body]
            if number is None or not self._is_low(body, self.folding.levels):
                continue
            if self.boxes[body].facts and not self.folding.with_facts:
                continue
            kind = None if self.folding.any_kind else next(iter(self.boxes[body].kinds))
            families.setdefault((self.links[number].relation, kind), []).append(body)
        yield from (family for family in families.values() if len(family) >= self.folding.at_least)

    def _is_low(self, body: str, levels: int) -> bool:
        """Whether at most so many levels hang together from a body down, itself one of them, and all can be rows."""
        rank = [body]
        while rank and levels and self.rows.keys() >= set(rank):
            levels -= 1
            rank = [lower for upper in rank for lower in self.hanging.below.get(upper, ())]
        return not rank

    def folded_bodies(self) -> set[str]:
        """All bodies that are rows."""
        families = (family for lowers in self.hanging.below.values() for family in self.families(lowers))
        return {row for family in families for body in family for row, _ in self._outline(body)}

    def _outline(self, body: str, depth: int = 0) -> Iterator[tuple[str, int]]:
        """A body and all that hangs from it, each with its depth, as an outline has them."""
        yield body, depth
        for lower in self.hanging.below.get(body, ()):
            yield from self._outline(lower, depth + 1)

    def list_block(self, above: str, family: Sequence[str]) -> Block:
        """The block of a list: what hangs from its members stands below them, further to the right."""
        outlines = [list(self._outline(body)) for body in family]
        members = [body for outline in outlines for body, _ in outline]
        frame, middle = self._rows_placed(outlines)
        kinds = {kind for body in members for kind in self.boxes[body].kinds}
        number = self.hanging.links[family[0]]
        folded = SiblingList(
            above=above,
            relation="" if number is None else self.links[number].relation,
            kind=kinds.pop() if len(kinds) == 1 else None,
            members=tuple(members),
            rectangle=frame,
            is_outline=len(members) > len(family),
        )
        nested = [body for body in members if body not in family]
        ways = dict(way for body in nested for way in self._nested_way(body, middle))
        return Block(frame.width, frame.height, frame, middle, ways, (folded,))

    def _rows_placed(self, outlines: Sequence[Sequence[tuple[str, int]]]) -> tuple[Rectangle, dict[str, Point]]:
        """The frame of a list, and the middle of each of its rows: no outline is parted between two columns."""
        heights = [sum(self.rows[body].height for body, _ in outline) for outline in outlines]
        rows = [row for outline in outlines for row in outline]
        wide = max(self.rows[body].width for body, _ in rows) + _INDENT * max(depth for _, depth in rows)
        is_long = len(rows) > _ROWS_IN_COLUMN
        columns = shared_out(heights, max(1, round((sum(heights) * _LIST_ASPECT / wide) ** 0.5)) if is_long else 1)
        across = len(columns) * wide + (len(columns) + 1) * LIST_PADDING
        middle: dict[str, Point] = {}
        foot = LIST_HEAD
        for place, column in enumerate(columns):
            left = -across / 2 + LIST_PADDING + place * (wide + LIST_PADDING)
            y = LIST_HEAD
            for body, depth in (row for item in column for row in outlines[item]):
                shape = self.rows[body]
                middle[body] = (left + depth * _INDENT + shape.width / 2, y + shape.height / 2)
                y += shape.height
            foot = max(foot, y)
        return Rectangle(-across / 2, across / 2, 0.0, foot + LIST_PADDING), middle

    def _nested_way(self, body: str, middle: Mapping[str, Point]) -> Iterator[tuple[int, Way]]:
        """The way from a row of an outline to the one under which it stands."""
        number, above = self.hanging.links[body], self.hanging.above[body]
        if number is None:
            return
        (x, y), (upper_x, upper_y) = middle[body], middle[above]
        left = x - self.rows[body].width / 2
        line = upper_x - self.rows[above].width / 2 + _INDENT / 2
        points = [(left, y), (line, y), (line, upper_y + self.rows[above].height / 2)]
        link = self.links[number]
        yield number, Way(tuple(points if link.end == above else reversed(points)), (above, link.relation))
