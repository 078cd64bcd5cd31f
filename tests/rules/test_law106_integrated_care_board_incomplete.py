"""LAW106: who must be on an Integrated Care Board."""

import pytest

from govgraph.findings import Finding
from helpers import findings, found, why_not_asked

DAY = "structure: as_of 2023-09-01\n"
LISTED = DAY + "icb: board, statutory integrated_care_board, membership complete\n"
CHAIR = "somebody -- sits_on[as non_executive_member, chair] --> icb\n"
CHIEF = "somebody -- sits_on[as chief_executive] --> icb\n"
OTHERS = "".join(f"somebody -- sits_on[as {one}] --> icb\n" for one in ("nhs_trust", "primary_care", "local_authority"))
MEMBERS = (CHIEF + OTHERS).replace("[as", "[member, as")
STATED = [(("icb",), None, "stated")]
SILENT = [(("icb",), None, "not_stated")]
NOT_STATED = LISTED.replace(", membership complete", "") + CHAIR + CHIEF


def lacks(finding: Finding) -> list[str]:
    assert all(lack.about.ids == ("icb",) for lack in finding.lacks)
    return [lack.aspect.value for lack in finding.lacks]


def test_each_member_is_asked_for() -> None:
    assert found("LAW106", LISTED + CHAIR + CHIEF + OTHERS) == []
    assert found("LAW106", LISTED + MEMBERS) == STATED
    assert found("LAW106", LISTED + CHAIR + OTHERS) == STATED
    assert found("LAW106", LISTED + CHAIR + CHIEF + "somebody -- sits_on[as nhs_trust] --> icb") == STATED


@pytest.mark.parametrize(
    ("capacity", "words"),
    [
        ("nhs_trust", "a nominee of NHS trusts"),
        ("primary_care", "a nominee of primary care"),
        ("local_authority", "a nominee of local authorities"),
    ],
)
def test_each_nominated_member_is_asked_for(capacity: str, words: str) -> None:
    three = "somebody -- sits_on[as voluntary_sector] --> icb\n" * 3
    rest = "".join(line + "\n" for line in OTHERS.splitlines() if capacity not in line)
    (finding,) = findings("LAW106", LISTED + CHAIR + CHIEF + three + rest)
    assert (finding.certainty, finding.severity, finding.parts) == ("stated", "error", (words,))
    assert finding.message == (
        f"The file does not list seats on Icb for {words}. By law, the constitution of Icb must provide for such "
        "members."
    )
    assert finding.fix == (
        f"Ask Icb where its constitution provides for {words}. If the file leaves somebody out, record them."
    )
    (finding,) = findings("LAW106", LISTED.replace("complete", "partial") + CHAIR + CHIEF + three + rest)
    assert finding.message.startswith(
        f"By law, the constitution of Icb must provide for {words}. The file does not say "
    )
    assert lacks(finding) == ["members"]


@pytest.mark.parametrize(
    ("missing", "who", "expected"),
    [
        ("nhs_trust", "registered_nurse", SILENT),
        ("nhs_trust", "secondary_care_specialist", SILENT),
        ("nhs_trust", "director_of_public_health", STATED),
        ("primary_care", "registered_nurse", SILENT),
        ("primary_care", "secondary_care_specialist", STATED),
        ("local_authority", "councillor", SILENT),
        ("local_authority", "director_of_adult_services", SILENT),
        ("local_authority", "registered_nurse", STATED),
        ("local_authority", "chief_executive", SILENT),
        ("nhs_trust", "chief_executive", SILENT),
        ("local_authority", "non_executive_member", STATED),
    ],
)
def test_who_may_be_a_nominated_member(missing: str, who: str, expected: list[object]) -> None:
    """A second chief executive is not the board's own."""
    rest = "".join(line + "\n" for line in OTHERS.splitlines() if missing not in line)
    assert found("LAW106", LISTED + CHAIR + CHIEF + rest + f"somebody -- sits_on[as {who}] --> icb") == expected


def test_a_vacant_place_for_a_nominated_member_is_no_breach() -> None:
    vacant = OTHERS.replace("as nhs_trust]", "as nhs_trust, vacant]")
    assert found("LAW106", LISTED + CHAIR + CHIEF + vacant) == []


def test_all_that_are_missing_are_named_in_one_finding() -> None:
    (finding,) = findings("LAW106", LISTED)
    assert finding.message == (
        "The file does not list seats on Icb for a chair, a chief executive, three ordinary members or a nominee of "
        "NHS trusts. It does not list seats for a nominee of primary care or a nominee of local authorities either. By "
        "law, the constitution of Icb must provide for such members."
    )
    ask = "Ask Icb where its constitution provides for all members whom the law asks for."
    assert finding.fix == f"{ask} If the file leaves somebody out, record them."


