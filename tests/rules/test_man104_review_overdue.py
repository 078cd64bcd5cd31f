"""MAN104: reviews that are overdue."""

import pytest

import govgraph
from govgraph.engine.arrows import from_arrows
from helpers import findings, found, why_not_asked

NEVER_SILENT = "It only asks about bodies that state by when they are to be reviewed."


def test_a_review_whose_day_has_passed() -> None:
    (finding,) = findings("MAN104", "board: board, review_by 2020-08-31")
    assert (finding.bodies, finding.certainty.value) == (("board",), "stated")
    assert finding.message == "A review of the Board was due by 31 August 2020."
    assert finding.fix == (
        "Ask the Board when its review will be, and for a say in it. If the review is over, record the next one."
    )


@pytest.mark.parametrize(
    ("date", "last", "after"),
    [
        ("2020", "2020-12-31", "2021-01-01"),
        ("2020-02", "2020-02-29", "2020-03-01"),
        ("2020-09-01", "2020-09-01", "2020-09-02"),
    ],
)
def test_it_is_due_until_the_end_of_the_date_as_written(date: str, last: str, after: str) -> None:
    assert found("MAN104", f"board: board, review_by {date}", as_of=last) == []
    assert found("MAN104", f"board: board, review_by {date}", as_of=after) == [(("board",), None, "stated")]


def test_a_body_of_any_kind_is_asked_about() -> None:
    arrows = "council: organisation, review_by 2019\nother: board, review_by 2021\nboard: board"
    assert found("MAN104", arrows) == [(("council",), None, "stated")]


def test_what_is_not_in_force_is_not_asked_about() -> None:
    arrows = "old: board, review_by 2018, until 2019\nboard: board"
    assert why_not_asked("MAN104", arrows) == "No body in place has a date for its review."


def test_what_the_file_could_not_know_is_not_held_against_the_body() -> None:
    arrows = "structure: as_of 2020-01-15\nboard: board, review_by 2020-06"
    assert found("MAN104", arrows, as_of="2022-01-01") == []
    later = arrows.replace("2020-01-15", "2020-07-01")
    assert found("MAN104", later, as_of="2022-01-01") == [(("board",), None, "stated")]
    for text, codes in ((arrows, []), (later, ["MAN104"])):
        report = govgraph.check(from_arrows(text).at("2022-01-01"))
        assert [one.code for one in report.findings if one.code == "MAN104"] == codes
