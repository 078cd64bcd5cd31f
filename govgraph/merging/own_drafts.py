"""The drafts that the files have themselves, with names that mean in the merged file what they mean in their own."""

from collections.abc import Iterator, Mapping, Sequence

from govgraph.formats.drafts.words import Aim, meaning_of
from govgraph.language import listed
from govgraph.merging.entries import Entry, File
from govgraph.merging.names import Names
from govgraph.merging.sameness import Classes
from govgraph.model.proposal import Proposal

_SECTIONS = ("bodies", "constituencies", "themes")
_CELLS = {"body": _SECTIONS, "holder": ("bodies",), "on_behalf_of": ("constituencies",)}
"""The cells of a row that name an entry, with the sections in which it may be."""


def own_drafts(
    files: Sequence[File], entries: Mapping[str, Entry], joined: Classes, names: Names
) -> Iterator[Proposal]:
    """The rows of each file's own draft that are open."""
    for file in files:
        if file.structure.draft:
            own = Names(_as_in_its_file(file))
            for row in file.structure.draft:
                yield _renamed(row, own, entries, joined, names)


def _as_in_its_file(file: File) -> Iterator[Entry]:
    for entry in file.entries.values():
        yield Entry(entry.key, entry.section, entry.own_id, entry.data, entry.files)


def _renamed(row: Proposal, own: Names, entries: Mapping[str, Entry], joined: Classes, names: Names) -> Proposal:
    changes = {}
    for cell, sections in {**_CELLS, **({"value": _SECTIONS} if _names_an_entry(row) else {})}.items():
        text = getattr(row, cell)
        meant = [entry for section in sections for entry in own.called(section, text)] if text else []
        if len(meant) == 1:
            entry = entries[joined.first(meant[0].key)]
            if names.called(entry.section, text) != [entry]:
                changes[cell] = names.title(entry)
        elif text and not meant and cell == "body":
            others = [entry.name for section in sections for entry in names.called(section, text)]
            if others and row.question is None:
                changes["question"] = f"Another file lists {listed(others)}. Confirm this only if it is the same."
    if not changes:
        return row
    is_as_proposed = row.proposal is not None and row.proposal == row.with_sentence().proposal
    changed = row.model_copy(update=changes)
    return changed.with_sentence() if is_as_proposed else changed


def _names_an_entry(row: Proposal) -> bool:
    """Whether the value of a row is another entry: the end of a relation, or of a tie of a kind not stated."""
    try:
        return row.what is None or meaning_of(row.what).aim in (Aim.TIE, Aim.SAME)
    except ValueError:
        return False
