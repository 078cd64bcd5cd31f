"""DAT101: one note for each body without a source."""

from helpers import bodies, findings

NEVER_SILENT = "That a file gives no source for a body is a fact of the file itself."


def test_each_body_without_a_source_is_told_once() -> None:
    arrows = "a -- reports_to --> b\nforum -- sits_on[parent-carers] --> a"
    assert bodies("DAT101", arrows) == [("a",), ("b",), ("forum",)]
    assert {one.severity for one in findings("DAT101", arrows)} == {"note"}
    assert findings("DAT101", arrows)[0].message == "The file gives no source for A."


def test_a_source_of_its_own_or_of_the_file_is_enough() -> None:
    assert bodies("DAT101", "sources: minutes\na: board, source minutes\na -- reports_to --> b") == [("b",)]
    assert bodies("DAT101", "sources: minutes\nstructure: source minutes\na -- reports_to --> b") == []


def test_a_body_that_is_not_there_is_not_told() -> None:
    assert bodies("DAT101", "a: board, until 2019\nb: board") == [("b",)]
