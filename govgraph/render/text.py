"""A report for a person at a screen: grouped by question, names and not ids, evidence under each finding."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from govgraph import language
from govgraph.engine import FAMILIES, family_of
from govgraph.findings import AsOf, Certainty, Finding, FindingStatus, Report
from govgraph.model.faults import Fault, count_faults
from govgraph.render import changes, statements, verdict

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


def render(report: Report, *, width: int = 100, style: Style = plain, every_change: bool = False) -> str:
    """The whole report as text; with what has changed, statement by statement, where that is wanted."""
    return "\n".join(Page(report, width, style).lines(every_change=every_change)) + "\n"


def render_faults(faults: Sequence[Fault]) -> str:
    """What kept the run from a verdict: a line for each fault."""
    number = language.plural(count_faults(faults), "fault")
    return "".join(f"{fault}\n" for fault in faults) + f"Could not check: {number}. There is no verdict.\n"


@dataclass
class Page:
    """The parts of a report, line by line."""

    report: Report
    width: int
    style: Style

    def lines(self, *, every_change: bool) -> Iterator[str]:
        """The whole report."""
        yield from self._head(every_change=every_change)
        yield from self._list("Renamed or replaced", list(changes.successors(self.report)))
        if every_change:
            sentences = [row.sentence for row in changes.change_rows(self.report)]
            sentences += filter(None, [changes.minor_changes_sentence(self.report)])
            yield from self._list("What has changed", sentences)
        yield from self._families(self.report.counted)
        yield from self._others()
        if self.report.not_checked:
            yield from self._title("Not checked")
            for codes, why in verdict.not_checked(self.report):
                yield from self._wrapped("", f"{codes}: {why}")
        yield ""
        if not self.report.counted:
            yield verdict.nothing_found(self.report)
        yield self.style(verdict.counts(self.report), "head")

    def _head(self, *, every_change: bool) -> Iterator[str]:
        report = self.report
        yield self.style(statements.title(report.structure), "head")
        seen = statements.VIEWS[report.view]
        if report.only_for:
            yield from self._wrapped("", verdict.only_for(report))
        yield f"As of {language.day(report.as_of)}{_CHOSEN[report.as_of_is]}, looking at {seen}."
        yield verdict.size(report)
        if verdict.settings(report):
            yield from self._wrapped("", verdict.settings(report))
        if report.against is not None:
            yield from self._wrapped("", verdict.comparison(report))
            in_short = changes.changes_summary(report)
            hint = "" if every_change or not report.against.changes else " `govgraph diff` lists them."
            yield from self._wrapped("", in_short + hint)
            for caveat in verdict.caveats(report):
                yield from self._wrapped("", caveat)

    def _list(self, title: str, sentences: Sequence[str]) -> Iterator[str]:
        if sentences:
            yield from self._title(title)
            for sentence in sentences:
                yield from self._wrapped("  - ", sentence)

    def _families(self, findings: Sequence[Finding]) -> Iterator[str]:
        for family, question in FAMILIES.items():
            of_family = [finding for finding in findings if family_of(finding.code) == family]
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
        for title, findings in verdict.gone_by_reason(report):
            yield from self._short(title, findings)

    def _short(self, title: str, findings: Sequence[Finding]) -> Iterator[str]:
        if not findings:
            return
        yield from self._title(title)
        for finding in findings:
            yield from self._wrapped("  ", f"{verdict.label(finding)}  {finding.code}  {finding.message}", 6)
            if finding.waiver is not None:
                yield from self._part("Waived by", verdict.acceptance(finding.waiver))

    def _title(self, title: str) -> Iterator[str]:
        yield ""
        yield self.style(title, "head")

    def _finding(self, finding: Finding, *, first_of_rule: bool) -> Iterator[str]:
        silent = finding.certainty is Certainty.NOT_STATED
        # The same rule on the same silence: how we know and what to do stand with the first.
        in_short = silent and not finding.witness and not first_of_rule
        yield from [] if in_short else [""]
        yield from self._message(finding)
        if not in_short:
            yield from self._evidence(finding)
            yield from self._part("What to do", finding.fix)
            if finding.authority is not None:
                yield from self._part("It rests on", f"{finding.authority}: {finding.authority.address}")
        where = f"{finding.location}  " if finding.location else ""
        yield self.style(f"      {where}{finding.code} {finding.name}", "quiet")

    def _message(self, finding: Finding) -> Iterator[str]:
        label = verdict.label(finding)
        first, *others = textwrap.wrap(
            finding.message, self.width - 6, initial_indent=" " * (len(label) - 2), break_on_hyphens=False
        )
        yield f"  {self.style(label, finding.severity)}  {first.lstrip()}"
        yield from (f"      {line}" for line in others)

    def _evidence(self, finding: Finding) -> Iterator[str]:
        for number, step in enumerate(finding.witness):
            yield from self._part("How we know" if not number else "", statements.evidence(self.report, step))
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
