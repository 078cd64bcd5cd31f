"""ACC102: bodies that answer to one another in a ring."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.findings.message import joined
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import ask_who_holds, of_bodies_on_a_line, step_text

_FEW = 8
"""Up to so many steps, the message names the way around the ring too."""


@rule(code="ACC102", name="reporting-cycle", severity=Severity.ERROR, applies_to=of_bodies_on_a_line)
def reporting_cycle(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Bodies answer to one another in a ring, or a body answers to itself.

    Why it matters:
        A report that comes back to its sender reaches nobody above it. In a ring each body can point to the next,
        and none can settle the matter. The W3C Organization Ontology expects reporting lines to have no rings
        (org:headOf).

    Flagged:
        board -- reports_to --> partnership
        partnership -- reports_to --> delivery-group
        delivery-group -- part_of --> board

    Clean:
        board -- reports_to --> partnership
        partnership -- reports_to --> delivery-group
        delivery-group -- works_with --> board

    How to fix:
        Ask those who set the bodies up which of them is above the others. That one should
        not answer to the others: remove its `reports_to` or `part_of` line to them.
    """
    for ring in graph.accountability.rings:
        steps, who = graph.accountability.path_around(ring), Bodies.of(graph, ring)
        message, fix = say("{who} [answers|answer] to [itself|themselves].", who=who), ask_who_holds(graph, ring)
        if len(ring) > 1:
            message = say("{who} answer to one another in a ring.", who=who)
            message &= joined(step_text(graph, step) for step in steps if len(steps) <= _FEW)
            fix = say("Ask those who set up {who} which of them is above the others.", who=who)
            fix &= say("That one should not answer to the others.")
        yield Hit(bodies=ring, message=message, fix=fix, witness=steps)
