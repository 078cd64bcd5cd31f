"""How things stand, as plain data for the page: what is open, its faults or its verdict, and what has changed of it."""

from collections.abc import Sequence

from govgraph.desk import protocol
from govgraph.desk.draft_shown import draft_of
from govgraph.desk.history import History
from govgraph.desk.opened import Content, OpenText, Reading
from govgraph.desk.places import Places
from govgraph.desk.shown import sentence, shown_table, where
from govgraph.desk.tables import OpenSheet, OpenTables
from govgraph.desk.verdict import verdict_of
from govgraph.desk.what_ifs import named
from govgraph.engine import Run
from govgraph.model import Structure
from govgraph.model.faults import Fault
from govgraph.render import statements


class Stated:
    """What the page has been told: only what differs from it is told again."""

    def __init__(self) -> None:
        self.revision = 0
        self._sheets: dict[str, OpenSheet] = {}

    def forget(self) -> None:
        """Tell everything the next time: something else was opened."""
        self._sheets = {}

    def changed_tables(self, content: Content) -> list[protocol.Table]:
        """The sheets that are not as the page has them."""
        sheets = content.sheets if isinstance(content, OpenTables) else {}
        changed = [sheet for section, sheet in sheets.items() if self._sheets.get(section) is not sheet]
        self._sheets = dict(sheets)
        return [shown_table(sheet) for sheet in changed]


def state_of(
    history: History, name: str, reading: Reading, faults: Sequence[Fault], run: Run | None, stated: Stated
) -> protocol.State:
    """How things stand after an act."""
    content, structure = history.content, reading.structure
    stated.revision += 1
    return {
        "revision": stated.revision,
        "kind": "text" if isinstance(content, OpenText) else "tables",
        "title": statements.title(structure) if structure is not None and structure.title else name,
        "name": name,
        "undo": history.undo_words,
        "redo": history.redo_words,
        "changed": content != history.saved,
        "text": content.text if isinstance(content, OpenText) else "",
        "faults": [_fault(content, fault) for fault in faults],
        "notices": [sentence(notice) for notice in reading.notices],
        "tables": stated.changed_tables(content),
        "bodies": _named(reading, structure, "bodies"),
        "groups": _named(reading, structure, "constituencies"),
        "draft": draft_of(content, reading),
        "verdict": verdict_of(run, Places(content, reading.marks)) if run is not None and not faults else None,
    }


def _named(reading: Reading, structure: Structure | None, section: str) -> list[protocol.Named]:
    if structure is None:
        return [*named(reading.names.get(section, {}).items())]
    return [*named((key, entry.name) for key, entry in getattr(structure, section).items())]


def _fault(content: Content, fault: Fault) -> protocol.Fault:
    section, row, column = None, None, None
    if isinstance(content, OpenText):
        row, column = (place - 1 if place else None for place in (fault.line, fault.column))
    elif fault.sheet is not None:
        sheet = next((each for each in content.sheets.values() if each.table.name == fault.sheet), None)
        if sheet is not None:
            section, (row, column) = sheet.sheet.section, sheet.shown_at(fault.line, fault.column)
    return {"message": fault.message, "where": where(fault), "section": section, "row": row, "column": column}
