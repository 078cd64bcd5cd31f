"""CHG103: who was scrutinised by whom, and is not any more."""

import pytest
from rules.test_chg101_representation_lost import facts

from helpers import changed, lacking, lost

NOT_STATED = """
board: board
overview: board
before: board -- scrutinised_by --> overview
"""
SCRUTINY = "board -- scrutinised_by --> overview\n"


def test_scrutiny_that_is_not_stated_any_more() -> None:
    assert lost("CHG103", SCRUTINY, "board: board\noverview: board") == [(("board", "overview"), (), "not_stated")]
    whole = "board: board, lines complete\noverview: board"
    assert lost("CHG103", SCRUTINY, whole) == [(("board", "overview"), (), "stated")]


def test_scrutiny_that_has_ended_is_stated() -> None:
    after = "board -- scrutinised_by[until 2019] --> overview"
    assert lost("CHG103", SCRUTINY, after) == [(("board", "overview"), (), "stated")]


def test_that_another_has_ended_makes_nothing_certain() -> None:
    other = "board -- scrutinised_by[until 2019] --> health\n"
    assert lost("CHG103", SCRUTINY + other, other + "overview: board") == [(("board", "overview"), (), "not_stated")]


def test_a_body_that_was_perhaps_renamed_does_not_lose_it_unseen() -> None:
    before = "board: board, name SEND Strategic Board\n" + SCRUTINY
    after = "new: board, name SEND Strategy Board\noverview: board"
    (finding,) = changed("CHG103", before, after)
    assert (finding.bodies, finding.certainty) == (("new", "overview"), "not_stated")
    assert facts(finding) == (
        "The SEND Strategy Board may no longer be scrutinised by Overview. "
        "Overview scrutinised the SEND Strategic Board, where the SEND Strategy Board is now."
    )


def test_a_reporting_line_in_its_place_is_named() -> None:
    (finding,) = changed("CHG103", SCRUTINY, "board -- reports_to --> overview")
    assert "Now the Board answers to Overview instead, which is not scrutiny." in finding.message
    assert [(step.relation, step.before) for step in finding.witness] == [
        ("scrutinised_by", True),
        ("reports_to", False),
    ]


def test_another_scrutiniser_is_named_and_makes_up_for_nothing() -> None:
    (finding,) = changed("CHG103", SCRUTINY, "board -- scrutinised_by --> health\noverview: board")
    assert finding.bodies == ("board", "overview")
    assert facts(finding).endswith(" Now Health scrutinises the Board.")
    assert lacking(finding) == [("also_scrutinised_by", ("board",))]


def test_scrutiny_of_what_is_gone_is_not_missed() -> None:
    assert lost("CHG103", SCRUTINY, "overview: board") == []


def test_successors_on_both_sides_carry_it() -> None:
    after = "board: board, ended\noverview: board, ended\nnew -- replaces --> board\nlook -- replaces --> overview\n"
    assert lost("CHG103", SCRUTINY, after) == [(("new", "overview"), (), "stated")]
    assert lost("CHG103", SCRUTINY, f"{after}new -- scrutinised_by --> look") == []


def test_oversight_in_its_place_is_named() -> None:
    (finding,) = changed("CHG103", SCRUTINY, "board -- overseen_by --> overview")
    assert "Now Overview oversees the Board, which is not scrutiny." in finding.message


@pytest.mark.parametrize(
    ("after", "message"),
    [
        pytest.param(
            "board: board\noverview: board",
            "The Board may no longer be scrutinised by Overview.",
            id="silent",
        ),
        pytest.param(
            "board: board, lines complete\noverview: board",
            "The Board is no longer scrutinised by Overview. No other body scrutinises the Board now.",
            id="its lines are complete",
        ),
        pytest.param(
            "board: board, lines complete\nboard -- scrutinised_by --> health\noverview: board",
            "The Board is no longer scrutinised by Overview. Now Health scrutinises the Board.",
            id="another scrutinises it",
        ),
        pytest.param(
            "board: board, lines complete\nboard -- reports_to --> health\nboard -- overseen_by --> health\n"
            "overview: board",
            "The Board is no longer scrutinised by Overview. No other body scrutinises the Board now.",
            id="it answers to others",
        ),
    ],
)
def test_it_says_what_became_of_the_scrutiny(after: str, message: str) -> None:
    (finding,) = changed("CHG103", SCRUTINY, after)
    assert facts(finding) == message
    is_open = "may no longer" in message
    assert lacking(finding) == ([("scrutinisers", ("board",))] if is_open else [])
    keep = "Ask Overview to go on scrutinising the Board. "
    assert finding.fix.startswith(f"Find out who scrutinises the Board, and record it. {keep}" if is_open else keep)


def test_a_body_that_scrutinised_itself_loses_nothing() -> None:
    assert lost("CHG103", "board -- scrutinised_by --> board", "board: board") == []


def test_a_scrutiniser_that_has_ended_makes_it_a_fact() -> None:
    (finding,) = changed("CHG103", SCRUTINY, "board: board\noverview: board, ended")
    assert (finding.bodies, finding.certainty) == (("board", "overview"), "stated")
    assert finding.fix.startswith("Ask those who plan the change who will scrutinise the Board in place of Overview. ")
    assert lost("CHG103", SCRUTINY, "board: board") == [(("board", "overview"), (), "not_stated")]
