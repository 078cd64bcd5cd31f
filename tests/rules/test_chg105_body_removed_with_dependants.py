"""CHG105: bodies that are gone, and whom they leave behind."""

import pytest
from rules.test_chg101_representation_lost import facts

from helpers import changed, lacking, lost

NOT_STATED = """
group: working_group
before: group -- reports_to --> board
"""
OTHERS = "group: working_group\ncouncil: organisation\n"


@pytest.mark.parametrize(
    ("after", "message", "open_"),
    [
        (OTHERS, "The Board is no longer in the file and leaves behind the Group.", [("successor", ("board",))]),
        (
            f"{OTHERS}board: board, ended",
            "The Board has ended and leaves behind the Group. The file names nothing in its place.",
            [],
        ),
    ],
)
def test_it_says_what_became_of_the_body(after: str, message: str, open_: list[object]) -> None:
    (finding,) = changed("CHG105", f"{OTHERS}group -- reports_to --> board", after)
    assert (facts(finding), lacking(finding)) == (message, open_)
    turn = "If nothing replaces the Board, ask those who plan the change who the Group will turn to instead."
    assert finding.fix.endswith(turn)
    assert finding.fix.startswith("Find out what replaces the Board, and record it. " if open_ else turn)


@pytest.mark.parametrize(
    "tie",
    [
        "group -- reports_to --> board",
        "group -- part_of --> board",
        "group -- feeds_into --> board",
        "group -- advises --> board",
        "group -- overseen_by --> board",
        "group -- scrutinised_by --> board",
        "board -- commissions --> group",
        "board -- delegates_to --> group",
    ],
)
def test_whoever_hung_on_it_is_left_behind(tie: str) -> None:
    assert lost("CHG105", f"{OTHERS}{tie}", OTHERS) == [(("board",), ("group",), "not_stated")]
    assert lost("CHG105", f"{OTHERS}{tie}", f"{OTHERS}board: board, ended") == [(("board",), ("group",), "stated")]
    instead = tie.replace("board", "council")
    assert lost("CHG105", f"{OTHERS}{tie}", f"{OTHERS}{instead}") == []


@pytest.mark.parametrize(
    "tie",
    [
        "board -- reports_to --> group",
        "board -- feeds_into --> group",
        "board -- works_with --> group",
        "group -- works_with --> board",
        "board -- scrutinised_by --> group",
        "group -- commissions --> board",
    ],
)
def test_on_whom_it_hung_itself_is_not(tie: str) -> None:
    assert lost("CHG105", f"{OTHERS}{tie}", OTHERS) == []


def test_a_body_with_a_successor_leaves_nobody_behind() -> None:
    before = f"{OTHERS}group -- reports_to --> board"
    assert lost("CHG105", before, f"{OTHERS}board: board, ended\nnew -- replaces --> board") == []


def test_those_who_are_gone_too_are_not_left_behind() -> None:
    assert lost("CHG105", f"{OTHERS}group -- reports_to --> board", "council: organisation") == []


def test_a_line_of_the_other_kind_is_a_line() -> None:
    after = f"{OTHERS}group -- part_of --> council\nboard: board, ended"
    assert lost("CHG105", f"{OTHERS}group -- reports_to --> board", after) == []
