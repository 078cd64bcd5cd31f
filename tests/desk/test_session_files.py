"""What is opened on the desk is what the command reads: the same report, byte for byte, and the same sentences."""

import json
import shutil
from pathlib import Path

import pytest

import govgraph
from desk.sessions import Page, data
from formats.workbooks import folder, good, workbook
from govgraph.desk.judging import Judge
from govgraph.desk.session import Session
from govgraph.formats import read
from govgraph.model.faults import InputError
from govgraph.render.json import render
from helpers import FIXTURES, mostly_long, not_none
from helpers import govgraph as command

REFUSED = FIXTURES / "refused"
STORIES = sorted(
    path.relative_to(FIXTURES).as_posix() for path in FIXTURES.rglob("*.yaml") if path.parent not in (REFUSED, FIXTURES)
)
CHANGES = sorted(path.parent.name for path in FIXTURES.glob("changes/*/before.yaml"))
WITH_CONTENT = "shropshire-draft-2020/structure.yaml"


def report(page: Page) -> str:
    return render(not_none(page.session._judged()[0]))


def printed(*names: str, where: Path) -> str:
    ran = command("check", *names, "--format", "json", folder=where)
    assert ran.returncode in (0, 1), ran.stderr
    return ran.stdout


@pytest.mark.parametrize("story", mostly_long(STORIES, WITH_CONTENT, "changes/seat-dropped/after.yaml"))
def test_the_report_on_a_story_is_the_one_of_the_command(story: str, tmp_path: Path) -> None:
    shutil.copy(FIXTURES / story, tmp_path)
    name = Path(story).name
    assert report(Page.of(tmp_path / name)) == printed(name, where=tmp_path)


@pytest.mark.parametrize("form", ["x.json", "x.xlsx", "sheets"])
def test_so_is_the_report_on_each_form_of_file(form: str, tmp_path: Path) -> None:
    govgraph.write(read(str(FIXTURES / WITH_CONTENT)), tmp_path / form)
    path = tmp_path / form
    files = [(f"{form}/{file.name}", file.read_bytes()) for file in path.iterdir()] if path.is_dir() else [path]
    assert report(Page.of(*files)) == printed(form, where=tmp_path)


def test_csv_files_without_their_folder_are_read_together(tmp_path: Path) -> None:
    sheets = folder(tmp_path / "sheets", good())
    page = Page.of(*sheets.iterdir())
    assert report(page) == printed(".", where=sheets)
    assert page.state["name"] == "structure"


def test_several_files_make_one_structure(tmp_path: Path) -> None:
    (tmp_path / "bodies.yaml").write_text("bodies: {board: {name: The Board, kind: board}}")
    (tmp_path / "more.yaml").write_text("bodies: {group: {name: The Group, kind: panel, reports_to: board}}")
    page = Page.of(tmp_path / "bodies.yaml", tmp_path / "more.yaml")
    assert report(page) == printed("bodies.yaml", "more.yaml", where=tmp_path)
    assert page.cells("bodies", "Name") == [["The Board"], ["The Group"]]
    assert page.state["name"] == "bodies.yaml and more.yaml"


@pytest.mark.parametrize("story", mostly_long(CHANGES, "seat-dropped", "boards-merged"))
def test_a_change_is_judged_as_the_command_does(story: str, tmp_path: Path) -> None:
    shutil.copytree(FIXTURES / "changes" / story, tmp_path / story)
    where = tmp_path / story
    before, after = (Page.of(where / f"{which}.yaml").structure for which in ("before", "after"))
    judge = Judge(before, "before.yaml")
    wanted = printed("after.yaml", "--against", "before.yaml", where=where)
    for _ in range(2):  # what was found of the structure before is kept
        assert render(judge.run(after, compared=True)) == wanted
        judge.run(before, compared=True)


@pytest.mark.parametrize("name", sorted(path.name for path in REFUSED.iterdir()))
def test_what_cannot_be_read_has_the_faults_of_the_command(name: str) -> None:
    with pytest.raises(InputError) as wanted:
        read(str(REFUSED / name))
    sentences = [fault.message for fault in wanted.value.faults]
    session = Session()
    told = json.loads(session.call("open", "[]", [[name, (REFUSED / name).read_bytes()]]))
    if "refused" in told:
        assert [each.partition(": ")[2] for each in told["refused"]] == sentences
        return
    assert [fault["message"] for fault in told["faults"]] == sentences
    assert [fault["row"] for fault in told["faults"]] == [
        fault.line - 1 if fault.line else None for fault in wanted.value.faults
    ]
    assert told["kind"] == "text"
    assert told["verdict"] is None


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.xlsx", b"no workbook", "This is not a workbook, or a damaged one: open it in Excel, and save it as an"),
        ("x.xls", b"\xd0\xcf\x11\xe0", "This is an old Excel file: save it as an Excel workbook (.xlsx)."),
        ("x.yaml", b"", "The file is empty."),
        ("x.yaml", b"\xff\xfea\x00", "The file is in UTF-16; save it as UTF-8."),
        ("x.yaml", b"%PDF-1.7", "This is a PDF, not a structure in YAML or JSON."),
        ("x.json", b"PK\x03\x04", "not a structure in YAML or JSON."),
        ("sheets/readme.txt", b"no table", "No file in this folder ends in .csv"),
    ],
)
def test_what_is_no_structure_is_refused_and_what_was_open_stays(name: str, content: bytes, sentence: str) -> None:
    page = Page.of(FIXTURES / WITH_CONTENT)
    told = json.loads(page.session.call("open", "[]", [[name, content]]))
    assert len(told["refused"]) == 1
    assert sentence in told["refused"][0]
    assert told["refused"][0].startswith(name.partition("/")[0])
    state = page.act({"do": "add", "section": "seats", "cells": {}})
    assert state["title"].startswith("Shropshire's SEND governance")


