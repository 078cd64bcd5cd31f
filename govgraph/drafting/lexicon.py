"""The words by which documents name bodies, groups of people, relations and seats: tables, read from `words/`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

MAX_NOUN_WORDS = 4
"""So many words has the longest noun of a body: `task and finish group`."""


class Noun(NamedTuple):
    """A noun by which bodies are named, and what kind of body it says."""

    lemma: str
    kind: str
    is_named: bool
    """Whether a body of this noun is proposed wherever it is named."""
    is_plural: bool = False


@cache
def table(name: str) -> dict[str, Any]:
    """A table of words, as its file in `words/` has it."""
    text = files("govgraph.drafting").joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def nouns() -> dict[str, Noun]:
    """Nouns of bodies by their forms in small letters, one and several."""
    found: dict[str, Noun] = {}
    for entry in table("bodies")["noun"]:
        for word in entry["words"]:
            found.setdefault(word, Noun(word, entry["kind"], entry["named"]))
            found.setdefault(plural_of(word), Noun(word, entry["kind"], entry["named"], is_plural=True))
    return found


def plural_of(noun: str) -> str:
    """The plural of a noun of bodies: `governing bodies`, `boards of trustees`."""
    first, of, rest = noun.partition(" of ")
    plural = first[:-1] + "ies" if first.endswith("y") and not first.endswith("ey") else first + "s"
    return plural + of + rest


@cache
def abbreviations() -> dict[str, str]:
    """What kind of body the last letters of a short name say: `WENDLE PCF` is a forum."""
    return dict(table("bodies")["abbreviations"])


@cache
def words_of(name: str, section: str) -> frozenset[str]:
    """The words of a section of a table."""
    return frozenset(table(name)[section]["words"])


@cache
def groups() -> dict[str, str]:
    """Groups of people by the words that documents have for them, the longest first."""
    pairs = [(word, entry["name"]) for entry in table("groups")["group"] for word in entry["words"]]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))
