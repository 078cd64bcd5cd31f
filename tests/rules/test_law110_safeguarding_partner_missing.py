"""LAW110: the three safeguarding partners."""

import pytest

from helpers import findings, found, why_not_asked

LISTED = "p: partnership, statutory safeguarding_partnership, membership complete\n"
ALL = ("local_authority", "clinical_commissioning_group", "chief_officer_of_police")
STATED = [(("p",), None, "stated")]
SILENT = [(("p",), None, "not_stated")]
NOT_STATED = LISTED.replace("complete", "partial") + "somebody -- sits_on[as local_authority] --> p"


def seats(*capacities: str) -> str:
    return "".join(f"somebody -- sits_on[as {one}] --> p\n" for one in capacities)


@pytest.mark.parametrize("missing", ALL)
def test_each_partner_is_asked_for(missing: str) -> None:
    there = [one for one in ALL if one != missing]
    assert found("LAW110", LISTED + seats(*there, "voluntary_sector")) == STATED
    assert found("LAW110", LISTED + seats(*there, missing)) == []


def test_all_that_are_missing_are_named_in_one_finding() -> None:
    (finding,) = findings("LAW110", LISTED + seats("voluntary_sector"))
    assert finding.message == (
        "P does not have a representative of the local authority or a representative of the Clinical Commissioning "
        "Group, which the law asks for. It does not have the chief officer of police either."
    )
    assert finding.fix == (
        "Ask the partners to bring a representative of the local authority and a representative of the Clinical "
        "Commissioning Group into P. Ask the partners to bring the chief officer of police into P. If such members are "
        "already there, record that."
    )


@pytest.mark.parametrize(
    ("day", "health", "other"),
    [
        ("2022-06-30", "clinical_commissioning_group", "integrated_care_board"),
        ("2022-07-01", "integrated_care_board", "clinical_commissioning_group"),
    ],
)
def test_the_health_partner_of_the_day(day: str, health: str, other: str) -> None:
    rest = LISTED + seats("local_authority", "chief_officer_of_police")
    assert found("LAW110", rest + seats(health), as_of=day) == []
    assert found("LAW110", rest + seats(other), as_of=day) == STATED


def test_who_speaks_for_the_authority_and_who_may() -> None:
    rest = LISTED + seats(*ALL[1:])
    assert found("LAW110", rest + seats("director_of_childrens_services")) == []
    assert found("LAW110", rest + seats("executive_member")) == SILENT
    assert found("LAW110", rest + seats("officer")) == SILENT


def test_who_may_speak_for_the_health_service() -> None:
    assert found("LAW110", LISTED + seats("local_authority", "chief_officer_of_police", "registered_nurse")) == SILENT
    assert found("LAW110", LISTED + seats("local_authority", "chief_officer_of_police", "nhs_trust")) == STATED


def test_vacant_seats_are_provided_for_and_attendees_are_no_members() -> None:
    assert found("LAW110", LISTED + seats(*ALL[:2], "chief_officer_of_police, vacant")) == []
    attends = "somebody -- attends[as chief_officer_of_police] --> p"
    assert found("LAW110", LISTED + seats(*ALL[:2]) + attends) == STATED


def test_a_seat_whose_capacity_is_open_may_be_any_partners() -> None:
    assert found("LAW110", LISTED + seats(*ALL[:2]) + "somebody -- sits_on --> p") == SILENT
    assert found("LAW110", LISTED + seats(*ALL[:2], "superintendent")) == SILENT
    (finding,) = findings("LAW110", LISTED + seats(*ALL[:2], "superintendent"))
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("capacities", ("p",))]
    assert finding.message.startswith(
        "P needs the chief officer of police by law. One seat on P has a capacity that govgraph does not know: "
        "“superintendent”. "
    )
    (finding,) = findings("LAW110", NOT_STATED)
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("members", ("p",))]


def test_it_is_asked_of_such_partnerships_and_since_there_are_any() -> None:
    why = why_not_asked("LAW110", "p: partnership\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a safeguarding partnership."
    assert "applies only from 29 June 2018" in (
        why_not_asked("LAW110", "structure: as_of 2018-06-28\n" + LISTED + "\nother: board, statutory nhs_trust_board")
        or ""
    )


COUNCIL = {
    "councillor",
    "executive_member",
    "executive_leader",
    "elected_mayor",
    "chief_executive",
    "officer",
    "director_of_adult_services",
    "director_of_public_health",
}
NHS = {"chief_executive", "accountable_officer", "registered_nurse", "send_lead"}


@pytest.mark.parametrize("wider", sorted(COUNCIL | NHS | {"nhs_trust", "primary_care", "voluntary_sector"}))
@pytest.mark.parametrize(
    ("missing", "day", "may_be"),
    [
        ("local_authority", "2022-06-30", COUNCIL),
        ("clinical_commissioning_group", "2022-06-30", NHS),
        ("integrated_care_board", "2022-07-01", NHS),
        ("chief_officer_of_police", "2022-06-30", set()),
    ],
)
def test_it_is_no_fact_that_a_partner_is_missing_only_where_somebody_may_speak_for_it(
    missing: str, day: str, may_be: set[str], wider: str
) -> None:
    there = seats(*sorted({*ALL, "integrated_care_board"} - {missing}), wider)
    assert found("LAW110", LISTED + there, as_of=day) == (SILENT if wider in may_be else STATED)


def test_it_is_asked_from_29_june_2018_when_there_were_such_partnerships() -> None:
    assert found("LAW110", LISTED + seats("voluntary_sector"), as_of="2018-06-29") == STATED
    assert found("LAW110", LISTED + seats("voluntary_sector"), as_of="2018-06-28") == []
