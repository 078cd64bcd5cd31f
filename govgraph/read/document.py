"""What a format's reader hands on: plain data (mappings, lists, text, truth), and where each part of it stands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from govgraph.model.faults import Fault, FaultList
from govgraph.model.place import Path, Place
from govgraph.model.statement import Record

MAX_DEPTH = 50
"""A structure needs seven levels; what is deeper than this is no structure."""


class Marks(Protocol):
    """Positions of the parts of one document, as (line, column) counted from 1."""

    def position(self, path: Path, *, value: bool = False) -> tuple[int, int]:
        """Where the part at the path, or the nearest part around it, begins: its key, or its value."""

    def sheet(self, path: Path) -> str | None:  # noqa: ARG002 - a text has none
        """The sheet of a workbook on which that is; None in a text."""
        return None

    def covers(self, path: Path) -> bool:
        """Whether the document has a part at this path."""


class Wording:
    """How faults speak of what is in a document: here as its text has it."""

    no_bodies = "No body is named: a structure needs bodies."

    def key(self, path: Path) -> str:
        """What the key is called to which a path leads."""
        return next((str(step) for step in reversed(path) if isinstance(step, str)), "structure")

    def add(self, model: type[Record], path: Path) -> str:
        """What to do about a key that is missing from a document whose records are of the model."""
        return f"add '{model.assigned(path[-1])}'"

    def choice(self, word: str) -> str:
        """How a word of the vocabulary is written."""
        return word

    def relation(self, key: str) -> str:
        """How a relation is written."""
        return key

    def several(self, ids: Sequence[str], *, many: bool) -> str:
        """What to do where several ids stand as one."""
        return f"For several, write [{', '.join(ids)}]." if many else "Only one can stand here."

    vacant = "If nobody fills the seat, leave out its holder, and write vacant: true."

    def names(self, ids: Collection[str], titles: Mapping[str, str]) -> list[str]:  # noqa: ARG002 - a text names by id
        """What may stand where an id is meant."""
        return sorted(ids)

    def missing(self, namespace: str) -> str:  # noqa: ARG002 - somebody who writes text sees where
        """What to do where an entry of a name space is not there, and nothing like it."""
        return ""


@dataclass
class Document:
    """One file as read, before anything is made of it."""

    path: str | None
    data: Any = None
    marks: Marks | None = None
    faults: list[Fault] = field(default_factory=FaultList)
    unread: set[Path] = field(default_factory=set)
    """Parts that could not be read and have their own fault: whatever else is wrong there follows from it.

    A merge key stands here too: what the mapping around it lacks, it may have held.
    """
    notices: list[Fault] = field(default_factory=FaultList)
    """What was left out of what is read, or how something was understood: told, and no fault."""
    wording: Wording = field(default_factory=Wording)
    broken: bool = False
    """True where the text is so wrong that nothing can be said of the rest."""

    def section(self, key: str) -> dict[str, object]:
        """The entries of one section by id; none where there is no such section, or it is none."""
        section = self.data.get(key) if isinstance(self.data, dict) else None
        return section if isinstance(section, dict) else {}

    def fault(self, path: Path, message: str, *, value: bool = False) -> Fault:
        """A fault at the part of this document that the path names."""
        if self.marks is None:
            return Fault(self.path, None, None, message)
        return Fault(self.path, *self.marks.position(path, value=value), message, self.marks.sheet(path))


class DocumentPlaces:
    """The places of a structure that was read from one file or several."""

    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents

    def find(self, path: Path) -> Place | None:
        """The place of the statement in the file that holds its body."""
        for document in self._documents:
            if document.path is not None and document.marks and document.marks.covers(path[:2]):
                return Place(document.path, *document.marks.position(path), document.marks.sheet(path))
        return None
