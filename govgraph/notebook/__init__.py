"""How structures, reports, answers and drawings are shown in a notebook: a picture and words, tables in words."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date
from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING, Any

from govgraph.diagram.drawing import Drawing
from govgraph.diagram.frames import Frames, Moment
from govgraph.engine import Run
from govgraph.findings import Item, Question, Report
from govgraph.graph import GovernanceGraph, Trace
from govgraph.language import day, plural
from govgraph.model import Structure
from govgraph.render import changes, statements, verdict
from govgraph.render import text as text_report
from govgraph.render.headline import headline, problems_and_questions
from govgraph.render.measures import Measures, MeasureTable, cell_text
from govgraph.render.participation import ParticipationTable
from govgraph.render.statements import VIEWS
from govgraph.render.trace import TraceText, trace_texts

if TYPE_CHECKING:
    import pandas as pd

MAX_ROWS = 200
"""More rows are not shown in a notebook, but counted."""
_LEFT = ' style="text-align: left"'


MAX_BODIES = 150
"""More are not drawn in a notebook, where nobody could read them."""
_MAX_FINDINGS = 100


@singledispatch
def html(shown: object) -> str:
    """HTML for an output cell. Raises TypeError for what has none."""
    raise TypeError(f"govgraph has no HTML for {type(shown).__name__}.")


@singledispatch
def text(shown: object) -> str:
    """Plain text for `print`. Raises TypeError for what has none."""
    raise TypeError(f"govgraph has no text for {type(shown).__name__}.")


@text.register(Report)
def _text(report: Report) -> str:
    """The report as it is shown at a screen, without the last end of a line, which `print` adds."""
    return text_report.render(report, commands=False).rstrip("\n")


def frame(shown: object, *args: Any, **options: Any) -> "pd.DataFrame":
    """A table of pandas. Raises TypeError for what has none."""
    from govgraph.notebook import tables  # only where a table is asked for

    return tables.frame(shown, *args, **options)


@html.register(Trace)
def _trace(trace: Trace) -> str:
    """Everything about one body, part by part."""
    graph = trace.graph
    head = f"As at {day(graph.as_of)}: {VIEWS[graph.view]}."
    parts = "".join(_part(part) for part in trace_texts(trace))
    return f"<p><strong>{escape(graph.name(trace.body))}</strong></p><p>{escape(head)}</p>{parts}"


def _part(part: TraceText) -> str:
    items = "".join(f'<li style="margin-left: {2 * depth}em">{escape(text)}</li>' for depth, text in part.sentences)
    return f"<p><strong>{escape(part.title)}</strong></p><ul>{items}</ul>"


@html.register(ParticipationTable)
def _participation(table: ParticipationTable) -> str:
    """Who takes part where: a row for each body, a column for each group of people."""
    graph, groups = table.graph, table.constituencies
    if not table.bodies:
        return f"<p>No governance body is in place on {escape(day(graph.as_of))}.</p>"
    if not groups:
        return "<p>No group of people is named that should be heard.</p>"
    rows = (
        (graph.name(body), table.level(body), *(table.row(body, group).part.words for group in groups))
        for body in table.bodies[:MAX_ROWS]
    )
    header = ("Body", "Level", *(graph.structure.constituencies[group].name for group in groups))
    caption = f"{table.caption}: {VIEWS[graph.view]}"
    return _table(caption, header, rows) + _rest(len(table.bodies) - MAX_ROWS, " bodies")


@html.register(Measures)
def _measures(measures: Measures) -> str:
    """Tables of numbers, each with how to read it."""
    return "".join(_measure_table(table) for table in measures.tables) or "<p>There is nothing to count.</p>"


def _measure_table(table: MeasureTable) -> str:
    rows = ((str(name), *map(cell_text, cells)) for name, *cells in table.rows[:MAX_ROWS])
    html_table = _table(table.title, [name.capitalize() for name in table.header], rows)
    return f"{html_table}{_rest(len(table.rows) - MAX_ROWS, ' rows')}<p>{escape(table.about)}</p>"


def _table(caption: str, header: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in which the first cell of each row is its head."""
    head = "".join(f'<th scope="col"{_LEFT}>{escape(name)}</th>' for name in header)
    body = "".join(f'<tr><th scope="row"{_LEFT}>{escape(name)}</th>{_cells(cells)}</tr>' for name, *cells in rows)
    caption = f"<caption{_LEFT}>{escape(caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(texts: Iterable[str]) -> str:
    return "".join(f"<td{_LEFT}>{escape(text)}</td>" for text in texts)


