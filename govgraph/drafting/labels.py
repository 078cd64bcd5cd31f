"""Lines that begin with a label, and tables of labels: `Chair: Treasurer`, `Quorum: three members`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govgraph.drafting.lines import Line
from govgraph.drafting.passages import BlockKind

_LABELS = (
    ("chair", r"chair(?:ed by|person|man)?"),
    ("vice_chair", r"(?:vice|deputy)[- ]chair(?:person|man)?"),
    ("co_chair", r"co-?chairs?|joint chairs?"),
    ("lead", r"lead(?: officer)?|led by"),
    ("members", r"(?:(?:core|other|voting|full) )?(?:members?|membership)|composition"),
    ("no_vote", r"non-?voting members?"),
    ("attendee", r"(?:regularly )?in attendance|attendees?|also attending"),
    ("observer", r"observers?"),
    ("adviser", r"advis[eo]rs?"),
    ("Quorum", r"quorum|quorate"),
    ("Meets", r"meetings?|meets|frequency(?: of meetings?)?|how often (?:it|we) meets?"),
    ("Purpose", r"purpose|aim|remit"),
    ("Review by", r"(?:next |date of (?:next )?)?review(?: date| due)?"),
    (
        "reports to",
        r"reports? (?:in)?to|accountable to|reporting(?: line)?(?: to)?|responsible to|parent (?:body|committee)",
    ),
)
_LABELLED = re.compile(r"^\W*(?P<label>[A-Za-z][A-Za-z' -]{2,30}?)\s*(?::|[–-](?=\s))\s*(?P<value>\S.*)$")


class Labelled(NamedTuple):
    """What a label says: of what it is, and what stands after it."""

    use: str
    """A role, `members`, the header of a column of Bodies, or the words of a relation."""
    value: str
    start: int
    """Where the value begins in the text of the line."""


def labelled(line: Line) -> Labelled | None:
    """What a line with a label says; None where it has none that is known."""
    if line.block.kind is BlockKind.HEADING:
        return None
    match = _LABELLED.match(line.text)
    if match is None:
        return None
    use = use_of(match.group("label"))
    return Labelled(use, match.group("value").strip(), match.start("value")) if use else None


def use_of(label: str) -> str:
    """What a label is of; empty where it is not known."""
    plain = " ".join(label.lower().split())
    return next((use for use, pattern in _LABELS if re.fullmatch(pattern, plain)), "")


def rows_with_labels(lines: list[Line]) -> Iterator[tuple[str, Line]]:
    """The cells of tables without headers that stand after a label, each with what the label is of."""
    for number, line in enumerate(lines):
        if line.block.kind is BlockKind.ROW and len(line.block.cells) == 2 and number:  # noqa: PLR2004 - label and value
            label, value = line.block.cells
            before = lines[number - 1]
            if before.block is line.block and line.text == value and (use := use_of(label.rstrip(" :"))):
                yield use, line
