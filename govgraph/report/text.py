"""A report for a person at a screen: grouped by question, names and not ids, evidence under each finding."""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from govgraph.findings import AsOf, Certainty, Finding, Report, Severity
from govgraph.report import words
from govgraph.rules import FAMILIES

Style = Callable[[str, str], str]
"""Colours a text by a role: `error`, `warning`, `note`, `head`, `quiet`."""

_CHOSEN = {
    AsOf.ASKED: "",
    AsOf.FILE: " (the date that the file states)",
    AsOf.TODAY: " (today, because the file states no as_of date)",
}


def plain(text: str, role: str) -> str:  # noqa: ARG001
    """No colour."""
    return text


def render(report: Report, *, width: int = 100, style: Style = plain) -> str:
    """The whole report as text."""
    return "\n".join(_Page(report, width, style).lines()) + "\n"


def counts(report: Report) -> str:
    """The last line: how many findings of each weight, how many rest on silence, how many rules were not asked."""
    summary = report.summary()
    found = [f"{summary[one.value]} {one.value}{'' if summary[one.value] == 1 else 's'}" for one in Severity]
    silent = summary["not_stated"]
    of_them = "none of them" if not silent else f"{silent} of them"
    missed = len(report.not_checked)
    rules = f"{report.asked} rules asked" if report.asked != 1 else "1 rule asked"
    if missed:
        rules += f", {missed} not checked"
    if report.left_out:
        rules += f", {report.left_out} left out as you chose"
    return f"{found[0]}, {found[1]} and {found[2]}; {of_them} not stated in the file; {rules}."


@dataclass
class _Page:
    report: Report
    width: int
    style: Style

    def lines(self) -> Iterator[str]:
        yield from self._head()
        for family, question in FAMILIES.items():
            findings = [one for one in self.report.findings if one.code.startswith(family)]
            if findings:
                yield ""
                yield self.style(question, "head")
                for number, finding in enumerate(findings):
                    first_of_rule = all(before.code != finding.code for before in findings[:number])
                    yield from self._finding(finding, first_of_rule=first_of_rule)
        if self.report.not_checked:
            yield ""
            yield self.style("Not checked", "head")
            for one in self.report.not_checked:
                yield from self._wrapped(f"{one.code}  ", one.why)
        yield ""
        if not self.report.findings:
            yield "Nothing was found by the rules that were asked."
        yield self.style(counts(self.report), "head")

    def _head(self) -> Iterator[str]:
        report = self.report
        yield self.style(report.structure.title or "A governance structure without a title", "head")
        seen = words.VIEWS[report.view]
        if report.only_for:
            people = [report.structure.constituencies[one].name for one in report.only_for]
            yield f"Asked only about these groups of people: {', '.join(people)}."
        yield f"As of {words.day(report.as_of)}{_CHOSEN[report.as_of_is]}, looking at {seen}."
        yield f"{_many(report.bodies, 'body', 'bodies')}, {_many(report.relations, 'relation', 'relations')}, " + (
            f"{_many(report.seats, 'seat', 'seats')}."
        )

    def _finding(self, finding: Finding, *, first_of_rule: bool) -> Iterator[str]:
        silent = finding.certainty is Certainty.NOT_STATED
        label = f"{finding.severity.value.upper()}{', not stated' if silent else ''}"
        if silent and not finding.witness and not first_of_rule:
            # The same rule on the same silence: how we know and what to do stand with the first.
            yield from self._message(finding, label)
            yield from self._where(finding)
            return
        yield ""
        yield from self._message(finding, label)
        yield from self._evidence(finding)
        yield from self._part("What to do", finding.fix)
        yield from self._where(finding)

    def _where(self, finding: Finding) -> Iterator[str]:
        where = f"{':'.join(map(str, finding.location))}  " if finding.location else ""
        yield self.style(f"      {where}{finding.code} {finding.name}", "quiet")

    def _message(self, finding: Finding, label: str) -> Iterator[str]:
        first, *others = textwrap.wrap(
            finding.message, self.width - 6, initial_indent=" " * (len(label) - 2), break_on_hyphens=False
        )
        yield f"  {self.style(label, finding.severity)}  {first.lstrip()}"
        yield from (f"      {line}" for line in others)

    def _evidence(self, finding: Finding) -> Iterator[str]:
        for number, step in enumerate(finding.witness):
            yield from self._part("How we know" if not number else "", words.step(self.report.structure, step))
        if not finding.witness and finding.certainty is Certainty.NOT_STATED:
            yield from self._part("How we know", "The file is silent here: that is not a statement that it is so.")
        if finding.witness_count > len(finding.witness):
            yield from self._part("", f"and {finding.witness_count - len(finding.witness):,} more steps")

    def _part(self, title: str, text: str) -> Iterator[str]:
        head = f"{title}:" if title else ""
        yield from self._wrapped(f"      {self.style(head, 'quiet')}{' ' * (13 - len(head))}", text, 19)

    def _wrapped(self, lead: str, text: str, indent: int | None = None) -> Iterator[str]:
        margin = len(lead) if indent is None else indent
        first, *others = textwrap.wrap(text, self.width - margin, break_on_hyphens=False) or [""]
        yield lead + first
        yield from (" " * margin + line for line in others)


def _many(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
