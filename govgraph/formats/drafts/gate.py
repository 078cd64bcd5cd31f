"""The one gate between a draft and a structure: a row that a person confirms becomes a statement, and no other does."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govgraph.formats.drafts.absent import AbsentNames
from govgraph.formats.drafts.moved_marks import movable
from govgraph.formats.drafts.open_lists import reopen_lists
from govgraph.formats.drafts.rows import DraftRow, read_rows, report_open
from govgraph.formats.drafts.same_bodies import gone_names, join_pairs, renamed_cells, same_pairs
from govgraph.formats.drafts.sources import DraftSources
from govgraph.formats.drafts.stating import Stating
from govgraph.formats.drafts.words import CELLS, KIND, Aim, Meaning, cells_taken, meaning_of
from govgraph.formats.sheets.layout import DRAFT, sheets
from govgraph.formats.sheets.names import Names, new_id
from govgraph.model.faults import Loc
from govgraph.model.scalars import as_list, quoted
from govgraph.model.validation import Document


class _Meant(NamedTuple):
    row: DraftRow
    meaning: Meaning


def state_confirmed(document: Document) -> None:
    """State in a document what its draft says and a person confirms, and leave the rest of the draft open.

    Faults and notices are noted in the document, never raised.
    """
    if document.broken or not isinstance(document.data, dict) or document.marks is None:
        return
    if document.data.get(DRAFT):
        names = Names()
        for section in ("bodies", "constituencies", "themes"):
            for key, entry in document.section(section).items():
                names.add(section, key, _names(entry))
        gate = DraftGate(document, names)
        gate.announce()
        gate.add_entries()
        gate.add_statements()


def _names(entry: object) -> list[str]:
    texts = (entry.get("name"), *as_list(entry.get("other_names"))) if isinstance(entry, dict) else ()
    return [text for text in texts if isinstance(text, str) and text.strip()]


class DraftGate:
    """The draft of one document on its way into it, in three steps: a reader takes each as soon as it has read enough.

    `names` has the names of the other parts of the document, and gets those of the draft.
    """

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._names = names
        if isinstance(document.data[DRAFT], dict):
            document.data[DRAFT] = [document.data[DRAFT]]
        self._is_list = isinstance(document.data[DRAFT], list)
        self._marks = movable(document)
        self._rows = read_rows(document) if self._is_list else read_rows(Document(None, data={DRAFT: []}))
        self._meant = [_Meant(row, meaning) for row in self._rows.confirmed if (meaning := self._meaning(row))]
        self._entries: list[tuple[_Meant, Loc]] = []
        absent = AbsentNames(document, names, self._rows)
        self._stating = Stating(document, self._marks, names, DraftSources(document, self._marks), absent)

    def announce(self) -> None:
        """Add what confirmed rows call bodies, groups of people and themes to the names of the document."""
        taken = {section: set(self._names.ids(section)) for section in ("bodies", "constituencies", "themes")}
        for meant in self._meant:
            if meant.meaning.aim is Aim.ENTRY:
                self._announce_entry(meant, taken[meant.meaning.section])
        for meant in self._meant:
            if meant.meaning.aim is Aim.NAME:
                self._announce_name(meant.row)

    def add_entries(self) -> None:
        """Add the bodies, groups of people and themes that confirmed rows propose."""
        self._stating.joined = set(self._in_pairs())
        for meant, path in self._entries:
            self._stating.add_entry(meant.row, path)

    def _in_pairs(self) -> Iterator[Loc]:
        """The bodies that rows say are the same as others."""
        for row, meaning in self._meant:
            for text in (row.proposal.body, str(row.proposal.value)) if meaning.aim is Aim.SAME else ():
                found = self._find(text)
                if found is not None:
                    yield ("bodies", found)

    def _find(self, body: str) -> str | None:
        try:
            return self._stating.find("bodies", body)
        except ValueError:
            return None  # reported where the row is read

    def add_statements(self) -> None:
        """Add all else that confirmed rows propose, and leave the other rows as the draft."""
        self._join_pairs()
        for row, meaning in self._meant:
            if meaning.aim is Aim.NAME:
                self._stating.add_name(row)
            elif meaning.aim is Aim.FIELD and meaning.column is not None:
                self._stating.add_field(row, meaning.column)
            elif meaning.aim is Aim.TIE:
                self._stating.add_tie(row, meaning)
            elif meaning.aim is Aim.SEAT:
                self._stating.add_seat(row)
        self._stating.absent.report()
        reopen_lists(self._stating, self._rows.unanswered)
        if self._is_list:
            self._keep_open()

    def _join_pairs(self) -> None:
        """Make one of entries that are the same, and let what rows say of these decide between their records."""
        rows = [row for row, meaning in self._meant if meaning.aim is Aim.SAME]
        pairs = list(same_pairs(self._stating, rows))
        self._stating.joined = {pair.path for pair in pairs}
        if not pairs:
            return
        deciding = [
            (row, str(meaning.column.path[0]) if meaning.column else "kind", ("bodies", body))
            for row, meaning in self._meant
            if (meaning.column or meaning == KIND) and (body := self._find(row.proposal.body))
        ]
        self._rename_in_open(gone_names(self._stating, pairs))
        join_pairs(self._stating, pairs, {(path, key) for _, key, path in deciding})
        for row, key, path in deciding:
            if key == "kind" and path in self._stating.joined:
                self._stating.add_kind(row, path)

    def _rename_in_open(self, names: Mapping[tuple[str, str], str]) -> None:
        """Let open rows that name an entry that goes name the one that is kept, so that they can be confirmed later."""
        for row in self._rows.open:
            data = self._document.data[DRAFT][row.number]
            data |= renamed_cells(row, names)

    def _keep_open(self) -> None:
        document = self._document
        report_open(document, self._rows)
        kept = sorted({row.number for row in self._rows.open} | self._rows.spoilt)
        document.data[DRAFT] = [document.data[DRAFT][number] for number in kept]
        if not kept:
            del document.data[DRAFT]
        numbers = {old: new for new, old in enumerate(kept)}
        of_draft = {path for path in document.unread if len(path) > 1 and path[0] == DRAFT}
        document.unread -= of_draft
        document.unread |= {(DRAFT, numbers[path[1]], *path[2:]) for path in of_draft if path[1] in numbers}
        self._marks.renumber(DRAFT, kept)

    def _fault(self, path: Loc, sentence: str) -> None:
        self._document.faults.append(self._document.fault(path, sentence, value=True))

    def _meaning(self, row: DraftRow) -> Meaning | None:
        """What a row means; None, with a fault, where that cannot be said, or where a cell is missing or too many."""
        say, proposal = self._document.wording, row.proposal
        what, value = say.key(row.at("what")), say.key(row.at("value"))
        if proposal.what is None:
            other = quoted(proposal.value) if proposal.value else "the other body"
            why = f"This proposal does not say how {quoted(proposal.body)} is connected to {other}"
            self._fault(row.at("what"), f"{why}: choose how under {what}.")
            return None
        try:
            meaning = meaning_of(proposal.what)
        except ValueError as error:
            self._fault(row.at("what"), str(error))
            return None
        taken = cells_taken(meaning)
        foreign = [key for key in CELLS if key not in taken and _is_filled(row, key)]
        for key in foreign:
            meant = f"{say.key(row.at(key))} has no meaning where {what} is {quoted(proposal.what)}"
            self._fault(row.at(key), f"{meant}: empty it.")
        if "value" in taken and proposal.value is None:
            self._fault(row.at("value"), f"This proposal has no {value}; fill in {value}.")
            return None
        if meaning.read_as is not None:
            also = f", with {say.key(row.at('body'))} and {value} exchanged" if meaning.turned else ""
            notice = f"“{proposal.what}” is read as “{meaning.read_as}”{also}."
            self._document.notices.append(self._document.fault(row.at("what"), notice, value=True))
        return meaning

    def _announce_entry(self, meant: _Meant, taken: set[str]) -> None:
        name, section = meant.row.proposal.body, meant.meaning.section
        try:
            key = self._stating.find(section, name)
        except ValueError as error:
            self._fault(meant.row.at("body"), f"{self._document.wording.key(meant.row.at('body'))} {error}.")
            return
        if key is None:
            key = new_id(name, sheets()[section].noun, taken)
            taken.add(key)
            self._names.add(section, key, [name])
        self._entries.append((meant, (section, key)))

    def _announce_name(self, row: DraftRow) -> None:
        """Add another name of a body, where that is no other body's name."""
        name = str(row.proposal.value)
        try:
            key, other = (self._names.resolve("bodies", text) for text in (row.proposal.body, name))
        except ValueError:
            return  # reported where the row is read
        if key is not None and other is None:
            self._names.add("bodies", key, [name])


def _is_filled(row: DraftRow, key: str) -> bool:
    value = getattr(row.proposal, "as_" if key == "as" else key)
    return value is not None and (key == "votes" or value not in (False, ()))
