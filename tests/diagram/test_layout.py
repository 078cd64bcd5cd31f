"""Where everything stands."""

import sys
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import govgraph
from govgraph.diagram import style
from govgraph.diagram.drawing import Drawing
from govgraph.diagram.graphviz import Plan, dot_layout
from govgraph.engine.arrows import from_arrows
from govgraph.formats import read
from govgraph.model import Structure
from helpers import DAY, FIXTURES, ROOT, mostly_long

sys.path.insert(0, str(ROOT / "benchmarks"))
from generate import structure as made

STORIES = sorted(FIXTURES.glob("*/structure.yaml"))
MADE = [40, 100, 300]


@cache
def drawing_of(story: Path | int) -> Drawing:
    structure = Structure.model_validate(made(story)) if isinstance(story, int) else read(story)
    return govgraph.draw(structure, as_of=structure.as_of or DAY)


def named(story: Path | int) -> str:
    return story.parent.name if isinstance(story, Path) else str(story)


each_story = pytest.mark.parametrize("story", mostly_long([*STORIES, *MADE], *STORIES, 40, 100), ids=named)


@each_story
def test_no_two_boxes_overlap(story: Path | int) -> None:
    layout = drawing_of(story).layout
    edges = {}
    for key, (x, y) in layout.middle.items():
        shape = layout.shapes[key]
        edges[key] = (x - shape.width / 2, x + shape.width / 2, y - shape.height / 2, y + shape.height / 2)
    for (one, a), (other, b) in combinations(edges.items(), 2):
        apart = a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]
        assert apart, (one, other)
    assert all(a[0] >= 0 and a[1] <= layout.width and a[2] >= 0 and a[3] <= layout.height for a in edges.values())


@each_story
def test_there_are_no_more_crossings_than_dot_alone_gives(story: Path | int) -> None:
    drawing = drawing_of(story)
    plan = Plan.of(drawing.scene)
    shapes = drawing.layout.shapes
    alone = dot_layout(plan._replace(invisible=()), shapes, [key for key in shapes if key in plan.tied], plan.links)
    assert straight_crossings(drawing) <= alone.crossings


def straight_crossings(drawing: Drawing) -> int:
    """By brute force, from where the boxes stand at last."""
    at = drawing.layout.middle
    links = [link for link in drawing.scene.links if link.relation not in style.SEATS and link.start != link.end]
    pairs = sorted({tuple(sorted((link.start, link.end))) for link in links})

    def turn(one: str, two: str, three: str) -> float:
        (ax, ay), (bx, by), (cx, cy) = at[one], at[two], at[three]
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

    return sum(
        turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
        for (a, b), (c, d) in combinations(pairs, 2)
        if len({a, b, c, d}) == 4
    )


@pytest.mark.parametrize("story", [*STORIES, 40], ids=named)
def test_whoever_answers_to_another_stands_below_it(story: Path | int) -> None:
    drawing = drawing_of(story)
    rings = {body for ring in drawing.frames.main.after.accountability.rings for body in ring}
    for link in drawing.scene.links:
        if style.is_line(link.relation) and not {link.start, link.end} <= rings:
            assert drawing.layout.middle[link.start][1] > drawing.layout.middle[link.end][1], (link.start, link.end)


def test_scrutiny_does_not_push_anybody_down() -> None:
    arrows = """
    council: organisation
    board: board
    overview: committee
    board -- reports_to --> council
    overview -- part_of --> council
    board -- scrutinised_by --> overview
    """
    layout = govgraph.draw(from_arrows(arrows), as_of=DAY).layout
    assert abs(layout.middle["board"][1] - layout.middle["overview"][1]) < 10


def test_what_is_strategic_stands_above_what_is_not() -> None:
    arrows = """
    top: board, strategic
    middle: board, strategic
    alone: board, operational
    group: working_group, operational
    middle -- reports_to --> top
    group -- reports_to --> alone
    """
    middle = govgraph.draw(from_arrows(arrows), as_of=DAY).layout.middle
    assert middle["top"][1] < middle["middle"][1] < middle["alone"][1] < middle["group"][1]


def test_a_body_without_lines_stands_below_what_it_feeds_into_and_above_what_commissions_it_not() -> None:
    arrows = """
    council: organisation
    board: board
    network: working_group
    service: service
    board -- reports_to --> council
    network -- feeds_into --> board
    board -- commissions --> service
    """
    middle = govgraph.draw(from_arrows(arrows), as_of=DAY).layout.middle
    assert middle["network"][1] > middle["board"][1] < middle["service"][1]


def test_a_body_that_stays_keeps_its_place_before_and_after() -> None:
    before, after = (read(FIXTURES / f"changes/group-moved/{name}.yaml") for name in ("before", "after"))
    drawing = govgraph.draw(after, against=before)
    assert set(drawing.scene.boxes) == {*before.bodies, *after.bodies}
    assert len(drawing.layout.middle) == len(drawing.scene.boxes)  # one place each, whatever is looked at


@pytest.mark.parametrize("hostile", ["<b>x</b>", "\\N", "\\G", "<", '"', "x" * 5000, "治理委员会", "a\tb"])
def test_no_name_means_anything_to_graphviz(hostile: str) -> None:
    bodies = {"one": {"name": hostile, "kind": "board"}, "two": {"name": "Two", "kind": "board", "reports_to": "one"}}
    drawing = govgraph.draw(Structure.model_validate({"bodies": bodies}), as_of=DAY)
    assert drawing.layout.middle["one"][1] < drawing.layout.middle["two"][1]


def test_the_same_structure_gives_the_same_layout() -> None:
    assert drawing_of(40).layout.middle == drawing_of(40).layout.middle
