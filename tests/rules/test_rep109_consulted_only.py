"""REP109: who is only consulted or informed."""

import pytest

from helpers import findings, found, lacking, why_not_asked

NOT_STATED = """
board: board, strategic
parent-carers -- consulted_by --> board
"""
BOARD = "board: board, strategic, decides, membership complete\n"
ASKED = "parent-carers -- consulted_by --> board\n"
HIT = [(("board",), "parent-carers", "stated")]


@pytest.mark.parametrize(("way", "words"), [("consulted_by", "consulted"), ("informed_by", "kept informed")])
def test_who_is_only_consulted_or_informed(way: str, words: str) -> None:
    (finding,) = findings("REP109", BOARD + f"parent-carers -- {way} --> board")
    assert (finding.bodies, finding.certainty, finding.severity) == (("board",), "stated", "warning")
    assert finding.message == (f"Parent carers are {words} by the Board, and take no other part.")
    assert [step.relation for step in finding.witness] == [way, "all_seats_listed"]


def test_the_better_of_the_two_is_told() -> None:
    (finding,) = findings("REP109", BOARD + "parent-carers -- informed_by --> board\n" + ASKED)
    assert "Parent carers are consulted" in finding.message


@pytest.mark.parametrize(
    "more",
    [
        "forum -- sits_on[parent-carers] --> board",
        "forum -- attends[parent-carers] --> board",
        "champion -- contact_for[parent-carers] --> board",
        "board -- represents --> parent-carers",
    ],
)
def test_any_other_part_is_clean_here(more: str) -> None:
    assert found("REP109", BOARD + ASKED + more) == []


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("somebody -- sits_on[parent-carers, vacant] --> board", "REP104"),
        ("champion -- contact_for[parent-carers] --> board", "REP102"),
        ("", "REP109"),
        ("forum: forum, ended\nforum -- sits_on[parent-carers] --> board", "REP104"),
        ("champion -- contact_for[parent-carers, vacant] --> board", "REP109"),
    ],
)
def test_a_missing_seat_is_told_by_one_rule_and_by_no_other(more: str, code: str) -> None:
    rules = ("REP101", "REP102", "REP104", "REP109")
    assert {one: found(one, BOARD + ASKED + more) for one in rules} == {
        one: HIT if one == code else [] for one in rules
    }


def test_beside_a_seat_past_its_term_the_gap_is_a_question() -> None:
    (finding,) = findings("REP109", BOARD + ASKED + "forum -- sits_on[parent-carers, until 2020-08-31] --> board")
    assert lacking(finding) == [("renewal", ("board",))]


def test_with_partial_membership_the_gap_is_not_stated() -> None:
    (finding,) = findings("REP109", NOT_STATED)
    assert (finding.bodies, finding.certainty, finding.severity) == (("board",), "not_stated", "note")
    assert finding.fix.startswith("Find out who sits on the Board")


def test_a_seat_that_is_stated_to_be_missing_is_stated() -> None:
    assert found("REP109", NOT_STATED + "parent-carers -- absent_from --> board") == HIT


def test_consultation_that_has_ended_is_none() -> None:
    assert found("REP109", BOARD + "parent-carers -- consulted_by[until 2020-08-31] --> board") == []
    assert found("REP109", BOARD + "parent-carers -- consulted_by[until 2020-09-01] --> board") == HIT


def test_bodies_out_of_scope_are_not_asked() -> None:
    why = why_not_asked("REP109", "board: board, operational, delivers\n" + ASKED)
    assert why == "No board, committee or group in place is strategic, decides, scrutinises or commissions."


def test_a_seat_that_may_be_theirs_makes_it_not_stated() -> None:
    (finding,) = findings("REP109", BOARD + ASKED + "somebody -- sits_on[as parent_carer] --> board")
    assert finding.certainty == "not_stated"
    assert "One seat on the Board is held as parent carer, but the file does not say for whom." in finding.message


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", ""),
        (
            "forum: forum, ended\nforum -- attends[parent-carers] --> board",
            " The file lists a place for them to attend, but it is held by the Forum, which has ended.",
        ),
        ("champion -- contact_for[parent-carers, vacant] --> board", " Their contact there is vacant."),
        (
            "forum -- sits_on[parent-carers, from 2021] --> board",
            " The file lists a seat for them, but it begins later (2021).",
        ),
    ],
)
def test_it_says_what_would_be_more_and_does_not_count(more: str, said: str) -> None:
    (finding,) = findings("REP109", BOARD + ASKED + more)
    assert finding.message == (f"Parent carers are consulted by the Board, and take no other part.{said}")
