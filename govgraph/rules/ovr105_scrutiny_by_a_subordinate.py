"""OVR105: bodies that are scrutinised by whoever answers to them."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Tie, Way
from govgraph.model import StatutoryForm
from govgraph.rules._both_sides import lines_of_scrutiny
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import names, said


def _lines(graph: GovernanceGraph) -> Iterator[Tie]:
    """Who scrutinises governance bodies. A whole council is normally scrutinised by a committee of its own."""
    for line in lines_of_scrutiny(graph):
        body = graph.body(line.body)
        if body.governs and body.statutory is not StatutoryForm.FULL_COUNCIL:
            yield line


def _of_lines(graph: GovernanceGraph, options: Options) -> str | None:
    if any(True for _ in _lines(graph)):
        return None
    return "No governance body is stated to be scrutinised by another body."


@rule(code="OVR105", name="scrutiny-by-a-subordinate", severity=Severity.WARNING, asks=_of_lines)
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
    ways = _ways_up(graph)
    told = set()
    for line in _lines(graph):
        pair, way = frozenset((line.body, line.to)), ways[line.to].get(line.body)
        if way is None or pair in told:
            continue
        told.add(pair)
        name, other = graph.name(line.body), graph.name(line.to)
        between = [step.end for step in way.steps[: way.length - 1]]
        how = f" by way of {names(graph, between, way.length - 1)}" if between else f": {said(graph, way.steps[0])}"
        yield Hit(
            bodies=graph.in_order(pair),
            message=f"{name} is scrutinised by {other}, which answers to it{how}.",
            witness=[line.step, *way.steps],
            witness_count=1 + way.length,
            fix=f"Let a body scrutinise {name} that does not answer to it, such as the scrutiny committee of the "
            f"council, or state to whom {other} answers if it is not {name}.",
        )


def _ways_up(graph: GovernanceGraph) -> dict[str, dict[str, Way]]:
    """For each body that scrutinises, its ways up to those that it scrutinises."""
    scrutinised: dict[str, list[str]] = {}
    for line in _lines(graph):
        scrutinised.setdefault(line.to, []).append(line.body)
    return {body: graph.accountability.shortest_ways(body, others) for body, others in scrutinised.items()}
