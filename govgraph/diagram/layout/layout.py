"""Where everything stands: one layout for all frames, authority at the top, labels at their links."""

from typing import NamedTuple

from govgraph.diagram.boxes import Shape, row_shape, rows_for, shape
from govgraph.diagram.layout.arranging import A3_AND_SCREEN, MARGIN, Arranger, Paper, Size
from govgraph.diagram.layout.blocks import SiblingList
from govgraph.diagram.layout.geometry import Point, Rectangle, Route
from govgraph.diagram.layout.graphviz import Plan
from govgraph.diagram.layout.labels import place_labels
from govgraph.diagram.layout.link_routes import link_routes, run_straight
from govgraph.diagram.layout.organisations import OrganisationFrame, arranged_in_frames
from govgraph.diagram.layout.shelves import Arrangement
from govgraph.diagram.scene import Scene
from govgraph.model.faults import input_error

MAX_BODIES, MAX_LINKS = 2_000, 4_000


class Layout(NamedTuple):
    """The middle of each box, the route of each link that is laid out, and the size of it all, in px."""

    width: float
    height: float
    shapes: dict[str, Shape]
    middle: dict[str, Point]
    routes: dict[int, Route]
    labels: dict[int, Point]
    """The middle of the label of each link that has one."""
    above: dict[str, tuple[str, ...]]
    """The bodies under which each stands: those it answers to, or else is tied to."""
    lists: tuple[SiblingList, ...] = ()
    organisations: tuple[OrganisationFrame, ...] = ()
    are_lines_straight: bool = False
    """Whether lines outside blocks run straight, through whatever stands between: there are too many to lead around."""


def lay_out(scene: Scene, frames: bool = False, sheet: Size | None = None) -> Layout:
    """The layout of a scene, the same to the last digit for the same scene.

    Args:
        scene: what is drawn.
        frames: whether the bodies of each organisation stand together in a frame.
        sheet: how wide and high the diagram may be, in px, so that it can be read where it is used; without one it is
            made for a screen, and for A3.

    Raises InputError where there is more than anybody could read, or wait for.

    """
    if len(scene.boxes) > MAX_BODIES or len(scene.links) > MAX_LINKS:
        much = f"{len(scene.boxes):,} bodies with {len(scene.links):,} relations and seats"
        raise input_error(f"{much} are too much for one drawing. Draw one body's surroundings: --focus BODY --steps N.")
    rows = rows_for(scene)
    boxes = {key: shape(box, rows) for key, box in scene.boxes.items()}
    in_lists = {key: row_shape(box, rows) for key, box in scene.boxes.items()}
    plan = Plan.of(scene)
    paper = A3_AND_SCREEN if sheet is None else Paper.of_size(sheet)
    if frames:
        arrangement, organisations = arranged_in_frames(scene, (boxes, in_lists), paper)
    else:
        arrangement, organisations = Arranger(scene, plan, (boxes, in_lists), paper).best(), ()
    listed = {body for item in arrangement.lists for body in item.members}
    shapes = {key: in_lists[key] if key in listed else box for key, box in boxes.items()}
    return _finished(plan, arrangement, organisations, shapes)


def _finished(
    plan: Plan, arrangement: Arrangement, organisations: tuple[OrganisationFrame, ...], shapes: dict[str, Shape]
) -> Layout:
    """The layout of an arrangement: all links routed, labels placed, and everything moved into one corner."""
    boxes = {
        body: Rectangle.around(point, shapes[body].width, shapes[body].height)
        for body, point in arrangement.middle.items()
    }
    headings = [frame.heading for frame in organisations]
    routes = link_routes(plan, arrangement, boxes, headings)
    extent = [*boxes.values(), *(item.rectangle for item in arrangement.lists)]
    extent += [frame.rectangle for frame in organisations]
    extent += [Rectangle(x, x, y, y) for route in routes.values() for x, y in route]
    whole = Rectangle.over(extent) if extent else Rectangle(0.0, 0.0, 0.0, 0.0)
    across, down = MARGIN - whole.left, MARGIN - whole.top

    def moved(point: Point) -> Point:
        return round(point[0] + across, 1), round(point[1] + down, 1)

    middle = {key: moved(arrangement.middle[key]) for key in shapes}
    moved_routes = {number: tuple(map(moved, routes[number])) for number in sorted(routes)}
    return Layout(
        width=round(whole.width + 2 * MARGIN),
        height=round(whole.height + 2 * MARGIN),
        shapes=shapes,
        middle=middle,
        routes=moved_routes,
        labels=place_labels(moved_routes, plan.labels, shapes, middle, [one.moved(across, down) for one in headings]),
        above=plan.above,
        lists=tuple(item._replace(rectangle=item.rectangle.moved(across, down)) for item in arrangement.lists),
        organisations=tuple(frame.moved(across, down) for frame in organisations),
        are_lines_straight=run_straight(plan, arrangement),
    )
