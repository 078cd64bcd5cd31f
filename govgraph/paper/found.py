"""The findings of a paper: numbered, grouped by question, those with one remedy together, each told once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from govgraph import words
from govgraph.findings import Certainty, Finding, Report, Severity
from govgraph.paper.blocks import Block, Bullets, Heading, Item, Paragraph
from govgraph.paper.chosen import Chosen
from govgraph.paper.naming import Names
from govgraph.rules import FAMILIES, Subject, all_rules
from govgraph.words.plain import in_a_row, plainly

MOST_FINDINGS = 60
"""So many are told on one question; a sentence says how many more there are."""
_NAME = "\0"
_EACH = "each of them"
_PAIR = 2
_KNOWN = Certainty.STATED
RECORD = "DAT"
"""The question on the file itself: what it asks is for whoever keeps the file."""
_SILENT = "The file does not say. It may be so, or not."


@dataclass(frozen=True)
class Group:
    """Findings that one remedy would clear: of one rule, alike in all but the body. Numbered from `first` on."""

    findings: tuple[Finding, ...]
    first: int
    fix: str

    @property
    def finding(self) -> Finding:
        """The first of them, which speaks for all."""
        return self.findings[0]

    @property
    def is_stated(self) -> bool:
        """Whether the file states what is wrong."""
        return self.finding.certainty is _KNOWN

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its findings."""
        return tuple(range(self.first, self.first + len(self.findings)))

    @property
    def reference(self) -> str:
        """`Finding 3`, `Findings 1 to 3`."""
        return reference(self.numbers)


def reference(numbers: Iterable[int]) -> str:
    """How a paper names findings: `Findings 1 to 3 and 7`; nothing where there are none."""
    ordered = sorted(numbers)
    runs: list[list[int]] = []
    for number in ordered:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = []
    for run in runs:
        told += [f"{run[0]} to {run[-1]}"] if len(run) > _PAIR else list(map(str, run))
    return f"Finding{'' if len(ordered) == 1 else 's'} {in_a_row(told)}" if told else ""


class Found:
    """What a report found, as a paper tells it: in the order in which it is numbered.

    Args:
        report: the report.
        findings: those of its findings that are told; None: those that count.
        names: how bodies are named.
        chosen: what was left out or weighed otherwise by choice.

    """

    def __init__(self, report: Report, findings: Sequence[Finding] | None, names: Names, chosen: Chosen) -> None:
        self.report = report
        self.names_of = names
        self.chosen = chosen
        self.findings = report.counted if findings is None else tuple(findings)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All groups: by question, heaviest first, of the same weight what is stated before what is not."""
        found: list[Group] = []
        number = 1
        for family in FAMILIES:
            of_family = [one for one in self.findings if family_of(one) == family]
            for findings in self._alike(sorted(of_family, key=_weighs)):
                fix = findings[0].fix if len(findings) == 1 else self._template(findings[0])[1].replace(_NAME, _EACH)
                found.append(Group(tuple(findings), number, plainly(self.report, fix)))
                number += len(findings)
        return tuple(found)

    def on(self, family: str) -> tuple[Group, ...]:
        """The groups of one question."""
        return tuple(one for one in self.groups if family_of(one.finding) == family)

    def _alike(self, findings: list[Finding]) -> list[list[Finding]]:
        together: dict[object, list[Finding]] = {}
        seen: Counter[object] = Counter()  # bodies that are called alike are told apart by being told one by one
        for one in findings:
            named = (self._key(one), *map(self.report.name, one.bodies))
            together.setdefault((self._key(one), seen[named]), []).append(one)
            seen[named] += 1
        return list(together.values())

    def _key(self, one: Finding) -> object:
        if len(one.bodies) != 1 or _NAME not in self._template(one)[1]:
            return one.key, id(one)
        return one.code, one.severity, one.certainty, one.constituency, self._template(one)[1]

    def _template(self, one: Finding) -> tuple[str, str]:
        """Message and remedy with a mark in place of the body's name."""
        name = self.report.name(one.bodies[0])
        return one.message.replace(name, _NAME), one.fix.replace(name, _NAME)

    def names(self, group: Group, last: str = "and") -> str:
        """The bodies of a group in a row."""
        return in_a_row([self.names_of.of(body) for one in group.findings for body in one.bodies], last)

    def told(self, finding: Finding) -> str:
        """The sentence of a finding, with bodies marked that are only proposed."""
        return self.names_of.marked(plainly(self.report, finding.message), (*finding.bodies, *finding.affects))

    @cached_property
    def printed(self) -> frozenset[int]:
        """The numbers of the findings for which a paper has room."""
        numbers: list[int] = []
        for family in FAMILIES:
            of_family = [number for group in self.on(family) for number in group.numbers]
            numbers += of_family if of_the_record(family) else of_family[:MOST_FINDINGS]
        return frozenset(numbers)

    def reference(self, numbers: Iterable[int]) -> str:
        """How a paper refers to findings: by their numbers those that stand in it, of the rest how many there are."""
        every = list(numbers)
        there = [number for number in every if number in self.printed]
        rest = len(every) - len(there)
        more = f"{words.many(rest, 'more finding' if there else 'finding')} not told here" if rest else ""
        return ", and ".join(filter(None, (reference(there), more)))


