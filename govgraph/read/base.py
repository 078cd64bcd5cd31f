"""What a structure is compared with: other files, or the same files as they were at a revision."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from govgraph.model import Structure
from govgraph.read.faults import inform
from govgraph.read.files import at_most, document_of, read, structure_of
from govgraph.read.git import PREFIX, blob


class Base(NamedTuple):
    """What is compared with: its name for a person, and what it states; None where it was not there."""

    name: str
    structure: Structure | None


def read_base(names: Sequence[str], files: Sequence[str]) -> Base:
    """Read what files are compared with: `names` are other files, or one `git:REV`, the same files at that revision.

    Raises InputError with every fault, and with a sentence where the revision cannot be read.
    """
    if not any(name.startswith(PREFIX) for name in names):
        return Base(" and ".join(names), read(*names))
    if len(names) > 1:
        raise inform("Name one revision (git:origin/main), or files, to compare with; not both.")
    (name,) = names
    found = [(f"{name}:{path}", data) for path in files if (data := blob(name.removeprefix(PREFIX), path)) is not None]
    if not found:
        return Base(name, None)
    documents = [document_of(path, partial(at_most, data, path=path)) for path, data in found]
    return Base(name, structure_of(documents))
