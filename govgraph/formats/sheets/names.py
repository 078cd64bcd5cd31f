"""Ids from what people write, and the names by which other rows may mean a row."""

import re
import unicodedata
from collections.abc import Iterable

from govgraph.model.scalars import plain_name

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
        self._ids: dict[str, dict[str, None]] = {}
        self._titles: dict[tuple[str, str], str] = {}
        self._named: dict[str, dict[str, dict[str, None]]] = {}

    def add(self, namespace: str, key: str, names: Iterable[str]) -> None:
        """Note an id and its names."""
        self._ids.setdefault(namespace, {})[key] = None
        for name in names:
            self._titles.setdefault((namespace, key), name)
            self._named.setdefault(namespace, {}).setdefault(plain_name(name), {})[key] = None

    def ids(self, namespace: str) -> list[str]:
        """All ids of a name space."""
        return list(self._ids.get(namespace, ()))

    def labels(self, namespace: str) -> list[str]:
        """What the entries of a name space are called, and their ids."""
        ids = self.ids(namespace)
        return list(dict.fromkeys((*(self._titles.get((namespace, key), key) for key in ids), *ids)))

    def resolve(self, namespace: str, text: str) -> str | None:
        """The id that a text means; None where it means none. Raises ValueError where it means several."""
        ids, wanted = self._ids.get(namespace, {}), text.strip()
        named = list(self._named.get(namespace, {}).get(plain_name(wanted), ()))
        if wanted in ids:
            if any(key != wanted for key in named):
                others = " or ".join(key for key in named if key != wanted)
                raise ValueError(
                    f"may mean {wanted}, whose Id it is, or {others}, which is called so; change one of them"
                )
            return wanted
        if len(named) > 1:
            raise ValueError(f"may mean {' or '.join(named)}, which are both called so; write the Id that is meant")
        found = slug(wanted)
        return named[0] if named else found if found in ids and is_lossless(wanted) else None
