"""What an exporter is: a kind of file of another tool, and how a structure is written as one."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from govgraph.model import Structure


class Exported(NamedTuple):
    """A structure as another tool reads it, and what could not be put into that form."""

    content: bytes | Mapping[str, bytes]
    """The file, or the files of a folder by name."""
    notices: tuple[str, ...] = ()
    """A sentence for each thing that the form has no place for."""


class Exporter(NamedTuple):
    """A kind of file of another tool. The module that holds it as `EXPORTER` gives `--to` its name."""

    name: str
    """How a message calls it: `Popolo`."""
    endings: tuple[str, ...]
    """The ends of file names that ask for it without `--to`, in small letters: `.graphml`; none for a folder."""
    render: Callable[[Structure, bool], Exported]
    """A structure as such a file; the second argument says whether names of people are in it. Raises InputError."""
    is_folder: bool = False
    """Whether it is several files in a folder."""
