"""From files to one structure, whichever tool they come from: govgraph's own as ever, others by their importers."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from govgraph.formats.drafts.rows import read_rows, report_open
from govgraph.formats.files import read_content, within_limit
from govgraph.formats.sheets.layout import DRAFT
from govgraph.formats.structure_files import (
    MAX_BYTES,
    build_structure,
    document_of,
    read_document,
    without_garbage_collection,
)
from govgraph.importers import importer_for, importer_named, importers
from govgraph.importers.contents import json_or_none
from govgraph.importers.gathering import names_of
from govgraph.importers.importer import Imported, Importer
from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError
from govgraph.model.proposal import Proposal, proposal_sentence
from govgraph.model.validation import Document

_OWN_TEXT = (".yaml", ".yml", ".json")
_DOCUMENTS = (".docx", ".doc", ".pdf", ".html", ".htm", ".md", ".txt", ".odt", ".rtf", ".pptx")
_LARGEST = max(MAX_BYTES.values())


def read_any(*paths: str | os.PathLike[str], importer: str | None = None) -> Structure:
    """One structure from govgraph's own files and from those of other tools, which are known by what they hold.

    It may hold a draft of which nothing is confirmed, and state nothing. `importer` names the one that reads every
    file, whatever it looks like. Raises InputError with every fault.
    """
    chosen = importer_named(importer) if importer else None
    documents = [document_of_any(os.fspath(path), chosen) for path in paths]
    _refuse_same_ids(documents)
    return build_structure(documents, may_be_draft=True)


def _refuse_same_ids(documents: Sequence[Document]) -> None:
    """Note a fault in each file that has bodies of one before it, where nobody chose the ids of one of the two."""
    for number, document in enumerate(documents):
        for other in documents[:number]:
            if document.broken or other.broken or (document.marks and other.marks):
                continue
            why = _shared_ids(document, other)
            if why is not None:
                document.faults.append(Fault(document.path, None, None, why))
                document.broken = True


def _shared_ids(document: Document, other: Document) -> str | None:
    """What is wrong with a file that has ids of another; None where it has none."""
    bodies = document.section("bodies")
    same = [
        entry.get("name") for key in bodies.keys() & other.section("bodies") if isinstance(entry := bodies[key], dict)
    ]
    if same:
        names = names_of(sorted(map(str, same)))
        return f"It has bodies that {other.path} has too: {names}. Put the two together with: govgraph merge."
    if document.section("sources").keys() & other.section("sources"):
        return f"Its sources have the ids of those of {other.path}: give one of the two files another name."
    return None


def document_of_any(path: str, importer: Importer | None = None) -> Document:
    """The document of a file of any kind; its faults are noted in it."""
    if Path(path).is_dir() and importer is None:
        return document_of(path)
    if importer is None and not path.lower().endswith((*_DOCUMENTS, *_endings())):
        return document_of(path)
    try:
        data = read_content(path, _LARGEST)
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)
    importer = importer or importer_for(path, data)
    if importer is not None:
        return import_document(path, data, importer)
    why = _unknown_reason(path, data)
    if why is not None:
        return Document(path, faults=[Fault(path, None, None, why)], broken=True)
    return read_document(path, partial(within_limit, data, path=path))


def import_document(path: str, data: bytes, importer: Importer) -> Document:
    """The document of what an importer takes from a file. Its faults and notices are noted in it."""
    try:
        with without_garbage_collection():
            imported: object = importer.read(path, data)
    except InputError as error:
        return Document(path, faults=error.faults, notices=error.notices, broken=True)
    except Exception as error:  # an importer of another package may do anything
        why = f"{importer.name} cannot be read here: its importer failed ({type(error).__name__}: {error})."
        return Document(path, faults=[Fault(path, None, None, why)], broken=True)
    if not isinstance(imported, Imported) or not isinstance(imported.data, dict):
        why = f"{importer.name} cannot be read here: its importer gives something else than a structure."
        return Document(path, faults=[Fault(path, None, None, why)], broken=True)
    document = Document(path, data=imported.data)
    document.notices.extend(Fault(path, None, None, notice) for notice in imported.notices)
    if isinstance(imported.data.get(DRAFT), list):
        imported.data[DRAFT] = [_as_proposal(row) for row in imported.data[DRAFT]]
        if imported.data[DRAFT]:
            report_open(document, read_rows(document))
    return document


def _as_proposal(row: Any) -> Any:
    """A row that an importer proposes, in the words in which proposals are compared. Only a person can confirm it."""
    if not isinstance(row, dict):
        return row
    row = {key: cell for key, cell in row.items() if key != "confirmed"}
    try:
        return {**row, "proposal": proposal_sentence(Proposal.model_validate(row))}
    except ValidationError:
        return row  # what is wrong with it is said where the whole is read


def _endings() -> tuple[str, ...]:
    """The ends of names that importers ask for."""
    return tuple(end for each in importers().values() for end in each.endings)


def _unknown_reason(path: str, data: bytes) -> str | None:
    """Why a file that no importer knows is not read; None where it may be one of govgraph's own, or says why itself."""
    ending = Path(path).suffix.lower()
    if ending == ".json":
        held = json_or_none(data)
        is_strange = isinstance(held, list) or (isinstance(held, dict) and not {"bodies", "govgraph"} & held.keys())
        return f"This JSON is of no kind that govgraph reads. {known_kinds(path)}" if is_strange and held else None
    if ending in _OWN_TEXT or ending == ".csv" or (b"bodies:" in data and not data.lstrip().startswith(b"<")):
        return None
    if ending in _DOCUMENTS:
        name = Path(path).name
        return f"This is a document, not a structure. To draft one from it: govgraph draft {name} -o draft.xlsx"
    return f"This file is of no kind that govgraph reads. {known_kinds(path)}"


def known_kinds(path: str) -> str:
    """The kinds of files of other tools that are read under the ending of a name."""
    lower = path.lower()
    fitting: Sequence[str] = [each.name for each in importers().values() if lower.endswith(each.endings)]
    names = fitting or [each.name for each in importers().values()]
    return f"It reads: {', '.join(names)}."
