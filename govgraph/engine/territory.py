"""Where and when the law on which a rule rests applies: which bodies the rule sees, and what a hit then proves."""

from dataclasses import replace
from typing import Any

from govgraph.engine.rulebook import Options, Rule
from govgraph.findings import Aspect, Hit, say
from govgraph.findings.authority import LAW_OF
from govgraph.findings.message import message_of
from govgraph.graph import GovernanceGraph
from govgraph.model import Nation


def where_law_runs(rule: Rule, subject: Any) -> Any:
    """The graph as the law on which a rule rests sees it; any other subject as it is."""
    territory = rule.authority.territory if rule.authority is not None else frozenset[Nation]()
    return subject.within(territory) if territory and isinstance(subject, GovernanceGraph) else subject


def why_not_asked(rule: Rule, subject: Any, seen: Any, settings: Options) -> str | None:
    """Why a rule cannot be asked of a subject, of which `seen` is what its law sees; None where it can."""
    why, law = rule.applies_to(subject, settings) or None, rule.authority
    if why is None and law is not None:
        why = law.why_not_on(subject.as_of)
        if why is None and rule.applies_to(seen, settings):
            why = law.why_not_there
    return why


def with_nation(rule: Rule, graph: object, hit: Hit) -> Hit:
    """A hit of a rule from law: a question, too, as long as it is open in which nation one of its bodies is."""
    if rule.authority is None or not rule.authority.territory or not isinstance(graph, GovernanceGraph):
        return hit
    bodies = hit.bodies or hit.together
    unplaced = [body for body in bodies if body in graph.structure.bodies and graph.nation_of(body) is None]
    if not unplaced:
        return hit
    lacks, law = tuple(hit.lacks), say(LAW_OF, where=rule.authority.where)
    return replace(
        hit,
        lacks=(Aspect.NATION.of(graph, unplaced), *lacks),
        message=message_of(hit.message) & law,
        fix=hit.fix if lacks else "",  # what to do about a breach, where it is not known whether it is one
    )
