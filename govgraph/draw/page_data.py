"""What the script of the page knows: no texts but names, and sets of frames as hexadecimal numbers."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govgraph.draw import look
from govgraph.draw.frames import Varying
from govgraph.draw.view import View

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing


def page_data(drawing: "Drawing") -> dict[str, Any]:
    """The bodies, links and findings by their numbers, as data for the script."""
    scene, view = drawing.scene, drawing.view
    frames = scene.frames
    return {
        "sides": [side.value for side in frames.sides],
        "first": frames.first.number,
        "bodies": list(_bodies(view)),
        "links": list(_links(view)),
        "found": [
            {
                "code": one.finding.code,
                "severity": one.finding.severity.value,
                "shown": f"{one.shown:x}",
                "bodies": [box.number for box in scene.drawn(one.bodies)],
                "waived": one.finding.waiver is not None,
                "gone": bool(one.gone),
            }
            for one in scene.found
        ],
    }


def _bodies(view: View) -> Iterator[dict[str, Any]]:
    scene, layout = view.scene, view.layout
    for box in scene.boxes.values():
        x, y = layout.middle[box.key]
        shape = layout.shapes[box.key]
        names = [face.name for face in box.faces.contents]
        kinds = [kind.value.replace("_", " ") for kind in box.kinds.contents]
        others = [text for record in box.records.contents for label, text in record.facts if label == "Also called"]
        yield {
            "name": box.name,
            "search": _plain(" ".join(dict.fromkeys([*names, *others, *kinds]))),
            "kinds": _told(box.kinds),
            "at": [x, y, shape.width, shape.height],
            "shown": f"{box.shown:x}",
            "new": f"{box.new:x}",
            "gone": f"{box.gone:x}",
            "above": [scene.boxes[body].number for body in layout.above.get(box.key, ())],
            "spoken": _told(box.spoken) if len(box.spoken.contents) > 1 else [],
            "parts": {
                str(view.groups[group]): [[f"{shown:x}", part.amount.value] for part, shown in parts]
                for group, parts in box.parts.items()
            },
            "voices": {str(view.groups[group]): _told(ways) for group, ways in box.voices.items()},
        }


def _plain(text: str) -> str:
    """Text as it is searched: without accents and capitals, as the script makes of what is typed."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def _told(varying: Varying[Any]) -> list[list[Any]]:
    return [[f"{shown:x}", content] for content, shown in varying]


def _links(view: View) -> Iterator[dict[str, Any]]:
    boxes = view.scene.boxes
    for link in view.scene.links:
        yield {
            "from": boxes[link.start].number,
            "to": boxes[link.end].number,
            "relation": link.relation,
            "line": look.carries(link.relation),
            "seat": link.relation in look.SEATS,
            "shown": f"{link.shown:x}",
            "new": f"{link.new:x}",
            "gone": f"{link.gone:x}",
        }


def texts_in(view: View) -> Iterator[str]:
    """Every text that is drawn."""
    yield "newgone0123456789+×"
    for shape in view.layout.shapes.values():
        for lines in shape.faces.contents:
            yield from (line.text for line in lines)
        for rows in shape.rows.values():
            yield from (line.text for row in rows.contents for line in row.lines)
