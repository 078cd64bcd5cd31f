"""The findings of a paper, numbered and grouped by question, each told once; and what could not be asked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from govgraph import language
from govgraph.board.blocks import Block, Bullets, Heading, Item, Paragraph
from govgraph.board.scope import Choices
from govgraph.board.wording import BodyNames, plain_words
from govgraph.engine import FAMILIES, Run, Subject, family_of
from govgraph.engine.rulebook import subject_of
from govgraph.findings import Certainty, Finding, Report
from govgraph.graph import GovernanceGraph
from govgraph.language import listed
from govgraph.render import statements, verdict

MOST_FINDINGS = 60
"""So many are told on one question; a sentence says how many more there are."""
_NAME = "\0"
_EACH = "each of them"
_PAIR = 2
RECORD = "DAT"
"""The question on the file itself: what it asks is for whoever keeps the file."""
_SILENT = "The file does not say. It may be so, or not."


@dataclass(frozen=True)
class FindingGroup:
    """Findings that one remedy would clear: of one rule, alike in all but the body. Numbered from `first` on."""

    findings: tuple[Finding, ...]
    first: int
    fix: str

    @property
    def finding(self) -> Finding:
        """The first finding of the group, which stands for all."""
        return self.findings[0]

    @property
    def family(self) -> str:
        """The letters of the code of its findings: the question that they answer."""
        return family_of(self.finding.code)

    @property
    def is_stated(self) -> bool:
        """Whether the file states what is wrong."""
        return self.finding.certainty is Certainty.STATED

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
    ranges = []
    for run in runs:
        ranges += [f"{run[0]} to {run[-1]}"] if len(run) > _PAIR else list(map(str, run))
    return f"Finding{'' if len(ordered) == 1 else 's'} {listed(ranges)}" if ranges else ""


class PaperFindings:
    """What a report found, as a paper tells it: in the order in which it is numbered.

    Args:
        report: the report.
        findings: those of its findings that are told; None: those that count.
        body_names: how bodies are named.
        choices: what was left out or weighed otherwise by choice.

    """

    def __init__(
        self, report: Run, findings: Sequence[Finding] | None, body_names: BodyNames, choices: Choices
    ) -> None:
        self.report = report
        self.body_names = body_names
        self.choices = choices
        self.findings = report.counted if findings is None else tuple(findings)

    @cached_property
    def groups(self) -> tuple[FindingGroup, ...]:
        """All groups: by question, heaviest first, of equal weight what is stated before what is not."""
        groups: list[FindingGroup] = []
        number = 1
        for family in FAMILIES:
            of_family = [finding for finding in self.findings if family_of(finding.code) == family]
            of_family.sort(key=lambda finding: (finding.severity.rank, finding.certainty is not Certainty.STATED))
            for findings in self._alike(of_family):
                fix = findings[0].fix if len(findings) == 1 else self._template(findings[0])[1].replace(_NAME, _EACH)
                groups.append(FindingGroup(tuple(findings), number, plain_words(self.report, fix)))
                number += len(findings)
        return tuple(groups)

    def on(self, family: str) -> tuple[FindingGroup, ...]:
        """The groups of one question."""
        return tuple(group for group in self.groups if group.family == family)

    def _alike(self, findings: list[Finding]) -> list[list[Finding]]:
        together: dict[object, list[Finding]] = {}
        seen: Counter[object] = Counter()  # bodies that are called alike are told apart by being told one by one
        for finding in findings:
            named = (self._key(finding), *map(self.report.name, finding.bodies))
            together.setdefault((self._key(finding), seen[named]), []).append(finding)
            seen[named] += 1
        return list(together.values())

    def _key(self, finding: Finding) -> object:
        if len(finding.bodies) != 1 or _NAME not in self._template(finding)[1]:
            return finding.key, id(finding)
        return finding.code, finding.severity, finding.certainty, finding.constituency, self._template(finding)[1]

    def _template(self, finding: Finding) -> tuple[str, str]:
        """Message and remedy with a mark in place of the body's name."""
        name = self.report.name(finding.bodies[0])
        return finding.message.replace(name, _NAME), finding.fix.replace(name, _NAME)

    def body_list(self, group: FindingGroup, last: str = "and") -> str:
        """The bodies of a group in a row."""
        return listed([self.body_names.of(body) for finding in group.findings for body in finding.bodies], last=last)

    def sentence(self, finding: Finding) -> str:
        """The sentence of a finding, with bodies marked that are only proposed."""
        return self.body_names.marked(plain_words(self.report, finding.message), (*finding.bodies, *finding.affects))

    @cached_property
    def printed(self) -> frozenset[int]:
        """The numbers of the findings for which a paper has room."""
        numbers: list[int] = []
        for family in FAMILIES:
            of_family = [number for group in self.on(family) for number in group.numbers]
            numbers += of_family if is_about_waivers(family) else of_family[:MOST_FINDINGS]
        return frozenset(numbers)

    def reference(self, numbers: Iterable[int]) -> str:
        """How a paper refers to findings: by their numbers those that stand in it, of the rest how many there are."""
        every = list(numbers)
        there = [number for number in every if number in self.printed]
        rest = len(every) - len(there)
        others = f"{language.plural(rest, 'more finding' if there else 'finding')} not told here" if rest else ""
        return ", and ".join(filter(None, (reference(there), others)))


