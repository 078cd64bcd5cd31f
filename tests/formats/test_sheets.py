"""The sheets are made of the model: every key has a place on one of them, under a header that is understood."""

import pytest

from govgraph.formats.sheets.cells import cell_value
from govgraph.formats.sheets.columns import CellType, normalized, plain_columns
from govgraph.formats.sheets.layout import find_column, find_setting, find_sheet, sheets, ties
from govgraph.model import Body, Composition, Contact, Seat, SourceRef, Statement, Structure
from govgraph.model.fields import keys_in_order, shapes

SHEETS = sheets()


def test_the_sheets() -> None:
    names = [sheet.name for sheet in SHEETS.values()]
    of_bodies = ["Bodies", "Relations", "Seats", "Composition", "Contacts"]
    assert names == [*of_bodies, "Themes", "Constituencies", "Sources", "Settings"]


def test_every_key_of_a_body_has_a_column_a_row_or_a_sheet() -> None:
    columns = {str(column.path[0]) for column in SHEETS["bodies"].columns if column.path and column.is_written}
    assert columns | set(ties()) | {"seats", "composition", "contacts"} == set(keys_in_order(Body))


@pytest.mark.parametrize(("section", "model"), [("seats", Seat), ("composition", Composition), ("contacts", Contact)])
def test_every_key_of_a_record_has_a_column(section: str, model: type[Statement]) -> None:
    assert {column.path[0] for column in SHEETS[section].columns[1:]} == set(keys_in_order(model))


def test_every_key_of_a_tie_has_a_column() -> None:
    columns = {column.path for column in SHEETS["relations"].columns}
    for tie in ties().values():
        assert {column.path for column in plain_columns(tie.model) if column != tie.to} <= columns


def test_everything_that_a_file_says_of_itself_is_a_setting() -> None:
    whole = {key for key, shape in shapes(Structure).items() if shape.model not in (None, SourceRef)}
    stated = set(keys_in_order(Structure)) - whole - {"govgraph"}
    assert {column.path[0] for column in plain_columns(Structure)} == stated


@pytest.mark.parametrize("section", SHEETS)
def test_no_header_means_two_columns(section: str) -> None:
    headers = [normalized(column.header) for column in SHEETS[section].columns]
    assert len(set(headers)) == len(headers)
    for column in SHEETS[section].columns:
        for written in (column.header, column.header.upper(), column.header.replace(" ", "_"), f"{column.header} *"):
            assert find_column(SHEETS[section], written) == column


def test_every_column_of_words_has_words_and_every_reference_a_sheet() -> None:
    for sheet in SHEETS.values():
        for column in sheet.columns:
            assert bool(column.words) is (column.cell_type is CellType.WORD)
            assert column.refers_to is None or column.refers_to in SHEETS


def test_dates_are_known_as_such() -> None:
    columns = [(sheet, column) for sheet in SHEETS.values() for column in sheet.columns]
    dates = {(sheet.name, column.header) for sheet, column in columns if column.cell_type == "date"}
    forces = {
        (name, header)
        for name in ("Bodies", "Relations", "Seats", "Composition", "Contacts")
        for header in ("In place from", "In place until")
    }
    assert dates == forces | {("Bodies", "Review by"), ("Sources", "Date")}


@pytest.mark.parametrize(
    ("name", "section"),
    [("BODIES", "bodies"), ("Elements", "bodies"), ("connections", "relations"), ("Seats ", "seats"), ("Sheet1", None)],
)
def test_sheets_by_name(name: str, section: str | None) -> None:
    found = find_sheet(name)
    assert (found.section if found else None) == section


@pytest.mark.parametrize(("header", "key"), [("In force from", "from"), ("in force until", "until"), ("From", "from")])
def test_headers_of_older_workbooks_are_known(header: str, key: str) -> None:
    found = find_column(SHEETS["seats"], header)
    assert found is not None
    assert found.path == (key,)


@pytest.mark.parametrize(
    ("cell", "word"),
    [("co chair", "co_chair"), ("Co-chair", "co_chair"), ("co_chair", "co_chair"), ("vice-chair", "vice_chair")],
)
def test_a_word_is_known_however_it_is_written(cell: str, word: str) -> None:
    role = find_column(SHEETS["seats"], "Role")
    assert role is not None
    assert cell_value(cell, role, lambda _, text: text) == word


def test_from_is_a_body_on_relations_and_a_day_elsewhere() -> None:
    found = [find_column(SHEETS[section], "from") for section in ("relations", "seats", "bodies")]
    assert [column and column.path for column in found] == [("body",), ("from",), ("from",)]
    setting = find_setting("as_of")
    assert setting is not None
    assert setting.path == ("as_of",)
