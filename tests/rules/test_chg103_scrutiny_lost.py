"""CHG103: who was scrutinised by whom, and is not any more."""

import pytest

from helpers import changed, lost

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
    assert lost("CHG103", before, after) == [(("new", "overview"), (), "not_stated")]


def test_a_reporting_line_in_its_place_is_named() -> None:
    (finding,) = changed("CHG103", SCRUTINY, "board -- reports_to --> overview")
    assert "It now answers to Overview instead, and that is no scrutiny." in finding.message
    assert [(step.relation, step.before) for step in finding.witness] == [
        ("scrutinised_by", True),
        ("reports_to", False),
    ]


def test_another_scrutiniser_is_named_and_makes_up_for_nothing() -> None:
    (finding,) = changed("CHG103", SCRUTINY, "board -- scrutinised_by --> health\noverview: board")
    assert finding.bodies == ("board", "overview")
    assert "It is scrutinised by Health." in finding.message


def test_scrutiny_of_what_is_gone_is_not_missed() -> None:
    assert lost("CHG103", SCRUTINY, "overview: board") == []


def test_successors_on_both_sides_carry_it() -> None:
    after = "board: board, ended\noverview: board, ended\nnew -- replaces --> board\nlook -- replaces --> overview\n"
    assert lost("CHG103", SCRUTINY, after) == [(("new", "overview"), (), "stated")]
    assert lost("CHG103", SCRUTINY, f"{after}new -- scrutinised_by --> look") == []


def test_oversight_in_its_place_is_named() -> None:
    (finding,) = changed("CHG103", SCRUTINY, "board -- overseen_by --> overview")
    assert "Overview now oversees it, and that is no scrutiny." in finding.message


@pytest.mark.parametrize(
    ("after", "message"),
    [
        pytest.param(
            "board: board\noverview: board",
            "Before, Board was scrutinised by Overview; after the change that is not stated any more. Nobody is stated "
            "to scrutinise it now.",
            id="silent",
        ),
        pytest.param(
            "board: board, lines complete\noverview: board",
            "Before, Board was scrutinised by Overview; after the change it is not. Nobody scrutinises it now.",
            id="its lines are complete",
        ),
        pytest.param(
            "board: board, lines complete\nboard -- scrutinised_by --> health\noverview: board",
            "Before, Board was scrutinised by Overview; after the change it is not. It is scrutinised by Health.",
            id="another scrutinises it",
        ),
        pytest.param(
            "board: board, lines complete\nboard -- reports_to --> health\nboard -- overseen_by --> health\n"
            "overview: board",
            "Before, Board was scrutinised by Overview; after the change it is not. Nobody scrutinises it now.",
            id="it answers to others",
        ),
    ],
)
def test_it_says_what_became_of_the_scrutiny(after: str, message: str) -> None:
    (finding,) = changed("CHG103", SCRUTINY, after)
    assert finding.message == message
    find_out = "not stated any more" in message
    assert finding.fix.startswith("Find out whether it still holds. Keep " if find_out else "Keep ")


def test_a_body_that_scrutinised_itself_loses_nothing() -> None:
    assert lost("CHG103", "board -- scrutinised_by --> board", "board: board") == []


def test_a_scrutiniser_that_has_ended_makes_it_a_fact() -> None:
    assert lost("CHG103", SCRUTINY, "board: board\noverview: board, ended") == [(("board", "overview"), (), "stated")]
    assert lost("CHG103", SCRUTINY, "board: board") == [(("board", "overview"), (), "not_stated")]
