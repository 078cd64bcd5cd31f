"""From paths to one structure: bytes, text or cells, data, models, references, in this order."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from govgraph.model import Structure
from govgraph.model.faults import Fault, FaultList, InputError, gathered, inform
from govgraph.read import json, yaml
from govgraph.read.check import cross_faults
from govgraph.read.content import content_of, unopened
from govgraph.read.document import Document, DocumentPlaces
from govgraph.read.encoding import decoded, unseen
from govgraph.read.endings import is_csv, is_table, kind_of, why_not_read
from govgraph.read.merge import merged
from govgraph.read.validate import validated

MAX_BYTES = {"yaml": 20_000_000, "json": 500_000_000, "workbook": 50_000_000, "csv": 50_000_000}
"""Larger files are refused: YAML beyond this would take minutes, JSON more memory than most machines have."""

MAX_FOLDER = 100_000_000
"""Bytes of all CSV files of a folder together."""


def read(*paths: str | os.PathLike[str]) -> Structure:
    """Read one structure from one file, or from several that make it together.

    Files that end in `.json` are read as JSON, in `.xlsx`, `.xlsm` and `.ods` as workbooks, folders as the CSV files
    in them, all others as YAML. Raises InputError with every fault of every file.

    >>> import govgraph
    >>> structure = govgraph.read("mine.yaml")
    >>> structure.title
    'Our SEND governance'
    """
    return structure_of([_document(os.fspath(path)) for path in paths])


def _document(path: str) -> Document:
    return _of_folder(path) if Path(path).is_dir() else document_of(path, partial(content_of, path))


def read_text(text: str, *, path: str = "<text>") -> Structure:
    """Read one structure from YAML text. Raises InputError with every fault.

    >>> import govgraph
    >>> govgraph.read_text("bodies: {board: {name: The Board, kind: board}}").bodies["board"].name
    'The Board'
    """
    return structure_of([_parsed(path, text)])


def structure_of(documents: Sequence[Document]) -> Structure:
    """The structure that documents make together. Raises InputError with every fault of each."""
    if not documents:
        raise inform("No file was named.")
    faults, notices = FaultList(), FaultList()
    for document in documents:
        faults.extend(document.faults)
        notices.extend(document.notices)
    with _no_collection():
        parts = [(document, validated(document, Structure, faults)) for document in documents]
        read_parts = [(document, part) for document, part in parts if part is not None]
        # Ids may stand in a file that could not be read: then nothing is said of unknown ones.
        whole = len(read_parts) == len(documents)
        faults.extend(cross_faults(read_parts, whole=whole))
    if faults:
        faults.sort(key=lambda fault: _order(fault, documents))
        raise InputError(faults, notices)
    for document in documents:
        document.data = None  # the models hold it now; only the places are still asked for
    return merged([part for _, part in read_parts]).placed(DocumentPlaces(list(documents)), notices.listed("notice"))


def _order(fault: Fault, documents: Sequence[Document]) -> tuple[int, str, int, int]:
    paths = [document.path for document in documents]
    file = paths.index(fault.path) if fault.path in paths else -1
    return file, fault.sheet or "", fault.line or 0, fault.column or 0


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
    kind, why = kind_of(path), why_not_read(path)
    if why is not None:
        return Document(path, faults=[Fault(path, None, None, why)], broken=True)
    try:
        data = data_within(MAX_BYTES[kind])
        text = "" if kind == "workbook" else decoded(data, path)
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)
    with _no_collection():
        if kind != "workbook":
            return _parsed(path, text)
        from govgraph.read.sheets import workbook  # noqa: PLC0415 - text files need none of what sheets bring in

        return workbook.parse(path, data)


def _of_folder(path: str) -> Document:
    try:
        names = sorted(one.name for one in Path(path).iterdir() if is_table(one.name))
        read_here = [name for name in names if is_csv(name)]
        _refuse_vast_folder(path, read_here)
        found = gathered(*(partial(content_of, str(Path(path) / name), MAX_BYTES["csv"]) for name in read_here))
    except (InputError, OSError) as error:
        faults = error.faults if isinstance(error, InputError) else [unopened(path, error)]
        return Document(path, faults=faults, broken=True)
    return document_of_folder(path, {**dict.fromkeys(names, b""), **dict(zip(read_here, found, strict=True))})


def _refuse_vast_folder(path: str, names: Sequence[str]) -> None:
    size = sum(file.stat().st_size for file in (Path(path) / name for name in names) if file.is_file())
    if size > MAX_FOLDER:
        why = f"The files in this folder are larger than {MAX_FOLDER // 1_000_000} MB together, the most that is read."
        raise InputError([Fault(path, None, None, why)])


def document_of_folder(path: str, files: Mapping[str, bytes]) -> Document:
    """A document of the CSV files of a folder, by name. Its faults are noted in it.

    Files that only look like one of them are told or refused by their names; what they hold is not asked for.
    """
    from govgraph.read.sheets import csv  # noqa: PLC0415 - as above

    with _no_collection():
        return csv.parse(path, files)


def _parsed(path: str, text: str) -> Document:
    hidden = unseen(path, text)
    if hidden:
        return Document(path, faults=hidden, broken=True)
    parse: Callable[[str, str], Document] = json.parse if kind_of(path) == "json" else yaml.parse
    return parse(path, text)
