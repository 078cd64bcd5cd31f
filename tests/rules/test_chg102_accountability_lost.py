"""CHG102: whose line is gone, or ends elsewhere, and who hangs on it."""

import pytest
from rules.test_chg101_representation_lost import facts

from helpers import changed, lacking, lost

NOT_STATED = """
board: board
council: organisation
council -- accountable_to --> the electors
before: board -- part_of --> council
"""
COUNCIL = "council: organisation\ncouncil -- accountable_to --> the electors of the county\n"
TRUST = "trust: organisation\ntrust -- accountable_to --> NHS England\n"
BRANCH = "a -- reports_to --> board\nb -- reports_to --> a\n"


def test_one_finding_for_the_cause_and_not_for_each_who_suffers() -> None:
    before = f"{COUNCIL}board -- part_of --> council\n{BRANCH}"
    assert lost("CHG102", before, f"{COUNCIL}{BRANCH}board: board") == [(("board",), ("a", "b"), "not_stated")]
    after = f"{COUNCIL}{BRANCH}board: board, lines complete"
    assert lost("CHG102", before, after) == [(("board",), ("a", "b"), "stated")]


def test_a_line_that_ends_elsewhere_is_lost() -> None:
    before = f"{COUNCIL}{TRUST}board -- part_of --> council\n{BRANCH}"
    (finding,) = changed("CHG102", before, f"{COUNCIL}{TRUST}board -- part_of --> trust\n{BRANCH}")
    assert (finding.bodies, finding.affects) == (("board",), ("a", "b"))
    assert facts(finding) == (
        "The Board may no longer answer to Council (the electors of the county). "
        "Now the lines of the Board end only at Trust (NHS England). This may also cut off A and B."
    )
    assert lacking(finding) == [("also_reports_to", ("board",))]


def test_one_of_two_lines_is_a_loss_too() -> None:
    both = f"{COUNCIL}{TRUST}board -- reports_to --> council\n"
    assert lost("CHG102", f"{both}board -- reports_to --> trust", both) == [(("board",), (), "not_stated")]
    assert lost("CHG102", both, f"{both}board -- reports_to --> trust") == []


def test_another_way_to_the_same_place_is_no_loss() -> None:
    before = f"{COUNCIL}board -- part_of --> council\na -- reports_to --> board"
    after = f"{COUNCIL}board -- part_of --> council\na -- reports_to --> new\nnew -- part_of --> council"
    assert lost("CHG102", before, after) == []


def test_to_whom_in_other_words_is_the_same() -> None:
    after = "council: organisation\ncouncil -- accountable_to --> Electors of County."
    assert lost("CHG102", COUNCIL, after) == []


def test_to_another_is_a_loss_at_the_body_itself_with_all_below() -> None:
    before = f"{COUNCIL}board -- part_of --> council"
    after = "council: organisation\ncouncil -- accountable_to --> commissioners\nboard -- part_of --> council"
    (finding,) = changed("CHG102", before, after)
    assert (finding.bodies, finding.affects) == (("council",), ("board",))
    assert facts(finding) == (
        "Council may no longer answer to the electors of the county. "
        "Now Council is accountable to commissioners. This may also cut off the Board."
    )


def test_a_body_that_is_gone_is_the_cause_for_those_it_leaves() -> None:
    before = f"{COUNCIL}board -- part_of --> council\n{BRANCH}"
    after = f"{COUNCIL}a: board\nb -- reports_to --> a"
    assert lost("CHG102", before, after) == [(("board",), ("a", "b"), "not_stated")]
    ended = f"{COUNCIL}board: board, ended\n{BRANCH}"
    assert lost("CHG102", before, ended) == [(("board",), ("a", "b"), "not_stated")]
    whole = after.replace("a: board", "a: board, lines complete")
    assert lost("CHG102", before, whole) == [(("board",), ("a", "b"), "stated")]


