"""Readers of documents that a person brings: a language model of their own, say. Off unless it is asked for by name.

A reader is a function that takes a document and gives rows of a draft. It is an entry point of the group
`govgraph.draft_readers`. Its rows go through the same gate as all others: a person confirms them. A row is dropped
unless its sentence stands word for word in the document.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import entry_points
from typing import Any

from pydantic import ValidationError

from govgraph.drafting.passages import DocumentText
from govgraph.language import plural
from govgraph.model.faults import input_error, nearest
from govgraph.model.proposal import Proposal

GROUP = "govgraph.draft_readers"
"""The entry points by which other packages offer readers: each names a `DraftReader`."""

DraftReader = Callable[[DocumentText], Iterable[Mapping[str, Any]]]
"""Gives rows of a draft, each with the keys of a `Proposal`; `says` is a sentence of the document, word for word."""

_NEVER_DRAFTED = frozenset({"has no seat for", "membership", "lines", "parts"})


def reader_named(name: str) -> DraftReader:
    """The reader of an installed package. Raises InputError where there is none, or where it cannot be loaded."""
    known = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in known:
        there = f" There are: {', '.join(sorted(known))}." if known else " No installed package brings one."
        raise input_error(f"There is no reader '{name}'.{nearest(name, list(known))}{there}")
    try:
        reader = known[name].load()
    except Exception as error:
        raise input_error(f"The reader '{name}' cannot be loaded ({type(error).__name__}: {error}).") from error
    if not callable(reader):
        raise input_error(f"'{name}' is no reader: it should be a function that takes a document.")
    found: DraftReader = reader
    return found


def rows_of(name: str, reader: DraftReader, document: DocumentText) -> tuple[list[Proposal], list[str]]:
    """The rows of a reader that may be proposed, and a sentence on those that were dropped.

    Raises InputError where the reader fails.
    """
    try:
        given = list(reader(document))
    except Exception as error:
        raise input_error(
            f"The reader '{name}' failed on {document.name} ({type(error).__name__}: {error})."
        ) from error
    kept, dropped = [], 0
    for row in given:
        proposal = _proposal(row, document)
        if proposal is None:
            dropped += 1
        else:
            kept.append(proposal)
    why = "their sentences do not stand in it word for word, or they are no proposals"
    notice = f"{plural(dropped, 'row')} of the reader '{name}' on {document.name} left out: {why}."
    return kept, [notice] if dropped else []


def _proposal(row: object, document: DocumentText) -> Proposal | None:
    if not isinstance(row, Mapping):
        return None
    stated = {key: value for key, value in row.items() if key not in ("confirmed", "proposal", "document")}
    try:
        proposal = Proposal.model_validate({**stated, "document": document.name})
    except (ValidationError, TypeError):
        return None
    where = where_it_stands(proposal, document)
    if where is None or (proposal.what or "").strip().lower() in _NEVER_DRAFTED:
        return None
    return proposal if proposal.where else proposal.model_copy(update={"where": where})


def where_it_stands(proposal: Proposal, document: DocumentText) -> str | None:
    """The place of the sentence of a proposal in a document; None where it does not stand there word for word."""
    wanted = " ".join((proposal.says or "").split())
    if not wanted:
        return None
    return next(
        (block.place for block in document.blocks if any(wanted in text for text in (block.text, *block.cells))), None
    )


def word_for_word(rows: Iterable[Proposal], documents: Iterable[DocumentText]) -> Iterator[Proposal]:
    """Those rows whose sentences stand in their documents."""
    by_name = {document.name: document for document in documents}
    for row in rows:
        document = by_name.get(row.document or "")
        if document is not None and where_it_stands(row, document) is not None:
            yield row
