"""A report for a person at a screen: what matters first, then facts, then questions, last how it was checked."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from govgraph import language
from govgraph.engine import FAMILIES, family_of
from govgraph.findings import Finding, FindingStatus, Item, Message, Question, Report
from govgraph.findings.aspects import requests
from govgraph.findings.items import items
from govgraph.graph.kernels import grouped
from govgraph.model import Place
from govgraph.model.faults import Fault, count_faults
from govgraph.render import changes, statements, verdict
from govgraph.render.headline import headline

Style = Callable[[str, str], str]
"""Colours a text by a role: `error`, `warning`, `note`, `head`, `quiet`."""


def plain(text: str, role: str) -> str:  # noqa: ARG001
    """No colour."""
    return text


def render(
    report: Report,
    *,
    width: int = 100,
    style: Style = plain,
    every_change: bool = False,
    everything: bool = False,
    commands: bool = True,
) -> str:
    """The report as text.

    Args:
        report: what was found.
        width: of a line, in characters.
        style: colours it.
        every_change: with what has changed, statement by statement.
        everything: each finding for itself, also questions and known ones, and each rule that was not asked, with why.
        commands: also name the options that show more, to those who type commands.

    """
    page = Page(report, width, style, commands)
    return "\n".join(page.lines(every_change=every_change, everything=everything)) + "\n"


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
    commands: bool

    def lines(self, *, every_change: bool, everything: bool) -> Iterator[str]:
        """The report, in the order in which it matters."""
        report = self.report
        yield self.style(statements.title(report.structure), "head")
        yield ""
        yield from (self.style(line, "head") for line in self._wrapped("", headline(report)))
        yield from self._changes(every_change=every_change)
        if everything:
            yield from self._families(report.counted)
        else:
            yield from self._facts()
            yield from self._questions()
        yield from self._not_counted(everything=everything)
        yield from self._how_checked(every_change=every_change, everything=everything)

    def _changes(self, *, every_change: bool) -> Iterator[str]:
        yield from self._list("Renamed or replaced", list(changes.successors(self.report)))
        if every_change:
            sentences = [row.sentence for row in changes.change_rows(self.report)]
            sentences += filter(None, [changes.minor_changes_sentence(self.report)])
            yield from self._list("What has changed", sentences)

    def _facts(self) -> Iterator[str]:
        if not self.report.facts:
            return
        yield from self._title(verdict.facts_title(self.report))
        for number, item in enumerate(self.report.facts):
            yield from [""] if number else []
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[str]:
        """Findings that are alike: what is wrong, what to do, how we know, and where."""
        first = item.first
        yield from self._wrapped(f"  {verdict.label(first)}  ", item.message, 6, first.severity)
        parts, where = self._parts(item), self._where(item)
        for title, text in parts[:-1]:
            yield from self._part(title, text)
        for title, text in parts[-1:]:
            last = self._split(f"      {title}: ", text, 8)[-1]
            has_room = len(f"{last}  {where}") <= self.width
            yield from self._part(title, f"{text}  {where}" if has_room else text)
            where = "" if has_room else where
        if where:
            yield from (self.style(line, "quiet") for line in self._wrapped("      ", where))

    def _parts(self, item: Item) -> list[tuple[str, str]]:
        """What to do, how we know, and what it rests on, each with its title."""
        source, authority = self.report.structure.source, item.first.authority
        evidence = statements.evidence_lines(self.report, item.witness, item.bodies, source)
        if item.unlisted_steps:
            evidence.append(f"and {item.unlisted_steps:,} more steps")
        parts = [("What to do", str(item.fix)), *(("How we know", line) for line in evidence)]
        if authority is not None:
            parts.append(("Based on", f"{authority}: {statements.short_address(authority.address)}"))
        return [part for part in parts if part[1]]

    def _where(self, item: Item) -> str:
        """Where in the file it is, and what rule found it."""
        first = item.first
        places = [finding.location for finding in item.findings if finding.location is not None]
        people = [self.report.constituency_name(first.constituency)] if first.constituency and first.is_question else []
        what = ", ".join([f"{first.code} {first.name}", *people])
        return f"{_places(places, self._workbook)}  {what}" if places else what

    @cached_property
    def _workbook(self) -> str:
        """The path of the workbook, where all that is found is in one: then the sheet and the cell are enough."""
        places = [finding.location for finding in self.report.counted if finding.location is not None]
        paths = {place.path for place in places}
        return paths.pop() if len(paths) == 1 and all(place.sheet is not None for place in places) else ""

    def _questions(self) -> Iterator[str]:
        if not self.report.questions:
            return
        yield from self._title("What the file does not say")
        shown: set[str] = set()  # what rests on two questions has its remedy at the first
        for number, question in enumerate(self.report.questions, 1):
            yield from self._wrapped(f"  {number}. ", question.message, 5)
            for hint in question.hints:
                yield from self._wrapped("     ", hint)
            for fix in dict.fromkeys(_fixes_apart(question)):
                if fix not in shown:
                    yield from self._wrapped("     ", fix)
                    shown.add(fix)

    def _families(self, findings: Sequence[Finding]) -> Iterator[str]:
        """Each finding for itself, by the questions that the families of rules ask."""
        for family, question in FAMILIES.items():
            of_family = [finding for finding in findings if family_of(finding.code) == family]
            if of_family:
                yield from self._title(question)
                for number, finding in enumerate(of_family):
                    yield from [""] if number else []
                    yield from self._item(Item.of(finding))

    def _not_counted(self, *, everything: bool) -> Iterator[str]:
        """What is not counted: waived, known, there before, gone."""
        report = self.report
        yield from self._short("Waived: accepted, and not counted", report.waived)
        known, kept = report.with_status(FindingStatus.BASELINE), report.with_status(FindingStatus.KEPT)
        if everything:
            yield from self._short("Known from the baseline, and not counted", known)
            yield from self._short("There before the change too, and not counted", kept)
        for title, findings in verdict.gone_by_reason(report):
            yield from self._short(title, [finding for finding in findings if everything or not finding.is_question])

    def _short(self, title: str, findings: Sequence[Finding]) -> Iterator[str]:
        if not findings:
            return
        yield from self._title(title)
        for finding in findings:
            yield from self._wrapped("  ", f"{verdict.label(finding)}  {finding.code}  {finding.message}", 6)
            if finding.waiver is not None:
                yield from self._part("Waived by", verdict.acceptance(finding.waiver))

    def _how_checked(self, *, every_change: bool, everything: bool) -> Iterator[str]:
        """The day, the view, with what it was compared, and how many rules were asked."""
        report = self.report
        yield ""
        if report.against is not None:
            yield from self._wrapped("", verdict.comparison(report))
            is_listed = every_change or not report.against.changes or not self.commands
            hint = "" if is_listed else " `govgraph diff` lists them."
            yield from self._wrapped("", changes.changes_summary(report) + hint)
            for caveat in verdict.caveats(report, commands=self.commands):
                yield from self._wrapped("", caveat)
        about = [verdict.looked_at(report), self._source(), verdict.only_for(report), verdict.settings(report)]
        about.append(verdict.rules(report))
        about += ["Add --all for everything."] if self.commands and not everything else []
        yield from self._wrapped("", " ".join(filter(None, about)))
        if everything:
            for codes, why in verdict.not_checked(report):
                yield from self._wrapped("  ", f"{codes}: {why}", 6)

    def _source(self) -> str:
        """The source of the file, where evidence does not name it each time."""
        structure = self.report.structure
        steps = (step for finding in self.report.counted for step in finding.witness)
        if structure.source is None or not any(step.source == structure.source for step in steps):
            return ""
        return f"Source, if none is named: {statements.source(structure, structure.source)}."

    def _list(self, title: str, sentences: Sequence[str]) -> Iterator[str]:
        if sentences:
            yield from self._title(title)
            for sentence in sentences:
                yield from self._wrapped("  - ", sentence)

    def _title(self, title: str) -> Iterator[str]:
        yield ""
        yield self.style(title, "head")

    def _part(self, title: str, text: str) -> Iterator[str]:
        if text:
            yield from self._wrapped(f"      {title}: ", text, 8, "quiet")

    def _wrapped(self, lead: str, text: str, indent: int | None = None, role: str = "") -> Iterator[str]:
        """The text after its lead, on as many lines as it takes; `role` colours the lead."""
        first, *others = self._split(lead, text, len(lead) if indent is None else indent)
        yield self.style(lead, role) + first[len(lead) :] if role else first
        yield from others

    def _split(self, lead: str, text: str, margin: int) -> list[str]:
        """The text after its lead, in lines, all but the first with a margin."""
        lines = textwrap.wrap(
            text,
            self.width,
            initial_indent=lead,
            subsequent_indent=" " * margin,
            break_on_hyphens=False,
            break_long_words=False,
        )
        return lines or [lead]


def _fixes_apart(question: Question) -> Iterator[Message]:
    """What to do about findings of a question whose remedy reads otherwise than that of most of their rule."""
    for of_rule in grouped((finding.code, finding) for finding in question.settles).values():
        remedies = ((finding.fix.templates[len(requests(finding.lacks).sentences) :], finding) for finding in of_rule)
        most, *others = sorted(grouped(remedies).items(), key=lambda remedy: -len(remedy[1]))
        for templates, alike in others:
            if templates != most[0]:
                yield from (Message(*item.fix.sentences[-len(templates) :]) for item in items(alike) if templates)


def _places(places: Iterable[Place], path: str = "") -> str:
    """Places in a row, the path once: `draft.yaml:65:3, 75:3`; not at all where the reader knows it."""
    words: list[str] = []
    for place in dict.fromkeys(places):
        text = str(place)
        words.append(text.removeprefix(f"{path}:").lstrip() if path else text)
        path = place.path
    return (
        language.listed(words, most=language.LISTED, last="and") if len(words) > language.LISTED else ", ".join(words)
    )
