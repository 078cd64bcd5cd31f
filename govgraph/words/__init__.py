"""How reports speak: of statements and evidence, of a run and its verdict, of what has changed."""

from govgraph.words.caveats import caveats, decisions, decisions_of
from govgraph.words.changes import Row, changes, changes_in_short, heirs, minor_changes
from govgraph.words.participating import ParticipationTable
from govgraph.words.participation import Amount, Part, part
from govgraph.words.statements import VIEWS, day, evidence, source, step, step_words, title
from govgraph.words.tracing import Told, told
from govgraph.words.verdict import (
    GONE,
    compared,
    counts,
    label,
    many,
    not_checked,
    nothing_found,
    only_for,
    settings,
    size,
    verdict,
    waived,
)

__all__ = [
    "GONE",
    "VIEWS",
    "Amount",
    "Part",
    "ParticipationTable",
    "Row",
    "Told",
    "caveats",
    "changes",
    "changes_in_short",
    "compared",
    "counts",
    "day",
    "decisions",
    "decisions_of",
    "evidence",
    "heirs",
    "label",
    "many",
    "minor_changes",
    "not_checked",
    "nothing_found",
    "only_for",
    "part",
    "settings",
    "size",
    "source",
    "step",
    "step_words",
    "title",
    "told",
    "verdict",
    "waived",
]
