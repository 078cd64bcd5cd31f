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
    """Whether a file in a folder is one of its CSV files, and none that a program keeps beside them."""
    return name.lower().endswith(CSV) and not name.startswith((".", "~"))
