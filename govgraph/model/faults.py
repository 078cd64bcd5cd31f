"""What can be wrong with an input: one sentence and a place for each fault, all of them in one error."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from govgraph.model.place import written_place

MOST_LISTED = 100
"""Of more faults nobody reads all: the others are counted."""
_MOST_KEPT = 1_000
"""So many are gathered, so that those can be listed that stand first in their file."""
MANY_NAMES = 5_000
"""Beyond so many candidates the nearest name is not looked for: the search would cost more than it helps."""


class Fault(NamedTuple):
    """One thing wrong with an input. Line and column count from 1; None where there is no file or place.

    In a workbook, line and column are those of a cell on a sheet.
    """

    path: str | None
    line: int | None
    column: int | None
    message: str
    sheet: str | None = None
    further: int = 0
    """Of the last of a long list: how many more faults there are, for which it stands."""

    def __str__(self) -> str:
        """As compilers print it, `file:line:column: message`, or as a spreadsheet does: `file: Sheet!C14: message`."""
        place = written_place(self.path, self.line, self.column, self.sheet)
        return f"{place}: {self.message}" if place else self.message


class FaultList(list[Fault]):
    """Faults, or notices, as they are gathered: each once, a thousand at the most. Further ones are only counted.

    A file can hold millions of them: kept, they would take more memory than the file itself.
    """

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        super().__init__()
        self.further = 0
        self._kept: set[Fault] = set()
        self.extend(faults)

    @property
    def is_full(self) -> bool:
        """Whether a further fault is only counted, so that nobody needs to word it."""
        return len(self) >= _MOST_KEPT

    def append(self, fault: Fault) -> None:
        """Add a fault; of one that stands for further ones, their number."""
        if fault.further:
            self.further += fault.further
        elif fault in self._kept:
            return
        elif self.is_full:
            self.further += 1
        else:
            self._kept.add(fault)
            super().append(fault)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Add faults one by one; of a list like this one also those that it only counted."""
        for fault in faults:
            self.append(fault)
        if isinstance(faults, FaultList):
            self.further += faults.further

    def __iadd__(self, faults: Iterable[Fault]) -> "FaultList":  # type: ignore[override, misc]
        """As `extend`."""
        self.extend(faults)
        return self

    def listed(self, noun: str) -> list[Fault]:
        """The first hundred, and one that says how many more there are; `noun` is what they are called, as `fault`."""
        rest = len(self) - MOST_LISTED + self.further
        if rest <= 0:
            return list(self)
        what = f"There is 1 more {noun}" if rest == 1 else f"There are {rest:,} more {noun}s"
        return [*self[:MOST_LISTED], Fault(None, None, None, f"{what}, not listed here.", further=rest)]


def number_of_faults(faults: Iterable[Fault]) -> int:
    """How many faults a list tells of, with those that its last one only counts."""
    return sum(fault.further or 1 for fault in faults)


class InputError(Exception):
    """The input could not be read, or cannot be what was meant.

    `faults` holds every fault that was found; of more than a hundred the first ones, and one that says how many more
    there are. `notices` say what its reader left out, or how it understood something: a fault may follow from it.
    """

    def __init__(self, faults: Iterable[Fault], notices: Iterable[Fault] = ()) -> None:
        self.faults = FaultList(faults).listed("fault")
        self.notices = FaultList(notices).listed("notice")
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def _render_traceback_(self) -> list[str]:
        """How a notebook tells it: the sentences alone, because lines of code say nothing of what is wrong."""
        return [str(fault) for fault in self.faults]


def inform(message: str) -> InputError:
    """An error that belongs to no file: a wrong option, nothing to ask."""
    return InputError([Fault(None, None, None, message)])


def gathered(*readers: Callable[[], Any]) -> Any:
    """What each reader gives, in their order. Raises one InputError with the faults of all of them."""
    found: list[Any] = []
    faults = FaultList()
    notices = FaultList()
    for reader in readers:
        try:
            found.append(reader())
        except InputError as error:
            faults += error.faults
            notices += error.notices
    if faults:
        raise InputError(faults, notices)
    return tuple(found)


_ALIKE = 0.75
"""How like a name another must be, where a wrong guess would give somebody's seat to another body."""


class Hints:
    """Names that were probably meant, for the first few of many that are not known: a search costs more than it helps.

    >>> Hints().nearest("bord", ["board"])
    " Did you mean 'board'?"
    """

    MOST = 20

    def __init__(self) -> None:
        self._given = 0

    @property
    def spent(self) -> bool:
        """Whether no more names are looked for."""
        return self._given >= self.MOST

    def nearest(self, word: str, known: Sequence[str]) -> str:
        """As `nearest`, and an empty string from the twenty-first on."""
        self._given += 1
        return nearest(word, known, cutoff=_ALIKE) if self._given <= self.MOST else ""


def nearest(word: str, known: Sequence[str], cutoff: float = 0.6) -> str:
    """` Did you mean 'x'?`, or an empty string where nothing known is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a faulty input needs it

    if len(known) > MANY_NAMES or len(word) > 200:  # noqa: PLR2004
        return ""
    folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold().replace(" ", "-"), folded, n=1, cutoff=cutoff) or get_close_matches(
        word.casefold().replace(" ", "_"), folded, n=1, cutoff=cutoff
    )
    return f" Did you mean '{folded[near[0]]}'?" if near else ""


def one_of(known: Sequence[str]) -> str:
    """`a, b or c`."""
    return " or ".join([", ".join(known[:-1]), known[-1]]) if len(known) > 1 else "".join(known)
