"""What differs between two structures, or between the files that decide how a change is checked, as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from govgraph.model.faults import Loc

PERSONAL = frozenset({"person"})
"""Keys that hold names of people: whether they differ may be shown, what they hold may not."""


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
        """The key alone: what it holds may be a name."""
        return f"<Field: {self.key}>"


class Change(NamedTuple):
    """One statement that differs between two structures.

    `path` leads to an entry with an id (`bodies`, `hwb`), to a key with one value (`title`; `bodies`, `hwb`, `name`),
    or to a list (`bodies`, `hwb`, `seats`); then `before` and `after` are one element of that list. They are plain
    data, as in a file; None: not there.
    """

    kind: ChangeKind
    path: Loc
    noun: str
    """What a person calls it: `body`, `seat`, `relation`, `theme`; for a key with one value, the key."""
    before: Any
    after: Any
    is_element: bool = False
    """True where the path leads to a list, of which one element differs."""
    in_place_of: Any = None
    """For a seat: the stated absence of its people that is gone since, as plain data; None where there is none."""

    def __repr__(self) -> str:
        """For a notebook or a traceback: what changed, and not to what, which may be a name."""
        return f"<Change: {self.kind.value} {self.noun} at {'.'.join(map(str, self.path))}>"

    @property
    def body(self) -> str | None:
        """The id of the body that it is about."""
        return str(self.path[1]) if self.path[0] == "bodies" else None

    def fields(self) -> Iterator[Field]:
        """The keys of a changed record that differ, in alphabetical order; one without a name for a plain value."""
        if not isinstance(self.before, dict) or not isinstance(self.after, dict):
            yield Field("", self.before, self.after)
            return
        for key in sorted({*self.before, *self.after}):
            if self.before.get(key) != self.after.get(key):
                yield Field(key, self.before.get(key), self.after.get(key))


class SuccessorBy(StrEnum):
    """How it is known that one body stands for another."""

    REPLACES = "replaces"
    SAME_NAME = "same_name"
    """A guess: the id is another, the name the same. It counts."""
    SIMILAR_NAME = "similar_name"
    """A guess: the names are alike. It is reported, and counts for nothing."""


class Successor(NamedTuple):
    """A body of the structure before, and the body after that stands for it under another id."""

    before: str
    after: str
    by: SuccessorBy


class FileChange(StrEnum):
    """What a change has done to a file."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionChange:
    """A file that decides how is checked (settings, baseline, own rules) and is not what it was at the base.

    Args:
        path: the file, as the user named it or as it was found.
        how: what the change has done to it.
        keys: what differs in settings: `ignore`, `fail-on`.

    """

    path: str
    how: FileChange
    keys: tuple[str, ...] = ()
