"""The story of a draft on one screen: documents, their bodies, their sentences, what these state, the proposals."""

from collections.abc import Sequence

from govgraph.drafting.attributes import attributes_in, attributes_of_rows, of_label
from govgraph.drafting.glossary import Glossary
from govgraph.drafting.labels import rows_of_tables, rows_with_labels
from govgraph.drafting.lines import Line, read_lines
from govgraph.drafting.naming import name_everything
from govgraph.drafting.passages import DocumentText
from govgraph.drafting.posts import relations_of_posts
from govgraph.drafting.proposals import Found, proposals_of
from govgraph.drafting.relations import relations_in, relations_of_label, relations_of_rows
from govgraph.drafting.seat_tables import seats_of_group_rows, seats_of_rows
from govgraph.drafting.seats import seats_in, seats_of_label
from govgraph.drafting.themes import themes_in
from govgraph.model import Structure
from govgraph.model.proposal import Proposal


def propose(documents: Sequence[DocumentText], known: Structure | None = None) -> list[Proposal]:
    """What documents seem to state, as proposals; the same for the same documents.

    Args:
        documents: the texts, read together: a body that several name is proposed once.
        known: the structure so far: its bodies are found by their names, and not proposed again.

    """
    glossary = Glossary()
    for document in documents:
        for block in document.blocks:
            glossary.define(block.text)
    bodies = known.bodies.values() if known is not None else ()
    already = glossary.know((body.name, body.kind.words, body.other_names) for body in bodies)
    name_everything(documents, glossary)
    already = frozenset(map(glossary.place, already))
    found = Found()
    for document in documents:
        lines = list(read_lines(document, glossary))
        _take_tables(lines, found)
        _take_sentences(lines, glossary, found)
    return proposals_of(found, glossary, already)


def _take_tables(lines: Sequence[Line], found: Found) -> None:
    """Add what the tables of a document state: of members, of bodies, and of labels with what stands behind them."""
    rows = rows_of_tables(lines)
    found.seats += (*seats_of_rows(rows), *seats_of_group_rows(rows))
    found.relations += relations_of_rows(rows)
    found.attributes += attributes_of_rows(rows)
    for use, line in rows_with_labels(lines):
        if len(line.own) == 1:
            found.seats += seats_of_label(line, use, line.text)
            found.attributes += of_label(line, line.own[0], use, line.text)
            found.relations += relations_of_label(line, use)


def _take_sentences(lines: Sequence[Line], glossary: Glossary, found: Found) -> None:
    """Add what the sentences of a document state."""
    for line in lines:
        found.seats += seats_in(line)
        found.attributes += attributes_in(line)
        found.themes += themes_in(line)
        found.relations += (*relations_in(line), *relations_of_posts(line, glossary))
