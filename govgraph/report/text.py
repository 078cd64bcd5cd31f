"""A report for a person at a screen: grouped by question, names and not ids, evidence under each finding."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from govgraph import words
from govgraph.findings import AsOf, Certainty, Finding, FindingStatus, Report
from govgraph.model.faults import number_of_faults
from govgraph.read import Fault
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


def render(report: Report, *, width: int = 100, style: Style = plain, changes: bool = False) -> str:
    """The whole report as text; with what has changed, statement by statement, where that is wanted."""
    return "\n".join(Page(report, width, style).lines(changes=changes)) + "\n"


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict: a line for each fault."""
    many = words.many(number_of_faults(faults), "fault")
    return "".join(f"{fault}\n" for fault in faults) + f"Could not check: {many}. There is no verdict.\n"


@dataclass
class Page:
    """The parts of a report, line by line."""

    report: Report
    width: int
    style: Style

    def lines(self, *, changes: bool) -> Iterator[str]:
        """The whole report."""
        yield from self._head(changes=changes)
        yield from self._list("Renamed or replaced", list(words.heirs(self.report)))
        if changes:
            told = [row.sentence for row in words.changes(self.report)]
            told += filter(None, [words.minor_changes(self.report)])
            yield from self._list("What has changed", told)
        yield from self._families(self.report.counted)
        yield from self._others()
        if self.report.not_checked:
            yield from self._title("Not checked")
            for codes, why in words.not_checked(self.report):
                yield from self._wrapped("", f"{codes}: {why}")
        yield ""
        if not self.report.counted:
            yield words.nothing_found(self.report)
        yield self.style(words.counts(self.report), "head")

    def _head(self, *, changes: bool) -> Iterator[str]:
        report = self.report
        yield self.style(words.title(report.structure), "head")
        seen = words.VIEWS[report.view]
        if report.only_for:
            yield from self._wrapped("", words.only_for(report))
        yield f"As of {words.day(report.as_of)}{_CHOSEN[report.as_of_is]}, looking at {seen}."
        yield words.size(report)
        if words.settings(report):
            yield from self._wrapped("", words.settings(report))
        if report.against is not None:
            yield from self._wrapped("", words.compared(report))
            in_short = words.changes_in_short(report)
            more = "" if changes or not report.against.changes else " `govgraph diff` lists them."
            yield from self._wrapped("", in_short + more)
            for caveat in words.caveats(report):
                yield from self._wrapped("", caveat)

    def _list(self, title: str, sentences: Sequence[str]) -> Iterator[str]:
        if sentences:
            yield from self._title(title)
            for sentence in sentences:
                yield from self._wrapped("  - ", sentence)

    def _families(self, findings: Sequence[Finding]) -> Iterator[str]:
        for family, question in FAMILIES.items():
            of_family = [one for one in findings if one.code.startswith(family)]
            if of_family:
                yield from self._title(question)
                for number, finding in enumerate(of_family):
                    first_of_rule = all(before.code != finding.code for before in of_family[:number])
                    yield from self._finding(finding, first_of_rule=first_of_rule)

    def _others(self) -> Iterator[str]:
        """What is not counted: waived, known, there before, gone."""
        report = self.report
        yield from self._short("Waived: accepted, and not counted", report.waived)
        known, kept = report.with_status(FindingStatus.BASELINE), report.with_status(FindingStatus.KEPT)
        yield from self._short("Known from the baseline, and not counted", known)
        yield from self._short("There before the change too, and not counted", kept)
        if report.against is not None:
            for why, title in words.GONE.items():
                yield from self._short(title, report.against.gone_because(why))

    def _short(self, title: str, findings: Sequence[Finding]) -> Iterator[str]:
        if not findings:
            return
        yield from self._title(title)
        for finding in findings:
            yield from self._wrapped("  ", f"{words.label(finding)}  {finding.code}  {finding.message}", 6)
            if finding.waiver is not None:
                yield from self._part("Waived by", words.waived(finding.waiver))

    def _title(self, title: str) -> Iterator[str]:
        yield ""
        yield self.style(title, "head")

    def _finding(self, finding: Finding, *, first_of_rule: bool) -> Iterator[str]:
        silent = finding.certainty is Certainty.NOT_STATED
        if silent and not finding.witness and not first_of_rule:
            # The same rule on the same silence: how we know and what to do stand with the first.
            yield from self._message(finding)
            yield from self._where(finding)
            return
        yield ""
        yield from self._message(finding)
        yield from self._evidence(finding)
        yield from self._part("What to do", finding.fix)
        if finding.authority is not None:
            yield from self._part("It rests on", f"{finding.authority}: {finding.authority.address}")
        yield from self._where(finding)

    def _where(self, finding: Finding) -> Iterator[str]:
        where = f"{finding.location}  " if finding.location else ""
        yield self.style(f"      {where}{finding.code} {finding.name}", "quiet")

    def _message(self, finding: Finding) -> Iterator[str]:
        label = words.label(finding)
        first, *others = textwrap.wrap(
            finding.message, self.width - 6, initial_indent=" " * (len(label) - 2), break_on_hyphens=False
        )
        yield f"  {self.style(label, finding.severity)}  {first.lstrip()}"
        yield from (f"      {line}" for line in others)

    def _evidence(self, finding: Finding) -> Iterator[str]:
        for number, step in enumerate(finding.witness):
            yield from self._part("How we know" if not number else "", words.evidence(self.report, step))
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
