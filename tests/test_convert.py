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


MODERNGOV = (
    "<committees><committee><committeeid>1</committeeid><committeetitle>Audit Committee</committeetitle></committee>"
    "<committee><committeeid>2</committeeid><committeetitle>Cabinet</committeetitle></committee></committees>"
)
POPOLO = (
    '{"organizations": [{"id": "board", "name": "The Board", "classification": "board"}], "persons": [{"id": "p", '
    '"name": "Zephyrine"}], "memberships": [{"organization_id": "board", "person_id": "p", "role": "Chair"}]}'
)
ORGANOGRAM = "Post Unique Reference,Name,Job Title,Reports to Senior Post\n01,N/D,Chief,XX\n02,N/D,Director,01\n"


def test_a_file_of_another_tool_is_known_by_what_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text, ids in (
        ("a.xml", MODERNGOV, ["audit-committee"]),
        ("b.json", POPOLO, ["board"]),
        ("c.csv", ORGANOGRAM, ["post-01", "post-02"]),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        output = tmp_path / f"{name}.yaml"
        code, out, _ = run(capsys, "convert", tmp_path / name, output)
        assert code == 0
        assert out.startswith(f"Written: {output}, with {len(ids)} bod")
        assert list(package.read(output).bodies) == ids


def test_what_is_not_stated_is_left_to_confirm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, output = tmp_path / "a.xml", tmp_path / "a.xlsx"
    path.write_text(MODERNGOV, "utf-8")
    code, out, err = run(capsys, "convert", path, output)
    assert (code, out) == (
        0,
        f"Written: {output}, with 1 body, 0 relations and 0 seats.\n"
        "To confirm in it: 1 proposal. Write yes, no or change under Confirmed.\n",
    )
    assert f"{path}: The kind of each of these is taken from its name: Audit Committee." in err
    assert f"{path}: ModernGov does not say what kind of body each of these is: Cabinet." in err
    assert f"{path}: Not confirmed, so left out: 1 proposal in the draft, about Cabinet." in err
    again = package.read(output)
    assert list(again.bodies) == ["audit-committee"]
    assert [(row.body, row.what, row.question) for row in again.draft] == [
        ("Cabinet", "is a", "What kind of body is Cabinet? ModernGov does not say.")
    ]


def test_a_confirmed_proposal_of_an_importer_becomes_a_statement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, output = tmp_path / "a.xml", tmp_path / "a.yaml"
    ended = "<committeeexpired>True</committeeexpired></committee></committees>"
    path.write_text(MODERNGOV.replace("</committee></committees>", ended), "utf-8")
    assert run(capsys, "convert", path, output)[0] == 0
    text = output.read_text("utf-8")
    assert text.count("\n  what: ") == 2
    text = text.replace("  what: is a\n", "  what: is a\n  value: committee\n  confirmed: change\n")
    output.write_text(text.replace("  what: Status\n", "  what: Status\n  confirmed: yes\n"), "utf-8")
    cabinet = package.read(output).bodies["cabinet"]
    assert (cabinet.kind, cabinet.status, cabinet.source and cabinet.source.where) == (
        "committee",
        "ended",
        "committee 2",
    )


def test_two_answers_of_one_council_are_for_merge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a.xml", tmp_path / "b.xml"
    first.write_text(MODERNGOV, "utf-8")
    second.write_text(MODERNGOV, "utf-8")
    code, out, err = run(capsys, "convert", first, second, tmp_path / "c.yaml")
    sentence = (
        f"{second}: It has bodies that {first} has too: Audit Committee. Put the two together with: govgraph merge."
    )
    assert (code, out) == (2, "")
    assert sentence in err


def test_a_structure_in_a_text_file_is_read_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("x.txt", "x.md", "x.structure"):
        (tmp_path / name).write_text(NAMED, "utf-8")
        assert run(capsys, "convert", tmp_path / name, tmp_path / f"{name}.json")[0] == 0
        assert list(package.read(tmp_path / f"{name}.json").bodies) == ["b"]


def test_names_of_people_from_other_tools(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.json").write_text(POPOLO, "utf-8")
    told = "It holds the name of 1 person: personal data. --redact leaves names out.\n"
    for output, told_of in (("b.yaml", told), ("c.popolo.json", told), ("kumu", "")):
        arguments = ["--to", "kumu"] if output == "kumu" else []
        code, _, err = run(capsys, "convert", tmp_path / "b.json", tmp_path / output, *arguments)
        assert code == 0
        assert told in err if told_of else told not in err
        again = f"r{output}"
        code, _, err = run(capsys, "convert", tmp_path / "b.json", tmp_path / again, "--redact", *arguments)
        assert (code, told in err) == (0, False)
        if (tmp_path / again).is_file():
            assert "Zephyrine" not in (tmp_path / again).read_text("utf-8")


def test_to_another_tool_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "c.csv").write_text(ORGANOGRAM, "utf-8")
    code, out, err = run(capsys, "convert", tmp_path / "c.csv", tmp_path / "kumu", "--to", "kumu")
    assert (code, out) == (0, f"Written: {tmp_path / 'kumu'}, as Kumu's tables.\n")
    assert f"{tmp_path / 'kumu'}: Kumu has no place for what the file says of all of it: sources." in err
    assert sorted(path.name for path in (tmp_path / "kumu").iterdir()) == ["connections.csv", "elements.csv"]
    structure = package.read(tmp_path / "kumu")
    assert [line.to for line in structure.bodies["post-02"].reports_to] == ["post-01"]
    assert run(capsys, "convert", tmp_path / "kumu", tmp_path / "x.popolo.json")[0] == 0
    assert run(capsys, "convert", tmp_path / "x.popolo.json", tmp_path / "y.yaml")[0] == 0
    assert list(package.read(tmp_path / "y.yaml").bodies) == ["post-01", "post-02"]


def test_the_same_rules_for_places_hold_for_other_tools(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "there.popolo.json").write_text("mine", "utf-8")
    code, _, err = run(capsys, "convert", DRAFT, tmp_path / "there.popolo.json")
    assert code == 2
    assert "is already there; choose another name, or add --overwrite." in err
    assert (tmp_path / "there.popolo.json").read_text("utf-8") == "mine"
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_text("mine", "utf-8")
    assert run(capsys, "convert", DRAFT, tmp_path / "full", "--to", "kumu")[0] == 2
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["a"]


@pytest.mark.parametrize(
    ("name", "text", "arguments", "sentence"),
    [
        ("a.xml", "<feed/>", (), "This file is of no kind that govgraph reads. It reads: "),
        ("a.json", '{"feed": 1}', (), "This JSON is of no kind that govgraph reads. It reads: "),
        ("a.csv", "Id,Name\n", (), "A structure in CSV is a folder of files"),
        (
            "a.docx",
            "PK",
            (),
            "This is a document, not a structure. To draft one from it: govgraph draft a.docx -o draft.xlsx",
        ),
        ("a.json", POPOLO, ("--from", "popollo"), "There is no importer 'popollo'. Did you mean 'popolo'?"),
        ("a.json", POPOLO, ("--to", "kumoo"), "Nothing is written for 'kumoo'. Did you mean 'kumu'?"),
        ("a.json", POPOLO, ("--from", "govuk"), "This list of GOV.UK holds no organisations."),
        ("a.json", '{"bodies": {"a": {"name": "A"}}}', (), "The body 'a' has no kind"),
        ("a.json", '{"organizations": [', (), "A value is expected here."),
    ],
)
def test_a_file_that_is_of_no_kind(
    name: str, text: str, arguments: tuple[str, ...], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    code, out, err = run(capsys, "convert", tmp_path / name, tmp_path / "out.yaml", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert "Traceback" not in err
    assert [path.name for path in tmp_path.iterdir()] == [name]
