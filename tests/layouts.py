"""What every layout promises, found by brute force: no box on a box, no line through one, a route for every link."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from govgraph.diagram.layout.geometry import Point, Rectangle
from govgraph.diagram.layout.graphviz import is_laid_out
from govgraph.diagram.layout.layout import Layout
from govgraph.diagram.scene import Link, Scene


def box(layout: Layout, body: str) -> Rectangle:
    shape = layout.shapes[body]
    return Rectangle.around(layout.middle[body], shape.width, shape.height)


def obstacles(layout: Layout) -> dict[str, Rectangle]:
    """What no line is to run through: boxes, and lists with all their rows."""
    rows = {body for item in layout.lists for body in item.members}
    boxes = {body: box(layout, body) for body in layout.middle if body not in rows}
    return boxes | {f"list {number}": item.rectangle for number, item in enumerate(layout.lists)}


def assert_nothing_overlaps(layout: Layout) -> None:
    places = obstacles(layout)
    for (one, a), (other, b) in combinations(places.items(), 2):
        assert not a.overlaps(b), (one, other)
    assert all(a.left >= 0 and a.right <= layout.width for a in places.values())
    assert all(a.top >= 0 and a.bottom <= layout.height for a in places.values())
    for item in layout.lists:
        rows = [box(layout, body) for body in item.members]
        assert all(left.right <= right.left + 0.2 or not left.overlaps(right) for left, right in combinations(rows, 2))
        for body, row in zip(item.members, rows, strict=True):
            frame = item.rectangle
            inside = frame.left <= row.left and row.right <= frame.right + 0.1
            assert inside, body
            assert frame.top <= row.top, body
            assert row.bottom <= frame.bottom + 0.1, body
    listed = [body for item in layout.lists for body in item.members]
    assert len(listed) == len(set(listed))


def sampled(route: Sequence[Point]) -> Iterator[Point]:
    """Points along the curves of a route."""
    for place in range(0, len(route) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = route[place : place + 4]
        for step in range(21):
            t, u = step / 20, 1 - step / 20
            yield (
                u**3 * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t**3 * dx,
                u**3 * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t**3 * dy,
            )


def ends(layout: Layout, link: Link) -> set[str]:
    """The obstacles at which a link ends: its bodies, or the lists in which they stand."""
    in_list = {body: f"list {number}" for number, item in enumerate(layout.lists) for body in item.members}
    return {in_list.get(body, body) for body in (link.start, link.end)}


def crossed(places: Mapping[str, Rectangle], route: Sequence[Point]) -> set[str]:
    points = list(sampled(route))
    return {
        name
        for name, a in places.items()
        if any(a.left + 1 < x < a.right - 1 and a.top + 1 < y < a.bottom - 1 for x, y in points)
    }


def touches(place: Rectangle, point: Point) -> bool:
    x, y = point
    return place.left - 1 <= x <= place.right + 1 and place.top - 1 <= y <= place.bottom + 1


def lines_through_boxes(scene: Scene, layout: Layout) -> list[tuple[str, str, str, str]]:
    """Each line that runs through what it does not end at, with that."""
    places = obstacles(layout)
    return [
        (link.start, link.relation, link.end, name)
        for link in scene.links
        if link.number in layout.routes
        for name in sorted(crossed(places, layout.routes[link.number]) - ends(layout, link))
    ]


def assert_every_link_has_a_route(scene: Scene, layout: Layout) -> None:
    """Every link that is laid out leads from its start to its end, and has a place for its label."""
    drawn = [link for link in scene.links if is_laid_out(link)]
    assert set(layout.routes) == {link.number for link in drawn}
    assert set(layout.labels) == {link.number for link in drawn if any(link.labels())}
    lists = {body: item.rectangle for item in layout.lists for body in item.members}
    for link in drawn:
        route = layout.routes[link.number]
        assert (len(route) - 1) % 3 == 0
        for body, point in ((link.start, route[0]), (link.end, route[-1])):
            places = [box(layout, body), *([lists[body]] if body in lists else [])]
            assert any(touches(place, point) for place in places), (link.start, link.relation, link.end, body)
