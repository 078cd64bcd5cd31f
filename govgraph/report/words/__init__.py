"""How reports speak: of statements and evidence, of a run and its verdict, of what has changed."""

from govgraph.report.words.caveats import caveats
from govgraph.report.words.changes import Row, changes, changes_in_short, heirs, minor_changes
from govgraph.report.words.statements import VIEWS, day, evidence, source, step, step_words
from govgraph.report.words.verdict import (
    GONE,
    compared,
    counts,
    label,
    many,
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
    "Row",
    "caveats",
    "changes",
    "changes_in_short",
    "compared",
    "counts",
    "day",
    "evidence",
    "heirs",
    "label",
    "many",
    "minor_changes",
    "nothing_found",
    "only_for",
    "settings",
    "size",
    "source",
    "step",
    "step_words",
    "verdict",
    "waived",
]
