"""MAN101: task and finish groups without an end."""

import pytest

from govgraph.formats import read_text
from govgraph.model.faults import InputError
from helpers import findings, found, lacking, why_not_asked

NOT_STATED = "group: task_and_finish_group"


def test_a_group_without_an_end() -> None:
    (finding,) = findings("MAN101", NOT_STATED)
    assert (finding.bodies, finding.affects, finding.certainty.value) == ((), ("group",), "not_stated")
    assert lacking(finding) == [("last_day", ("group",))]
    assert finding.message == ("The Group is a task and finish group. The file does not say when the Group ends.")
    assert finding.severity.value == "note"


def test_a_group_that_is_stated_to_have_no_last_day() -> None:
    groups = "group: task_and_finish_group, open-ended\nother: task_and_finish_group\nboard: board, open-ended"
    finding, silent = findings("MAN101", groups)
    assert (silent.affects, silent.certainty.value) == (("other",), "not_stated")
    assert (finding.bodies, finding.affects, finding.together) == (("group",), (), ())
    assert (finding.certainty.value, finding.severity.value, finding.lacks) == ("stated", "warning", ())
    assert finding.message == "The Group has no last day. The Group is a task and finish group."
    assert finding.fix == ("Ask the body that set up the Group to set a last day, or to make it a standing group.")


def test_several_in_one_entry_that_have_no_last_day() -> None:
    groups = "groups: task_and_finish_group, open-ended, several, name Task and finish groups"
    (finding,) = findings("MAN101", groups)
    assert finding.message == "The Task and finish groups have no last day."
    assert finding.fix == (
        "Ask the bodies that set up the Task and finish groups to set a last day, or to make them standing groups."
    )


def test_a_last_day_and_that_there_is_none_contradict_one_another() -> None:
    with pytest.raises(InputError) as refused:
        read_text("bodies: {b: {name: B, kind: panel, until: 2021-03, open_ended: true}}")
    (fault,) = refused.value.faults
    assert fault.message == (
        "This body has a last day (2021-03) and is marked as open-ended; keep only one of the two."
    )
    assert read_text("bodies: {b: {name: B, kind: panel, until: 2021-03, open_ended: false}}").bodies["b"].until


def test_a_group_with_an_end() -> None:
    assert found("MAN101", "group: task_and_finish_group, until 2021") == []


def test_all_of_them_are_one_finding() -> None:
    groups = "b: task_and_finish_group\na: task_and_finish_group\nc: task_and_finish_group, until 2021"
    (finding,) = findings("MAN101", groups)
    assert finding.affects == ("a", "b")
    assert lacking(finding) == [("last_day", ("a", "b"))]
    assert finding.message == "A and B are task and finish groups. The file does not say when A and B end."


def test_what_is_not_in_force_is_not_asked_about() -> None:
    arrows = "group: task_and_finish_group, until 2021\n"
    assert found("MAN101", arrows + "old: task_and_finish_group, ended") == []
    assert found("MAN101", arrows + "new: task_and_finish_group, from 2021") == []
    assert found("MAN101", arrows + "new: task_and_finish_group, proposed", view="in_place") == []
    assert found("MAN101", arrows + "new: task_and_finish_group, proposed") == [((), None, "not_stated")]


@pytest.mark.parametrize("kind", ["board", "working_group", "workstream", "panel"])
def test_a_standing_body_needs_no_end(kind: str) -> None:
    assert why_not_asked("MAN101", f"group: {kind}") == "No task and finish group is in place."


@pytest.mark.parametrize(
    ("group", "message"),
    [
        ("several, name Task and finish groups", "The file does not say when the Task and finish groups end."),
        ("name SEND Task & Finish Group", "The file does not say when the SEND Task & Finish Group ends."),
        ("several", "The Group are task and finish groups. The file does not say when the Group end."),
    ],
)
def test_what_a_name_says_is_not_said_again(group: str, message: str) -> None:
    (finding,) = findings("MAN101", f"group: task_and_finish_group, {group}")
    assert finding.message == message
