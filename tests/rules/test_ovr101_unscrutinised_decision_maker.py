"""OVR101: who decides and is scrutinised by nobody."""

from helpers import findings, found, why_not_asked

NOT_STATED = "board: board, decides"


def test_a_decider_without_scrutiny() -> None:
    assert found("OVR101", "a: board, decides") == [(("a",), None, "not_stated")]
    assert found("OVR101", "a: board, decides, lines complete") == [(("a",), None, "stated")]


def lacks_and_message(arrows: str) -> tuple[list[tuple[str, tuple[str, ...]]], str]:
    (finding,) = findings("OVR101", arrows)
    return [(lack.aspect, lack.about.ids) for lack in finding.lacks], finding.message


def test_it_says_what_the_file_states_and_what_it_lacks() -> None:
    remit, scrutinisers = ("remit", ("a",)), ("scrutinisers", ("a",))
    silent_on_scrutiny = "The file does not say who scrutinises A."
    assert lacks_and_message("a: board, decides") == ([scrutinisers], f"A makes decisions. {silent_on_scrutiny}")
    assert lacks_and_message("a: board, decides, lines complete") == (
        [],
        "A makes decisions, and nobody scrutinises it.",
    )
    lacks, message = lacks_and_message("a: board")
    assert lacks == [remit, scrutinisers]
    assert message.startswith("The file does not say what ")
    assert message.endswith(silent_on_scrutiny)
    lacks, message = lacks_and_message("a: board, lines complete")
    assert lacks == [remit]
    assert message.startswith("Nobody scrutinises A. The file does not say what ")


def test_where_nobody_scrutinises_it_says_whom_to_ask() -> None:
    (finding,) = findings("OVR101", "a: board, decides, lines complete")
    assert finding.fix == "Ask a scrutiny committee of the council to take A into its work programme."
    (finding,) = findings("OVR101", "a: board, decides")
    assert finding.fix == "Find out who scrutinises A, and record it."


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
    assert why_not_asked("OVR101", "a: board, monitors") == "No board, committee or group in the file makes decisions."


def test_oversight_and_scrutiny_kept_aside_are_named() -> None:
    arrows = (
        "a: board, decides\na -- overseen_by --> o\no: reviewer\na -- scrutinised_by[until 2019] --> s\ns: reviewer"
    )
    (finding,) = findings("OVR101", arrows)
    assert finding.message == (
        "A makes decisions. O oversees A, but oversight is not scrutiny. The file says that A is scrutinised by S, but "
        "that has ended. The file does not say who scrutinises A."
    )
    (finding,) = findings("OVR101", "a: board, decides\na -- scrutinised_by --> s\ns: reviewer, until 2019")
    assert "The file says that A is scrutinised by S, but S has ended." in finding.message
