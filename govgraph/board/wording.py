"""How papers name bodies and speak: no keys of the file, what is only proposed says so, short addresses."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property

from govgraph import language
from govgraph.findings import Message, Report
from govgraph.findings.message import Bodies, Field, Part
from govgraph.graph import GovernanceGraph
from govgraph.model import Source, Status, relation_keys

IN_PLACE = (Status.IN_PLACE, Status.UNDER_REVIEW)
_SETTLED = re.compile(r"\b(?:proposed|agreed)\b")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def status_mark(status: Status) -> str:
    """` (proposed)`; nothing where it is in place."""
    return "" if status in IN_PLACE else f" ({status.words})"


class BodyNames:
    """The names of the bodies of one structure on one day; of those that only the structure before has, as it has them.

    Args:
        report: what was found of the structure.
        graph: the structure on the day that is looked at.

    """

    def __init__(self, report: Report, graph: GovernanceGraph) -> None:
        self.report = report
        self.graph = graph

    def of(self, body: str) -> str:
        """A body as a table names it: `New Board (proposed)`, `Quality Board (committee, part of The Council)`."""
        return f"{self.report.name(body)}{self._mark(body)}"

    def plain(self, body: str) -> str:
        """The same without how settled it is."""
        return f"{self.report.name(body)}{self._qualifiers.get(body, '')}"

    def with_mark(self, name: str, body: str | None) -> str:
        """A name that is given, marked as that of the body where one is meant."""
        return name if body is None else f"{name}{self._mark(body)}"

    def shown(self, message: Message) -> str:
        """A message as a paper prints it: bodies are marked where it first names them, keys of the file are words."""
        marked: set[str] = set()
        says_itself = any(map(_SETTLED.search, message.templates))

        def name(body: str, given: str) -> str:
            if given != self.report.name(body):
                return given  # as it was called before, when it was not what it is now
            if body in marked or says_itself:
                return f"{given}{self._qualifiers.get(body, '')}"
            marked.add(body)
            return f"{given}{self._mark(body)}"

        return message.mapped(_renaming(name)).shown(_in_words)

    def _mark(self, body: str) -> str:
        if body not in self._bodies:
            return ""
        qualifier, status = self._qualifiers.get(body, ""), status_mark(self.graph.status(body))
        return f"{qualifier[:-1]}, {status[2:]}" if qualifier and status else qualifier or status

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(self.graph.bodies)

    @cached_property
    def _qualifiers(self) -> dict[str, str]:
        """What tells bodies of one name apart: kind and level, else what they report to, else their number."""
        number = Counter(self.graph.name(body).casefold() for body in self.graph.bodies)
        marks: dict[str, str] = {}
        for name in [name for name, count in number.items() if count > 1]:
            same = [body for body in self.graph.bodies if self.graph.name(body).casefold() == name]
            for qualify in (self._kind, self._lines):
                qualifiers = {body: qualify(body) for body in same}
                if all(qualifiers.values()) and len(set(qualifiers.values())) == len(same):
                    break
            else:
                qualifiers = {
                    body: f"{self._kind(body)}, {place} of {len(same)} of this name"
                    for place, body in enumerate(same, 1)
                }
            marks |= {body: f" ({qualifier})" for body, qualifier in qualifiers.items()}
        return marks

    def _kind(self, body: str) -> str:
        stated = self.graph.body(body)
        level = " and ".join(level.value for level in stated.level)
        return " ".join(filter(None, (level, stated.kind.value.replace("_", " "))))

    def _lines(self, body: str) -> str:
        keys = relation_keys()
        lines = [tie for tie in self.graph.ties_of(body) if tie.body == body and keys[tie.relation].line]
        return ", ".join(f"{keys[tie.relation].words} {self.graph.name(tie.to)}" for tie in lines)


def _renaming(name: Callable[[str, str], str]) -> Callable[[str, Part], Part]:
    """A change of the parts of a message that gives every body another name."""

    def change(_: str, part: Part) -> Part:
        if not isinstance(part, Bodies):
            return part
        return replace(part, names=tuple(map(name, part.ids, part.names)))

    return change


def _in_words(part: Part, words: str) -> str:
    return f"“{part.words.replace('_', ' ')}”" if isinstance(part, Field) else words


def with_days(text: str) -> str:
    """A text with its full dates in words, `31 March 2026`; what only looks like a date stays as it is."""

    def in_words(match: "re.Match[str]") -> str:
        try:
            return language.day(date.fromisoformat(match.group()))
        except ValueError:
            return match.group()

    return _DAY.sub(in_words, text)


def describe_source(source: Source) -> str:
    """A source with its publisher and its date, as exactly as that is stated."""
    details = ", ".join(filter(None, (source.publisher, language.partial_date(source.date or ""))))
    return f"{source.title} ({details})" if details else source.title
