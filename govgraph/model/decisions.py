"""What a change does to the files that decide how it is checked: settings, a baseline, own rules."""

from dataclasses import dataclass
from enum import StrEnum


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
