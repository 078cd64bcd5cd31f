"""What an Excel workbook draws from outside: its values may be old, or another's, and are not read."""

import re
from html import unescape

from govgraph.read.sheets.archive import Archive, RefusedError

_LINKS = "break the links (in Excel: Data, Edit Links, Break Link)"
_CONNECTIONS = "delete them (in Excel: Data, Queries & Connections)"
_FORMULAS = "copy the cells, and paste their values over them"
_PARTS = {"xl/externallinks/": _LINKS, "xl/connections.xml": _CONNECTIONS, "xl/querytables/": _CONNECTIONS}
"""How the names of parts begin that draw on what is outside, and what to do about it."""

_SHEETS = ("xl/worksheets/", "xl/workbook.xml")
_FORMULA = re.compile(rb"<(?:\w+:)?(?:f|definedName)(?:\s[^<>]*)?>([^<]+)<")
_FUNCTIONS = re.compile(r"\b(IMPORT(RANGE|DATA|XML|HTML|FEED)|WEBSERVICE|RTD|DDE)\s*\(", re.IGNORECASE)
_TEXTS = re.compile(r'"[^"]*"')
_OTHER_FILE = re.compile(r"(?<![\w\])])\'?\[[^\[\]\']+\][^\[\]\'!]*\'?!")
"""`[1]Sheet!A1`, and `'[other.xlsx]Sheet 1'!A1`; a column of a table in brackets stands after the table's name."""
_DDE = re.compile(r"\w\'?\|")


def refuse_links(archive: Archive) -> None:
    """Raise RefusedError where a workbook draws on other files, on the web or on a data base."""
    for name in archive.names():
        plain = name.casefold().replace("\\", "/")
        for start, what_to_do in _PARTS.items():
            if plain.startswith(start):
                _refuse(what_to_do)
        if plain.startswith(_SHEETS):
            formulas = (
                unescape(found[1].decode(errors="replace")) for found in _FORMULA.finditer(archive.part(name) or b"")
            )
            if any(map(_draws_on_others, formulas)):
                _refuse(_FORMULAS)


def _draws_on_others(formula: str) -> bool:
    if _FUNCTIONS.search(formula):  # of a sheet of Google's the function stands in a text
        return True
    plain = _TEXTS.sub("", formula)
    return bool(_OTHER_FILE.search(plain) or _DDE.search(re.sub(r"'[^']*'!", "", plain)))


def _refuse(what_to_do: str) -> None:
    why = "This workbook draws on other files, whose values it may not hold any more"
    raise RefusedError(f"{why}: {what_to_do}, and save it.")
