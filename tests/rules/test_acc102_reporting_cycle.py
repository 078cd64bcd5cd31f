"""ACC102: one finding for each set of bodies that answer to one another."""

from helpers import bodies, findings, why_not_asked

NEVER_SILENT = "A ring is made of lines, and each of them is stated."


def test_a_ring_of_three_is_one_finding_with_the_way_around() -> None:
    (finding,) = findings("ACC102", "a -- reports_to --> b\nb -- part_of --> c\nc -- reports_to --> a")
    assert finding.bodies == ("a", "b", "c")
    assert [(step.start, step.end) for step in finding.witness] == [("a", "b"), ("b", "c"), ("c", "a")]
    assert finding.message == (
        "A, B and C answer to one another in a ring. A reports to B. B is part of C. C reports to A."
    )


def test_a_body_that_reports_to_itself_is_one() -> None:
    assert bodies("ACC102", "a -- reports_to --> a\nb -- reports_to --> a") == [("a",)]


def test_two_rings_are_two_findings() -> None:
    arrows = "a -- reports_to --> b\nb -- reports_to --> a\nc -- reports_to --> d\nd -- reports_to --> c"
    assert bodies("ACC102", arrows + "\nb -- reports_to --> c") == [("a", "b"), ("c", "d")]


def test_two_rings_that_share_a_body_are_one_set() -> None:
    arrows = "a -- reports_to --> b\nb -- reports_to --> a\nb -- reports_to --> c\nc -- reports_to --> b"
    assert bodies("ACC102", arrows) == [("a", "b", "c")]


def test_scrutiny_and_advice_close_no_ring() -> None:
    assert bodies("ACC102", "a -- reports_to --> b\nb -- scrutinised_by --> a\nb -- advises --> a") == []


def test_a_line_that_has_ended_closes_no_ring() -> None:
    assert bodies("ACC102", "a -- reports_to --> b\nb -- reports_to[until 2019] --> a") == []


def test_organisations_in_a_ring_are_told_too() -> None:
    assert bodies("ACC102", "a: organisation\nb: forum\na -- part_of --> b\nb -- part_of --> a") == [("a", "b")]


def test_without_any_line_it_cannot_be_asked() -> None:
    assert why_not_asked("ACC102", "a -- advises --> b") == "The file shows no line of accountability."


def ring(size: int) -> str:
    return "".join(f"b{number} -- reports_to --> b{(number + 1) % size}\n" for number in range(size))


def test_of_itself_and_of_a_ring_it_speaks_differently() -> None:
    (alone,) = findings("ACC102", ring(1))
    assert alone.message == "B0 answers to itself."
    assert alone.fix == "Ask those who set up B0 who should hold it to account."
    (many,) = findings("ACC102", ring(1) + "b0: board, several")
    assert many.message == "B0 answer to themselves."
    (two,) = findings("ACC102", ring(2))
    assert two.message == "B0 and B1 answer to one another in a ring. B0 reports to B1. B1 reports to B0."
    assert two.fix == (
        "Ask those who set up B0 and B1 which of them is above the others. That one should not answer to the others."
    )


def test_the_way_around_is_told_up_to_eight_steps() -> None:
    (eight,), (nine,) = findings("ACC102", ring(8)), findings("ACC102", ring(9))
    assert " in a ring. B0 reports to B1. B1 reports to B2. " in eight.message
    assert nine.message.endswith(" and B8 answer to one another in a ring.")
    assert len(nine.witness) == 9
