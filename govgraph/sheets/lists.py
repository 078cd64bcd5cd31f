"""Several values in one cell: one a line, in quotes where one would be misread."""

import re

_PARTS = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=[\r\n;]|$)|([^\r\n;]*))(?:\r\n|\r|\n|;|$)')
_RISKY = re.compile(r'[\r\n;"]')


def texts_of(cell: str) -> list[str]:
    """The texts in a cell: parted at line ends and semicolons; one in well-formed double quotes is taken as it is."""
    found = []
    position = 0
    while position < len(cell):
        part = _PARTS.match(cell, position)
        assert part is not None  # noqa: S101 - it matches anything
        quoted, plain = part.groups()
        if quoted is not None:
            found.append(quoted.replace('""', '"'))
        elif plain.strip():
            found.append(plain.strip())
        position = part.end()
    return found


def cell_of(texts: list[str]) -> str:
    """The cell from which `texts_of` reads these texts."""
    return "\n".join(_quoted(text) for text in texts)


def _quoted(text: str) -> str:
    if text and text == text.strip() and not _RISKY.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def parts_of(cell: str) -> list[str]:
    """The ids or names in a cell: at line ends and semicolons, or else at commas."""
    parts = re.split(r"[\r\n;]+", cell)
    if len(parts) == 1:
        parts = cell.split(",")
    return [part.strip() for part in parts if part.strip()]
