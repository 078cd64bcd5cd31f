"""OVR105: bodies that are scrutinised by whoever answers to them."""

from collections.abc import Iterator
from functools import cache

from govgraph.findings import Hit, Severity, Step
from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import names, said


def _pairs(graph: GovernanceGraph) -> list[tuple[str, str, Step]]:
    """Governance bodies and who scrutinises them. A whole council is normally scrutinised by a committee of its own."""
    governs = {body for body in graph.governance_bodies if graph.body(body).statutory is not StatutoryForm.FULL_COUNCIL}
    return [
        (pair.scrutinised, pair.scrutiniser, pair.step)
        for pair in graph.scrutiny.pairs()
        if pair.scrutinised in governs and pair.scrutinised != pair.scrutiniser
    ]


def _of_pairs(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _pairs(graph) else "No governance body is stated to be scrutinised by another body."


@rule(code="OVR105", name="scrutiny-by-a-subordinate", severity=Severity.WARNING, asks=_of_pairs)
def scrutiny_by_a_subordinate(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body is scrutinised by a body that answers to it, directly or by way of others.

    Why it matters:
        Whoever must answer to a body will find it hard to question it in public: the body above can change the
        membership, the terms and the budget of those who ask. Scrutiny should come from beside or from outside.

    Flagged:
        board -- scrutinised_by --> panel
        panel -- reports_to --> delivery-group
        delivery-group -- reports_to --> board
        board -- part_of --> council
        council: organisation

    Clean:
        board -- scrutinised_by --> panel
        panel -- part_of --> council
        delivery-group -- reports_to --> board
        board -- part_of --> council
        council: organisation

    How to fix:
        Let a body scrutinise it that does not answer to it: the overview and scrutiny committee of the council, or
        an outside reviewer. What answers to a body may review its work for it, but that is no scrutiny.
    """
    above = cache(lambda body: frozenset(graph.accountability.nearest_first(body)))
    told = set()
    for scrutinised, scrutiniser, step in _pairs(graph):
        pair = graph.in_order((scrutinised, scrutiniser))
        if pair in told or scrutinised not in above(scrutiniser):
            continue
        told.add(pair)
        _, line = graph.accountability.nearest_below(scrutinised, scrutiniser.__eq__)
        name, other = graph.name(scrutinised), graph.name(scrutiniser)
        between = [step.end for step in line[:-1]]
        how = f" by way of {names(graph, between)}" if between else f": {said(graph, line[0])}"
        yield Hit(
            bodies=pair,
            message=f"{name} is scrutinised by {other}, which answers to it{how}.",
            witness=[step, *line],
            fix=f"Let a body scrutinise {name} that does not answer to it, such as the scrutiny committee of the "
            f"council, or state to whom {other} answers if it is not {name}.",
        )
