"""Findings as GitHub workflow commands: annotations for what counts, plain lines for the rest of the log.

A structure is text from somebody else, and GitHub runs what it finds in a log: a line that begins with `::`, and in
its older form `##[` anywhere in a line. So each line here begins with words of ours, and nothing keeps those signs.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from govgraph import words
from govgraph.findings import Finding, FindingStatus, Report, Severity
from govgraph.model import Place
from govgraph.model.decisions import DecisionChange, FileChange
from govgraph.read import Fault
from govgraph.report.for_servers import as_servers_know_it
from govgraph.report.plain_line import advice, one_line

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
    """Annotations, worst first and no more than GitHub shows; then all else; the verdict and the counts come last."""
    shown: list[Finding] = []
    more: list[Finding] = []
    decided = words.decisions_of(report)[:_DECISIONS]  # the rest stand among the lines below
    kinds: Counter[Severity] = Counter({Severity.WARNING: len(decided)})
    for finding in report.counted:
        kinds[finding.severity] += 1
        (shown if kinds[finding.severity] <= SHOWN else more).append(finding)
    lines = [_settings_changed(changed, sentence) for changed, sentence in decided]
    lines += [_annotation(finding) for finding in shown]
    if more:
        are = f"{words.many(len(more), 'more finding')} {'has' if len(more) == 1 else 'have'} no annotation"
        lines.append(f"{are}, because GitHub shows {SHOWN} of a kind; the step summary holds all of them:")
        lines += [_item(f"{words.label(finding)}: {_told(finding)}", finding.location) for finding in more]
    lines += _not_counted(report)
    lines += [_item(f"Not checked: {codes}: {why}") for codes, why in words.not_checked(report)]
    told = [words.compared(report), *words.caveats(report), words.settings(report), words.only_for(report)]
    lines += [_item(one) for one in told if one]
    return _joined([*lines, _line(words.verdict(report)), _line(words.counts(report))])


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict: an error for each fault."""
    return _joined(
        [_command("error", fault, "Could not check", fault.message) for fault in map(as_servers_know_it, faults)]
    )


def _not_counted(report: Report) -> Iterator[str]:
    """What is waived, each with who accepts it and why; how much was known, was there before, or is gone."""
    for finding in report.waived:
        if finding.waiver is not None:
            accepted = f"Accepted by {words.waived(finding.waiver)}"
            yield _item(f"Waived: {finding.code} {finding.name}: {finding.message} {accepted}", finding.location)
    counts = [(len(report.with_status(status)), what) for status, what in _NOT_COUNTED]
    if report.against is not None:
        counts += [
            (len(report.against.gone_because(why)), f"{what[0].lower()}{what[1:]}") for why, what in words.GONE.items()
        ]
    told = [f"{many:,} {what}" for many, what in counts if many]
    if told:
        yield _item(f"Not counted: {'; '.join(told)}.")


def _told(finding: Finding) -> str:
    return f"{finding.code} {finding.name}: {finding.message} {advice(finding)}"


def _settings_changed(changed: DecisionChange, sentence: str) -> str:
    place = None if changed.how is FileChange.GONE else Place(changed.path, 1, 1)
    return _command("warning", place, "Settings changed", sentence)


def _annotation(finding: Finding) -> str:
    title = f"{finding.code} {finding.name}"
    return _command(_KINDS[finding.severity], finding.location, title, finding.message, advice(finding))


def _command(kind: str, place: Place | Fault | None, title: str, *message: str) -> str:
    path, line, column = place[:3] if place is not None else (None, None, None)
    properties = {"file": path, "line": line, "col": column, "title": title}
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{kind} {told}::{_data(chr(10).join(map(_line, message)))}"


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
