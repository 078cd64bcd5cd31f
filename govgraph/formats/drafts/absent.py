"""Names that confirmed rows use and nothing states: what to confirm so that they mean something."""

from govgraph.formats.drafts.rows import DraftRow, DraftRows, row_label
from govgraph.formats.drafts.words import Aim, known_meaning
from govgraph.formats.sheets.layout import sheets
from govgraph.formats.sheets.names import Names
from govgraph.language import capitalised, with_the
from govgraph.model.faults import Hints
from govgraph.model.proposal import IS_A, IS_A_GROUP, IS_A_THEME, Confirmed
from govgraph.model.scalars import loose_name, quoted
from govgraph.model.validation import Document

_WORDS = {"bodies": IS_A, "constituencies": IS_A_GROUP, "themes": IS_A_THEME}
_NOUNS = {"bodies": "body", "constituencies": "group of people", "themes": "theme"}


class AbsentNames:
    """Gathers the names that mean nothing, so that there is one fault for all rows that use the same."""

    def __init__(self, document: Document, names: Names, rows: DraftRows) -> None:
        self._document = document
        self._names = names
        self._rows = rows
        self._used: dict[tuple[str, str], list[tuple[DraftRow, str]]] = {}
        self._hints = Hints()

    def add(self, section: str, name: str, row: DraftRow, key: str) -> None:
        """Note that a cell of a row has a name that means no entry of a section."""
        if loose_name(name) not in self._rows.names:
            self._used.setdefault((section, loose_name(name)), []).append((row, key))

    def report(self) -> None:
        """Add a fault for each name, at the first cell that has it."""
        if not self._used:
            return
        proposed = self._proposed()
        for (section, name), uses in self._used.items():
            row, key = uses[0]
            text = str(getattr(row.proposal, key))
            by = proposed.get((section, name))
            sentence = self._not_confirmed(by, text, uses) if by is not None else self._unknown(section, text)
            self._document.faults.append(self._document.fault(row.at(key), sentence, value=True))

    def _proposed(self) -> dict[tuple[str, str], DraftRow]:
        """The open rows that propose entries and their other names, by the section and the name."""
        found: dict[tuple[str, str], DraftRow] = {}
        for row in self._rows.open:
            meaning = known_meaning(row.proposal.what)
            if meaning is not None and meaning.aim is Aim.ENTRY:
                found.setdefault((meaning.section, loose_name(row.proposal.body)), row)
            elif meaning is not None and meaning.aim is Aim.NAME and row.proposal.value:
                found.setdefault(("bodies", loose_name(row.proposal.value)), row)
        return found

    def _not_confirmed(self, by: DraftRow, name: str, uses: list[tuple[DraftRow, str]]) -> str:
        numbers = list(dict.fromkeys(row.number for row, _ in uses))
        users = row_label(self._document, *numbers)
        proposer = row_label(self._document, by.number)
        about = f"{capitalised(users)} {'is' if len(numbers) == 1 else 'are'} about {with_the(name)}"
        remedy = f"Confirm {proposer}, or write no in {users}."
        if by.proposal.confirmed is Confirmed.NO:
            return f"{about}, but {proposer}, which proposes it, says no. {remedy}"
        return f"{about}, which {proposer} proposes and nobody has confirmed. {remedy}"

    def _unknown(self, section: str, name: str) -> str:
        titles = {} if self._hints.spent else self._document.wording.names(self._names.titles(section))
        near = self._hints.nearest(name, titles).strip()
        sheet = self._document.fault(("draft", 0), "").sheet
        where = f"on the sheet {sheets()[section].name}" if sheet else f"under {section}"
        add = near or f"Add it {where}, or propose and confirm it here with '{_WORDS[section]}'."
        return f"There is no {_NOUNS[section]} {quoted(name)}. {add}"
