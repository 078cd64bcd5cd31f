"""The kind of a governance body, where the noun of its own name says it outright: the Finance Committee is a committee.

What only seems to be so is a guess, which `kinds` makes, and a person confirms.
"""

import re

from govgraph.model.scalars import loose_name
from govgraph.model.vocabulary import GOVERNANCE_KINDS, Kind

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r"\s+[-\u2013\u2014|/]\s+|[:;,]\s")
_AFTER_THE_NOUN = re.compile(r"\b(?:of|for|on|to|with|in|at)\b", re.IGNORECASE)
_LONGEST = 4
"""Words of the longest kind: a task and finish group."""
_PLURAL = re.compile(r"(?<=[a-z])s\b(?=\W*$)", re.IGNORECASE)


def kind_in_name(name: str) -> Kind | None:
    """The kind that a name says with its own noun: `Standards Committee`, `Board of Trustees`; None where it says none.

    Only kinds of governance bodies are read so. A forum, a service or a trust may be many things.
    """
    found = {_kind_of_part(part) for part in _PARTS.split(_BRACKETS.sub(" ", name))} - {None}
    return found.pop() if len(found) == 1 else None


def kind_in_heading(heading: str) -> Kind | None:
    """The kind that a heading over several bodies says: `Scrutiny Committees`, `Panels`; None where it says none."""
    return kind_in_name(_PLURAL.sub("", heading))


def _kind_of_part(part: str) -> Kind | None:
    """The kind at the end of the words before the first `of` or `for`, which is where the noun is."""
    words = loose_name(_AFTER_THE_NOUN.split(part, maxsplit=1)[0]).split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        kind = Kind.parse(" ".join(words[-length:]))
        if kind is not None:
            return kind if kind in GOVERNANCE_KINDS else None
    return None
