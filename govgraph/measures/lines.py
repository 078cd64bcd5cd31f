"""The lines of accountability of a graph as numbers, and how many bodies answer to one directly."""

from typing import NamedTuple

from govgraph.graph import GovernanceGraph
from govgraph.measures.shape import Shape, shape
from govgraph.model import relation_keys


class Span(NamedTuple):
    """A body, and how many others answer to it directly."""

    body: str
    number: int


def lines_of(graph: GovernanceGraph) -> dict[str, list[str]]:
    """Every body on a line, with those that it answers to, each once and without itself."""
    found: dict[str, dict[str, None]] = {}
    for tie in graph.ties:
        if relation_keys()[tie.relation].line and tie.body != tie.to:
            found.setdefault(tie.body, {})[tie.to] = None
            found.setdefault(tie.to, {})
    return {body: list(found[body]) for body in graph.in_order(found)}


def shape_of(graph: GovernanceGraph) -> Shape:
    """The shape of all lines."""
    lines = lines_of(graph)
    index = {body: number for number, body in enumerate(lines)}
    return shape([[index[other] for other in above] for above in lines.values()])


def spans(graph: GovernanceGraph) -> tuple[Span, ...]:
    """Every body to which others answer, the one with most of them first."""
    counts: dict[str, int] = {}
    for above in lines_of(graph).values():
        for body in above:
            counts[body] = counts.get(body, 0) + 1
    return tuple(Span(body, counts[body]) for body in sorted(graph.in_order(counts), key=lambda one: -counts[one]))
