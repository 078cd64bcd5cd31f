"""`govgraph merge`: what it says, what it writes, and what it refuses."""

from pathlib import Path

import pytest

import govgraph as package
from govgraph.cli import main

ONE = """
constituencies: {parents: {name: Parent carers, represented_by: pacc}}
bodies:
  hwb: {name: Health and Wellbeing Board, kind: board, meets: monthly, seats: [{person: Zephyrine, role: chair}]}
  pacc: {name: PACC, kind: forum}
  send: {name: SEND Board, kind: board, reports_to: hwb}
"""
OTHER = """
constituencies: {parents: {name: parent carers}}
bodies:
  hwb: {name: The Health & Wellbeing Board, kind: board, meets: quarterly}
  sendp: {name: SEND Partnership Board, kind: partnership}
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.yaml").write_text(ONE, "utf-8")
    (tmp_path / "b.yaml").write_text(OTHER, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["merge", *arguments])
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


def test_it_says_what_may_be_the_same_and_what_to_do_next(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "a.yaml", "b.yaml", "-o", "c.xlsx")
    assert (code, err) == (0, "It holds the name of 1 person: personal data. --redact leaves names out.\n")
    assert out.splitlines() == [
        "Written: c.xlsx, with 3 bodies of a.yaml and 2 bodies of b.yaml.",
        "Perhaps the same: Health and Wellbeing Board and Parent carers.",
        "Only alike in their names: SEND Board.",
        "The files differ in 1 way; each is a question.",
        "Open c.xlsx: the sheet Draft has 5 rows to confirm.",
    ]
    assert (files / "c.xlsx").exists()


@pytest.mark.parametrize("name", ["c.xlsx", "c.yaml", "c.json", "c"])
def test_what_is_written_reads_back_with_its_draft(name: str, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "a.yaml", "b.yaml", "-o", name)[0] == 0
    structure = package.read(name)
    assert {body.name for body in structure.bodies.values()} == {
        *("Health and Wellbeing Board", "PACC", "SEND Board"),
        *("The Health & Wellbeing Board", "SEND Partnership Board"),
    }
    assert [row.what for row in structure.draft] == [
        *("is the same body as", "Meets", "Meets"),
        *("is the same body as", "is the same body as"),
    ]
    assert all(row.proposal for row in structure.draft)


def test_names_of_people_are_left_out_where_that_is_asked(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "a.yaml", "b.yaml", "-o", "c.yaml", "--redact")[2] == ""
    assert "Zephyrine" not in (files / "c.yaml").read_text("utf-8")
    assert run(capsys, "a.yaml", "b.yaml", "-o", "d.yaml")[0] == 0
    assert "Zephyrine" in (files / "d.yaml").read_text("utf-8")


def test_a_file_that_is_there_is_kept(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "c.yaml").write_text("mine", "utf-8")
    code, out, err = run(capsys, "a.yaml", "b.yaml", "-o", "c.yaml")
    assert (code, out) == (2, "")
    assert "c.yaml is already there; choose another name, or add --overwrite." in err
    assert (files / "c.yaml").read_text("utf-8") == "mine"
    assert run(capsys, "a.yaml", "b.yaml", "-o", "c.yaml", "--overwrite")[0] == 0
    assert "is the same body as" in (files / "c.yaml").read_text("utf-8")


def test_what_is_read_is_not_written_over(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "a.yaml", "b.yaml", "-o", "b.yaml", "--overwrite")
    assert code == 2
    assert "b.yaml is a file that is read" in err
    assert (files / "b.yaml").read_text("utf-8") == OTHER


def test_the_faults_of_every_file_are_told(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "a.yaml").write_text("bodies: {a: {name: A}}", "utf-8")
    (files / "b.yaml").write_text("bodies: {b: {kind: board}}", "utf-8")
    code, out, err = run(capsys, "a.yaml", "b.yaml", "-o", "c.yaml")
    assert (code, out) == (2, "")
    assert "a.yaml:1:" in err
    assert "The body 'a' has no kind" in err
    assert "b.yaml:1:" in err
    assert "The body 'b' has no name" in err
    assert not (files / "c.yaml").exists()


@pytest.mark.parametrize("given", ["a.yaml -o c.yaml", "a.yaml b.yaml", "a.yaml b.yaml -o c.ods", "-o c.yaml"])
def test_too_little_is_refused(given: str, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *given.split())
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert not (files / "c.yaml").exists()


def test_versions_of_one_file_are_joined_without_a_question(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "b.yaml").write_text(ONE.replace("kind: forum", "kind: forum, purpose: To speak"), "utf-8")
    code, out, _ = run(capsys, "a.yaml", "b.yaml", "-o", "c.yaml")
    assert code == 0
    assert out.splitlines() == [
        "Written: c.yaml, with 3 bodies of a.yaml and 3 bodies of b.yaml.",
        "The same in both, and joined: Health and Wellbeing Board, PACC, SEND Board and Parent carers.",
    ]
    assert package.read("c.yaml").bodies["pacc"].purpose == "To speak"


def test_files_of_one_name_are_told_apart_by_their_folders(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "old").mkdir()
    (files / "old" / "a.yaml").write_text(OTHER, "utf-8")
    assert run(capsys, "a.yaml", "old/a.yaml", "-o", "c.yaml")[0] == 0
    assert {source.title for source in package.read("c.yaml").sources.values()} == {"a.yaml", "old/a.yaml"}


def test_a_file_of_another_tool_is_one_source(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "b.xml").write_text(
        "<committees><committee><committeeid>101</committeeid><committeetitle>Health &amp;amp; Wellbeing Board"
        "</committeetitle><committeecategory>Boards</committeecategory><committeedeleted>False</committeedeleted>"
        "<committeeexpired>False</committeeexpired></committee></committees>",
        "utf-8",
    )
    code, out, err = run(capsys, "a.yaml", "b.xml", "-o", "c.yaml")
    assert code == 0, err
    assert "Perhaps the same: Health and Wellbeing Board." in out


def test_from_two_files_to_one_body_by_the_commands_a_person_types(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from openpyxl import load_workbook

    assert run(capsys, "a.yaml", "b.yaml", "-o", "c.xlsx")[0] == 0
    book = load_workbook(files / "c.xlsx")
    sheet = book["Draft"]
    headers = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        cells = dict(zip(headers, row, strict=True))
        is_right = cells["Value"].value != "monthly" and "only alike" not in str(cells["Question"].value)
        cells["Confirmed"].value = "yes" if is_right else "no"
    book.save(files / "confirmed.xlsx")
    structure = package.read("confirmed.xlsx")
    assert list(structure.bodies) == ["hwb", "pacc", "send", "sendp"]
    hwb = structure.bodies["hwb"]
    assert (hwb.name, hwb.meets, [seat.role for seat in hwb.seats]) == (
        "Health and Wellbeing Board",
        "quarterly",
        ["chair"],
    )
    assert [line.to for line in structure.bodies["send"].reports_to] == ["hwb"]
    assert [group.name for group in structure.constituencies.values()] == ["Parent carers"]
    assert {(row.what, row.value) for row in structure.draft} == {
        ("Meets", "monthly"),
        ("is the same body as", "SEND Partnership Board"),
    }
