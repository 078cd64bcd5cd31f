"""Edits on the desk: what each does to tables, verdict and history; seats that are tried, and questions answered."""

import ast
import json
from base64 import b64decode
from pathlib import Path

import pytest
from test_layers import PACKAGE, imports

import govgraph
from desk.sessions import Page, data, named
from formats.workbooks import good, workbook
from govgraph.answers.recording import IN_A_ROW
from govgraph.desk.protocol import Fact, Question
from govgraph.desk.session import Session
from govgraph.formats import read
from helpers import FIXTURES, mostly_long, not_none

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
BOARD = "wellbeing-board"
GROUP = "parent-carers"
STORIES = sorted(path.parent.name for path in FIXTURES.glob("*/structure.yaml"))


@pytest.fixture
def draft() -> Page:
    return Page.of(DRAFT)


def test_a_seat_is_tried_where_it_is_lacking(draft: Page) -> None:
    (fact,) = not_none(draft.state["verdict"])["facts"]
    labels = {offer["label"]: offer["edit"] for offer in fact["what_ifs"]}
    assert list(labels) == [
        "Give parent carers a seat on the CCG Governing Body",
        "Give parent carers a seat on the People's Overview Committee",
        "Give parent carers a seat on the Shropshire Health and Wellbeing Board",
    ]
    state = draft.act(labels["Give parent carers a seat on the Shropshire Health and Wellbeing Board"])
    verdict = not_none(state["verdict"])
    assert state["undo"] == "the proposed seat for parent carers on the Shropshire Health and Wellbeing Board"
    assert [table["section"] for table in state["tables"]] == ["seats"]
    assert draft.cells("seats", "Body", "On behalf of", "Status") == [[BOARD, GROUP, "proposed"]]
    assert named(verdict["known"]) == [("REP101", ["ccg-governing-body", "people-overview"])]
    assert named(verdict["gone"]) == [("REP101", [BOARD])]
    assert (verdict["facts"], "People's Overview Committee" in verdict["headline"]) == ([], True)


def test_an_absence_of_today_stays_beside_a_seat_that_is_tried(draft: Page) -> None:
    absences = draft.tables["relations"]["rows"]
    draft.act({"do": "seat", "body": BOARD, "group": GROUP})
    assert [BOARD, "has no seat for"] in draft.cells("relations", "From", "Relation")
    assert draft.tables["relations"]["rows"] == absences
    wanted = read(str(DRAFT)).with_seat(BOARD, on_behalf_of=GROUP, status="proposed")
    assert data(draft.structure) == data(wanted)


def test_a_fact_says_where_it_stands_once_there_are_tables(draft: Page) -> None:
    (fact,) = not_none(draft.state["verdict"])["facts"]
    assert fact["places"] == []  # the file has no cells yet
    draft.act({"do": "seat", "body": BOARD, "group": GROUP})
    (fact,) = not_none(draft.state["verdict"])["known"]
    assert fact["rule"].split()[0] == "REP101"
    relations = draft.tables["relations"]
    absent = {
        f"Relations!A{number}": row[0]
        for number, row in zip(relations["numbers"], relations["rows"], strict=True)
        if row[1] == "has no seat for"
    }
    assert [absent[place["where"]] for place in fact["places"]] == ["ccg-governing-body", "people-overview"]
    assert [relations["rows"][place["row"]][place["column"]] for place in fact["places"]] == [
        "ccg-governing-body",
        "people-overview",
    ]


def test_of_a_vacant_chair_the_seat_comes_first(tmp_path: Path) -> None:
    sheets = good()
    sheets["Seats"] = [
        ["Body", "Role", "Holder", "Vacant"],
        ["hwb", "member", "forum", None],
        ["hwb", "chair", None, "yes"],
    ]
    page = Page.of(workbook(tmp_path / "x.xlsx", sheets))
    facts = {code: fact for (code, _), fact in zip(named(facts_of(page)), facts_of(page), strict=True)}
    assert [place["where"] for place in facts["MAN105"]["places"]][:1] == ["Seats!A3"]
    assert (facts["MAN105"]["places"][0]["section"], facts["MAN105"]["places"][0]["row"]) == ("seats", 1)


