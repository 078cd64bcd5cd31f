"""MAN103: task and finish groups that decide."""

import pytest

from helpers import findings, found, why_not_asked

NOT_STATED = "group: task_and_finish_group"


@pytest.mark.parametrize(
    ("arrows", "how"),
    [
        ("group: task_and_finish_group, decides", "it is stated to decide"),
        ("group: task_and_finish_group, decisions the grants", "it is stated what it decides"),
        (
            "group: task_and_finish_group, advises\nboard -- delegates_to --> group",
            "Board delegates functions to it",
        ),
        (
            "group: task_and_finish_group, decides\nboard -- delegates_to --> group\ncabinet -- delegates_to --> group",
            "it is stated to decide and Board and Cabinet delegate functions to it",
        ),
    ],
)
def test_each_way_of_stating_that_it_decides(arrows: str, how: str) -> None:
    (finding,) = findings("MAN103", arrows)
    assert (finding.bodies, finding.certainty.value) == (("group",), "stated")
    assert finding.message == (
        f"Group is a task and finish group, and {how}. Such groups inform the body that set them up, which decides."
    )


def test_one_that_does_something_else() -> None:
    assert found("MAN103", "group: task_and_finish_group, advises, monitors") == []


def test_what_it_delegates_itself_or_was_delegated_before_is_another_matter() -> None:
    group = "group: task_and_finish_group, advises\n"
    assert found("MAN103", group + "group -- delegates_to --> board") == []
    assert found("MAN103", group + "board -- delegates_to[until 2019] --> group") == []


def test_those_that_do_not_say_what_they_do_are_one_finding() -> None:
    groups = "b: task_and_finish_group\na: task_and_finish_group\nc: task_and_finish_group, decides"
    hits = findings("MAN103", groups)
    assert [(hit.bodies, hit.affects, hit.certainty.value) for hit in hits] == [
        (("c",), (), "stated"),
        ((), ("a", "b"), "not_stated"),
    ]
    assert hits[1].fix.startswith("Find out what A and B do")


def test_one_that_does_not_say_so_and_has_functions_delegated_to_it_is_no_silence() -> None:
    arrows = NOT_STATED + "\nboard -- delegates_to --> group"
    assert found("MAN103", arrows) == [(("group",), None, "stated")]


def test_why_it_is_not_asked() -> None:
    ended = "group: task_and_finish_group, decides, until 2019\nboard: board, decides"
    assert why_not_asked("MAN103", ended) == "No task and finish group is in force."


SEVERAL = "group: task_and_finish_group, several, name Task and finish groups"


@pytest.mark.parametrize(
    ("more", "how"),
    [
        ("", "Whether Task and finish groups decide is not stated."),
        (", decides", "Task and finish groups are stated to decide."),
        (", decisions the grants", "It is stated what Task and finish groups decide."),
        (
            ", decides\nboard -- delegates_to --> group",
            "Task and finish groups are stated to decide and Board delegates functions to them.",
        ),
    ],
)
def test_what_a_name_says_is_not_said_again(more: str, how: str) -> None:
    (finding,) = findings("MAN103", SEVERAL + more)
    assert finding.message == f"{how} Such groups inform the body that set them up, which decides."


@pytest.mark.parametrize(
    ("status", "how"), [("proposed", "it is only proposed that"), ("agreed", "it is agreed, but not in place, that")]
)
def test_how_settled_it_is_that_functions_are_delegated(status: str, how: str) -> None:
    group = "group: task_and_finish_group, advises\n"
    (finding,) = findings("MAN103", group + f"board -- delegates_to[{status}] --> group")
    assert finding.message.startswith(
        f"Group is a task and finish group, and {how} Board delegates functions to it. Such groups"
    )
