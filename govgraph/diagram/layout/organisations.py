"""Organisations: the bodies of each are arranged for themselves, and stand in a frame, as one box among the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from govgraph.diagram.boxes import LIST_HEAD, SMALL_SIZE, Shape
from govgraph.diagram.layout.arranging import Arranger, Paper
from govgraph.diagram.layout.blocks import Block
from govgraph.diagram.layout.geometry import Rectangle
from govgraph.diagram.layout.graphviz import Plan
from govgraph.diagram.layout.shelves import Arrangement
from govgraph.diagram.scene import Scene
from govgraph.diagram.style import width
from govgraph.model import Kind

_PADDING = 18.0
"""The room around what stands in a frame: lines run there beside the outermost boxes."""
_NAME_ROOM, _MAX_NAME = 28.0, 420.0
_PARTS = (1.0, 0.8, 0.6, 0.45)
"""How large a part of the paper the bodies of an organisation may take, if all others are to have room beside them."""


class OrganisationFrame(NamedTuple):
    """The frame around the bodies of one organisation."""

    body: str
    members: tuple[str, ...]
    rectangle: Rectangle

    @property
    def heading(self) -> Rectangle:
        """The part of it in which its name is written."""
        return self.rectangle._replace(bottom=self.rectangle.top + LIST_HEAD)

    def moved(self, across: float, down: float) -> "OrganisationFrame":
        """It, at another place."""
        return self._replace(rectangle=self.rectangle.moved(across, down))


def organisations(scene: Scene) -> dict[str, tuple[str, ...]]:
    """The bodies of each organisation that has parts: itself, and all that is part of it, directly or through others.

    An organisation that is itself part of another has no bodies of its own.
    """
    wholes: dict[str, list[str]] = {}
    for link in scene.links:
        if link.relation == "part_of" and link.start != link.end:
            wholes.setdefault(link.start, []).append(link.end)
    members: dict[str, list[str]] = {}
    for body in scene.boxes:
        chain = [one for one in _reached(body, wholes) if Kind.ORGANISATION in scene.boxes[one].kinds]
        if chain:
            members.setdefault(chain[-1], []).append(body)
    return {
        organisation: (organisation, *(body for body in bodies if body != organisation))
        for organisation, bodies in members.items()
        if len(bodies) > 1 and organisation in bodies
    }


def _reached(body: str, wholes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A body, and all of which it is part, from the nearest to the farthest."""
    queue = [body]
    for part in queue:
        yield part
        queue += [whole for whole in wholes.get(part, ()) if whole not in queue]


def arranged_in_frames(
    scene: Scene, shapes: tuple[Mapping[str, Shape], Mapping[str, Shape]], paper: Paper
) -> tuple[Arrangement, tuple[OrganisationFrame, ...]]:
    """The arrangement of a scene in which a frame stands around the bodies of each organisation, and these frames."""
    members = organisations(scene)
    tried: list[tuple[float, int, Arrangement, dict[str, Arrangement]]] = []
    for part in _PARTS if members else _PARTS[:1]:
        inside = {body: _inside(scene, members[body], shapes, paper, part) for body in members}
        whole = _outside(scene, members, inside, shapes, paper)
        tried.append((paper.excess(whole), len(tried), whole, inside))
        if tried[-1][0] <= 1:
            break
    _, _, whole, inside = min(tried, key=lambda attempt: attempt[:2])
    return _opened(scene, members, inside, whole)


def _inside(
    scene: Scene,
    members: Sequence[str],
    shapes: tuple[Mapping[str, Shape], Mapping[str, Shape]],
    paper: Paper,
    part: float,
) -> Arrangement:
    """The arrangement of the bodies of one organisation alone, as if nothing else were there."""
    kept = set(members)
    boxes = {key: box for key, box in scene.boxes.items() if key in kept}
    links = tuple(link for link in scene.links if {link.start, link.end} <= kept)
    alone = replace(scene, boxes=boxes, links=links)
    share = (len(kept) / len(scene.boxes)) ** 0.5
    sheets = tuple((part * wide, part * high) for wide, high in paper.sheets)
    canvas = paper.canvas[0] * share, paper.canvas[1] * share
    return Arranger(alone, Plan.of(alone), shapes, paper._replace(sheets=sheets, canvas=canvas)).best()


def _outside(
    scene: Scene,
    members: Mapping[str, Sequence[str]],
    inside: Mapping[str, Arrangement],
    shapes: tuple[Mapping[str, Shape], Mapping[str, Shape]],
    paper: Paper,
) -> Arrangement:
    """The arrangement of everything, each organisation with its bodies as one box, which no list can hold."""
    home = {body: organisation for organisation, bodies in members.items() for body in bodies}
    boxes, rows = shapes
    framed = {}
    for body, within in inside.items():
        wide, high = _frame_size(scene, body, within)
        framed[body] = boxes[body]._replace(width=wide, height=high)
    links = [
        replace(link, start=home.get(link.start, link.start), end=home.get(link.end, link.end)) for link in scene.links
    ]
    outer = replace(
        scene,
        boxes={key: box for key, box in scene.boxes.items() if home.get(key, key) == key},
        links=tuple(link for link in links if link.start != link.end or link.start not in framed),
    )
    foldable = {key: shape for key, shape in rows.items() if key not in framed}
    return Arranger(outer, Plan.of(outer), ({**boxes, **framed}, foldable), paper).best()


def _frame_size(scene: Scene, body: str, within: Arrangement) -> tuple[int, int]:
    """How wide and high the frame of an organisation is: its name has room in it, unless that is very long."""
    name = width(scene.boxes[body].name, SMALL_SIZE, bold=True) + _NAME_ROOM
    across = max(within.width + 2 * _PADDING, min(name, _MAX_NAME))
    return round(across), round(within.height + 2 * _PADDING + LIST_HEAD)


def _opened(
    scene: Scene, members: Mapping[str, Sequence[str]], inside: Mapping[str, Arrangement], whole: Arrangement
) -> tuple[Arrangement, tuple[OrganisationFrame, ...]]:
    """An arrangement with what stands in frames at its place, and the frames.

    A link that leads into a frame has no way yet: where it is to end is known only now.
    """
    framed = {body for bodies in members.values() for body in bodies}
    across = {link.number for link in scene.links if link.start in framed or link.end in framed}
    middle = {body: point for body, point in whole.middle.items() if body not in members}
    ways = {number: way for number, way in whole.ways.items() if number not in across}
    lists = list(whole.lists)
    frames = []
    for body, within in inside.items():
        frame = Rectangle.around(whole.middle[body], *_frame_size(scene, body, within))
        block = Block(within.width, within.height, frame, within.middle, within.ways, within.lists)
        placed = block.moved(frame.middle[0] - within.width / 2, frame.top + LIST_HEAD + _PADDING)
        middle |= placed.middle
        ways |= placed.ways
        lists += placed.lists
        frames.append(OrganisationFrame(body, tuple(members[body]), frame))
    return whole._replace(middle=middle, ways=ways, lists=tuple(lists)), tuple(frames)
