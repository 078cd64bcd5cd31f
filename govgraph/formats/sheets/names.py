"""Ids from what people write, and the names by which other rows may mean a row."""

import re
import unicodedata
from collections.abc import Iterable

from govgraph.language import either_of
from govgraph.model.scalars import loose_name, plain_name

_MAX_LENGTH = 64


def slug(text: str) -> str:
    """A text as an id: small letters, digits and hyphens; an empty text where none of it can stand in an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(plain) <= _MAX_LENGTH:
        return plain
    return plain[: plain.rfind("-", 1, _MAX_LENGTH + 1) if "-" in plain[1 : _MAX_LENGTH + 1] else _MAX_LENGTH].strip(
        "-"
    )


def is_lossless(text: str) -> bool:
    """Whether the slug of a text has all its letters and figures: only then does it mean the same."""
    letters = [letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum()]
    return all(letter.isascii() for letter in letters) and len(letters) == len(slug(text).replace("-", ""))


def new_id(name: str, noun: str, taken: set[str]) -> str:
    """An id for a name that has none: its slug, with a number where that is taken."""
    base = slug(name) or noun
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base[: _MAX_LENGTH - len(str(number)) - 1]}-{number}"
    return found


class Names:
    """The ids of a document's name spaces, and who is called what."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, list[str]]] = {}
        self._named: dict[str, dict[str, dict[str, None]]] = {}
        self._loosely: dict[str, dict[str, dict[str, None]]] = {}
        self._parts: dict[tuple[str, str], dict[tuple[str, str, tuple[str, ...]], None]] = {}
        self._used: dict[str, dict[tuple[str, str, tuple[str, ...]], None]] = {}

    def add(self, namespace: str, key: str, names: Iterable[str]) -> None:
        """Note an id and its names."""
        of_entry = self._names.setdefault(namespace, {}).setdefault(key, [])
        for name in names:
            of_entry.append(name)
            self._named.setdefault(namespace, {}).setdefault(plain_name(name), {})[key] = None
            self._loosely.setdefault(namespace, {}).setdefault(loose_name(name), {})[key] = None

    def join(self, namespace: str, gone: str, kept: str) -> None:
        """Let all names of an entry, and its id, mean another one."""
        for name in (*self._names.get(namespace, {}).pop(gone, ()), gone):
            for table, key in ((self._named, plain_name(name)), (self._loosely, loose_name(name))):
                table.setdefault(namespace, {}).setdefault(key, {}).pop(gone, None)
            self.add(namespace, kept, [name])

    def add_parts(self, namespace: str, key: str, text: str, parts: list[str]) -> None:
        """Note what one name of an entry would be if its commas parted several names."""
        for part in parts if len(parts) > 1 else ():
            self._parts.setdefault((namespace, loose_name(part)), {})[key, text, tuple(parts)] = None

    def parted(self, namespace: str) -> list[tuple[str, str, tuple[str, ...]]]:
        """The names of which a part was used as a name: the id of the entry, the name, and its parts."""
        return list(self._used.get(namespace, ()))

    def ids(self, namespace: str) -> list[str]:
        """All ids of a name space."""
        return list(self._names.get(namespace, ()))

    def titles(self, namespace: str) -> dict[str, list[str]]:
        """What each entry of a name space is called, by its id."""
        return self._names.get(namespace, {})

    def resolve(self, namespace: str, text: str) -> str | None:
        """The id that a text means; None where it means none. Raises ValueError where it means several.

        A name that is written exactly so comes before one that differs in its article or its signs.
        """
        ids, wanted = self._names.get(namespace, {}), text.strip()
        named = list(self._named.get(namespace, {}).get(plain_name(wanted), ()))
        if wanted in ids:
            if any(key != wanted for key in named):
                others = either_of([self._title(namespace, key) for key in named if key != wanted])
                its_own = self._title(namespace, wanted)
                raise ValueError(f"may mean {its_own}, whose Id it is, or {others}, which is called so; change one")
            return wanted
        named = named or list(self._loosely.get(namespace, {}).get(loose_name(wanted), ()))
        if len(named) > 1:
            raise ValueError(self._which(namespace, named))
        found = slug(wanted)
        if named or (found in ids and is_lossless(wanted)):
            return named[0] if named else found
        return self._by_part(namespace, wanted)

    def _by_part(self, namespace: str, wanted: str) -> str | None:
        """The id of the only entry that has a text among names that are parted by commas."""
        meant = self._parts.get((namespace, loose_name(wanted)), {})
        if len(meant) != 1:
            return None
        (name,) = meant
        self._used.setdefault(namespace, {})[name] = None
        return name[0]

    def _which(self, namespace: str, keys: list[str]) -> str:
        """How to say which of several is meant: by their full names, or by their ids where they have one name."""
        titles = [self._title(namespace, key) for key in keys]
        if len({loose_name(title) for title in titles}) == len(titles):
            return f"may mean {either_of(titles)}; write the full name"
        with_ids = [f"{title} (Id {key})" for title, key in zip(titles, keys, strict=True)]
        return f"may mean {either_of(with_ids)}; write the Id that is meant"

    def _title(self, namespace: str, key: str) -> str:
        return next(iter(self._names[namespace][key]), key)
