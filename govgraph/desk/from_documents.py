"""A draft that the desk makes of documents: what they seem to say, for a person to confirm."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePosixPath

from govgraph.drafting.documents import SUFFIXES, read_document_text
from govgraph.drafting.passages import DocumentText
from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError, collect_faults

_PDF = ".pdf"
_NO_PDF = (
    "The desk cannot read a PDF. Open it in Word and save it as a Word document (.docx), or ask somebody who has "
    "govgraph to run: govgraph draft."
)
"""What reads a PDF would make the desk half as large again."""
_NOTHING_FOUND = (
    "Nothing new was found in {names} that a structure is made of: no board, committee or group with a name."
)
_OTHERS = (".doc", ".dot", ".dotx", ".odt", ".rtf", ".pages", ".ppt", ".pptx", ".odp", ".eml", ".msg", ".epub")
"""Documents that are not read: what to do instead is said."""


def is_document(name: str) -> bool:
    """Whether a file is a document, and no structure. What is in a folder belongs to the structure there."""
    return "/" not in name and PurePosixPath(name).suffix.lower() in (*SUFFIXES, *_OTHERS)


def structure_of_documents(files: Sequence[tuple[str, bytes]], known: Structure | None = None) -> Structure:
    """The structure so far, with a draft of what documents say.

    Raises InputError with every fault of every document, and where nothing new is found in them.
    """
    from govgraph.drafting.draft import draft_of_texts  # only where there is a document

    drafted = draft_of_texts(collect_faults(*(partial(_text, name, data) for name, data in files)), known)
    if len(drafted.draft) == (len(known.draft) if known is not None else 0):
        names = " and ".join(name for name, _ in files)
        raise InputError([Fault(None, None, None, _NOTHING_FOUND.format(names=names))])
    return drafted


def _text(name: str, data: bytes) -> DocumentText:
    if name.lower().endswith(_PDF):
        raise InputError([Fault(name, None, None, _NO_PDF)])
    return read_document_text(name, data)