def by_weight(groups: Sequence[FindingGroup]) -> list[FindingGroup]:
    """The groups, heaviest first, of equal weight what is stated first."""
    return sorted(groups, key=lambda group: (group.finding.severity.rank, not group.is_stated, group.first))


def is_about_waivers(family: str) -> bool:
    """Whether a question is about waivers and baseline, which a paper tells in its appendix alone."""
    return subject_of(family) is Subject.LEDGER


def findings_section(found: PaperFindings) -> Iterator[Block]:
    """Every finding that counts, question by question."""
    shown = [(family, found.on(family)) for family in FAMILIES if found.on(family) and not is_about_waivers(family)]
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
        room = MOST_FINDINGS
        for group in groups:
            yield from _group(found, group, max(room, 0))
            room -= len(group.findings)
        if room < 0:
            rest = language.plural(-room, "more finding")
            yield Paragraph(f"and {rest} on this question, for which a paper has no room.")


def _group(found: PaperFindings, group: FindingGroup, room: int) -> Iterator[Block]:
    shown = group.findings[:room]
    silent = [
        number for number, finding in enumerate(shown, group.first) if not finding.witness and not group.is_stated
    ]
    together = len(silent) == len(shown) > 1
    for number, finding in enumerate(shown, group.first):
        yield Paragraph(found.sentence(finding), lead=f"Finding {number} ({verdict.label(finding).lower()}).")
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


def _evidence(report: Report, finding: Finding) -> Iterator[Block]:
    steps = [statements.evidence(report, step) for step in finding.witness]
    if finding.witness_count > len(steps):
        steps.append(f"and {language.plural(finding.witness_count - len(steps), 'more step')}")
    if len(steps) == 1:
        yield Paragraph(steps[0], lead="How we know:", inside=True)
    elif steps:
        yield Paragraph("", lead="How we know:", inside=True)
        yield Bullets(tuple(map(Item, steps)), inside=True)


def severity_summary(findings: Sequence[Finding]) -> str:
    """How many of each weight there are, in a row: `3 errors and 8 warnings`."""
    return listed(verdict.severity_counts(findings))


_MOST_REASONS = 2


def open_questions(found: PaperFindings, graph: GovernanceGraph) -> str:
    """What the file leaves open, and what could not be asked: the third sentence of a summary."""
    nobody = ""
    if not graph.structure.constituencies:
        nobody = "Who is heard could not be asked, because the file names no group of people who should be heard"
    open_groups = [group for group in found.groups if not group.is_stated]
    number = sum(len(group.findings) for group in open_groups)
    clauses = []
    if number:
        of = {
            question: sum(len(group.findings) for group in open_groups if group.family == family)
            for family, question in FAMILIES.items()
        }
        where = listed([f"{number:,} under “{question}”" for question, number in of.items() if number])
        rest = language.plural(number, "finding rests", "findings rest")
        clauses.append(f"{rest} on silence of the file, so the board is asked to find out before it judges: {where}")
    clauses += _unasked_questions(found, graph)
    if not clauses and not nobody:
        which = "that was chosen" if found.choices.leaves_out else "of the rules"
        clauses = [f"every question {which} could be asked; what the file leaves out, nobody judged"]
    return f"{language.capitalised('; '.join(filter(None, (nobody, *clauses))))}."


def _unasked_questions(found: PaperFindings, graph: GovernanceGraph) -> list[str]:
    """Which questions could not be asked at all, each with the reasons; of how many only a part could not."""
    reasons: dict[str, list[str]] = {}
    for unasked in found.report.not_checked:
        reasons.setdefault(family_of(unasked.code), []).append(plain_words(found.report, unasked.reason).rstrip("."))
    asked = {family_of(code) for code in found.report.asked}
    questions, parts = [], 0
    for family, question in FAMILIES.items():
        if family not in reasons or (family == "REP" and not graph.structure.constituencies):
            continue
        if family in asked:
            parts += len(reasons[family])
        else:
            why = list(dict.fromkeys(reasons[family]))
            rest = len(why) - _MOST_REASONS
            others = [f"and {rest} more reasons, in the appendix"] if rest > 0 else []
            questions.append(f"“{question}” ({'; '.join([*why[:_MOST_REASONS], *others])})")
    sentences = [f"could not be asked: {listed(questions)}"] if questions else []
    if parts:
        rules_had = language.plural(parts, "rule had", "rules had")
        sentences.append(f"{rules_had} nothing in the file to ask about, and the appendix tells why")
    return sentences
