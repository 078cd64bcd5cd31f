"""MAN103: task and finish groups that decide."""

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.findings import Aspect
from helpers import findings, found, lacking, why_not_asked

NOT_STATED = "group: task_and_finish_group"


@pytest.mark.parametrize(
    ("arrows", "how"),
    [
        ("group: task_and_finish_group, decides", "The Group makes decisions."),
        ("group: task_and_finish_group, decisions the grants", "The Group makes decisions."),
        (
            "group: task_and_finish_group, advises\nboard -- delegates_to --> group",
            "The Board delegates functions to the Group.",
        ),
        (
            "group: task_and_finish_group, decides\nboard -- delegates_to --> group\ncabinet -- delegates_to --> group",
            "The Group makes decisions. The Board and Cabinet delegate functions to the Group.",
        ),
    ],
)
def test_each_way_of_stating_that_it_decides(arrows: str, how: str) -> None:
    (finding,) = findings("MAN103", arrows)
    assert (finding.bodies, finding.certainty.value) == (("group",), "stated")
    assert finding.message == (
        f"{how} The Group is a task and finish group. Task and finish groups should recommend, and the bodies that set "
        "them up should decide."
    )
    assert finding.fix == (
        "Ask the body that set up the Group to decide on its recommendations, or to set up a committee that may decide."
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
    assert lacking(hits[1]) == [("remit", ("a", "b"))]
    assert hits[1].message.startswith("A and B are task and finish groups. The file does not say what ")
    assert hits[1].fix.startswith("Find out what ")


def test_one_that_does_not_say_so_and_has_functions_delegated_to_it_is_no_silence() -> None:
    arrows = NOT_STATED + "\nboard -- delegates_to --> group"
    assert found("MAN103", arrows) == [(("group",), None, "stated")]


def test_why_it_is_not_asked() -> None:
    ended = "group: task_and_finish_group, decides, until 2019\nboard: board, decides"
    assert why_not_asked("MAN103", ended) == "No task and finish group is in place."


SEVERAL = "group: task_and_finish_group, several, name Task and finish groups"


@pytest.mark.parametrize(
    ("more", "how"),
    [
        (", decides", "The Task and finish groups make decisions."),
        (", decisions the grants", "The Task and finish groups make decisions."),
        (
            ", decides\nboard -- delegates_to --> group",
            "The Task and finish groups make decisions. The Board delegates functions to the Task and finish groups.",
        ),
    ],
)
def test_what_a_name_says_is_not_said_again(more: str, how: str) -> None:
    (finding,) = findings("MAN103", SEVERAL + more)
    assert finding.message == (
        f"{how} Task and finish groups should recommend, and the bodies that set them up should decide."
    )


def test_what_a_name_says_is_not_said_again_where_the_file_is_silent() -> None:
    (finding,) = findings("MAN103", SEVERAL)
    assert finding.certainty.value == "not_stated"
    assert finding.message == Aspect.REMIT.of(from_arrows(SEVERAL), "group").statement


@pytest.mark.parametrize(
    ("status", "how"),
    [("proposed", "It is only proposed that"), ("agreed", "It is agreed, but not yet in place, that")],
)
def test_how_settled_it_is_that_functions_are_delegated(status: str, how: str) -> None:
    group = "group: task_and_finish_group, advises\n"
    (finding,) = findings("MAN103", group + f"board -- delegates_to[{status}] --> group")
    assert finding.message.startswith(
        f"{how} the Board delegates functions to the Group. The Group is a task and finish group. "
    )
