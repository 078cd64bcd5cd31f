"""LAW117: church representatives on a scrutiny committee on education."""

import pytest

from govgraph.findings import Finding
from helpers import findings, found, why_not_asked

COVERS = "c: committee, statutory overview_and_scrutiny_committee, covers education"
LISTED = f"{COVERS}, membership complete\nsomebody -- sits_on[as councillor] --> c\n"
CHURCH = "somebody -- sits_on[as church_representative] --> c\n"
NOT_STATED = LISTED
SILENT = [((), None, "not_stated")]


def lacks(finding: Finding) -> dict[str, tuple[str, ...]]:
    return {lack.aspect.value: lack.about.ids for lack in finding.lacks}


@pytest.mark.parametrize(("number", "expected"), [(0, SILENT), (1, SILENT), (2, []), (3, [])])
def test_it_is_always_a_question_which_church_schools_there_are(number: int, expected: list[object]) -> None:
    assert found("LAW117", LISTED + CHURCH * number) == expected
    assert found("LAW117", LISTED + CHURCH.replace("]", ", vacant]") * number) == expected
    assert found("LAW117", LISTED + (CHURCH.replace("]", f", count {number}]") if number else "")) == expected


def test_several_committees_are_one_question() -> None:
    other = "d: committee, statutory overview_and_scrutiny_committee, covers education\nsomebody -- sits_on --> d"
    (finding,) = findings("LAW117", LISTED + other)
    assert (finding.affects, finding.severity) == (("c", "d"), "warning")
    assert lacks(finding) == {"church_schools": ("c", "d"), "members": ("d",), "capacities": ("d",)}
    assert finding.message.startswith(
        "C and D deal with education. On scrutiny committees for education, the law asks for a representative of each "
        "church whose schools the council maintains. The file does not say whether the council of C and D maintains "
        "Church of England or Roman Catholic schools. "
    )


def test_it_is_asked_of_committees_that_are_said_to_deal_with_education() -> None:
    assert why_not_asked("LAW117", LISTED.replace(", covers education", "")) == (
        "No overview and scrutiny committee in place is listed as one that deals with education."
    )
    why = why_not_asked("LAW117", "c: committee, covers education\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as an overview and scrutiny committee."
    assert found("LAW117", LISTED, as_of="2012-05-04") == SILENT
    assert found("LAW117", LISTED, as_of="2012-05-03") == []


@pytest.mark.parametrize("nation", ["wales", "scotland"])
def test_it_is_the_law_of_england(nation: str) -> None:
    assert found("LAW117", LISTED, nation=nation) == []
    assert "applies only in England" in (why_not_asked("LAW117", LISTED, nation=nation) or "")


def test_where_no_nation_is_named_the_nation_comes_first() -> None:
    (finding,) = findings("LAW117", LISTED, nation=None)
    assert list(lacks(finding)) == ["nation", "church_schools"]


@pytest.mark.parametrize(
    ("churches", "seats", "expected"),
    [
        ("church_schools neither", 0, []),
        ("church_schools church_of_england", 1, []),
        ("church_schools church_of_england", 0, ["C has no seat for the church"]),
        ("church_schools church_of_england, church_schools roman_catholic", 1, ["C has no seat for each of the two"]),
    ],
)
def test_where_the_file_says_of_which_churches_there_are_schools_it_is_a_fact(
    churches: str, seats: int, expected: list[str]
) -> None:
    seat = "somebody -- sits_on[as church_representative, voting] --> c\n"
    found_ = findings("LAW117", f"structure: {churches}\n" + LISTED + seat * seats)
    assert [one.certainty.value for one in found_] == ["stated"] * len(expected)
    for one, words in zip(found_, expected, strict=True):
        assert words.replace("C has", "but C has") in one.message
