"""`govgraph convert` and `govgraph new my.xlsx`."""

from pathlib import Path

import pytest

import govgraph as package
from govgraph.cli import main
from helpers import FIXTURES

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
NAMED = "bodies: {b: {name: B, kind: board, seats: [{person: Zephyrine}, {person: Ottokar}, {person: Ottokar}]}}"


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int | str | None, str, str]:
    with pytest.raises(SystemExit) as ended:
        main([str(one) for one in arguments])
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


def test_from_form_to_form_nothing_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, structure = DRAFT, package.read(DRAFT)
    for name in ("a.xlsx", "b.json", "c", "d.yml", "e.xlsx"):
        told = run(capsys, "convert", path, tmp_path / name)
        assert told == (0, f"Written: {tmp_path / name}, with 12 bodies, 10 relations and 0 seats.\n", "")
        path = tmp_path / name
        assert package.read(path).model_dump() == structure.model_dump()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "e.xlsx").read_bytes()


def test_names_of_people_are_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.yaml").write_text(NAMED, "utf-8")
    code, _, err = run(capsys, "convert", tmp_path / "x.yaml", tmp_path / "x.xlsx")
    assert (code, err) == (0, "It holds the names of 2 people: personal data. --redact leaves names out.\n")
    code, out, err = run(capsys, "convert", tmp_path / "x.yaml", tmp_path / "y.yaml", "--redact")
    assert (code, out, err) == (0, f"Written: {tmp_path / 'y.yaml'}, with 1 body, 0 relations and 3 seats.\n", "")
    assert "Zephyrine" not in (tmp_path / "y.yaml").read_text("utf-8")
    assert [seat.person for seat in package.read(tmp_path / "y.yaml").bodies["b"].seats] == [None, None, None]


@pytest.mark.parametrize("name", ["z.yaml", "z.xlsx", "z"])
def test_several_files_keep_their_meaning(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.yaml").write_text(
        "title: Both\nnote: First\nstatus: proposed\nlines: complete\nsource: s\nsources: {s: {title: S}}\n"
        "bodies: {a: {name: A, kind: board, reports_to: b}}",
        "utf-8",
    )
    (tmp_path / "y.yaml").write_text(
        "note: Second\nmembership: complete\nbodies: {b: {name: B, kind: board, status: agreed}}", "utf-8"
    )
    paths = [tmp_path / "x.yaml", tmp_path / "y.yaml"]
    assert run(capsys, "convert", *paths, tmp_path / name)[0] == 0
    assert package.read(tmp_path / name).model_dump() == package.read(*paths).model_dump()
    written = package.read(tmp_path / name)
    assert written.note == "First\nSecond"
    a, b = written.bodies["a"], written.bodies["b"]
    assert (a.status, a.lines, a.membership, a.source and a.source.id) == ("proposed", "complete", None, "s")
    assert (b.status, b.lines, b.membership, b.source) == ("agreed", None, "complete", None)


def test_a_file_that_is_there_is_left_alone_unless_somebody_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(NAMED, "utf-8")
    code, out, err = run(capsys, "convert", DRAFT, mine)  # the name of the output was forgotten
    assert (code, out) == (2, "")
    assert f"{mine} is already there; choose another name, or add --overwrite." in err
    assert mine.read_text("utf-8") == NAMED
    assert run(capsys, "convert", DRAFT, mine, "--overwrite")[0] == 0
    assert package.read(mine).model_dump() == package.read(DRAFT).model_dump()


def test_an_input_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(NAMED, "utf-8")
    code, _, err = run(capsys, "convert", path, path)
    assert code == 2
    assert f"The name {path} is a file that is read; choose another name." in err
    assert run(capsys, "convert", path, tmp_path / "folder")[0] == 0
    code, _, err = run(capsys, "convert", tmp_path / "folder", tmp_path / "folder")
    assert code == 2
    assert f"{tmp_path / 'folder'}: This folder is not empty; name a new one." in err
    assert path.read_text("utf-8") == NAMED


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("x.ods", "Nothing is written as .ods. LibreOffice opens .xlsx too: name the file so."),
        ("x.csv", "Nothing is written as .csv. A structure in CSV is a folder: leave the end out."),
        ("x.xls", "Nothing is written as .xls. Name the file .xlsx."),
        ("nowhere/x.yaml", "there is no folder"),
        ("nowhere/x", "there is no folder"),
    ],
)
def test_a_place_that_cannot_be(name: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "convert", DRAFT, tmp_path / name)
    assert (code, out) == (2, "")
    assert sentence in err
    assert list(tmp_path.iterdir()) == []


def test_a_fault_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.yaml").write_text("bodies: {a: {name: A}}", "utf-8")
    code, out, err = run(capsys, "convert", tmp_path / "x.yaml", tmp_path / "x.xlsx")
    assert (code, out) == (2, "")
    assert "The body 'a' has no kind" in err
    assert [path.name for path in tmp_path.iterdir()] == ["x.yaml"]


def test_a_new_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "my.xlsx"
    assert run(capsys, "new", path) == (0, f"Written: {path}. Fill it in, then run: govgraph check {path}\n", "")
    before = path.read_bytes()
    assert run(capsys, "new", path)[0] == 2
    assert path.read_bytes() == before
    assert run(capsys, "check", path)[:2] == (2, "")
