"""Wendle's SEND governance as an officer would write it in Word, to be compared with its workbook.

`python wendle.py wendle.xlsx wendle.docx` writes the document, and says how many statements the workbook makes.
The prose is fixed and was written before any draft was made of it; the membership tables are filled from the workbook.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.document import Document as DocumentType
from docx.shared import Cm, Pt
from openpyxl import load_workbook

PROSE = Path(__file__).with_name("wendle.txt")
"""The prose: headings after `#`, lists after `- `, membership tables where a line names a body after `members: `."""
TITLE = "SEND and AP Partnership Board: terms of reference and governance arrangements"
_BULLET, _MEMBERS = "- ", "members: "
_WRITTEN_ON = datetime(2026, 3, 1, tzinfo=UTC)
"""The day for which the workbook speaks. It keeps the document the same each time."""
_NO_FIELDS = {"Id", "Name", "Kind", "Note"}
"""Columns of the sheet Bodies that say what a row is, and no more about it."""
_COLUMNS = ("Member", "Role", "Voting")

Row = dict[str, str]
"""The cells of a row that hold something, by their header."""


class Statements(NamedTuple):
    """How many statements a workbook makes, by their sort."""

    bodies: int
    fields: int
    """Cells of bodies beside their name and kind: level, quorum, how often they meet."""
    relations: int
    seats: int
    constituencies: int
    themes: int
    cells: int
    """All cells that somebody would have to fill in, on every sheet but the help and the settings."""

    @property
    def total(self) -> int:
        """All statements: bodies with their fields, relations, seats, constituencies and themes."""
        return self.bodies + self.fields + self.relations + self.seats + self.constituencies + self.themes


def count_statements(workbook: Path) -> Statements:
    """Returns how many statements a workbook makes. A relation to two bodies counts as two."""
    sheets = {name: list(read_rows(workbook, name)) for name in ("Bodies", "Relations", "Seats")}
    others = {name: list(read_rows(workbook, name)) for name in ("Constituencies", "Themes", "Sources")}
    return Statements(
        bodies=len(sheets["Bodies"]),
        fields=sum(len(row.keys() - _NO_FIELDS) for row in sheets["Bodies"]),
        relations=sum(len(row["To"].split(", ")) for row in sheets["Relations"]),
        seats=len(sheets["Seats"]),
        constituencies=len(others["Constituencies"]),
        themes=len(others["Themes"]),
        cells=sum(len(row) for rows in (sheets | others).values() for row in rows),
    )


def read_rows(workbook: Path, sheet: str) -> Iterator[Row]:
    """Yields the rows of a sheet, without its example, each with the cells that hold something by their header."""
    book = load_workbook(workbook, read_only=True, data_only=True)
    try:
        header, *rows = book[sheet].iter_rows(values_only=True)
    finally:
        book.close()
    for cells in rows:
        row = {str(name): str(cell) for name, cell in zip(header, cells, strict=True) if cell is not None}
        if row and not next(iter(row.values())).startswith("e.g."):
            yield row


def write_wendle(workbook: Path, output: Path) -> None:
    """Writes the Word document, with the membership tables of the boards filled from the workbook."""
    seats = list(read_rows(workbook, "Seats"))
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    document.core_properties.title = TITLE
    document.core_properties.author = "Wendle County Council"
    document.core_properties.created = document.core_properties.modified = _WRITTEN_ON
    document.add_heading(TITLE, level=0)
    for line in filter(None, PROSE.read_text(encoding="utf-8").splitlines()):
        _add_line(document, line, seats)
    document.save(str(output))


def _add_line(document: DocumentType, line: str, seats: list[Row]) -> None:
    if line.startswith("#"):
        marks, _, words = line.partition(" ")
        document.add_heading(_typeset(words), level=len(marks))
    elif line.startswith(_MEMBERS):
        body = line.removeprefix(_MEMBERS)
        _add_members(document, [seat for seat in seats if seat["Body"] == body])
    elif line.startswith(_BULLET):
        document.add_paragraph(_typeset(line.removeprefix(_BULLET)), style="List Bullet")
    else:
        document.add_paragraph(_typeset(line))


def _add_members(document: DocumentType, seats: list[Row]) -> None:
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    rows = [_COLUMNS, *(_member(seat) for seat in seats)]
    for cells, words in zip((table.rows[0], *(table.add_row() for _ in seats)), rows, strict=True):
        for cell, word in zip(cells.cells, words, strict=True):
            cell.text = _typeset(word)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    document.add_paragraph()


def _member(seat: Row) -> tuple[str, str, str]:
    """One row of a membership table, in the words of an officer: `Schools Forum (headteacher)`, `Member`, `Yes`."""
    holder, capacity, group = seat.get("Holder"), seat.get("In the capacity of"), seat.get("On behalf of")
    if holder is None:
        who = (capacity or "").capitalize() if capacity == "healthwatch" else (capacity or "Vacant").title()
    else:
        about = f"on behalf of {group.lower()}" if group else capacity
        same = about is None or about.lower() in {holder.lower(), "dcs"} or holder.endswith(about.title())
        who = holder if same else f"{holder} ({about})"
    return who.replace(" Of ", " of "), seat.get("Role", "").capitalize(), seat.get("Votes", "").capitalize()


def _typeset(words: str) -> str:
    """Words with the apostrophes and quotation marks that Word puts in as people type."""
    opened = words.replace(' "', " \N{LEFT DOUBLE QUOTATION MARK}").replace('("', "(\N{LEFT DOUBLE QUOTATION MARK}")
    return opened.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}").replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


if __name__ == "__main__":
    source, target = (Path(argument) for argument in sys.argv[1:])
    write_wendle(source, target)
    counted = count_statements(source)
    sys.stdout.write(f"{counted}\nStatements in all: {counted.total}\n")
