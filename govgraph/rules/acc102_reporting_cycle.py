"""ACC102: bodies that answer to one another in a ring."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import listed
from govgraph.rules._phrases import names, of_bodies_on_a_line, step_text

_FEW = 8
"""Up to so many steps, the message names the way around the ring too."""


@rule(code="ACC102", name="reporting-cycle", severity=Severity.ERROR, applies_to=of_bodies_on_a_line)
def reporting_cycle(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Bodies answer to one another in a ring, or a body answers to itself.

    Why it matters:
        A report that comes back to its sender is judged by nobody who stands above it. In a ring each body can
        point to the next, and none can settle the matter. The W3C Organization Ontology takes reporting lines to
        have no rings (org:headOf).

    Flagged:
        board -- reports_to --> partnership
        partnership -- reports_to --> delivery-group
        delivery-group -- part_of --> board

    Clean:
        board -- reports_to --> partnership
        partnership -- reports_to --> delivery-group
        delivery-group -- works_with --> board

    How to fix:
        Decide which of the bodies stands above the others, and take out the line that leads on from it to them.
    """
    for ring in graph.accountability.rings:
        steps, who = graph.accountability.path_around(ring), names(graph, ring)
        if len(ring) == 1:
            message = f"{who} answers to itself."
            fix = f"Take out the line from {who} to itself, and state to whom it does answer."
        else:
            way = f": {listed([step_text(graph, step) for step in steps])}" if len(steps) <= _FEW else ""
            message = f"{who} answer to one another in a ring{way}."
            fix = f"Decide who stands at the top of {who}, and take out its line to the others."
        yield Hit(bodies=ring, message=message, fix=fix, witness=steps)
