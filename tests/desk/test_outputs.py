"""What the desk writes is what the command writes, and holds no name of a person but in the structure itself."""

import json
import subprocess
import sys
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import get_args

import openpyxl
import pytest

import govgraph as library
from board.reading import structure
from govgraph.desk.file_names import file_name, stem_of
from govgraph.desk.outputs import written
from govgraph.desk.protocol import Kind, Written
from govgraph.formats import Base
from govgraph.model import Structure
from govgraph.model.faults import InputError
from helpers import FIXTURES, govgraph, mostly_long

WENDLE = Path(__file__).parents[1] / "diagram" / "wendle.yaml"
PERSON = "Zenobia Quux"
NAMED = f"""
title: Ours
as_of: 2022-07-01
membership: complete
constituencies: {{parents: {{name: Parent carers}}}}
bodies:
  council: {{name: The Council, kind: organisation, accountable_to: the electors}}
  board:
    name: The Board
    kind: board
    reports_to: council
    seats: [{{person: {PERSON}, role: chair}}, {{on_behalf_of: parents, person: {PERSON}}}]
    contacts: [{{for: parents, person: {PERSON}}}]
"""
KINDS: tuple[Kind, ...] = get_args(Kind)
HOLDS_THE_STRUCTURE = {"workbook", "yaml", "json"}
COMMANDS: dict[Kind, tuple[str, ...]] = {
    "workbook": ("convert", "{file}", "made.xlsx"),
    "yaml": ("convert", "{file}", "made.yaml"),
    "json": ("convert", "{file}", "made.json"),
    "page": ("draw", "{file}", "-o", "made.html"),
    "svg": ("draw", "{file}", "-o", "made.svg"),
    "paper": ("report", "{file}", "-o", "made.html"),
    "sheet": ("draw", "{file}", "--sheet", "{body}", "-o", "made.html"),
    "questions": ("check", "{file}", "--questions", "-o", "made.md"),
    "questions-table": ("check", "{file}", "--questions", "--format", "csv", "-o", "made.csv"),
    "report": ("check", "{file}", "--format", "json", "-o", "made.json"),
}
"""For each kind that the command writes too, how."""


def content(made: Written) -> bytes:
    """The bytes that a browser would save."""
    return b64decode(made["content"]) if made["is_base64"] else made["content"].encode()


def write(kind: Kind, of: Structure, name: str = "ours.yaml", *, opened: Structure | None = None) -> Written:
    """A file of what is open, about its first body where it is a sheet."""
    against = None if opened is None else Base(name, opened)
    return written(kind, of, library.check(of, against=against), opened, name, next(iter(of.bodies)))


def by_the_command(kind: Kind, file: Path, body: str, folder: Path) -> bytes:
    words = [word.format(file=file, body=body) for word in COMMANDS[kind]]
    ran = govgraph(*words, folder=folder)
    assert ran.returncode in (0, 1), ran.stderr
    return next(folder.glob("made.*")).read_bytes()


@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize(
    "file", mostly_long([WENDLE, *sorted(FIXTURES.glob("*/structure.yaml"))], WENDLE), ids=lambda path: path.parent.name
)
def test_each_file_is_that_of_the_command(kind: Kind, file: Path, tmp_path: Path) -> None:
    of = library.read(file)
    assert content(write(kind, of)) == by_the_command(kind, file, next(iter(of.bodies)), tmp_path)


def test_a_comparison_is_the_page_that_the_command_draws_against_what_was_opened(tmp_path: Path) -> None:
    before, after = (FIXTURES / "changes" / "board-removed" / f"{name}.yaml" for name in ("before", "after"))
    made = write("comparison", library.read(after), str(before), opened=library.read(before))
    ran = govgraph("draw", after, "--against", before, "-o", "made.html", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert content(made) == (tmp_path / "made.html").read_bytes()
    with pytest.raises(InputError, match="nothing to compare"):
        write("comparison", library.read(after))


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"comparison", "report"}))
def test_what_was_opened_is_in_nothing_but_the_comparison_and_the_report(kind: Kind) -> None:
    after = structure("changes/board-removed/after")
    opened = structure("changes/board-removed/before")
    assert content(write(kind, after, opened=opened)) == content(write(kind, after))


def test_the_report_is_that_against_what_was_opened() -> None:
    after, before = structure("changes/board-removed/after"), structure("changes/board-removed/before")
    report = json.loads(content(write("report", after, opened=before)))
    assert "CHG" in {finding["code"][:3] for finding in report["findings"]}


@pytest.mark.parametrize("kind", KINDS)
def test_names_of_people_are_in_the_structure_alone_and_then_it_says_so(kind: Kind) -> None:
    of = library.read_text(NAMED, path="ours.yaml")
    made = write(kind, of, opened=of.with_seat("board", on_behalf_of="parents"))
    holds_it = any(PERSON.split(maxsplit=1)[0] in text for text in texts(content(made)))
    assert holds_it is (kind in HOLDS_THE_STRUCTURE)
    assert ("the name of one person" in made.get("note", "")) is holds_it


