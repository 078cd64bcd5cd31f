"""How the membership of a body is made up by its rules, and whether members may send substitutes."""

from collections.abc import Iterator

from govgraph.graph import GovernanceGraph, composition_step
from govgraph.model import Body
from govgraph.render.statements import evidence_line


def rules_on_members(graph: GovernanceGraph, body: str) -> Iterator[str]:
    """A line for each rule on who its members are: `The Board must have at least half ... (Terms of reference)`."""
    for stated in graph.voice.composition_of(body):
        yield evidence_line(graph.structure, composition_step(graph.structure, stated))


def limits_on_members(graph: GovernanceGraph, body: str) -> str:
    """Its rules on who its members are, without their sources; empty where there are none."""
    steps = (composition_step(graph.structure, stated) for stated in graph.voice.composition_of(body))
    return "; ".join(step.end for step in steps)


def substitutes(stated: Body) -> str:
    """Whether members may send a substitute, and what limits that; empty where the file does not say."""
    if stated.substitutes is None and not stated.substitutes_limit:
        return ""
    words = "not allowed" if stated.substitutes is False else "allowed" if stated.substitutes else ""
    return "; ".join(filter(None, (words, stated.substitutes_limit)))
