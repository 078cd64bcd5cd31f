"""A file as it comes: what the end of its name says, its bytes, and its text in UTF-8 without anything unseen."""

import codecs
import os
import stat
from itertools import islice
from pathlib import Path
from typing import Literal

from govgraph.model.faults import Fault, InputError
from govgraph.model.scalars import UNSEEN

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
CSV = ".csv"
SAVE_AS = "save it as an Excel workbook (.xlsx)"
_UNSUPPORTED = {
    ".xls": "an old Excel file",
    ".xlsb": "a binary Excel file",
    ".numbers": "a file of Numbers",
    ".gsheet": "only a link to a Google sheet",
}
"""Files of sheets that are not read, and what they are."""

_LIKE_CSV = (".tsv", ".tab", ".txt")
"""Files of text that may hold a table, and are not read in a folder of CSV files."""

FileFormat = Literal["yaml", "json", "workbook"]


def format_of(path: str) -> FileFormat:
    """The format in which a file is read, by its suffix: JSON, a workbook, or YAML for all others."""
    lower = path.lower()
    return "workbook" if lower.endswith(WORKBOOKS) else "json" if lower.endswith(".json") else "yaml"


def unsupported_reason(path: str) -> str | None:
    """Why a file of this name is not read, and what to do; None where it is."""
    lower = path.lower()
    if lower.endswith(CSV):
        return "A structure in CSV is a folder of files (bodies.csv, relations.csv ...): name the folder, not the file."
    return next((f"This is {what}: {SAVE_AS}." for end, what in _UNSUPPORTED.items() if lower.endswith(end)), None)


def is_csv(name: str) -> bool:
    """Whether a file in a folder is one of its CSV files."""
    return name.lower().endswith(CSV)


def is_table_file(name: str) -> bool:
    """Whether a file in a folder is one of its CSV files, or looks like one; and none that a program keeps there."""
    return name.lower().endswith((CSV, *_LIKE_CSV, *WORKBOOKS, *_UNSUPPORTED)) and not name.startswith((".", "~"))


_NOT_A_FILE = {
    stat.S_IFIFO: "This is a pipe, not a file. Save what it gives in a file, and name that.",
    stat.S_IFSOCK: "This is a socket, not a file; name a file.",
    stat.S_IFCHR: "This is a device, not a file; name a file.",
    stat.S_IFBLK: "This is a device, not a file; name a file.",
    stat.S_IFDIR: "This is a folder; name the file.",
}


def read_content(path: str, most: int) -> bytes:
    """What a file holds. Raises InputError where there is none, where it is no file, and where it holds more."""
    try:
        _refuse_non_files(path, os.stat(path))  # noqa: PTH116 - before it is opened: that alone may do something
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            _refuse_non_files(path, os.fstat(file.fileno()))  # it may be another by now
            data = file.read(most + 1)
    except FileNotFoundError:
        why = "This is a link to a file that is not there." if Path(path).is_symlink() else "There is no such file."
        raise InputError([Fault(path, None, None, why)]) from None
    except (OSError, ValueError) as error:
        raise InputError([open_fault(path, error)]) from None
    return within_limit(data, most, path)


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""To open a pipe is to wait for who writes into it, unless it is opened so."""


def _refuse_non_files(path: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        why = _NOT_A_FILE.get(stat.S_IFMT(status.st_mode), "This is not a file; name a file.")
        raise InputError([Fault(path, None, None, why)])


def open_fault(path: str, error: OSError | ValueError) -> Fault:
    """What is wrong with a file or a folder that the system does not open."""
    return Fault(path, None, None, f"The file cannot be opened: {getattr(error, 'strerror', None) or error}.")


def within_limit(data: bytes, most: int, path: str) -> bytes:
    """The bytes, if they are no more than that. Raises InputError."""
    if len(data) > most:
        why = f"The file is larger than {most // 1_000_000} MB, the most that is read."
        raise InputError([Fault(path, None, None, why)])
    return data


_UTF_32 = codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE
_UTF_16 = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE  # the first begins that of UTF-32 too
_NOT_TEXT = {b"PK\x03\x04": "an Excel, Word or zip file", b"%PDF": "a PDF", b"\xd0\xcf\x11\xe0": "an old Office file"}


def decoded(data: bytes, path: str) -> str:
    """The text of a file. Raises InputError where it is another kind of file, empty, or in another encoding."""
    for start, what in _NOT_TEXT.items():
        if data.startswith(start):
            raise InputError([Fault(path, None, None, f"This is {what}, not a structure in YAML or JSON.")])
    for starts, encoding in ((_UTF_32, "UTF-32"), (_UTF_16, "UTF-16")):
        if data.startswith(starts):
            raise InputError([Fault(path, 1, 1, f"The file is in {encoding}; save it as UTF-8.")])
    if b"\x00" in data[:200]:
        why = "The file is not text in UTF-8 (it holds zero bytes: perhaps UTF-16); save it as UTF-8."
        raise InputError([Fault(path, 1, 1, why)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        valid = data[: error.start].decode("utf-8-sig")
        raise InputError([Fault(path, *_line_and_column(valid, len(valid)), _encoding_message(data))]) from None
    if not text.strip():
        raise InputError([Fault(path, 1, 1, "The file is empty.")])
    return text


def _encoding_message(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "The file is not text in UTF-8; save it as UTF-8."
    return "The file is not in UTF-8 but looks like Windows-1252 (also called ANSI or Latin-1); save it as UTF-8."


def invisible_character_faults(path: str, text: str) -> list[Fault]:
    """A fault for each character that cannot be seen; twenty at the most."""
    faults = []
    for found in islice(UNSEEN.finditer(text), 20):
        why = f"A character that cannot be seen stands here (U+{ord(found.group()):04X}); delete it."
        faults.append(Fault(path, *_line_and_column(text, found.start()), why))
    return faults


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
