"""ACC103: what has ended, and who hangs on it."""

import pytest

from helpers import DAY, findings, why_not_asked

NEVER_SILENT = "It looks for what is stated to have ended; a line that is not stated at all is left to ACC101."
CCG = "ccg: organisation, until 2020-08-31\nccg -- accountable_to --> NHS England\n"


def told(arrows: str, **options: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(one.bodies, one.affects, one.certainty.value) for one in findings("ACC103", arrows, **options)]


def test_the_ended_body_is_named_with_all_who_hang_on_it() -> None:
    arrows = CCG + "a -- reports_to --> ccg\nb -- part_of --> a\nforum: forum\nforum -- part_of --> a"
    assert told(arrows) == [(("ccg",), ("a", "b", "forum"), "stated")]


def test_the_last_day_is_still_in_force() -> None:
    arrows = CCG + "a -- reports_to --> ccg"
    assert told(arrows, as_of="2020-08-31") == []
    assert told(arrows, as_of="2020-09-01") == [(("ccg",), ("a",), "stated")]


def test_a_line_that_ended_names_the_body_whose_line_it_was() -> None:
    arrows = "top -- accountable_to --> all\na -- reports_to[until 2020] --> top\nb -- reports_to --> a"
    assert told(arrows, as_of="2021-01-01") == [(("a",), ("b",), "stated")]
    assert told(arrows, as_of="2020-12-31") == []


def test_accountability_outside_that_ended_is_a_line_that_ended() -> None:
    assert told("a -- accountable_to[until 2019] --> all\nb -- part_of --> a") == [(("a",), ("b",), "stated")]


def test_status_ended_is_ended() -> None:
    arrows = "old: board, ended\nold -- accountable_to --> all\na -- reports_to --> old"
    assert told(arrows) == [(("old",), ("a",), "stated")]


def test_another_good_line_is_enough() -> None:
    assert told(CCG + "a -- reports_to --> ccg\na -- accountable_to --> all") == []


def test_an_ended_line_that_led_nowhere_is_left_to_acc101() -> None:
    assert told("a -- reports_to --> old\nold: board, until 2019") == []


def test_only_proposed_is_not_ended() -> None:
    arrows = "a -- reports_to[proposed] --> top\ntop -- accountable_to --> all"
    assert told(arrows, view="in_place") == []


def test_the_line_through_two_ended_bodies_is_told_at_the_first() -> None:
    arrows = CCG + "old: board, until 2019\nold -- reports_to --> ccg\na -- reports_to --> old"
    assert told(arrows) == [(("old",), ("a",), "stated")]


def test_each_sufferer_is_told_under_one_cause() -> None:
    arrows = CCG + "pct: organisation, ended\npct -- accountable_to --> all\na -- reports_to --> ccg\n"
    arrows += "b -- reports_to --> pct\nc -- reports_to --> a\nc -- reports_to --> b"
    assert told(arrows) == [(("ccg",), ("a", "c"), "stated"), (("pct",), ("b",), "stated")]


def test_the_cause_is_looked_for_at_the_top() -> None:
    # b once reported to the CCG itself; today its line runs through a, and it is a's line that was cut.
    arrows = "ccg: organisation\nccg -- accountable_to --> all\na -- reports_to[until 2019] --> ccg\n"
    arrows += "b -- reports_to --> a\nb -- reports_to[until 2010] --> ccg"
    assert told(arrows) == [(("a",), ("b",), "stated")]


def test_it_cannot_be_asked_without_any_line() -> None:
    assert why_not_asked("ACC103", "a: board") == "The file shows no line of accountability."
    assert why_not_asked("ACC103", "a -- reports_to[until 2019] --> b") is None
    assert DAY == "2020-09-01"


@pytest.mark.parametrize(
    ("arrows", "message", "fix"),
    [
        pytest.param(
            CCG + "a -- reports_to --> ccg",
            "A has lost its line of accountability. Ccg ended (31 August 2020).",
            "Ask those who set up A who should hold it to account now.",
            id="a body has ended, and one hung on it",
        ),
        pytest.param(
            "old: board, ended\nold -- accountable_to --> all\na -- reports_to --> old\nb -- reports_to --> a",
            "A and B have lost their lines of accountability. Old ended.",
            "Ask those who set up A and B who should hold them to account now.",
            id="a body has ended on a day that is not stated, and two hung on it",
        ),
        pytest.param(
            "a -- reports_to[until 2019] --> top\ntop -- accountable_to --> all",
            "A has lost its line of accountability. A no longer reports to Top.",
            "Ask those who set up A who should hold it to account now.",
            id="a line has ended, and nobody hung on it",
        ),
        pytest.param(
            "a -- reports_to[until 2019] --> top\ntop -- accountable_to --> all\n"
            "b -- reports_to --> a\nc -- part_of --> b",
            "A has lost its line of accountability. A no longer reports to Top. B and C answer to A, directly or "
            "through others.",
            "Ask those who set up A who should hold it to account now.",
            id="a line has ended, and two hung on it",
        ),
        pytest.param(
            "a: board, several\na -- accountable_to[until 2019] --> the electors",
            "A have lost their lines of accountability. A no longer are accountable to the electors.",
            "Ask those who set up A who should hold them to account now.",
            id="a line out of the structure has ended, of several bodies in one entry",
        ),
    ],
)
def test_it_says_what_has_ended_who_hung_on_it_and_who_must_say_more(arrows: str, message: str, fix: str) -> None:
    (finding,) = findings("ACC103", arrows)
    assert (finding.message, finding.fix) == (message, fix)


def test_of_two_ended_lines_to_one_end_one_may_have_a_source_and_the_other_none() -> None:
    lines = [f"a -- accountable_to[until 2018{source}] --> the electors" for source in ("", ", source minutes")]
    for first, second in (lines, reversed(lines)):
        (finding,) = findings("ACC103", f"sources: minutes\na: board\n{first}\n{second}")
        assert finding.bodies == ("a",)
