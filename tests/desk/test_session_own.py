"""The workbook that comes back is the person's own: each cell where it stood, and only what was changed changed."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk.sessions import Page, data, saved
from formats.workbooks import Sheets, folder, good, workbook
from govgraph.desk.protocol import Written
from govgraph.formats.sheets.workbook_writer import template
from helpers import FIXTURES, not_none

OWN: Sheets = {
    "Bodies": [
        ["Our bodies", None, None, None, None],
        [None],
        ["type", "Name", "Favourite colour", "reports into", "Review by"],
        ["organisation", "The Council", "red", None, None],
        [None],
        ["board", "The Board", 7, "The Council", "2021-01"],
        ["forum", "The Forum", True, None, None],
    ],
    "Connections": [["To", "From", "Relation"], ["the electors", "The Council", "is accountable to"]],
    "Seats": [["Body", "Holder", "On behalf of"], ["The Board", "the forum", "Parent carers"]],
    "Constituencies": [["Name", "Represented by"], ["Parent carers", "The Forum"]],
    "Minutes": [["anything"], [1]],
}


def cells(content: bytes) -> dict[str, list[list[Any]]]:
    """The cells of each sheet, as far as something stands in them."""
    book = openpyxl.load_workbook(BytesIO(content))
    return {sheet.title: [[*row] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def content(made: Written) -> bytes:
    return b64decode(made["content"])


@pytest.fixture
def own(tmp_path: Path) -> Page:
    return Page.of(workbook(tmp_path / "ours.xlsx", OWN))


def test_what_is_not_changed_comes_back_cell_by_cell(own: Page) -> None:
    assert own.state["faults"] == []
    made = own.session.write("workbook")
    wanted = {name: rows for name, rows in cells_of_rows(OWN).items() if name != "Minutes"}
    assert cells(content(made)) == wanted
    assert data(saved(own.session)) == data(own.structure)


def cells_of_rows(sheets: Sheets) -> dict[str, list[list[Any]]]:
    """The rows as a workbook has them, each as wide as the widest."""
    widths = {name: max(map(len, rows)) for name, rows in sheets.items()}
    return {name: [[*row, *[None] * (widths[name] - len(row))] for row in rows] for name, rows in sheets.items()}


def test_one_cell_that_is_changed_is_all_that_differs(own: Page) -> None:
    before = cells(content(own.session.write("workbook")))
    own.set("bodies", own.row("bodies", Name="The Board"), "Kind", "panel")
    after = cells(content(own.session.write("workbook")))
    assert after["Bodies"][5] == ["panel", *before["Bodies"][5][1:]]
    after["Bodies"][5] = before["Bodies"][5]
    assert after == before


def test_the_seat_that_is_tried_is_one_row_more(own: Page) -> None:
    own.act({"do": "seat", "body": "the-council", "group": "parent-carers"})
    rows = cells(content(own.session.write("workbook")))["Seats"]
    assert rows == [
        ["Body", "Holder", "On behalf of", "Status"],
        ["The Board", "the forum", "Parent carers", None],
        ["The Council", None, "Parent carers", "proposed"],
    ]


def test_the_note_says_what_is_kept_and_what_is_not(own: Page) -> None:
    note = own.session.write("workbook")["note"]
    assert note.startswith("Your columns, names and rows are kept as they are.")
    assert "Colours, comments, hidden rows and formulas of your own are not kept" in note
    assert "Drop-down lists are not kept either." in note
    assert "The sheet 'Minutes' is not kept." in note


def test_csv_files_come_back_as_sheets(tmp_path: Path) -> None:
    sheets = {**good(), "Phone numbers": [["who"], ["me"]]}
    page = Page.of(*folder(tmp_path / "sheets", sheets).iterdir())
    made = page.session.write("workbook")
    assert {*cells(content(made))} == {name.lower() for name in good()}
    assert "The sheet 'phone numbers.csv' is not kept." in made["note"]
    assert "Colours" not in made["note"]
    assert data(saved(page.session)) == data(page.structure)


def test_the_examples_are_not_shown_and_are_kept() -> None:
    page = Page.of(("ours.xlsx", template()))
    assert page.tables["seats"]["rows"] == page.tables["bodies"]["rows"] == []
    page.act({"do": "add", "section": "bodies", "cells": {"Name": "The Board", "Kind": "board"}})
    assert page.tables["bodies"]["numbers"] == [3]
    made = page.session.write("workbook")
    back = cells(content(made))
    assert [row[0] for row in back["Bodies"]][:2] == ["Id", "e.g. send-board"]
    assert next(iter(back)) == "Read me"
    assert [*back][-1] == "Words"
    assert openpyxl.load_workbook(BytesIO(content(made)))["Bodies"].data_validations.dataValidation
    assert "Drop-down" not in made["note"]
    assert data(saved(page.session)) == data(page.structure)


def test_a_structure_of_text_is_written_as_before() -> None:
    page = Page.of(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
    made = page.session.write("workbook")
    assert "Your columns" not in made.get("note", "")
    assert data(saved(page.session)) == data(page.structure)


def test_what_cannot_be_read_comes_back_with_its_faults(own: Page) -> None:
    own.set("bodies", 0, "Kind", "bord")
    made = own.session.write("workbook")
    assert not_none(made["note"]).startswith("This file cannot be read yet.")
    again = Page.of((made["name"], content(made)))
    assert [fault["where"] for fault in again.state["faults"]] == [fault["where"] for fault in own.state["faults"]]
    assert cells(content(made))["Bodies"][3][0] == "bord"


def test_errors_and_merged_cells_stay_faults(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["Seats"]["C2"].value, book["Seats"]["C2"].data_type = "#REF!", "e"
        book["Bodies"].merge_cells("C2:C3")

    page = Page.of(workbook(tmp_path / "x.xlsx", good(), spoil))
    made = page.session.write("workbook")
    again = Page.of((made["name"], content(made)))
    assert page.state["faults"]
    assert again.state["faults"] == page.state["faults"]


def test_a_name_that_means_several_is_no_name_to_write(tmp_path: Path) -> None:
    sheets = {**OWN, "Constituencies": [["Id", "Name"], ["a", "Parent carers"], ["b", "Parent carers"]]}
    sheets["Seats"] = [["Body", "On behalf of"], ["The Board", "a"]]
    page = Page.of(workbook(tmp_path / "x.xlsx", sheets))
    page.act({"do": "seat", "body": "the-council", "group": "b"})
    assert page.cells("seats", "Body", "On behalf of") == [["The Board", "a"], ["The Council", "b"]]
