"""LAW101: who must be on a Health and Wellbeing Board."""

import pytest

from govgraph.rules._statute import NO_FORM
from helpers import findings, found, lacking, why_not_asked

ALWAYS = (
    "director_of_adult_services",
    "director_of_childrens_services",
    "director_of_public_health",
    "local_healthwatch",
)
COMPLETE = "board: board, statutory health_and_wellbeing_board, membership complete\n"
NOT_STATED = "board: board, statutory health_and_wellbeing_board\nsomebody -- sits_on[as councillor] --> board"


def seats(*capacities: str) -> str:
    return "".join(f"somebody -- sits_on[as {one}] --> board\n" for one in capacities)


@pytest.mark.parametrize("missing", ALWAYS)
def test_each_member_is_asked_for(missing: str) -> None:
    there = [one for one in (*ALWAYS, "councillor", "clinical_commissioning_group") if one != missing]
    assert found("LAW101", COMPLETE + seats(*there)) == [(("board",), None, "stated")]
    assert found("LAW101", COMPLETE + seats(*there, missing)) == []


@pytest.mark.parametrize("member", ["councillor", "executive_member", "executive_leader", "elected_mayor"])
def test_whoever_is_a_member_of_the_council_is_its_councillor(member: str) -> None:
    assert found("LAW101", COMPLETE + seats(*ALWAYS, "clinical_commissioning_group", member)) == []


@pytest.mark.parametrize(
    ("day", "commissioner", "other"),
    [
        ("2022-06-30", "clinical_commissioning_group", "integrated_care_board"),
        ("2022-07-01", "integrated_care_board", "clinical_commissioning_group"),
    ],
)
def test_the_commissioner_of_the_day(day: str, commissioner: str, other: str) -> None:
    assert found("LAW101", COMPLETE + seats(*ALWAYS, "councillor", commissioner), as_of=day) == []
    assert found("LAW101", COMPLETE + seats(*ALWAYS, "councillor", other), as_of=day) == [(("board",), None, "stated")]


def test_all_that_are_missing_are_named_in_one_finding() -> None:
    (finding,) = findings("LAW101", COMPLETE + seats("councillor", *ALWAYS[:2], "clinical_commissioning_group"))
    assert finding.message == (
        "The Board does not have a director of public health or a representative of Local Healthwatch, which the law "
        "asks for."
    )
    assert finding.fix == (
        "Ask the council to bring a director of public health and a representative of Local Healthwatch onto the "
        "Board. If the file leaves somebody out, record them."
    )
    (finding,) = findings("LAW101", COMPLETE)
    assert finding.message == (
        "The Board does not have a councillor of the authority or a director of adult social services, which the law "
        "asks for. Nor does it have a director of children's services, a director of public health or a representative "
        "of Local Healthwatch. Nor does it have a representative of the Clinical Commissioning Group."
    )
    assert len(finding.parts) == 6
    assert finding.parts[0] == "a councillor of the authority (or its mayor or leader)"


def test_a_vacant_seat_is_provided_for_and_who_only_attends_is_no_member() -> None:
    rest = COMPLETE + seats("councillor", *ALWAYS[:3], "clinical_commissioning_group")
    assert found("LAW101", rest + "somebody -- sits_on[as local_healthwatch, vacant] --> board") == []
    attends = rest + "somebody -- attends[as local_healthwatch] --> board"
    assert found("LAW101", attends) == [(("board",), None, "stated")]


@pytest.mark.parametrize("seat", ["somebody -- sits_on --> board", "somebody -- sits_on[as the health lead] --> board"])
def test_a_seat_whose_capacity_is_open_may_be_anybodys(seat: str) -> None:
    rest = COMPLETE + seats("councillor", *ALWAYS[:3], "clinical_commissioning_group")
    assert found("LAW101", rest + seat) == [(("board",), None, "not_stated")]