def facts_of(page: Page) -> list[Fact]:
    return not_none(page.state["verdict"])["facts"]


def test_without_a_body_the_verdict_says_who_is_cut_off(draft: Page) -> None:
    state = draft.act({"do": "remove", "body": BOARD})
    verdict = not_none(state["verdict"])
    facts = {code: fact["message"] for (code, _), fact in zip(named(verdict["facts"]), verdict["facts"], strict=True)}
    assert facts["CHG102"].startswith("The 0-25 SEND Strategic Board may no longer answer to Shropshire Council")
    assert "leaves behind the 0-25 SEND Strategic Board" in facts["CHG105"]
    assert [(code, fact["fix"]) for (code, _), fact in zip(named(verdict["gone"]), verdict["gone"], strict=True)] == [
        ("REP101", "Not found any more, but only because the body is gone.")
    ]
    assert state["undo"] == "the removal of the Shropshire Health and Wellbeing Board"
    assert BOARD not in [body["id"] for body in state["bodies"]]


def test_nothing_that_is_not_there_is_removed_or_seated(draft: Page) -> None:
    for edit in ({"do": "remove", "body": "nobody"}, {"do": "seat", "body": BOARD, "group": "nobody"}):
        told = json.loads(draft.session.call("act", json.dumps([edit])))
        assert len(told["refused"]) == 1
    assert draft.session.undo()["changed"] is False


def test_edits_are_taken_back_and_made_again(draft: Page) -> None:
    draft.set("bodies", 0, "Kind", "panel")
    assert (draft.state["undo"], draft.state["redo"], draft.state["changed"]) == ("Kind in row 2 of Bodies", None, True)
    draft.undo()
    assert (draft.state["undo"], draft.state["redo"]) == (None, "Kind in row 2 of Bodies")
    assert draft.state["changed"] is False
    draft.redo()
    assert draft.cells("bodies", "Kind")[0] == ["panel"]
    draft.undo()
    draft.act({"do": "add", "section": "seats", "cells": {}})
    assert (draft.state["undo"], draft.state["redo"]) == ("a new row on Seats", None)


def test_the_same_text_again_is_no_edit(draft: Page) -> None:
    draft.set("bodies", 0, "Kind", draft.cells("bodies", "Kind")[0][0])
    assert (draft.state["undo"], draft.state["changed"], draft.state["tables"]) == (None, False, [])


def test_what_is_written_back_is_no_change(draft: Page) -> None:
    kind = draft.cells("bodies", "Kind")[0][0]
    draft.set("bodies", 0, "Kind", "panel")
    draft.set("bodies", 0, "Kind", kind)
    assert draft.state["changed"] is False
    assert not_none(draft.state["verdict"])["known"] == []


def test_what_is_saved_is_still_compared_with_what_was_opened(draft: Page) -> None:
    draft.act({"do": "seat", "body": BOARD, "group": GROUP})
    state = draft.session.saved("mine.xlsx")
    assert (state["changed"], state["name"]) == (False, "mine.xlsx")
    assert named(not_none(state["verdict"])["gone"]) == [("REP101", [BOARD])]
    assert draft.undo()["changed"] is True


def test_a_fault_has_its_cell_and_no_verdict(draft: Page) -> None:
    row = draft.row("relations", Relation="reports to")
    state = draft.set("relations", row, "To", "the bord of nobody")
    (fault,) = state["faults"]
    assert (fault["where"], fault["section"], fault["row"]) == (f"Relations!C{row + 2}", "relations", row)
    assert fault["column"] == draft.column("relations", "To")
    assert state["verdict"] is None
    told = json.loads(draft.session.call("act", json.dumps([{"do": "remove", "body": BOARD}])))
    assert told == {"refused": ["Mend what cannot be read first."]}


