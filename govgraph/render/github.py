"""Findings as GitHub workflow commands: annotations for what counts, plain lines for the rest of the log.

A structure is text from somebody else, and GitHub runs what it finds in a log: a line that begins with `::`, and in
its older form `##[` anywhere in a line. So each line here begins with words of ours, and nothing keeps those signs.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph import language
from govgraph.findings import FindingStatus, Report, Severity
from govgraph.model import Place
from govgraph.model.change import FileChange
from govgraph.model.faults import Fault
from govgraph.render import verdict
from govgraph.render.headline import headline
from govgraph.render.servers import advice, one_line, server_path

SHOWN = 10
"""How many annotations of a kind GitHub shows of one step. It drops the others without a word."""

_DECISIONS = 3

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# `##[` as GitHub compares it: signs without a width may stand between. So a space goes before each `[` that follows
# a `#`, or anything that is neither a letter, a digit, a space nor a sign of ASCII.
_OLD_COMMAND = re.compile(r'(?<=[^\w\s!"$-~])\[')
_NOT_COUNTED = (
    (FindingStatus.BASELINE, "known from the baseline"),
    (FindingStatus.KEPT, "there before the change too"),
)


def render(report: Report) -> str:
    """Annotations, worst first and no more than GitHub shows; then all else; the headline and the counts come last."""
    shown: list[_Note] = []
    hidden: list[_Note] = []
    decided = verdict.decisions_of(report)[:_DECISIONS]  # the rest stand among the lines below
    kinds: Counter[Severity] = Counter({Severity.WARNING: len(decided)})
    for note in _notes(report):
        kinds[note.severity] += 1
        (shown if kinds[note.severity] <= SHOWN else hidden).append(note)
    lines = []
    for changed, sentence in decided:
        place = None if changed.how is FileChange.GONE else Place(changed.path, 1, 1)
        lines.append(_command("warning", place, "Settings changed", sentence))
    lines += [_command(_KINDS[note.severity], note.place, note.title, *note.lines) for note in shown]
    if hidden:
        have = language.plural(len(hidden), "more finding has", "more findings have")
        lines.append(
            f"{have} no annotation, because GitHub shows {SHOWN} of a kind; the step summary holds all of them:"
        )
    lines += [_item(f"{note.severity.upper()}: {note.title}: {' '.join(note.lines)}", note.place) for note in hidden]
    lines += _not_counted(report)
    run = (verdict.comparison(report), *verdict.caveats(report), verdict.settings(report), verdict.only_for(report))
    lines += [_item(sentence) for sentence in run if sentence]
    return _joined([*lines, _line(f"In short: {headline(report)}"), _line(verdict.counts(report))])


class _Note(NamedTuple):
    """What an annotation, or a line of the log, says."""

    severity: Severity
    place: Place | None
    title: str
    lines: tuple[str, ...]


def _notes(report: Report) -> Iterator[_Note]:
    """Each fact where it stands, then each question at the first of its places."""
    for item in report.facts:
        for finding in item.findings:
            lines = (finding.message, advice(finding))
            yield _Note(finding.severity, finding.location, f"{finding.code} {finding.name}", lines)
    for question in report.questions:
        place = next(iter(question.places), None)
        yield _Note(question.severity, place, "Question", (question.message,))


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict: an error for each fault."""
    return _joined([_command("error", fault, "Could not check", fault.message) for fault in map(server_path, faults)])


def _not_counted(report: Report) -> Iterator[str]:
    """What is waived, each with who accepts it and why; how much was known, was there before, or is gone."""
    for finding in report.waived:
        if finding.waiver is not None:
            accepted = f"Accepted by {verdict.acceptance(finding.waiver)}"
            yield _item(f"Waived: {finding.code} {finding.name}: {finding.message} {accepted}", finding.location)
    groups = [(what, report.with_status(status)) for status, what in _NOT_COUNTED]
    groups += [(f"{title[0].lower()}{title[1:]}", findings) for title, findings in verdict.gone_by_reason(report)]
    counts = [f"{len(findings):,} {what}" for what, findings in groups if findings]
    if counts:
        yield _item(f"Not counted: {'; '.join(counts)}.")


def _command(kind: str, place: Place | Fault | None, title: str, *message: str) -> str:
    path, line, column = place[:3] if place is not None else (None, None, None)
    properties = {"file": path, "line": line, "col": column, "title": title}
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{kind} {written}::{_data(chr(10).join(map(_line, message)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # A path is kept as it is, double spaces and all; but no sign may end the line that a reader less careful sees.
    return " ".join(_data(_unmarked(text)).splitlines()).replace(":", "%3A").replace(",", "%2C")


def _item(text: str, place: Place | None = None) -> str:
    where = f" ({':'.join(map(str, place))})" if place is not None else ""
    return f"- {_line(text + where)}"


def _line(text: str) -> str:
    return _unmarked(one_line(text))


def _unmarked(text: str) -> str:
    return _OLD_COMMAND.sub(" [", text)


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
