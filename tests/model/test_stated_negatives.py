"""What nobody does, and what has no end, can be stated: in every form, and it is evidence."""

from pathlib import Path
from typing import Any

import pytest

import govgraph
from formats.workbooks import folder, workbook
from govgraph.comparison.changes import changes
from govgraph.formats import read, read_text
from govgraph.formats.sheets.layout import sheets
from govgraph.model import Completeness, Structure
from govgraph.model.faults import InputError
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.render import statements

TEXT = """
constituencies: {parents: {name: Parent carers, speakers: complete}}
themes: {waits: {name: Waits, owners: complete, monitors: complete}}
bodies:
  group: {name: The Group, kind: task_and_finish_group, open_ended: true}
  board: {name: The Board, kind: board, seats: [{on_behalf_of: parents}]}
"""
SHEETS: dict[str, list[list[Any]]] = {
    "Bodies": [
        ["Id", "Name", "Kind", "Open-ended"],
        ["group", "The Group", "task and finish group", "yes"],
        ["board", "The Board", "board", None],
    ],
    "Seats": [["Body", "On behalf of"], ["board", "parents"]],
    "Themes": [["Id", "Name", "List of owners", "List of monitors"], ["waits", "Waits", "complete", "complete"]],
    "Constituencies": [["Id", "Name", "List of speakers"], ["parents", "Parent carers", "complete"]],
}


def test_the_columns_have_plain_headers() -> None:
    headers = {key: [column.header for column in sheet.columns] for key, sheet in sheets().items()}
    assert "Open-ended" in headers["bodies"]
    assert {"List of owners", "List of monitors"} <= set(headers["themes"])
    assert "List of speakers" in headers["constituencies"]
    assert headers["bodies"].count("Monitors") == 1  # the themes that a body monitors


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.xlsx", "a"])
def test_every_form_carries_them(name: str, tmp_path: Path) -> None:
    structure = read_text(TEXT)
    govgraph.write(structure, tmp_path / name)
    assert read(tmp_path / name).model_dump() == structure.model_dump()


def test_people_state_them_in_a_workbook_and_in_csv(tmp_path: Path) -> None:
    for path in (workbook(tmp_path / "a.xlsx", SHEETS), folder(tmp_path / "a", SHEETS)):
        assert changes(read(path), read_text(TEXT)) == ()


def test_a_name_in_the_place_of_a_word_is_refused_by_its_header(tmp_path: Path) -> None:
    rows = {**SHEETS, "Themes": [SHEETS["Themes"][0], ["waits", "Waits", "complete", "The Board"]]}
    with pytest.raises(InputError) as refused:
        read(workbook(tmp_path / "a.xlsx", rows))
    (fault,) = refused.value.faults
    assert (fault.sheet, fault.message) == (
        "Themes",
        "List of monitors should be complete or partial, not 'The Board'.",
    )


def test_a_last_day_beside_it_is_refused_in_a_workbook_too(tmp_path: Path) -> None:
    rows = {**SHEETS, "Bodies": [[*SHEETS["Bodies"][0], "Until"], [*SHEETS["Bodies"][1], "2021"], SHEETS["Bodies"][2]]}
    with pytest.raises(InputError) as refused:
        read(workbook(tmp_path / "a.xlsx", rows))
    (fault,) = refused.value.faults
    assert fault.message == "This body has a last day (2021) and is marked as open-ended; keep only one of the two."


def test_what_is_left_out_is_not_stated() -> None:
    structure = Structure.model_validate({"themes": {"t": {"name": "T"}}, "constituencies": {"c": {"name": "C"}}})
    assert (structure.themes["t"].owners, structure.themes["t"].monitors) == (None, None)
    assert structure.constituencies["c"].speakers is None
    assert read_text(TEXT).themes["waits"].owners is Completeness.COMPLETE
    assert [body.open_ended for body in read_text(TEXT).bodies.values()] == [True, False]


def test_they_are_evidence_in_words() -> None:
    report = check(read_text(TEXT), Settings(select=["THM101", "THM105", "REP105", "MAN101"]), as_of="2020-09-01")
    assert {finding.certainty.value for finding in report.findings} == {"stated"}
    lines = [statements.evidence_line(report.structure, step) for one in report.findings for step in one.witness]
    assert [line for line in lines if line.startswith("The file lists everybody who")] == [
        "The file lists everybody who speaks for Parent carers (no source given)",
        "The file lists everybody who is responsible for Waits (no source given)",
        "The file lists everybody who monitors Waits (no source given)",
    ]
