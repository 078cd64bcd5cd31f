"""LAW119: two thirds of a schools forum are there for schools and Academies, and somebody for Academies."""

import pytest

from helpers import findings, found, lacking, why_not_asked

LISTED = "f: board, statutory schools_forum, membership complete\n"
STATED = [(("f",), None, "stated")]
SILENT = [(("f",), None, "not_stated")]


def seats(**numbers: int) -> str:
    return "".join(f"somebody -- sits_on[as {one}, count {number}] --> f\n" for one, number in numbers.items())


ENOUGH = seats(schools_member=3, academies_member=1, early_years_provider=2)
FEW = seats(schools_member=2, academies_member=1, early_years_provider=2)
NOT_STATED = LISTED.replace("complete", "partial") + ENOUGH


def test_two_thirds_are_enough_and_less_is_too_little() -> None:
    assert found("LAW119", LISTED + ENOUGH) == []
    (finding,) = findings("LAW119", LISTED + FEW)
    assert (finding.certainty, finding.severity) == ("stated", "error")
    assert finding.message == (
        "F does not have two thirds of its seats for schools and Academies, which the law asks for. Schools members "
        "and Academies members have three of five seats."
    )
    assert finding.fix == (
        "Ask the council to see that F has two thirds of its seats for schools and Academies. If the file "
        "leaves somebody out, record them."
    )


def test_somebody_is_there_for_academies() -> None:
    (finding,) = findings("LAW119", LISTED + seats(schools_member=4, early_years_provider=2))
    assert finding.message == "F does not have an Academies member, which the law asks for."
    (finding,) = findings("LAW119", LISTED + seats(schools_member=1, early_years_provider=2))
    assert finding.message == (
        "F does not have an Academies member or two thirds of its seats for schools and Academies, which the law asks "
        "for. Schools members and Academies members have one of three seats."
    )


@pytest.mark.parametrize(
    ("rest", "vacant", "expected"),
    [
        # Of all places three of six, of those that are filled three of four; and so on.
        (seats(schools_member=2, academies_member=1, early_years_provider=1), "early_years_provider", SILENT),
        (seats(schools_member=2, academies_member=1, early_years_provider=1), "schools_member", []),
        (seats(schools_member=1, academies_member=1, early_years_provider=2), "schools_member", SILENT),
        (seats(schools_member=1, academies_member=1, early_years_provider=2), "early_years_provider", STATED),
    ],
)
def test_where_it_depends_on_vacant_places_it_is_a_question(rest: str, vacant: str, expected: list[object]) -> None:
    arrows = LISTED + rest + f"somebody -- sits_on[as {vacant}, vacant, count 2] --> f"
    assert found("LAW119", arrows) == expected
    if expected == SILENT:
        (finding,) = findings("LAW119", arrows)
        assert lacking(finding) == [("vacant_places", ("f",))]
        assert finding.message.startswith("F needs two thirds of its seats for schools and Academies by law. ")


@pytest.mark.parametrize(
    ("seat", "aspect"),
    [
        ("sits_on", "capacities"),
        ("sits_on[as head teacher of a school]", "capacities"),
        ("sits_on[as parent_governor]", "capacities"),
        ("sits_on[as schools_member, several]", "seat_numbers"),
    ],
)
def test_seats_that_may_be_theirs_are_a_question(seat: str, aspect: str) -> None:
    arrows = LISTED + FEW + f"somebody -- {seat} --> f"
    (finding,) = findings("LAW119", arrows)
    assert lacking(finding) == [(aspect, ("f",))]


def test_seats_that_may_be_theirs_do_not_help_where_even_they_are_too_few() -> None:
    few = seats(schools_member=1, academies_member=1, early_years_provider=4)
    assert found("LAW119", LISTED + few + "somebody -- sits_on --> f") == STATED


def test_a_governor_may_be_there_for_an_academy() -> None:
    arrows = LISTED + seats(schools_member=4, early_years_provider=2)
    assert found("LAW119", arrows + seats(parent_governor=1)) == SILENT


def test_an_incomplete_list_proves_nothing() -> None:
    (finding,) = findings("LAW119", NOT_STATED)
    assert lacking(finding) == [("members", ("f",))]
    assert found("LAW119", LISTED.replace("complete", "partial") + FEW) == SILENT


def test_a_holder_that_stands_for_several_leaves_the_number_open() -> None:
    heads = "heads: organisation, several\nheads -- sits_on[as schools_member] --> f\n"
    (finding,) = findings("LAW119", LISTED + FEW + heads)
    assert lacking(finding) == [("members", ("f",))]


def test_it_is_asked_of_schools_forums_in_england() -> None:
    why = why_not_asked("LAW119", "f: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a schools forum."
    assert found("LAW119", LISTED + FEW, nation="wales") == []
    why = why_not_asked("LAW119", LISTED + FEW, nation="wales") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW119", LISTED + FEW, nation=None)
    assert (finding.certainty, finding.severity, lacking(finding)) == ("not_stated", "warning", [("nation", ("f",))])
