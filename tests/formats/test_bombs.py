"""Small files that unfold to vast ones: the real command refuses each in a sentence, within a gigabyte of memory."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import govgraph
from formats.workbooks import GOOD, repacked, workbook
from helpers import ROOT

_GIGABYTE = 1 << 30
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_LIMITED = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({0}, {0})); from govgraph.cli import main; main()"
)


def within_a_gigabyte(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run the real command with no more memory than that."""
    pytest.importorskip("resource")
    return subprocess.run(
        [sys.executable, "-c", _LIMITED.format(_GIGABYTE), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
        timeout=120,
    )


def cell(text: str, attributes: str = "", name: str = "table-cell") -> str:
    start = f'<table:{name} office:value-type="string" {attributes}>'
    return f"{start}<text:p>{text}</text:p></table:{name}>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def sheet(name: str, *rows: str) -> str:
    head = row(cell("Id"), cell("Name"), cell("Kind")) + row(cell("b"), cell("Board"), cell("board"))
    return f'<table:table table:name="{name}">{head}{"".join(rows)}</table:table>'


def ods(path: Path, *sheets: str) -> Path:
    content = f"<office:document-content {_NAMES}><office:body><office:spreadsheet>{''.join(sheets)}"
    content += "</office:spreadsheet></office:body></office:document-content>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", content)
    return path


_ROWS, _COLUMNS = 'table:number-rows-repeated="{}"', 'table:number-columns-repeated="{}"'
_FAR = "over more than 5 million cells. Delete the rows and columns far out, and save it."
_FILLED = (
    "this workbook is filled with more than {}, the most that is read. Delete what does not belong to the structure."
)
_LONG = "The text in the cell {} of the sheet {} has more than 32,767 letters. No cell can hold more: shorten it."

OF_LIBREOFFICE: dict[str, tuple[list[str], str]] = {
    "rows a million times": (
        [sheet("Bodies", *[row(cell("x"), attributes=_ROWS.format(1_000_000))] * 200)],
        f"The sheet Bodies reaches as far as A2000002, {_FAR}",
    ),
    "hidden rows a million times": (
        [
            sheet(
                "Bodies",
                *[row(cell("x"), attributes=_ROWS.format(1_000_000) + ' table:visibility="collapse"')] * 200,
            )
        ],
        f"The sheet Bodies reaches as far as A2000002, {_FAR}",
    ),
    "one row as often as a sheet has rows": (
        [sheet("Bodies", row(cell("x"), attributes=_ROWS.format(1_048_576)))],
        "Bodies!A1: More than 250,000 rows of this sheet are filled, the most that is read.",
    ),
    "columns a million times": (
        [sheet("Bodies", *[row(cell("x", _COLUMNS.format(1_048_576)))] * 4)],
        f"Up to the sheet Bodies, {_FILLED.format('2 million cells')}",
    ),
    "cells that others cover": (
        [sheet("Bodies", row(*[cell("x", _COLUMNS.format(1_000_000), "covered-table-cell")] * 100))],
        f"The sheet Bodies reaches as far as DITOB3, {_FAR}",
    ),
    "many sheets, each below the limit": (
        [sheet("Bodies"), *(sheet(f"S{n}", row(cell("x"), attributes=_ROWS.format(900_000))) for n in range(40))],
        f"The sheet S1 reaches as far as A900002, and with those before it, {_FAR}",
    ),
    "a long text in repeated cells": (
        [sheet("Bodies", row(cell("x" * 30_000, _COLUMNS.format(16_000)), attributes=_ROWS.format(100)))],
        f"Up to the sheet Bodies, {_FILLED.format('50 million letters')}",
    ),
    "spaces a million times in each cell": (
        [sheet("Bodies", *[row(cell("c"), cell('x<text:s text:c="1048576"/>'))] * 200)],
        _LONG.format("B3", "Bodies"),
    ),
    "spaces a million times in one cell": (
        [sheet("Bodies", row(cell("c"), cell("x" + '<text:s text:c="1048576"/>' * 200)))],
        _LONG.format("B3", "Bodies"),
    ),
    "a table in a cell": (
        [sheet("Bodies", row(cell(sheet("Inner", row(cell("x"), attributes=_ROWS.format(1_000_000))))))],
        "A cell of the sheet Bodies holds a table of its own, which cannot be read: move it to another sheet, and "
        "save it.",
    ),
    "merged cells": (
        [sheet("Bodies", *[row(*[cell("x", 'table:number-columns-spanned="2"')] * 500)] * 41)],
        "The sheet Bodies has more than 20,000 merged cells: unmerge them.",
    ),
}


@pytest.mark.parametrize("name", OF_LIBREOFFICE)
def test_a_workbook_of_libreoffice_that_unfolds_is_refused(name: str, tmp_path: Path) -> None:
    sheets, sentence = OF_LIBREOFFICE[name]
    refused_alone(ods(tmp_path / "bomb.ods", *sheets), sentence)


