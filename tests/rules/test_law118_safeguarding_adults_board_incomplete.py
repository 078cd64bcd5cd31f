"""LAW118: who is on a Safeguarding Adults Board by law."""

import pytest

from helpers import findings, found, lacking, why_not_asked

LISTED = "sab: board, statutory safeguarding_adults_board, membership complete\n"
CHAIR = "somebody -- sits_on[as independent_person, chair] --> sab\n"
ALL = ("local_authority", "clinical_commissioning_group", "chief_officer_of_police")
WORDS = dict(zip(ALL, ("the council", "the Clinical Commissioning Group", "the police"), strict=True))
STATED = [(("sab",), None, "stated")]
SILENT = [(("sab",), None, "not_stated")]
NOT_STATED = LISTED.replace("complete", "partial") + CHAIR


def seats(*capacities: str) -> str:
    return "".join(f"somebody -- sits_on[as {one}] --> sab\n" for one in capacities)


@pytest.mark.parametrize("missing", ALL)
def test_each_member_is_asked_for(missing: str) -> None:
    there = seats(*(one for one in ALL if one != missing))
    assert found("LAW118", LISTED + CHAIR + there + seats(missing)) == []
    (finding,) = findings("LAW118", LISTED + CHAIR + there)
    assert (finding.certainty, finding.severity) == ("stated", "error")
    assert finding.message == f"Sab does not have a representative of {WORDS[missing]}, which the law asks for."
    assert finding.fix == (
        f"Ask the council to see that Sab has a representative of {WORDS[missing]}. If the file leaves somebody out, "
        "record them."
    )
    assert found("LAW118", LISTED.replace("complete", "partial") + CHAIR + there) == SILENT
    assert found("LAW118", LISTED + CHAIR + there + seats(missing).replace("sits_on", "attends")) == STATED
    assert found("LAW118", LISTED + CHAIR + there + seats(f"{missing}, vacant")) == []


@pytest.mark.parametrize(("day", "health"), [("2022-06-30", ALL[1]), ("2022-07-01", "integrated_care_board")])
def test_the_health_service_of_the_day(day: str, health: str) -> None:
    rest = LISTED + CHAIR + seats("local_authority", "chief_officer_of_police")
    assert found("LAW118", rest + seats(health), as_of=day) == []
    assert found("LAW118", rest, as_of=day) == STATED


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("director_of_adult_services", []),
        ("director_of_childrens_services", SILENT),
        ("councillor", SILENT),
        ("head of adult safeguarding", SILENT),
        ("registered_nurse", STATED),
    ],
)
def test_who_represents_the_council(who: str, expected: list[object]) -> None:
    assert found("LAW118", LISTED + CHAIR + seats(*ALL[1:], who)) == expected


def test_a_body_of_the_form_holds_its_seat() -> None:
    rest = LISTED + CHAIR + seats("local_authority", "chief_officer_of_police")
    icb = "icb: board, statutory integrated_care_board\nicb -- sits_on --> sab"
    assert found("LAW118", rest + icb, as_of="2023-09-01") == []


def test_a_chair_is_asked_for_where_all_roles_are_written() -> None:
    vice = "somebody -- sits_on[as lay_member, vice_chair] --> sab\n"
    (finding,) = findings("LAW118", LISTED + seats(*(f"{one}, member" for one in ALL)) + vice)
    assert (finding.certainty, finding.message) == ("stated", "Sab does not have a chair, which the law asks for.")
    for blank in (seats(*ALL), seats(*ALL) + vice, seats(*(f"{one}, member" for one in ALL[1:]), ALL[0]) + vice):
        (finding,) = findings("LAW118", LISTED + blank)
        assert (finding.certainty, lacking(finding)) == ("not_stated", [("chair", ("sab",))])
    assert found("LAW118", LISTED + seats(*ALL) + CHAIR.replace("chair]", "chair, vacant]")) == []


def test_it_is_asked_of_such_boards_from_1_april_2015() -> None:
    why = why_not_asked("LAW118", "sab: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a Safeguarding Adults Board."
    assert found("LAW118", LISTED + CHAIR, as_of="2015-04-01") == STATED
    assert found("LAW118", LISTED + CHAIR, as_of="2015-03-31") == []


def test_it_is_asked_in_england_alone() -> None:
    assert found("LAW118", LISTED + CHAIR, nation="wales") == []
    why = why_not_asked("LAW118", LISTED, nation="wales") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW118", LISTED + CHAIR, nation=None)
    assert (finding.certainty, finding.severity, lacking(finding)) == ("not_stated", "warning", [("nation", ("sab",))])
