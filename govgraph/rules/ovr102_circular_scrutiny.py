"""OVR102: bodies that scrutinise one another."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import names


def _of_scrutiny(graph: GovernanceGraph, options: Options) -> str | None:
    return None if graph.scrutiny.is_stated() else "No scrutiny is stated."


@rule(code="OVR102", name="circular-scrutiny", severity=Severity.WARNING, applies_to=_of_scrutiny)
def circular_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Bodies scrutinise one another in a ring, or a body scrutinises itself.

    Why it matters:
        Whoever is to be scrutinised tomorrow by the body before them has a reason to be gentle today.

    Flagged:
        board -- scrutinised_by --> committee
        committee -- scrutinised_by --> board

    Clean:
        board -- scrutinised_by --> committee
        committee -- reports_to --> board

    How to fix:
        Let somebody outside the ring scrutinise at least one of the bodies in it, and take out the line that
        closes the ring.
    """
    for ring, steps in graph.scrutiny.rings(among=graph.governance_bodies):
        who = names(graph, ring)
        yield Hit(
            bodies=ring,
            message=f"{who} scrutinises itself." if len(ring) == 1 else f"{who} scrutinise one another.",
            witness=steps,
            fix=f"Let somebody else scrutinise {who if len(ring) == 1 else f'one of {who}'}, and take out the line "
            "that closes the ring.",
        )
