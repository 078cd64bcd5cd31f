"""A report as the comment on a pull request: what matters, what is new, what is open, what changes, and how we know."""

import re
from collections.abc import Iterator, Sequence

from govgraph import language
from govgraph.engine import Run
from govgraph.findings import Finding, FindingStatus, Item, Report
from govgraph.model import Place
from govgraph.model.faults import Fault
from govgraph.render import changes, mermaid, statements, verdict
from govgraph.render.headline import headline

# What means something in the middle of a line: in Markdown, HTML and formulas; emoji; addresses that become links.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$@#]|:(?=//|[\w+-]+:)|(?<=\bwww)\.|(?<=\bGH)-(?=\d)|!(?=\d)", re.IGNORECASE)
# People and issues are looked for once the entities are read: an unseen space behind the sign parts the call.
_CALLS = "@#-!"


def escaped(text: str, most: int | None = None) -> str:
    """One line of Markdown that shows the text; of one longer than `most` characters, its beginning."""
    line = " ".join(text.split())
    if most is not None and len(line) > most:
        line = f"{line[: most - 1]}…"
    return _SPECIAL.sub(_entity, line)


def _entity(match: "re.Match[str]") -> str:
    sign = match.group()
    return f"&#{ord(sign)};{'&#8203;' if sign in _CALLS else ''}"


MOST_CHARACTERS = 60_000
"""A comment on GitHub holds 65,536 characters; what has no room is left out, and that is said."""
_MOST_ROWS = 100
_LONGEST_CELL = 1_000
_MOST_PLACES = 5


def render(report: Run, *, everything: bool = False) -> str:
    """The whole comment; with everything, each finding for itself and each rule that was not asked."""
    head = [
        f"## {escaped(statements.title(report.structure), _LONGEST_CELL)}",
        "",
        f"**{escaped(headline(report), _LONGEST_CELL)}**",
    ]
    parts = [
        head,
        _facts(report, everything=everything),
        _questions(report),
        _changes(report),
        list(_diagrams(report)),
        *(_folded(title, findings) for title, findings in _not_counted(report) if findings),
        ["**How it was checked**", "", *_looked_at(report), *(_not_checked(report) if everything else ())],
    ]
    return _within(parts, f"_{escaped(verdict.counts(report))}_\n")


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict."""
    items = [f"- {escaped(str(fault), _LONGEST_CELL)}" for fault in faults]
    lines = ["## govgraph could not check", "", "**There is no verdict.**", "", *items]
    return "\n".join(lines) + "\n"


def _within(parts: list[list[str]], last: str) -> str:
    """The parts as far as a server takes them, and the last line in any case."""
    text = ""
    for part in filter(None, parts):
        addition = "\n".join(part) + "\n\n"
        if len(text) + len(addition) > MOST_CHARACTERS:
            text += "_There is no room here for the rest; `govgraph check --all` shows all of it._\n\n"
            break
        text += addition
    return text + last


def _looked_at(report: Report) -> list[str]:
    sentences = [verdict.comparison(report), changes.changes_summary(report), *verdict.caveats(report)]
    sentences += [verdict.looked_at(report), verdict.settings(report), verdict.only_for(report)]
    return [f"{escaped(sentence, _LONGEST_CELL)}  " for sentence in sentences if sentence]


def _facts(report: Report, *, everything: bool) -> list[str]:
    title, items = verdict.facts_title(report), report.facts
    if everything:
        title, items = "Every finding", tuple(map(Item.of, report.counted))
    if not items:
        return []
    rows = [_item(report, item) for item in items[:_MOST_ROWS]]
    return [
        f"### {title}",
        "",
        "| Weight | What is wrong | What to do |",
        "|---|---|---|",
        *rows,
        *_omitted(len(items)),
    ]


def _item(report: Report, item: Item) -> str:
    first = item.first
    weight = first.severity.value.capitalize()
    weight = f"**{weight}**" if any(map(report.is_red, item.findings)) else weight
    places = dict.fromkeys(_where(finding.location) for finding in item.findings if finding.location)
    where = language.listed(list(places), most=_MOST_PLACES)
    rests = f"<br><sub>Based on {_cell(str(first.authority))}</sub>" if first.authority else ""
    about = f"<br><sub>{first.code} {first.name} {escaped(where, _LONGEST_CELL)}</sub>"
    return f"| {weight} | {_cell(item.message)}{about} | {_cell(item.fix)}{rests} |"


def _questions(report: Report) -> list[str]:
    asked = report.questions
    texts = (" ".join((question.message, *question.hints)) for question in asked[:_MOST_ROWS])
    lines = [f"{number}. {_cell(text)}" for number, text in enumerate(texts, 1)]
    return ["### What the file does not say", "", *lines, *_omitted(len(asked))] if lines else []


def _where(place: Place) -> str:
    """File and line, or file and cell: columns of a text are of no use in a comment."""
    return str(place) if place.sheet else f"{place.path}:{place.line}"


def _cell(text: str) -> str:
    return escaped(text, _LONGEST_CELL)


def _changes(report: Report) -> list[str]:
    rows = list(changes.change_rows(report))
    lines = [f"- {_cell(sentence)}" for sentence in changes.successors(report)]
    if rows:
        lines += ["", "| Where | | What |", "|---|---|---|"]
        lines += [f"| {_cell(row.subject)} | {row.kind.value} | {_cell(row.what)} |" for row in rows[:_MOST_ROWS]]
        lines += _omitted(len(rows))
    minor = changes.minor_changes_sentence(report)
    lines += ["", minor] if minor else []
    return ["### What changes", "", *lines] if lines else []


def _omitted(number: int) -> list[str]:
    return ["", f"_and {number - _MOST_ROWS:,} more_"] if number > _MOST_ROWS else []


def _diagrams(run: Run) -> Iterator[str]:
    """The bodies that change and their neighbours, before and after."""
    if run.against is None or run.before is None:
        return
    touched = {change.body for change in run.against.changes if change.body}
    before, after = run.before.graph, run.graph
    for title, graph, other, alone in (("Before", before, after, mermaid.GONE), ("After", after, before, mermaid.NEW)):
        marks = {body: mermaid.CHANGED if body in other.bodies else alone for body in touched}
        drawn = mermaid.draw(graph, mermaid.neighbourhood(graph, touched), marks)
        if drawn is not None:
            yield from (
                f"**{title}**: the bodies that change, and their neighbours.",
                "",
                "```mermaid",
                drawn,
                "```",
                "",
            )


def _not_counted(report: Report) -> Iterator[tuple[str, Sequence[Finding]]]:
    yield "Waived", report.waived
    yield "Known from the baseline", report.with_status(FindingStatus.BASELINE)
    yield from verdict.gone_by_reason(report)
    yield "There before the change too", report.with_status(FindingStatus.KEPT)


def _folded(title: str, findings: Sequence[Finding]) -> list[str]:
    lines = []
    for finding in findings[:_MOST_ROWS]:
        waived = f" Waived by {verdict.acceptance(finding.waiver)}" if finding.waiver else ""
        lines.append(f"- {verdict.label(finding)} {finding.code}: {_cell(finding.message + waived)}")
    head = f"<details><summary>{title}: {language.plural(len(findings), 'finding')}, not counted</summary>"
    return [head, "", *lines, *_omitted(len(findings)), "", "</details>"]


def _not_checked(report: Report) -> list[str]:
    lines = [f"- {codes}: {_cell(why)}" for codes, why in verdict.not_checked(report)]
    return ["", "Not checked:", "", *lines] if lines else []
