"""Where everything stands: one layout for all frames, authority at the top, with as few crossings as dot finds."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from govgraph.draw.boxes import Shape, rows_for, shape
from govgraph.draw.dot import Drawn, Point, Way, by_dot, is_dense
from govgraph.draw.ranking import Plan
from govgraph.draw.scene import Scene
from govgraph.draw.worded import places
from govgraph.model.faults import inform

_MARGIN = 24.0
_GAP = 24.0
_NARROWEST = 700.0
_TRIES = 7
_LARGE = 600
"""Beyond so many links no other order is tried."""
MOST_BODIES, MOST_LINKS = 2_000, 4_000


class Layout(NamedTuple):
    """The middle of each box, the way of each link that is laid out, and the size of it all, in px."""

    width: float
    height: float
    shapes: dict[str, Shape]
    middle: dict[str, Point]
    routes: dict[int, Way]
    words: dict[int, Point]
    """Where the word beside a link stands."""
    above: dict[str, tuple[str, ...]]
    """The bodies under which each stands: those it answers to, or else is tied to."""


def lay_out(scene: Scene) -> Layout:
    """The layout of a scene. The same scene gives the same layout, to the last digit.

    Raises InputError where there is more than anybody could read, or wait for.
    """
    if len(scene.boxes) > MOST_BODIES or len(scene.links) > MOST_LINKS:
        much = f"{len(scene.boxes):,} bodies with {len(scene.links):,} relations and seats"
        raise inform(f"{much} are too much for one drawing. Draw one body's surroundings: --focus BODY --steps N.")
    rows = rows_for(scene)
    shapes = {key: shape(box, rows) for key, box in scene.boxes.items()}
    plan = Plan.of(scene)
    tied = [key for key in scene.boxes if key in plan.tied]
    found = min(_orders(plan, shapes, tied), key=lambda one: one.crossings) if tied else Drawn({}, {}, 0)
    return _with_the_untied(scene, shapes, found, plan)


def _orders(plan: Plan, shapes: Mapping[str, Shape], tied: Sequence[str]) -> Iterator[Drawn]:
    """The layouts that dot finds from different orders of the same bodies: first their own, then shuffled ones."""
    yield by_dot(plan, shapes, tied, plan.links)
    for seed in range(0 if is_dense(plan) or len(plan.links) > _LARGE else _TRIES):
        chance = Random(seed)  # noqa: S311 - no secret
        bodies, links = list(tied), list(plan.links)
        chance.shuffle(bodies)
        chance.shuffle(links)
        yield by_dot(plan, shapes, bodies, links)


def _with_the_untied(scene: Scene, shapes: dict[str, Shape], found: Drawn, plan: Plan) -> Layout:
    """The layout with those bodies that nothing ties to others, in rows below it; and all moved into one corner."""
    xs = [x for key, (x, _) in found.middle.items() for x in (x - shapes[key].width / 2, x + shapes[key].width / 2)]
    ys = [y for key, (_, y) in found.middle.items() for y in (y - shapes[key].height / 2, y + shapes[key].height / 2)]
    for route in found.routes.values():
        xs += [x for x, _ in route]
        ys += [y for _, y in route]
    left, right = min(xs, default=0.0), max(xs, default=0.0)
    top, low = min(ys, default=0.0), max(ys, default=-2 * _GAP)
    middle = dict(found.middle)
    untied = [key for key in scene.boxes if key not in middle]
    room = max(right - left, _NARROWEST)
    x, y, high = left, low + 2 * _GAP, 0.0
    for key in untied:
        if x > left and x + shapes[key].width > left + room:
            x, y, high = left, y + high + _GAP, 0.0
        middle[key] = (x + shapes[key].width / 2, y + shapes[key].height / 2)
        x += shapes[key].width + _GAP
        high = max(high, shapes[key].height)
        right, low = max(right, x - _GAP), max(low, y + high)

    def moved(point: Point) -> Point:
        return round(point[0] - left + _MARGIN, 1), round(point[1] - top + _MARGIN, 1)

    stands = {key: moved(middle[key]) for key in scene.boxes}
    routes = {number: tuple(map(moved, route)) for number, route in found.routes.items()}
    return Layout(
        width=round(right - left + 2 * _MARGIN),
        height=round(low - top + 2 * _MARGIN),
        shapes=shapes,
        middle=stands,
        routes=routes,
        words=places(routes, plan.words, shapes, stands),
        above=plan.above,
    )
