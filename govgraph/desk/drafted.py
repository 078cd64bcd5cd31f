"""The proposals of the sheet Draft, and which of them hang together: one that names a body needs that body."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pydantic import ValidationError

from govgraph.desk.opened import Reading
from govgraph.desk.tables import OpenSheet
from govgraph.formats.drafts.words import Aim, Meaning, meaning_of
from govgraph.formats.sheets.cells import cell_value
from govgraph.formats.sheets.columns import Column
from govgraph.formats.sheets.names import Names
from govgraph.model.proposal import Confirmed, Proposal, proposal_sentence
from govgraph.model.scalars import loose_name

Entry = tuple[str, str]
"""What a cell names: the section, and the name as it is compared."""


@dataclass(frozen=True)
class Row:
    """A row of the sheet, by the number that it has there."""

    number: int
    proposal: Proposal | None
    """What it proposes; None where one of its cells cannot be read."""
    proposed: str
    """The sentence under Proposal, as it was proposed."""
    answer: Confirmed | None

    @property
    def is_confirmed(self) -> bool:
        """Whether it is read as a statement."""
        return self.answer in (Confirmed.YES, Confirmed.CHANGE)

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return self.answer is None

    @cached_property
    def sentence(self) -> str:
        """What its cells say, in a sentence."""
        return self.proposed if self.proposal is None else proposal_sentence(self.proposal)

    @property
    def is_as_proposed(self) -> bool:
        """Whether its cells say what was proposed. Nobody proposed what a person wrote."""
        return not self.proposed or self.sentence.split() == self.proposed.split()

    @cached_property
    def meaning(self) -> Meaning | None:
        """What it adds to a structure; None where it does not say so in words that are known."""
        if self.proposal is None or self.proposal.what is None:
            return None
        try:
            return meaning_of(self.proposal.what)
        except ValueError:
            return None

    @cached_property
    def proposes(self) -> Entry | None:
        """The entry that it adds, or the other name of one."""
        if self.proposal is None or self.meaning is None:
            return None
        if self.meaning.aim is Aim.ENTRY:
            return self.meaning.section, loose_name(self.proposal.body)
        if self.meaning.aim is Aim.NAME and self.proposal.value:
            return "bodies", loose_name(self.proposal.value)
        return None

    @cached_property
    def named(self) -> tuple[tuple[str, str], ...]:
        """What else it names: the section, and the name as it is written."""
        if self.meaning is None or self.meaning.aim is Aim.ENTRY:
            return ()
        return tuple((section, str(getattr(self.proposal, key))) for key, section in self.naming_cells())

    def naming_cells(self) -> Iterator[tuple[str, str]]:
        """The keys of its cells that name something, with the section of what they name."""
        if self.proposal is None or self.meaning is None:
            return
        aim, tie = self.meaning.aim, self.meaning.tie
        start, end = ("value", "body") if self.meaning.turned else ("body", "value")
        yield start, self.meaning.section
        if tie is not None and tie.to.refers_to is not None:
            yield end, tie.to.refers_to
        if aim is Aim.SAME:
            yield "value", "bodies"
        if aim is Aim.SEAT and self.proposal.holder:
            yield "holder", "bodies"
        if aim is Aim.SEAT and self.proposal.on_behalf_of:
            yield "on_behalf_of", "constituencies"


class Drafted:
    """The rows of an open sheet Draft, beside what is read of all sheets."""

    def __init__(self, sheet: OpenSheet, reading: Reading) -> None:
        self.rows = {number: row_of(sheet, number) for number in sheet.numbers}
        self._names = _known_names(reading)
        self._proposers: dict[Entry, Row] = {}
        self._stating: dict[Entry, list[Row]] = {}
        self._users: dict[Entry, list[Row]] = {}
        for row in self.rows.values():
            if row.proposes is not None and row.is_open:
                self._proposers.setdefault(row.proposes, row)
            if row.proposes is not None and row.is_confirmed:
                self._stating.setdefault(row.proposes, []).append(row)
            for section, name in row.named if row.is_confirmed else ():
                self._users.setdefault((section, loose_name(name)), []).append(row)

    def needed(self, rows: Iterable[Row]) -> list[Row]:
        """The open rows that propose what these name, and what those name in turn: to be confirmed with them."""
        found: dict[int, Row] = {}
        asked = list(rows)
        own = {row.number for row in asked}
        proposed = {row.proposes for row in asked}
        while asked:
            for section, name in asked.pop().named:
                entry = (section, loose_name(name))
                proposer = self._proposers.get(entry)
                if proposer is None or entry in proposed or self._is_known(section, name):
                    continue
                proposed.add(entry)
                if proposer.number not in own:
                    found[proposer.number] = proposer
                    asked.append(proposer)
        return [found[number] for number in sorted(found)]

    def dependent(self, rows: Iterable[Row]) -> list[Row]:
        """The confirmed rows that name what only these confirmed rows state, and those that need these in turn."""
        asked = [row for row in rows if row.is_confirmed]
        gone = {row.number for row in asked}
        found: dict[int, Row] = {}
        while asked:
            entry = asked.pop().proposes
            if entry is None or any(row.number not in gone for row in self._stating.get(entry, ())):
                continue
            for user in self._users.get(entry, ()):
                if user.number not in gone:
                    gone.add(user.number)
                    found[user.number] = user
                    asked.append(user)
        return [found[number] for number in sorted(found)]

    def _is_known(self, section: str, name: str) -> bool:
        try:
            return name.strip() in self._names.titles(section) or self._names.resolve(section, name) is not None
        except ValueError:
            return True  # it may mean several: the gate says so


def row_of(sheet: OpenSheet, number: int, cells: Mapping[str, str] | None = None) -> Row:
    """A row of the sheet; with other texts in some of its cells, by their headers."""
    data, answer, proposed, is_whole = {}, None, "", True
    for column in sheet.columns:
        key = str(column.path[0])
        cell = (cells or {}).get(column.header, sheet.cell(number, column))
        if isinstance(cell, date):  # as the reader takes it where a text is meant
            cell = f"{cell:%Y-%m-%d}"
        if cell is None or str(cell).strip() == "":
            continue
        if key == "confirmed":
            answer = Confirmed.parse(str(cell))
        elif key == "proposal":
            proposed = str(cell)
        else:
            try:
                data[key] = cell_value(cell, column, lambda _section, text: text)
            except ValueError:
                is_whole = False
    try:
        proposal = Proposal.model_validate(data) if is_whole else None
    except ValidationError:
        proposal = None
    return Row(number, proposal, proposed, answer)


def renamed_cells(sheet: OpenSheet, section: str, old: str, new: str) -> dict[tuple[int, Column], str]:
    """The cells of the sheet that name something, with its new name, and the sentences that are made of them."""
    columns = {str(column.path[0]): column for column in sheet.columns}
    found: dict[tuple[int, Column], str] = {}
    for number in sheet.numbers:
        row = row_of(sheet, number)
        keys = [
            key for key, named in row.naming_cells() if named == section and getattr(row.proposal, key).strip() == old
        ]
        if keys:
            found |= {(number, columns[key]): new for key in keys}
            if row.proposed and row.is_as_proposed:
                cells = {columns[key].header: new for key in keys}
                found[number, columns["proposal"]] = row_of(sheet, number, cells).sentence
    return found


def _known_names(reading: Reading) -> Names:
    """The names of what is stated, by section."""
    names = Names()
    structure = reading.structure
    for section in ("bodies", "constituencies", "themes"):
        if structure is None:
            for key, name in reading.names.get(section, {}).items():
                names.add(section, key, [name])
        else:
            for key, entry in getattr(structure, section).items():
                names.add(section, key, [entry.name, *(getattr(entry, "other_names", None) or ())])
    return names


class Kin(NamedTuple):
    """Rows of which one answer may be right, because they say different things of the same."""

    question: str
    numbers: tuple[int, ...]


def kin(rows: Iterable[Row]) -> Iterator[Kin]:
    """The rows that have a question, those side by side that answer the same one."""
    sets: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if row.proposal is not None and row.proposal.question:
            sets.setdefault(_asked(row, row.proposal), []).append(row)
    for together in sets.values():
        questions = [row.proposal.question or "" for row in together if row.proposal is not None]
        yield Kin(questions[0], tuple(row.number for row in together))


def _asked(row: Row, proposal: Proposal) -> tuple[object, ...]:
    """What a question is about: the column of a body, who chairs it, else what the question says."""
    body, aim = loose_name(proposal.body), row.meaning.aim if row.meaning else None
    if aim is Aim.FIELD or (aim is Aim.SEAT and proposal.role is not None and proposal.role.chairs):
        return body, aim, proposal.what
    return (proposal.question,)
