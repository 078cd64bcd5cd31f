"""What differs between two structures, as data: statements added, removed, changed; bodies that stand for others."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from govgraph.model.place import Path

PERSONAL = frozenset({"person"})
"""Keys that hold names of people: whether they differ may be told, what they say may not."""


class ChangeKind(StrEnum):
    """What happened to a statement."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Field(NamedTuple):
    """One key of a record that changed. None: it was not stated, or is not any more."""

    key: str
    before: Any
    after: Any

    def __repr__(self) -> str:
        """Nothing of what it says, which may be a name."""
        return f"<Field: {self.key}>"


class Change(NamedTuple):
    """One statement that differs between two structures.

    `path` leads to an entry with an id (`bodies`, `hwb`), to a key with one value (`title`; `bodies`, `hwb`, `name`),
    or to a list (`bodies`, `hwb`, `seats`); then `before` and `after` are one element of that list. They are plain
    data, as in a file; None: not there.
    """

    kind: ChangeKind
    path: Path
    noun: str
    """What a person calls it: `body`, `seat`, `relation`, `theme`; for a key with one value, the key."""
    before: Any
    after: Any
    is_element: bool = False
    """True where the path leads to a list, of which one element differs."""

    def __repr__(self) -> str:
        """For a notebook or a traceback: what changed, and nothing of what it says, which may be a name."""
        return f"<Change: {self.kind.value} {self.noun} at {'.'.join(map(str, self.path))}>"

    @property
    def body(self) -> str | None:
        """The id of the body that it is about."""
        return str(self.path[1]) if self.path[0] == "bodies" else None

    @property
    def inverse(self) -> "Change":
        """The same change the other way round."""
        kinds = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
        return Change(kinds.get(self.kind, self.kind), self.path, self.noun, self.after, self.before, self.is_element)

    def fields(self) -> Iterator[Field]:
        """The keys of a changed record that differ, in alphabetical order; one without a name for a plain value."""
        if not isinstance(self.before, dict) or not isinstance(self.after, dict):
            yield Field("", self.before, self.after)
            return
        for key in sorted({*self.before, *self.after}):
            if self.before.get(key) != self.after.get(key):
                yield Field(key, self.before.get(key), self.after.get(key))


class HeirBy(StrEnum):
    """How it is known that one body stands for another."""

    REPLACES = "replaces"
    SAME_NAME = "same_name"
    """A guess: the id is another, the name the same. It counts."""
    SIMILAR_NAME = "similar_name"
    """A guess: the names are alike. It is told, and counts for nothing."""


class Heir(NamedTuple):
    """A body of the structure before, and the body after that stands for it under another id."""

    before: str
    after: str
    by: HeirBy
