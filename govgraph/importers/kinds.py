"""Which kind a body seems to be by the last noun of its name: a guess, for a person to confirm."""

import re
from functools import lru_cache

from govgraph.model.scalars import loose_name
from govgraph.model.vocabulary import Kind

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
