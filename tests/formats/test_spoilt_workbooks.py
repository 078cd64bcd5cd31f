"""Spoilt workbooks and CSV files, one fault each: the place, a sentence, exit code 2."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from formats.workbooks import Sheets, folder, good, repacked, workbook
from govgraph.cli import main

Spoil = Callable[[Sheets], object]


def put(sheet: str, cell: str, value: Any) -> Spoil:
    """Set one cell: `B3`."""

    def spoil(sheets: Sheets) -> None:
        row = sheets[sheet][int(cell[1:]) - 1]
        column = ord(cell[0]) - ord("A")
        row.extend([None] * (column + 1 - len(row)))
        row[column] = value

    return spoil


def add(sheet: str, *row: Any) -> Spoil:
    return lambda sheets: sheets[sheet].append(list(row))


def both(one: Spoil, other: Spoil) -> Spoil:
    return lambda sheets: (one(sheets), other(sheets))


KINDS = (
    "board, committee, partnership, working group, task and finish group, workstream, panel, organisation, forum, "
    "reviewer, service or post"
)
CELLS: dict[str, tuple[Spoil, str, str]] = {
    "a kind that is none": (
        put("Bodies", "C3", "Bord"),
        "Bodies!C3",
        f"Kind should be {KINDS}, not 'Bord'. Did you mean 'board'?",
    ),
    "no kind": (put("Bodies", "C3", None), "Bodies!C3", f"The body 'hwb' has no Kind; fill in Kind with {KINDS}."),
    "no name": (put("Bodies", "B3", None), "Bodies!B3", "The body 'hwb' has no Name; fill in Name."),
    "neither id nor name": (
        add("Bodies", None, None, "board"),
        "Bodies!B5",
        "This body has no Name; fill in Name.",
    ),
    "an id twice": (
        add("Bodies", "HWB", "Another", "board"),
        "Bodies!A5",
        "The body 'hwb' is in row 3 already.",
    ),
    "a name twice without ids": (
        lambda sheets: sheets["Bodies"].extend([[None, "Group", "panel"], [None, "group", "panel"]]),
        "Bodies!B6",
        "'group' is in row 5 already; if this is another one, give each an Id.",
    ),
    "an id of signs": (
        add("Bodies", "???", "Another", "board"),
        "Bodies!A5",
        "'???' cannot be an id: use small letters, digits and hyphens (health-and-wellbeing-board).",
    ),
    "a header with a slip": (
        put("Bodies", "D1", "Levl"),
        "Bodies!D1",
        "There is no column 'Levl'. Did you mean 'Level'? If not, write (ignore) after its name.",
    ),
    "a header twice": (
        put("Bodies", "G1", "KIND"),
        "Bodies!G1",
        "Kind stands here a second time; first in column C.",
    ),
    "no header": (
        lambda sheets: sheets["Relations"].__setitem__(0, ["2024", "council"]),
        "Relations!A1",
        "This row should hold the headers of the columns (From, Relation, To ...).",
    ),
    "a column that must be there": (
        lambda sheets: [row.pop(2) for row in sheets["Bodies"]],
        "Bodies!A1",
        "There is no column Kind: every body needs it.",
    ),
    "another column that must be there": (
        lambda sheets: [row.pop(0) for row in sheets["Seats"]],
        "Seats!A1",
        "There is no column Body: every seat needs it.",
    ),
    "a relation that is none": (
        put("Relations", "B3", "reports too"),
        "Relations!B3",
        "Relation should be reports to, is part of, is accountable to, is scrutinised by, is overseen by, advises, "
        "feeds into, works with, commissions, delegates to, appoints to, escalates to, replaces, has no seat for, "
        "consults, keeps informed, is responsible for or monitors, not 'reports too'. Did you mean 'reports to'?",
    ),
    "from nowhere": (
        put("Relations", "A3", "hwbb"),
        "Relations!A3",
        "There is no body 'hwbb' on the sheet Bodies. Did you mean 'Health and Wellbeing Board'?",
    ),
    "to nowhere": (
        put("Relations", "C3", "counsil"),
        "Relations!C3",
        "There is no body 'counsil'. Did you mean 'The Council'?",
    ),
    "no target": (put("Relations", "C3", None), "Relations!C3", "This relation has no To; fill in To."),
    "said where it cannot be": (
        add("Relations", "council", "consults", "parents", None, "yes"),
        "Relations!E4",
        "Lead has no meaning where Relation is 'consults'; empty this cell.",
    ),
    "a date that is none": (
        put("Relations", "D3", "in spring"),
        "Relations!D3",
        "In place from should be a date (2020-07-03, 2020-07 or 2020), not 'in spring'.",
    ),
    "a day that does not exist": (
        put("Relations", "D3", "31 June 2020"),
        "Relations!D3",
        "In place from names a day that does not exist: 2020-06-31.",
    ),
    "the month before the day": (
        put("Relations", "D3", "07/25/2020"),
        "Relations!D3",
        "In place from has the month before the day ('07/25/2020'); write 2020-07-25.",
    ),
    "a truth that is none": (
        put("Seats", "E2", "maybe"),
        "Seats!E2",
        "Votes should be yes or no, not 'maybe'.",
    ),
    "a role that is none": (
        put("Seats", "D2", "Chiar"),
        "Seats!D2",
        "Role should be chair, co-chair, vice-chair, lead, co-lead, member, adviser, attendee or observer, not "
        "'Chiar'. Did you mean 'chair'?",
    ),
    "a seat of nobody's body": (put("Seats", "A2", None), "Seats!A2", "This seat has no Body; fill in Body."),
    "an unknown constituency": (
        put("Seats", "B2", "parent"),
        "Seats!B2",
        "There is no constituency 'parent'. Did you mean 'Parent carers'?",
    ),
    "an unknown holder among several": (
        put("Constituencies", "C2", "forum, form"),
        "Constituencies!C2",
        "There is no body 'form'. Did you mean 'The parent carer forum'?",
    ),
    "a name that two have": (
        both(
            add("Bodies", "other", "health and wellbeing  board", "board"),
            put("Relations", "A3", "Health and Wellbeing Board"),
        ),
        "Relations!A3",
        "From may mean Health and Wellbeing Board (Id hwb) or health and wellbeing  board (Id other); write the Id "
        "that is meant.",
    ),
    "a setting with a slip": (
        put("Settings", "A3", "As off"),
        "Settings!A3",
        "There is no setting 'As off'. Did you mean 'As of'?",
    ),
    "a setting twice": (
        add("Settings", "title", "Another"),
        "Settings!A4",
        "Title is in row 2 already; write it once.",
    ),
    "a month where a day is needed": (
        put("Settings", "B3", "September 2020"),
        "Settings!B3",
        "As of should be a full day such as 2020-07-03, not '2020-09'.",
    ),
    "a character that is not seen": (
        put("Bodies", "B3", "Health\u200b Board"),
        "Bodies!B3",
        "Name holds a character that cannot be seen (U+200B); delete it.",
    ),
    "ends before it begins": (
        lambda sheets: (put("Relations", "F1", "In place until")(sheets), put("Relations", "F3", "2019")(sheets)),
        "Relations!A3",
        "This relation ends (2019) before it begins (2020-07-03).",
    ),
    "a seat and an absence": (
        add("Relations", "hwb", "has no seat for", "parents"),
        "Relations!A4",
        "Health and Wellbeing Board is said to have no seat for 'parents', but its seat 1 is theirs at the same time; "
        "one of the two is wrong.",
    ),
}

ONLY_WORKBOOKS: dict[str, tuple[Callable[[Any], Any], str, str]] = {
    "an error": (
        lambda book: error(book["Bodies"]["C3"]),
        "Bodies!C3",
        "Kind holds the error #REF!; mend the formula, or write the value.",
    ),
    "a formula without a result": (
        lambda book: setattr(book["Bodies"]["B3"], "value", '="Health "&"Board"'),
        "Bodies!B3",
        "Name holds a formula whose result is not saved; open the workbook in Excel, and save it.",
    ),
    "a time of day": (
        lambda book: setattr(book["Relations"]["D3"], "value", datetime(2020, 7, 3, 9, 30)),
        "Relations!D3",
        "In place from holds a time of day as well as a date (09:30); write the date alone.",
    ),
    "a date where text is meant": (
        lambda book: setattr(book["Bodies"]["E3"], "value", date(2020, 7, 3)),
        "Bodies!E3",
        "Other names holds a date or a time where text is meant; format the cell as text, and write it again.",
    ),
    "a number that is no date": (
        lambda book: setattr(book["Relations"]["D3"], "value", 44015),
        "Relations!D3",
        "In place from holds the number 44015, not a date; format the cell as a date, or write 2020-07-03.",
    ),
    "a year typed into a date cell": (
        lambda book: setattr(book["Relations"]["D3"], "value", date(1905, 7, 12)),
        "Relations!D3",
        "In place from holds the day 1905-07-12, which a spreadsheet makes of a year typed into a cell for "
        "dates. Format the cell as text, and write the year again.",
    ),
    "merged cells": (
        lambda book: book["Relations"].merge_cells("A2:A3"),
        "Relations!A2",
        "The cells A2:A3 are merged, so that only one of them holds what is shown in all; unmerge them, and fill in "
        "each.",
    ),
    "a sheet with a slip": (
        lambda book: setattr(book["Seats"], "title", "Saets"),
        "Saets!A1",
        "There is no sheet 'Saets'. Did you mean 'Seats'? If not, write (ignore) after its name.",
    ),
    "a sheet twice": (
        lambda book: setattr(book.create_sheet("Elements")["A1"], "value", "Label"),
        "Elements!A1",
        "This is the sheet Bodies again, beside 'Bodies'; keep one of them.",
    ),
}


def error(cell: Any) -> None:
    cell.value = "#REF!"
    cell.data_type = "e"


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What `govgraph check` says on standard error; it must end with 2, and give no verdict."""
    with pytest.raises(SystemExit) as ended:
        main(["check", str(path)])
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    *faults, last = told.err.splitlines()
    assert last == f"Could not check: {len(faults)} fault{'' if len(faults) == 1 else 's'}. There is no verdict."
    return faults


