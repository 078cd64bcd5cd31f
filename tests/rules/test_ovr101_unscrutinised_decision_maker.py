"""OVR101: who decides and is scrutinised by nobody."""

from helpers import findings, found, why_not_asked

NOT_STATED = "board: board, decides"


def test_a_decider_without_scrutiny() -> None:
    assert found("OVR101", "a: board, decides") == [(("a",), None, "not_stated")]
    assert found("OVR101", "a: board, decides, lines complete") == [(("a",), None, "stated")]


def test_scrutiny_ends_it() -> None:
    assert found("OVR101", "a: board, decides\na -- scrutinised_by --> s\ns: committee, scrutinises") == []


def test_scrutiny_by_a_reviewer_counts_and_by_itself_does_not() -> None:
    assert found("OVR101", "a: board, decides\na -- scrutinised_by --> ofsted\nofsted: reviewer") == []
    assert found("OVR101", "a: board, decides\na -- scrutinised_by --> a") == [(("a",), None, "not_stated")]


def test_left_out_activities_are_asked_and_not_stated() -> None:
    assert found("OVR101", "a: board, lines complete") == [(("a",), None, "not_stated")]


def test_who_does_something_else_is_not_asked() -> None:
    assert found("OVR101", "a: board, monitors") == []
    assert found("OVR101", "a: organisation, decides\nb: board, decides") == [(("b",), None, "not_stated")]
    assert why_not_asked("OVR101", "a: board, monitors") == "No governance body in force decides."


def test_oversight_and_scrutiny_kept_aside_are_named() -> None:
    arrows = (
        "a: board, decides\na -- overseen_by --> o\no: reviewer\na -- scrutinised_by[until 2019] --> s\ns: reviewer"
    )
    (finding,) = findings("OVR101", arrows)
    assert "O oversees it, which is not scrutiny." in finding.message
    assert "It is stated that A is scrutinised by S, but that has ended." in finding.message