@pytest.mark.parametrize(
    ("listed", "more", "expected"),
    [
        ("complete", "somebody -- sits_on --> board", ["capacities"]),
        ("complete", seats("officer"), ["capacities"]),
        ("partial", "", ["members"]),
        ("partial", seats("officer"), ["members", "capacities"]),
        ("partial", seats("a doctor"), ["members", "capacities"]),
    ],
)
def test_what_the_file_leaves_open(listed: str, more: str, expected: list[str]) -> None:
    there = seats("councillor", *ALWAYS[:2], "local_healthwatch", "clinical_commissioning_group")
    (finding,) = findings("LAW101", COMPLETE.replace("complete", listed) + there + more)
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [(one, ("board",)) for one in expected]
    assert finding.message.startswith("The Board needs a director of public health by law. ")
    assert finding.fix.startswith("Find out ")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            ["as officer"],
            "Somebody sits on the Board as an officer, and may be one of the members whom the law asks for.",
        ),
        (
            ["as local healthwatch lead"],
            "One seat on the Board has a capacity that govgraph does not know: “local healthwatch lead” (write “local "
            "healthwatch”).",
        ),
        (
            ["as local healthwatch lead", "as medical director", "as medical director", "member"],
            "Three seats on the Board have a capacity that govgraph does not know: “local healthwatch lead” (write "
            "“local healthwatch”) and “medical director”.",
        ),
        (
            [f"as medic {number}" for number in range(1, 8)],
            "Seven seats on the Board have a capacity that govgraph does not know: “medic 1”, “medic 2”, “medic 3”, "
            "“medic 4”, “medic 5” and 2 more.",
        ),
    ],
)
def test_what_a_seat_says_of_its_capacity(more: list[str], said: str) -> None:
    rest = COMPLETE + seats("councillor", *ALWAYS[:2], "local_healthwatch", "clinical_commissioning_group")
    rest += "".join(f"somebody -- sits_on[{one}] --> board\n" for one in more)
    (finding,) = findings("LAW101", rest)
    assert finding.message == (
        f"The Board needs a director of public health by law. {said} The file does not say in which capacity each "
        "member of the Board sits."
    )


def test_a_board_that_does_not_say_what_it_is_in_law_is_not_asked_about() -> None:
    assert why_not_asked("LAW101", "board: board") == NO_FORM
    why = why_not_asked("LAW101", "board: board, statutory schools_forum")
    assert why == "No body in place is listed as a Health and Wellbeing Board."


@pytest.mark.parametrize("wider", ["officer", "local_authority"])
def test_who_is_told_of_in_wider_words_may_be_the_one_who_is_missing(wider: str) -> None:
    rest = COMPLETE + seats("councillor", *ALWAYS[:2], "local_healthwatch", "clinical_commissioning_group")
    assert found("LAW101", rest) == [(("board",), None, "stated")]
    assert found("LAW101", rest + seats(wider)) == [(("board",), None, "not_stated")]


def test_it_is_asked_from_1_april_2013_when_councils_had_to_have_such_boards() -> None:
    board = COMPLETE + seats("councillor")
    assert found("LAW101", board, as_of="2013-04-01") == [(("board",), None, "stated")]
    assert found("LAW101", board, as_of="2013-03-31") == []
    why = why_not_asked("LAW101", f"structure: as_of 2013-03-31\n{board}") or ""
    assert why.endswith(" applies only from 1 April 2013.")


COUNCIL = {"officer", "local_authority"}
NHS = {
    "chief_executive",
    "accountable_officer",
    "chief_finance_officer",
    "registered_nurse",
    "secondary_care_specialist",
    "non_executive_member",
    "lay_member",
    "primary_care",
    "send_lead",
}


