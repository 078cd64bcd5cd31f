"""Who answers to whom: the way up, the way down, around a ring, and what ties a body upward without being a line."""

from itertools import pairwise

import pytest

from govgraph.graph import ExclusionReason
from helpers import graph

TREE = """
low -- reports_to --> middle
other -- part_of --> middle
middle -- reports_to --> top
low -- reports_to --> side
side -- reports_to --> top
top -- accountable_to --> the electors
low -- feeds_into --> elsewhere
gone -- reports_to --> top
gone: board, ended
"""


@pytest.mark.parametrize(
    ("bodies", "above", "below"),
    [
        (["top"], {"top"}, {"top", "middle", "side", "low", "other"}),
        (["middle"], {"middle", "top"}, {"middle", "low", "other"}),
        (["side", "other"], {"side", "other", "middle", "top"}, {"side", "other", "low"}),
        (["elsewhere"], {"elsewhere"}, {"elsewhere"}),
        ([], set(), set()),
    ],
)
def test_all_above_and_all_below_with_the_bodies_themselves(
    bodies: list[str], above: set[str], below: set[str]
) -> None:
    asked = graph(TREE).accountability
    assert asked.above(bodies) == above
    assert asked.below(bodies) == below


def test_the_nearest_comes_first() -> None:
    asked = graph(TREE).accountability
    assert asked.upward_from("low") == ["low", "middle", "side", "top"]
    assert asked.upward_from("top") == ["top"]
    assert [(step.start, step.end) for step in asked.steps_from("low")] == [("low", "middle"), ("low", "side")]
    assert asked.steps_from("top") == []


@pytest.mark.parametrize(
    ("wanted", "found", "way"),
    [
        ({"middle", "low"}, "middle", [("middle", "top")]),
        ({"low"}, "low", [("low", "middle"), ("middle", "top")]),
        ({"top"}, None, []),
        ({"elsewhere", "gone"}, None, []),
        (set(), None, []),
    ],
)
def test_the_nearest_body_below_that_is_wanted(wanted: set[str], found: str | None, way: list[tuple[str, str]]) -> None:
    body, steps = graph(TREE).accountability.nearest_below("top", wanted.__contains__)
    assert (body, [(step.start, step.end) for step in steps]) == (found, way)


@pytest.mark.parametrize(
    ("arrows", "ring", "way"),
    [
        ("a -- reports_to --> a", ["a"], ["a", "a"]),
        ("a -- reports_to --> b\nb -- reports_to --> a", ["b", "a"], ["a", "b", "a"]),
        (
            "a -- reports_to --> b\nb -- reports_to --> c\nc -- reports_to --> a\nb -- reports_to --> a",
            ["a", "b", "c"],
            ["a", "b", "a"],
        ),
        ("a -- reports_to --> x\nx -- reports_to --> a\na -- reports_to --> b", ["a", "b"], []),
    ],
)
def test_one_way_around_a_ring_begins_and_ends_at_its_first_body(arrows: str, ring: list[str], way: list[str]) -> None:
    steps = graph(arrows).accountability.path_around(ring)
    assert [(step.start, step.end) for step in steps] == list(pairwise(way))


def test_a_line_tells_its_steps_and_how_it_ends() -> None:
    asked = graph(TREE).accountability
    line = asked.line("low")
    assert [(step.start, step.end) for step in line.steps] == [
        ("low", "middle"),
        ("middle", "top"),
        ("top", "the electors"),
    ]
    assert (line.length, line.leaves and line.leaves.to, line.stops_at) == (3, "the electors", ())
    stopped = asked.line("elsewhere")
    assert (stopped.steps, stopped.length, stopped.leaves, stopped.stops_at) == ((), 0, None, ("elsewhere",))


@pytest.mark.parametrize(("steps", "shown"), [(18, 19), (19, 20), (20, 20), (30, 20)])
def test_of_a_long_line_the_first_twenty_steps_are_shown_and_all_are_counted(steps: int, shown: int) -> None:
    chain = "".join(f"n{number} -- reports_to --> n{number + 1}\n" for number in range(steps))
    line = graph(f"{chain}n{steps} -- accountable_to --> all").accountability.line("n0")
    assert (line.length, len(line.steps)) == (steps + 1, shown)
    assert [step.start for step in line.steps] == [f"n{number}" for number in range(shown)]
    stopped = graph(chain).accountability.line("n0")
    assert (stopped.length, len(stopped.steps)) == (steps, min(steps, 20))


def test_scrutiny_oversight_and_lines_kept_aside_tie_a_body_upward_without_being_a_line() -> None:
    arrows = "a -- scrutinised_by --> b\na -- overseen_by --> c\na -- advises --> b\nd -- scrutinised_by --> a\n"
    arrows += "a -- reports_to[until 2019] --> b\na -- advises[until 2019] --> c\nd -- reports_to[until 2019] --> a\n"
    arrows += "a -- accountable_to[from 2021] --> all\na -- scrutinised_by[until 2019] --> c"
    watched, aside = graph(arrows).accountability.other_ties_of("a")
    assert [(step.relation, step.end) for step in watched] == [("scrutinised_by", "b"), ("overseen_by", "c")]
    assert [(kept.tie.to, kept.reason) for kept in aside] == [
        ("b", ExclusionReason.ENDED),
        ("all", ExclusionReason.NOT_BEGUN),
    ]


@pytest.mark.parametrize(
    ("arrows", "without"),
    [
        (TREE, ["elsewhere"]),
        ("a -- reports_to --> b\nb -- accountable_to[until 2019] --> all", ["a", "b"]),
        ("a -- reports_to --> b\nb -- accountable_to --> all\na -- reports_to --> c", ["c"]),
    ],
)
def test_bodies_without_a_line_are_those_that_are_there_and_whose_every_line_stops(
    arrows: str, without: list[str]
) -> None:
    asked = graph(arrows).accountability
    assert [body for body in graph(arrows).bodies if not asked.has_line(body)] == without


def test_rings_are_told_in_the_order_of_names_and_who_answers_to_itself_is_one() -> None:
    arrows = "c -- reports_to --> d\nd -- reports_to --> c\na -- reports_to --> a\nb -- reports_to --> a"
    assert graph(arrows).accountability.rings == [("a",), ("c", "d")]
