"""What the page says in words: of each day, each finding, each body, each source."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govgraph import words
from govgraph.draw.frames import Moment, Side
from govgraph.draw.scene import Found
from govgraph.draw.telling import Record
from govgraph.findings import AsOf, Certainty, Finding, FindingStatus, Report
from govgraph.rules import FAMILIES

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing

_CHOSEN = {
    AsOf.ASKED: "",
    AsOf.FILE: " (the date that the file states)",
    AsOf.TODAY: " (the day on which this was made, because the file states no as_of date)",
}


class PageWords:
    """What the template says in words."""

    def __init__(self, drawing: "Drawing") -> None:
        self.drawing = drawing
        self.scene = drawing.scene
        self.frames = drawing.scene.frames
        self.view = drawing.view
        self.title = drawing.title
        self.is_compared = self.frames.main.before is not None
        self.structure = self.frames.main.after.structure

    def of(self, moment: Moment, report: Report | None, silence: str, frames: int) -> dict[str, Any]:
        """What is said of one structure on one day."""
        told = [self._day(moment, report)]
        if report is not None:
            told += filter(None, [words.size(report), words.compared(report), words.changes_in_short(report)])
            told += words.caveats(report)
            told += filter(None, [words.settings(report), words.only_for(report)])
        return {
            "data": self.view.data(frames),
            "off": self.view.off(frames),
            "told": told,
            "verdict": words.verdict(report) if report else silence,
            "counts": words.counts(report) if report else "",
            "not_checked": words.not_checked(report) if report else (),
        }

    def _old_title(self, moment: Moment) -> str:
        title = moment.before.structure.title if moment.before else None
        return f"Shown is the structure before: {title or 'without a title'}. What is told here is of it alone."

    def _day(self, moment: Moment, report: Report | None) -> str:
        chosen = _CHOSEN[report.as_of_is] if moment is self.frames.main and report is not None else ""
        day = report.as_of if report is not None else moment.day
        return f"As of {words.day(day)}{chosen}, looking at {words.VIEWS[moment.after.view]}."

    @property
    def moments(self) -> list[dict[str, Any]]:
        """Every day, and where two structures are compared, the one before for itself."""
        found = []
        for moment in self.frames.moments:
            sides = (Side.AFTER, Side.BOTH) if self.is_compared else (Side.AFTER,)
            found.append(self.of(moment, moment.report, moment.silence, self.frames.of(moment, *sides)))
            if self.is_compared:
                before = self.frames.of(moment, Side.BEFORE)
                found.append(self.of(moment, moment.report_before, moment.silence_before, before))
                found[-1]["told"].insert(0, self._old_title(moment))
        return found

    @property
    def families(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The findings, grouped by question."""
        for family, question in FAMILIES.items():
            of_family = (one for one in self.scene.found if one.finding.code.startswith(family))
            found = [self._found(one) for one in sorted(of_family, key=_weight)]
            if found:
                yield question, found

    def _found(self, found: Found) -> dict[str, Any]:
        finding = found.finding
        report = self._report(found)
        return {
            "number": found.number,
            "data": self.view.data(found.shown),
            "off": self.view.off(found.shown),
            "severity": finding.severity,
            "label": _label(finding),
            "stated": finding.certainty is Certainty.STATED,
            "standing": _standing(finding, found.gone, compared=self.is_compared and not found.before),
            "message": finding.message,
            "fix": finding.fix,
            "rests_on": str(finding.authority or ""),
            "code": f"{finding.code} {finding.name}",
            "how": list(_how(report, found)),
            "waived": words.waived(finding.waiver) if finding.waiver else "",
            "bodies": [(box.number, box.name) for box in self.scene.drawn(found.bodies)],
        }

    def _report(self, found: Found) -> Report:
        """The report that tells of a finding."""
        moments = (one for one in self.frames.moments if self.frames.of(one, *self.frames.sides) & found.shown)
        reports = (moment.report_before if found.before else moment.report for moment in moments)
        return next(report for report in reports if report is not None)

    @property
    def bodies(self) -> Iterator[dict[str, Any]]:
        """Every body with its records: what the table and the details say."""
        for box in self.scene.boxes.values():
            by_body = [one for one in self.scene.found if box.key in one.bodies]
            yield {
                "number": box.number,
                "data": self.view.data(box.shown),
                "off": self.view.off(box.shown),
                "name": box.name,
                "records": [self._record(record, frames) for record, frames in box.records],
                "turned": [
                    {"word": word, "data": self.view.data(frames), "off": self.view.off(frames)}
                    for word, frames in (("new", box.new), ("gone after", box.gone))
                    if frames
                ],
                "found": [
                    {
                        "number": one.number,
                        "label": _label(one.finding),
                        "short": self._short(one),
                        "data": self.view.data(one.shown),
                        "off": self.view.off(one.shown),
                    }
                    for one in by_body
                ],
            }

    def _short(self, found: Found) -> str:
        who = found.finding.constituency
        name = self._report(found).constituency_name(who) if who else ""
        return ", ".join(filter(None, (found.finding.name.replace("-", " "), name)))

    def _record(self, record: Record, frames: int) -> dict[str, Any]:
        return {"said": record, "data": self.view.data(frames), "off": self.view.off(frames)}

    @property
    def sources(self) -> Iterator[dict[str, Any]]:
        """The documents that the structure names."""
        structures = [self.structure]
        if self.frames.main.before is not None:
            structures.append(self.frames.main.before.structure)
        seen = set()
        for structure in structures:
            for source in structure.sources.values():
                address = source.address or ""
                told = ", ".join(filter(None, (source.title, source.publisher, source.date)))
                if (told, address) not in seen:
                    seen.add((told, address))
                    opens = address.startswith(("https://", "http://"))
                    yield {"told": told, "note": source.note, "address": address, "opens": opens}

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds that are drawn, with their words."""
        found = {kind for box in self.scene.boxes.values() for kind in box.kinds.contents}
        return [(kind.value, kind.value.replace("_", " ")) for kind in sorted(found)]

    @property
    def codes(self) -> list[tuple[str, str]]:
        """The rules that found something."""
        return sorted({(one.finding.code, one.finding.name) for one in self.scene.found})

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The groups of people."""
        return [
            {
                "number": number,
                "name": self.scene.people[group],
                "row": self.view.row_of(group),
                "on": group in self.view.groups_shown,
                "amounts": [amount.value for amount in words.Amount],
            }
            for group, number in self.view.groups.items()
        ]

    @property
    def days(self) -> list[str]:
        """Every day, as a person says it."""
        return [words.day(moment.day) for moment in self.frames.moments]


def _weight(found: Found) -> tuple[bool, bool, int]:
    """What counts first, then what was there before, what is gone last; the heaviest first."""
    return bool(found.gone), not found.finding.counts, found.finding.severity.rank


def _label(finding: Finding) -> str:
    return words.label(finding).capitalize()


def _standing(finding: Finding, gone: str, *, compared: bool) -> str:
    if gone:
        return gone
    if finding.waiver is not None:
        return "Waived: accepted, and not counted"
    if finding.status is FindingStatus.BASELINE:
        return "Known from the baseline, and not counted"
    if compared:
        return "New with this change" if finding.status is FindingStatus.NEW else "There before the change too"
    return ""


def _how(report: Report, found: Found) -> Iterator[str]:
    finding = found.finding
    # Of what is gone every step stands in the structure before.
    steps = (step._replace(before=True) if found.gone else step for step in finding.witness)
    yield from (words.evidence(report, step) for step in steps)
    if not finding.witness and finding.certainty is Certainty.NOT_STATED:
        yield "The file is silent here: that is not a statement that it is so."
    more = finding.witness_count - len(finding.witness)
    if more > 0:
        yield f"and {more:,} more steps"
