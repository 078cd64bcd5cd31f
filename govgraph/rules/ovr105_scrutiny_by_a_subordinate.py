"""OVR105: bodies that are scrutinised by bodies that answer to them."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph, PathUp, Tie
from govgraph.model import StatutoryForm
from govgraph.rules._phrases import step_text
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
    return "No board, committee or group in the file is scrutinised by another body."


@rule(code="OVR105", name="scrutiny-by-a-subordinate", severity=Severity.WARNING, applies_to=_of_lines)
def scrutiny_by_a_subordinate(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body is scrutinised by a body that answers to it, directly or through others.

    Why it matters:
        It is hard to question in public a body to which you must answer. The body above can change the members, the
        terms and the budget of those who ask. Scrutiny should come from beside or from outside.

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
        Ask the council for a body that does not answer to it: an overview and scrutiny committee, or an outside
        reviewer. A body may ask those who answer to it to review its work, but this is not scrutiny.
    """
    paths = _paths_up(graph)
    seen = set()
    for line in _lines(graph):
        pair, path = frozenset((line.body, line.to)), paths[line.to].get(line.body)
        if path is None or pair in seen:
            continue
        seen.add(pair)
        name, low = Bodies.of(graph, line.body), Bodies.of(graph, line.to)
        route = step_text(graph, path.steps[0])
        if path.length > 1:
            between = [step.end for step in path.steps[: path.length - 1]]
            through = Bodies.of(graph, between, path.length - 1)
            route = say("The line from {low} to {name} runs through {through}.", low=low, name=name, through=through)
        remedy = "Ask the council to have {name} scrutinised by a body that does not answer to [it|them]."
        fault = "{name} [is|are] scrutinised by {low}, which [answers|answer] to [name:it|them]."
        yield Hit(
            bodies=graph.in_order(pair),
            message=say(fault, name=name, low=low) & route,
            witness=[line.step, *path.steps],
            witness_count=1 + path.length,
            fix=say(remedy, name=name),
        )


def _paths_up(graph: GovernanceGraph) -> dict[str, dict[str, PathUp]]:
    """For each body that scrutinises, its paths up to those that it scrutinises."""
    scrutinised: dict[str, list[str]] = {}
    for line in _lines(graph):
        scrutinised.setdefault(line.to, []).append(line.body)
    return {body: graph.accountability.shortest_paths(body, targets) for body, targets in scrutinised.items()}
