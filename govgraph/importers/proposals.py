"""The rows of a draft that importers make where a file does not state something outright."""

from collections.abc import Iterable, Mapping
from typing import Any

from govgraph.formats.sheets.columns import normalized
from govgraph.formats.sheets.layout import ties
from govgraph.importers.kinds import kind_of_name
from govgraph.model.proposal import IS_A, IS_A_GROUP, IS_A_THEME, IS_ALSO_CALLED
from govgraph.model.relation_words import RelationReading, may_lead_outside, parse_relation
from govgraph.model.vocabulary import Kind

Said = Mapping[str, str | None]
"""Where a row is taken from: `document`, `says` and `where`."""
Row = dict[str, Any]

_NEVER_DRAFTED = "without"
"""That somebody is absent is never drafted."""


def read_relation(label: str) -> RelationReading | None:
    """The relation that a label says, and nothing else than that; None where it says none that may be drafted."""
    wanted = normalized(label)
    own = next((key for key, each in ties().items() if wanted in (normalized(key), normalized(each.words))), None)
    reading = RelationReading(own) if own is not None else parse_relation(label) if label.strip() else None
    if reading is None and may_lead_outside(label):
        reading = RelationReading("reports_to")
    return None if reading is None or reading.key == _NEVER_DRAFTED else reading


def is_a(body: str, said: Said, kind: str | None = None, question: str | None = None) -> Row:
    """A row that proposes a body: its kind as the file writes it, else by the noun of its name, else a question."""
    known = Kind.parse(kind) if kind else kind_of_name(body)
    value = known.words if known is not None else None
    if value is None:
        what = f"What is {body}" + (f": the file calls it '{kind}'" if kind else "")
        question = " ".join(filter(None, (f"{what}? Choose a kind, or say no.", question)))
    return _row(said, body, IS_A, value, question)


def is_people(body: str, said: Said) -> Row:
    """A row that proposes a group of people."""
    return _row(said, body, IS_A_GROUP, None)


def is_a_theme(body: str, said: Said) -> Row:
    """A row that proposes a theme."""
    return _row(said, body, IS_A_THEME, None)


def also_called(body: str, name: str, said: Said) -> Row:
    """A row that proposes another name."""
    return _row(said, body, IS_ALSO_CALLED, name)


def field(body: str, header: str, value: str, said: Said) -> Row:
    """A row that proposes a column of Bodies: `Purpose`."""
    return _row(said, body, header, value)


def tie(start: str, end: str, said: Said, reading: RelationReading, question: str | None = None) -> Row:
    """A row that proposes a relation, said from the end that states it."""
    body, other = (end, start) if reading.turned else (start, end)
    return _row(said, body, ties()[reading.key].words, other, question)


def unnamed_tie(start: str, end: str, said: Said, question: str) -> Row:
    """A row for a tie of a kind that is not stated: a question."""
    return _row(said, start, None, end, question)


def _row(said: Said, body: str, what: str | None, value: str | None, question: str | None = None) -> Row:
    row = {**said, "question": question, "body": body, "what": what, "value": value}
    return {key: content for key, content in row.items() if content}


def joined(rows: Iterable[Row]) -> list[Row]:
    """The rows, of those that propose the same in the same words one, with all their places."""
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        same = found.setdefault(tuple(row.get(key) for key in ("body", "what", "value", "says", "question")), row)
        if same is not row and row.get("where") not in (same.get("where") or "").split("; "):
            same["where"] = f"{same['where']}; {row['where']}"
    return list(found.values())
