"""Where in a workbook each part of a structure stands, and how faults speak of it to somebody in Excel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govgraph.formats.sheets.columns import display_word, header_of
from govgraph.formats.sheets.layout import BODIES, sheets, ties
from govgraph.language import either_of
from govgraph.model import Structure
from govgraph.model.faults import Loc
from govgraph.model.fields import model_at
from govgraph.model.statement import Record
from govgraph.model.validation import Marks, Wording


@dataclass
class SheetHeader:
    """A sheet as it is in the file: its name, its first row, and which of its columns fills which key."""

    name: str
    row: int
    columns: dict[Loc, int]


class CellMark(NamedTuple):
    """Where a record stands: a row of a sheet; of one with a single cell, that cell's column."""

    header: SheetHeader
    row: int
    column: int | None = None


@dataclass
class SheetMarks(Marks):
    """The cells of a structure that was read from sheets."""

    start: tuple[int, int, str | None] = (1, 1, None)
    """Where somebody would begin to write."""
    records: dict[Loc, CellMark] = field(default_factory=dict)

    def position(self, path: Loc, *, value: bool = False) -> tuple[int, int]:  # noqa: ARG002 - a cell is its value
        """The cell of a key; of a record, its first cell."""
        return self._cell(path)[:2]

    def sheet(self, path: Loc) -> str | None:
        """The name of the sheet on which that cell is."""
        return self._cell(path)[2]

    def covers(self, path: Loc) -> bool:
        """Whether a record of the path has a row."""
        return not path or path in self.records

    def place(self, path: Loc, at: Loc) -> None:
        """Note that what is at a path is stated where another path leads."""
        for cut in range(len(at), 0, -1):
            mark = self.records.get(at[:cut])
            if mark is not None:
                column = mark.column or (_column(mark.header, at, cut) if cut < len(at) else None)
                self.records[path] = mark._replace(column=column)
                return

    def renumber(self, section: str, kept: Sequence[int]) -> None:
        """Note which records of a list are left, by their old numbers."""
        marks = [self.records[section, number] for number in kept]
        self.records = {path: mark for path, mark in self.records.items() if path[0] != section}
        self.records |= {(section, number): mark for number, mark in enumerate(marks)}

    def _cell(self, path: Loc) -> tuple[int, int, str | None]:
        for cut in range(len(path), 0, -1):
            mark = self.records.get(path[:cut])
            if mark is not None:
                return mark.row, mark.column or _column(mark.header, path, cut), mark.header.name
        return self.start


def _column(header: SheetHeader, path: Loc, cut: int) -> int:
    """The column of what is beyond the row's own path; the row's first one where it has none."""
    rest = path[cut:]
    tie = ties().get(str(path[2])) if len(path) > 2 else None  # noqa: PLR2004 - bodies, its id, the key
    if tie is not None and rest[:1] == (tie.model.shorthand,):
        rest = ("to",)
    for length in range(len(rest), 0, -1):
        if rest[:length] in header.columns:
            return header.columns[rest[:length]]
    return min(header.columns.values(), default=1)


class SheetWording(Wording):
    """Headers for keys, and words as cells have them."""

    no_bodies = f"No body is named yet: fill in a row of the sheet {BODIES}."
    not_confirmed = "Nothing here is confirmed, so no body is stated yet: write yes beside each proposal that is right."

    def key(self, path: Loc) -> str:
        """The header of the column."""
        steps = [step for step in path if isinstance(step, str)]
        if steps[-2:] == ["source", "id"]:
            return header_of("source")
        tie = ties().get(steps[2]) if len(steps) > 3 else None  # noqa: PLR2004 - bodies, its id, the key, its key
        if tie is not None and steps[-1] == tie.model.shorthand:
            return "To"
        return header_of(super().key(path), model_at(Structure, path[:-1]).noun)

    def add(self, model: type[Record], path: Loc) -> str:  # noqa: ARG002 - all are filled in alike
        """What to do about a key that is missing."""
        return f"fill in {self.key(path)}"

    def choice(self, word: str) -> str:
        """A word as its drop-down offers it."""
        return display_word(word)

    def relation(self, key: str) -> str:
        """A relation as its drop-down offers it."""
        return f"'{ties()[key].words}'"

    def takes_several(self, path: Loc) -> bool:
        """Whether a path leads to a cell of the column To, in which several bodies may stand."""
        tie = ties().get(str(path[2])) if len(path) > 2 else None  # noqa: PLR2004 - bodies, its id, the key
        return tie is not None and tie.to.refers_to is not None

    def several(self, ids: Sequence[str], *, many: bool) -> str:  # noqa: ARG002 - the fault quotes their names
        """What to do where several names stand in a cell without commas."""
        if many:
            return "Several may stand in this cell, with commas between them."
        return "Only one can stand in this cell: write a row for each."

    truths = "yes or no"
    no_choice = "If it is none of these, leave the cell empty."
    vacant = "If nobody fills the seat, leave Holder empty, and write yes under Vacant."
    replaced = f"Keep a body that was replaced on the sheet {BODIES}, with 'ended' under Status."

    def names(self, titles: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """Names are suggested, also for ids: people write names in sheets."""
        return {name: f"'{names[0]}'" for key, names in sorted(titles.items()) if names for name in (*names, key)} | {
            key: f"'{key}'" for key, names in titles.items() if not names
        }

    def one_of(self, named: Mapping[str, str]) -> str:
        """Which to write where a name may mean several."""
        names = either_of([f"'{name}'" for name in named.values()])
        return f"Write the full name: {names}."

    def missing(self, namespace: str) -> str:
        """Where to add an entry."""
        return f"If it is not a typing mistake, add a row for it on the sheet {sheets()[namespace].name}."
