"""Folders of CSV files, as programs and people save them."""

from pathlib import Path

import pytest

import govgraph
from sheets.workbooks import folder, good, workbook


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_folder_reads_as_the_workbook_does(delimiter: str, encoding: str, tmp_path: Path) -> None:
    read = govgraph.read(folder(tmp_path / "x", good(), encoding, delimiter))
    assert read.model_dump() == govgraph.read(workbook(tmp_path / "x.xlsx", good())).model_dump()
    assert read.notices == ()


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"][2][1] = "Bwrdd Iechyd Caf\u00e9"
    path = folder(tmp_path / "x", sheets, "cp1252")
    structure = govgraph.read(path)
    assert structure.bodies["hwb"].name == "Bwrdd Iechyd Caf\u00e9"
    assert [str(notice) for notice in structure.notices] == [
        f"{path}: bodies.csv!A3: The file is not in UTF-8, and is read as Windows-1252: see that names with accents "
        "are right."
    ]


def test_places_are_cells_of_the_file(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"].insert(1, [])
    sheets["Bodies"][2][1] = "Two\nlines"
    path = folder(tmp_path / "x", sheets)
    structure = govgraph.read(path)
    assert str(structure.place(("bodies", "hwb", "kind"))) == f"{path}: bodies.csv!C4"


def test_a_guard_against_formulas_is_taken_off(tmp_path: Path) -> None:
    sheets = good()
    sheets["Bodies"][2][1] = "'=1+1"
    sheets["Bodies"][3][1] = "'Tis the forum"
    bodies = govgraph.read(folder(tmp_path / "x", sheets)).bodies
    assert (bodies["hwb"].name, bodies["forum"].name) == ("=1+1", "'Tis the forum")


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good())
    (path / "notes.txt").write_text("anything", "utf-8")
    (path / ".~lock.bodies.csv").write_text("anything", "utf-8")
    (path / "budget.csv").write_bytes(b"\xff\xfe\x00")
    structure = govgraph.read(path)
    assert [str(notice) for notice in structure.notices] == [
        f"{path}: budget.csv!A1: The sheet 'budget.csv' is not one that govgraph reads; it is left out."
    ]


def test_commas_at_the_end_of_a_row_cut_nothing(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_text("Id,Name,Kind\na,A,board,\nb,B,board,,\n", "utf-8")
    assert list(govgraph.read(tmp_path).bodies) == ["a", "b"]
