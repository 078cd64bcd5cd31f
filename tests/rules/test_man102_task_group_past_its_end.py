"""MAN102: task and finish groups that go on past their end."""

import pytest

import govgraph
from govgraph.engine.arrows import from_arrows
from helpers import findings, found, why_not_asked

NEVER_SILENT = "It only finds groups that state both their last day and, against it, that they are in place."
GROUP = "group: task_and_finish_group, in_place, until 2020-06\nboard: board\n"


def test_a_group_that_is_in_place_past_its_end() -> None:
    (finding,) = findings("MAN102", GROUP)
    assert (finding.bodies, finding.certainty.value) == (("group",), "stated")
    assert finding.message == "The Group was to end by June 2020, but the file still lists it as in place."
    assert finding.fix == "Ask the body that set up the Group to end or extend it, and record which."


def test_the_last_day_is_the_last_of_the_month_and_counts() -> None:
    assert found("MAN102", GROUP, as_of="2020-06-30") == []
    assert found("MAN102", GROUP, as_of="2020-07-01") == [(("group",), None, "stated")]


@pytest.mark.parametrize(
    ("status", "hits"),
    [
        ("under_review, ", [(("group",), None, "stated")]),
        ("", []),
        ("ended, ", []),
        ("agreed, ", []),
        ("proposed, ", []),
    ],
)
def test_only_what_states_itself_to_be_there_goes_on(status: str, hits: list[object]) -> None:
    assert found("MAN102", f"group: task_and_finish_group, {status}until 2019\nboard: board") == hits


def test_the_status_of_the_file_is_not_its_own() -> None:
    file = "structure: in_place\ngroup: task_and_finish_group, until 2019\nboard: board"
    assert found("MAN102", file) == []


def test_other_bodies_may_end_as_they_like() -> None:
    other = "board: board, in_place, until 2019\ngroup: task_and_finish_group"
    assert found("MAN102", other) == []


def test_what_the_file_said_before_the_end_is_not_held_against_the_group() -> None:
    """A file of 2020, looked at for 2022: then it was in place, and nobody says that it still is."""
    arrows = "structure: as_of 2020-05-01\n" + GROUP
    assert found("MAN102", arrows) == []
    assert found("MAN102", arrows, as_of="2022-01-01") == []
    later = "structure: as_of 2021-05-01\n" + GROUP
    assert found("MAN102", later) == [(("group",), None, "stated")]
    for text, codes in ((arrows, []), (later, ["MAN102"])):
        report = govgraph.check(from_arrows(text).at("2022-01-01").at("2022-02-01"))
        assert [one.code for one in report.findings if one.code == "MAN102"] == codes


def test_no_such_group_is_stated() -> None:
    assert why_not_asked("MAN102", "board: board, in_place, until 2025") == "The file has no task and finish group."
    assert why_not_asked("MAN102", GROUP) is None
