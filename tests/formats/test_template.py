"""The workbook that `govgraph new` writes."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import govgraph
from govgraph.formats.sheets.layout import EXAMPLE, sheets
from govgraph.formats.sheets.workbook_writer import template


def test_as_it_comes_it_says_where_to_begin(tmp_path: Path) -> None:
    path = tmp_path / "my.xlsx"
    path.write_bytes(template())
    with pytest.raises(govgraph.InputError) as refused:
        govgraph.read(path)
    assert [str(fault) for fault in refused.value.faults] == [
        f"{path}: Bodies!A3: No body is named yet: fill in a row of the sheet Bodies."
    ]


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_its_examples_stay_out_when_libreoffice_has_saved_it(
    form: str, tmp_path: Path, office: Callable[[Path, str], Path]
) -> None:
    path = tmp_path / "my.xlsx"
    path.write_bytes(template())
    with pytest.raises(govgraph.InputError, match=r"Bodies!A3: No body is named yet") as refused:
        govgraph.read(office(path, form))
    assert len(refused.value.faults) == 1


def test_each_sheet_has_one_worked_row_and_every_column(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    for sheet in sheets().values():
        header, *rows = book[sheet.name].iter_rows(values_only=True)
        assert header == tuple(column.header for column in sheet.columns if column.is_written)
        examples = [row for row in rows if str(row[0]).startswith(EXAMPLE)]
        assert len(examples) == (0 if sheet.section == "settings" else 1)


def test_one_row_is_enough_and_the_examples_stay_out(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    book["Bodies"]["B3"], book["Bodies"]["C3"] = "Our Board", "board"
    book.save(tmp_path / "my.xlsx")
    structure = govgraph.read(tmp_path / "my.xlsx")
    assert {key: body.name for key, body in structure.bodies.items()} == {"our-board": "Our Board"}
    assert (structure.themes, structure.sources, structure.constituencies) == ({}, {}, {})
    assert structure.notices == ()


def test_the_worked_rows_make_a_structure(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    for sheet in sheets().values():
        first = book[sheet.name]["A2"]
        first.value = str(first.value).removeprefix(EXAMPLE).strip()
    for name, kind in (("wellbeing-board", "board"), ("forum", "forum")):
        book["Bodies"].append([name, name, kind])
    book["Constituencies"].append(["young-people", "Young people"])
    for title in ("Relations", "Seats"):
        source = next(cell.column for cell in book[title][1] if cell.value == "Source")
        book[title].cell(2, source).value = "terms"
    book.save(tmp_path / "my.xlsx")
    board = govgraph.read(tmp_path / "my.xlsx").bodies["send-board"]
    assert [(one.to, one.source.id if one.source else None) for one in board.reports_to] == [
        ("wellbeing-board", "terms")
    ]
    assert [(one.on_behalf_of, one.holder, one.role, one.votes) for one in board.seats] == [
        ("parent-carers", "forum", "co_chair", True)
    ]
    assert [(one.for_, one.title, one.senior) for one in board.contacts] == [
        ("young-people", "Young people's champion", True)
    ]


def test_the_first_sheet_says_how_in_ten_lines(tmp_path: Path) -> None:
    lines = [row[0] for row in openpyxl.load_workbook(BytesIO(template()))["Read me"].iter_rows(values_only=True)]
    assert lines[0] == "How to fill in this workbook"
    assert [line.split(".")[0] for line in lines[1:] if isinstance(line, str)] == [
        str(number) for number in range(1, 11)
    ]


def test_it_is_the_same_every_time() -> None:
    assert template() == template()
