"""Where in a file a statement stands."""

from typing import NamedTuple, Protocol

Path = tuple[str | int, ...]
"""The way to a statement inside a structure: ("bodies", "hwb", "seats", 0)."""


class Place(NamedTuple):
    """A place in a file: the path as the user gave it, line and column counted from 1.

    In a workbook, line and column are those of a cell on a sheet.
    """

    path: str
    line: int
    column: int
    sheet: str | None = None

    def __str__(self) -> str:
        """As compilers print it, or as a spreadsheet does."""
        return written_place(*self)


def written_place(path: str | None, line: int | None, column: int | None, sheet: str | None) -> str:
    """`mine.yaml:14:3`, or `mine.xlsx: Relations!C14`; less where less is known."""
    if sheet is None:
        return ":".join(str(part) for part in (path, line, column) if part is not None)
    cell = f"{column_letters(column)}{line}" if column and line else str(line or "")
    return f"{path}: {sheet}!{cell}" if cell else f"{path}: {sheet}"


def column_letters(column: int) -> str:
    """How a spreadsheet calls a column, counted from 1: 3 is `C`, 28 is `AB`."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


class Places(Protocol):
    """Finds the place of a statement, when somebody asks for it."""

    def find(self, path: Path) -> Place | None:
        """The place of the statement, or of the nearest one around it; None where no file is behind it."""
