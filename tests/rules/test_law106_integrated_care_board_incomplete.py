"""LAW106: who must be on an Integrated Care Board."""

from govgraph.findings import Finding
from helpers import findings, found, why_not_asked

DAY = "structure: as_of 2023-09-01\n"
LISTED = DAY + "icb: board, statutory integrated_care_board, membership complete\n"
CHAIR = "somebody -- sits_on[as non_executive_member, chair] --> icb\n"
CHIEF = "somebody -- sits_on[as chief_executive] --> icb\n"
OTHERS = "".join(f"somebody -- sits_on[as {one}] --> icb\n" for one in ("nhs_trust", "primary_care", "local_authority"))
STATED = [(("icb",), None, "stated")]
SILENT = [(("icb",), None, "not_stated")]
NOT_STATED = LISTED.replace(", membership complete", "") + CHAIR + CHIEF


def lacks(finding: Finding) -> list[str]:
    assert all(lack.about.ids == ("icb",) for lack in finding.lacks)
    return [lack.aspect.value for lack in finding.lacks]


def test_each_member_is_asked_for() -> None:
    assert found("LAW106", LISTED + CHAIR + CHIEF + OTHERS) == []
    assert found("LAW106", LISTED + CHIEF + OTHERS) == STATED
    assert found("LAW106", LISTED + CHAIR + OTHERS) == STATED
    assert found("LAW106", LISTED + CHAIR + CHIEF + "somebody -- sits_on[as nhs_trust] --> icb") == STATED


def test_all_that_are_missing_are_named_in_one_finding() -> None:
    (finding,) = findings("LAW106", LISTED)
    assert finding.message == (
        "Icb does not have a chair, a chief executive or three members beside its chair and its chief executive, which "
        "the law asks for."
    )
    assert finding.fix == (
        "Ask Icb who will appoint a chair, a chief executive and three members beside its chair and its chief "
        "executive, and when. If such members are already there, record that."
    )


def test_a_co_chair_chairs_and_a_vice_chair_does_not() -> None:
    assert found("LAW106", LISTED + CHIEF + OTHERS + "somebody -- sits_on[as lay_member, co_chair] --> icb") == []
    assert found("LAW106", LISTED + CHIEF + OTHERS + "somebody -- sits_on[as lay_member, vice_chair] --> icb") == STATED


def test_vacant_seats_count_and_attendees_do_not() -> None:
    assert found("LAW106", LISTED + (CHAIR + CHIEF + OTHERS).replace("] -->", ", vacant] -->")) == []
    attends = "somebody -- attends[as chief_executive] --> icb"
    assert found("LAW106", LISTED + CHAIR + OTHERS + attends) == STATED


def test_a_seat_whose_capacity_is_open_may_be_the_chief_executives_or_the_chairs() -> None:
    assert found("LAW106", LISTED + CHAIR + OTHERS + "somebody -- sits_on --> icb") == SILENT
    assert found("LAW106", LISTED + CHIEF + OTHERS + "somebody -- sits_on[as independent chairman] --> icb") == SILENT
    assert found("LAW106", LISTED + CHIEF + OTHERS + "somebody -- sits_on --> icb") == STATED
    (finding,) = findings("LAW106", LISTED + CHIEF + OTHERS + "somebody -- sits_on[as independent chairman] --> icb")
    assert lacks(finding) == ["capacities"]
    assert finding.message.startswith(
        "Icb needs a chair by law. One seat on Icb has a capacity that govgraph does not know: “independent chairman”. "
    )


def test_where_a_holder_stands_for_several_their_number_is_not_stated() -> None:
    trusts = "trusts: organisation, several\ntrusts -- sits_on[as nhs_trust] --> icb"
    assert found("LAW106", LISTED + CHAIR + CHIEF + trusts) == SILENT
    (finding,) = findings("LAW106", LISTED + CHAIR + CHIEF + trusts)
    assert lacks(finding) == ["members"]


def test_the_number_is_stated_although_a_capacity_is_not() -> None:
    (finding,) = findings("LAW106", LISTED + CHAIR + "somebody -- sits_on --> icb")
    assert finding.certainty == "stated"
    assert finding.message == (
        "Icb does not have three members beside its chair and its chief executive, which the law asks for."
    )
    assert finding.lacks == ()


def test_an_incomplete_list_proves_nothing() -> None:
    assert found("LAW106", LISTED.replace("complete", "partial")) == SILENT
    (finding,) = findings("LAW106", LISTED.replace("complete", "partial"))
    assert lacks(finding) == ["members"]


def test_it_is_asked_of_integrated_care_boards_and_since_there_are_any() -> None:
    why = why_not_asked("LAW106", DAY + "icb: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as an Integrated Care Board."
    assert "applies only from 1 July 2022" in (why_not_asked("LAW106", LISTED.replace("2023", "2021")) or "")


def test_it_is_asked_from_1_july_2022_when_such_boards_began() -> None:
    assert found("LAW106", LISTED, as_of="2022-07-01") == STATED
    assert found("LAW106", LISTED, as_of="2022-06-30") == []
