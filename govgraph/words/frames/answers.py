"""Answers of the graph as tables: one body told whole, and who takes part where."""

from typing import TYPE_CHECKING

from govgraph.graph import Trace
from govgraph.words.frames.table import NUMBER, SHARE, TEXT, table
from govgraph.words.tracing import told

if TYPE_CHECKING:
    import pandas as pd

    from govgraph.words.measuring import Cell, MeasureTable
    from govgraph.words.participating import ParticipationTable


def of_trace(trace: Trace) -> "pd.DataFrame":
    """A row for each sentence that is told of a body, beside the part that it belongs to."""
    rows = ((part.title, sentence) for part in told(trace) for _, sentence in part.sentences)
    return table({"part": TEXT, "sentence": TEXT}, rows)


def of_participation(shown: "ParticipationTable", *, long: bool) -> "pd.DataFrame":
    """Who takes part where; see `ParticipationTable.to_frame`."""
    structure = shown.graph.structure
    names = {who: structure.constituencies[who].name for who in shown.constituencies}
    if not long:
        # Two groups may have one name; each keeps its column.
        seen = list(names.values())
        heads = {who: name if seen.count(name) == 1 else f"{name} ({who})" for who, name in names.items()}
        rows = ((shown.level(body), *(shown.row(body, who).part.words for who in heads)) for body in shown.bodies)
        columns = {"level": TEXT, **dict.fromkeys(heads.values(), TEXT)}
        return table(columns, rows, ("body", [shown.graph.name(body) for body in shown.bodies]))
    columns = {"body": TEXT, "level": TEXT, "people": TEXT, "part": TEXT, "amount": TEXT, "scale": TEXT, "rank": NUMBER}
    long_rows = (
        (
            shown.graph.name(row.body),
            shown.level(row.body),
            names[row.constituency],
            row.part.words,
            row.part.amount.value,
            row.scale.words,
            int(row.scale),
        )
        for row in shown.rows()
    )
    return table(columns, long_rows)


def of_measures(one: "MeasureTable") -> "pd.DataFrame":
    """One table of numbers; where a number is not stated, the cell is empty."""
    return table({name: _kind([row[at] for row in one.rows]) for at, name in enumerate(one.header)}, one.rows)


def _kind(cells: list["Cell"]) -> str:
    if any(isinstance(cell, str) for cell in cells):
        return TEXT
    return SHARE if any(isinstance(cell, float) for cell in cells) else NUMBER
