"""The story of a draft on one screen: documents, their bodies, their sentences, what these state, the proposals."""

from collections.abc import Sequence

from govgraph.drafting.attributes import attributes_in, attributes_of_rows, of_label
from govgraph.drafting.glossary import Glossary
from govgraph.drafting.labels import rows_with_labels
from govgraph.drafting.lines import Line, name_everything, read_lines
from govgraph.drafting.passages import BlockKind, DocumentText
from govgraph.drafting.proposals import Found, proposals_of
from govgraph.drafting.relations import FoundRelation, relations_in, relations_of_rows
from govgraph.drafting.seats import seats_in, seats_of_group_rows, seats_of_label, seats_of_rows
from govgraph.drafting.themes import themes_in
from govgraph.model import Structure
from govgraph.model.proposal import Proposal


def propose(documents: Sequence[DocumentText], known: Structure | None = None) -> list[Proposal]:
    """What documents seem to state, as proposals; the same for the same documents.

    Args:
        documents: the texts, read together: a body that several name is proposed once.
        known: the structure so far: its bodies are found by their names, and not proposed again.

    """
    bodies = known.bodies.values() if known is not None else ()
    glossary = Glossary((body.name, body.kind.words, body.other_names) for body in bodies)
    already = frozenset(glossary.entries)
    name_everything(documents, glossary)
    found = Found()
    for document in documents:
        _take(list(read_lines(document, glossary)), found)
    return proposals_of(found, glossary, already)


def _take(lines: Sequence[Line], found: Found) -> None:
    """Add what the sentences of a document state."""
    rows = [line for line in lines if line.block.kind is BlockKind.ROW]
    found.seats += (*seats_of_rows(rows), *seats_of_group_rows(rows))
    found.relations += relations_of_rows(rows)
    found.attributes += attributes_of_rows(rows)
    for use, line in rows_with_labels(lines):
        if len(line.own) == 1:
            found.seats += seats_of_label(line, use, line.text)
            found.attributes += of_label(line, line.own[0], use, line.text) if use[0].isupper() else ()
            found.relations += [
                FoundRelation("reports to", line.own[0], key, line)
                for keys in (line.keys if use == "reports to" else ())
                for key in keys
                if key != line.own[0]
            ]
    for line in lines:
        found.seats += seats_in(line)
        found.attributes += attributes_in(line)
        found.themes += themes_in(line)
        found.relations += relations_in(line)
