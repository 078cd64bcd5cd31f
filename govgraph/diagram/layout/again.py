"""A layout of what differs little from what was laid out before: everything stays where it is, as far as it can."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from govgraph.diagram import style
from govgraph.diagram.boxes import Shape, row_shape, rows_for, shape
from govgraph.diagram.layout.arranging import A3_AND_SCREEN, MARGIN
from govgraph.diagram.layout.blocks import SiblingList
from govgraph.diagram.layout.geometry import Point, Rectangle, Route, curved
from govgraph.diagram.layout.graphviz import Plan
from govgraph.diagram.layout.ground import Ground, LinkKey, link_key
from govgraph.diagram.layout.kept_ways import Stood, found_ways, kept_ways
from govgraph.diagram.layout.labels import label_box, place_labels
from govgraph.diagram.layout.layout import Layout, lay_out
from govgraph.diagram.layout.link_routes import loop_beside
from govgraph.diagram.layout.pieces import RANK_GAP
from govgraph.diagram.layout.places import free_place
from govgraph.diagram.scene import Link, Scene

_ROOM = 12.0
"""The least room around a box that gets larger where it stands."""


class Laid(NamedTuple):
    """A scene and how it was laid out."""

    scene: Scene
    layout: Layout


def lay_out_again(scene: Scene, before: Laid) -> Layout:
    """The layout of a scene, in which what stood somewhere before stays there, or moves a little to make room.

    It is the same for the same two scenes and the same layout before. Where it could not be read as well as one made
    anew, or where a body would stand above one to which it answers, it is made anew. Raises InputError as `lay_out`.
    """
    kept = None if before.layout.organisations else _Again(scene, before).layout()
    return kept or lay_out(scene)


class _Again:
    """Lays a scene out on the ground of another."""

    def __init__(self, scene: Scene, before: Laid) -> None:
        self.scene, self.before = scene, before
        self.plan, self.old_plan = Plan.of(scene), Plan.of(before.scene)
        self.links = {link_key(link): link for link in self.plan.links}
        self.ground = Ground.of(before.scene, before.layout)
        routes = before.layout.routes
        self.old_ways = {
            link_key(link): (self.ground.ways[link_key(link)], routes[link.number])
            for link in self.old_plan.links
            if link.start != link.end
        }
        rows = rows_for(scene)
        listed = {body for item in self.ground.lists for body in item.members}
        self.shapes: dict[str, Shape] = {
            key: row_shape(box, rows) if key in listed else shape(box, rows) for key, box in scene.boxes.items()
        }

    def layout(self) -> Layout | None:
        """The layout; None where it must be made anew."""
        if not self.scene.boxes or not self._lists_hold():
            return None
        ground = self.ground
        ground.drop(self.scene, self.links)
        stood = Stood.of(ground)
        for body in self._untied_before():
            del ground.boxes[body]
        if not ground.boxes:
            return None
        for body, box in sorted(ground.boxes.items(), key=lambda item: (item[1].top, item[1].left)):
            size = self.shapes[body]
            if (size.width, size.height) != (round(box.width), round(box.height)):
                ground.resize(body, size.width, size.height, _ROOM)
        for body in self.scene.boxes:
            if body not in ground.boxes:
                place = self._place(body)
                if place is None:
                    return None
                ground.boxes[body] = place
                ground.changed.add(body)
        if not self._is_in_order():
            return None
        return self._finished(stood)

    def _lists_hold(self) -> bool:
        """Whether every list has the members that it had, each tied to those above as it was."""
        rows = {body for item in self.ground.lists for body in item.members}
        ties = (set(_ties(plan, rows)) for plan in (self.old_plan, self.plan))
        return rows <= set(self.scene.boxes) and next(ties) == next(ties)

    def _untied_before(self) -> list[str]:
        """The bodies that nothing tied to others, and that something ties to others now: they get another place."""
        tied = set(self.plan.order) - set(self.old_plan.order)
        return [body for body in self.ground.boxes if body in tied]

    def _place(self, body: str) -> Rectangle | None:
        """A free place for a body that has none: below those under which it stands, else at the foot of everything."""
        boxes, above = self.ground.boxes, self.plan.above
        size = self.shapes[body].width, self.shapes[body].height
        uppers = [boxes[upper] for upper in above.get(body, ()) if upper in boxes]
        lowers = [boxes[lower] for lower in boxes if body in above.get(lower, ())]
        high = max((box.bottom for box in uppers), default=0.0)
        low = min((box.top for box in lowers), default=float("inf"))
        whole = self.ground.whole()
        wished = (MARGIN + size[0] / 2, whole.bottom - size[1] / 2)
        if uppers:
            wished = (uppers[0].middle[0], high + RANK_GAP + size[1] / 2)
        elif lowers:
            wished = (lowers[0].middle[0], low - RANK_GAP - size[1] / 2)

        def fits(place: Rectangle) -> bool:
            return place.top > high and place.bottom < low and self._is_readable(Rectangle.over([whole, place]))

        return free_place(self.ground, size, wished, fits, MARGIN)

    def _is_readable(self, whole: Rectangle) -> bool:
        """Whether a diagram can be read as well as the one before."""
        layout = self.before.layout
        limit = max(1.0, A3_AND_SCREEN.excess_of(layout.width, layout.height))
        return A3_AND_SCREEN.excess_of(whole.right + MARGIN, whole.bottom + MARGIN) <= limit

    def _is_in_order(self) -> bool:
        """Whether nothing that is new or that moved stands above a body to which it answers."""
        boxes, old = self.ground.boxes, {link_key(link) for link in self.before.scene.links}
        return all(
            boxes[link.start].middle[1] > boxes[link.end].middle[1]
            for key, link in self.links.items()
            if style.is_line(link.relation) and link.start != link.end
            if key not in old or {link.start, link.end} & self.ground.changed
        )

    def _finished(self, stood: Stood) -> Layout | None:
        """The layout of the ground; None where it is beyond what can be read, or a line has no way around the boxes."""
        ground, plan = self.ground, self.plan
        straight = self.before.layout.are_lines_straight
        kept = kept_ways(ground, stood, straight)
        found = found_ways(plan, self.links, ground, kept)
        if found is None:
            return None
        ways = kept | found
        routes = {link.number: self._route(link, ways.get(key)) for key, link in self.links.items()}
        points = (Rectangle(x, x, y, y) for route in routes.values() for x, y in route)
        whole = Rectangle.over([*ground.obstacles().values(), *points])
        if whole.left < 0 or whole.top < 0 or not self._is_readable(whole):
            return None
        middle = {key: (round(x, 1), round(y, 1)) for key in self.shapes for x, y in [ground.boxes[key].middle]}
        labels = self._kept_labels(set(kept))
        known = [label_box(plan.labels[number], point) for number, point in labels.items()]
        rest = {number: label for number, label in plan.labels.items() if number not in labels}
        return Layout(
            width=round(whole.right + MARGIN),
            height=round(whole.bottom + MARGIN),
            shapes=self.shapes,
            middle=middle,
            routes={number: routes[number] for number in sorted(routes)},
            labels=labels | place_labels(routes, rest, self.shapes, middle, known),
            above=plan.above,
            lists=tuple(map(self._list, ground.lists)),
            are_lines_straight=straight,
        )

    def _route(self, link: Link, way: list[Point] | None) -> Route:
        """The route of a link: the very one before where its way is the same; that of a link to itself has no way."""
        if way is None:
            return loop_beside(self.ground.boxes[link.start])
        old = self.old_ways.get(link_key(link))
        return old[1] if old is not None and old[0] == way else curved(way)

    def _kept_labels(self, kept: Collection[LinkKey]) -> dict[int, Point]:
        """The labels of ways that are kept, where they say the same and nothing came to stand there."""
        said = {link_key(link): self.old_plan.labels.get(link.number) for link in self.old_plan.links}
        moved = [box for body, box in self.ground.boxes.items() if body in self.ground.changed]
        return {
            self.links[key].number: point
            for key, point in self.ground.labels.items()
            if key in kept and (label := self.plan.labels.get(self.links[key].number)) == said[key] and label
            if not any(label_box(label, point).overlaps(box) for box in moved)
        }

    def _list(self, item: SiblingList) -> SiblingList:
        """A list with the kind that its members have now."""
        kinds = {kind for body in item.members for kind in self.scene.boxes[body].kinds}
        return item._replace(kind=kinds.pop() if len(kinds) == 1 else None)


def _ties(plan: Plan, rows: Collection[str]) -> Iterator[tuple[LinkKey, str]]:
    """The links by which rows stand below others, each with the body above."""
    for link in plan.links:
        upper, lower = plan.ranking.get(link.number, ("", ""))
        if lower in rows:
            yield link_key(link), upper
    yield from ((("", "", lower), upper) for upper, lower in plan.by_seat if lower in rows)
