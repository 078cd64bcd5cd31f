"""Edits by chance: after each the report is that on the saved workbook, and all of them can be taken back."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from desk.sessions import Page, data, saved
from formats.workbooks import Sheets, good, workbook
from govgraph.desk.protocol import Edit
from govgraph.model.faults import InputError
from govgraph.pipeline import NothingCheckedError, check
from helpers import FIXTURES, mostly_long, not_none

STORIES = (
    "shropshire-draft-2020/structure.yaml",
    "suffolk-2021/structure.yaml",
    "changes/seat-dropped/before.yaml",
    "wellbeing-board-without-two-members/structure.yaml",
)
SHEETS: Sheets = {
    **good(),
    "Bodies": [
        ["Our bodies"],
        [],
        ["Kind", "Name", "Colour", "Reports to"],
        ["organisation", "The Council", "red", None],
        [],
        ["board", "The Board", None, "The Council"],
        ["forum", "The Forum", "blue", None],
    ],
    "Relations": [["To", "From", "Relation"], ["the electors", "The Council", "is accountable to"]],
    "Seats": [["Body", "Holder", "On behalf of"], ["The Board", "the forum", "Parent carers"]],
    "Constituencies": [["Name"], ["Parent carers"]],
    "Ours": [["anything"], [1]],
}
TEXTS = (
    "",
    "yes",
    "no",
    "complete",
    "ended",
    "2020-07",
    "3 July 2019",
    "nonsense",
    "a, b",
    "x\ny",
    "board",
    "Ünsinn €",
)


def any_edit(page: Page, rng: random.Random) -> Edit:
    """An edit of what is there: mostly of cells, from what stands elsewhere in their column or from other texts."""
    section = rng.choice([key for key in page.tables if key != "settings"])
    table = page.tables[section]
    kind = rng.choice(["set"] * 6 + ["add", "delete", "seat", "remove", "answer"])
    bodies, groups = ([each["id"] for each in page.state[key]] for key in ("bodies", "groups"))
    verdict = page.state["verdict"]
    if kind == "set" and table["rows"]:
        column = rng.randrange(len(table["columns"]))
        there = [row[column] for row in table["rows"]]
        text = rng.choice([*there, *there, *TEXTS, *table["columns"][column]["choices"], *bodies])
        return {"do": "set", "section": section, "row": rng.randrange(len(there)), "column": column, "text": text}
    if kind == "delete" and table["rows"]:
        return {"do": "delete", "section": section, "row": rng.randrange(len(table["rows"]))}
    if kind == "seat" and bodies and groups:
        return {"do": "seat", "body": rng.choice(bodies), "group": rng.choice(groups)}
    if kind == "remove" and len(bodies) > 2:
        return {"do": "remove", "body": rng.choice(bodies)}
    open_now = [each for each in verdict["questions"] if each["choices"]] if verdict else []
    if kind == "answer" and open_now:
        question = rng.choice(open_now)
        about, answer = [rng.choice(question["about"])], rng.choice(question["choices"])
        return {"do": "answer", "key": question["key"], "about": about, "answer": answer, "source": "Minutes"}
    cells = {"Body": rng.choice(bodies)} if bodies and section == "seats" else {}
    return {"do": "add", "section": section, "cells": cells}


def assert_as_saved(page: Page) -> None:
    """That the verdict is none where something is faulty, and else the one on the workbook that is saved."""
    state = page.state
    if state["faults"]:
        assert state["verdict"] is None
        return
    before, after = page.session._judge.opened, saved(page.session)
    assert data(after) == data(page.structure)
    try:
        wanted = check(after, against=before if page.session._compared() else None)
    except NothingCheckedError:
        assert state["verdict"] is None
        return
    got = not_none(page.session._judged()[0])
    assert [(each.key, each.status, each.message, each.fix) for each in got.findings] == [
        (each.key, each.status, each.message, each.fix) for each in wanted.findings
    ]


def edit_and_take_back(page: Page, seed: int, number: int) -> None:
    rng = random.Random(seed)
    opened, structure = dict(page.tables), page.session._reading().structure
    states = []
    for _ in range(number):
        try:
            page.act(any_edit(page, rng))
        except InputError:
            continue
        assert_as_saved(page)
        states.append(dict(page.tables))
        if page.state["faults"] and rng.random() < 0.7:
            page.undo()
            assert_as_saved(page)
    last, done = dict(page.tables), 0
    while page.state["undo"] is not None:
        page.undo()
        done += 1
    assert page.tables == opened
    assert page.session._reading().structure is structure
    assert page.state["changed"] is False
    for _ in range(done):
        page.redo()
    assert page.tables == last


@pytest.mark.parametrize("story", mostly_long(STORIES, STORIES[0]))
@given(seed=st.integers(0, 1_000_000))
@examples(20, few=2)
def test_edits_of_a_story(story: str, seed: int) -> None:
    edit_and_take_back(Page.of(FIXTURES / story), seed, 50)


@pytest.fixture(scope="module")
def odd_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with titles, blank rows, columns in another order, and some that are not ours."""
    return workbook(tmp_path_factory.mktemp("odd") / "x.xlsx", SHEETS)


@given(seed=st.integers(0, 1_000_000))
@examples(30, few=3)
def test_edits_of_a_workbook_that_somebody_made(odd_workbook: Path, seed: int) -> None:
    page = Page.of(odd_workbook)
    assert page.state["faults"] == []
    edit_and_take_back(page, seed, 50)


def test_what_is_tried_leaves_the_words_of_a_workbook(odd_workbook: Path) -> None:
    page = Page.of(odd_workbook)
    page.act({"do": "seat", "body": "the-council", "group": "parent-carers"})
    assert page.cells("seats", "Body", "Holder", "On behalf of", "Status") == [
        ["The Board", "the forum", "Parent carers", ""],
        ["The Council", "", "Parent carers", "proposed"],
    ]
    page.undo()
    page.act({"do": "remove", "body": "the-forum"})
    assert page.cells("bodies", "Name", "Reports to") == [["The Council", ""], ["The Board", "The Council"]]
    assert page.tables["bodies"]["numbers"] == [4, 6]
    assert page.cells("seats", "Body") == []
