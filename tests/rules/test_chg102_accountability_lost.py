"""CHG102: whose line is gone, or ends elsewhere, and who hangs on it."""

import pytest

from helpers import changed, lost

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
    assert "Board answered to Council (the electors of the county). Now its lines end at Trust (NHS England)" in (
        finding.message
    )


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
    assert (
        "Before, Council was accountable to the electors of the county. Now it is accountable to commissioners."
        in finding.message
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
    assert finding.message == "Before, Group answered to Board. Now it answers to nobody."
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
    assert lost("CHG102", before, f"{COUNCIL}a: board, lines complete\nb: board") == [
        (("board",), ("a", "b"), "not_stated")
    ]
    assert lost("CHG102", before, f"{COUNCIL}a: board, lines complete\nb: board, lines complete") == [
        (("board",), ("a", "b"), "stated")
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        pytest.param(
            f"{COUNCIL}board -- part_of --> council\na -- reports_to --> board",
            f"{COUNCIL}a: board",
            "Board does not stand in the file any more, and nothing is stated to replace it. Through it 1 other body "
            "answered to Council (the electors of the county), and no other line is stated to lead there: A.",
            id="the body between is gone",
        ),
        pytest.param(
            f"{COUNCIL}board -- part_of --> council\n{BRANCH}",
            f"{COUNCIL}board: board, ended\na: board, lines complete\nb -- reports_to --> a",
            "Board has ended, and nothing is stated to replace it. Through it 2 other bodies answered to Council (the "
            "electors of the county), and no other line leads there: A and B.",
            id="the body between has ended, and the lines below it are complete",
        ),
        pytest.param(
            "a -- reports_to --> board",
            "a: board",
            "Board does not stand in the file any more, and nothing is stated to replace it. To it answered 1 other "
            "body, and no other line is stated to lead there: A.",
            id="the body at which lines stopped is gone",
        ),
        pytest.param(
            "board -- accountable_to --> the electors\na -- reports_to --> board",
            "a: board",
            "Board does not stand in the file any more, and nothing is stated to replace it. Through it 1 other body "
            "answered to Board (the electors), and no other line is stated to lead there: A.",
            id="the body from which lines left is gone",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council",
            f"{COUNCIL}a: board",
            "Before, A answered to Council (the electors of the county). Now no line of it is stated. Whether it still "
            "answers there too is not stated.",
            id="no line is stated any more",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council",
            f"{COUNCIL}a -- reports_to --> b",
            "Before, A answered to Council (the electors of the county). Now its lines end at B only. Whether it still "
            "answers there too is not stated.",
            id="the line stops short now",
        ),
        pytest.param(
            f"{COUNCIL}{TRUST}a -- part_of --> council\na -- part_of --> trust",
            f"{COUNCIL}{TRUST}a: board, lines complete\na -- part_of --> trust",
            "Before, A answered to Council (the electors of the county). Now its lines end at Trust (NHS England) "
            "only.",
            id="one of two lines is left, and the lines are complete",
        ),
        pytest.param(
            "a -- accountable_to --> x\na -- accountable_to --> y",
            "a -- accountable_to --> y",
            "Before, A was accountable to x. Now it is accountable to y. Whether it still answers there too is not "
            "stated.",
            id="to one of two outside",
        ),
        pytest.param(
            f"{COUNCIL}a -- accountable_to --> x\na -- part_of --> council",
            f"{COUNCIL}a: board, lines complete\na -- part_of --> council",
            "Before, A was accountable to x. Now its lines end at Council (the electors of the county) only.",
            id="to nobody outside itself any more",
        ),
        pytest.param(
            f"{COUNCIL}{TRUST}a -- part_of --> council",
            f"{COUNCIL}{TRUST}a: board, lines complete\na -- accountable_to --> x\na -- part_of --> trust",
            "Before, A answered to Council (the electors of the county). Now its lines end at A (x) and Trust (NHS "
            "England) only.",
            id="outside itself and through another",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council\nb -- reports_to --> a",
            f"{COUNCIL}a: board, lines complete\nb -- reports_to --> a",
            "Before, A answered to Council (the electors of the county). Now it answers to nobody. 1 other body had "
            "that line through it, and no longer: B.",
            id="one hangs on it, and its lines are complete",
        ),
        pytest.param(
            f"{COUNCIL}a -- part_of --> council\nb -- reports_to --> a\nc -- reports_to --> a",
            f"{COUNCIL}a: board\nb -- reports_to --> a\nc -- reports_to --> a",
            "Before, A answered to Council (the electors of the county). Now no line of it is stated. Whether it still "
            "answers there too is not stated. 2 other bodies had that line through it, and are not stated to have it "
            "still: B and C.",
            id="two hang on it",
        ),
    ],
)
def test_it_says_to_whom_they_answered_and_what_is_stated_now(before: str, after: str, message: str) -> None:
    (finding,) = changed("CHG102", before, after)
    assert finding.message == message


def test_the_remedy_asks_to_find_out_where_the_lines_are_not_complete() -> None:
    before = f"{COUNCIL}board -- part_of --> council\na -- reports_to --> board\nb -- reports_to --> board"
    (gone,) = changed("CHG102", before, f"{COUNCIL}a: board\nb: board")
    assert gone.fix.startswith("Find out, and state, to whom A and B answer now: ")
    (left,) = changed("CHG102", f"{COUNCIL}a -- part_of --> council", f"{COUNCIL}a: board, lines complete")
    assert left.fix.startswith("State to whom A answers now: ")
