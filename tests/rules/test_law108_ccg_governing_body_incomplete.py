"""LAW108: who had to be on the governing body of a Clinical Commissioning Group."""

import pytest

from helpers import findings, found, why_not_asked

LISTED = "ccg: board, statutory ccg_governing_body, membership complete\n"
CORE = ("accountable_officer", "chief_finance_officer", "registered_nurse", "secondary_care_specialist")
LAY = "somebody -- sits_on[as lay_member] --> ccg\n"
STATED = [(("ccg",), None, "stated")]
SILENT = [(("ccg",), None, "not_stated")]
NOT_STATED = "ccg: board, statutory ccg_governing_body\n" + LAY


def seats(*capacities: str) -> str:
    return "".join(f"somebody -- sits_on[as {one}] --> ccg\n" for one in capacities)


@pytest.mark.parametrize("missing", CORE)
def test_each_member_is_asked_for(missing: str) -> None:
    there = seats(*(one for one in CORE if one != missing), "primary_care")
    assert found("LAW108", LISTED + there + LAY + LAY) == STATED
    assert found("LAW108", LISTED + there + LAY + LAY + seats(missing)) == []


def test_two_lay_members_are_asked_for() -> None:
    rest = LISTED + seats(*CORE, "primary_care", "primary_care")
    assert found("LAW108", rest + LAY + LAY) == []
    (finding,) = findings("LAW108", rest + LAY)
    assert (finding.certainty, finding.message) == (
        "stated",
        "Ccg does not have a second lay member, which the law asks for.",
    )
    assert "two lay members" in findings("LAW108", rest)[0].message


def test_six_members_in_all_are_asked_for() -> None:
    both = seats("accountable_officer", "registered_nurse, as secondary_care_specialist")
    few = both.replace("as accountable_officer", "as accountable_officer, as chief_finance_officer")
    (finding,) = findings("LAW108", LISTED + few + LAY + LAY)
    assert finding.message == "Ccg does not have six members in all, which the law asks for."
    assert finding.fix.startswith("Ask Ccg who will appoint all members whom the law asks for, and when. ")
    assert found("LAW108", LISTED + few + LAY + LAY + seats("primary_care", "primary_care")) == []


def test_vacant_seats_count_and_attendees_do_not() -> None:
    assert found("LAW108", LISTED + (seats(*CORE) + LAY + LAY).replace("] -->", ", vacant] -->")) == []
    attends = "somebody -- attends[as lay_member] --> ccg"
    assert found("LAW108", LISTED + seats(*CORE, "primary_care") + LAY + attends) == STATED


def test_silence_is_not_stated() -> None:
    rest = LISTED + seats(*CORE, "primary_care") + LAY
    assert found("LAW108", rest + "somebody -- sits_on --> ccg") == SILENT
    assert found("LAW108", rest.replace("complete", "partial")) == SILENT
    several = rest.replace("somebody -- sits_on[as lay_member]", "people -- sits_on[as lay_member]")
    assert found("LAW108", "people: organisation, several\n" + several) == SILENT
    (finding,) = findings("LAW108", "people: organisation, several\n" + several)
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("members", ("ccg",))]
    (finding,) = findings("LAW108", rest.replace("complete", "partial") + "somebody -- sits_on --> ccg")
    assert [lack.aspect for lack in finding.lacks] == ["members", "capacities"]


def test_members_who_are_open_are_named() -> None:
    (finding,) = findings("LAW108", NOT_STATED)
    assert finding.message.startswith(
        "Ccg needs an accountable officer, a chief finance officer, a registered nurse and a secondary care specialist "
        "by law. It also needs a second lay member and six members in all. The file does not say who sits on Ccg"
    )


