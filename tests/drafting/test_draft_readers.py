"""Readers of documents that a person brings: off by default, and held to the words of the document."""

from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest

import govgraph as package
from govgraph.drafting import readers
from govgraph.drafting.passages import DocumentText

TEXT = "SEND Board\n\nThe Board keeps an eye on the waiting lists of the Trust.\n"
SAYS = "The Board keeps an eye on the waiting lists of the Trust."


def give(*rows: Mapping[str, Any]) -> Callable[[DocumentText], list[Mapping[str, Any]]]:
    return lambda _: list(rows)


MADE: dict[str, Any] = {}


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def entry_points(group: str) -> EntryPoints:
        assert group == readers.GROUP
        return EntryPoints(EntryPoint(name, f"{__name__}:MADE", group) for name in MADE)

    monkeypatch.setattr(readers, "entry_points", entry_points)
    monkeypatch.setattr(EntryPoint, "load", lambda entry: MADE[entry.name])
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return path


def own_rows(path: Path, *rows: Mapping[str, Any]) -> tuple[list[str | None], list[str]]:
    MADE.clear()
    MADE["mine"] = give(*rows)
    plain = {row.proposal for row in package.draft(path).draft}
    drafted = package.draft(path, readers=["mine"])
    return [row.proposal for row in drafted.draft if row.proposal not in plain], [str(one) for one in drafted.notices]


def test_a_row_whose_sentence_stands_in_the_document_is_proposed(document: Path) -> None:
    row = {"body": "Trust", "what": "is overseen by", "value": "SEND Board", "says": SAYS}
    assert own_rows(document, row) == (["Trust is overseen by the SEND Board."], [])


@pytest.mark.parametrize(
    "row",
    [
        {"body": "Trust", "what": "is overseen by", "value": "SEND Board", "says": "The Board oversees the Trust."},
        {"body": "Trust", "what": "is overseen by", "value": "SEND Board"},
        {"body": "SEND Board", "what": "has no seat for", "value": "Parents", "says": SAYS},
        {"body": "SEND Board", "what": "Membership", "value": "complete", "says": SAYS},
        {"body": "SEND Board", "colour": "blue", "says": SAYS},
        "a text",
    ],
)
def test_any_other_row_is_dropped_and_counted(document: Path, row: Any) -> None:
    found, notices = own_rows(document, row)
    assert found == []
    assert len(notices) == 1
    assert "1 row of the reader 'mine' on page.txt left out" in notices[0]


def test_a_reader_cannot_confirm(document: Path) -> None:
    row = {"body": "Trust", "what": "is a", "value": "organisation", "says": SAYS, "confirmed": "yes"}
    own_rows(document, row)
    assert all(row.confirmed is None for row in package.draft(document, readers=["mine"]).draft)


def test_a_reader_that_fails_or_is_not_there_is_named(document: Path) -> None:
    def fail(document: DocumentText) -> list[Mapping[str, Any]]:
        raise ZeroDivisionError("no model")

    MADE.clear()
    MADE["mine"] = fail
    with pytest.raises(
        package.InputError, match=r"The reader 'mine' failed on page\.txt \(ZeroDivisionError: no model"
    ):
        package.draft(document, readers=["mine"])
    with pytest.raises(package.InputError, match=r"There is no reader 'mime'\. Did you mean 'mine'\?"):
        package.draft(document, readers=["mime"])


def test_no_reader_is_asked_unless_it_is_named(document: Path) -> None:
    MADE.clear()
    MADE["mine"] = give({"body": "Trust", "what": "is a", "value": "organisation", "says": SAYS})
    assert not [row for row in package.draft(document).draft if row.body == "Trust"]