def test_a_successor_carries_the_line() -> None:
    before = f"{COUNCIL}board -- part_of --> council\na -- reports_to --> board"
    after = f"{COUNCIL}board: board, ended\nnew -- replaces --> board\na -- reports_to --> new\n"
    assert lost("CHG102", before, f"{after}new -- part_of --> council") == []
    assert lost("CHG102", before, after) == [(("new",), ("a",), "not_stated")]


def test_a_ring_that_lost_its_way_out_is_one_cause() -> None:
    ring = "a -- reports_to --> b\nb -- reports_to --> a\n"
    assert lost("CHG102", f"{COUNCIL}{ring}b -- part_of --> council", f"{COUNCIL}{ring}") == [
        (("a",), ("b",), "not_stated")
    ]


def test_a_line_that_was_never_there_cannot_be_lost() -> None:
    assert lost("CHG102", f"{COUNCIL}a: board", f"{COUNCIL}a: board, lines complete") == []


def test_a_line_that_only_stopped_at_a_body_was_a_line() -> None:
    assert lost("CHG102", "group -- reports_to --> board", "group: board\nboard: board") == [
        (("group",), (), "not_stated")
    ]
    (finding,) = changed("CHG102", "group -- reports_to --> board", "group: board, lines complete\nboard: board")
    assert finding.message == "The Group no longer answers to the Board. Now the Group answers to nobody."
    further = "group -- reports_to --> board\nboard -- part_of --> council"
    assert lost("CHG102", "group -- reports_to --> board", further) == []
    assert lost("CHG102", "a -- reports_to --> b\nb -- reports_to --> a", "a: board\nb: board") == []


def test_where_two_above_lost_their_lines_who_hangs_on_both_is_no_third_cause() -> None:
    both = f"{COUNCIL}{TRUST}x: board, lines complete\nx -- reports_to --> a\nx -- reports_to --> b\n"
    before = f"{both}a -- part_of --> council\nb -- part_of --> trust"
    assert lost("CHG102", before, f"{both}a: board\nb: board") == [
        (("a",), ("x",), "not_stated"),
        (("b",), (), "not_stated"),
    ]


def test_a_body_that_was_perhaps_renamed_does_not_lose_its_line_unseen() -> None:
    before = f"{COUNCIL}board: board, name SEND Strategic Board\nboard -- part_of --> council"
    after = f"{COUNCIL}new: board, name SEND Strategy Board"
    assert lost("CHG102", before, after) == [(("new",), (), "not_stated")]
    assert lost("CHG102", before, f"{after}\nnew -- part_of --> council") == []


def test_a_body_that_is_gone_itself_loses_no_line() -> None:
    assert lost("CHG102", f"{COUNCIL}a -- part_of --> council", COUNCIL) == []


