"""How the membership of a body must be made up, as evidence."""

from govgraph.graph.standing import Presence
from govgraph.graph.ties import Step
from govgraph.language import listed
from govgraph.model import Composition, Structure


def counted_words(structure: Structure, rule: Composition) -> str:
    """Whom a rule on members counts, in words; empty where it counts everybody."""
    if rule.on_behalf_of is not None:
        return structure.constituencies[rule.on_behalf_of].name
    return rule.capacity_words


def composition_step(structure: Structure, stated: Presence[Composition]) -> Step:
    """A rule on members as evidence: the body must have `at least half of the members for Parent carers`."""
    rule, who = stated.part, counted_words(structure, stated.part)
    link = "" if not who else " for " if rule.on_behalf_of is not None else " as "
    limits = f"{listed(rule.limits)}{link}{who}"
    return Step(stated.body, stated.relation, limits, stated.status, stated.source)
