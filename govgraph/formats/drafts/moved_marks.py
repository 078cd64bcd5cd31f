"""Where in a text the statements stand that were made of something else in it."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from govgraph.model.faults import Loc
from govgraph.model.validation import Document, Marks


@runtime_checkable
class MovableMarks(Marks, Protocol):
    """Positions to which others can be added: those of a workbook, and of a text whose marks are `movable`."""

    def place(self, path: Loc, at: Loc) -> None:
        """Note that what is at a path is stated where another path leads."""

    def renumber(self, section: str, kept: Sequence[int]) -> None:
        """Note which records of a list are left, by their old numbers."""


def movable(document: Document) -> MovableMarks:
    """The marks of a document, made so that others can be added."""
    assert document.marks is not None  # noqa: S101 - every reader notes places
    if not isinstance(document.marks, MovableMarks):
        document.marks = MovedMarks(document.marks)
    assert isinstance(document.marks, MovableMarks)  # noqa: S101 - as made above
    return document.marks


class MovedMarks(Marks):
    """The positions of a text, some of whose parts are stated elsewhere in it than their path says."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._moved: dict[Loc, Loc] = {}

    def position(self, path: Loc, *, value: bool = False) -> tuple[int, int]:
        """Line and column of the part, or of the nearest part around it."""
        return self._marks.position(self._source(path), value=value)

    def sheet(self, path: Loc) -> str | None:
        """The sheet on which the part is, where the text has sheets."""
        return self._marks.sheet(self._source(path))

    def covers(self, path: Loc) -> bool:
        """Whether the text has a part at this path, or states one elsewhere."""
        return self._marks.covers(self._source(path))

    def place(self, path: Loc, at: Loc) -> None:
        """Note that what is at a path is stated where another path leads."""
        self._moved[path] = self._source(at)

    def renumber(self, section: str, kept: Sequence[int]) -> None:
        """Note which records of a list are left, by their old numbers."""
        self._moved |= {(section, number): (section, old) for number, old in enumerate(kept)}

    def _source(self, path: Loc) -> Loc:
        for cut in range(len(path), 0, -1):
            if path[:cut] in self._moved:
                return (*self._moved[path[:cut]], *path[cut:])
        return path
