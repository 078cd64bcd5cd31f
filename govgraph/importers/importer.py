"""What an importer is: a kind of file of another tool, and how a structure is read from it."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Imported(NamedTuple):
    """What a file of another tool states, as plain data, and what could not be taken from it."""

    data: dict[str, Any]
    """A structure as govgraph's JSON has it: `title`, `sources`, `constituencies`, `bodies` by id, `draft`."""
    notices: tuple[str, ...] = ()
    """A sentence for each thing that was left out, or taken in one way of several."""


class Importer(NamedTuple):
    """A kind of file of another tool. Others register theirs as an entry point of the group `govgraph.importers`."""

    name: str
    """How a message calls it: `ModernGov's XML`."""
    endings: tuple[str, ...]
    """The ends of file names that it may have, in small letters: `.xml`."""
    recognises: Callable[[str, bytes], bool]
    """Whether a file is of this kind, by its name and the whole of it; it raises nothing."""
    read: Callable[[str, bytes], Imported]
    """What the file states, by its name and the whole of it. Raises InputError with every fault, and nothing else."""
