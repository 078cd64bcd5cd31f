"""LAW115: how many parent governors sit on a scrutiny committee on education."""

import pytest

from govgraph.findings import Finding
from helpers import findings, found, why_not_asked

COVERS = "c: committee, statutory overview_and_scrutiny_committee, covers education"
LISTED = f"{COVERS}, membership complete\nsomebody -- sits_on[as councillor] --> c\n"
PARTIAL = LISTED.replace(", membership complete", "")
GOVERNOR = "somebody -- sits_on[as parent_governor] --> c\n"
NOT_STATED = PARTIAL + GOVERNOR
STATED, SILENT = [(("c",), None, "stated")], [(("c",), None, "not_stated")]


def lacks(finding: Finding) -> dict[str, tuple[str, ...]]:
    return {lack.aspect.value: lack.about.ids for lack in finding.lacks}


@pytest.mark.parametrize(("number", "expected"), [(0, STATED), (1, STATED), (2, []), (5, []), (6, STATED)])
def test_there_are_two_to_five(number: int, expected: list[object]) -> None:
    assert found("LAW115", LISTED + GOVERNOR * number) == expected
    counted = GOVERNOR.replace("governor", f"governor, count {number}") if number else ""
    assert found("LAW115", LISTED + counted) == expected


def test_what_is_said_of_too_few_and_too_many() -> None:
    (finding,) = findings("LAW115", LISTED)
    assert finding.message == "C has no seat for parent governors. The law asks for two to five."
    assert finding.fix == (
        "Ask the council to hold an election of parent governors for C. If it already has such seats, record that."
    )
    assert finding.severity == "error"
    (finding,) = findings("LAW115", LISTED + GOVERNOR)
    assert finding.message == "C has one seat for parent governors. The law asks for two to five."
    (finding,) = findings("LAW115", LISTED + GOVERNOR * 6)
    assert finding.message == "C has six seats for parent governors. The law asks for two to five."
    assert finding.fix == "Ask the council to bring the number of parent governors on C down to five."


def test_a_vacant_seat_counts_for_there_are_six_months_to_fill_it() -> None:
    assert found("LAW115", LISTED + GOVERNOR + GOVERNOR.replace("]", ", vacant]")) == []
    assert found("LAW115", LISTED + GOVERNOR.replace("]", ", vacant]")) == STATED


def test_a_seat_that_has_ended_is_gone_and_who_attends_has_none() -> None:
    assert found("LAW115", LISTED + GOVERNOR + GOVERNOR.replace("]", ", until 2019]")) == STATED
    assert found("LAW115", LISTED + GOVERNOR + GOVERNOR.replace("sits_on", "attends")) == STATED


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        (PARTIAL, ["members"]),
        (PARTIAL + GOVERNOR, ["members"]),
        (LISTED + GOVERNOR + "somebody -- sits_on --> c", ["capacities"]),
        (LISTED + GOVERNOR + "somebody -- sits_on[as parent_carer] --> c", ["capacities"]),
        (LISTED + GOVERNOR.replace("]", ", several]"), ["seat_numbers"]),
    ],
)
def test_what_the_file_leaves_open(arrows: str, expected: list[str]) -> None:
    (finding,) = findings("LAW115", arrows)
    assert finding.certainty == "not_stated"
    assert lacks(finding) == dict.fromkeys(expected, ("c",))
    assert finding.message.startswith(
        "C deals with education, so the law asks for two to five parent governors there. "
    )


def test_six_are_too_many_however_much_is_listed() -> None:
    assert found("LAW115", PARTIAL + GOVERNOR * 6) == STATED


def test_committees_that_do_not_say_what_they_deal_with_are_one_question() -> None:
    open_ones = LISTED.replace(", covers education", "") + "d: committee, statutory overview_and_scrutiny_committee\n"
    (finding,) = findings("LAW115", open_ones)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("c", "d"), "not_stated")
    assert lacks(finding) == {"covers": ("c", "d")}
    assert finding.message == (
        "If C and D deal with education, the law asks for two to five parent governors there. The file does not say "
        "whether C and D deal with education, health, or crime and disorder."
    )
    (finding,) = findings("LAW115", open_ones + GOVERNOR * 2)
    assert finding.affects == ("d",)


@pytest.mark.parametrize("covers", ["health", "crime_and_disorder", "other_matters"])
def test_committees_on_other_matters_need_none(covers: str) -> None:
    assert found("LAW115", LISTED.replace("covers education", f"covers {covers}")) == []
    assert found("LAW115", LISTED.replace("covers education", f"covers {covers}, covers education")) == STATED


def test_it_is_asked_of_scrutiny_committees_in_england_since_4_may_2012() -> None:
    why = why_not_asked("LAW115", "c: committee, covers education\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as an overview and scrutiny committee."
    assert found("LAW115", LISTED, as_of="2012-05-04") == STATED
    assert found("LAW115", LISTED, as_of="2012-05-03") == []
    for nation in ("wales", "scotland"):
        assert found("LAW115", LISTED, nation=nation) == []
        assert "applies only in England" in (why_not_asked("LAW115", LISTED, nation=nation) or "")


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    (finding,) = findings("LAW115", LISTED, nation=None)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert list(lacks(finding)) == ["nation"]
    (finding,) = findings("LAW115", LISTED.replace(", covers education", ""), nation=None)
    assert list(lacks(finding)) == ["nation", "covers"]


def test_several_seats_of_an_open_number_are_not_counted_as_one() -> None:
    text = "o: committee, statutory overview_and_scrutiny_committee, covers education, membership complete\n"
    (finding,) = findings("LAW115", text + "somebody -- sits_on[as parent_governor, several] --> o")
    assert finding.certainty == "not_stated"
    assert "one seat" not in finding.message


@pytest.mark.parametrize(
    ("council", "certainty"),
    [
        ("Arle District Council", "not_stated"),
        ("Arle Metropolitan District Council", "stated"),
        ("Arle County Council", "stated"),
    ],
)
def test_a_district_council_in_a_county_has_no_functions_for_education(council: str, certainty: str) -> None:
    text = "o: committee, statutory overview_and_scrutiny_committee, covers education, membership complete\n"
    text += f"c: organisation, name {council}\no -- part_of --> c\nsomebody -- sits_on[as councillor] --> o"
    (finding,) = findings("LAW115", text)
    assert finding.certainty == certainty
    assert ("By name, O may belong to a district council" in finding.message) is (certainty == "not_stated")
