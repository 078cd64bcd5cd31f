"""Names of people are in no output, whatever it is packed in, unless somebody asks for them."""

from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from govgraph.cli import govgraph, main
from govgraph.formats import read
from govgraph.pipeline import check, compare
from govgraph.showing import draw, paper, participation, trace
from unpacked import texts

NAMES = ("Zephyrine", "Quibblethwaite", "Ottokar", "Plumpudding")
"""Each in places of its own: a seat, a contact, a seat that is gone, a contact that is new."""
DRAWN = ("html", "svg", "png", "pdf", "mmd")
PAPERS = ("docx", "pdf", "md", "html")
WRITTEN = ("yaml", "json", "xlsx", "folder")
WITHOUT_A_STRUCTURE = {"demo", "desk", "explain", "new", "schema"}


def structure(person: str, contact: str) -> dict[str, object]:
    """A board with a seat and a contact, each with the name of a person."""
    board = {
        "name": "Board",
        "kind": "board",
        "level": "strategic",
        "does": ["decides"],
        "decisions": ["How the grant is shared out"],
        "part_of": "council",
        "seats": [{"on_behalf_of": "parents", "votes": True, "person": person}, {"role": "observer", "person": person}],
        "contacts": [{"for": "parents", "title": "Champion", "person": contact}],
    }
    council = {"name": "Council", "kind": "organisation", "accountable_to": "the electors"}
    return {
        "as_of": "2026-01-01",
        "constituencies": {"parents": {"name": "Parent carers"}, "young": {"name": "Young people"}},
        "bodies": {"board": board, "council": council},
    }


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two structures in files, the one before and the one now, which differ in their people alone."""
    stories = {"before": structure(NAMES[0], NAMES[1]), "now": structure(NAMES[2], NAMES[3])}
    paths = []
    for name, data in stories.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(yaml.safe_dump(data), encoding="utf-8")
        paths.append(str(path))
    return paths[0], paths[1]


def told(capsysbinary: pytest.CaptureFixture[bytes], output: Path | None, *arguments: str) -> bytes:
    """Everything that a command gives: on both streams, and in the file or the folder that it writes."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    streams = capsysbinary.readouterr()
    assert ended.value.code in (0, 1), streams.err.decode()
    if output is None:
        return streams.out + streams.err
    written = sorted(output.iterdir()) if output.is_dir() else [output]
    return b"\n".join(path.read_bytes() for path in written) if len(written) > 1 else written[0].read_bytes()


def found_in(data: bytes) -> set[str]:
    """Which of the names stand anywhere in some bytes."""
    everything = [text.casefold() for text in texts(data)]
    return {name for name in NAMES if any(name.casefold() in text for text in everything)}


def formats(name: str) -> list[str]:
    """The formats that a command offers."""
    command = govgraph.get_command(click.Context(govgraph), name)
    assert command is not None
    form = next(one.type for one in command.params if one.name == "form")
    assert isinstance(form, click.Choice)
    return list(form.choices)


def commands(before: str, now: str, folder: Path) -> dict[str, tuple[Path | None, list[str]]]:
    """Every command that reads a structure, in every format: what it writes, and its arguments."""
    found: dict[str, tuple[Path | None, list[str]]] = {}
    for form in formats("trace"):
        found[f"trace {form}"] = (None, ["trace", now, "Board", "--format", form])
    for form in ("markdown", "csv"):
        found[f"check questions as {form}"] = (None, ["check", now, "--questions", "--format", form])
    questions = folder / "questions.csv"
    found["answer yaml"] = (
        folder / "answered.yaml",
        ["answer", now, str(questions), "-o", str(folder / "answered.yaml"), "--redact"],
    )
    for form in set(formats("check")) - {"csv"}:
        found[f"check {form}"] = (None, ["check", now, "--against", before, "--format", form])
    for form in formats("diff"):
        found[f"diff {form}"] = (None, ["diff", before, now, "--format", form])
    for form in ("text", "markdown"):
        found[f"check all as {form}"] = (None, ["check", now, "--against", before, "--all", "--format", form])
        found[f"diff all as {form}"] = (None, ["diff", before, now, "--all", "--format", form])
    for form in DRAWN:
        path = folder / f"drawn.{form}"
        found[f"draw {form}"] = (path, ["draw", now, "-o", str(path)])
        if form != "mmd":
            both = folder / f"both.{form}"
            found[f"draw {form} of two"] = (both, ["draw", now, "--against", before, "-o", str(both)])
    for form in PAPERS:
        sheet = folder / f"sheet.{form}"
        found[f"draw {form} of one body"] = (sheet, ["draw", now, "--sheet", "Board", "-o", str(sheet)])
        path = folder / f"paper.{form}"
        found[f"report {form}"] = (path, ["report", now, "--against", before, "-o", str(path)])
        full = folder / f"full.{form}"
        more = ("--annex", "full", "--measures", "-o", str(full))
        found[f"report {form} in full"] = (full, ["report", now, "--against", before, *more])
    for form in WRITTEN:
        path = folder / ("redacted" if form == "folder" else f"redacted.{form}")
        found[f"convert {form}"] = (path, ["convert", now, str(path), "--redact"])
        drafted = folder / ("drafted" if form == "folder" else f"drafted.{form}")
        found[f"draft {form}"] = (
            drafted,
            ["draft", str(folder / "terms.txt"), "--onto", now, "-o", str(drafted), "--redact"],
        )
        merged = folder / ("merged" if form == "folder" else f"merged.{form}")
        found[f"merge {form}"] = (merged, ["merge", before, now, "-o", str(merged), "--redact"])
    return found


