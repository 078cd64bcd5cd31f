"""Kumu's sheets: Elements and Connections."""

from pathlib import Path

import pytest

import govgraph
from formats.workbooks import Sheets, folder, workbook

KUMU: Sheets = {
    "Elements": [
        ["Label", "Type", "Description", "Tags"],
        ["Health and Wellbeing Board", "Board", "Meets in public", "health|top"],
        ["The Council", "Organisation", None, None],
        ["Forum", "Forum", None, None],
    ],
    "Connections": [
        ["From", "To", "Direction", "Type", "Label"],
        ["Health and Wellbeing Board", "The Council", "directed", "Part of", None],
        ["Forum", "Health and Wellbeing Board", "mutual", "works with", None],
    ],
    "Scratch (ignore)": [["x"]],
}


@pytest.mark.parametrize("form", ["workbook", "folder"])
def test_they_are_bodies_and_relations(form: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "k.xlsx", KUMU) if form == "workbook" else folder(tmp_path / "k", KUMU)
    structure = govgraph.read(path)
    board = structure.bodies["health-and-wellbeing-board"]
    assert list(structure.bodies) == ["health-and-wellbeing-board", "the-council", "forum"]
    assert (board.name, board.kind, board.note) == ("Health and Wellbeing Board", "board", "Meets in public")
    assert [one.to for one in board.part_of] == ["the-council"]
    assert [one.to for one in structure.bodies["forum"].works_with] == ["health-and-wellbeing-board"]
    told = [str(notice).rpartition("!")[2] for notice in structure.notices]
    assert told[:3] == [
        f"{path}: There is no sheet Constituencies: no rule asks who is heard.",
        f"{path}: There is no sheet Seats: the file does not say who sits on which body.",
        "D1: The column 'Tags' is not one that govgraph reads; it is left out.",
    ]


def test_a_line_both_ways_is_a_fault(tmp_path: Path) -> None:
    sheets = {
        **KUMU,
        "Connections": [["From", "To", "Direction", "Type"], ["Forum", "The Council", "mutual", "advises"]],
    }
    with pytest.raises(govgraph.InputError) as refused:
        govgraph.read(workbook(tmp_path / "k.xlsx", sheets))
    assert [str(fault) for fault in refused.value.faults] == [
        f"{tmp_path / 'k.xlsx'}: Connections!C2: Direction is 'mutual'; a row is read from From to To: write "
        "'directed', or a row each way."
    ]
