"""ACC108: bodies that have no link to any other."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import ask_who_holds, complete_list, of_governance_bodies


@rule(code="ACC108", name="unattached-body", severity=Severity.WARNING, applies_to=of_governance_bodies)
def unattached_body(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A board, committee or group has no link to any other body in the file.

    Why it matters:
        Either the file is not finished, or a group meets and nobody can say where it belongs, who hears it, or who
        sits on it.

    Flagged:
        board -- accountable_to --> the council
        steering-group: working_group

    Clean:
        board -- accountable_to --> the council
        steering-group: working_group
        steering-group -- feeds_into --> board

    How to fix:
        Find out what the body reports to, is part of or feeds into, or who sits on it. Record that under
        `reports_to`, `part_of`, `feeds_into` or `seats`. Take it out of the file if it does not belong there.
    """
    for body in graph.unattached:
        name, fix = Bodies.of(graph, body), ask_who_holds(graph, [body])
        fix &= say("If {name} [does|do] not belong to this structure, take [name:it|them] out of the file.", name=name)
        hit = Hit(
            bodies=(body,),
            message=say("{name} [answers|answer] to nobody, and the file links no other body to [it|them].", name=name),
            witness=[complete_list(graph, body, "lines")],
            fix=fix,
        )
        is_open = not graph.lines_are_complete(body)
        yield Hit(bodies=(body,), lacks=[Aspect.REPORTS_TO.of(graph, body)]) if is_open else hit
