"""OVR102: bodies that scrutinise one another."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph


def _of_scrutiny(graph: GovernanceGraph, options: Options) -> str | None:
    return None if graph.scrutiny.is_stated() else "The file does not name anybody who scrutinises a body."


@rule(code="OVR102", name="circular-scrutiny", severity=Severity.WARNING, applies_to=_of_scrutiny)
def circular_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Bodies scrutinise one another in a ring, or a body scrutinises itself.

    Why it matters:
        A body that will be scrutinised tomorrow by the body in front of it has a reason to be gentle today.

    Flagged:
        board -- scrutinised_by --> committee
        committee -- scrutinised_by --> board

    Clean:
        board -- scrutinised_by --> committee
        committee -- reports_to --> board

    How to fix:
        Ask the council to find a body outside the ring to scrutinise at least one of the bodies in it. Then take out
        the `scrutinised_by` line that closes the ring.
    """
    for ring, steps in graph.scrutiny.rings(among=graph.governance_bodies):
        who = Bodies.of(graph, ring)
        message = say("{who} [scrutinises|scrutinise] [itself|themselves].", who=who)
        fix = say("Ask the council to find another body to scrutinise {who}.", who=who)
        if len(ring) > 1:
            message = say("{who} scrutinise one another.", who=who)
            fix = say("Ask the council to find a body outside the ring to scrutinise one of {who}.", who=who)
        yield Hit(bodies=ring, message=message, witness=steps, fix=fix)
