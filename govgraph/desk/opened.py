"""What can be open: sheets, or a text that cannot be read yet; from the bytes of files, and what is read of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from govgraph.desk.from_documents import is_document, structure_of_documents
from govgraph.desk.tables import OpenTables
from govgraph.formats.files import decoded, format_of, unsupported_reason, within_limit
from govgraph.formats.structure_files import MAX_BYTES, build_structure, documents_of_bytes, read_document
from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError, input_error
from govgraph.model.validation import Document, Marks

_LONGEST_TEXT = 1_000_000
"""The most letters of a text with faults that is put before a person to be mended."""


@dataclass(frozen=True)
class OpenText:
    """The text of a file of YAML or JSON that has faults."""

    path: str
    text: str


@dataclass(frozen=True)
class Reading:
    """What is read of something open: a structure, or why there is none."""

    structure: Structure | None
    faults: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()
    marks: Marks | None = None
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """Of what cannot be read whole, the names of its bodies and groups of people by their ids."""


Content = OpenText | OpenTables


def read_documents(documents: Sequence[Document]) -> Reading:
    """What documents state together; nothing yet, where they hold a draft and nobody has confirmed any of it."""
    marks = documents[0].marks if len(documents) == 1 else None
    try:
        structure = build_structure(documents, may_be_draft=True)
    except InputError as error:
        names = {section: _names(documents, section) for section in ("bodies", "constituencies", "themes")}
        return Reading(None, tuple(error.faults), tuple(error.notices), marks, names)
    return Reading(structure, (), structure.notices, marks)


def _names(documents: Sequence[Document], section: str) -> dict[str, str]:
    entries = (pair for document in documents for pair in document.section(section).items())
    return {key: str(entry.get("name") or key) for key, entry in entries if isinstance(entry, dict)}


def read_content(content: Content) -> Reading:
    """What is read of something open."""
    if isinstance(content, OpenTables):
        return read_documents([content.document()])
    data = content.text.encode()
    return read_documents([read_document(content.path, partial(within_limit, data, path=content.path))])


class Opened(NamedTuple):
    """What files are as they are opened, what is read of them, and how they are called."""

    content: Content
    reading: Reading
    name: str


def open_files(files: Sequence[tuple[str, bytes]]) -> Opened:
    """What files are as they are opened.

    Raises InputError where they can neither be read nor mended here.
    """
    papers = [file for file in files if is_document(file[0])]
    if papers:
        return _open_documents(papers, [file for file in files if file not in papers])
    documents = documents_of_bytes(files)
    if not documents:
        raise input_error("No file was named.")
    tables = [*documents[0].tables] if len(documents) == 1 and not documents[0].broken else []
    reading = read_documents(documents)
    name = " and ".join(str(document.path) if document.path != "." else "structure" for document in documents)
    if tables:
        return Opened(OpenTables.of(str(documents[0].path), tables, is_own=True), reading, name)
    if reading.structure is not None:
        return Opened(OpenTables.of_structure(workbook_name(files[0][0]), reading.structure), reading, name)
    text = _text_to_mend(files)
    if text is None:
        raise InputError(reading.faults, reading.notices)
    return Opened(OpenText(files[0][0], text), reading, name)


def _open_documents(papers: Sequence[tuple[str, bytes]], files: Sequence[tuple[str, bytes]]) -> Opened:
    """A draft of what documents say, beside what the other files state."""
    known = build_structure(documents_of_bytes(files), may_be_draft=True) if files else None
    structure = structure_of_documents(papers, known)
    name = workbook_name((files or papers)[0][0])
    return Opened(OpenTables.of_structure(name, structure), Reading(structure, (), structure.notices), name)


def open_text(text: OpenText) -> tuple[Content, Reading]:
    """The text as sheets, as soon as it can be read."""
    reading = read_content(text)
    if reading.structure is None:
        return text, reading
    return OpenTables.of_structure(workbook_name(text.path), reading.structure), reading


def _text_to_mend(files: Sequence[tuple[str, bytes]]) -> str | None:
    """The text of the only file; None where it is no text, or too long to be mended here."""
    name, data = files[0]
    is_text = format_of(name) != "workbook" and "/" not in name and unsupported_reason(name) is None
    if len(files) > 1 or not is_text:
        return None
    try:
        text = decoded(within_limit(data, MAX_BYTES[format_of(name)], name), name)
    except InputError:
        return None
    return text if len(text) <= _LONGEST_TEXT else None


def workbook_name(path: str) -> str:
    """What a file is called as a workbook: `wendle.xlsx`."""
    stem = PurePosixPath(path).stem
    return f"{stem or 'structure'}.xlsx"


class Readings:
    """What was read of the last few things that were open, so that going back costs nothing."""

    _KEPT = 12

    def __init__(self) -> None:
        self._pinned: list[tuple[Content, Reading]] = []
        self._recent: list[tuple[Content, Reading]] = []

    def pin(self, content: Content, reading: Reading) -> None:
        """Keep what was read of the file itself, where the content is only how it is shown."""
        self._pinned.append((content, reading))

    def of(self, content: Content) -> Reading:
        """What is read of something open."""
        for known, reading in (*self._pinned, *self._recent):
            if known is content:
                return reading
        reading = read_content(content)
        self._recent = [*self._recent[1 - self._KEPT :], (content, reading)]
        return reading
