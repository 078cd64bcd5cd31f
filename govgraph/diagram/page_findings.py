"""What the page says was found: facts, questions, open checks, what is not counted; each once for all its frames."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from govgraph.diagram.frames import Moment, Side, Variants
from govgraph.diagram.scene import Scene
from govgraph.diagram.scene_findings import body_key
from govgraph.engine import FAMILIES, family_of
from govgraph.findings import Aspect, Authority, Finding, FindingStatus, Item, Question, Report, Severity
from govgraph.render import statements, verdict


class Notice(NamedTuple):
    """A fact, or a finding for itself, in the words of the page."""

    code: str
    name: str
    severity: Severity
    label: str
    state: str
    """Why it does not count, or whether it is new; empty where nothing is compared."""
    message: str
    fix: str
    evidence: tuple[str, ...]
    authority: Authority | None
    waived: str
    people: str
    """The names of the groups of people that it is about."""
    bodies: tuple[str, ...]
    """The keys of the boxes that it is about."""

    @property
    def accent(self) -> str:
        """Whether it is a loss in a comparison, or else wrong: the accent that it has in the diagram too."""
        return "loss" if family_of(self.code) == "CHG" else "wrong"


class BodyFact(NamedTuple):
    """What is wrong with one body, and the fact under which that is shown for all its bodies."""

    message: str
    fix: str
    notice: Notice


class QuestionText(NamedTuple):
    """A question in the words of the page."""

    message: str
    who_knows: str
    bodies: tuple[str, ...]


def report_of_drawn(scene: Scene, report: Report, *, before: bool = False) -> Report:
    """The report with those findings alone that are about something drawn; all of them where everything is."""
    if not scene.scope:
        return report
    drawn = (finding for finding in report.findings if _is_drawn(scene, finding, before=before))
    return replace(report, findings=tuple(drawn))


def _is_drawn(scene: Scene, finding: Finding, *, before: bool) -> bool:
    keys = {body_key(scene.frames, body, old=before) for body in finding.bodies}
    return not scene.scope or not keys or not keys.isdisjoint(scene.boxes)


class PageFindings:
    """What was found on all days and sides. What reads the same in several frames is one entry.

    The frame that is shown first gives the order; among facts the heaviest come first.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.frames = scene.frames
        self.facts: Variants[Notice] = Variants()
        self.questions: Variants[QuestionText] = Variants()
        self.open_checks: dict[str, Variants[Notice]] = {question: Variants() for question in FAMILIES.values()}
        """By the question that their family of rules asks."""
        self.not_counted: Variants[Notice] = Variants()
        self.facts_of: dict[str, Variants[BodyFact]] = {}
        """All that is wrong, new or not, by the key of the box that it is about."""
        self.questions_of: dict[str, Variants[QuestionText]] = {}
        """All that the file leaves open, new or not, by the key of the box that it is about."""
        self._places: dict[QuestionText, tuple[int, int]] = {}
        for moment in (self.frames.main, *self.frames.moments):
            self._add_moment(moment)
        self.facts = _in_order(self.facts)
        self.questions = Variants(sorted(self.questions.items(), key=lambda pair: self._places[pair[0]]))

    def notices(self) -> Iterator[tuple[Notice, int]]:
        """All facts and findings in the order of the page, each with its frames."""
        for variants in (self.facts, *self.open_checks.values(), self.not_counted):
            yield from variants.items()

    def _add_moment(self, moment: Moment) -> None:
        if moment.report is not None:
            self._add(moment.report, self.frames.mask(moment, Side.AFTER, Side.BOTH))
            self._add_gone(moment.report, self.frames.mask(moment, Side.BOTH))
        if moment.report_before is not None:
            self._add(moment.report_before, self.frames.mask(moment, Side.BEFORE), before=True)

    def _add(self, whole: Report, shown: int, *, before: bool = False) -> None:
        report = report_of_drawn(self.scene, whole, before=before)
        for item in report.facts:
            notice = self._notice(report, item, "", old=before)
            self.facts.add(notice, shown)
            for finding in item.findings:
                self._add_to_bodies(finding, notice, shown, old=before)
        for question in report.questions:
            text = self._question(question, old=before)
            self._places.setdefault(text, (question.severity.rank, -len(question.settles)))
            self.questions.add(text, shown)
        for question in report.standing.questions:
            text = self._question(question, old=before)
            for key in text.bodies:
                self.questions_of.setdefault(key, Variants()).add(text, shown)
        for finding in report.findings:
            state = _state(report, finding)
            if finding.waiver is None and finding.is_question:
                self._add_open(self._notice(report, Item.of(finding), state, old=before), shown)
            elif not finding.counts:
                notice = self._notice(report, Item.of(finding), state, old=before)
                self.not_counted.add(notice, shown)
                if finding.waiver is None:
                    self._add_to_bodies(finding, notice, shown, old=before)

    def _add_to_bodies(self, finding: Finding, notice: Notice, shown: int, *, old: bool) -> None:
        fact = BodyFact(finding.message, finding.fix, notice)
        for key in self._keys(finding.bodies, old=old):
            self.facts_of.setdefault(key, Variants()).add(fact, shown)

    def _add_gone(self, report: Report, shown: int) -> None:
        for finding, reason in report.against.gone if report.against else ():
            if not _is_drawn(self.scene, finding, before=True):
                continue
            notice = self._notice(report, Item.of(_of_before(finding)), verdict.GONE[reason], old=True)
            if finding.is_question:
                self._add_open(notice, shown)
            else:
                self.not_counted.add(notice, shown)

    def _add_open(self, notice: Notice, shown: int) -> None:
        self.open_checks[FAMILIES[family_of(notice.code)]].add(notice, shown)

    def _notice(self, report: Report, item: Item, state: str, *, old: bool) -> Notice:
        first = item.first
        return Notice(
            code=first.code,
            name=first.name,
            severity=first.severity,
            label=verdict.label(first).capitalize(),
            state=state,
            message=item.message,
            fix=item.fix,
            evidence=tuple(_evidence(report, item)),
            authority=first.authority,
            waived=verdict.acceptance(first.waiver) if first.waiver else "",
            people=", ".join(map(report.constituency_name, item.constituencies)),
            bodies=self._keys(item.bodies, old=old),
        )

    def _question(self, question: Question, *, old: bool) -> QuestionText:
        who = question.aspect.wording.who_knows
        who_knows = "" if question.aspect is Aspect.OTHER else f"{who[0].lower()}{who[1:]}"
        return QuestionText(question.message, who_knows, self._keys(question.bodies, old=old))

    def _keys(self, bodies: Iterable[str], *, old: bool) -> tuple[str, ...]:
        return tuple(body_key(self.frames, body, old=old) for body in bodies)


def _in_order(notices: Variants[Notice]) -> Variants[Notice]:
    return Variants(sorted(notices.items(), key=lambda pair: pair[0].severity.rank))


def _of_before(finding: Finding) -> Finding:
    """The finding with its evidence as the structure before states it."""
    return replace(finding, witness=tuple(step._replace(before=True) for step in finding.witness))


def _evidence(report: Report, item: Item) -> Iterator[str]:
    yield from statements.evidence_lines(report, item.witness)
    if item.unlisted_steps > 0:
        yield f"and {item.unlisted_steps:,} more steps"


def _state(report: Report, finding: Finding) -> str:
    if finding.waiver is not None:
        return "Waived: accepted, and not counted"
    if finding.status is FindingStatus.BASELINE:
        return "Known from the baseline, and not counted"
    if report.against is None or report.against.structure is None:
        return ""
    return "New with this change" if finding.status is FindingStatus.NEW else "There before the change too"
