"""Where in a file a statement stands."""

from typing import NamedTuple, Protocol

Path = tuple[str | int, ...]
"""The way to a statement inside a structure: ("bodies", "hwb", "seats", 0)."""


class Place(NamedTuple):
    """A place in a file: the path as the user gave it, line and column counted from 1."""

    path: str
    line: int
    column: int


class Places(Protocol):
    """Finds the place of a statement, when somebody asks for it."""

    def find(self, path: Path) -> Place | None:
        """The place of the statement, or of the nearest one around it; None where no file is behind it."""
