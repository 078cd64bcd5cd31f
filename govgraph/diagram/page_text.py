"""The words of the page: of each day, each finding, each body, each source."""

from collections.abc import Iterable, Iterator
from typing import Any

from govgraph import language
from govgraph.diagram.frames import Moment, Side
from govgraph.diagram.picture import drawing_title
from govgraph.diagram.scene import Box, SceneFinding
from govgraph.diagram.view import View
from govgraph.engine import FAMILIES, family_of
from govgraph.findings import AsOf, Certainty, Finding, FindingStatus, Report
from govgraph.render import changes, participation, statements, verdict

_CHOSEN = {
    AsOf.ASKED: "",
    AsOf.FILE: " (the date that the file states)",
    AsOf.TODAY: " (the day on which this was made, because the file states no as_of date)",
}


class PageText:
    """The words of the page, as the template takes them."""

    def __init__(self, view: View, days_left_out: int) -> None:
        self.view = view
        self.scene = view.scene
        self.frames = view.scene.frames
        self.title = drawing_title(view.scene)
        self.days_left_out = days_left_out
        self.is_compared = self.frames.main.before is not None
        self.kinds = sorted({kind for box in self.scene.boxes.values() for kind in box.kinds})
        self.rules = sorted({(item.finding.code, item.finding.name) for item in self.scene.findings})
        self.amounts = [amount.value for amount in participation.Amount]
        self.days = [language.day(moment.day) for moment in self.frames.moments]

    def _moment(self, moment: Moment, report: Report | None, silence: str, *sides: Side) -> dict[str, Any]:
        """One structure on one day."""
        chosen = _CHOSEN[report.as_of_is] if moment is self.frames.main and report is not None else ""
        day = language.day(report.as_of if report is not None else moment.day)
        lines = [f"As of {day}{chosen}, looking at {statements.VIEWS[moment.after.view]}."]
        if report is not None:
            lines += filter(None, [verdict.size(report), verdict.comparison(report), changes.changes_summary(report)])
            lines += verdict.caveats(report)
            lines += filter(None, [verdict.settings(report), verdict.only_for(report)])
        return {
            **self.view.visibility(self.frames.mask(moment, *sides)),
            "lines": lines,
            "verdict": verdict.verdict(report) if report else silence,
            "counts": verdict.counts(report) if report else "",
            "not_checked": verdict.not_checked(report) if report else (),
        }

    @property
    def moments(self) -> Iterator[dict[str, Any]]:
        """Every day, and where two structures are compared, the one before for itself."""
        for moment in self.frames.moments:
            yield self._moment(moment, moment.report, moment.silence, Side.AFTER, Side.BOTH)
            if moment.before is not None:
                before = self._moment(moment, moment.report_before, moment.silence_before, Side.BEFORE)
                title = moment.before.structure.title or "without a title"
                head = f"Shown is the structure before: {title}. What is told here is of it alone."
                yield {**before, "lines": [head, *before["lines"]]}

    @property
    def families(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The findings, grouped by question."""
        for family, question in FAMILIES.items():
            of_family = (item for item in self.scene.findings if family_of(item.finding.code) == family)
            findings = [self._finding(item) for item in sorted(of_family, key=_order)]
            if findings:
                yield question, findings

    def _finding(self, item: SceneFinding) -> dict[str, Any]:
        finding = item.finding
        return {
            **self.view.visibility(item.shown),
            "number": item.number,
            "finding": finding,
            "label": _label(finding),
            "state": _state(item, compared=self.is_compared and not item.before),
            "evidence": list(_evidence(self._report(item), item)),
            "waived": verdict.acceptance(finding.waiver) if finding.waiver else "",
            "bodies": [(box.number, box.name) for box in self.scene.boxes_of(item.bodies)],
        }

    def _report(self, item: SceneFinding) -> Report:
        """The report that a finding is in."""
        moments = (moment for moment in self.frames.moments if self.frames.mask(moment, *Side) & item.shown)
        reports = (moment.report_before if item.before else moment.report for moment in moments)
        return next(report for report in reports if report is not None)

    @property
    def bodies(self) -> Iterator[dict[str, Any]]:
        """Every body with its records, for the table and the details."""
        visibility = self.view.visibility
        for box in self.scene.boxes.values():
            changed = (("new", box.new), ("gone after", box.gone))
            yield {
                **visibility(box.shown),
                "number": box.number,
                "records": [{"record": record, **visibility(frames)} for record, frames in box.records.items()],
                "changes": [{"word": word, **visibility(frames)} for word, frames in changed if frames],
                "findings": list(self._findings(box)),
            }

    def _findings(self, box: Box) -> Iterator[dict[str, Any]]:
        """The findings about a body in short."""
        for item in self.scene.findings:
            if box.key in item.bodies:
                group = item.finding.constituency
                name = self._report(item).constituency_name(group) if group else ""
                summary = ", ".join(filter(None, (item.finding.name.replace("-", " "), name)))
                label = _label(item.finding)
                yield {**self.view.visibility(item.shown), "number": item.number, "label": label, "summary": summary}

    @property
    def sources(self) -> Iterable[dict[str, Any]]:
        """The documents that the structures name, each once."""
        sources: dict[tuple[str, str], dict[str, Any]] = {}
        for graph in filter(None, (self.frames.main.after, self.frames.main.before)):
            for source in graph.structure.sources.values():
                text = ", ".join(filter(None, (source.title, source.publisher, source.date)))
                address = source.address or ""
                is_link = address.startswith(("https://", "http://"))
                entry = {"text": text, "note": source.note, "address": address, "is_link": is_link}
                sources.setdefault((text, address), entry)
        return sources.values()

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The groups of people."""
        return [
            {
                "number": number,
                "name": self.scene.groups[group],
                "row": self.view.group_rows[group],
                "is_visible": group in self.view.visible_groups,
            }
            for group, number in self.view.group_numbers.items()
        ]


def _order(item: SceneFinding) -> tuple[bool, bool, int]:
    """The key by which findings are sorted: those that count first, those that are gone last, the gravest first."""
    return bool(item.gone), not item.finding.counts, item.finding.severity.rank


def _label(finding: Finding) -> str:
    return verdict.label(finding).capitalize()


def _state(item: SceneFinding, *, compared: bool) -> str:
    status = item.finding.status
    if item.gone:
        return item.gone
    if item.finding.waiver is not None:
        return "Waived: accepted, and not counted"
    if status is FindingStatus.BASELINE:
        return "Known from the baseline, and not counted"
    if compared:
        return "New with this change" if status is FindingStatus.NEW else "There before the change too"
    return ""


def _evidence(report: Report, item: SceneFinding) -> Iterator[str]:
    finding = item.finding
    # Of what is gone every step stands in the structure before.
    steps = (step._replace(before=True) if item.gone else step for step in finding.witness)
    yield from (statements.evidence(report, step) for step in steps)
    if not finding.witness and finding.certainty is Certainty.NOT_STATED:
        yield "The file is silent here: that is not a statement that it is so."
    more = finding.witness_count - len(finding.witness)
    if more > 0:
        yield f"and {more:,} more steps"
