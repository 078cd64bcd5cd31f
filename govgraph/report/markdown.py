"""A report as the comment on a pull request: the verdict in a sentence, what is new, what changes, before and after."""

from collections.abc import Iterator, Sequence

from govgraph import words
from govgraph.draw import mermaid
from govgraph.findings import Certainty, Finding, FindingStatus, Report
from govgraph.graph import GovernanceGraph
from govgraph.model import Place
from govgraph.read import Fault
from govgraph.report.markdown_text import escaped

MOST_CHARACTERS = 60_000
"""A comment on GitHub holds 65,536 characters; what has no room is left out, and that is said."""
_MOST_ROWS = 100
_LONGEST_CELL = 600


def render(report: Report) -> str:
    """The whole comment."""
    head = [
        f"## {escaped(words.title(report.structure), _LONGEST_CELL)}",
        "",
        f"**{escaped(words.verdict(report))}**",
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
    return _within(parts, f"_{escaped(words.counts(report))}_\n")


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict."""
    told = [f"- {escaped(str(fault), _LONGEST_CELL)}" for fault in faults]
    lines = ["## govgraph could not check", "", "**There is no verdict.**", "", *told]
    return "\n".join(lines) + "\n"


def _within(parts: list[list[str]], last: str) -> str:
    """The parts as far as a server takes them, and the last line in any case."""
    text = ""
    for part in filter(None, parts):
        more = "\n".join(part) + "\n\n"
        if len(text) + len(more) > MOST_CHARACTERS:
            text += "_There is no room here for the rest; `govgraph check` tells all of it._\n\n"
            break
        text += more
    return text + last


def _looked_at(report: Report) -> list[str]:
    seen = f"As of {words.day(report.as_of)}, looking at {words.VIEWS[report.view]}. {words.size(report)}"
    told = [seen, words.compared(report), words.changes_in_short(report), *words.caveats(report)]
    told += [words.settings(report), words.only_for(report)]
    return [f"{escaped(one, _LONGEST_CELL)}  " for one in told if one]


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
    rows = list(words.changes(report))
    lines = [f"- {_cell(sentence)}" for sentence in words.heirs(report)]
    if rows:
        lines += ["", "| Where | | What |", "|---|---|---|"]
        lines += [f"| {_cell(row.subject)} | {row.kind.value} | {_cell(row.what)} |" for row in rows[:_MOST_ROWS]]
        lines += _more(len(rows))
    minor = words.minor_changes(report)
    lines += ["", minor] if minor else []
    return ["### What changes", "", *lines] if lines else []


def _more(number: int) -> list[str]:
    return ["", f"_and {number - _MOST_ROWS:,} more_"] if number > _MOST_ROWS else []


def _diagrams(report: Report) -> Iterator[str]:
    """The bodies that change and their neighbours, before and after."""
    against = report.against
    if against is None or against.structure is None or against.as_of is None:
        return
    touched = {change.body for change in against.changes if change.body}
    before = GovernanceGraph(against.structure, against.as_of, report.view)
    after = GovernanceGraph(report.structure, report.as_of, report.view)
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
    if report.against is not None:
        for why, title in words.GONE.items():
            yield title, report.against.gone_because(why)
        yield "There before the change too", report.with_status(FindingStatus.KEPT)


def _folded(title: str, findings: Sequence[Finding]) -> list[str]:
    lines = []
    for finding in findings[:_MOST_ROWS]:
        waived = f" Waived by {words.waived(finding.waiver)}" if finding.waiver else ""
        lines.append(f"- {words.label(finding)} {finding.code}: {_cell(finding.message + waived)}")
    head = f"<details><summary>{title}: {words.many(len(findings), 'finding')}, not counted</summary>"
    return [head, "", *lines, *_more(len(findings)), "", "</details>"]


def _not_checked(report: Report) -> list[str]:
    lines = [f"- {codes}: {_cell(why)}" for codes, why in words.not_checked(report)]
    return ["**Not checked**", "", *lines] if lines else []
