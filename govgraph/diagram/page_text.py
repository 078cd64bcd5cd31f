"""The words of the page: of each day, each finding, each body, each source."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from govgraph import language
from govgraph.diagram import style
from govgraph.diagram.frames import Moment, Side, Variants
from govgraph.diagram.page_findings import BodyFact, Notice, PageFindings, QuestionText
from govgraph.diagram.picture import drawing_title
from govgraph.diagram.scene import Box
from govgraph.diagram.view import View
from govgraph.findings import AsOf, Report
from govgraph.render import changes, participation, statements, verdict
from govgraph.render.headline import headline, what_is_open

Entry = TypeVar("Entry")

_CHOSEN = {
    AsOf.ASKED: "",
    AsOf.FILE: ", the date in the file",
    AsOf.TODAY: ", the day on which this page was made, because the file has no date of its own",
}


class PageText:
    """The words of the page, as the template takes them."""

    def __init__(self, view: View, days_left_out: int) -> None:
        self.view = view
        self.scene = view.scene
        self.frames = view.scene.frames
        self.title = drawing_title(view.scene)
        self.days_left_out = language.plural(days_left_out, "more day") if days_left_out else ""
        self.is_compared = self.frames.main.before is not None
        self.has_seats = any(link.is_seat for link in self.scene.links)
        self.relations = [relation for relation in view.relations if relation["key"] not in style.SEATS]
        self.kinds = sorted({kind for box in self.scene.boxes.values() for kind in box.kinds})
        self.rules = sorted({(item.finding.code, item.finding.name) for item in self.scene.findings})
        self.amounts = [amount.value for amount in participation.Amount]
        self.days = [language.day(moment.day) for moment in self.frames.moments]
        self.findings = PageFindings(view.scene)
        self._numbers = {notice: number for number, (notice, _) in enumerate(self.findings.notices())}

    @cached_property
    def moments(self) -> list[dict[str, Any]]:
        """Every day, and where two structures are compared, the one before for itself."""
        return list(self._moments())

    def _moments(self) -> Iterator[dict[str, Any]]:
        for moment in self.frames.moments:
            yield self._moment(moment, moment.report, moment.silence, Side.AFTER, Side.BOTH)
            if moment.before is not None:
                yield self._moment(moment, moment.report_before, moment.silence_before, Side.BEFORE)

    def _moment(self, moment: Moment, report: Report | None, silence: str, *sides: Side) -> dict[str, Any]:
        """One structure on one day: what matters most for its head, and how it was checked for the end."""
        day = language.day(report.as_of if report is not None else moment.day)
        view = statements.VIEWS[moment.after.view]
        structure = (moment.before if sides == (Side.BEFORE,) and moment.before else moment.after).structure
        about = [f"As at {day}."]
        if sides == (Side.BEFORE,) and moment.before is not None:
            about.append(f"This is the structure before, by itself: {statements.title(moment.before.structure)}.")
        return {
            **self.view.visibility(self.frames.mask(moment, *sides)),
            "headline": headline(report) if report is not None else " ".join((*what_is_open(structure), silence)),
            "about": " ".join(filter(None, about)),
            "how_checked": list(_how_checked(report, day, view)) if report is not None else [f"Shown is {view}."],
            "not_checked": verdict.not_checked(report) if report is not None else (),
            "not_checked_count": language.plural(len(report.not_checked), "check") if report is not None else "",
        }

    @property
    def fact_headings(self) -> Iterator[dict[str, Any]]:
        """What the facts are: of a comparison what is worse now, of a structure for itself what is wrong."""
        headings: Variants[str] = Variants()
        for moment in self.frames.moments:
            heading = verdict.facts_title(moment.report) if moment.report is not None else "What is wrong"
            headings.add(heading, self.frames.mask(moment, Side.AFTER, Side.BOTH))
            headings.add("What is wrong", self.frames.mask(moment, Side.BEFORE))
        for heading, shown in headings.items():
            if shown:
                yield {"words": heading, **self.view.visibility(shown)}

    @property
    def facts(self) -> dict[str, Any]:
        """What is wrong, each once for all its bodies."""
        return self._notices(self.findings.facts)

    @property
    def questions(self) -> dict[str, Any]:
        """What the file does not say, as questions."""
        return self._group(self.findings.questions, self._question)

    @property
    def question_counts(self) -> Iterator[dict[str, Any]]:
        """How many questions there are: `9 questions that the file does not answer`."""
        counts: Variants[int] = Variants()
        for frame in self.frames.all:
            mask = 1 << frame.number
            counts.add(sum(1 for shown in self.findings.questions.values() if shown & mask), mask)
        for count, shown in counts.items():
            words = f"{language.plural(count, 'question')} that the file does not answer"
            yield {"words": words, **self.view.visibility(shown)}

    @property
    def open_checks(self) -> dict[str, Any]:
        """The findings that rest on these questions, for themselves, by the questions of their families."""
        groups = self.findings.open_checks.items()
        families = [{"question": question, **self._notices(found)} for question, found in groups if found]
        return {"families": families, **self.view.visibility(_frames_of(found for _, found in groups))}

    @property
    def not_counted(self) -> dict[str, Any]:
        """What is accepted, known, there before or gone."""
        return self._notices(self.findings.not_counted)

    def _notices(self, notices: Variants[Notice]) -> dict[str, Any]:
        return self._group(notices, self._notice)

    def _group(self, entries: Variants[Entry], words: Callable[[Entry], dict[str, Any]]) -> dict[str, Any]:
        """The entries with their words, and the frames in which there is one."""
        items = [{**words(entry), **self.view.visibility(shown)} for entry, shown in entries.items()]
        return {"entries": items, **self.view.visibility(_frames_of([entries]))}

    def _notice(self, notice: Notice) -> dict[str, Any]:
        return {
            "number": self._numbers[notice],
            "notice": notice,
            "bodies": self._bodies(notice.bodies),
            "authority": _link(str(notice.authority), notice.authority.address) if notice.authority else None,
        }

    def _question(self, question: QuestionText) -> dict[str, Any]:
        number = list(self.findings.questions).index(question)
        return {"number": number, "question": question, "bodies": self._bodies(question.bodies)}

    def _bodies(self, keys: Iterable[str]) -> list[tuple[int, str]]:
        return [(box.number, box.name) for box in self.scene.boxes_of(keys)]

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
                "findings": list(self._links(box)),
                "chairs": [{"words": chair.words, **visibility(frames)} for chair, frames in box.chairs.items()],
                "facts": self._group(self.findings.facts_of.get(box.key, Variants()), self._fact),
                "questions": self._group(
                    self.findings.questions_of.get(box.key, Variants()), lambda text: {"question": text}
                ),
            }

    def _fact(self, fact: BodyFact) -> dict[str, Any]:
        return {"fact": fact, "number": self._numbers[fact.notice]}

    def _links(self, box: Box) -> Iterator[dict[str, Any]]:
        """What was found about a body, in short."""
        for notice, shown in self.findings.notices():
            if box.key in notice.bodies:
                summary = ", ".join(filter(None, (notice.name.replace("-", " "), notice.people)))
                summary += " (not counted)" if notice in self.findings.not_counted else ""
                number = self._numbers[notice]
                yield {**self.view.visibility(shown), "number": number, "label": notice.label, "summary": summary}

    @property
    def sources(self) -> Iterable[dict[str, Any]]:
        """The documents that the structures name, each once."""
        sources: dict[tuple[str, str], dict[str, Any]] = {}
        for graph in filter(None, (self.frames.main.after, self.frames.main.before)):
            for source in graph.structure.sources.values():
                text = ", ".join(filter(None, (source.title, source.publisher, source.date)))
                address = source.address or ""
                sources.setdefault((text, address), _link(text, address, source.note))
        return sources.values()

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The groups of people."""
        numbers = self.view.group_numbers.items()
        return [{"number": number, "name": self.scene.groups[group]} for group, number in numbers]


def _how_checked(report: Report, day: str, view: str) -> Iterator[str]:
    """The day, the view and the size; with what it was compared; whose decisions hold; how many checks were made."""
    yield f"Checked as at {day}{_CHOSEN[report.as_of_is]}: {view}. {verdict.size(report)}"
    yield from filter(None, (verdict.comparison(report), changes.changes_summary(report)))
    yield from verdict.caveats(report, commands=False)
    yield from filter(None, (verdict.settings(report), verdict.only_for(report), verdict.rules(report)))


def _frames_of(groups: Iterable[Variants[Any]]) -> int:
    """The frames in which any of these stands."""
    frames = 0
    for group in groups:
        for shown in group.values():
            frames |= shown
    return frames


def _link(text: str, address: str, note: str | None = None) -> dict[str, Any]:
    """A text with an address, which can be followed only where it leads to the web."""
    is_link = address.startswith(("https://", "http://"))
    return {"text": text, "note": note, "address": address, "is_link": is_link}
