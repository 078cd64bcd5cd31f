"""What a written workbook and a written folder look like to programs that are not ours."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
import yaml

import govgraph
from formats.texts import NASTY, is_text
from govgraph.formats.sheets.layout import WORDS, sheets
from govgraph.model import Structure, relation_keys
from govgraph.model.faults import InputError
from helpers import FIXTURES

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
TEXTS = [text for text in NASTY if is_text(text)]


@pytest.fixture
def nasty() -> Structure:
    bodies = {f"b{number}": {"name": text, "kind": "board", "note": text} for number, text in enumerate(TEXTS)}
    return Structure.model_validate({"bodies": bodies})


@pytest.fixture
def draft() -> Structure:
    return govgraph.read(DRAFT)


def test_no_cell_is_a_formula(nasty: Structure, tmp_path: Path) -> None:
    govgraph.write(nasty, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    guarded = [cell.quotePrefix for (cell,) in book["Bodies"]["B2:B5"]]
    assert guarded == [True, True, True, True]


def test_no_field_of_csv_begins_as_a_formula(nasty: Structure, tmp_path: Path) -> None:
    govgraph.write(nasty, tmp_path / "x")
    text = (tmp_path / "x" / "bodies.csv").read_bytes().decode("utf-8-sig")
    fields = [field for row in csv.reader(io.StringIO(text, newline="")) for field in row]
    assert not [field for field in fields if field.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))]
    assert (tmp_path / "x" / "bodies.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_another_reader_sees_the_same_cells(draft: Structure, tmp_path: Path) -> None:
    govgraph.write(draft, tmp_path / "x.xlsx")
    header, *rows = python_calamine.load_workbook(tmp_path / "x.xlsx").get_sheet_by_name("Bodies").to_python()
    assert header[:3] == ["Id", "Name", "Kind"]
    assert [row[:2] for row in rows] == [[key, body.name] for key, body in draft.bodies.items()]


def test_dates_are_date_cells(draft: Structure, tmp_path: Path) -> None:
    govgraph.write(draft, tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["Sources"]
    dates = [cell.value for (cell,) in sheet["D2:D4"]]
    assert [str(date) for date in dates] == ["2020-07-03 00:00:00", "2012", "2000"]
    assert sheet["D2"].number_format == "yyyy-mm-dd"


def test_it_is_fit_to_be_filled_in(draft: Structure, tmp_path: Path) -> None:
    govgraph.write(draft, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["Read me", *(sheet.name for sheet in sheets().values()), WORDS]
    for sheet in book.worksheets[1:-1]:
        assert sheet.freeze_panes == "B2"
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
    relations, seats = choices(book, "Relations"), choices(book, "Seats")
    assert relations["From"].startswith("'Bodies'!$B$2:$B$")
    offered = offers(book, relations["Relation"])
    assert set(offered) >= {words.words for words in relation_keys().values()}
    assert {"is accountable to", "has no seat for", "consults", "keeps informed", "is responsible for"} <= set(offered)
    assert seats["Role"] == '"chair,co-chair,vice-chair,lead,co-lead,member,adviser,attendee,observer"'
    rows = {str(row[0].value): f"B{row[0].row}" for row in book["Settings"].iter_rows(min_row=2)}
    settings = {str(one.sqref): one.formula1 for one in book["Settings"].data_validations.dataValidation}
    assert settings[rows["Membership"]] == '"complete,partial"'


def choices(book: Any, name: str) -> dict[str, str]:
    """Where each drop-down of a sheet takes its choices from, by the header of its column."""
    headers = {cell.column_letter: cell.value for cell in book[name][1]}
    lists = book[name].data_validations.dataValidation
    return {headers[str(one.sqref).split("2:")[0]]: one.formula1 for one in lists}


def offers(book: Any, formula: str) -> list[str]:
    """The words that a drop-down offers: its own, or those on the sheet of words."""
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    sheet, _, cells = formula.partition("!")
    return [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]


def test_every_drop_down_is_short_enough_for_excel(tmp_path: Path, draft: Structure) -> None:
    govgraph.write(draft, tmp_path / "x.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx"):
        for one in sheet.data_validations.dataValidation:
            assert len(one.formula1) <= 257, (sheet.title, one.formula1)


def test_nobody_and_no_time_is_in_it(draft: Structure, tmp_path: Path) -> None:
    for name in ("x.xlsx", "y.xlsx"):
        govgraph.write(draft, tmp_path / name)
    assert (tmp_path / "x.xlsx").read_bytes() == (tmp_path / "y.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "lastModifiedBy" not in core
    properties = openpyxl.load_workbook(tmp_path / "x.xlsx").properties
    assert (properties.creator, properties.lastModifiedBy) == ("govgraph", None)
    assert {str(properties.created), str(properties.modified)} == {"2000-01-01 00:00:00"}


def test_yaml_reads_like_terms_of_reference(tmp_path: Path) -> None:
    data = {
        "title": "A county",
        "as_of": "2020-09-01",
        "sources": {"terms": {"title": "Terms", "date": "2020-07"}},
        "constituencies": {"parents": {"name": "Parents", "represented_by": ["forum"]}},
        "bodies": {
            "hwb": {
                "name": "yes",
                "kind": "board",
                "level": ["strategic"],
                "part_of": [{"to": "council"}],
                "reports_to": [{"to": "council", "from": "2020-07-03"}],
                "seats": [{"on_behalf_of": "parents", "votes": True}],
                "note": "One\nTwo",
            },
            "council": {"name": "Council", "kind": "organisation"},
            "forum": {"name": "Forum", "kind": "forum"},
        },
    }
    govgraph.write(Structure.model_validate(data), tmp_path / "x.yaml")
    assert (tmp_path / "x.yaml").read_text("utf-8") == (
        "govgraph: 1\n"
        "title: A county\n"
        "as_of: 2020-09-01\n"
        "sources:\n"
        "  terms:\n"
        "    title: Terms\n"
        "    date: 2020-07\n"
        "constituencies:\n"
        "  parents:\n"
        "    name: Parents\n"
        "    represented_by: [forum]\n"
        "bodies:\n"
        "  hwb:\n"
        "    name: 'yes'\n"
        "    kind: board\n"
        "    level: [strategic]\n"
        "    note: |-\n"
        "      One\n"
        "      Two\n"
        "    reports_to:\n"
        "    - {to: council, from: 2020-07-03}\n"
        "    part_of: council\n"
        "    seats:\n"
        "    - {on_behalf_of: parents, votes: true}\n"
        "  council:\n"
        "    name: Council\n"
        "    kind: organisation\n"
        "  forum:\n"
        "    name: Forum\n"
        "    kind: forum\n"
    )


def test_other_readers_of_yaml_see_texts_as_texts(nasty: Structure, tmp_path: Path) -> None:
    govgraph.write(nasty, tmp_path / "x.yaml")
    data = yaml.safe_load((tmp_path / "x.yaml").read_text("utf-8"))
    assert [body["name"] for body in data["bodies"].values()] == TEXTS


def test_names_of_people_are_left_out_where_asked(tmp_path: Path) -> None:
    seat, contact = {"person": "Zephyrine"}, {"for": "p", "person": "Ottokar"}
    body = {"name": "B", "kind": "board", "seats": [seat], "contacts": [contact]}
    structure = Structure.model_validate({"constituencies": {"p": {"name": "P"}}, "bodies": {"b": body}})
    for name in ("x.yaml", "x.json", "x.xlsx", "x"):
        govgraph.write(structure, tmp_path / name, with_names=False)
        read = govgraph.read(tmp_path / name).bodies["b"]
        assert [one.person for one in read.seats] == [None]
        assert [one.person for one in read.contacts] == [None]


@pytest.mark.parametrize("name", ["x.ods", "x.csv", "x.docx"])
def test_a_name_that_says_no_form_is_refused(name: str, draft: Structure, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Nothing is written as"):
        govgraph.write(draft, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(draft: Structure, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "bodies.csv").write_text("mine", "utf-8")
    with pytest.raises(InputError, match="This folder is not empty; name a new one"):
        govgraph.write(draft, tmp_path / "x")
    assert (tmp_path / "x" / "bodies.csv").read_text("utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


def test_an_empty_folder_is_filled(draft: Structure, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    govgraph.write(draft, tmp_path / "x")
    assert govgraph.read(tmp_path / "x").model_dump() == draft.model_dump()


def test_what_is_not_sound_is_not_written(tmp_path: Path) -> None:
    body = {"name": "B", "kind": "board", "reports_to": "nobody"}
    with pytest.raises(InputError, match="There is no body 'nobody'"):
        govgraph.write(Structure.model_validate({"bodies": {"b": body}}), tmp_path / "x.yaml")
    assert list(tmp_path.iterdir()) == []


def test_without_libyaml_the_same_is_written(nasty: Structure, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.util import find_spec, module_from_spec

    monkeypatch.delattr(yaml, "CSafeDumper", raising=False)
    spec = find_spec("govgraph.formats.yaml")
    assert spec is not None
    assert spec.loader is not None
    fresh = module_from_spec(spec)
    spec.loader.exec_module(fresh)
    assert fresh._Dumper.__mro__[1] is yaml.SafeDumper
    assert govgraph.read_text(fresh.rendered(nasty)).model_dump() == nasty.model_dump()


def test_what_is_missing_is_told_with_what_to_install(
    draft: Structure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from govgraph.formats import sheets as sheets_room

    govgraph.write(draft, tmp_path / "x.xlsx")
    monkeypatch.delattr(sheets_room, "workbook_writer")  # as when the program has just started
    monkeypatch.delitem(sys.modules, "govgraph.formats.sheets.workbook_writer")
    for name in ("openpyxl", "python_calamine"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match=r"To write a workbook, .*pip install 'govgraph\[excel\]'"):
        govgraph.write(draft, tmp_path / "y.xlsx")
    with pytest.raises(InputError, match=r"To read a workbook, .*pip install 'govgraph\[excel\]'"):
        govgraph.read(tmp_path / "x.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["x.xlsx"]
