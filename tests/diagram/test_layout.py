"""Where everything stands."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given

import govgraph
from chance import examples
from govgraph.diagram import style
from govgraph.diagram.drawing import Drawing
from govgraph.diagram.layout.geometry import Point, route_length
from govgraph.diagram.layout.graphviz import Node, Plan, dot_layout, edges
from govgraph.diagram.layout.layout import Layout, lay_out
from govgraph.diagram.layout.organisations import organisations
from govgraph.engine.arrows import from_arrows
from govgraph.formats import read
from govgraph.model import Structure
from helpers import DAY, FIXTURES, ROOT, mostly_long
from layouts import (
    assert_every_link_has_a_route,
    assert_nothing_overlaps,
    box,
    crossed,
    ends,
    lines_through_boxes,
    obstacles,
)
from structures import everything

sys.path.insert(0, str(ROOT / "benchmarks"))
from generate import structure as made

STORIES = sorted(FIXTURES.glob("*/structure.yaml"))
COMMUNITY = "community"
MADE = [40, 100, 300]
Story = Path | int | str


def community() -> Structure:
    """A community of 313 bodies: 27 groups under one, ten subprojects each, and the other 15 in the first of them."""
    bodies: dict[str, dict[str, Any]] = {
        "council": {"name": "Steering Council", "kind": "board", "level": "strategic", "accountable_to": "the members"}
    }
    for group in range(1, 28):
        bodies[f"sig-{group}"] = {"name": f"Interest Group {group}", "kind": "committee", "reports_to": "council"}
        for project in range(1, 26 if group == 1 else 11):
            name = f"Subproject {group}.{project}"
            bodies[f"p-{group}-{project}"] = {"name": name, "kind": "workstream", "reports_to": f"sig-{group}"}
    assert len(bodies) == 313
    return Structure.model_validate({"title": "A community", "as_of": "2026-01-01", "bodies": bodies})


@cache
def drawing_of(story: Story) -> Drawing:
    if isinstance(story, Path):
        structure = read(story)
    else:
        structure = community() if isinstance(story, str) else Structure.model_validate(made(story))
    return govgraph.draw(structure, as_of=structure.as_of or DAY)


def named(story: Story) -> str:
    return story.parent.name if isinstance(story, Path) else str(story)


ALL: list[Story] = [*STORIES, *MADE, COMMUNITY]
each_story = pytest.mark.parametrize("story", mostly_long(ALL, *STORIES, 40, 100, COMMUNITY), ids=named)
small_stories = pytest.mark.parametrize("story", STORIES, ids=named)


@each_story
def test_no_two_boxes_overlap(story: Story) -> None:
    assert_nothing_overlaps(drawing_of(story).layout)


@each_story
def test_a_picture_is_at_most_three_times_as_wide_as_high(story: Story) -> None:
    layout = drawing_of(story).layout
    assert layout.width / layout.height <= 3


@pytest.mark.parametrize("story", [*STORIES, 40, 100, COMMUNITY], ids=named)
def test_the_smallest_letter_has_six_points_on_a3(story: Story) -> None:
    layout = drawing_of(story).layout
    wide, high = 1190.6 - 2 * 28.3, 841.9 - 2 * 28.3  # points, with margins of 10 mm
    fits = [min(across / layout.width, 0.88 * down / layout.height) for across, down in ((wide, high), (high, wide))]
    assert 11 * max(fits) >= 6


@small_stories
def test_what_is_small_is_not_folded(story: Story) -> None:
    assert drawing_of(story).layout.lists == ()


def test_like_siblings_fold_into_lists() -> None:
    drawing = drawing_of(COMMUNITY)
    projects = {item.above: item for item in drawing.layout.lists}
    assert sorted(projects) == sorted(f"sig-{group}" for group in range(1, 28))
    assert projects["sig-2"].members == tuple(f"p-2-{project}" for project in range(1, 11))
    routes = drawing.layout.routes
    of_second = {routes[link.number] for link in drawing.scene.links if link.end == "sig-2"}
    assert len(of_second) == 1  # one line for them all
    (route,) = of_second
    assert route[0][1] == pytest.approx(projects["sig-2"].rectangle.top, abs=0.2)


@small_stories
def test_there_are_no_more_crossings_than_dot_alone_gives(story: Path) -> None:
    """Under the same ranks, each link taken as a straight line from where the upper edges of boxes have their middle.

    dot sets the middles of a rank on one line, and the layout their upper edges.
    """
    drawing = drawing_of(story)
    plan = Plan.of(drawing.scene)
    shapes, middle = drawing.layout.shapes, drawing.layout.middle
    nodes = {body: Node(shapes[body].width, shapes[body].height) for body in plan.order}
    known = [
        edge for edge in edges(plan, {body: body for body in plan.order}) if {edge.upper, edge.lower} <= set(nodes)
    ]
    ties = [(edge.upper, edge.lower) for edge in known if edge.weight]
    tops = {body: (x, y - shapes[body].height / 2) for body, (x, y) in middle.items()}
    assert straight_crossings(tops, ties) <= dot_layout(nodes, known).crossings


def straight_crossings(at: Mapping[str, Point], ties: Iterable[tuple[str, str]]) -> int:
    """By brute force, from where the boxes stand at last."""

    def turn(one: str, two: str, three: str) -> float:
        (ax, ay), (bx, by), (cx, cy) = at[one], at[two], at[three]
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

    pairs = sorted({(min(pair), max(pair)) for pair in ties})
    return sum(
        turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
        for (a, b), (c, d) in combinations(pairs, 2)
        if len({a, b, c, d}) == 4
    )


@pytest.mark.parametrize("story", [*STORIES, 40, COMMUNITY], ids=named)
def test_whoever_answers_to_another_stands_below_it(story: Story) -> None:
    drawing = drawing_of(story)
    rings = {body for ring in drawing.frames.main.after.accountability.rings for body in ring}
    for link in drawing.scene.links:
        if style.is_line(link.relation) and not {link.start, link.end} <= rings:
            assert drawing.layout.middle[link.start][1] > drawing.layout.middle[link.end][1], (link.start, link.end)


@pytest.mark.parametrize("story", [*STORIES, 40, 100, COMMUNITY], ids=named)
def test_no_line_runs_through_a_box(story: Story) -> None:
    drawing = drawing_of(story)
    assert lines_through_boxes(drawing.scene, drawing.layout) == []


@each_story
def test_every_link_that_is_drawn_has_a_route_from_its_start_to_its_end(story: Story) -> None:
    drawing = drawing_of(story)
    assert_every_link_has_a_route(drawing.scene, drawing.layout)


def test_dashed_links_of_one_relation_share_their_way_and_their_dashes() -> None:
    """Two boards that one committee scrutinises: the last pieces lie on one another, dash on dash."""
    arrows = """
    top: board
    committee: committee
    one: board
    two: board
    one -- reports_to --> top
    two -- reports_to --> top
    one -- scrutinised_by --> committee
    two -- scrutinised_by --> committee
    """
    drawing = govgraph.draw(from_arrows(arrows), as_of=DAY)
    routes = [drawing.layout.routes[link.number] for link in drawing.scene.links if link.end == "committee"]
    assert len(routes) == 2
    first, second = routes
    assert first[-1] == second[-1]
    assert {x for x, _ in (*first[-4:], *second[-4:])} == {first[-1][0]}
    for link in drawing.view.links:
        dashes = sum(map(float, link["dashes"].split()))
        if dashes:
            past = (link["dash_offset"] + route_length(drawing.layout.routes[link["number"]])) % dashes
            assert min(past, dashes - past) < 0.2


def test_one_body_more_or_less_hardly_moves_any_other_past_another() -> None:
    """Of each fixture every body is left out once on which nothing hangs: of 24 pairs of others 23 stay so.

    Of those that hang by one line at most, which hold nothing together, 199 of 200 do.
    """
    counts = [swaps_without(story, leaf) for story in STORIES for leaf in leaves(drawing_of(story))]
    loose = [count for count in counts if count.lines <= 1]
    assert sum(count.swapped for count in counts) <= sum(count.pairs for count in counts) / 24
    assert sum(count.swapped for count in loose) <= sum(count.pairs for count in loose) / 200


class Swaps(NamedTuple):
    """How many pairs of bodies changed sides, of how many, where a body with so many lines was left out."""

    swapped: int
    pairs: int
    lines: int


def swaps_without(story: Path, leaf: str) -> Swaps:
    structure, before = read(story), drawing_of(story)
    data = structure.model_dump(mode="json", by_alias=True, exclude_unset=True)
    after = govgraph.draw(without(data, leaf), as_of=structure.as_of or DAY).layout
    pairs = list(combinations([body for body in before.layout.middle if body in after.middle], 2))
    lines = sum(leaf in (link.start, link.end) for link in before.scene.links)
    return Swaps(sum(change_sides(before.layout, after, *pair) for pair in pairs), len(pairs), lines)


def test_what_nothing_ties_to_others_stays_where_it_is() -> None:
    """The forum of the draft stands at the right of the strategic bodies, whichever workstream is left out."""
    (draft,) = (story for story in STORIES if story.parent.name == "shropshire-draft-2020")
    data = read(draft).model_dump(mode="json", by_alias=True, exclude_unset=True)
    for workstream in ("therapy-workstream", "diagnosis-workstream", "exclusions-workstream"):
        layout = govgraph.draw(without(data, workstream), as_of=DAY).layout
        forum, board = box(layout, "pacc"), box(layout, "strategic-board")
        assert forum.left > board.right
        assert forum.bottom <= board.bottom + 0.1 < layout.middle["partnership-board"][1]


def test_a_leaf_more_moves_nothing_in_a_tree() -> None:
    """Where everything hangs from one body, the others keep their order exactly."""
    arrows = "\n".join(f"g{number}: working_group\ng{number} -- reports_to --> top" for number in range(4))
    fewer = govgraph.draw(from_arrows(f"top: board\n{arrows}"), as_of=DAY).layout
    more = govgraph.draw(
        from_arrows(f"top: board\n{arrows}\ng4: working_group\ng4 -- reports_to --> top"), as_of=DAY
    ).layout
    assert not [pair for pair in combinations(fewer.middle, 2) if change_sides(fewer, more, *pair)]


def change_sides(before: Layout, after: Layout, one: str, other: str) -> bool:
    """Whether one of two bodies stood wholly before the other, and now stands wholly behind it."""
    old, new = ((box(layout, one), box(layout, other)) for layout in (before, after))
    return any(
        (a[low + 1] <= b[low] and d[low + 1] <= c[low]) or (b[low + 1] <= a[low] and c[low + 1] <= d[low])
        for (a, b), (c, d) in [(old, new)]
        for low in (0, 2)
    )


def leaves(drawing: Drawing) -> list[str]:
    """The bodies of which no other body or group says anything."""
    data = drawing.frames.main.after.structure.model_dump(mode="json", by_alias=True, exclude_unset=True)
    said = {
        body: {value for other, entry in data["bodies"].items() if other != body for value in texts(entry)}
        for body in data["bodies"]
    }
    groups = set(texts(data.get("constituencies", {})))
    return [body for body in data["bodies"] if body not in said[body] | groups and body in drawing.scene.boxes]


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(part)


def without(data: dict[str, Any], body: str) -> Structure:
    bodies = {key: entry for key, entry in data["bodies"].items() if key != body}
    return Structure.model_validate({**data, "bodies": bodies})


@examples(100, few=20)
@given(everything)
def test_whatever_is_stated_is_laid_out(data: dict[str, Any]) -> None:
    drawing = govgraph.draw(Structure.model_validate(data))
    layout = lay_out(drawing.scene)
    assert set(layout.middle) == set(drawing.scene.boxes)
    assert_nothing_overlaps(layout)
    assert layout == lay_out(drawing.scene)


A4_COLUMN, SLIDE = (884.0, 920.0), (1416.0, 756.0)


@pytest.mark.parametrize("story", STORIES, ids=named)
@pytest.mark.parametrize("sheet", [A4_COLUMN, SLIDE], ids=["a4", "slide"])
def test_a_fixture_has_room_on_the_sheet_that_is_asked_for(story: Path, sheet: tuple[float, float]) -> None:
    """Or it is at most 1.3 times too large: bodies that are few keep their boxes."""
    layout = lay_out(drawing_of(story).scene, sheet=sheet)
    assert max(layout.width / sheet[0], layout.height / sheet[1]) <= 1.3
    assert layout.lists == ()
    assert_nothing_overlaps(layout)


def test_another_sheet_gives_another_shape() -> None:
    scene = drawing_of(next(story for story in STORIES if story.parent.name == "shropshire-draft-2020")).scene
    tall, wide = lay_out(scene, sheet=A4_COLUMN), lay_out(scene, sheet=SLIDE)
    assert tall.width / tall.height < 1 < wide.width / wide.height
    for layout, (across, down) in ((tall, A4_COLUMN), (wide, SLIDE)):
        assert layout.width <= across
        assert layout.height <= down


def in_frames(story: Story) -> tuple[Drawing, Layout]:
    drawing = drawing_of(story)
    return drawing, lay_out(drawing.scene, frames=True)


def test_an_organisation_and_all_that_is_part_of_it_stand_in_one_frame() -> None:
    arrows = """
    council: organisation
    cabinet: committee
    panel: working_group
    icb: organisation
    school: organisation
    board: board
    cabinet -- part_of --> council
    panel -- part_of --> cabinet
    board -- reports_to --> cabinet
    icb -- advises --> panel
    school -- part_of --> council
    """
    drawing = govgraph.draw(from_arrows(arrows), as_of=DAY)
    (frame,) = lay_out(drawing.scene, frames=True).organisations
    assert frame.body == "council"  # the board has no other body, and the school is part of the council
    assert set(frame.members) == {"council", "cabinet", "panel", "school"}
    assert drawing.layout.organisations == ()


@small_stories
def test_a_frame_holds_its_members_and_nothing_else(story: Path) -> None:
    drawing, layout = in_frames(story)
    assert {frame.body: frame.members for frame in layout.organisations} == organisations(drawing.scene)
    assert_frames_are_sound(layout)
    assert_nothing_overlaps(layout)
    assert layout.lists == ()
    assert set(layout.routes) == set(drawing.layout.routes)
    places = obstacles(layout) | {frame.body + " name": frame.heading for frame in layout.organisations}
    for link in drawing.scene.links:
        if link.number in layout.routes:
            through = crossed(places, layout.routes[link.number]) - ends(layout, link)
            assert not through, (link.start, link.relation, link.end)


def assert_frames_are_sound(layout: Layout) -> None:
    """Each holds all its members and no other box, and no two overlap."""
    for frame in layout.organisations:
        for body in layout.middle:
            place, wide = box(layout, body), frame.rectangle
            inside = wide.left < place.left and place.right < wide.right
            inside = inside and frame.heading.bottom < place.top and place.bottom < wide.bottom
            assert inside if body in frame.members else not wide.overlaps(place), (frame.body, body)
    for one, other in combinations(layout.organisations, 2):
        assert not one.rectangle.overlaps(other.rectangle)


@examples(40, few=10)
@given(everything)
def test_whatever_is_stated_has_room_in_frames(data: dict[str, Any]) -> None:
    drawing = govgraph.draw(Structure.model_validate(data))
    layout = lay_out(drawing.scene, frames=True)
    assert set(layout.middle) == set(drawing.scene.boxes)
    assert_nothing_overlaps(layout)
    assert_frames_are_sound(layout)


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
