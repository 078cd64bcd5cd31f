"""From paths to one structure (bytes, text or cells, data, models, references), and from a structure to a file."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from govgraph.formats import json, yaml
from govgraph.formats.atomic_write import write_file, write_folder
from govgraph.formats.files import (
    decoded,
    format_of,
    invisible_character_faults,
    is_csv,
    is_table_file,
    open_fault,
    read_content,
    unsupported_reason,
    within_limit,
)
from govgraph.model import Structure
from govgraph.model.faults import Fault, FaultList, InputError, collect_faults, input_error
from govgraph.model.readings import notice_other_words
from govgraph.model.references import assert_sound, cross_faults
from govgraph.model.statement import Record
from govgraph.model.validation import Document, DocumentPlaces, validated


def merged(parts: Sequence[Structure]) -> Structure:
    """One structure of what the files state. Their ids are known not to collide."""
    if len(parts) == 1:
        return parts[0]
    stated = {
        key: getattr(part, key)
        for part in parts
        for key in ("title", "as_of", "post_16_providers", "church_schools")
        if getattr(part, key) not in (None, ())
    }
    together: dict[str, Any] = {"title": None, "as_of": None, **stated}
    nations = {part.nation for part in parts if part.nation is not None}
    # Where files are in several nations, each body has that of its file.
    together["nation"] = nations.pop() if len(nations) == 1 else None
    together["draft"] = tuple(proposal for part in parts for proposal in part.draft)
    together["note"] = "\n".join(part.note for part in parts if part.note) or None
    for key in ("sources", "constituencies", "themes", "bodies"):
        entries = ((name, entry, part) for part in parts for name, entry in getattr(part, key).items())
        together[key] = {name: _with_defaults(entry, part) for name, entry, part in entries}
    return Structure.model_construct(**together)


def _with_defaults(entry: Record, part: Structure) -> Record:
    defaults = {key: getattr(part, key) for key in ("status", "nation", "membership", "lines", "source")}
    own = {key for key in type(entry).model_fields if getattr(entry, key) is None}
    return entry.model_copy(update={key: value for key, value in defaults.items() if value is not None and key in own})


MAX_BYTES = {"yaml": 20_000_000, "json": 500_000_000, "workbook": 50_000_000, "csv": 50_000_000}
"""Larger files are refused: YAML beyond this would take minutes, JSON more memory than most machines have."""

MAX_FOLDER = 100_000_000
"""Bytes of all CSV files of a folder together."""


def read_draft(*paths: str | os.PathLike[str]) -> Structure:
    """The same as `read`, of files that may hold a draft of which nothing is confirmed yet: then it states nothing.

    For what writes a draft anew, as another kind of file or with another: nobody should check such a structure.
    """
    return build_structure([document_of(os.fspath(path)) for path in paths], may_be_draft=True)


def read(*paths: str | os.PathLike[str]) -> Structure:
    """Read one structure from one file, or from several that make it together.

    Files that end in `.json` are read as JSON, in `.xlsx`, `.xlsm` and `.ods` as workbooks, folders as the CSV files
    in them, all others as YAML. Raises InputError with every fault of every file.

    >>> import govgraph
    >>> structure = govgraph.read("mine.yaml")
    >>> structure.title
    'Our SEND governance'
    """
    return build_structure([document_of(os.fspath(path)) for path in paths])


def document_of(path: str) -> Document:
    """The document of a file, or of a folder of CSV files; its faults are noted in it."""
    return _folder_document(path) if Path(path).is_dir() else read_document(path, partial(read_content, path))


def read_text(text: str, *, path: str = "<text>") -> Structure:
    """Read one structure from YAML text. Raises InputError with every fault.

    >>> import govgraph
    >>> govgraph.read_text("bodies: {board: {name: The Board, kind: board}}").bodies["board"].name
    'The Board'
    """
    return build_structure([_parse_text(path, text)])


def build_structure(documents: Sequence[Document], *, may_be_draft: bool = False) -> Structure:
    """The structure that documents make together. Raises InputError with every fault of each.

    With `may_be_draft`, it may hold a draft and state nothing.
    """
    if not documents:
        raise input_error("No file was named.")
    faults, notices = FaultList(), FaultList()
    for document in documents:
        notice_other_words(document, Structure)
        faults.extend(document.faults)
        notices.extend(document.notices)
    with without_garbage_collection():
        parts = [(document, validated(document, Structure, faults)) for document in documents]
        read_parts = [(document, part) for document, part in parts if part is not None]
        # Ids may stand in a file that could not be read: then nothing is said of unknown ones.
        whole = len(read_parts) == len(documents)
        faults.extend(cross_faults(read_parts, whole=whole, may_be_draft=may_be_draft))
    if faults:
        files = {document.path: number for number, document in reversed([*enumerate(documents)])}
        faults.sort(key=lambda item: (files.get(item.path, -1), item.sheet or "", item.line or 0, item.column or 0))
        raise InputError(faults, notices)
    for document in documents:
        document.data, document.tables = None, ()  # the models hold it now; only the places are still asked for
    return merged([part for _, part in read_parts]).placed(DocumentPlaces(list(documents)), notices.listed("notice"))


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Hold garbage collection off: reading makes many objects and no cycles."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


def read_document(path: str, data_within: Callable[[int], bytes]) -> Document:
    """A document of the bytes behind a path, of so many at the most. Its faults are noted in it."""
    kind, why = format_of(path), unsupported_reason(path)
    if why is not None:
        return Document(path, faults=[Fault(path, None, None, why)], broken=True)
    try:
        data = data_within(MAX_BYTES[kind])
        text = "" if kind == "workbook" else decoded(data, path)
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)
    with without_garbage_collection():
        if kind != "workbook":
            return _parse_text(path, text)
        from govgraph.formats.sheets import workbook_reader  # text files need none of what sheets bring in

        return workbook_reader.parse(path, data)


def _folder_document(path: str) -> Document:
    try:
        names = sorted(file.name for file in Path(path).iterdir() if is_table_file(file.name))
        csv_names = [name for name in names if is_csv(name)]
        files = (Path(path) / name for name in csv_names)
        _refuse_large_folder(path, sum(file.stat().st_size for file in files if file.is_file()))
        found = collect_faults(*(partial(read_content, str(Path(path) / name), MAX_BYTES["csv"]) for name in csv_names))
    except (InputError, OSError) as error:
        faults = error.faults if isinstance(error, InputError) else [open_fault(path, error)]
        return Document(path, faults=faults, broken=True)
    return read_csv_folder(path, {**dict.fromkeys(names, b""), **dict(zip(csv_names, found, strict=True))})


def _refuse_large_folder(path: str, size: int) -> None:
    if size > MAX_FOLDER:
        most = f"{MAX_FOLDER // 1_000_000} MB together, the most that is read"
        raise InputError([Fault(path, None, None, f"The files in this folder are larger than {most}.")])


def documents_of_bytes(files: Sequence[tuple[str, bytes]]) -> list[Document]:
    """The documents of files that are at hand as bytes, by their names; faults are noted in each.

    A name may lead through a folder (`wendle/bodies.csv`): what is in it is read as the folder. CSV files without a
    folder are read together, as if the folder that they are in had been named.
    """
    found: list[Document | str] = []
    folders: dict[str, dict[str, bytes]] = {}
    for name, data in files:
        folder, slash, own = name.rpartition("/")
        folder = folder or "."
        if not slash and not is_csv(name):
            found.append(read_document(name, partial(within_limit, data, path=name)))
            continue
        if folder not in folders:
            found.append(folder)
        folders.setdefault(folder, {})[own] = data
    return [_folder_of_bytes(each, folders[each]) if isinstance(each, str) else each for each in found]


def _folder_of_bytes(path: str, files: Mapping[str, bytes]) -> Document:
    names = sorted(filter(is_table_file, files))
    csv_names = [name for name in names if is_csv(name)]
    try:
        _refuse_large_folder(path, sum(len(files[name]) for name in csv_names))
        within = (partial(within_limit, files[name], MAX_BYTES["csv"], str(Path(path) / name)) for name in csv_names)
        found = collect_faults(*within)
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)
    return read_csv_folder(path, {**dict.fromkeys(names, b""), **dict(zip(csv_names, found, strict=True))})


def read_csv_folder(path: str, files: Mapping[str, bytes]) -> Document:
    """A document of the CSV files of a folder, by name. Its faults are noted in it. Other files count by name only."""
    from govgraph.formats.sheets import csv  # text files need none of what sheets bring in

    with without_garbage_collection():
        return csv.parse(path, files)


def _parse_text(path: str, text: str) -> Document:
    hidden = invisible_character_faults(path, text)
    if hidden:
        return Document(path, faults=hidden, broken=True)
    parse: Callable[[str, str], Document] = json.parse if format_of(path) == "json" else yaml.parse
    document = parse(path, text)
    if not document.broken and isinstance(document.data, dict) and document.data.get("draft"):
        from govgraph.formats.drafts.gate import state_confirmed  # few files hold a draft

        state_confirmed(document)
    return document


OUTPUT_FORMATS = {
    ".yaml": "YAML",
    ".yml": "YAML",
    ".json": "JSON",
    ".xlsx": "an Excel workbook",
    "": "a folder of CSV files",
}
"""What the end of a name asks for; a name without an end is a folder."""

_SUFFIX_HINTS = {
    ".ods": "LibreOffice opens .xlsx too: name the file so.",
    ".xls": "Name the file .xlsx.",
    ".xlsm": "Name the file .xlsx.",
    ".csv": "A structure in CSV is a folder: leave the end out.",
}


def output_suffix(path: str | os.PathLike[str]) -> str:
    """The end of a name, which says in which form is written. Raises InputError for one that says nothing."""
    named = os.fspath(path)
    ending = "" if Path(named).is_dir() else Path(named).suffix.lower()
    if ending not in OUTPUT_FORMATS:
        known = ", ".join(filter(None, OUTPUT_FORMATS))
        hint = _SUFFIX_HINTS.get(ending, f"Choose a name that ends in {known}, or a folder.")
        raise InputError([Fault(named, None, None, f"Nothing is written as {ending}. {hint}")])
    return ending


def write(structure: Structure, path: str | os.PathLike[str], *, with_names: bool = True) -> None:
    """Write a structure to a file that ends in .yaml, .yml, .json or .xlsx, or to a new folder of CSV files.

    What is written reads back as the same structure. Without `with_names`, names of people are left out. The file is
    written whole or not at all. Raises InputError where the name says no form, where a structure made in code is not
    sound, where a text is too long for a cell, where a file is read-only, and where a folder is there and not empty.

    >>> import govgraph
    >>> structure = govgraph.read("mine.yaml").with_seat("SEND Strategic Board", on_behalf_of="Parent carers")
    >>> govgraph.write(structure, "with the seat.yaml")
    >>> len(govgraph.read("with the seat.yaml").bodies["board"].seats)
    2
    """
    named = os.fspath(path)
    ending = output_suffix(named)
    if not structure.was_read:
        assert_sound(structure)
    try:
        if ending == "":
            from govgraph.formats.sheets import csv  # text files need none of what sheets bring in

            write_folder(Path(named), csv.rendered(structure, with_names=with_names))
        elif ending == ".xlsx":
            from govgraph.formats.sheets import workbook_writer  # slow to load, and not always installed

            write_file(Path(named), workbook_writer.rendered(structure, with_names=with_names))
        else:
            text = (json if ending == ".json" else yaml).rendered(structure, with_names=with_names)
            write_file(Path(named), text)
    except InputError as error:
        raise InputError(fault._replace(path=fault.path or named) for fault in error.faults) from None
