"""What somebody chose beside the rules as they come: rules left out, groups not asked about, weights of their own."""

from dataclasses import dataclass

from govgraph.findings import Report, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules import Rule, Subject, all_rules, left_out
from govgraph.settings import Settings, options_for


@dataclass(frozen=True)
class Chosen:
    """The choices behind a report.

    Args:
        rules: the rules that were left out, of those that could have been asked.
        people: names of the groups of people that were not asked about.
        weights: the rules that weigh otherwise than they come, each with the weight that was chosen.

    """

    rules: tuple[Rule, ...] = ()
    people: tuple[str, ...] = ()
    weights: tuple[tuple[Rule, Severity], ...] = ()

    @property
    def leaves_out(self) -> bool:
        """Whether anything was not asked, by choice."""
        return bool(self.rules or self.people)


def chosen(report: Report, graph: GovernanceGraph, settings: Settings) -> Chosen:
    """What was chosen for one report."""
    subjects = {Subject.GRAPH}
    if report.against is not None and report.against.structure is not None:
        subjects.add(Subject.CHANGE)
    if settings.waivers:
        subjects.add(Subject.LEDGER)
    rules = left_out(subjects, settings.select, settings.ignore, options_for(settings, graph.structure))
    people = graph.structure.constituencies
    weights = ((rule, settings.severity.get(rule.code, rule.severity)) for rule in all_rules())
    return Chosen(
        tuple(rules),
        tuple(
            people[who].name
            for who in sorted(set(people) - set(graph.constituencies), key=lambda one: people[one].name)
        ),
        tuple((rule, weight) for rule, weight in weights if weight is not rule.severity),
    )
