"""Bodies, groups of people, themes and sources as a person names them: by id, by name, by another name."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govgraph.model.faults import Fault, InputError, inform, nearest
from govgraph.model.place import Place

if TYPE_CHECKING:
    from govgraph.model.structure import Structure

_NOUNS = {"bodies": "body", "constituencies": "constituency", "themes": "theme", "sources": "source"}
# What word processors make of an apostrophe, quotation marks and hyphens.
_TYPED = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013", "''\"\"---")


def plain_name(name: str) -> str:
    """A name as it is compared: however its letters are coded, in whatever capitals, spaces, apostrophes and dashes."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_TYPED).casefold().split())


def body_called(structure: "Structure", body: str) -> str:
    """The id of a body. Raises InputError where none is called so, or more than one."""
    return entry_called(structure, "bodies", body)


def entry_called(structure: "Structure", section: str, name: str) -> str:
    """The id of an entry of `bodies`, `constituencies`, `themes` or `sources`, from its id or name.

    Raises InputError where none is called so, or more than one.
    """
    known: Mapping[str, Any] = getattr(structure, section)
    if name in known:
        return name
    if not isinstance(name, str):
        raise inform(f"A {_NOUNS[section]} is named by its id or its name, not by {name!r}.")
    wanted = plain_name(name)
    found = [key for key, entry in known.items() if wanted in map(plain_name, _names(entry))]
    if len(found) > 1:
        noun = _NOUNS[section]
        raise inform(f"More than one {noun} is called '{name}': {', '.join(found)}. Name one of them by its id.")
    if not found:
        names = [*known, *(_names(entry)[0] for entry in known.values())]
        raise inform(f"There is no {_NOUNS[section]} '{name}'.{nearest(name, names)}")
    return found[0]


def _names(entry: Any) -> list[str]:
    """What an entry is called: its name or title first, then what else it is called."""
    return [getattr(entry, "name", None) or entry.title, *getattr(entry, "other_names", ())]


def constituencies_called(structure: "Structure", wanted: Sequence[str], place: Place | None = None) -> list[str]:
    """Ids of constituencies from ids or names, or from one. Raises InputError with a fault for each that is not there.

    `place` is where they are named.
    """
    found, faults = [], []
    for one in [wanted] if isinstance(wanted, str) else wanted:
        try:
            found.append(entry_called(structure, "constituencies", one))
        except InputError as error:
            path, line, column, sheet = place or (None, None, None, None)
            faults += [Fault(path, line, column, fault.message, sheet) for fault in error.faults]
    if faults:
        raise InputError(faults)
    return list(dict.fromkeys(found))