def test_where_the_role_of_every_seat_is_blank_nobody_knows_who_chairs() -> None:
    (finding,) = findings("LAW106", LISTED + CHIEF + OTHERS)
    assert finding.message == (
        "By law, the constitution of Icb must provide for a chair. The file does not say who chairs Icb."
    )
    assert lacks(finding) == ["chair"]


@pytest.mark.parametrize("blank", ["as nhs_trust", "as nhs_trust, vacant", "as nhs_trust, until 2023-01-01"])
def test_one_role_left_blank_may_be_the_chairs(blank: str) -> None:
    """A vacant seat too: the constitution provides for it."""
    rest = MEMBERS + "somebody -- sits_on[member, as voluntary_sector] --> icb\n"
    assert found("LAW106", LISTED + rest) == STATED
    (finding,) = findings("LAW106", LISTED + rest + f"somebody -- sits_on[{blank}] --> icb\n")
    assert (finding.certainty, lacks(finding)) == ("not_stated", ["chair"])
    assert found("LAW106", LISTED + rest + f"somebody -- sits_on[{blank}, member] --> icb\n") == STATED


def test_a_co_chair_chairs_and_a_vice_chair_does_not() -> None:
    assert found("LAW106", LISTED + CHIEF + OTHERS + "somebody -- sits_on[as lay_member, co_chair] --> icb") == []
    assert found("LAW106", LISTED + MEMBERS + "somebody -- sits_on[as lay_member, vice_chair] --> icb") == STATED


def test_vacant_seats_count_and_attendees_do_not() -> None:
    assert found("LAW106", LISTED + (CHAIR + CHIEF + OTHERS).replace("] -->", ", vacant] -->")) == []
    attends = "somebody -- attends[as chief_executive] --> icb"
    assert found("LAW106", LISTED + CHAIR + OTHERS + attends) == STATED


def test_a_seat_whose_capacity_is_open_may_be_the_chief_executives_or_the_chairs() -> None:
    roles = LISTED + MEMBERS
    assert found("LAW106", LISTED + CHAIR + OTHERS + "somebody -- sits_on --> icb") == SILENT
    assert found("LAW106", roles + "somebody -- sits_on[as independent chairman] --> icb") == SILENT
    assert found("LAW106", roles + "somebody -- sits_on[member] --> icb") == STATED
    assert found("LAW106", roles + "somebody -- sits_on --> icb") == SILENT
    (finding,) = findings("LAW106", roles + "somebody -- sits_on[as independent chairman] --> icb")
    assert lacks(finding) == ["capacities"]
    assert finding.message.startswith(
        "By law, the constitution of Icb must provide for a chair. One seat on Icb has a capacity that govgraph does "
        "not know: “independent chairman”. "
    )


def test_where_a_holder_stands_for_several_their_number_is_not_stated() -> None:
    trusts = (
        "trusts: organisation, several\ntrusts -- sits_on[as nhs_trust, as primary_care, as local_authority] --> icb"
    )
    assert found("LAW106", LISTED + CHAIR + CHIEF + trusts) == SILENT
    (finding,) = findings("LAW106", LISTED + CHAIR + CHIEF + trusts)
    assert lacks(finding) == ["members"]


def test_seats_are_counted() -> None:
    seats = "somebody -- sits_on[as nhs_trust, as primary_care, as local_authority{}] --> icb"
    assert found("LAW106", LISTED + CHAIR + CHIEF + seats.format("")) == STATED
    assert found("LAW106", LISTED + CHAIR + CHIEF + seats.format(", count 3")) == []


def test_the_number_is_stated_although_a_capacity_is_not() -> None:
    (finding,) = findings("LAW106", LISTED + CHAIR + "somebody -- sits_on --> icb")
    assert finding.certainty == "stated"
    assert finding.message == (
        "The file does not list seats on Icb for three ordinary members. By law, the constitution "
        "of Icb must provide for such members."
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


def test_it_is_asked_in_england_and_as_a_question_where_the_nation_is_open() -> None:
    assert found("LAW106", LISTED, nation="england") == STATED
    assert found("LAW106", LISTED, nation="wales") == []
    assert why_not_asked("LAW106", LISTED, nation="wales") == (
        "National Health Service Act 2006, Schedule 1B, paragraphs 3 and 8(2), applies only in England, where the file "
        "has no such body."
    )
    (finding,) = findings("LAW106", LISTED, nation=None)
    assert (finding.certainty, finding.severity, lacks(finding)) == ("not_stated", "warning", ["nation"])
