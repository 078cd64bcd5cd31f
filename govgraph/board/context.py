"""What every section of a paper is made from: the report, its graph, how bodies are named, what somebody chose."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from govgraph.board.wording import BodyNames
from govgraph.engine import Rule, Run, Subject, family_of, left_out
from govgraph.engine.rulebook import subject_of
from govgraph.findings import Finding, Item, Question, Report, Severity
from govgraph.findings.items import items
from govgraph.graph import GovernanceGraph
from govgraph.policy import Settings, options_for

_FILE = "DAT"
"""The family of rules on the file itself: what these ask is for the person who keeps the file."""


@dataclass(frozen=True)
class Choices:
    """The choices behind a report.

    Args:
        rules: the rules that were left out, of those that could have been asked.
        people: names of the groups of people that were not asked about.
        weights: the rules that weigh otherwise than they come, each with the weight that was chosen.

    """

    rules: tuple[Rule, ...] = ()
    people: tuple[str, ...] = ()
    weights: tuple[tuple[Rule, Severity], ...] = ()


@dataclass(frozen=True)
class Context:
    """One report, and what is needed to write of it.

    Args:
        report: what was found.
        graph: the structure on the day that is looked at.
        choices: what was left out, or weighed otherwise, by choice.

    """

    report: Run
    graph: GovernanceGraph
    choices: Choices

    @classmethod
    def of(cls, report: Run, graph: GovernanceGraph, settings: Settings) -> "Context":
        """The context of a report that was made with these settings."""
        return cls(report, graph, _choices(report, graph, settings))

    @cached_property
    def names(self) -> BodyNames:
        """How bodies are named."""
        return BodyNames(self.report, self.graph)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What the file leaves open, heaviest first."""
        return self.report.questions

    @cached_property
    def facts(self) -> tuple[Item, ...]:
        """What is wrong with the structure, heaviest first."""
        return tuple(item for item in self.report.facts if not is_about_the_file(item.first))

    @cached_property
    def facts_on_the_file(self) -> tuple[Item, ...]:
        """What is wrong with the file itself, or with the list of accepted findings: the board cannot mend it."""
        return tuple(item for item in self.report.facts if is_about_the_file(item.first))

    @cached_property
    def on_the_structure(self) -> Report:
        """The report without what is wrong with the file itself."""
        findings = (
            finding for finding in self.report.findings if finding.is_question or not is_about_the_file(finding)
        )
        return replace(self.report, findings=tuple(findings))

    def problems(self, findings: Iterable[Finding]) -> tuple[Item, ...]:
        """The facts among these findings, each shown once."""
        return items(finding for finding in findings if not finding.is_question)


def is_about_the_file(finding: Finding) -> bool:
    """Whether a finding is about how the structure is recorded, and not about the structure."""
    return family_of(finding.code) == _FILE or is_about_waivers(finding)


def is_about_waivers(finding: Finding) -> bool:
    """Whether a finding is about the waivers or the list of known findings."""
    return subject_of(family_of(finding.code)) is Subject.LEDGER


def _choices(report: Run, graph: GovernanceGraph, settings: Settings) -> Choices:
    subjects = {Subject.GRAPH}
    if report.compares:
        subjects.add(Subject.CHANGE)
    if settings.waivers:
        subjects.add(Subject.LEDGER)
    rules = left_out(report.rules, subjects, settings.select, settings.ignore, options_for(settings, graph.structure))
    people = graph.structure.constituencies
    weights = ((rule, settings.severity.get(rule.code, rule.severity)) for rule in report.rules)
    return Choices(
        tuple(rules),
        tuple(sorted(people[key].name for key in set(people) - set(graph.constituencies))),
        tuple((rule, weight) for rule, weight in weights if weight is not rule.severity),
    )
