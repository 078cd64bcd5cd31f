"""A report as the comment on a pull request: the verdict in a sentence, what is new, what changes, before and after."""

import re
from collections.abc import Iterator, Sequence

from govgraph import language
from govgraph.engine import Run
from govgraph.findings import Certainty, Finding, FindingStatus, Report
from govgraph.model import Place
from govgraph.model.faults import Fault
from govgraph.render import changes, mermaid, statements, verdict

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
_LONGEST_CELL = 600


def render(report: Run) -> str:
    """The whole comment."""
    head = [
        f"## {escaped(statements.title(report.structure), _LONGEST_CELL)}",
        "",
        f"**{escaped(verdict.verdict(report))}**",
        "",
        *_looked_at(report),
    ]
    parts = [
        head,
        _findings("What the change makes worse" if report.against else "What was found", report),
        _changes(report),
        list(_diagrams(report)),
        *(_folded(title, findings) for title, findings in _not_counted(report) if findings),
        _not_checked(report),
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
            text += "_There is no room here for the rest; `govgraph check` tells all of it._\n\n"
            break
        text += addition
    return text + last


def _looked_at(report: Report) -> list[str]:
    seen = f"As of {language.day(report.as_of)}, looking at {statements.VIEWS[report.view]}. {verdict.size(report)}"
    sentences = [seen, verdict.comparison(report), changes.changes_summary(report), *verdict.caveats(report)]
    sentences += [verdict.settings(report), verdict.only_for(report)]
    return [f"{escaped(sentence, _LONGEST_CELL)}  " for sentence in sentences if sentence]


def _findings(title: str, report: Report) -> list[str]:
    findings = report.counted
    if not findings:
        return []
    rows = [_finding(report, finding) for finding in findings[:_MOST_ROWS]]
    return [f"### {title}", "", "| Weight | Finding | What to do |", "|---|---|---|", *rows, *_more(len(findings))]


def _finding(report: Report, finding: Finding) -> str:
    weight = finding.severity.value.capitalize()
    weight = f"**{weight}**" if report.is_red(finding) else weight
    silent = "<br>not stated" if finding.certainty is Certainty.NOT_STATED else ""
    where = _where(finding.location) if finding.location else ""
    rests = f"<br><sub>Rests on {_cell(str(finding.authority))}</sub>" if finding.authority else ""
    about = f"<br><sub>{finding.code} {finding.name} {escaped(where, _LONGEST_CELL)}</sub>"
    return f"| {weight}{silent} | {_cell(finding.message)}{about} | {_cell(finding.fix)}{rests} |"


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
        lines += _more(len(rows))
    minor = changes.minor_changes_sentence(report)
    lines += ["", minor] if minor else []
    return ["### What changes", "", *lines] if lines else []


def _more(number: int) -> list[str]:
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
    return [head, "", *lines, *_more(len(findings)), "", "</details>"]


def _not_checked(report: Report) -> list[str]:
    lines = [f"- {codes}: {_cell(why)}" for codes, why in verdict.not_checked(report)]
    return ["**Not checked**", "", *lines] if lines else []
