"""DAT101: bodies for which no source is given."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import of_any_body


@rule(code="DAT101", name="no-source", severity=Severity.NOTE, applies_to=of_any_body)
def no_source(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The file gives no source for a body.

    Why it matters:
        Those who act in public on what a file says must be able to show where it is from.

    Flagged:
        board -- accountable_to --> the council

    Clean:
        sources: minutes
        board: board, source minutes
        board -- accountable_to --> the council

    How to fix:
        Give the body a `source`, or the whole file one: a document with its title, date and address.
    """
    for body in graph.bodies:
        if graph.source_of(body) is None:
            yield Hit(
                bodies=(body,),
                message=say("The file gives no source for {body}.", body=Bodies.of(graph, body)),
                fix=say("Add the document that says so, with its title, date and address."),
            )
