"""From paths to one structure: bytes, text, data, models, references, in this order."""

import codecs
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError, inform
from govgraph.model.scalars import UNSEEN
from govgraph.read import json, yaml
from govgraph.read.check import cross_faults
from govgraph.read.document import Document, DocumentPlaces
from govgraph.read.merge import merged
from govgraph.read.validate import validated

MAX_BYTES = {"yaml": 20_000_000, "json": 500_000_000}
"""Larger files are refused: YAML beyond this would take minutes, JSON more memory than most machines have."""

_WRONG_ENCODINGS = [
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
]
_NOT_TEXT = [
    (b"PK\x03\x04", "an Excel, Word or zip file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
]


def read(*paths: str | os.PathLike[str]) -> Structure:
    """Read one structure from one file, or from several that make it together.

    Files that end in `.json` are read as JSON, all others as YAML.
    Raises InputError with every fault of every file.
    """
    named = [os.fspath(path) for path in paths]
    return structure_of([document_of(path, partial(_bytes, path)) for path in named])


def read_text(text: str, *, path: str = "<text>") -> Structure:
    """Read one structure from YAML text. Raises InputError with every fault."""
    return structure_of([_parsed(path, text)])


def structure_of(documents: Sequence[Document]) -> Structure:
    """The structure that documents make together. Raises InputError with every fault of each."""
    if not documents:
        raise inform("No file was named.")
    faults = [fault for document in documents for fault in document.faults]
    with _no_collection():
        parts = [(document, validated(document, Structure, faults)) for document in documents]
        read_parts = [(document, part) for document, part in parts if part is not None]
        # Ids may stand in a file that could not be read: then nothing is said of unknown ones.
        whole = len(read_parts) == len(documents)
        faults.extend(cross_faults(read_parts, whole=whole))
    if faults:
        raise InputError(sorted(faults, key=lambda fault: _order(fault, documents)))
    for document in documents:
        document.data = None  # the models hold it now; only the places are still asked for
    notices = [notice for document in documents for notice in document.notices]
    return merged([part for _, part in read_parts]).placed(DocumentPlaces(list(documents)), notices)


def _order(fault: Fault, documents: Sequence[Document]) -> tuple[int, int, int]:
    paths = [document.path for document in documents]
    return (paths.index(fault.path) if fault.path in paths else -1, fault.line or 0, fault.column or 0)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold garbage collection off: reading makes many objects and no cycles."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


def document_of(path: str, data_within: Callable[[int], bytes]) -> Document:
    """A document of the bytes behind a path, of so many at the most. Its faults are noted in it."""
    kind = "json" if path.lower().endswith(".json") else "yaml"
    try:
        text = _text(data_within(MAX_BYTES[kind]), path)
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)
    with _no_collection():
        return _parsed(path, text)


def text_of(path: str, most: int) -> str:
    """The text of a file, as UTF-8, of so many bytes at the most. Raises InputError."""
    return _text(_bytes(path, most), path)


def _parsed(path: str, text: str) -> Document:
    unseen = _unseen(path, text)
    if unseen:
        return Document(path, faults=unseen, broken=True)
    parse: Callable[[str, str], Document] = json.parse if path.lower().endswith(".json") else yaml.parse
    return parse(path, text)


def _bytes(path: str, most: int) -> bytes:
    def refused(why: str) -> InputError:
        return InputError([Fault(path, None, None, why)])

    try:
        if Path(path).is_dir():
            raise refused("This is a folder; name the structure's file.")
        with Path(path).open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise refused("There is no such file.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise refused(f"The file cannot be opened: {why}.") from None
    return at_most(data, most, path)


def at_most(data: bytes, most: int, path: str) -> bytes:
    """The bytes, if they are no more than that. Raises InputError."""
    if len(data) > most:
        why = f"The file is larger than {most // 1_000_000} MB, the most that is read."
        raise InputError([Fault(path, None, None, why)])
    return data


def _text(data: bytes, path: str) -> str:
    for start, what in _NOT_TEXT:
        if data.startswith(start):
            raise InputError([Fault(path, None, None, f"This is {what}, not a structure in YAML or JSON.")])
    for start, encoding in _WRONG_ENCODINGS:
        if data.startswith(start):
            raise InputError([Fault(path, 1, 1, f"The file is in {encoding}; save it as UTF-8.")])
    if b"\x00" in data[:200]:
        why = "The file is not text in UTF-8 (it holds zero bytes: perhaps UTF-16); save it as UTF-8."
        raise InputError([Fault(path, 1, 1, why)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig")
        line, column = _line_and_column(good, len(good))
        raise InputError([Fault(path, line, column, _encoding_sentence(data))]) from None
    if not text.strip():
        raise InputError([Fault(path, 1, 1, "The file is empty.")])
    return text


def _encoding_sentence(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "The file is not text in UTF-8; save it as UTF-8."
    return "The file is not in UTF-8 but looks like Windows-1252 (also called ANSI or Latin-1); save it as UTF-8."


def _unseen(path: str, text: str) -> list[Fault]:
    faults = []
    for found in UNSEEN.finditer(text):
        line, column = _line_and_column(text, found.start())
        number = f"U+{ord(found.group()):04X}"
        faults.append(Fault(path, line, column, f"A character that cannot be seen stands here ({number}); delete it."))
        if len(faults) == 20:  # noqa: PLR2004
            break
    return faults


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
