"""The zip archive in which a workbook comes: refused where it is no workbook, too large, locked or damaged."""

import lzma
import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from govgraph.read.endings import SAVE_AS

MAX_UNPACKED = 100_000_000
"""Bytes; a workbook of 100,000 rows unpacks to half of it."""
MAX_RATIO = 300
"""How much smaller a part may be packed; the sheets of real workbooks come to 30, rows that repeat to 100."""
_SMALL = 1_000_000
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
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            EOFError,
            ValueError,
            RuntimeError,
            OSError,
        ) as error:
            raise RefusedError(f"This is not a workbook, or a damaged one: open it in Excel, and {SAVE_AS}.") from error

    def _check(self) -> None:
        parts = self._zip.infolist()
        most = MAX_UNPACKED // 1_000_000
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise RefusedError(f"Unpacked, this file is larger than {most} MB, the most that is read.")
        if len({part.filename.casefold().replace("\\", "/") for part in parts}) < len(parts):
            raise RefusedError(
                f"This workbook is damaged (a part stands in it twice): open it in Excel, and {SAVE_AS}."
            )
        for part in parts:
            if part.flag_bits & _LOCKED:
                raise RefusedError("This workbook is locked by a password: save it without one.")
            if part.file_size > max(_SMALL, MAX_RATIO * part.compress_size):
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


class Walker:
    """Goes through the XML of a part: methods `start_NAME` and `end_NAME` are called for elements by local name."""

    def __init__(self) -> None:
        self.text: list[str] | None = None
        """Gathers text while it is a list."""
        self._elements = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def walk(self, part: bytes) -> None:
        """Go through a part. Raises RefusedError where it is no sound XML, or defines entities."""
        try:
            self._parser.Parse(part, True)
        except expat.ExpatError as error:
            raise RefusedError(DAMAGED) from error

    def _refuse(self, *_: object) -> None:
        raise RefusedError("This workbook holds a document type (DTD), as no workbook does; it is not read.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MAX_ELEMENTS:
            most = f"more than {_MAX_ELEMENTS // 1_000_000} million cells and marks"
            raise RefusedError(f"A sheet of this workbook holds {most}: delete what is empty, and save it.")
        handler = getattr(self, "start_" + name.rpartition(" ")[2].replace("-", "_"), None)
        if handler is not None:
            handler(attributes)

    def _end(self, name: str) -> None:
        handler = getattr(self, "end_" + name.rpartition(" ")[2].replace("-", "_"), None)
        if handler is not None:
            handler()

    def _text(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)


def number_of(text: str | None) -> int:
    """The number that an attribute holds; 0 where it holds none."""
    return int(text) if text and text.isascii() and text.isdigit() else 0
