"""Which line leads, which are joint, and which task groups are past their end: in every way of showing a structure."""

import pytest

import govgraph
from govgraph.render.text import render

LINES = """
as_of: 2026-03-01
bodies:
  lower: {name: House Committee, kind: committee, accountable_to: {to: the House, lead: true}}
  upper: {name: Senate Committee, kind: committee, accountable_to: the Senate}
  team: {name: Project Team, kind: working_group, reports_to: [{to: lower, lead: true}, upper]}
  joint: {name: Joint Team, kind: working_group, reports_to: [{to: lower, jointly: true}, {to: upper, jointly: true}]}
"""
GROUPS = "as_of: 2026-03-01\nbodies:\n  board: {name: Board, kind: board}\n" + "".join(
    f"  old-{number}: {{name: Old Board {number}, kind: board, until: 2020}}\n" for number in range(6)
)
GROUPS += "  zeta: {name: Zeta Group, kind: task_and_finish_group, until: 2025-03-31}\n"


@pytest.mark.parametrize("form", ["svg", "html"])
def test_pictures_and_pages_mark_lines(form: str) -> None:
    text = getattr(govgraph.draw(govgraph.read_text(LINES)), form)()
    assert "accountable to the House (final say)." in text.replace("Accountable", "accountable") or form == "svg"
    assert "(final say)" in text
    assert text.count(">final say<") == 1
    assert text.count(">jointly<") == 2


def test_mermaid_marks_lines() -> None:
    text = govgraph.draw(govgraph.read_text(LINES)).mermaid()
    assert text.count('-- "final say" -->') == 1
    assert text.count('-- "jointly" -->') == 2
    assert text.count(" --> ") == 4


def test_a_paper_marks_lines() -> None:
    text = govgraph.paper(govgraph.read_text(LINES), full_annex=True).markdown()
    assert "House Committee (final say) and Senate Committee" in text
    assert "House Committee (jointly) and Senate Committee (jointly)" in text
    assert "the House (final say)" in text


def test_data_marks_lines() -> None:
    steps = govgraph.trace(govgraph.read_text(LINES), "Project Team").steps
    assert [(step.end, step.how) for step in steps] == [("lower", "final say"), ("upper", "")]


def test_a_task_group_past_its_end_is_named_however_many_are_left_out() -> None:
    text = " ".join(render(govgraph.check(govgraph.read_text(GROUPS))).split())
    assert "Left out: Zeta Group (last day 31 March 2025), Old Board 0 (last day 2020)" in text
    assert "and 2 more." in text


def test_a_picture_names_the_task_groups_that_it_does_not_draw() -> None:
    drawn = "Not drawn: Zeta Group (last day 31 March 2025)."
    assert drawn in govgraph.draw(govgraph.read_text(GROUPS)).svg()
    earlier = govgraph.draw(govgraph.read_text(GROUPS), as_of="2025-03-01").svg()
    assert "Not drawn" not in earlier
