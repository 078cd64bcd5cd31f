"""`govgraph draft`: what it says, what it writes, and what it refuses; a draft onto what is there already."""

from pathlib import Path

import pytest

import govgraph as package
from govgraph.cli import main
from govgraph.formats.structure_files import read_draft, write
from govgraph.model.proposal import Confirmed

TERMS = """# SEND Partnership Board

## Accountability

The Board reports to the Health and Wellbeing Board. It does not report to the Schools Forum.

## Meetings

The Board meets every month. The quorum is five members.

## Membership

- Director of Children's Services (Chair)
- Two representatives of Wendle Parent Carer Forum
"""
MINUTES = """SEND Partnership Board

The Board meets every two months. It is chaired by the Director of Nursing.

The Transitions Panel reports to the Board.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "terms.md").write_text(TERMS, "utf-8")
    (tmp_path / "minutes.txt").write_text(MINUTES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    shown = capsys.readouterr()
    return ended.value.code, shown.out, shown.err


def rows(structure: package.Structure) -> list[tuple[str, str | None, str | None]]:
    return [(row.body, row.what, row.value) for row in structure.draft]


def test_it_says_what_is_proposed_and_what_to_do_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "draft", "terms.md", "-o", "draft.xlsx")
    assert (code, err) == (0, "")
    assert (
        out.splitlines()[-1] == "Nothing counts yet: open draft.xlsx, and write yes, no or change in the sheet Draft."
    )
    drafted = read_draft("draft.xlsx")
    assert drafted.bodies == {}
    assert ("SEND Partnership Board", "reports to", "Health and Wellbeing Board") in rows(drafted)
    assert all(row.confirmed is None and row.document == "terms.md" for row in drafted.draft)


def test_what_is_denied_is_not_proposed(folder: Path) -> None:
    drafted = package.draft("terms.md")
    assert not [row for row in drafted.draft if "Schools Forum" in (row.value or "") or row.body == "Schools Forum"]


def test_nothing_counts_before_it_is_confirmed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "draft", "terms.md", "-o", "draft.yaml")
    code, _, err = run(capsys, "check", "draft.yaml")
    assert code == 2
    assert "so it states nothing yet" in err


def test_what_is_confirmed_is_stated_with_its_document_and_place(folder: Path) -> None:
    drafted = package.draft("terms.md")
    confirmed = tuple(row.model_copy(update={"confirmed": Confirmed.YES}) for row in drafted.draft)
    write(drafted.model_copy(update={"draft": confirmed}), "draft.yaml")
    structure = package.read("draft.yaml")
    board = structure.bodies["send-partnership-board"]
    assert [structure.bodies[line.to].name for line in board.reports_to] == ["Health and Wellbeing Board"]
    source = board.reports_to[0].source
    assert source is not None
    assert structure.sources[source.id].title == "terms.md"
    assert source.where == "line 5, under “Accountability”"
    assert [(seat.role, seat.as_, seat.count) for seat in board.seats] == [
        ("chair", ("director_of_childrens_services",), 1),
        ("member", (), 2),
    ]
    assert board.meets == "every month"
    assert (board.membership, board.lines, board.parts, board.without) == (None, None, None, ())


def test_what_two_documents_say_differently_is_a_question_side_by_side(folder: Path) -> None:
    drafted = package.draft("terms.md", "minutes.txt")
    meets = [row for row in drafted.draft if row.what == "Meets"]
    why = "terms.md says “every month”; minutes.txt says “every two months”. Which is right?"
    assert [(row.value, row.document, row.question) for row in meets] == [
        ("every month", "terms.md", why),
        ("every two months", "minutes.txt", why),
    ]
    chairs = [row for row in drafted.draft if row.role == "chair"]
    assert [row.document for row in chairs] == ["terms.md", "minutes.txt"]
    assert all(row.question is not None and row.question.startswith("Who chairs: ") for row in chairs)


def test_onto_a_structure_only_what_is_new_is_proposed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = "bodies: {board: {name: SEND Partnership Board, kind: board, meets: every month, reports_to: hwb},"
    (folder / "mine.yaml").write_text(f"{known} hwb: {{name: Health and Wellbeing Board, kind: board}}}}", "utf-8")
    code, _, _ = run(capsys, "draft", "terms.md", "minutes.txt", "--onto", "mine.yaml", "-o", "more.yaml")
    assert code == 0
    structure = package.read("more.yaml")
    assert list(structure.bodies) == ["board", "hwb"]
    found = rows(structure)
    assert ("SEND Partnership Board", "reports to", "Health and Wellbeing Board") not in found
    assert ("SEND Partnership Board", "is a", "board") not in found
    assert ("Transitions Panel", "reports to", "SEND Partnership Board") in found
    asked = [row.question for row in structure.draft if row.what == "Meets"]
    assert asked == ["The structure so far says “every month”. Which is right?"]


def test_it_writes_over_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "draft.xlsx").write_bytes(b"mine")
    code, _, err = run(capsys, "draft", "terms.md", "-o", "draft.xlsx")
    assert code == 2
    assert "draft.xlsx is already there" in err
    assert (folder / "draft.xlsx").read_bytes() == b"mine"
    code, _, err = run(capsys, "draft", "terms.md", "-o", "terms.md", "--overwrite")
    assert code == 2
    assert (folder / "terms.md").read_text("utf-8") == TERMS


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("scan.pdf", b"%PDF-1.4 nothing", "scan.pdf"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "old.doc"),
        ("none.docx", b"", "none.docx"),
    ],
)
def test_every_document_that_cannot_be_read_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, part: str
) -> None:
    (folder / name).write_bytes(data)
    code, out, err = run(capsys, "draft", "terms.md", name, "missing.docx", "-o", "draft.xlsx")
    assert (code, out) == (2, "")
    assert part in err
    assert "missing.docx" in err
    assert not (folder / "draft.xlsx").exists()


def test_two_documents_of_one_name_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "terms.md").write_text(TERMS, "utf-8")
    code, _, err = run(capsys, "draft", "terms.md", "other/terms.md", "-o", "draft.xlsx")
    assert code == 2
    assert "Two documents are called terms.md" in err


def confirm_all(path: str) -> None:
    drafted = read_draft(path)
    rows = tuple(row.model_copy(update={"confirmed": Confirmed.YES}) for row in drafted.draft)
    write(drafted.model_copy(update={"draft": rows}), path)


def test_the_same_document_again_proposes_nothing_that_is_confirmed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "draft", "terms.md", "-o", "draft.yaml")
    confirm_all("draft.yaml")
    code, out, _ = run(capsys, "draft", "terms.md", "--onto", "draft.yaml", "-o", "again.yaml")
    assert (code, out) == (0, "Written: again.yaml. The documents say nothing that it did not have.\n")


@pytest.mark.parametrize("name", ["draft.yaml", "draft.xlsx"])
def test_answers_are_not_written_over_even_with_overwrite(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    run(capsys, "draft", "terms.md", "-o", name)
    assert run(capsys, "draft", "terms.md", "-o", name, "--overwrite")[0] == 0
    confirm_all(name)
    before = (folder / name).read_bytes()
    code, _, err = run(capsys, "draft", "terms.md", "-o", name, "--overwrite")
    assert code == 2
    assert f"{name} holds what somebody has confirmed; choose another name, or add to it with --onto {name}." in err
    assert (folder / name).read_bytes() == before


def test_a_document_without_a_structure_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "letter.txt").write_text("Dear all,\n\nThank you for your letter.\n", "utf-8")
    code, _, err = run(capsys, "draft", "letter.txt", "-o", "draft.xlsx")
    assert code == 2
    assert "Nothing was found there that a structure is made of, so nothing is written." in err
    assert not (folder / "draft.xlsx").exists()
