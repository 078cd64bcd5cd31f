"""ACC104: bodies more settled than every line they have."""

from helpers import bodies, findings, why_not_asked

NEVER_SILENT = "A status that is left out is that of the body or the file, so that each statement has one."


def test_a_body_in_place_on_a_proposed_line() -> None:
    assert bodies("ACC104", "a -- reports_to[proposed] --> b\nb -- accountable_to --> all") == [("a",)]


def test_a_proposed_body_on_a_proposed_line_is_clean() -> None:
    assert bodies("ACC104", "a: board, proposed\na -- reports_to --> b\nb -- accountable_to --> all") == []


def test_a_proposed_body_on_the_way_is_unsettled_ground() -> None:
    arrows = "a -- reports_to --> b\nb: board, proposed\nb -- reports_to --> c\nc -- accountable_to --> all"
    (finding,) = findings("ACC104", arrows)
    assert finding.bodies == ("a",)
    assert finding.message == (
        "A is in place, but every line that it has rests on something less settled. B is only proposed."
    )
    assert finding.fix == ("Ask those who set up A who should hold it to account in the meantime.")


def test_one_settled_line_is_enough() -> None:
    arrows = "a -- reports_to[proposed] --> b\na -- part_of --> c\nb -- accountable_to --> x\nc -- accountable_to --> y"
    assert bodies("ACC104", arrows) == []


def test_under_review_is_less_settled_than_in_place_and_agreed() -> None:
    for status, expected in (("in_place", [("a",)]), ("agreed", [("a",)]), ("under_review", []), ("proposed", [])):
        arrows = f"a: board, {status}\na -- reports_to[under_review] --> b\nb -- accountable_to --> all"
        assert bodies("ACC104", arrows) == expected


def test_agreed_is_settled_enough() -> None:
    assert bodies("ACC104", "a -- reports_to[agreed] --> b\nb -- accountable_to --> all") == []


def test_each_body_on_the_weak_line_is_told_of_itself() -> None:
    arrows = "a -- reports_to --> b\nb -- reports_to[proposed] --> c\nc -- accountable_to --> all"
    assert bodies("ACC104", arrows) == [("a",), ("b",)]
    (first, _) = findings("ACC104", arrows)
    assert first.message == (
        "A is in place, but every line that it has rests on something less settled. That B reports to C is only "
        "proposed."
    )


def test_it_says_what_is_under_review() -> None:
    (finding,) = findings(
        "ACC104", "a: board, agreed\na -- reports_to[under_review] --> b\nb -- accountable_to --> all"
    )
    assert finding.message == (
        "A is agreed, but every line that it has rests on something less settled. That A reports to B is under review."
    )


def test_accountability_outside_may_be_the_weak_thing() -> None:
    assert bodies("ACC104", "a -- accountable_to[proposed] --> all") == [("a",)]


def test_a_body_without_a_line_is_left_to_acc101() -> None:
    assert bodies("ACC104", "a -- reports_to[proposed] --> b") == []


def test_a_line_outside_the_view_is_not_there() -> None:
    assert bodies("ACC104", "a -- reports_to[proposed] --> b\nb -- accountable_to --> all", view="in_place") == []


def test_organisations_on_a_line_are_told_too() -> None:
    assert bodies("ACC104", "a: forum\na -- part_of[proposed] --> b\nb -- accountable_to --> all") == [("a",)]


def test_without_any_line_it_cannot_be_asked() -> None:
    assert why_not_asked("ACC104", "a: board") == "The file shows no line of accountability."
