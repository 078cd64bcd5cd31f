"""How papers name bodies and speak: no keys of the file, what is only proposed says so, names in a row."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property

from govgraph.findings import Report
from govgraph.graph import GovernanceGraph
from govgraph.language import day
from govgraph.model import (
    Body,
    Constituency,
    Contact,
    Ownership,
    Relation,
    Seat,
    Status,
    Structure,
    TakingPart,
    Theme,
    relation_keys,
)
from govgraph.model.statement import keys_of

IN_PLACE = (Status.IN_PLACE, Status.UNDER_REVIEW)

_SAYS_IT_ITSELF = re.compile(r"^(?: is| has|\)| \()(?: only)?(?: proposed| agreed|proposed|agreed)")


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

    def with_mark(self, name: str, body: str | None) -> str:
        """A name that is given, marked as that of the body where one is meant."""
        return name if body is None else f"{name}{self._mark(body)}"

    def marked(self, text: str, bodies: Iterable[str]) -> str:
        """A sentence in which each of these bodies is marked where it is first named, if a mark is due."""
        for body in bodies:
            if body in self._bodies and (mark := self._mark(body)):
                text = self._mark_first(text, self.graph.name(body), mark)
        return text

    def _mark_first(self, text: str, name: str, mark: str) -> str:
        for match in self._any_name.finditer(text):
            if match.group() == name:
                rest = text[match.end() :]
                is_said = mark == f" ({Status.PROPOSED.words})" and _SAYS_IT_ITSELF.match(rest)
                return text if is_said or rest.startswith(mark) else f"{text[: match.end()]}{mark}{rest}"
        return text

    def _mark(self, body: str) -> str:
        if body not in self._bodies:
            return ""
        qualifier, status = self._qualifiers.get(body, ""), status_mark(self.graph.status(body))
        return f"{qualifier[:-1]}, {status[2:]}" if qualifier and status else qualifier or status

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(self.graph.bodies)

    @cached_property
    def _any_name(self) -> "re.Pattern[str]":
        names = {self.graph.name(body) for body in self.graph.structure.bodies}
        alternatives = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")

    @cached_property
    def _qualifiers(self) -> dict[str, str]:
        """What tells bodies of one name apart: kind and level, else what they answer to, else their number."""
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


_CODE = re.compile(r"`([a-z_]+(?:: [a-z_]+)?)`")
_STOP = re.compile(r"\. (?=\S)")
_FIRST = re.compile(r"[.;] ")
_RECORDS = (Body, Structure, Constituency, Theme, Seat, Contact, TakingPart, Relation, Ownership)
_OPTION = re.compile(r" with --[a-z-]+")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def as_a_clause(report: Report, text: str, *, first_alone: bool = False) -> str:
    """Sentences as a part of another, set off by dashes; or the first of them alone, as far as its semicolon."""
    names = sorted({name for name in _all_names(report) if _FIRST.search(name)}, key=len, reverse=True)
    for number, name in enumerate(names):
        text = text.replace(name, f"\0{number}\0")
    parts = _FIRST.split(text.removesuffix("."), 1)[:1] if first_alone else _STOP.split(text.removesuffix("."))
    text = " – ".join(_uncapitalised(report, part) for part in parts)
    for number, name in enumerate(names):
        text = text.replace(f"\0{number}\0", name)
    return text


def _uncapitalised(report: Report, sentence: str) -> str:
    """A sentence with a small letter at its beginning, unless a name or an abbreviation stands there."""
    is_word = sentence[:1].isupper() and (sentence[1:2].islower() or sentence[1:2] in (" ", ","))
    starts = (name for name in _all_names(report) if sentence.startswith(name))
    is_name = any(not sentence[len(name) : len(name) + 1].isalnum() for name in starts)
    return sentence if is_name or not is_word else f"{sentence[0].lower()}{sentence[1:]}"


def with_days(text: str) -> str:
    """A text with its full dates in words, `31 March 2026`; what only looks like a date stays as it is."""

    def in_words(match: "re.Match[str]") -> str:
        try:
            return day(date.fromisoformat(match.group()))
        except ValueError:
            return match.group()

    return _DAY.sub(in_words, text)


def plain_words(report: Report, text: str) -> str:
    """A sentence without the keys of the file beside it, as in `who else sits on it (membership)`.

    A key that the sentence cannot do without, `replaces`, is told in quotation marks. What belongs to a name is kept.
    """
    names = [name for name in _all_names(report) if "(" in name or "`" in name]

    def without(match: "re.Match[str]") -> str:
        return match.group() if _is_of_a_name(match, names) else ""

    def quoted(match: "re.Match[str]") -> str:
        return match.group() if _is_of_a_name(match, names) else f"“{match.group(1)}”"

    return _OPTION.sub("", _CODE.sub(quoted, _keys().sub(without, text)))


def _is_of_a_name(match: "re.Match[str]", names: Iterable[str]) -> bool:
    return any(match.group().strip() in name for name in names)


def _all_names(report: Report) -> Iterable[str]:
    against = report.against.structure if report.against else None
    for structure in filter(None, (report.structure, against)):
        for entries in (structure.bodies, structure.constituencies, structure.themes):
            yield from (entry.name for entry in entries.values())
        yield from (source.title for source in structure.sources.values())


@cache
def _keys() -> "re.Pattern[str]":
    """One key of the file or several, in brackets."""
    keys = "|".join(sorted({"waiver", "require"}.union(*map(keys_of, _RECORDS))))
    return re.compile(rf" \((?:{keys})(?:(?:, | and )(?:{keys}))*(?:: [a-z_]+)?\)")
