"""How answers show themselves in a notebook, without a picture: in sentences, and as a table that can be read aloud."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from govgraph.graph import Trace
from govgraph.words.statements import VIEWS, day
from govgraph.words.tracing import Told, told

if TYPE_CHECKING:
    from govgraph.words.measuring import Cell, Measures, MeasureTable
    from govgraph.words.participating import ParticipationTable

MOST_ROWS = 200
"""More rows are not shown in a notebook, but counted."""
_LEFT = ' style="text-align: left"'


def trace(shown: Trace) -> str:
    """One body told whole."""
    graph = shown.graph
    head = f"As of {day(graph.as_of)}, looking at {VIEWS[graph.view]}."
    parts = "".join(_part(part) for part in told(shown))
    return f"<p><strong>{escape(graph.name(shown.body))}</strong></p><p>{escape(head)}</p>{parts}"


def _part(part: Told) -> str:
    items = "".join(f'<li style="margin-left: {2 * depth}em">{escape(one)}</li>' for depth, one in part.sentences)
    return f"<p><strong>{escape(part.title)}</strong></p><ul>{items}</ul>"


def participation(shown: "ParticipationTable") -> str:
    """Who takes part where: a row for each body, a column for each group of people."""
    graph = shown.graph
    if not shown.bodies:
        return f"<p>No governance body is in force on {escape(day(graph.as_of))}.</p>"
    if not shown.constituencies:
        return "<p>No group of people is named that should be heard.</p>"
    people = [graph.structure.constituencies[who].name for who in shown.constituencies]
    head = "".join(f'<th scope="col"{_LEFT}>{escape(one)}</th>' for one in ("Body", "Level", *people))
    rows = "".join(
        _row(graph.name(body), (shown.level(body), *(shown.row(body, who).part.words for who in shown.constituencies)))
        for body in shown.bodies[:MOST_ROWS]
    )
    more = len(shown.bodies) - MOST_ROWS
    rest = f"<p>and {more:,} more bodies</p>" if more > 0 else ""
    caption = f"{shown.caption}, looking at {VIEWS[graph.view]}"
    caption = f"<caption{_LEFT}>{escape(caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{rest}"


def measures(shown: "Measures") -> str:
    """Tables of numbers, each with how to read it."""
    if not shown.tables:
        return "<p>There is nothing to count.</p>"
    return "".join(_measures(one) for one in shown.tables)


def _measures(one: "MeasureTable") -> str:
    head = "".join(f'<th scope="col"{_LEFT}>{escape(name.capitalize())}</th>' for name in one.header)
    rows = "".join(_row(str(row[0]), map(in_figures, row[1:])) for row in one.rows[:MOST_ROWS])
    more = len(one.rows) - MOST_ROWS
    rest = f"<p>and {more:,} more rows</p>" if more > 0 else ""
    caption = f"<caption{_LEFT}>{escape(one.title)}</caption>"
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"{table}{rest}<p>{escape(one.about)}</p>"


def in_figures(cell: "Cell") -> str:
    """A cell as a person reads it: a dash where there is no number."""
    return "–" if cell is None else str(cell)


def _row(name: str, cells: Iterable[str]) -> str:
    told_cells = "".join(f"<td{_LEFT}>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row"{_LEFT}>{escape(name)}</th>{told_cells}</tr>'
