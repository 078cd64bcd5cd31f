"""LAW113: who must not be on a schools forum."""

import pytest

from helpers import findings, found, why_not_asked

LISTED = "f: board, statutory schools_forum, membership complete\nsomebody -- sits_on[as schools_member] --> f\n"
PARTIAL = LISTED.replace(", membership complete", "")
STATED = [(("f",), None, "stated")]
SILENT = [(("f",), None, "not_stated")]
NOT_STATED = PARTIAL


@pytest.mark.parametrize("forum", [LISTED, PARTIAL])
@pytest.mark.parametrize(
    "who", ["executive_member", "executive_leader", "elected_mayor", "director_of_childrens_services"]
)
def test_whoever_shares_out_the_money_is_found_however_much_is_listed(who: str, forum: str) -> None:
    assert found("LAW113", forum + f"somebody -- sits_on[as {who}] --> f") == STATED
    assert found("LAW113", LISTED + f"somebody -- attends[as {who}] --> f") == []


def test_others_may_sit_on_it() -> None:
    others = ("councillor", "early_years_provider", "church_representative", "parent_governor")
    assert found("LAW113", LISTED + "".join(f"somebody -- sits_on[as {one}] --> f\n" for one in others)) == []


@pytest.mark.parametrize("member", ["schools_member", "academies_member", "Academies member"])
@pytest.mark.parametrize("who", ["executive_member", "director_of_childrens_services", "officer"])
def test_the_bar_is_for_others_than_schools_and_academies_members(member: str, who: str) -> None:
    assert found("LAW113", LISTED + f"somebody -- sits_on[as {member}, as {who}] --> f") == []


def test_words_that_may_mean_such_a_member_make_it_a_question() -> None:
    assert found("LAW113", LISTED + "somebody -- sits_on[as executive_member, as from the sixth form] --> f") == SILENT


def test_an_officer_may_be_a_relevant_one() -> None:
    (finding,) = findings("LAW113", LISTED + "somebody -- sits_on[as officer] --> f")
    assert finding.certainty == "not_stated"
    assert finding.message == (
        "By law, a member of the executive or a relevant officer of the authority may not sit on F. Somebody sits "
        "on F as an officer, and may be a member of the executive or a relevant officer of the authority. The file "
        "does not say in which capacity each member of F sits."
    )
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("capacities", ("f",))]


def test_who_is_not_barred_as_a_schools_member_is_not_mentioned() -> None:
    (finding,) = findings("LAW113", PARTIAL + "somebody -- sits_on[as schools_member, as officer] --> f")
    assert "officer, and" not in finding.message
    assert [lack.aspect for lack in finding.lacks] == ["members"]


@pytest.mark.parametrize("seat", ["sits_on", "sits_on[as head of finance]"])
def test_a_seat_whose_capacity_is_open_may_be_anybodys(seat: str) -> None:
    assert found("LAW113", LISTED + f"somebody -- {seat} --> f") == SILENT


def test_a_seat_that_has_ended_is_gone() -> None:
    assert found("LAW113", LISTED + "somebody -- sits_on[as executive_member, until 2019] --> f") == []


def test_it_is_asked_of_schools_forums_and_since_the_regulation_says_so() -> None:
    why = why_not_asked("LAW113", "f: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a schools forum."
    assert "applies only from 1 January 2014" in (
        why_not_asked("LAW113", "structure: as_of 2013-12-31\n" + LISTED + "\nother: board, statutory nhs_trust_board")
        or ""
    )


@pytest.mark.parametrize("who", ["chief_finance_officer", "chief_executive", "officer"])
def test_an_officer_who_may_be_one_of_those_is_not_stated(who: str) -> None:
    assert found("LAW113", LISTED + f"somebody -- sits_on[as {who}] --> f") == [(("f",), None, "not_stated")]


def test_a_vacant_seat_for_the_executive_is_provided_for() -> None:
    vacant = "somebody -- sits_on[as executive_member, vacant] --> f\n"
    (finding,) = findings("LAW113", LISTED + vacant)
    assert finding.certainty == "stated"
    assert finding.message == (
        "F has a seat for a person who by law may not sit there: an executive member. The seat is vacant."
    )
    assert finding.fix == (
        "Ask the council to fill the seat with somebody else, or to take it away. Ask the forum whether people who are "
        "needed there may attend without being members."
    )
    (finding,) = findings("LAW113", LISTED + vacant + "somebody -- sits_on[as elected_mayor] --> f")
    assert finding.message == "F has members who by law may not sit there: an executive member and an elected mayor."


@pytest.mark.parametrize(
    ("who", "expected"),
    [("local_authority", SILENT), ("director_of_adult_services", []), ("councillor", []), ("voluntary_sector", [])],
)
def test_who_speaks_for_the_authority_may_be_one_of_those_and_others_are_not(who: str, expected: list[object]) -> None:
    assert found("LAW113", LISTED + f"somebody -- sits_on[as {who}] --> f") == expected


def test_it_is_asked_from_1_january_2014() -> None:
    arrows = LISTED + "somebody -- sits_on[as executive_member] --> f"
    assert found("LAW113", arrows, as_of="2014-01-01") == STATED
    assert found("LAW113", arrows, as_of="2013-12-31") == []


def test_it_is_the_law_of_england() -> None:
    arrows = LISTED + "somebody -- sits_on[as executive_member] --> f"
    assert found("LAW113", arrows, nation="wales") == []
    why = why_not_asked("LAW113", arrows, nation="wales") or ""
    assert why.endswith("regulation 7(4) and (6), applies only in England, where the file has no such body.")


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    (finding,) = findings("LAW113", LISTED + "somebody -- sits_on[as executive_member] --> f", nation=None)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert [lack.aspect for lack in finding.lacks] == ["nation"]