def test_the_command_refuses_a_damaged_workbook_in_the_same_words(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 damaged")
    told = json.loads(Session().call("open", "[]", [["x.xlsx", (tmp_path / "x.xlsx").read_bytes()]]))
    assert told["refused"] == command("check", "x.xlsx", folder=tmp_path).stderr.splitlines()[:-1]


def test_a_text_with_a_fault_is_mended_as_text() -> None:
    page = Page.of(("x.yaml", b"bodies:\n  board: {name: The Board, kind: bord}\n"))
    assert (page.state["kind"], page.state["text"].splitlines()[0]) == ("text", "bodies:")
    assert [(fault["where"], fault["row"], fault["column"]) for fault in page.state["faults"]] == [
        ("x.yaml, line 2", 1, 33)
    ]
    page.act({"do": "text", "text": page.state["text"].replace("bord}", "bo}")})
    assert (page.state["kind"], page.state["verdict"]) == ("text", None)
    assert page.session.write("yaml")["content"] == page.state["text"]
    page.act({"do": "text", "text": page.state["text"].replace("bo}", "board}")})
    assert (page.state["kind"], page.state["faults"], page.state["changed"]) == ("tables", [], True)
    assert page.cells("bodies", "Id", "Kind") == [["board", "board"]]
    page.undo()
    assert (page.state["kind"], page.state["undo"]) == ("text", "the change of the text")


def test_a_workbook_with_faults_is_mended_by_cell(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"][2][2] = "bord"
    sheets["Seats"] = [
        ["Who sits where"],
        [],
        ["Votes", "Body", "Notes of ours", "Holder"],
        [],
        ["yes", "hwb", 1, "form"],
    ]
    page = Page.of(workbook(tmp_path / "x.xlsx", sheets))
    assert not page.is_judged()
    faults = {fault["where"]: (fault["section"], fault["row"], fault["column"]) for fault in page.state["faults"]}
    assert faults == {
        "Bodies!C3": ("bodies", 1, page.column("bodies", "Kind")),
        "Seats!D5": ("seats", 0, page.column("seats", "Holder")),
    }
    assert page.tables["seats"]["numbers"] == [5]
    page.set("bodies", 1, "Kind", "board")
    page.set("seats", 0, "Holder", "forum")
    assert page.state["undo"] == "Holder in row 5 of Seats"
    assert page.state["faults"] == []
    assert page.is_judged()
    (seat,) = page.structure.bodies["hwb"].seats
    assert (seat.holder, seat.votes) == ("forum", True)
    assert any("Notes of ours" in notice for notice in page.state["notices"])


def test_a_workbook_shows_its_own_cells_in_their_order(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"] = [
        ["Kind", "Name", "Reports to"],
        ["organisation", "The Council", None],
        [None, None, None],
        ["board", "The Board", "the council"],
        ["e.g. board", None, None],
    ]
    del sheets["Relations"], sheets["Seats"], sheets["Constituencies"]
    path = workbook(tmp_path / "x.xlsx", sheets)
    page = Page.of(path)
    assert page.cells("bodies", "Name", "Reports to")[:2] == [["The Council", ""], ["The Board", "the council"]]
    assert page.tables["bodies"]["numbers"] == [2, 4, 5]
    assert [fault["where"] for fault in page.state["faults"]] == ["Bodies!A5"]
    page.act({"do": "delete", "section": "bodies", "row": 2})
    assert [line.to for line in page.structure.bodies["the-board"].reports_to] == ["the-council"]
    assert page.tables["seats"]["rows"] == []


@pytest.mark.parametrize("key", ["shropshire-draft-2020", "starter"])
def test_an_example_is_opened_without_a_fault(key: str) -> None:
    session = Session()
    assert key in [example["key"] for example in session.examples()]
    assert session.example(key)["faults"] == []


def test_the_example_is_the_draft_of_the_demo() -> None:
    session = Session()
    session.example("shropshire-draft-2020")
    assert data(session._structure()) == data(read(str(FIXTURES / WITH_CONTENT)))


def test_a_blank_structure_has_no_verdict_before_it_has_a_body() -> None:
    session = Session()
    page = Page(session.blank(), session)
    assert not page.is_judged()
    assert [fault["message"] for fault in page.state["faults"]] == [
        "No body is named yet: fill in a row of the sheet Bodies."
    ]
    page.act({"do": "add", "section": "bodies", "cells": {"Name": "The Board", "Kind": "board"}})
    assert page.is_judged()
    assert page.state["bodies"] == [{"id": "the-board", "name": "The Board"}]
