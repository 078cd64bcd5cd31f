"""Where lines stop short: what others tell of is left out, and each body stands under one place."""

import pytest

from govgraph.graph import DeadEnd
from helpers import graph

RING = "a -- reports_to --> b\nb -- reports_to --> a\nx -- reports_to --> a\n"


@pytest.mark.parametrize(
    ("arrows", "told", "stops"),
    [
        pytest.param(RING, [], [DeadEnd(("a", "b"), ("x",))], id="a ring is one place"),
        pytest.param(RING, ["a"], [DeadEnd(("a", "b"), ("x",))], id="a ring of which one body is told elsewhere"),
        pytest.param(RING, ["a", "b"], [], id="a ring that is told elsewhere, and what answers to it"),
        pytest.param(RING, ["x"], [DeadEnd(("a", "b"), ())], id="below it one is told elsewhere"),
        pytest.param(
            "x -- reports_to --> a\nx -- reports_to --> b\ny -- reports_to --> x",
            [],
            [DeadEnd(("a",), ("x", "y")), DeadEnd(("b",), ())],
            id="under the first place alone, with all below it",
        ),
        pytest.param(
            "x -- reports_to --> a\nx -- reports_to --> b\ny -- reports_to --> x",
            ["a"],
            [DeadEnd(("b",), ("x", "y"))],
            id="under the other place where the first is told elsewhere",
        ),
        pytest.param(
            "x -- reports_to --> a\ny -- reports_to --> x",
            ["x"],
            [DeadEnd(("a",), ())],
            id="what answers to nobody but what is told elsewhere is left out",
        ),
        pytest.param(
            "x -- reports_to --> a\nx -- accountable_to --> all\ny -- reports_to --> x\nz -- reports_to --> a",
            [],
            [DeadEnd(("a",), ("z",))],
            id="a body with another line does not stop, and none that answers to it",
        ),
        pytest.param(
            "x -- reports_to --> gone\ngone: board, ended", [], [DeadEnd(("x",), ())], id="what is gone is none"
        ),
    ],
)
def test_where_lines_stop(arrows: str, told: list[str], stops: list[DeadEnd]) -> None:
    assert graph(arrows).accountability.dead_ends.all(except_for=told) == stops


@pytest.mark.parametrize(
    ("arrows", "ends"),
    [
        pytest.param("x -- reports_to --> a", [("a",)], id="a body that others answer to"),
        pytest.param("a: board", [], id="a body to which nobody answers"),
        pytest.param("a -- reports_to --> a", [], id="a body that answers to itself alone"),
        pytest.param("a -- reports_to --> b\nb -- reports_to --> a", [], id="a ring to which nobody else answers"),
        pytest.param(RING, [("a", "b")], id="a ring to which others answer"),
        pytest.param("x -- reports_to --> a\na -- accountable_to --> all", [], id="a line that leaves well"),
    ],
)
def test_where_lines_of_others_end(arrows: str, ends: list[tuple[str, ...]]) -> None:
    assert graph(arrows).accountability.dead_ends.with_others_below() == ends
