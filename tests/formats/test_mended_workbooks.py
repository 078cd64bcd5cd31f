"""Workbooks and CSV files that once were read amiss: each is refused, or read as it is shown and told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import govgraph
from formats.workbooks import Sheets, folder, good, repacked, workbook
from govgraph.formats.structure_files import read_csv_folder
from govgraph.model.faults import InputError

SHEET = "xl/worksheets/sheet1.xml"


def told(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        govgraph.read(path)
    return "\n".join(str(fault) for fault in refused.value.faults)


def changed(cell: str, sheet: str, value: Any) -> Sheets:
    sheets = good()
    sheets[sheet][int(cell[1:]) - 1][ord(cell[0]) - ord("A")] = value
    return sheets


def test_settings_need_their_values(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", changed("B1", "Settings", None))
    assert "Settings!A1: There is no column Value: every setting needs it." in told(path)


def test_headers_that_are_merged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", good(), lambda book: book["Seats"].merge_cells("C1:D1"))
    assert "Seats!C1: The cells C1:D1 are merged" in told(path)


def test_a_text_that_a_comma_cuts(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good())
    with (path / "seats.csv").open("a", encoding="utf-8") as file:
        file.write("hwb,parents,forum,member,yes,and no\n")
    assert "seats.csv!F3: This row has more cells than there are headers: a comma has cut a text in two" in told(path)


def test_a_cell_that_shows_only_a_year(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["Relations"]["D3"].value = date(2020, 7, 3)
        book["Relations"]["D3"].number_format = "yyyy"

    read = govgraph.read(workbook(tmp_path / "x.xlsx", good(), spoil))
    assert read.bodies["hwb"].part_of[0].from_ == "2020"
    assert [notice.message for notice in read.notices] == ["This cell shows a year alone, and is read as 2020."]


@pytest.mark.parametrize("text", ["1905-07-12", "12/07/1905", "12 July 1905"])
def test_a_year_typed_into_a_date_cell_and_saved_as_text(text: str, tmp_path: Path) -> None:
    assert "Relations" in told(workbook(tmp_path / "x.xlsx", changed("D3", "Relations", text)))
    assert "holds the day 1905-07-12, which" in told(folder(tmp_path / "x", changed("D3", "Relations", text)))


@pytest.mark.parametrize("text", ["Jul-20", "01-Jul-20"])
def test_a_year_of_two_figures(text: str, tmp_path: Path) -> None:
    path = folder(tmp_path / "x", changed("D3", "Relations", text))
    assert f"has only two figures for the year ('{text}'); write all four." in told(path)


@pytest.mark.parametrize("who", ["N/A", "None", "-", "TBC", "not stated", "unknown", "?", "0"])
def test_accountable_to_nobody(who: str, tmp_path: Path) -> None:
    sentence = f"'{who}' names nobody; leave it empty until you know."
    assert sentence in told(workbook(tmp_path / "x.xlsx", changed("C2", "Relations", who)))


def put(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (put(SHEET, b'r="B3"', b'r="xfd1048576"'), "This workbook is damaged"),
        (put(SHEET, b'r="B3"', b'r="XFD01048576"'), "This workbook is damaged"),
        (put(SHEET, b'r="B3"', b'r="A99999999999"'), "This workbook is damaged"),
        (put("xl/_rels/workbook.xml.rels", b"sheet1.xml", b"Sheet1.xml"), "The sheet Bodies cannot be found"),
        (lambda parts: parts.update({"xl/connections.xml": b"<connections/>"}), "draws on other files"),
        (lambda parts: parts.update({"XL/Workbook.xml": b"<workbook/>"}), "it holds a part twice"),
        (
            lambda parts: parts.update({"xl/sharedStrings.xml": b'<sst uniqueCount="4294967295"/>'}),
            "workbook is damaged",
        ),
    ],
)
def test_parts_that_are_not_as_they_should_be(
    change: Callable[[dict[str, bytes]], None], sentence: str, tmp_path: Path
) -> None:
    assert sentence in told(repacked(workbook(tmp_path / "x.xlsx", good()), change))


@pytest.mark.parametrize(
    "formula",
    ['=WEBSERVICE("x")', "=[1]Sheet1!A1", '=IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""a"")"),"b")', "=cmd|'/c'!A0"],
)
def test_formulas_that_draw_on_others(formula: str, tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book.create_sheet("Import")["A1"].value = formula

    assert "draws on other files" in told(workbook(tmp_path / "x.xlsx", good(), spoil))


def test_a_name_of_which_letters_were_dropped_is_no_id(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", changed("C3", "Relations", "\u65e5\u672c council"))
    assert "Relations!C3: There is no body" in told(path)


def test_an_id_that_another_body_is_called(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", changed("E3", "Bodies", "Council"))
    assert "may mean The Council, whose Id it is, or Health and Wellbeing Board, which is called so" in told(path)


def test_a_row_that_says_what_the_example_says_is_read() -> None:
    text = "Name,Kind\nSEND Partnership Board,partnership\nThe Council,organisation\n"
    sheets = csv_files(bodies=text, constituencies="Name,Represented by\nParent carers,forum\n")
    document = read_csv_folder("x", sheets)
    assert list(document.data["bodies"]) == ["send-partnership-board", "the-council"]
    assert list(document.data["constituencies"]) == ["parent-carers"]


def csv_files(**texts: str) -> dict[str, bytes]:
    return {f"{name}.csv": text.encode() for name, text in texts.items()}


@pytest.mark.parametrize("who", ["Health and Welbeing Board", "the Health and Wellbeing Board"])
def test_accountable_to_what_reads_like_a_body(who: str, tmp_path: Path) -> None:
    said = told(workbook(tmp_path / "x.xlsx", changed("C2", "Relations", who)))
    assert f"Relations!C2: '{who}' " in said
    assert "a body of this structure (Health and Wellbeing Board), but 'is accountable to' is for" in said


@pytest.mark.parametrize("who", ["Health and Wellbeing Board of the next county", "the electors"])
def test_accountable_to_somebody_else(who: str, tmp_path: Path) -> None:
    read = govgraph.read(workbook(tmp_path / "x.xlsx", changed("C2", "Relations", who)))
    assert [one.to for one in read.bodies["council"].accountable_to] == [who]


def test_a_column_without_a_header_in_which_something_stands(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", changed("D1", "Seats", None))
    why = "Column D is filled in, but has no header: write its header, or (ignore) to leave it out."
    assert f"{path}: Seats!D2: {why}" in told(path)
    assert govgraph.read(workbook(tmp_path / "y.xlsx", changed("D1", "Seats", "(ignore)"))).notices == ()


@pytest.mark.parametrize("holder", ["Vacant", "TBC", "nobody", "to be appointed"])
def test_a_seat_that_nobody_fills(holder: str, tmp_path: Path) -> None:
    said = told(workbook(tmp_path / "x.xlsx", changed("C2", "Seats", holder)))
    assert f"Seats!C2: There is no body '{holder}'. If nobody fills the seat, leave Holder empty, and write yes" in said


def test_what_was_meant_is_told_by_its_name(tmp_path: Path) -> None:
    said = told(workbook(tmp_path / "x.xlsx", changed("A3", "Relations", "Health and Wellbeeing Board")))
    assert "Did you mean 'Health and Wellbeing Board'?" in said
    assert "Did you mean" not in told(workbook(tmp_path / "y.xlsx", changed("A3", "Relations", "The Coroner")))
