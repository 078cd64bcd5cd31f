"""What people do to workbooks, and what is told of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import govgraph
from formats.workbooks import good, repacked, workbook
from govgraph.model import Structure
from helpers import FIXTURES

Office = Callable[[Path, str], Path]
DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"


def told(structure: Structure) -> list[str]:
    """The notices, without the path before them."""
    return [str(notice).split(": ", 1)[1] for notice in structure.notices]


def plain(path: Path) -> dict[str, Any]:
    return govgraph.read(path).model_dump()


def test_a_small_workbook(tmp_path: Path) -> None:
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", good()))
    assert structure.title == "A county"
    assert structure.as_of == date(2020, 9, 1)
    assert list(structure.bodies) == ["council", "hwb", "forum"]
    hwb = structure.bodies["hwb"]
    assert (hwb.name, hwb.kind, hwb.other_names) == ("Health and Wellbeing Board", "board", ("HWB",))
    assert [(one.to, one.from_, one.lead) for one in hwb.part_of] == [("council", "2020-07-03", True)]
    assert [(seat.on_behalf_of, seat.holder, seat.votes) for seat in hwb.seats] == [("parents", "forum", True)]
    assert [one.to for one in structure.bodies["council"].accountable_to] == ["the electors"]
    assert told(structure) == []


def test_places_are_cells(tmp_path: Path) -> None:
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", good()))
    path = tmp_path / "x.xlsx"
    assert str(structure.place(("bodies", "hwb"))) == f"{path}: Bodies!A3"
    assert str(structure.place(("bodies", "hwb", "kind"))) == f"{path}: Bodies!C3"
    assert str(structure.place(("bodies", "hwb", "part_of", 0))) == f"{path}: Relations!A3"
    assert str(structure.place(("bodies", "hwb", "seats", 0, "votes"))) == f"{path}: Seats!E2"
    assert str(structure.place(("constituencies", "parents"))) == f"{path}: Constituencies!A2"


def test_findings_name_cells(tmp_path: Path) -> None:
    report = govgraph.check(govgraph.read(workbook(tmp_path / "x.xlsx", good())))
    sheets = {finding.location.sheet for finding in report.findings if finding.location}
    assert sheets
    assert sheets <= {"Bodies", "Relations", "Seats"}


def test_headers_in_another_case_and_order_and_blank_rows(tmp_path: Path) -> None:
    sheets = good()
    for rows in sheets.values():
        header, *rest = rows
        header = [text.upper().replace(" ", "_") for text in header]
        blank = [None] * len(header)
        rows[:] = [list(reversed(row)) for row in (blank, header, blank, *rest, blank)]
        for row in rows:
            row.insert(0, None)  # and an empty column before all others
    changed = workbook(tmp_path / "changed.xlsx", sheets)
    assert plain(changed) == plain(workbook(tmp_path / "x.xlsx", good()))


def test_a_title_above_the_headers_is_left_out_and_told(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"][:0] = [["Our bodies, as at 2020"], []]
    path = workbook(tmp_path / "t.xlsx", sheets, lambda book: book["Bodies"].merge_cells("A1:F1"))
    assert plain(path) == plain(workbook(tmp_path / "x.xlsx", good()))
    assert told(govgraph.read(path)) == ["Bodies!A1: The rows above the headers in row 3 are left out."]


def test_a_workbook_with_macros_is_read_and_they_are_not(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", good())
    macros = tmp_path / "x.xlsm"
    macros.write_bytes(path.read_bytes())
    repacked(macros, lambda parts: parts.update({"xl/vbaProject.bin": b"Sub Auto_Open()"}))
    assert plain(macros) == plain(path)


def test_days_counted_from_1904(tmp_path: Path) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def spoil(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        book["Relations"]["D3"].value = date(2020, 7, 3)

    structure = govgraph.read(workbook(tmp_path / "x.xlsx", good(), spoil))
    assert structure.bodies["hwb"].part_of[0].from_ == "2020-07-03"


def test_keys_are_headers_too(tmp_path: Path) -> None:
    sheets = good()
    sheets["Seats"][0] = ["body", "on_behalf_of", "holder", "role", "votes"]
    assert plain(workbook(tmp_path / "k.xlsx", sheets)) == plain(workbook(tmp_path / "x.xlsx", good()))


def test_names_for_ids_and_several_in_a_cell(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"][0].append("Reports to")
    sheets["Bodies"] += [
        [None, "Bath, Wells and Frome Board", "board", "strategic; Operational"],
        [None, "Working Group", "Working-Group", None, None, None, "HWB; Bath, Wells and Frome board"],
        [None, "Panel", "panel", None, None, None, "Bath, Wells and Frome Board"],
        [None, "Other Panel", "panel", None, None, None, "hwb, council"],
        [None, "Third Panel", "panel", None, None, None, "HWB\nThe Council"],
    ]
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", sheets))
    lines = {name: [one.to for one in body.reports_to] for name, body in structure.bodies.items()}
    assert lines == {
        "council": [],
        "hwb": [],
        "forum": [],
        "bath-wells-and-frome-board": [],
        "working-group": ["hwb", "bath-wells-and-frome-board"],
        "panel": ["bath-wells-and-frome-board"],
        "other-panel": ["hwb", "council"],
        "third-panel": ["hwb", "council"],
    }
    assert structure.bodies["bath-wells-and-frome-board"].level == ("strategic", "operational")
    assert str(structure.place(("bodies", "panel", "reports_to", 0))).endswith("Bodies!G7")


def test_several_under_to_are_several_relations(tmp_path: Path) -> None:
    sheets = good()
    sheets["Relations"].append(["forum", "works with", "hwb, council", "2020", None])
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", sheets))
    assert [(one.to, one.from_) for one in structure.bodies["forum"].works_with] == [
        ("hwb", "2020"),
        ("council", "2020"),
    ]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (date(2020, 7, 3), "2020-07-03"),
        ("2020-07-03", "2020-07-03"),
        ("2020-07", "2020-07"),
        (2020, "2020"),
        ("2020", "2020"),
        ("3 July 2020", "2020-07-03"),
        ("3rd Jul 2020", "2020-07-03"),
        ("July 3, 2020", "2020-07-03"),
        ("July 2020", "2020-07"),
        ("07/2020", "2020-07"),
        ("31/07/2020", "2020-07-31"),
        ("7.7.2020", "2020-07-07"),
        ("Sept 2020", "2020-09"),
        (" 2020/7/3 ", "2020-07-03"),
    ],
)
def test_dates(cell: object, read: str, tmp_path: Path) -> None:
    sheets = good()
    sheets["Relations"][2][3] = cell
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", sheets))
    assert structure.bodies["hwb"].part_of[0].from_ == read
    assert told(structure) == []


def test_days_in_figures_are_read_day_first_and_each_is_told(tmp_path: Path) -> None:
    sheets = good()
    sheets["Relations"][2][3] = "03/07/2020"
    sheets["Bodies"][3][5] = "1.2.2021"
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", sheets))
    assert structure.bodies["hwb"].part_of[0].from_ == "2020-07-03"
    assert structure.bodies["forum"].review_by == "2021-02-01"
    assert told(structure) == [
        "Bodies!F4: '1.2.2021' is read with the day first, as 1 February 2021.",
        "Relations!D3: '03/07/2020' is read with the day first, as 3 July 2020.",
    ]


def test_a_cell_that_shows_a_month_is_one(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        cell = book["Relations"]["D3"]
        cell.value, cell.number_format = date(2020, 7, 1), "mmm-yy"

    structure = govgraph.read(workbook(tmp_path / "x.xlsx", good(), spoil))
    assert structure.bodies["hwb"].part_of[0].from_ == "2020-07"
    assert told(structure) == ["Relations!D3: This cell shows a month without a day, and is read as 2020-07."]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"][0] += ["Email", "Colour (ignore)"]
    sheets["Bodies"][1] += ["someone@example.org", "blue"]
    sheets["Budget"] = [["=1"]]
    sheets["Notes (ignore)"] = [["anything"]]
    sheets["Read me"] = [["Hello"]]
    sheets["Settings"].append(["Colour", "blue"])
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", sheets))
    assert told(structure) == [
        "Budget!A1: The sheet 'Budget' is not one that govgraph reads; it is left out.",
        "Bodies!G1: The column 'Email' is not one that govgraph reads; it is left out.",
        "Settings!A4: The setting 'Colour' is not one that govgraph reads; it is left out.",
    ]


def test_an_example_that_somebody_typed_over_is_not_left_out_in_silence(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"].insert(2, ["e.g. board", "Our Board", "board"])
    path = workbook(tmp_path / "x.xlsx", sheets)
    with pytest.raises(govgraph.InputError) as refused:
        govgraph.read(path)
    assert [str(fault) for fault in refused.value.faults] == [
        f"{path}: Bodies!A3: This row begins with 'e.g.' but is not the example that the blank workbook has: delete "
        "'e.g.' if the row states something, else the row."
    ]


@pytest.mark.parametrize("form", [None, "xlsx", "ods"])
def test_hidden_rows_and_sheets_are_read_and_told(
    form: str | None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    def hide(book: Any) -> None:
        book["Bodies"].row_dimensions[3].hidden = book["Bodies"].row_dimensions[4].hidden = True
        book["Bodies"].row_dimensions[40].hidden = True
        book["Seats"].sheet_state = "veryHidden" if form is None else "hidden"

    path = workbook(tmp_path / "x.xlsx", good(), hide)
    path = path if form is None else request.getfixturevalue("office")(path, form)
    structure = govgraph.read(path)
    assert structure.model_dump() == plain(workbook(tmp_path / "y.xlsx", good()))
    assert told(structure) == [
        "Bodies!A3: Rows 3 to 4 are hidden, but they are read.",
        "Seats!A1: This sheet is hidden, but it is read.",
    ]


def test_the_command_line_tells_it_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from govgraph.cli import main

    sheets = good()
    sheets["Budget"] = [["x"]]
    path = workbook(tmp_path / "x.xlsx", sheets)
    for command in (["check"], ["diff", str(path)], ["trace"]):
        with pytest.raises(SystemExit):
            main([*command, str(path), *(["hwb"] if command == ["trace"] else [])])
        err = capsys.readouterr().err.splitlines()
        assert f"{path}: Budget!A1: The sheet 'Budget' is not one that govgraph reads; it is left out." in err


def test_a_result_of_a_formula_is_read(tmp_path: Path, office: Office) -> None:
    def formula(book: Any) -> None:
        book["Bodies"]["B3"].value = '="Health"&" Board"'

    path = workbook(tmp_path / "x.xlsx", good(), formula)
    assert govgraph.read(office(path, "xlsx")).bodies["hwb"].name == "Health Board"
    assert govgraph.read(office(path, "ods")).bodies["hwb"].name == "Health Board"


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_opened_and_saved_by_libreoffice_it_reads_the_same(form: str, tmp_path: Path, office: Office) -> None:
    structure = govgraph.read(DRAFT)
    path = tmp_path / "x.xlsx"
    govgraph.write(structure, path)
    saved = govgraph.read(office(path, form))
    assert saved.model_dump() == structure.model_dump()
    assert told(saved) == []


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_nasty_texts_outlive_libreoffice(form: str, tmp_path: Path, office: Office) -> None:
    from formats.texts import NASTY, is_text

    # It keeps no line end but \n, as XML has none.
    texts = [text for text in NASTY if is_text(text) and "\r" not in text]
    bodies = {f"b{number}": {"name": text, "kind": "board"} for number, text in enumerate(texts)}
    structure = Structure.model_validate({"bodies": bodies})
    govgraph.write(structure, tmp_path / "x.xlsx")
    saved = govgraph.read(office(tmp_path / "x.xlsx", form))
    assert [body.name for body in saved.bodies.values()] == texts


def test_faults_in_ods(tmp_path: Path, office: Office) -> None:
    def spoil(book: Any) -> None:
        book["Bodies"]["B3"].value = "=NA()"
        book["Bodies"].row_dimensions[4].hidden = True
        book["Relations"].merge_cells("A2:A3")

    path = office(workbook(tmp_path / "x.xlsx", good(), spoil), "ods")
    with pytest.raises(govgraph.InputError) as refused:
        govgraph.read(path)
    faults = [str(fault).split(": ", 1)[1].split(";")[0] for fault in refused.value.faults]
    assert "Bodies!B3: Name holds the error #N/A" in faults
    assert any(fault.startswith("Relations!A2: The cells A2:A3 are merged") for fault in faults)