def refused_alone(path: Path, sentence: str) -> None:
    ran = within_a_gigabyte("check", path)
    assert ran.stderr == f"{path}: {sentence}\nCould not check: 1 fault. There is no verdict.\n"
    assert (ran.returncode, ran.stdout) == (2, "")


Change = Callable[[dict[str, bytes]], None]
_SHEET = "xl/worksheets/sheet1.xml"


def in_bodies(rows: str) -> Change:
    """Put rows after those of the first sheet."""

    def change(parts: dict[str, bytes]) -> None:
        parts[_SHEET] = parts[_SHEET].replace(b"</sheetData>", f"{rows}</sheetData>".encode())

    return change


def sharing(letters: int, cells: int) -> Change:
    """A text of so many letters in so many cells, which share it."""

    def change(parts: dict[str, bytes]) -> None:
        name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        texts = f'<sst xmlns="{name}" count="{cells}" uniqueCount="1"><si><t>{"x" * letters}</t></si></sst>'
        parts["xl/sharedStrings.xml"] = texts.encode()
        in_bodies('<row><c t="s"><v>0</v></c></row>' * cells)(parts)

    return change


def one_part_for_two_sheets(parts: dict[str, bytes]) -> None:
    links = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = links.replace(b"sheet2.xml", b"sheet1.xml")


_DAMAGED = "This workbook is damaged: open it in Excel, and save it as an Excel workbook (.xlsx)."
OF_EXCEL: dict[str, tuple[Change, str]] = {
    "a text that many cells share": (
        sharing(30_000, 4_000),
        f"Up to the sheet Bodies, {_FILLED.format('50 million letters')}",
    ),
    "a vast text that many cells share": (sharing(1_000_000 - 200, 1_000), _LONG.format("A5", "Bodies")),
    "a vast text in a cell": (
        in_bodies(f'<row><c t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>'),
        _LONG.format("A5", "Bodies"),
    ),
    "one part for two sheets": (one_part_for_two_sheets, _DAMAGED),
}


@pytest.mark.parametrize("name", OF_EXCEL)
def test_an_excel_workbook_that_unfolds_is_refused(name: str, tmp_path: Path) -> None:
    change, sentence = OF_EXCEL[name]
    refused_alone(repacked(workbook(tmp_path / "bomb.xlsx", GOOD), change), sentence)


def test_a_text_of_the_longest_that_a_cell_holds_is_read(tmp_path: Path) -> None:
    rows = {**GOOD, "Bodies": [*GOOD["Bodies"], ["long", "n" * 32_767, "board", None, None, None]]}
    read = govgraph.read(workbook(tmp_path / "long.xlsx", rows))
    assert read.bodies["long"].name == "n" * 32_767


def test_csv_with_too_many_cells_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_text("Id,Name,Kind\n" + "b," * 2_000_001)
    ran = within_a_gigabyte("check", tmp_path)
    assert "Up to here there are more than 2 million filled cells, the most that is read." in ran.stderr
    assert ran.returncode == 2


BODIES = "bodies: {b: {name: B, kind: board}}\n"


def test_yaml_with_too_many_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dense.yaml"
    path.write_text("- - -\n" * 200_000)
    why = "The file holds more than 500,000 keys and values, the most that is read from YAML."
    ran = within_a_gigabyte("check", path)
    assert ran.stderr.splitlines()[0] == f"{path}:166668:1: {why}"
    assert ran.returncode == 2


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "junit", "markdown", "sarif"])
def test_a_hundred_faults_are_listed_and_the_others_counted_in_every_format(form: str, tmp_path: Path) -> None:
    path = tmp_path / "unknown.yaml"
    path.write_text(BODIES + "".join(f"key{n:06}: 1\n" for n in range(20_000)))
    ran = within_a_gigabyte("check", path, "--format", form)
    assert ran.returncode == 2
    for shown in (ran.stderr, *([ran.stdout] if form != "text" else [])):
        assert [f"key{n:06}" for n in range(102) if f"key{n:06}" in shown] == [f"key{n:06}" for n in range(100)]
        assert "There are 19,900 more faults, not listed here." in shown
    assert ran.stderr.splitlines()[-1] == "Could not check: 20,000 faults. There is no verdict."
    if form == "json":
        assert json.loads(ran.stdout)["errors"][100] == {
            "path": None,
            "line": None,
            "column": None,
            "message": "There are 19,900 more faults, not listed here.",
            "further": 19_900,
        }


def test_a_hundred_notices_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    rows = {**GOOD, "Bodies": [[*row, *(f"Extra {n}" for n in range(150))] for row in GOOD["Bodies"][:1]]}
    rows["Bodies"] += GOOD["Bodies"][1:]
    ran = within_a_gigabyte("check", workbook(tmp_path / "wide.xlsx", rows))
    assert ran.returncode in (0, 1)
    assert "The column 'Extra 99' is not one that govgraph reads; it is left out." in ran.stderr
    assert "The column 'Extra 100' is" not in ran.stderr
    assert ran.stderr.splitlines()[-1] == "There are 50 more notices, not listed here."