def test_what_has_faults_is_saved_as_it_is(draft: Page) -> None:
    row = draft.row("relations", Relation="reports to")
    faults = draft.set("relations", row, "To", "the bord of nobody")["faults"]
    made = draft.session.write("workbook")
    again = Page.of((made["name"], b64decode(made["content"])))
    assert again.state["faults"] == faults
    assert {key: table["rows"] for key, table in again.tables.items()} == {
        key: table["rows"] for key, table in draft.tables.items()
    }
    assert json.loads(draft.session.call("write", '["page"]')) == {"refused": ["Mend what cannot be read first."]}


def test_a_seat_with_just_its_body_does_not_stop_the_report(draft: Page) -> None:
    state = draft.act({"do": "add", "section": "seats", "cells": {"Body": BOARD}})
    assert state["faults"] == []
    assert state["verdict"] is not None


def test_cells_that_are_not_there_are_refused(draft: Page) -> None:
    for edit in (
        {"do": "set", "section": "bodies", "row": 99, "column": 0, "text": "x"},
        {"do": "set", "section": "bodies", "row": 0, "column": 99, "text": "x"},
        {"do": "delete", "section": "seats", "row": 0},
        {"do": "add", "section": "nothing", "cells": {}},
        {"do": "add", "section": "bodies", "cells": {"Colour": "red"}},
        {"do": "set", "section": "bodies", "row": 0, "column": 0, "text": "x" * 32_768},
        {"do": "text", "text": "bodies: {}"},
    ):
        assert "refused" in json.loads(draft.session.call("act", json.dumps([edit])))


def test_nothing_is_done_before_something_is_open() -> None:
    session = Session()
    for method in ("undo", "redo", "picture"):
        assert json.loads(session.call(method, "[]")) == {"refused": ["Nothing is open yet."]}


def test_a_new_id_is_written_wherever_the_old_one_stood(draft: Page) -> None:
    row = draft.row("bodies", Id=BOARD)
    before = draft.cells("relations", "From", "To")
    state = draft.set("bodies", row, "Id", "hwb")
    assert state["faults"] == []
    assert draft.cells("relations", "From", "To") == [
        [cell if cell != BOARD else "hwb" for cell in cells] for cells in before
    ]


def test_a_new_name_keeps_the_id_and_is_written_wherever_the_old_one_stood(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"] = [
        ["Name", "Kind"],
        ["The Council", "organisation"],
        ["The Board", "board"],
        ["The Forum", "forum"],
    ]
    sheets["Relations"] = [["From", "Relation", "To"], ["The Board", "works with", "The Forum, The Council"]]
    sheets["Seats"] = [["Body", "Holder"], ["The Board", "The Forum"]]
    sheets["Constituencies"][1][2] = "The Forum"
    page = Page.of(workbook(tmp_path / "x.xlsx", sheets))
    state = page.set("bodies", 2, "Name", "Parents' Voice")
    assert state["faults"] == []
    assert page.cells("relations", "To") == [["Parents' Voice, The Council"]]
    assert page.cells("seats", "Holder") == [["Parents' Voice"]]
    assert page.cells("bodies", "Id") == [[""], [""], ["the-forum"]]
    assert page.structure.bodies["the-forum"].name == "Parents' Voice"
    assert not_none(state["verdict"])["facts"] == []


