"""The questions that a file leaves open, as a table for people who can answer: Markdown, or CSV that comes back."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from govgraph.answers import COLUMNS, RECORDINGS, about_cell
from govgraph.findings import Aspect, Question, Report
from govgraph.findings.questions import questions
from govgraph.formats.sheets.cells import escape_formula
from govgraph.language import plural
from govgraph.model.scalars import plain_name
from govgraph.render import statements
from govgraph.render.markdown import escaped

FORMATS = ("markdown", "csv")
NOTHING_OPEN = "The file leaves no question open that these checks ask."


def render(report: Report, form: str) -> str:
    """The questions in one of the formats, one a row, the heaviest first."""
    return _csv(report) if form == "csv" else _markdown(report)


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    """The cells of each row; those for the answer and its source are empty."""
    for number, question in enumerate(report.questions, 1):
        aspect = question.aspect
        about = about_cell(about_names(report, question))
        who, how = aspect.wording.who_knows, RECORDINGS[aspect].hint
        yield str(number), question.message, about, who, how, "", "", aspect.value


def about_names(report: Report, question: Question) -> Iterator[str]:
    """What a question is about, by its names; with the id where another has the same name, or has it as its id."""
    if question.aspect is Aspect.OTHER:  # it says itself what it is about
        yield from (report.name(body) for finding in question.settles for body in finding.bodies)
        return
    entries = getattr(report.structure, RECORDINGS[question.aspect].section)
    names = Counter(
        name
        for entry in entries.values()
        for name in {plain_name(name) for name in (entry.name, *getattr(entry, "other_names", ()))}
    )
    for key, name in zip(question.about.ids, question.about.names, strict=True):
        plain = plain_name(name)
        is_id_of_another = plain in entries and plain != key
        yield key if names[plain] > 1 or is_id_of_another else name


def _csv(report: Report) -> str:
    """As Excel opens it: with the mark of UTF-8, and no text that it takes for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)  # a comma is not what parts cells in every country
    writer.writerow(COLUMNS)
    writer.writerows([escape_formula(cell) for cell in row] for row in _rows(report))
    return f"\ufeff{text.getvalue()}"


def _markdown(report: Report) -> str:
    lines = [f"## Questions: {escaped(statements.title(report.structure))}", ""]
    rows = [f"| {' | '.join(map(escaped, row))} |" for row in _rows(report)]
    left_out = _left_out(report)
    if not rows:
        return "\n".join([*lines, left_out or NOTHING_OPEN, ""])
    head = [f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    return "\n".join([*lines, *head, *rows, "", *([left_out, ""] if left_out else [])])


def _left_out(report: Report) -> str:
    """A sentence on questions that a waiver, a baseline or a comparison leaves out; empty if there are none."""
    further = questions(finding for finding in report.findings if not finding.counts)
    if not further:
        return ""
    count = plural(len(further), "question")
    return f"This list leaves out what was known before, and what a waiver accepts: {count}."