def _weighs(finding: Finding) -> tuple[int, bool]:
    return finding.severity.rank, finding.certainty is not _KNOWN


def by_weight(groups: Sequence[Group]) -> list[Group]:
    """Heaviest first, of the same weight what is stated first."""
    return sorted(groups, key=lambda one: (one.finding.severity.rank, not one.is_stated, one.first))


def family_of(finding: Finding) -> str:
    """The letters of its code: the question that it answers."""
    return finding.code.rstrip("0123456789")


def of_the_record(family: str) -> bool:
    """Whether a question is about waivers and baseline, which a paper tells in its appendix alone."""
    return any(rule.of is Subject.LEDGER for rule in all_rules() if rule.family == family)


def told(found: Found) -> Iterator[Block]:
    """Every finding that counts, question by question."""
    shown = [(family, found.on(family)) for family in FAMILIES if found.on(family) and not of_the_record(family)]
    if not shown:
        return
    yield Heading(1, "The findings")
    yield Paragraph(
        "Each finding says how much it weighs: an error is a fault to mend, a warning a weakness to look at, a note "
        "something to know. Those marked “not stated” rest on something that the file leaves open: they are questions "
        "to settle, and no statement that anything is wrong."
    )
    for family, groups in shown:
        yield Heading(2, FAMILIES[family])
        yield from _question(found, groups)


def _question(found: Found, groups: tuple[Group, ...]) -> Iterator[Block]:
    room = MOST_FINDINGS
    for group in groups:
        yield from _group(found, group, room)
        room -= min(room, len(group.findings))
    rest = sum(len(group.findings) for group in groups) - MOST_FINDINGS
    if rest > 0:
        yield Paragraph(f"and {words.many(rest, 'more finding')} on this question, for which a paper has no room.")


def _group(found: Found, group: Group, room: int) -> Iterator[Block]:
    shown = group.findings[:room]
    silent = [number for number, one in enumerate(shown, group.first) if not one.witness and not group.is_stated]
    together = len(silent) == len(shown) > 1
    for number, finding in enumerate(shown, group.first):
        yield Paragraph(found.told(finding), lead=f"Finding {number} ({_weight(finding)}).")
        yield from _evidence(found.report, finding)
        if number in silent and not together:
            yield Paragraph(_SILENT, lead="How we know:", inside=True)
    which = "" if len(shown) == 1 else f" ({reference(group.numbers[: len(shown)])})"
    if silent and together:
        yield Paragraph(_SILENT, lead=f"How we know{which}:", inside=True)
    if shown:
        yield Paragraph(group.fix, lead=f"What to do{which}:", inside=True)
        if group.finding.authority is not None:
            yield Paragraph(f"{group.finding.authority}.", lead=f"It rests on{which}:", inside=True)


def _weight(finding: Finding) -> str:
    return finding.severity.value + ("" if finding.certainty is _KNOWN else ", not stated")


def _evidence(report: Report, finding: Finding) -> Iterator[Block]:
    steps = [words.evidence(report, step) for step in finding.witness]
    if finding.witness_count > len(steps):
        steps.append(f"and {words.many(finding.witness_count - len(steps), 'more step')}")
    if len(steps) == 1:
        yield Paragraph(steps[0], lead="How we know:", inside=True)
    elif steps:
        yield Paragraph("", lead="How we know:", inside=True)
        yield Bullets(tuple(map(Item, steps)), inside=True)


def weights(findings: Sequence[Finding]) -> str:
    """How many of each weight there are, in a row: `3 errors and 8 warnings`."""
    counts = [(sum(one.severity is weight for one in findings), weight.value) for weight in Severity]
    return in_a_row([words.many(number, weight) for number, weight in counts if number])