@pytest.mark.parametrize("wider", sorted(COUNCIL | NHS | {"voluntary_sector", "parent_carer"}))
@pytest.mark.parametrize(
    ("missing", "day", "may_be"),
    [
        ("councillor", "2022-06-30", {"local_authority"}),
        ("director_of_adult_services", "2022-06-30", COUNCIL),
        ("director_of_childrens_services", "2022-06-30", COUNCIL),
        ("director_of_public_health", "2022-06-30", COUNCIL),
        ("local_healthwatch", "2022-06-30", {"voluntary_sector"}),
        ("clinical_commissioning_group", "2022-06-30", NHS),
        ("integrated_care_board", "2022-07-01", NHS),
    ],
)
def test_it_is_no_fact_that_one_is_missing_only_where_somebody_may_be_that_one(
    missing: str, day: str, may_be: set[str], wider: str
) -> None:
    all_of_them = {*ALWAYS, "councillor", "clinical_commissioning_group", "integrated_care_board"}
    there = seats(*sorted(all_of_them - {missing}), wider)
    certainty = "not_stated" if wider in may_be else "stated"
    assert found("LAW101", COMPLETE + there, as_of=day) == [(("board",), None, certainty)]


def test_it_is_the_law_of_england() -> None:
    board = COMPLETE + seats("councillor", *ALWAYS, "officer")
    assert found("LAW101", COMPLETE + seats("councillor"), nation="england") == [(("board",), None, "stated")]
    assert found("LAW101", board, nation="wales") == []
    why = why_not_asked("LAW101", board, nation="wales")
    assert why == (
        "Health and Social Care Act 2012, section 194(2) and (4) to (6), applies only in England, where the file has "
        "no such body."
    )


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    (finding,) = findings("LAW101", COMPLETE + seats("councillor"), nation=None)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert [lack.aspect for lack in finding.lacks] == ["nation"]
    assert "This applies in England only." in finding.message


@pytest.mark.parametrize(
    ("form", "day", "is_there"),
    [
        ("integrated_care_board", "2026-01-01", True),
        ("integrated_care_board", "2022-06-30", False),
        ("ccg_governing_body", "2022-06-30", True),
        ("nhs_trust_board", "2026-01-01", False),
    ],
)
def test_the_commissioner_itself_may_hold_the_seat(form: str, day: str, is_there: bool) -> None:
    text = f"structure: as_of {day}\nb: board, statutory health_and_wellbeing_board\n"
    text += f"n: board, statutory {form}\nn -- sits_on --> b"
    (finding,) = [each for each in findings("LAW101", text) if each.bodies == ("b",)]
    assert (
        any("Integrated Care Board" in part or "Commissioning Group" in part for part in finding.parts) is not is_there
    )


def test_a_body_that_sends_somebody_in_another_capacity_is_not_represented_by_it() -> None:
    text = "structure: as_of 2026-01-01\nb: board, statutory health_and_wellbeing_board\n"
    text += "n: board, statutory integrated_care_board\nn -- sits_on[as local_healthwatch] --> b"
    (finding,) = findings("LAW101", text)
    assert "a representative of the Integrated Care Board" in finding.parts


@pytest.mark.parametrize(
    "text", ["Trust Chief Executive", "Deputy Director of Public Health", "Academy representative"]
)
def test_no_capacity_is_suggested_that_means_somebody_else(text: str) -> None:
    (finding,) = findings(
        "LAW101", f"b: board, statutory health_and_wellbeing_board\nsomebody -- sits_on[as {text}] --> b"
    )
    assert f"“{text}”." in finding.message
    assert "(write" not in finding.message


def test_a_member_whose_term_is_over_may_have_been_renewed() -> None:
    seats = "".join(
        f"somebody -- sits_on[as {capacity}{until}] --> hwb\n"
        for capacity, until in (
            ("councillor", ""),
            ("director_of_adult_services", ""),
            ("director_of_childrens_services", ""),
            ("director_of_public_health", ", until 2019-12-31"),
            ("local_healthwatch", ""),
            ("clinical_commissioning_group", ""),
        )
    )
    board = "hwb: board, statutory health_and_wellbeing_board, membership complete\n"
    (finding,) = findings("LAW101", board + seats)
    assert lacking(finding) == [("renewal", ("hwb",))]
    assert finding.message == (
        "Hwb needs a director of public health by law. The file does not say whether the seats on Hwb that are past "
        "their last day were renewed."
    )
    other = board + seats.replace("as director_of_public_health, until", "as councillor, until")
    (finding,) = findings("LAW101", other)
    assert finding.certainty == "stated"
