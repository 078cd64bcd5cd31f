"""What the end of a file's name says of it."""

from typing import Literal

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
CSV = ".csv"
SAVE_AS = "save it as an Excel workbook (.xlsx)"
_NOT_READ = {
    ".xls": "an old Excel file",
    ".xlsb": "a binary Excel file",
    ".numbers": "a file of Numbers",
    ".gsheet": "only a link to a Google sheet",
}
"""Files of sheets that are not read, and what they are."""

_LIKE_CSV = (".tsv", ".tab", ".txt")
"""Files of text that may hold a table, and are not read in a folder of CSV files."""

Kind = Literal["yaml", "json", "workbook"]


def kind_of(path: str) -> Kind:
    """As what a file is read: JSON or a workbook by its end, all others as YAML."""
    lower = path.lower()
    return "workbook" if lower.endswith(WORKBOOKS) else "json" if lower.endswith(".json") else "yaml"


def why_not_read(path: str) -> str | None:
    """Why a file of this name is not read, and what to do; None where it is."""
    lower = path.lower()
    if lower.endswith(CSV):
        return "A structure in CSV is a folder of files (bodies.csv, relations.csv ...): name the folder, not the file."
    return next((f"This is {what}: {SAVE_AS}." for end, what in _NOT_READ.items() if lower.endswith(end)), None)


def is_csv(name: str) -> bool:
    """Whether a file in a folder is one of its CSV files."""
    return name.lower().endswith(CSV)


def is_table(name: str) -> bool:
    """Whether a file in a folder is one of its CSV files, or looks like one; and none that a program keeps there."""
    return name.lower().endswith((CSV, *_LIKE_CSV, *WORKBOOKS, *_NOT_READ)) and not name.startswith((".", "~"))
