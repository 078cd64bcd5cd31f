"""ACC108: bodies that nothing ties to the structure."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import complete_list, of_governance_bodies


@rule(code="ACC108", name="unattached-body", severity=Severity.WARNING, applies_to=of_governance_bodies)
def unattached_body(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A governance body stands in the file with no relation to any other, either way.

    Why it matters:
        Either the file is not finished, or there is a group that meets, and of which nobody can say where it
        belongs, who hears it, or who sits on it.

    Flagged:
        board -- accountable_to --> the council
        steering-group: working_group

    Clean:
        board -- accountable_to --> the council
        steering-group: working_group
        steering-group -- feeds_into --> board

    How to fix:
        State where the body belongs: to whom it reports, what it is part of, what it feeds into, or who sits on
        it. Delete it if it does not belong here.
    """
    for body in graph.unattached:
        name, complete = graph.name(body), graph.lines_are_complete(body)
        message = f"The file states no tie between {name} and any other body."
        if complete:
            message = f"{name} answers to nobody: the list of its lines is complete and empty, and no other tie to it "
            message += "is stated."
        yield Hit(
            bodies=(body,),
            certainty=Certainty.of(stated=complete),
            message=message,
            witness=[complete_list(graph, body, "lines")] if complete else [],
            fix=f"State where {name} belongs: to whom it reports, what it feeds into, who sits on it. "
            "Take it out if it does not belong here.",
        )
