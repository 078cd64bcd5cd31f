"""The zip archive that a workbook is: refused where it is none, too large, locked, damaged, or draws on other files."""

import lzma
import re
import zipfile
import zlib
from array import array
from collections.abc import Sequence
from html import unescape
from io import BytesIO
from itertools import zip_longest
from typing import Self
from xml.parsers import expat

from govgraph.formats.files import SAVE_AS

MAX_UNPACKED = 100_000_000
"""Bytes; a workbook of 100,000 rows unpacks to half of it."""
MAX_RATIO = 300
"""How much smaller a part may be packed; the sheets of real workbooks come to 30, rows that repeat to 100."""
_MIN_CHECKED_SIZE = 1_000_000
_MAX_PARTS = 5_000
_MAX_ELEMENTS = 6_000_000
"""Of a part; a sheet of two million cells has not so many."""
_CHUNK = 1 << 20
_LOCKED = 1
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
DAMAGED = f"This workbook is damaged: open it in Excel, and {SAVE_AS}."


class RefusedError(Exception):
    """The file is not read; the message is the sentence that says why, and what to do."""


class Archive:
    """The parts of a workbook, by name. Raises RefusedError where they cannot be trusted."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD_OFFICE):
            raise RefusedError(f"This is an old Excel file (.xls), or one locked by a password: {SAVE_AS}, unlocked.")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._check()
        except RefusedError:
            raise
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, RuntimeError, OSError) as error:
            raise RefusedError(f"This is not a workbook, or a damaged one: open it in Excel, and {SAVE_AS}.") from error

    def _check(self) -> None:
        parts = self._zip.infolist()
        most = MAX_UNPACKED // 1_000_000
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise RefusedError(f"Unpacked, this file is larger than {most} MB, the most that is read.")
        if len({part.filename.casefold().replace("\\", "/") for part in parts}) < len(parts):
            raise RefusedError(f"This workbook is damaged (it holds a part twice): open it in Excel, and {SAVE_AS}.")
        for part in parts:
            if part.flag_bits & _LOCKED:
                raise RefusedError("This workbook is locked by a password: save it without one.")
            if part.file_size > max(_MIN_CHECKED_SIZE, MAX_RATIO * part.compress_size):
                raise RefusedError(
                    f"This file unpacks to more than {MAX_RATIO} times its size, as no workbook does; it is not read."
                )
        for part in parts:  # what a part says of its size may be a lie; reading finds out
            with self._zip.open(part) as opened:
                while opened.read(_CHUNK):
                    pass

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def part(self, name: str) -> bytes | None:
        """What a part holds; None where there is none."""
        return self._zip.read(name) if name in self._zip.NameToInfo else None


class XmlWalker:
    """Goes through the XML of parts: methods `start_NAME` and `end_NAME` are called for elements by local name."""

    text: list[str] | None = None
    """Gathers text while it is a list."""
    _elements = 0

    def walk(self, part: bytes) -> Self:
        """Go through a part, and return the walker. Raises RefusedError where it is no sound XML, or has a DTD."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add_text
        self._elements = 0
        try:
            parser.Parse(part, True)
        except expat.ExpatError as error:
            raise RefusedError(DAMAGED) from error
        return self

    def _refuse_doctype(self, *_: object) -> None:
        raise RefusedError("This workbook holds a document type (DTD), as no workbook does; it is not read.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MAX_ELEMENTS:
            most = f"more than {_MAX_ELEMENTS // 1_000_000} million cells and marks"
            raise RefusedError(f"A sheet of this workbook holds {most}: delete what is empty, and save it.")
        self._call("start_", name, attributes)

    def _end(self, name: str) -> None:
        self._call("end_", name)

    def _call(self, prefix: str, name: str, *arguments: dict[str, str]) -> None:
        handler = getattr(self, prefix + name.rpartition(" ")[2].replace("-", "_"), None)
        if handler is not None:
            handler(*arguments)

    def _add_text(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)


def parse_number(text: str | None) -> int:
    """The number that an attribute holds; 0 where it holds none."""
    return int(text) if text and text.isascii() and text.isdigit() else 0


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
                _refuse_link(what_to_do)
        if plain.startswith(_SHEETS):
            formulas = (
                unescape(found[1].decode(errors="replace")) for found in _FORMULA.finditer(archive.part(name) or b"")
            )
            if any(map(_is_external, formulas)):
                _refuse_link(_FORMULAS)


def _is_external(formula: str) -> bool:
    if _FUNCTIONS.search(formula):  # of a sheet of Google's the function stands in a text
        return True
    plain = _TEXTS.sub("", formula)
    return bool(_OTHER_FILE.search(plain) or _DDE.search(re.sub(r"'[^']*'!", "", plain)))


def _refuse_link(what_to_do: str) -> None:
    why = "This workbook draws on other files, whose values it may not hold any more"
    raise RefusedError(f"{why}: {what_to_do}, and save it.")


def shared_text_lengths(archive: Archive) -> Sequence[int]:
    """The length of each text that cells share.

    Raises RefusedError where the part declares more texts than it can hold: its reader makes room for as many.
    """
    lengths: Sequence[int] = ()
    for name in archive.names():
        if name.casefold().endswith("sharedstrings.xml"):
            part = archive.part(name) or b""
            texts = _SharedTexts().walk(part)
            if texts.declared > len(part):
                raise RefusedError(DAMAGED)
            lengths = array("I", map(max, zip_longest(lengths, texts.lengths, fillvalue=0)))
    return lengths


class _SharedTexts(XmlWalker):
    """How many texts a part says that it holds, and how long each is."""

    declared = 0
    _is_phonetic = False

    def __init__(self) -> None:
        self.lengths = array("I")

    def start_si(self, _: dict[str, str]) -> None:
        self.lengths.append(0)

    def start_rPh(self, _: dict[str, str]) -> None:  # noqa: N802
        self._is_phonetic = True

    def end_rPh(self) -> None:  # noqa: N802
        self._is_phonetic = False

    def start_t(self, _: dict[str, str]) -> None:
        self.text = []

    def end_t(self) -> None:
        if self.lengths and not self._is_phonetic:
            self.lengths[-1] += sum(map(len, self.text or ()))
        self.text = None

    def start_sst(self, attributes: dict[str, str]) -> None:
        self.declared = max(self.declared, parse_number(attributes.get("uniqueCount")))
