"""Arranging: from plain to folded, what could stand where, and the choice among these arrangements."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from govgraph.diagram import style
from govgraph.diagram.boxes import Shape
from govgraph.diagram.layout.blocks import Block
from govgraph.diagram.layout.folding import Folder, Folding
from govgraph.diagram.layout.graphviz import Plan
from govgraph.diagram.layout.hanging import Hanging, loose_links
from govgraph.diagram.layout.pieces import Piece, pieces_of
from govgraph.diagram.layout.shelves import Arrangement, on_shelves
from govgraph.diagram.layout.stacking import Stacker
from govgraph.diagram.layout.wrapping import gridded, wrapped
from govgraph.diagram.scene import Scene

MARGIN = 16.0

Size = tuple[float, float]
"""How wide something is, and how high, in px."""

_FOLDINGS = (
    None,
    Folding(8),
    Folding(4),
    Folding(4, with_facts=True),
    Folding(3, any_kind=True, with_facts=True),
    Folding(2, any_kind=True, with_facts=True),
    Folding(1, any_kind=True, with_facts=True),
    Folding(1, any_kind=True, with_facts=True, levels=2),
    Folding(1, any_kind=True, with_facts=True, levels=3),
    Folding(1, any_kind=True, with_facts=True, levels=6),
)
_MOST_FOLDED = _FOLDINGS[-3:]
_ASPECTS = (4.0, 2.6, 2.0, 1.6, 1.2, 0.9, 0.7, 0.45, 0.1)
"""How much wider than high blocks would be."""
_SOME_ASPECTS, _FEW_ASPECTS = _ASPECTS[1::2], _ASPECTS[4:7:2]
_WIDTHS = (850.0, 1150.0, 1340.0, 1600.0, 1800.0, 1980.0, 2700.0, 4000.0)
_NOT_WORSE = 1.1
"""How much larger letters must get on a screen, before an arrangement is taken in place of one tried earlier."""
_BETTER_SMALL_THAN_FOLDED = 1.3
"""So much too large for its sheet is a diagram, before bodies that are alike lose their boxes."""
_MAX_TIGHTENED, _MAX_STRICT, _MAX_FILLED = 4, 60, 0.8
_MAX_UNFOLDED = 150
"""Beyond so many bodies that make up no tree, few arrangements are tried."""


class Paper(NamedTuple):
    """What a diagram is to be seen on."""

    sheets: tuple[Size, ...]
    """How large it may be, one way or the other, so that its smallest letters can be read."""
    canvas: Size
    """The room in which its letters are to be as large as can be."""
    max_ratio: float = float("inf")
    """How much wider than high it may be."""
    max_excess: float = 1.0
    """How far it may be too large, before more is folded."""

    @classmethod
    def of_size(cls, sheet: Size) -> "Paper":
        """The paper of one size alone."""
        return cls((sheet,), sheet, max_excess=_BETTER_SMALL_THAN_FOLDED)

    def scale(self, arrangement: Arrangement) -> float:
        """How large an arrangement is drawn on the canvas."""
        across, down = self.canvas
        return min(1.0, across / (arrangement.width + 2 * MARGIN), down / (arrangement.height + 2 * MARGIN))

    def excess(self, arrangement: Arrangement) -> float:
        """How far an arrangement is beyond what can be read: at most 1 where it is not."""
        return self.excess_of(arrangement.width + 2 * MARGIN, arrangement.height + 2 * MARGIN)

    def excess_of(self, across: float, down: float) -> float:
        """The same of a diagram of a size, with its margins."""
        on_sheet = min(max(across / wide, down / high) for wide, high in self.sheets)
        return max(on_sheet, across / down / self.max_ratio)


A3_AND_SCREEN = Paper(sheets=((2037.0, 1230.0), (1397.0, 1790.0)), canvas=(860.0, 560.0), max_ratio=3.0)
"""On A3 the smallest letters have six points, and a usual screen shows it all."""


class Recipe(NamedTuple):
    """How blocks are made: what is folded, how much wider than high each would be, and what hangs."""

    folding: Folding | None = None
    aspect: float = 1.0
    loose: frozenset[int] | None = None
    """The links that do not keep a body from hanging from another; None where nothing hangs at all."""
    only_leaves: bool = False


class Arranger:
    """Finds the arrangement in which a scene is read best.

    Args:
        scene: what is drawn.
        plan: its links.
        shapes: the size of each body as a box, and as a row, if it can be one.
        paper: what it is to be seen on.

    """

    def __init__(
        self, scene: Scene, plan: Plan, shapes: tuple[Mapping[str, Shape], Mapping[str, Shape]], paper: Paper
    ) -> None:
        self.scene = scene
        self.plan = plan
        self.boxes = {body: shapes[0][body] for body in scene.boxes}
        self.rows = shapes[1]
        self.paper = paper
        self.loose = frozenset(loose_links(plan))
        self.alone = {body: self.boxes[body] for body in scene.boxes if body not in set(plan.order)}
        self.is_small = len(plan.order) <= _MAX_STRICT
        self.is_tangled = len(plan.order) > _MAX_UNFOLDED and bool(self.loose)

    def best(self) -> Arrangement:
        """The least folded arrangement that can be read, and of those the one whose letters are largest on the canvas.

        Where none can be read, the one that is nearest to it.
        """
        tried: list[Arrangement] = []
        for folding in self._foldings():
            arrangements = list(self._all(folding))
            for limit in sorted({1.0, self.paper.max_excess}):
                readable = (item for item in arrangements if self.paper.excess(item) <= limit)
                if (found := self._largest(readable)) is not None:
                    return found
            tried += arrangements
        return min(tried or self._arrangements(Recipe()), key=self.paper.excess)

    def _largest(self, arrangements: Iterable[Arrangement]) -> Arrangement | None:
        """The first of which no later one has letters so much larger that it is worth another look of it all."""
        found: Arrangement | None = None
        for arrangement in arrangements:
            if found is None or self.paper.scale(arrangement) > self.paper.scale(found) * _NOT_WORSE:
                found = arrangement
        return found

    def _foldings(self) -> tuple[Folding | None, ...]:
        """The foldings with which everything may have room, from the plainest; the last of all where none has."""
        choice = _MOST_FOLDED if self.is_tangled else _FOLDINGS
        return tuple(folding for folding in choice if self._may_fit(folding)) or choice[-1:]

    def _may_fit(self, folding: Folding | None) -> bool:
        """Whether the boxes and rows alone leave a part of a sheet free."""
        hanging = Hanging.of(self.plan, self.loose)
        folded = Folder(self.scene, self.plan, hanging, self.rows, folding).folded_bodies()
        shapes = [self.rows[body] if body in folded else box for body, box in self.boxes.items()]
        across, down = self.paper.sheets[0]
        room = across * down * self.paper.max_excess**2
        return sum(shape.width * shape.height for shape in shapes) <= _MAX_FILLED * room

    def _all(self, folding: Folding | None) -> Iterator[Arrangement]:
        """What comes of a folding."""
        for recipe in self._recipes(folding):
            yield from self._arrangements(recipe)

    def _recipes(self, folding: Folding | None) -> Iterator[Recipe]:
        """As dot places every body, if nothing is folded; and with what hangs in blocks of several aspects.

        Each link that would keep a body from hanging counts in a small diagram, and counts not in any.
        """
        if folding is None:
            yield Recipe()
        holds = [frozenset[int](), self.loose] if self.is_small and self.loose else [self.loose]
        for aspect in self._aspects():
            yield from (Recipe(folding, aspect, loose) for loose in holds)
        if folding is not None:
            yield Recipe(folding, _ASPECTS[-1], self.loose, only_leaves=True)

    def _aspects(self) -> tuple[float, ...]:
        if self.is_small or not self.loose:
            return _ASPECTS
        return _FEW_ASPECTS if self.is_tangled else _SOME_ASPECTS

    def _arrangements(self, recipe: Recipe) -> Iterator[Arrangement]:
        """What comes of a recipe, narrow and wide; none in which one stands above a body to which it answers."""
        loose, blocks, pieces = self._in_order(recipe)
        seen = set()
        for room, fitted in [(0.0, pieces), *self._fitted(pieces)]:
            arrangement = on_shelves(fitted, blocks, self.alone, room)
            size = arrangement.width, arrangement.height
            if size not in seen and not self._turned(arrangement, loose):
                seen.add(size)
                yield arrangement

    @staticmethod
    def _fitted(pieces: list[Piece]) -> Iterator[tuple[float, list[Piece]]]:
        """The pieces made to fit each width, in both ways."""
        for room in _WIDTHS:
            for fit in (wrapped, gridded):
                yield room, [fit(piece, room) for piece in pieces]

    def _in_order(self, recipe: Recipe) -> tuple[frozenset[int], dict[str, Block], list[Piece]]:
        """The loose links, blocks and pieces of a recipe: what must count to keep the order is not loose."""
        loose = recipe.loose or frozenset()
        blocks, pieces = self._pieces(recipe)
        for _ in range(_MAX_TIGHTENED):
            turned = self._turned(on_shelves(pieces, blocks, self.alone, 0.0), loose)
            if not turned:
                break
            loose -= turned
            blocks, pieces = self._pieces(recipe._replace(loose=loose))
        return loose, blocks, pieces

    def _pieces(self, recipe: Recipe) -> tuple[dict[str, Block], list[Piece]]:
        """The blocks of a recipe, and the pieces that they make up."""
        hanging = Hanging({}, {}, {})
        if recipe.loose is not None:
            hanging = Hanging.of(self.plan, recipe.loose, only_leaves=recipe.only_leaves)
        shapes = self.boxes, self.rows
        stacker = Stacker(self.scene, self.plan, hanging, shapes, recipe.folding, recipe.aspect)
        roots = {body: hanging.root(body) for body in self.plan.order}
        blocks = stacker.blocks([body for body, root in roots.items() if root == body])
        return blocks, list(pieces_of(self.plan, blocks, roots, recipe.loose))

    def _turned(self, arrangement: Arrangement, loose: frozenset[int]) -> set[int]:
        """The lines that do not count for blocks, and of which the upper body does not stand above the lower.

        In an outline a body stands below the one from which it hangs, and may stand above another.
        """
        middle = arrangement.middle
        lines = {link.number for link in self.plan.links if style.is_line(link.relation)}
        outlined = {body for item in arrangement.lists if item.is_outline for body in item.members}
        pairs = {number: self.plan.ranking[number] for number in loose if number in lines}
        return {
            number
            for number, (upper, lower) in pairs.items()
            if lower not in outlined and middle[upper][1] >= middle[lower][1]
        }