def test_the_good_one_is_read(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", str(workbook(tmp_path / "good.xlsx", good()))])
    assert ended.value.code in (0, 1)


@pytest.mark.parametrize("case", CELLS)
def test_a_fault_in_a_workbook(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, place, sentence = CELLS[case]
    sheets = good()
    spoil(sheets)
    path = workbook(tmp_path / "spoilt.xlsx", sheets)
    told = refused(path, capsys)
    assert f"{path}: {place}: {sentence}" in told
    assert len(told) == 1 or case == "no header"  # without its headers, nothing of a sheet is read


@pytest.mark.parametrize("case", CELLS)
def test_the_same_fault_in_a_folder_of_csv(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, place, sentence = CELLS[case]
    sheets = good()
    spoil(sheets)
    path = folder(tmp_path / "spoilt", sheets)
    sheet, _, cell = place.partition("!")
    assert f"{path}: {sheet.lower()}.csv!{cell}: {sentence}" in refused(path, capsys)


@pytest.mark.parametrize("case", ONLY_WORKBOOKS)
def test_a_fault_that_only_workbooks_have(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, place, sentence = ONLY_WORKBOOKS[case]
    path = workbook(tmp_path / "spoilt.xlsx", good(), spoil)
    assert f"{path}: {place}: {sentence}" in refused(path, capsys)


def test_all_faults_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheets = good()
    for spoil, _, _ in (CELLS["no kind"], CELLS["a date that is none"], CELLS["a truth that is none"]):
        spoil(sheets)
    told = refused(workbook(tmp_path / "spoilt.xlsx", sheets), capsys)
    assert [line.split(": ")[1] for line in told] == ["Bodies!C3", "Relations!D3", "Seats!E2"]


def test_a_cell_that_does_not_count_may_hold_an_error(tmp_path: Path) -> None:
    from govgraph.formats import read

    sheets = good()
    sheets["Bodies"][0].append("Email")
    path = workbook(tmp_path / "good.xlsx", sheets, lambda book: error(book["Bodies"]["G3"]))
    structure = read(path)
    assert [str(notice) for notice in structure.notices] == [
        f"{path}: Bodies!G1: The column 'Email' is not one that govgraph reads; it is left out."
    ]


def unreadable(data: bytes | None, name: str = "x.xlsx") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data or b"")
        return path

    return make


def with_parts(change: Callable[[dict[str, bytes]], object]) -> Callable[[Path], Path]:
    return lambda folder: repacked(workbook(folder / "x.xlsx", good()), change)


def far(cell: bytes) -> Callable[[dict[str, bytes]], None]:
    """Also fill a cell far out, on the sheet Bodies."""

    def change(parts: dict[str, bytes]) -> None:
        row = cell.lstrip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        added = b'<row r="%b"><c r="%b"><v>1</v></c></row></sheetData>' % (row, cell)
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", added)

    return change


def bomb(parts: dict[str, bytes]) -> None:
    parts["xl/media/image1.bin"] = b"\0" * 40_000_000


def with_dtd(parts: dict[str, bytes]) -> None:
    laughs = b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>'
    parts["xl/worksheets/sheet1.xml"] = laughs + parts["xl/worksheets/sheet1.xml"]


def empty_folder(folder: Path) -> Path:
    made = folder / "nothing"
    made.mkdir()
    return made


FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "seventeen billion cells": (
        with_parts(far(b"XFD1048576")),
        "The sheet Bodies reaches as far as XFD1048576, over more than 5 million cells. Delete the rows and "
        "columns far out, and save it.",
    ),
    "a zip bomb": (
        with_parts(bomb),
        "This file unpacks to more than 300 times its size, as no workbook does; it is not read.",
    ),
    "a larger zip bomb": (
        with_parts(lambda parts: parts.update({f"xl/media/{n}.bin": b"\0" * 30_000_000 for n in range(4)})),
        "Unpacked, this file is larger than 100 MB, the most that is read.",
    ),
    "external links": (
        with_parts(lambda parts: parts.update({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})),
        "This workbook draws on other files, whose values it may not hold any more: break the links (in Excel: "
        "Data, Edit "
        "Links, Break Link), and save it.",
    ),
    "entities": (
        with_parts(with_dtd),
        "This workbook holds a document type (DTD), as no workbook does; it is not read.",
    ),
    "broken XML": (
        with_parts(lambda parts: parts.update({"xl/worksheets/sheet1.xml": b"<worksheet><row>"})),
        "This workbook is damaged: open it in Excel, and save it as an Excel workbook (.xlsx).",
    ),
    "no workbook inside": (
        with_parts(lambda parts: parts.pop("xl/workbook.xml")),
        "This is not a workbook: save it as an Excel workbook (.xlsx).",
    ),
    "binary": (
        with_parts(lambda parts: parts.update({"xl/workbook.bin": parts.pop("xl/workbook.xml")})),
        "This is a binary Excel file: save it as an Excel workbook (.xlsx).",
    ),
    "cut short": (
        lambda folder: unreadable(workbook(folder / "y.xlsx", good()).read_bytes()[:3000])(folder),
        "This is not a workbook, or a damaged one: open it in Excel, and save it as an Excel workbook (.xlsx).",
    ),
    "empty": (
        unreadable(b""),
        "This is not a workbook, or a damaged one: open it in Excel, and save it as an Excel workbook (.xlsx).",
    ),
    "old or locked": (
        unreadable(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        "This is an old Excel file (.xls), or one locked by a password: save it as an Excel workbook (.xlsx), "
        "unlocked.",
    ),
    "old by name": (
        unreadable(b"\xd0\xcf\x11\xe0", "x.xls"),
        "This is an old Excel file: save it as an Excel workbook (.xlsx).",
    ),
    "one CSV file": (
        unreadable(b"Id,Name\n", "bodies.csv"),
        "A structure in CSV is a folder of files (bodies.csv, relations.csv ...): name the folder, not the file.",
    ),
    "an empty folder": (
        empty_folder,
        "No file in this folder ends in .csv: name the structure's file, or a folder with bodies.csv.",
    ),
    "no sheet that is known": (
        lambda folder: workbook(folder / "x.xlsx", {"Sheet1": [["a"]], "Sheet2": [["b"]]}),
        "None of the sheets ('Sheet1', 'Sheet2') is one that govgraph reads: Bodies, Relations, Seats, "
        "Composition, Contacts, Themes, "
        "Constituencies, Sources, Settings. `govgraph new my.xlsx` writes them all.",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_refused_whole(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, sentence = FILES[case]
    path = make(tmp_path)
    assert refused(path, capsys) == [f"{path}: {sentence}"]


def csv_file(name: str, data: bytes) -> Callable[[Path], None]:
    def put_into(path: Path) -> None:
        (path / name).write_bytes(data)

    return put_into


CSV_FILES: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "UTF-16": (
        csv_file("bodies.csv", "Id,Name\n".encode("utf-16")),
        "bodies.csv",
        "The file is not text in UTF-8 (perhaps UTF-16): save it as 'CSV UTF-8'.",
    ),
    "an open quote": (
        csv_file("bodies.csv", b'Id,Name,Kind\na,"A,board\n'),
        "bodies.csv!A2",
        "A text in quotes is not closed before the end: put the text in double quotes, and double those inside it.",
    ),
    "a quote inside": (
        csv_file("bodies.csv", b'Id,Name,Kind\na,"A" board,board\n'),
        "bodies.csv!A2",
        "A quote stands where no text in quotes ends, or a text is too long: put the text in double quotes, and double "
        "those inside it.",
    ),
}


@pytest.mark.parametrize("case", CSV_FILES)
def test_a_csv_file_that_cannot_be_read(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, place, sentence = CSV_FILES[case]
    path = folder(tmp_path / "spoilt", good())
    spoil(path)
    assert refused(path, capsys) == [f"{path}: {place}: {sentence}"]


def test_a_lie_about_the_extent_changes_nothing(tmp_path: Path) -> None:
    from govgraph.formats import read

    def lie(parts: dict[str, bytes]) -> None:
        sheet = parts["xl/worksheets/sheet1.xml"]
        parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'ref="A1:F4"', b'ref="A1:XFD1048576"')
        assert parts["xl/worksheets/sheet1.xml"] != sheet

    told = read(repacked(workbook(tmp_path / "x.xlsx", good()), lie))
    assert told.model_dump() == read(workbook(tmp_path / "y.xlsx", good())).model_dump()