def test_of_those_a_body_leaves_it_is_a_fact_only_where_the_lines_of_all_of_them_are_complete() -> None:
    before = f"{COUNCIL}board -- part_of --> council\na -- reports_to --> board\nb -- reports_to --> board"
    (finding,) = changed("CHG102", before, f"{COUNCIL}a: board, lines complete\nb: board")
    assert (finding.bodies, finding.affects, finding.certainty) == (("board",), ("a", "b"), "not_stated")
    assert lacking(finding) == [("reports_to", ("b",))]
    assert lost("CHG102", before, f"{COUNCIL}a: board, lines complete\nb: board, lines complete") == [
        (("board",), ("a", "b"), "stated")
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        pytest.param(
            f"{COUNCIL}board -- part_of --> council\na -- reports_to --> board",
            f"{COUNCIL}a: board",
            "A may no longer answer to Council (the electors of the county). "
            "That line led through the Board, which is no longer in the file.",
            id="the body between is gone",
        ),
        pytest.param(
            f"{COUNCIL}board -- part_of --> council\n{BRANCH}",
            f"{COUNCIL}board: board, ended\na: board, lines complete\nb -- reports_to --> a",
            "A and B no longer answer to Council (the electors of the county). "
            "That line led through the Board, which has ended.",
            id="the body between has ended, and the lines below it are complete",
        ),
        pytest.param(
            "a -- reports_to --> board",
            "a: board",
            "A may no longer answer to the Board. The Board is no longer in the file.",
            id="the body at which lines stopped is gone",
        ),
        pytest.param(
            "board -- accountable_to --> the electors\na -- reports_to --> board",
            "a: board",
            "A may no longer answer to the Board (the electors). "
            "That line led through the Board, which is no longer in the file.",
            id="the body from which lines left is gone",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council",
            f"{COUNCIL}a: board",
            "A may no longer answer to Council (the electors of the county).",
            id="no line is stated any more",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council",
            f"{COUNCIL}a -- reports_to --> b",
            "A may no longer answer to Council (the electors of the county). Now the lines of A end only at B.",
            id="the line stops short now",
        ),
        pytest.param(
            f"{COUNCIL}{TRUST}a -- part_of --> council\na -- part_of --> trust",
            f"{COUNCIL}{TRUST}a: board, lines complete\na -- part_of --> trust",
            "A no longer answers to Council (the electors of the county). "
            "Now the lines of A end only at Trust (NHS England).",
            id="one of two lines is left, and the lines are complete",
        ),
        pytest.param(
            "a -- accountable_to --> x\na -- accountable_to --> y",
            "a -- accountable_to --> y",
            "A may no longer answer to x. Now A is accountable to y.",
            id="to one of two outside",
        ),
        pytest.param(
            f"{COUNCIL}a -- accountable_to --> x\na -- part_of --> council",
            f"{COUNCIL}a: board, lines complete\na -- part_of --> council",
            "A no longer answers to x. Now the lines of A end only at Council (the electors of the county).",
            id="to nobody outside itself any more",
        ),
        pytest.param(
            f"{COUNCIL}{TRUST}a -- part_of --> council",
            f"{COUNCIL}{TRUST}a: board, lines complete\na -- accountable_to --> x\na -- part_of --> trust",
            "A no longer answers to Council (the electors of the county). "
            "Now the lines of A end only at A (x) and Trust (NHS England).",
            id="outside itself and through another",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council\nb -- reports_to --> a",
            f"{COUNCIL}a: board, lines complete\nb -- reports_to --> a",
            "A no longer answers to Council (the electors of the county). Now A answers to nobody. "
            "This also cuts off B.",
            id="one hangs on it, and its lines are complete",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council\nb -- reports_to --> a\nc -- reports_to --> a",
            f"{COUNCIL}a: board\nb -- reports_to --> a\nc -- reports_to --> a",
            "A may no longer answer to Council (the electors of the county). This may also cut off B and C.",
            id="two hang on it",
        ),
    ],
)
def test_it_says_to_whom_they_answered_and_what_is_stated_now(before: str, after: str, message: str) -> None:
    (finding,) = changed("CHG102", before, after)
    assert facts(finding) == message
    if "may no longer" in message:
        has_line = "Now" in message
        first = "also_reports_to" if has_line else "reports_to"
        assert lacking(finding) == [(first, ("a",))]
    else:
        assert lacking(finding) == []


def test_the_remedy_asks_to_find_out_where_the_lines_are_not_complete() -> None:
    before = f"{COUNCIL}board -- part_of --> council\na -- reports_to --> board\nb -- reports_to --> board"
    (gone,) = changed("CHG102", before, f"{COUNCIL}a: board\nb: board")
    assert gone.fix.startswith("Find out who A and B report to, and record it. If the line is meant to change, ")
    (left,) = changed("CHG102", f"{COUNCIL}a -- part_of --> council", f"{COUNCIL}a: board, lines complete")
    assert left.fix == (
        "Ask those who plan the change who A will report to, and record it. "
        "If the line is meant to change, explain it first to those who lose it, and record the reason."
    )