def texts(data: bytes) -> list[str]:
    """What is in a file: each cell of a workbook, else all of it."""
    if not data.startswith(b"PK"):
        return [data.decode()]
    sheets = openpyxl.load_workbook(BytesIO(data)).worksheets
    return [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell]


@pytest.mark.parametrize(("kind", "name"), [("workbook", "ours.xlsx"), ("yaml", "ours.yaml"), ("json", "ours.json")])
def test_a_structure_is_read_back_as_it_was(kind: Kind, name: str, tmp_path: Path) -> None:
    of = structure("shropshire-draft-2020")
    made = write(kind, of, "ours.yml")
    assert made["name"] == name
    (tmp_path / name).write_bytes(content(made))
    assert library.read(tmp_path / name).model_dump() == of.model_dump()


def test_of_a_workbook_it_says_what_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.xlsx"
    library.write(library.read(WENDLE), path)
    book = openpyxl.load_workbook(path)
    bodies = book["Bodies"]
    bodies.cell(1, bodies.max_column + 1, "Favourite colour")
    bodies.cell(2, bodies.max_column, "teal")
    bodies.cell(1, bodies.max_column + 1, "Room")
    for name in ("Minutes", "Phone numbers"):
        book.create_sheet(name).append(["Anything", "at all"])
    book.save(path)
    note = write("workbook", library.read(path), "ours.xlsx")["note"]
    assert "The column 'Favourite colour' is not one that govgraph reads; it is left out." in note
    assert "One more is left out." in note
    assert "Colours, formulas and comments of your own are not kept." in note
    assert "Colours" not in write("workbook", library.read(WENDLE), "ours.yaml").get("note", "")


def test_a_picture_too_large_for_a_page_is_spoken_of() -> None:
    line = "".join(f"  b{at}: {{name: Board {at}, kind: board, reports_to: b{at - 1}}}\n" for at in range(1, 60))
    long = library.read_text(f"bodies:\n  b0: {{name: The Council, kind: organisation}}\n{line}")
    assert "too small on a page" in write("paper", long)["note"]
    assert "note" not in write("paper", library.read(WENDLE))
    assert "note" not in write("paper-blocks", long)  # there it stands in the paper itself
    assert "too small to read on paper" in write("paper-blocks", long)["content"]


def test_a_sheet_is_about_a_body_and_called_by_its_name() -> None:
    of = library.read(WENDLE)
    board = next(iter(of.bodies))
    assert write("sheet", of)["name"] == f"ours - about {of.bodies[board].name}.html"
    with pytest.raises(InputError, match="Choose the body"):
        written("sheet", of, None, None, "ours.yaml", "")


def test_a_structure_of_which_nothing_can_be_checked_is_written_all_the_same() -> None:
    made = written("yaml", Structure(), None, None, "structure.xlsx")
    assert made["name"] == "structure.yaml"
    with pytest.raises(InputError, match="No body is named"):
        written("report", Structure(), None, None, "structure.xlsx")


@pytest.mark.parametrize(
    ("opened", "name"),
    [
        ("wendle.xlsx", "wendle - page.html"),
        ("Health and Care.yaml", "Health and Care - page.html"),
        ("one.yaml and two.json", "one - page.html"),
        ("wendle/bodies.csv and wendle/seats.csv", "wendle - page.html"),
        ("bodies.csv and seats.csv", "bodies - page.html"),
        ("v1.2 draft.xlsx", "v1.2 draft - page.html"),
        ('a:b*c?"<>|.xlsx', "a b c - page.html"),
        ("\u202excod.xlsx", "xcod - page.html"),
        (".yaml", "yaml - page.html"),
        ("...", "structure - page.html"),
        ("", "structure - page.html"),
        (f"{'long' * 60}.xlsx", f"{'long' * 25}.html"),
    ],
)
def test_files_are_called_by_what_was_opened_and_what_they_are(opened: str, name: str) -> None:
    assert file_name(stem_of(opened), "page", ".html") == name


@pytest.mark.parametrize("device", ["CON", "nul", "com1", "Lpt9"])
def test_no_file_is_called_as_a_device_of_windows(device: str) -> None:
    assert file_name(stem_of(f"{device}.xlsx"), "", ".xlsx") == f"_{device}.xlsx"


def test_nothing_is_needed_that_does_not_run_in_a_browser(tmp_path: Path) -> None:
    """Neither what draws pixels and PDF, nor what reads XML with C, nor what is there for the command and notebooks."""
    program = f"""
import sys
for name in ("typst", "lxml", "docx", "pandas", "numpy", "PIL", "click", "IPython"):
    sys.modules[name] = None
from govgraph.desk.outputs import written
from govgraph.pipeline import check
from govgraph.formats import read
of = read({str(WENDLE)!r})
for kind in {list(KINDS)!r}:
    assert written(kind, of, check(of), of, "wendle.yaml", next(iter(of.bodies)))["content"], kind
assert not {{"matplotlib", "pyvis", "ssl"}} & {{*sys.modules}}
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", cwd=tmp_path, check=False
    )
    assert ran.returncode == 0, ran.stderr
