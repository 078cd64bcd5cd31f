"""Workbooks and folders of CSV files for tests, made of rows; and how to spoil the parts of one."""

import copy
import csv
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

Sheets = dict[str, list[list[Any]]]

GOOD: Sheets = {
    "Bodies": [
        ["Id", "Name", "Kind", "Level", "Other names", "Review by"],
        ["council", "The Council", "organisation", None, None, None],
        ["hwb", "Health and Wellbeing Board", "board", "strategic", "HWB", "2021-01"],
        ["forum", "The parent carer forum", "forum", None, None, None],
    ],
    "Relations": [
        ["From", "Relation", "To", "In place from", "Lead"],
        ["council", "is accountable to", "the electors", None, None],
        ["hwb", "is part of", "council", "2020-07-03", "yes"],
    ],
    "Seats": [["Body", "On behalf of", "Holder", "Role", "Votes"], ["hwb", "parents", "forum", "member", "yes"]],
    "Constituencies": [["Id", "Name", "Represented by"], ["parents", "Parent carers", "forum"]],
    "Settings": [["Setting", "Value"], ["Title", "A county"], ["As of", "2020-09-01"]],
}
"""A small structure without a fault."""


def good() -> Sheets:
    """A copy of it, to be spoilt."""
    return copy.deepcopy(GOOD)


def workbook(path: Path, sheets: Sheets, spoil: Callable[[Any], None] | None = None) -> Path:
    """Write the rows as a workbook; `spoil` is given it before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if spoil is not None:
        spoil(book)
    book.save(path)
    return path


def folder(path: Path, sheets: Sheets, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write the rows as CSV files."""
    path.mkdir()
    for name, rows in sheets.items():
        with (path / f"{name.lower()}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def repacked(path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """Change the parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(made.getvalue())
    return path
