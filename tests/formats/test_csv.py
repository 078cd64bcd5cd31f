"""Folders of CSV files, as programs and people save them."""

from pathlib import Path

import pytest

import govgraph
from formats.workbooks import folder, good, workbook
from govgraph.model.faults import InputError


def told(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        govgraph.read(path)
    return "\n".join(str(fault) for fault in refused.value.faults)


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
        f"{path}: budget.csv!A1: The sheet 'budget.csv' is not one that govgraph reads; it is left out.",
        f"{path}: The file 'notes.txt' is not read, because its name does not end in .csv; it is left out.",
    ]


def test_commas_at_the_end_of_a_row_cut_nothing(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_text("Id,Name,Kind\na,A,board,\nb,B,board,,\n", "utf-8")
    assert list(govgraph.read(tmp_path).bodies) == ["a", "b"]


@pytest.mark.parametrize("name", ["relations.tsv", "Relations.csv.txt", "relations.xlsx", "connections.txt"])
def test_a_sheet_under_another_ending_is_refused(name: str, tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good())
    (path / "relations.csv").rename(path / name)
    why = f"{path}: The file '{name}' is not read, because its name does not end in .csv: "
    assert why + "save it as relations.csv, or write (ignore) in its name to leave it out." in told(path)


def test_a_copy_of_a_sheet_under_another_ending_is_told(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good())
    (path / "relations.xlsx").write_bytes(b"")
    (path / "seats (ignore).tsv").write_bytes(b"")
    why = "The file 'relations.xlsx' is not read, because its name does not end in .csv; it is left out."
    assert [notice.message for notice in govgraph.read(path).notices] == [why]


def test_a_link_that_leads_nowhere_and_a_folder_called_so(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good())
    (path / "seats.csv").unlink()
    (path / "seats.csv").symlink_to(path / "gone.csv")
    (path / "contacts.csv").mkdir()
    assert told(path).splitlines() == [
        f"{path}/contacts.csv: This is a folder; name the file.",
        f"{path}/seats.csv: This is a link to a file that is not there.",
    ]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_the_row_of_headers_says_what_parts_the_cells(sign: str, tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good(), delimiter=sign)
    text = (path / "bodies.csv").read_text("utf-8")
    (path / "bodies.csv").write_text("Boards, committees, groups, forums, and the like\n" + text, "utf-8")
    assert list(govgraph.read(path).bodies) == ["council", "hwb", "forum"]


def test_a_relation_that_stands_twice_counts_once(tmp_path: Path) -> None:
    sheets = good()
    sheets["Relations"].append(sheets["Relations"][2])
    structure = govgraph.read(folder(tmp_path / "x", sheets))
    assert [tie.to for tie in govgraph.GovernanceGraph(structure, as_of="2020-09-01").ties_of("hwb")] == ["council"]
    assert [str(notice) for notice in structure.notices] == [
        f"{tmp_path / 'x'}: relations.csv!A4: This row repeats row 3; it counts once."
    ]


def test_relations_without_the_sheet_of_bodies(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good())
    (path / "bodies.csv").unlink()
    why = "A1: Its rows name bodies, and there is no sheet Bodies here: keep both in one workbook or folder."
    assert {f"{path}: relations.csv!{why}", f"{path}: seats.csv!{why}"} <= set(told(path).splitlines())


def test_a_missing_header_is_told_once(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", {"Bodies": [["Kind"], ["board"], ["group"]]})
    assert told(path) == f"{path}: bodies.csv!A1: There is no column Name: every body needs it."


def test_a_quote_that_is_not_closed_is_told_where_it_opens(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", good())
    text = (path / "bodies.csv").read_text("utf-8")
    (path / "bodies.csv").write_text(text.replace("Health and", '"Health and'), "utf-8")
    assert "bodies.csv!A3: A text in quotes is not closed" in told(path)


def test_many_unknown_names_are_all_told_and_the_first_ones_with_what_was_meant(tmp_path: Path) -> None:
    sheets = good()
    sheets["Relations"] += [["hwbb", "reports to", f"council{number}", None, None] for number in range(100)]
    lines = [line for line in told(folder(tmp_path / "x", sheets)).splitlines() if "'hwbb'" in line]
    assert len(lines) == 100
    assert all("Did you mean 'Health and Wellbeing Board'?" in line for line in lines[:20])
    assert not any("Did you mean" in line for line in lines[20:])
