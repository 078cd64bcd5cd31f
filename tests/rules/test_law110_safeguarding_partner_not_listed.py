"""LAW110: the three safeguarding partners, who must work together; the law prescribes no members of a body."""

import pytest

from helpers import findings, found, lacking, why_not_asked

LISTED = "p: partnership, statutory safeguarding_partnership, membership complete\n"
ALL = ("local_authority", "clinical_commissioning_group", "chief_officer_of_police")
SILENT = [(("p",), None, "not_stated")]
NOT_STATED = LISTED + "somebody -- sits_on[as local_authority] --> p"


def seats(*capacities: str) -> str:
    return "".join(f"somebody -- sits_on[as {one}] --> p\n" for one in capacities)


@pytest.mark.parametrize("missing", ALL)
def test_each_partner_is_asked_for_and_never_as_a_breach(missing: str) -> None:
    there = [one for one in ALL if one != missing]
    (finding,) = findings("LAW110", LISTED + seats(*there, "voluntary_sector"))
    assert (finding.certainty, finding.severity, lacking(finding)) == ("not_stated", "warning", [("partners", ("p",))])
    assert found("LAW110", LISTED + seats(*there, missing)) == []
    assert found("LAW110", LISTED + seats(*there) + f"somebody -- attends[as {missing}] --> p") == []


def test_all_that_are_missing_are_named_in_one_question() -> None:
    (finding,) = findings("LAW110", LISTED + seats("voluntary_sector"))
    assert finding.message == (
        "By law, the council, the Clinical Commissioning Group and the police must work together to keep children "
        "safe. The file shows nobody on P who is there for the council, the Clinical Commissioning Group or the "
        "police. The file does not say how each of the partners takes part in P."
    )
    assert finding.parts == ("the council", "the Clinical Commissioning Group", "the police")
    assert finding.fix == "Find out how each of the partners takes part in P, and record it."


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
    assert found("LAW110", rest + seats(other), as_of=day) == SILENT


def test_a_body_of_the_partners_form_is_there_for_it() -> None:
    rest = LISTED + seats("local_authority", "chief_officer_of_police")
    group = "ccg: board, statutory ccg_governing_body\nccg -- sits_on --> p"
    assert found("LAW110", rest + group) == []
    assert found("LAW110", rest + group.replace("sits_on", "sits_on[as voluntary_sector]")) == SILENT


def test_who_speaks_for_the_authority_and_who_may() -> None:
    rest = LISTED + seats(*ALL[1:])
    assert found("LAW110", rest + seats("director_of_childrens_services")) == []
    (finding,) = findings("LAW110", rest + seats("executive_member"))
    assert lacking(finding) == [("capacities", ("p",))]
    assert "Somebody sits on P as an executive member, and may be there for one of the partners." in finding.message


@pytest.mark.parametrize(
    ("who", "expected"),
    [("registered_nurse", "capacities"), ("nhs_trust", "partners"), ("superintendent", "capacities")],
)
def test_what_is_open_is_asked_first(who: str, expected: str) -> None:
    (finding,) = findings("LAW110", LISTED + seats("local_authority", "chief_officer_of_police", who))
    assert lacking(finding) == [(expected, ("p",))]
    assert ("does not know: “superintendent”." in finding.message) == (who == "superintendent")


def test_an_incomplete_list_is_asked_for_first() -> None:
    (finding,) = findings("LAW110", LISTED.replace("complete", "partial") + seats("local_authority"))
    assert lacking(finding) == [("members", ("p",))]


def test_it_is_asked_of_such_partnerships_from_29_june_2018() -> None:
    why = why_not_asked("LAW110", "p: partnership\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a safeguarding partnership."
    assert found("LAW110", LISTED, as_of="2018-06-29") == SILENT
    assert found("LAW110", LISTED, as_of="2018-06-28") == []
    why = why_not_asked("LAW110", f"structure: as_of 2018-06-28\n{LISTED}") or ""
    assert why.endswith(" applies only from 29 June 2018.")


def test_it_is_asked_in_england_alone() -> None:
    assert found("LAW110", LISTED, nation="wales") == []
    why = why_not_asked("LAW110", LISTED, nation="wales") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW110", LISTED, nation=None)
    assert lacking(finding) == [("nation", ("p",)), ("partners", ("p",))]
