"""OVR105: bodies that are scrutinised by whoever answers to them."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, PathUp, Tie
from govgraph.model import StatutoryForm
from govgraph.rules._phrases import names, step_text
from govgraph.rules._scrutiny import lines_of_scrutiny


def _lines(graph: GovernanceGraph) -> Iterator[Tie]:
    """The lines of scrutiny of governance bodies, but for a whole council, which a committee of its own scrutinises."""
    for line in lines_of_scrutiny(graph):
        body = graph.body(line.body)
        if body.governs and body.statutory is not StatutoryForm.FULL_COUNCIL:
            yield line


def _of_lines(graph: GovernanceGraph, options: Options) -> str | None:
    if any(True for _ in _lines(graph)):
        return None
    return "No governance body is stated to be scrutinised by another body."


@rule(code="OVR105", name="scrutiny-by-a-subordinate", severity=Severity.WARNING, applies_to=_of_lines)
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
    paths = _paths_up(graph)
    seen = set()
    for line in _lines(graph):
        pair, path = frozenset((line.body, line.to)), paths[line.to].get(line.body)
        if path is None or pair in seen:
            continue
        seen.add(pair)
        name, scrutiniser = graph.name(line.body), graph.name(line.to)
        between = [step.end for step in path.steps[: path.length - 1]]
        route = f": {step_text(graph, path.steps[0])}"
        if between:
            route = f" by way of {names(graph, between, path.length - 1)}"
        yield Hit(
            bodies=graph.in_order(pair),
            message=f"{name} is scrutinised by {scrutiniser}, which answers to it{route}.",
            witness=[line.step, *path.steps],
            witness_count=1 + path.length,
            fix=f"Let a body scrutinise {name} that does not answer to it, such as the scrutiny committee of the "
            f"council, or state to whom {scrutiniser} answers if it is not {name}.",
        )


def _paths_up(graph: GovernanceGraph) -> dict[str, dict[str, PathUp]]:
    """For each body that scrutinises, its paths up to those that it scrutinises."""
    scrutinised: dict[str, list[str]] = {}
    for line in _lines(graph):
        scrutinised.setdefault(line.to, []).append(line.body)
    return {body: graph.accountability.shortest_paths(body, targets) for body, targets in scrutinised.items()}
