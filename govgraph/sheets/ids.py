"""Ids from what people write: of a name, of an id in capitals or with spaces."""

import re
import unicodedata

_MOST = 64


def slug(text: str) -> str:
    """A text as an id: small letters, digits and hyphens; an empty text where none of it can stand in an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(plain) <= _MOST:
        return plain
    return plain[: plain.rfind("-", 1, _MOST + 1) if "-" in plain[1 : _MOST + 1] else _MOST].strip("-")


def kept_whole(text: str) -> bool:
    """Whether the slug of a text has all its letters and figures: only then does it mean the same."""
    letters = [letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum()]
    return all(letter.isascii() for letter in letters) and len(letters) == len(slug(text).replace("-", ""))


def new_id(name: str, noun: str, taken: set[str]) -> str:
    """An id for a name that has none: its slug, with a number where that is taken."""
    base = slug(name) or noun
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base[: _MOST - len(str(number)) - 1]}-{number}"
    return found