def test_it_is_asked_while_there_were_such_groups() -> None:
    assert (
        why_not_asked("LAW108", "structure: as_of 2022-06-30\n" + LISTED + "\nother: board, statutory nhs_trust_board")
        is None
    )
    assert "applied only until 30 June 2022" in (
        why_not_asked("LAW108", "structure: as_of 2022-07-01\n" + LISTED + "\nother: board, statutory nhs_trust_board")
        or ""
    )
    why = why_not_asked("LAW108", "ccg: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a governing body of a Clinical Commissioning Group."


def test_it_is_asked_from_1_october_2012_when_the_regulations_came_into_force() -> None:
    assert found("LAW108", LISTED + LAY, as_of="2012-10-01") == STATED
    assert found("LAW108", LISTED + LAY, as_of="2012-09-30") == []
    why = why_not_asked("LAW108", f"structure: as_of 2012-09-30\n{LISTED}") or ""
    assert why.endswith(" applies only from 1 October 2012.")


@pytest.mark.parametrize(
    ("who", "expected"),
    [("independent_person", SILENT), ("non_executive_member", SILENT), ("primary_care", STATED)],
)
def test_who_may_be_the_second_lay_member(who: str, expected: list[object]) -> None:
    arrows = LISTED + seats(*CORE, "primary_care", who) + LAY
    assert found("LAW108", arrows) == expected
    (finding,) = findings("LAW108", arrows)
    assert [lack.aspect for lack in finding.lacks] == (["capacities"] if expected == SILENT else [])
    assert ("and may be one of the members whom the law asks for" in finding.message) == (expected == SILENT)


@pytest.mark.parametrize("missing", CORE)
def test_a_chief_executive_may_be_the_accountable_officer_and_no_other(missing: str) -> None:
    there = seats(*(one for one in CORE if one != missing), "primary_care", "chief_executive")
    assert found("LAW108", LISTED + there + LAY + LAY) == (SILENT if missing == "accountable_officer" else STATED)


def test_until_30_june_2022_it_is_asked_and_after_that_no_more() -> None:
    assert found("LAW108", LISTED + LAY, as_of="2022-06-30") == STATED
    assert found("LAW108", LISTED + LAY, as_of="2022-07-01") == []


def test_from_14_april_2022_the_law_asked_for_fewer_members() -> None:
    few = LISTED + seats("accountable_officer", "chief_finance_officer", "registered_nurse") + LAY
    assert found("LAW108", few, as_of="2022-04-13") == STATED
    assert found("LAW108", few, as_of="2022-04-14") == []
    assert found("LAW108", few.replace("registered_nurse", "secondary_care_specialist"), as_of="2022-04-14") == []
    (finding,) = findings("LAW108", few.replace("registered_nurse", "primary_care"), as_of="2022-04-14")
    assert finding.message == (
        "Ccg does not have a registered nurse or a secondary care specialist, which the law asks for."
    )
    (finding,) = findings("LAW108", few.replace("lay_member", "primary_care"), as_of="2022-04-14")
    assert finding.parts == ("a lay member",)
    both = seats("accountable_officer, as chief_finance_officer", "registered_nurse") + LAY
    (finding,) = findings("LAW108", LISTED + both, as_of="2022-04-14")
    assert finding.parts == ("four members in all",)


def test_a_nurse_or_specialist_is_named_in_a_sentence_of_its_own() -> None:
    few = LISTED + seats("accountable_officer, as chief_finance_officer") + LAY
    (finding,) = findings("LAW108", few, as_of="2022-04-14")
    assert finding.message == (
        "Ccg does not have a registered nurse or a secondary care specialist, which the law asks for. Nor does it have "
        "four members in all."
    )
    assert finding.fix == (
        "Ask Ccg who will appoint all members whom the law asks for, and when. If the file leaves somebody "
        "out, record them."
    )


def test_seats_are_counted() -> None:
    rest = LISTED + seats(*CORE, "primary_care")
    assert found("LAW108", rest + LAY.replace("lay_member", "lay_member, count 2")) == []


def test_it_is_asked_in_england_and_as_a_question_where_the_nation_is_open() -> None:
    assert found("LAW108", LISTED + LAY, nation="england") == STATED
    assert found("LAW108", LISTED + LAY, nation="scotland") == []
    why = why_not_asked("LAW108", LISTED + LAY, nation="scotland") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW108", LISTED + LAY, nation=None)
    assert (finding.certainty, finding.lacks[0].aspect) == ("not_stated", "nation")
    assert finding.severity == "warning"
    assert "This applies in England only." in finding.message
