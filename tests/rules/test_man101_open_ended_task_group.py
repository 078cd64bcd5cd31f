"""MAN101: task and finish groups without an end."""

import pytest

from helpers import findings, found, why_not_asked

NOT_STATED = "group: task_and_finish_group"


def test_a_group_without_an_end() -> None:
    (finding,) = findings("MAN101", NOT_STATED)
    assert (finding.bodies, finding.affects, finding.certainty.value) == ((), ("group",), "not_stated")
    assert finding.message == "Group is a task and finish group, and when it is to end is not stated."
    assert finding.severity.value == "note"


def test_a_group_with_an_end() -> None:
    assert found("MAN101", "group: task_and_finish_group, until 2021") == []


def test_all_of_them_are_one_finding() -> None:
    groups = "b: task_and_finish_group\na: task_and_finish_group\nc: task_and_finish_group, until 2021"
    (finding,) = findings("MAN101", groups)
    assert finding.affects == ("a", "b")
    assert finding.message == "A and B are task and finish groups, and when they are to end is not stated."


def test_what_is_not_in_force_is_not_asked_about() -> None:
    arrows = "group: task_and_finish_group, until 2021\n"
    assert found("MAN101", arrows + "old: task_and_finish_group, ended") == []
    assert found("MAN101", arrows + "new: task_and_finish_group, from 2021") == []
    assert found("MAN101", arrows + "new: task_and_finish_group, proposed", view="in_place") == []
    assert found("MAN101", arrows + "new: task_and_finish_group, proposed") == [((), None, "not_stated")]


@pytest.mark.parametrize("kind", ["board", "working_group", "workstream", "panel"])
def test_a_standing_body_needs_no_end(kind: str) -> None:
    assert why_not_asked("MAN101", f"group: {kind}") == "No task and finish group is in force."


@pytest.mark.parametrize(
    ("group", "message"),
    [
        ("several, name Task and finish groups", "When Task and finish groups are to end is not stated."),
        ("name SEND Task & Finish Group", "When SEND Task & Finish Group is to end is not stated."),
        ("several", "Group are task and finish groups, and when they are to end is not stated."),
    ],
)
def test_what_a_name_says_is_not_said_again(group: str, message: str) -> None:
    (finding,) = findings("MAN101", f"group: task_and_finish_group, {group}")
    assert finding.message == message
