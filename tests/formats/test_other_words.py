"""What officers type into a workbook: it is understood, told once, and written back in the terms of the vocabulary."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

import govgraph
from formats.workbooks import Sheets, good, workbook
from govgraph.formats.sheets.layout import WORDS
from govgraph.formats.sheets.workbook_writer import template
from govgraph.model import Capacity, Structure
from govgraph.model.faults import InputError


def filled(path: Path, rows: dict[str, list[dict[str, Any]]]) -> Path:
    """The blank workbook with rows under its own headers."""
    book = openpyxl.load_workbook(BytesIO(template()))
    for name, entries in rows.items():
        columns = {cell.value: number for number, cell in enumerate(book[name][1], 1)}
        for number, entry in enumerate(entries, 3):
            for header, value in entry.items():
                book[name].cell(number, columns[header]).value = value
    book.save(path)
    return path


def told(structure: Structure) -> list[str]:
    return [str(notice).split(": ", 1)[1] for notice in structure.notices]


OFFICERS: dict[str, list[dict[str, Any]]] = {
    "Bodies": [
        {"Name": "Wendle County Council", "Kind": "Council"},
        {"Name": "The Cabinet", "Kind": "committee", "Statutory": "Cabinet", "Does": "Decides and monitors"},
        {"Name": "Children's Overview & Scrutiny Committee", "Kind": "Sub-committee", "Statutory": "OSC"},
        {"Name": "Wendle ICB", "Kind": "organisation", "Status": "Current"},
        {"Name": "Ofsted", "Kind": "Regulator"},
    ],
    "Relations": [
        {"From": "Cabinet", "Relation": "is a committee of", "To": "the Wendle county council"},
        {"From": "Childrens Overview and Scrutiny Committee", "Relation": "Scrutinises", "To": "Cabinet; Wendle ICB"},
        {"From": "Ofsted", "Relation": "oversees", "To": "Wendle County Council"},
        {"From": "The cabinet.", "Relation": "answers to", "To": "Wendle County Council"},
        {"From": "Wendle County Council", "Relation": "answers to", "To": "the electors"},
    ],
    "Seats": [
        {"Body": "Cabinet", "Role": "Chairman", "Votes": "Y", "In the capacity of": "Leader of the Council"},
        {"Body": "Cabinet", "Votes": "Y", "In the capacity of": "Cllr and Portfolio Holder"},
        {"Body": "Cabinet", "Votes": "N", "In the capacity of": "Director of Children's Services"},
        {"Body": "Cabinet", "Votes": "n", "In the capacity of": "Mayor"},
    ],
}


def test_a_workbook_of_officers_is_understood(tmp_path: Path) -> None:
    structure = govgraph.read(filled(tmp_path / "x.xlsx", OFFICERS))
    cabinet, council = structure.bodies["the-cabinet"], structure.bodies["wendle-county-council"]
    scrutiny = "childrens-overview-scrutiny-committee"
    assert [one.to for one in cabinet.part_of] == ["wendle-county-council"]
    assert [one.to for one in cabinet.reports_to] == ["wendle-county-council"]
    assert [one.to for one in cabinet.scrutinised_by] == [scrutiny]
    assert [one.to for one in structure.bodies["wendle-icb"].scrutinised_by] == [scrutiny]
    assert structure.bodies[scrutiny].scrutinised_by == ()
    assert [one.to for one in council.overseen_by] == ["ofsted"]
    assert [one.to for one in council.accountable_to] == ["the electors"]
    assert (structure.bodies["ofsted"].kind, structure.bodies[scrutiny].kind) == ("reviewer", "committee")
    assert cabinet.does == ("decides", "monitors")
    assert [(seat.as_, seat.votes) for seat in cabinet.seats] == [
        (("executive_leader",), True),
        (("councillor", "executive_member"), True),
        (("director_of_childrens_services",), False),
        (("Mayor",), False),
    ]


def test_each_of_its_words_is_told_once_at_its_cell(tmp_path: Path) -> None:
    structure = govgraph.read(filled(tmp_path / "x.xlsx", OFFICERS))
    found = [line.partition(": ")[2] for line in told(structure)]
    assert found == [
        "“is a committee of” is read as “is part of”.",
        "“Scrutinises” is read as “is scrutinised by”, with From and To exchanged.",
        "“oversees” is read as “is overseen by”, with From and To exchanged.",
        "“answers to” is read as “reports to”.",
        "“answers to” is read as “is accountable to”.",
        "“Council” is read as “organisation”.",
        "“Sub-committee” is read as “committee”.",
        "“OSC” is read as “overview and scrutiny committee”.",
        "“Current” is read as “in place”.",
        "“Regulator” is read as “reviewer”.",
        "“Chairman” is read as “chair”.",
        "“Y” is read as “yes”, here and in one other place.",
        "“Leader of the Council” is read as “executive leader”.",
        "“Cllr” is read as “councillor”.",
        "“Portfolio Holder” is read as “executive member”.",
        "“N” is read as “no”, here and in one other place.",
    ]
    assert told(structure)[1].startswith("Relations!B4: ")
    assert told(structure)[5].startswith("Bodies!C3: ")


@pytest.mark.parametrize("form", ["x.xlsx", "x.yaml", "x.json", "folder"])
def test_it_is_written_in_the_terms_and_reads_back_in_silence(form: str, tmp_path: Path) -> None:
    structure = govgraph.read(filled(tmp_path / "officers.xlsx", OFFICERS))
    govgraph.write(structure, tmp_path / form)
    again = govgraph.read(tmp_path / form)
    assert again.model_dump() == structure.model_dump()
    assert again.notices == ()


def test_cells_have_capacities_as_people_say_them(tmp_path: Path) -> None:
    structure = govgraph.read(filled(tmp_path / "officers.xlsx", OFFICERS))
    govgraph.write(structure, tmp_path / "x.xlsx")
    header, *rows = openpyxl.load_workbook(tmp_path / "x.xlsx")["Seats"].iter_rows(values_only=True)
    cells = [row[header.index("In the capacity of")] for row in rows]
    assert cells == ["executive leader", "councillor\nexecutive member", "director of children's services", "Mayor"]


def test_a_text_that_reads_like_several_capacities_stays_one(tmp_path: Path) -> None:
    text = "bodies: {b: {name: B, kind: board, seats: {as: 'councillor, ICB'}}}"
    structure = govgraph.read_text(text)
    govgraph.write(structure, tmp_path / "x.xlsx")
    assert govgraph.read(tmp_path / "x.xlsx").bodies["b"].seats[0].as_ == ("councillor, ICB",)


def test_drop_downs_have_names_capacities_and_all_words(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    columns = {cell.value: get_column_letter(number) for number, cell in enumerate(book["Seats"][1], 1)}
    lists = {str(one.sqref).split(":")[0]: one for one in book["Seats"].data_validations.dataValidation}
    assert lists["A2"].formula1 == "'Bodies'!$B$3:$B$501"
    assert lists[f"{columns['On behalf of']}2"].formula1.startswith("'Constituencies'!$B$3:")
    capacities = lists[f"{columns['In the capacity of']}2"]
    assert capacities.formula1.startswith(f"'{WORDS}'!$")
    assert not capacities.showErrorMessage  # other words may be written
    sheet, _, cells = capacities.formula1.partition("!")
    offered = [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]
    assert offered == [capacity.words for capacity in Capacity]
    assert len([one for one in book["Bodies"].data_validations.dataValidation if WORDS in one.formula1]) == 1


def test_the_sheet_of_words_is_no_sheet_of_somebody(tmp_path: Path) -> None:
    path = filled(tmp_path / "x.xlsx", {"Bodies": [{"Name": "B", "Kind": "board"}]})
    assert govgraph.read(path).notices == ()


def test_a_name_is_suggested_and_never_an_id(tmp_path: Path) -> None:
    sheets = good()
    sheets["Relations"].append(["hwbb", "reports to", "Helth and Wellbeing Board", None, None])
    sheets["Relations"].append(["forum", "scrutinises", "The Counsil", None, None])
    assert [line.split(": ", 2)[2] for line in refused(tmp_path, sheets)] == [
        "There is no body 'hwbb' on the sheet Bodies. Did you mean 'Health and Wellbeing Board'?",
        "There is no body 'The Counsil' on the sheet Bodies. Did you mean 'The Council'?",
    ]


def test_who_is_outside_is_told_where_to_stand(tmp_path: Path) -> None:
    sheets = good()
    sheets["Relations"].append(["hwb", "reports to", "The Secretary of State", None, None])
    (line,) = refused(tmp_path, sheets)
    assert line.endswith("If it is outside this structure, use 'is accountable to'.")


def test_a_name_that_may_mean_two_bodies_is_told_with_both_names(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"] += [
        ["n", "North Board", "board", None, "NB", None],
        ["m", "New Board", "board", None, "N.B.", None],
    ]
    sheets["Relations"].append(["hwb", "works with", "n.b", None, None])
    (line,) = refused(tmp_path, sheets)
    assert line.endswith("Relations!C4: To may mean North Board or New Board; write the full name.")


def test_a_column_that_says_a_relation_from_its_other_end_is_not_taken_for_it(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"][0].append("Scrutinises")
    sheets["Bodies"][3].append("council")
    (line,) = refused(tmp_path, sheets)
    assert line.endswith("Bodies!G1: There is no column 'Scrutinises'. Write this on the sheet Relations.")
    sheets["Bodies"][0][-1] = "Reports into"
    structure = govgraph.read(workbook(tmp_path / "x.xlsx", sheets))
    assert [one.to for one in structure.bodies["forum"].reports_to] == ["council"]


def test_the_note_of_a_source_has_a_column(tmp_path: Path) -> None:
    text = (
        "{sources: {s: {title: S}}, bodies: {b: {name: B, kind: board, source: {id: s, where: 1, note: As amended}}}}"
    )
    structure = govgraph.read_text(text)
    govgraph.write(structure, tmp_path / "x.xlsx")
    header, row = openpyxl.load_workbook(tmp_path / "x.xlsx")["Bodies"].iter_rows(values_only=True)
    assert row[header.index("Note on source")] == "As amended"
    assert govgraph.read(tmp_path / "x.xlsx").model_dump() == structure.model_dump()


def refused(tmp_path: Path, sheets: Sheets) -> list[str]:
    with pytest.raises(InputError) as error:
        govgraph.read(workbook(tmp_path / "x.xlsx", sheets))
    return [str(fault) for fault in error.value.faults]
