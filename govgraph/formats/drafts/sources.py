"""The sources of what is confirmed: the document of a row, and the place in it.

The sentence stays in the draft: it may name people, and what is stated goes into pages and papers.
"""

from typing import Any

from govgraph.formats.drafts.moved_marks import MovableMarks
from govgraph.formats.drafts.rows import DraftRow
from govgraph.formats.sheets.names import new_id, slug
from govgraph.model.scalars import plain_name
from govgraph.model.validation import Document

Data = dict[str, Any]


class DraftSources:
    """The documents that rows name, as sources of a structure; one that is not there yet is added when it is used."""

    def __init__(self, document: Document, marks: MovableMarks) -> None:
        self._document = document
        self._marks = marks
        self._ids: dict[str, str] = {}

    def ref(self, row: DraftRow) -> Data | None:
        """What a statement says of its source; None for a row that names no document."""
        proposal = row.proposal
        if proposal.document is None:
            return None
        stated = {"id": self._id(proposal.document, row), "where": proposal.where}
        return {key: value for key, value in stated.items() if value is not None}

    def _id(self, title: str, row: DraftRow) -> str:
        if title not in self._ids:
            self._ids[title] = self._find(title) or self._add(title, row)
        return self._ids[title]

    def _find(self, title: str) -> str | None:
        """The id of a source that is there by this title, or by the id that is made of it."""
        known = self._document.section("sources")
        named = (key for key, entry in known.items() if isinstance(entry, dict) and _is_called(entry, title))
        return next(named, None) or next((key for key in (title, slug(title)) if key in known), None)

    def _add(self, title: str, row: DraftRow) -> str:
        data = self._document.data
        if not isinstance(data.get("sources"), dict):
            data["sources"] = {}
        key = new_id(title, "source", set(data["sources"]))
        data["sources"][key] = {"title": title}
        self._marks.place(("sources", key), row.at("document"))
        return key

    def quote(self, record: Data, row: DraftRow, header: str, *, made: bool) -> None:
        """Note on a body where a document says something of it, if that is not where it says the body itself.

        A body has one source. That of one that is made of a draft (`made`) is the document that proposes it.
        """
        ref, own = self.ref(row), record.get("source")
        where = row.proposal.where
        if ref is None:
            return
        if made and own is None:
            record["source"] = ref
        elif made and isinstance(own, dict) and own.get("id") == ref["id"]:
            if own.get("where") != where:
                add_line(own, _line(header, where))
        else:
            add_line(record, _line(header, ", ".join(filter(None, (row.proposal.document, where)))))


def _is_called(entry: Data, title: str) -> bool:
    return plain_name(str(entry.get("title", ""))) == plain_name(title)


def _line(header: str, where: str | None) -> str:
    """`Meets: page 3`."""
    return f"{header}: {where}" if where else header


def add_line(record: Data, line: str) -> None:
    """Add a line to the note of a record, unless it is there."""
    before = record.get("note")
    lines = before.split("\n") if isinstance(before, str) and before else []
    if line not in lines:
        record["note"] = "\n".join([*lines, line])
