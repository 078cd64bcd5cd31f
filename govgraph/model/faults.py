"""What can be wrong with an input, and where: one sentence and a place for each fault, all of them in one error."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from govgraph.language import either_of

Loc = tuple[str | int, ...]
"""The way to a statement inside a structure: ("bodies", "hwb", "seats", 0)."""


class Place(NamedTuple):
    """A place in a file: the path as the user gave it, line and column counted from 1.

    In a workbook, line and column are those of a cell on a sheet.
    """

    path: str
    line: int
    column: int
    sheet: str | None = None

    def __str__(self) -> str:
        """As compilers print it, or as a spreadsheet does."""
        return format_place(*self)


def format_place(path: str | None, line: int | None, column: int | None, sheet: str | None) -> str:
    """`mine.yaml:14:3`, or `mine.xlsx: Relations!C14`; less where less is known."""
    if sheet is None:
        return ":".join(str(part) for part in (path, line, column) if part is not None)
    cell = f"{column_letters(column)}{line}" if column and line else str(line or "")
    return f"{path}: {sheet}!{cell}" if cell else f"{path}: {sheet}"


def column_letters(column: int) -> str:
    """How a spreadsheet calls a column, counted from 1: 3 is `C`, 28 is `AB`."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


class Places(Protocol):
    """Finds the place of a statement, when somebody asks for it."""

    def find(self, path: Loc) -> Place | None:
        """The place of the statement, or of the nearest one around it; None where no file is behind it."""


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
        place = format_place(self.path, self.line, self.column, self.sheet)
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
        """Add faults one by one; of a list like this one also those that it only counted."""
        self.extend(faults)
        return self

    def listed(self, noun: str) -> list[Fault]:
        """The first hundred, and one that says how many more there are; `noun` is what they are called, as `fault`."""
        rest = len(self) - MOST_LISTED + self.further
        if rest <= 0:
            return list(self)
        what = f"There is 1 more {noun}" if rest == 1 else f"There are {rest:,} more {noun}s"
        return [*self[:MOST_LISTED], Fault(None, None, None, f"{what}, not listed here.", further=rest)]


def count_faults(faults: Iterable[Fault]) -> int:
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
        """How a notebook shows it: the sentences alone, because lines of code say nothing of what is wrong."""
        return [str(fault) for fault in self.faults]


def input_error(message: str) -> InputError:
    """An error that belongs to no file: a wrong option, nothing to ask."""
    return InputError([Fault(None, None, None, message)])


def collect_faults(*readers: Callable[[], Any]) -> Any:
    """What each reader returns, in their order. Raises one InputError with the faults of all of them."""
    results: list[Any] = []
    faults, notices = FaultList(), FaultList()
    for reader in readers:
        try:
            results.append(reader())
        except InputError as error:
            faults += error.faults
            notices += error.notices
    if faults:
        raise InputError(faults, notices)
    return tuple(results)


MOST_NEAR = 3
"""At most so many names are suggested."""
_AS_NEAR = 0.1
"""How much less like the word another name may be than the nearest one, so that it is suggested too."""
_LONGEST_NAME = 200
_ALIKE = 0.75
"""How like a name another must be, where a wrong guess would give somebody's seat to another body."""


class Hints:
    """Suggestions for the first few of many unknown names: to search for all costs more than it helps.

    >>> Hints().nearest("bord", {"board": "'The Board'"})
    " Did you mean 'The Board'?"
    """

    MOST = 20

    def __init__(self) -> None:
        self._given = 0

    @property
    def spent(self) -> bool:
        """Whether no more names are looked for."""
        return self._given >= self.MOST

    def nearest(self, word: str, known: Mapping[str, str]) -> str:
        """` Did you mean 'x' or 'y'?`, or an empty string: where no name is near, and from the twenty-first on.

        `known` has the names with what is shown for each; at most three are shown.
        """
        self._given += 1
        if self._given > self.MOST:
            return ""
        return nearest_names(word, known, cutoff=_ALIKE) or _did_you_mean(_names_sharing_words(word, known))


def nearest(word: str, known: Sequence[str], cutoff: float = 0.6) -> str:
    """` Did you mean 'x'?`, or an empty string where no word is near."""
    return nearest_names(word, {name: f"'{name}'" for name in known}, cutoff, most=1)


def nearest_names(word: str, known: Mapping[str, str], cutoff: float = 0.6, most: int = MOST_NEAR) -> str:
    """` Did you mean 'x' or 'y'?`, or an empty string where no name is near.

    `known` has the names with what is shown for each: two names may be shown as the same.
    """
    from difflib import get_close_matches  # only a faulty input needs it

    if len(known) > MANY_NAMES or len(word) > _LONGEST_NAME:
        return ""
    folded = {_spaced(name): shown for name, shown in reversed([*known.items()])}
    near = get_close_matches(_spaced(word), folded, n=2 * most, cutoff=cutoff)
    best = _likeness(_spaced(word), near[0]) if near else 0
    alike = [name for name in near if _likeness(_spaced(word), name) >= best - _AS_NEAR]
    shown = list(dict.fromkeys(folded[name] for name in alike))[:most]
    return _did_you_mean(shown)


def _did_you_mean(shown: Sequence[str]) -> str:
    return f" Did you mean {either_of(shown)}?" if shown else ""


def _names_sharing_words(text: str, known: Mapping[str, str]) -> list[str]:
    """What is shown for the names of which a text has some words, or their initials; none where many have them."""
    words, initials = _stems(text), text.replace(".", "").casefold()
    if len(known) > MANY_NAMES or not words:
        return []
    shown = dict.fromkeys(
        known[name]
        for name in known
        if (stems := _stems(name)) and (words <= stems or stems <= words or initials == _initials(name))
    )
    return list(shown) if len(shown) <= MOST_NEAR else []


def _stems(text: str) -> frozenset[str]:
    """The words of a name, but for small ones, in the singular."""
    words = re.findall(r"[^\W_]+", _spaced(text).replace("'", "").replace("\u2019", ""))
    return frozenset(word.removesuffix("s") for word in words) - _SMALL_WORDS


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W_]+", name.casefold()) if word not in _SMALL_WORDS)


_SMALL_WORDS = frozenset({"the", "a", "an", "and", "of", "for", "in", "on", "to"})


def _likeness(word: str, name: str) -> float:
    from difflib import SequenceMatcher  # as above

    return SequenceMatcher(None, name, word).ratio()


def _spaced(name: str) -> str:
    """A name as it is compared with others that may be like it: hyphens are spaces."""
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