def test_a_deleted_row_takes_its_faults_along(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"].insert(2, ["odd", "The Odd One", "bord", None, None, None])
    page = Page.of(workbook(tmp_path / "x.xlsx", sheets))
    assert [fault["row"] for fault in page.state["faults"]] == [1]
    state = page.act({"do": "delete", "section": "bodies", "row": 1})
    assert (state["faults"], state["undo"]) == ([], "the deletion of row 3 of Bodies")
    assert page.tables["bodies"]["numbers"] == [2, 3, 4]


def questions(page: Page) -> dict[str, Question]:
    return {question["key"]: question for question in not_none(page.state["verdict"])["questions"]}


def test_a_question_is_answered_where_it_stands(draft: Page) -> None:
    question = questions(draft)["scrutinisers"]
    assert question["can_be_recorded"]
    assert question["choices"][0] == "nobody"
    assert "People's Overview Committee" in question["choices"]
    about = "Shropshire Health and Wellbeing Board"
    assert about in question["about"]
    state = draft.act(
        {
            "do": "answer",
            "key": question["key"],
            "about": [about],
            "answer": "People's Overview Committee",
            "source": "Minutes of May 2026",
        }
    )
    assert state["undo"] == f"the answer “People's Overview Committee” for the {about}"
    assert about not in questions(draft)["scrutinisers"]["about"]
    assert draft.cells("relations", "From", "Relation", "To", "Source")[-1] == [
        BOARD,
        "is scrutinised by",
        "people-overview",
        "minutes-of-may-2026",
    ]


def test_an_answer_that_is_none_is_refused_in_a_sentence(draft: Page) -> None:
    question = questions(draft)["scrutinisers"]
    edit = {"do": "answer", "key": question["key"], "about": question["about"], "answer": "the moon", "source": ""}
    told = json.loads(draft.session.call("act", json.dumps([edit])))
    assert [sentence for sentence in told["refused"] if "There is no body “the moon” in the file." in sentence]
    assert draft.session.undo()["changed"] is False


@pytest.mark.parametrize("story", mostly_long(STORIES, "shropshire-draft-2020"))
def test_every_answer_to_choose_from_is_understood(story: str) -> None:
    page = Page.of(FIXTURES / story / "structure.yaml")
    pairs = [(each, choice) for each in questions(page).values() for choice in each["choices"]]
    for question, choice in pairs:
        answer = {"key": question["key"], "about": question["about"][0], "answer": choice}
        try:
            govgraph.answer(page.structure, [answer])
        except govgraph.InputError as error:  # it is understood, and something else is in its way
            (fault,) = error.faults
            assert IN_A_ROW in fault.message or "correct that first" in fault.message, fault


def test_two_answers_that_need_one_another_are_recorded_together(draft: Page) -> None:
    about = ["Task and Finish groups"]
    first = {"do": "answer", "key": "scrutinisers", "about": about, "answer": "nobody", "source": ""}
    told = json.loads(draft.session.call("act", json.dumps([first])))
    assert told["refused"] == [
        "Answer: “nobody” says that the file lists all lines of Task and Finish groups. Answer who it reports to too."
    ]
    state = draft.act({"do": "answer", "key": "reports_to", "about": about, "answer": "nobody", "source": "Minutes"})
    assert state["undo"] == "the answer “nobody” for the Task and Finish groups"
    for key in ("scrutinisers", "reports_to"):
        assert about[0] not in questions(draft)[key]["about"]


def test_the_desk_does_without_the_command_line() -> None:
    used = {name for path in (PACKAGE / "desk").glob("*.py") for name in imports(path)}
    assert [name for name in used if name.split(".")[0] == "click" or name.startswith("govgraph.cli")] == []


def test_names_of_people_are_in_tables_and_not_in_the_verdict(tmp_path: Path) -> None:
    sheets = good()
    sheets["Seats"] = [["Body", "Person", "Role"], ["hwb", "Ada Lovelace", "chair"]]
    page = Page.of(workbook(tmp_path / "x.xlsx", sheets))
    page.act({"do": "delete", "section": "seats", "row": 0})
    page.undo()
    assert page.cells("seats", "Person") == [["Ada Lovelace"]]
    assert "Lovelace" not in json.dumps(page.state["verdict"])


def test_everything_crosses_as_plain_json() -> None:
    session = Session()
    state = json.loads(session.call("example", '["shropshire-draft-2020"]'))
    assert state == json.loads(json.dumps(session.undo() | {"revision": 1, "tables": state["tables"]}))
    assert ast.literal_eval(repr(json.loads(session.call("examples", "[]"))))[0]["key"] == "shropshire-draft-2020"