CASES = sorted(commands("", "", Path()))


@pytest.mark.parametrize("case", CASES)
def test_no_output_names_a_person(
    case: str, files: tuple[str, str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    output, arguments = commands(*files, tmp_path)[case]
    (tmp_path / "terms.txt").write_text("The Panel\n\nThe Panel reports to the Board.\n", encoding="utf-8")
    (tmp_path / "questions.csv").write_text("Key,About,Answer\nlast_day,Board,2030\n", encoding="utf-8")
    assert found_in(told(capsysbinary, output, *arguments)) == set()


@pytest.mark.parametrize("case", ["draw html", "report docx", "report pdf", "report html", "report md"])
def test_names_are_there_where_they_are_asked_for(
    case: str, files: tuple[str, str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    output, arguments = commands(*files, tmp_path)[case]
    assert set(NAMES[2:]) <= found_in(told(capsysbinary, output, *arguments, "--with-names"))


@pytest.mark.parametrize("form", WRITTEN)
def test_a_structure_keeps_them_unless_they_are_redacted(
    form: str, files: tuple[str, str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / ("kept" if form == "folder" else f"kept.{form}")
    assert found_in(told(capsysbinary, path, "convert", files[1], str(path))) == set(NAMES[2:])


def test_every_command_is_looked_at() -> None:
    known = set(govgraph.list_commands(click.Context(govgraph)))
    assert {case.split()[0] for case in CASES} == known - WITHOUT_A_STRUCTURE


@pytest.mark.parametrize("wrong", ["[{first: Zephyrine}]", "{last: Quibblethwaite}", "true"])
def test_a_fault_does_not_tell_the_name_that_is_wrong(
    wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(f"bodies:\n  a:\n    name: A\n    kind: board\n    seats:\n      - person: {wrong}\n", "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["check", str(path)])
    told = capsys.readouterr().err
    assert (ended.value.code == 2) is (wrong != "true")
    assert not any(name in told for name in NAMES)


def test_nothing_in_a_notebook_names_a_person(files: tuple[str, str]) -> None:
    before, now = (read(path) for path in files)
    shown: list[Any] = [now, check(now), compare(before, now), trace(now, "Board")]
    for one in (*shown, participation(now), draw(now), paper(now)):
        for told in (one._repr_html_(), repr(one), str(one)):
            assert found_in(told.encode()) == set(), type(one)
    changed = compare(before, now).against
    assert changed is not None
    for told in (repr(changed), repr(changed.changes), repr([list(one.fields()) for one in changed.changes])):
        assert found_in(told.encode()) == set()
    frames = [now.to_frame(section) for section in ("bodies", "relations", "seats", "contacts")]
    frames += [compare(before, now).to_frame(part) for part in ("findings", "changes", "gone")]
    frames += [trace(now, "Board").to_frame(), participation(now).to_frame(), participation(now).to_frame(long=True)]
    for frame in frames:
        assert found_in(frame.to_csv().encode()) == set()
    assert found_in(now.to_frame("seats", with_names=True).to_csv().encode()) == {NAMES[2]}
