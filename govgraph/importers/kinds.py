"""The kind of a body by its name: as its own noun says outright, or as it seems, for a person to confirm.

`kind_in_name` states: the Finance Committee is a committee. `kind_of_name` guesses, and what it gives is proposed.
"""

import re
from functools import lru_cache

from govgraph.model.scalars import loose_name
from govgraph.model.vocabulary import GOVERNANCE_KINDS, Kind

_LAST_NOUNS = {
    "group": Kind.WORKING_GROUP,
    "authority": Kind.ORGANISATION,
    "agency": Kind.ORGANISATION,
    "team": Kind.SERVICE,
    "department": Kind.SERVICE,
    "directorate": Kind.SERVICE,
    "tribunal": Kind.REVIEWER,
}
"""Nouns that name a kind at the end of a name, beside the words of the kind itself."""
_POSTS = frozenset({"director", "manager", "head", "officer", "executive director", "chief executive"})
_PEOPLE = frozenset(
    {"carers", "parents", "people", "families", "children", "residents", "patients", "users", "pupils", "students"}
    | {"tenants", "citizens", "volunteers", "learners", "refugees", "communities"}
)
_HEAD_ENDS = re.compile(r" (?:of|for|on|to|within) ")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_NAMES_NO_KIND = frozenset({"council of governors"})
_ORGANISATIONS = ("clinical commissioning group",)


@lru_cache(maxsize=10_000)
def kind_of_name(name: str) -> Kind | None:
    """The kind that the last noun of a name says: a board of `Health and Wellbeing Board`; None where it says none."""
    plain = loose_name(_BRACKETS.sub("", name) or name)
    head = _HEAD_ENDS.split(plain, maxsplit=1)[0]
    if any(head == post or head.endswith(f" {post}") for post in _POSTS):
        return Kind.POST
    if plain.endswith(_ORGANISATIONS):
        return Kind.ORGANISATION
    if plain in _NAMES_NO_KIND:
        return None
    return _of_last_noun(plain) or (_of_last_noun(head) if head != plain else None)


def _of_last_noun(plain: str) -> Kind | None:
    words = plain.split()
    ends = (" ".join(words[start:]) for start in range(max(0, len(words) - _LONGEST), len(words)))
    known = next((kind for kind in map(Kind.parse, ends) if kind is not None), None)
    return known or _LAST_NOUNS.get(words[-1] if words else "")


_LONGEST = 5
"""Words of the longest name of a kind: `task and finish group`."""


def names_people(name: str) -> bool:
    """Whether a name is that of a group of people by its last word: `Parent carers`."""
    words = loose_name(name).split()
    return bool(words) and words[-1] in _PEOPLE


_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r"\s+[-\u2013\u2014|/]\s+|[:;,]\s")
_AFTER_THE_NOUN = re.compile(r"\b(?:of|for|on|to|with|in|at)\b", re.IGNORECASE)
_MOST_WORDS = 4
"""Words of the longest kind: a task and finish group."""
_PLURAL = re.compile(r"(?<=[a-z])s\b(?=\W*$)", re.IGNORECASE)


def kind_in_name(name: str) -> Kind | None:
    """The kind that a name says with its own noun: `Standards Committee`, `Board of Trustees`; None where it says none.

    Only kinds of governance bodies are read so. A forum, a service or a trust may be many things.
    """
    found = {_kind_of_part(part) for part in _PARTS.split(_IN_BRACKETS.sub(" ", name))} - {None}
    return found.pop() if len(found) == 1 else None


def kind_in_heading(heading: str) -> Kind | None:
    """The kind that a heading over several bodies says: `Scrutiny Committees`, `Panels`; None where it says none."""
    return kind_in_name(_PLURAL.sub("", heading))


def _kind_of_part(part: str) -> Kind | None:
    """The kind at the end of the words before the first `of` or `for`, which is where the noun is."""
    words = loose_name(_AFTER_THE_NOUN.split(part, maxsplit=1)[0]).split()
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        kind = Kind.parse(" ".join(words[-length:]))
        if kind is not None:
            return kind if kind in GOVERNANCE_KINDS else None
    return None
