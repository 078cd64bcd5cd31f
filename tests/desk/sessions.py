"""A session of the desk as its page keeps it: the tables that it was told of last, and the workbook that it saves."""

from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from govgraph.desk.protocol import Edit, Fact, State, Table
from govgraph.desk.session import Session
from govgraph.formats.plain_data import plain_structure
from govgraph.formats.sheets import workbook_reader
from govgraph.formats.structure_files import build_structure
from govgraph.model import Structure


class Page:
    """What a page knows of a session."""

    def __init__(self, state: State, session: Session) -> None:
        self.session = session
        self.tables: dict[str, Table] = {}
        self.state = state
        self._take(state)

    @classmethod
    def of(cls, *files: Path | tuple[str, bytes]) -> Self:
        """A page on which files were opened."""
        session = Session()
        named = [(file.name, file.read_bytes()) if isinstance(file, Path) else file for file in files]
        return cls(session.open(named), session)

    def act(self, edit: Edit) -> State:
        return self._take(self.session.act(edit))

    def undo(self) -> State:
        return self._take(self.session.undo())

    def redo(self) -> State:
        return self._take(self.session.redo())

    def _take(self, state: State) -> State:
        self.tables.update({table["section"]: table for table in state["tables"]})
        self.state = state
        return state

    @property
    def structure(self) -> Structure:
        return self.session._structure()

    def is_judged(self) -> bool:
        """Whether there is a verdict."""
        return self.state["verdict"] is not None

    def set(self, section: str, row: int, header: str, text: str) -> State:
        column = self.column(section, header)
        return self.act({"do": "set", "section": section, "row": row, "column": column, "text": text})

    def column(self, section: str, header: str) -> int:
        return [column["header"] for column in self.tables[section]["columns"]].index(header)

    def cells(self, section: str, *headers: str) -> list[list[str]]:
        """The cells of some columns, row by row."""
        columns = [self.column(section, header) for header in headers]
        return [[row[column] for column in columns] for row in self.tables[section]["rows"]]

    def row(self, section: str, **cells: str) -> int:
        """The place of the first row in which these cells stand."""
        names = [header.replace("_", " ") for header in cells]
        return self.cells(section, *names).index([*cells.values()])


def saved(session: Session) -> Structure:
    """What is open as its workbook, saved and read again."""
    made = session.write("workbook")
    return build_structure([workbook_reader.parse("saved.xlsx", b64decode(made["content"]))])


def data(structure: Structure) -> dict[str, Any]:
    """What a structure states."""
    return plain_structure(structure)


def named(facts: Iterable[Fact]) -> list[tuple[str, list[str]]]:
    """The code of each fact, and the bodies that it is about."""
    return [(fact["rule"].split()[0], [body["id"] for body in fact["bodies"]]) for fact in facts]
