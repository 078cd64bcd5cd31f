"""Scrutiny and oversight: who asks questions of whom, and in which rings."""

import pytest

from govgraph.graph import ExclusionReason
from helpers import graph

ARROWS = """
a -- scrutinised_by --> b
a -- scrutinised_by --> a
a -- overseen_by --> c
b -- scrutinised_by --> c
a -- scrutinised_by[until 2019] --> d
a -- reports_to[until 2019] --> d
d -- scrutinised_by[until 2019] --> a
a -- scrutinised_by[from 2021] --> c
a -- accountable_to[until 2019] --> all
"""


def test_a_body_is_scrutinised_by_others_never_by_itself_and_oversight_is_another_thing() -> None:
    asked = graph(ARROWS).scrutiny
    assert [(body, asked.scrutinisers(body)) for body in "abcd"] == [("a", ["b"]), ("b", ["c"]), ("c", []), ("d", [])]
    assert [(body, [step.end for step in asked.overseers(body)]) for body in "ab"] == [("a", ["c"]), ("b", [])]
    assert [(line.body, line.to) for line in asked.lines()] == [("a", "b"), ("a", "a"), ("b", "c")]


def test_scrutiny_that_does_not_count_is_kept_with_the_body_that_was_to_be_scrutinised() -> None:
    asked = graph(ARROWS).scrutiny
    kept = {body: [(aside.tie.to, aside.reason) for aside in asked.excluded(body)] for body in "ad"}
    assert kept == {
        "a": [("d", ExclusionReason.ENDED), ("c", ExclusionReason.NOT_BEGUN)],
        "d": [("a", ExclusionReason.ENDED)],
    }


@pytest.mark.parametrize(
    ("arrows", "is_stated"),
    [("a -- scrutinised_by --> b", True), ("a -- overseen_by --> b", False), ("a -- reports_to --> b", False)],
)
def test_oversight_alone_is_no_scrutiny(arrows: str, is_stated: bool) -> None:
    assert graph(arrows).scrutiny.is_stated() is is_stated


@pytest.mark.parametrize(
    ("arrows", "among", "rings"),
    [
        pytest.param("a -- scrutinised_by --> b", "ab", [], id="one way"),
        pytest.param("a -- scrutinised_by --> b\nb -- scrutinised_by --> a", "ab", [("a", "b")], id="both ways"),
        pytest.param("a -- scrutinised_by --> a\nb -- scrutinised_by --> a", "ab", [("a",)], id="by itself"),
        pytest.param("a -- scrutinised_by --> b\nb -- reports_to --> a", "ab", [], id="a line is no scrutiny"),
        pytest.param(
            "a -- scrutinised_by --> b\nb -- scrutinised_by --> c\nc -- scrutinised_by --> a",
            "ab",
            [],
            id="through others",
        ),
        pytest.param(
            "c -- scrutinised_by --> d\nd -- scrutinised_by --> c\n"
            "a -- scrutinised_by --> b\nb -- scrutinised_by --> a",
            "abcd",
            [("a", "b"), ("c", "d")],
            id="two, in the order of names",
        ),
    ],
)
def test_rings_of_scrutiny(arrows: str, among: str, rings: list[tuple[str, ...]]) -> None:
    found = graph(arrows).scrutiny.rings(among)
    assert [ring for ring, _ in found] == rings
    for ring, steps in found:
        assert {(step.start, step.end) for step in steps} <= {(one, other) for one in ring for other in ring}
        assert {step.start for step in steps} == set(ring)
