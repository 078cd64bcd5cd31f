"""The picture of the desk: the parts of the board-pack page, and what a change made new or took away."""

import json
from pathlib import Path
from typing import Any

import pytest

import govgraph
from govgraph.desk.picture import Sketch, picture_of
from govgraph.diagram.frames import Frames, Moment
from govgraph.diagram.layout.layout import lay_out
from govgraph.diagram.page import diagram_section, page
from govgraph.diagram.scene_builder import build_scene
from govgraph.diagram.view import View
from govgraph.engine.arrows import from_arrows
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.model.faults import InputError
from helpers import DAY, FIXTURES

STORIES = sorted(FIXTURES.glob("*/structure.yaml"))
ARROWS = """
board: board
group: working_group
other: working_group
group -- reports_to --> board
other -- reports_to --> board
"""


def named(data: dict[str, Any], mark: str) -> list[str]:
    """The bodies that have a mark in some frame: `new`, `gone`."""
    return [body["key"] for body in data["bodies"] if body[mark] != "0"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.parent.name)
def test_its_parts_are_those_of_the_page(story: Path) -> None:
    structure = read(story)
    moment = Moment.of(govgraph.check(structure, as_of=structure.as_of or DAY))
    scene = build_scene(Frames([moment]))
    view = View(scene, lay_out(scene))
    section, whole = diagram_section(view), page(view)
    for start, end in (
        ("<svg ", "</svg>\n</div>"),
        ('<details id="_key"', "</details>"),
        ("<fieldset id=", "</details>"),
    ):
        part = section.html[section.html.index(start) :]
        assert part[: part.index(end)] in whole
    _, _, data = whole.partition('<script type="application/json" id="data">')
    assert json.loads(section.data) == json.loads(data[: data.index("</script>")])
    assert section.look in whole


def test_it_leads_nowhere_that_is_only_on_the_page() -> None:
    structure = read(STORIES[0])
    picture = picture_of(structure, govgraph.check(structure), None, 1)
    assert 'href="#_' not in picture["html"]
    assert "free-on" not in picture["html"]


def test_what_a_change_adds_is_new_in_the_picture_and_what_it_takes_away_is_gone() -> None:
    opened = from_arrows(ARROWS)
    changed = from_arrows(ARROWS.replace("other", "third"))
    sketch = Sketch()
    first = sketch.draw(opened, govgraph.check(opened, as_of=DAY), None, 1)
    assert not first["compared"]
    assert named(json.loads(first["data"]), "new") == named(json.loads(first["data"]), "gone") == []
    second = sketch.draw(changed, govgraph.check(changed, against=opened, as_of=DAY), opened, 2)
    data = json.loads(second["data"])
    assert second["compared"]
    assert second["revision"] == 2
    assert data["sides"] == ["before", "after", "both"]
    assert named(data, "new") == ["third"]
    assert named(data, "gone") == ["other"]
    places = [{body["key"]: body["at"][:2] for body in json.loads(one["data"])["bodies"]} for one in (first, second)]
    assert places[0]["board"] == places[1]["board"]


def test_what_cannot_be_drawn_is_refused_in_a_sentence() -> None:
    structure = Structure.model_validate({"bodies": {"old": {"name": "Old", "kind": "board", "until": "2001"}}})
    with pytest.raises(InputError, match="There is nothing to draw yet: no body is in place on"):
        picture_of(structure, None, None, 1)