def _rest(count: int, noun: str = "") -> str:
    """How many rows are not shown, if any."""
    return f"<p>and {count:,} more{noun}</p>" if count > 0 else ""


@html.register(Structure)
def _structure(structure: Structure) -> str:
    """What a structure states, as a picture and in numbers; no rule is asked."""
    graph = GovernanceGraph(structure, structure.as_of or date.today(), structure.default_view)
    bodies = plural(len(graph.bodies), "body", "bodies")
    numbers = f"{bodies} and {plural(len(graph.ties), 'relation')}, as at {day(graph.as_of)}."
    head = f"<p><strong>{escape(statements.title(structure))}</strong>: {escape(numbers)}</p>"
    return head + _picture_of(Moment(day=graph.as_of, after=graph))


@html.register(Run)
def _report(run: Run) -> str:
    """What matters most, the facts, the questions, the picture with its marks, and last how it was checked."""
    return "".join(
        (
            f"<p>{escape(statements.title(run.structure))}</p>",
            f"<p><strong>{escape(headline(run))}</strong></p>",
            f"<p>{escape(problems_and_questions(run))}</p>",
            _facts(verdict.facts_title(run), run.facts),
            _questions(run.questions),
            _picture_of(Moment.of(run)),
            _how_checked(run),
        )
    )


def _facts(title: str, facts: Sequence[Item]) -> str:
    """A row for each fact; the first cell of a row is its head."""
    if not facts:
        return ""
    header = ("Weight", "What is wrong", "What to do", "Rule")
    rows = (
        (verdict.label(item.first).capitalize(), item.message, item.fix, item.first.code)
        for item in facts[:_MAX_FINDINGS]
    )
    return _table(title, header, rows) + _rest(len(facts) - _MAX_FINDINGS)


def _questions(questions: Sequence[Question]) -> str:
    if not questions:
        return ""
    items = "".join(f"<li>{escape(question.message)}</li>" for question in questions[:_MAX_FINDINGS])
    rest = _rest(len(questions) - _MAX_FINDINGS)
    return f"<p><strong>What the file does not say</strong></p><ol>{items}</ol>{rest}"


def _how_checked(run: Run) -> str:
    lines = [run.silence, verdict.looked_at(run), verdict.only_for(run), verdict.settings(run), verdict.rules(run)]
    lines += [verdict.comparison(run), changes.changes_summary(run), *verdict.caveats(run, commands=False)]
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return f"<p><strong>How it was checked</strong></p>{paragraphs}"


def _picture_of(moment: Moment) -> str:
    bodies = moment.after.bodies
    if not bodies or len(bodies) > MAX_BODIES:
        many = plural(len(bodies), "body is", "bodies are")
        return f"<p>{many} in place then: `govgraph.draw(...)` draws a page of them.</p>" if bodies else ""
    try:
        return _picture(Drawing(Frames([moment])))
    except ModuleNotFoundError as error:
        return f"<p>The picture needs {escape(str(error.name))}: <code>pip install 'govgraph[draw]'</code>.</p>"


@html.register(Drawing)
def _picture(drawing: Drawing) -> str:
    """The picture of a drawing, with its text alternative."""
    from govgraph.diagram.picture import text_alternative  # needs the extra `draw`

    data = b64encode(drawing.svg().encode()).decode()
    text = escape(text_alternative(drawing.view))
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{text}" style="max-width: 100%; background: #fff">'
