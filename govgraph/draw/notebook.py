"""How a structure, a report and a drawing show themselves in a notebook: a picture and words, in one output.

The picture is an image inside the output: it needs no file beside the notebook, nothing on the page can reach it and
it reaches nothing, and it outlives `nbconvert`.
"""

from base64 import b64encode
from datetime import date
from html import escape

from govgraph import words
from govgraph.draw.drawing import Drawing
from govgraph.draw.frames import Frames, Moment, moment_of
from govgraph.findings import Finding, Report
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure

MOST_BODIES = 150
"""More are not drawn in a notebook, where nobody could read them."""
_MOST_ROWS = 100


def drawing(shown: Drawing) -> str:
    """The picture of a drawing."""
    return _picture(shown)


def structure(shown: Structure) -> str:
    """What a structure states, as a picture and in numbers; no rule is asked."""
    day = shown.as_of or date.today()
    graph = GovernanceGraph(shown, day, shown.looked_at)
    bodies = words.many(len(graph.bodies), "body", "bodies")
    told = f"{bodies} and {words.many(len(graph.ties), 'relation')}, as of {words.day(graph.as_of)}."
    title = words.title(shown)
    return f"<p><strong>{escape(title)}</strong>: {escape(told)}</p>{_drawn(Moment(day=graph.as_of, after=graph))}"


def report(shown: Report) -> str:
    """The verdict, every finding that counts, and the picture with its marks."""
    told = [words.verdict(shown), f"As of {words.day(shown.as_of)}, looking at {words.VIEWS[shown.view]}."]
    told += filter(None, [words.compared(shown), words.changes_in_short(shown), *words.caveats(shown)])
    title = words.title(shown.structure)
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in told)
    head = f"<p><strong>{escape(title)}</strong></p>{paragraphs}"
    return f"{head}{_table(shown)}<p>{escape(words.counts(shown))}</p>{_drawn(moment_of(shown))}"


def _table(shown: Report) -> str:
    if not shown.counted:
        return ""
    head = "<tr><th>Weight</th><th>What was found</th><th>What to do</th><th>Rule</th></tr>"
    rows = "".join(_row(finding) for finding in shown.counted[:_MOST_ROWS])
    more = len(shown.counted) - _MOST_ROWS
    return f"<table>{head}{rows}</table>" + (f"<p>and {more:,} more</p>" if more > 0 else "")


def _row(finding: Finding) -> str:
    cells = (words.label(finding).capitalize(), finding.message, finding.fix, finding.code)
    told = "".join(f'<td style="text-align: left">{escape(cell)}</td>' for cell in cells)
    return f"<tr>{told}</tr>"


def _drawn(moment: Moment) -> str:
    bodies = moment.after.bodies
    if not bodies or len(bodies) > MOST_BODIES:
        many = words.many(len(bodies), "body is", "bodies are")
        return f"<p>{many} in force then: `govgraph.draw(...)` draws a page of them.</p>" if bodies else ""
    try:
        return _picture(Drawing(Frames([moment])))
    except ModuleNotFoundError as error:
        return f"<p>The picture needs {escape(str(error.name))}: <code>pip install 'govgraph[draw]'</code>.</p>"


def _picture(shown: Drawing) -> str:
    from govgraph.draw.picture import alternative  # noqa: PLC0415 - needs the extra `draw`

    data = b64encode(shown.svg().encode()).decode()
    told = escape(alternative(shown.view))
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{told}" style="max-width: 100%; background: #fff">'
