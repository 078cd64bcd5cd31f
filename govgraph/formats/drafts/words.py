"""What a row of a draft proposes, by the words under What: an entry, a name, a seat, a relation, a column of Bodies."""

from enum import Enum
from functools import cache
from typing import NamedTuple

from govgraph.formats.sheets.columns import Column, normalized
from govgraph.formats.sheets.layout import DRAFT, Tie, all_sheets, draft_fields, draft_ties, find_column, sheets, ties
from govgraph.language import either_of
from govgraph.model.faults import Hints
from govgraph.model.proposal import HAS_A_SEAT, IS_A, IS_A_GROUP, IS_A_THEME, IS_ALSO_CALLED, IS_THE_SAME_BODY
from govgraph.model.relation_words import may_lead_outside, parse_relation
from govgraph.model.scalars import quoted


class Aim(Enum):
    """What a row adds to a structure."""

    ENTRY = "entry"
    NAME = "name"
    SAME = "same"
    SEAT = "seat"
    TIE = "tie"
    FIELD = "field"


class Meaning(NamedTuple):
    """What is meant by the words under What."""

    aim: Aim
    section: str = "bodies"
    """Of an entry: where it belongs."""
    tie: Tie | None = None
    column: Column | None = None
    """Of a column of Bodies."""
    turned: bool = False
    """Of a relation: whether it is said from its other end."""
    jointly: bool = False
    read_as: str | None = None
    """Of other words than the offered ones: as what they are read."""


KIND = Meaning(Aim.ENTRY)
"""That something is a body, of a kind."""
_FIXED = {
    IS_A: KIND,
    "is an": KIND,
    "kind": KIND,
    IS_A_GROUP: Meaning(Aim.ENTRY, "constituencies"),
    IS_A_THEME: Meaning(Aim.ENTRY, "themes"),
    IS_ALSO_CALLED: Meaning(Aim.NAME),
    "other names": Meaning(Aim.NAME),
    IS_THE_SAME_BODY: Meaning(Aim.SAME),
    HAS_A_SEAT: Meaning(Aim.SEAT),
}
_LISTS = ("membership", "lines", "parts")


@cache
def meaning_of(words: str) -> Meaning:
    """What the words under What mean. Raises ValueError with a sentence where they mean nothing that is drafted."""
    wanted = normalized(words)
    if wanted in _FIXED:
        return _FIXED[wanted]
    tie = next((tie for tie in ties().values() if wanted in (normalized(tie.key), normalized(tie.words))), None)
    if tie is not None:
        return _of_tie(tie)
    column = find_column(sheets()["bodies"], words)
    if column is not None and column in draft_fields().values():
        return Meaning(Aim.FIELD, column=column)
    reading = parse_relation(words)
    if reading is not None:
        tie = ties()[reading.key]
        return _of_tie(tie)._replace(turned=reading.turned, jointly=reading.jointly, read_as=tie.words)
    if column is not None:
        what = "say that a list is complete" if column.path[0] in _LISTS else f"fill in {column.header}"
        raise ValueError(f"A draft cannot {what}. Fill in {column.header} for the body itself.")
    hint = " Write 'reports to' or 'is accountable to'." if may_lead_outside(words) else _hint(words)
    raise ValueError(f"{quoted(words)} is not something that a draft proposes.{hint}")


def known_meaning(words: str | None) -> Meaning | None:
    """What the words under What mean; None where they mean nothing that is drafted."""
    try:
        return meaning_of(words or "")
    except ValueError:
        return None


def _of_tie(tie: Tie) -> Meaning:
    if tie.key not in draft_ties():
        raise ValueError(f"A draft cannot say that people have no seat. Add a relation of the body: '{tie.words}'.")
    return Meaning(Aim.TIE, tie=tie)


def _hint(words: str) -> str:
    offered = next(column for column in all_sheets()[DRAFT].columns if column.path == ("what",)).words
    near = Hints().nearest(words, {word: f"'{word}'" for word in offered})
    return near or f" It may be {either_of(['a relation', 'a column of Bodies', repr(IS_A), repr(HAS_A_SEAT)])}."


CELLS = ("value", "holder", "on_behalf_of", "as", "role", "votes", "count", "several")
"""The keys of a proposal that not every kind of row takes."""


def cells_taken(meaning: Meaning) -> frozenset[str]:
    """Those of them that a row of this meaning may fill in."""
    if meaning.aim is Aim.SEAT:
        return frozenset(CELLS) - {"value"}
    if meaning.aim is Aim.ENTRY and meaning.section != "bodies":
        return frozenset()
    is_appointment = meaning.tie is not None and "role" in meaning.tie.model.model_fields
    return frozenset({"value", "role"} if is_appointment else {"value"})
