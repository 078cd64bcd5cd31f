"""Lines that one file ends in words, outside its structure, where another file lists the body that the words name."""

from collections.abc import Iterator

from govgraph.model import Structure
from govgraph.model.contradictions import answers_inside
from govgraph.model.faults import Loc
from govgraph.model.validation import Document


class _Paths:
    """Marks that give each path that is asked for a number in place of its line."""

    def __init__(self) -> None:
        self.found: list[Loc] = []

    def position(self, path: Loc, *, value: bool = False) -> tuple[int, int]:  # noqa: ARG002 - as Marks has it
        """The number of a path among those that were asked for."""
        self.found.append(path)
        return len(self.found), 1

    def sheet(self, path: Loc) -> str | None:  # noqa: ARG002 - as above
        """No sheet."""
        return None

    def covers(self, path: Loc) -> bool:  # noqa: ARG002 - as above
        """Every path."""
        return True


def lines_inside(structure: Structure) -> Iterator[tuple[str, int]]:
    """The ids of bodies said to be accountable, in words, to a body of the structure, with the place in their list."""
    marks = _Paths()
    for _ in answers_inside([(Document(None, data={}, marks=marks), structure)]):
        _, body, _, number, _ = marks.found[-1]
        yield str(body), int(number)
