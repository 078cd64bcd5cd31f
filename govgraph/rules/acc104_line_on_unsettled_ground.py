"""ACC104: bodies whose every line rests on something less settled than they are."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.model import Status
from govgraph.rules._asks import of_bodies_on_a_line
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import said


@rule(code="ACC104", name="line-on-unsettled-ground", severity=Severity.WARNING, asks=of_bodies_on_a_line)
def line_on_unsettled_ground(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Every stated line of a body needs something that is only proposed, or under review, while the body is not.

    Why it matters:
        A body at work today that answers only by way of a plan answers to nobody if the plan falls, and to nobody
        until it comes.

    Flagged:
        partnership-board: in_place
        partnership-board -- reports_to[proposed] --> strategic-board
        strategic-board -- accountable_to --> the council

    Clean:
        partnership-board: proposed
        partnership-board -- reports_to[proposed] --> strategic-board
        strategic-board -- accountable_to --> the council

    How to fix:
        State to whom the body answers until the proposal is settled, or settle it first.
    """
    for one in graph.on_unsettled_ground():
        name = graph.name(one.body)
        if one.weak_body is not None:
            weak = f"{graph.name(one.weak_body)}, which is {_only(graph.status(one.weak_body))}"
        else:
            weak = f"a line that is {_only(one.weak.status)} ({said(graph, one.weak)})"
        yield Hit(
            bodies=(one.body,),
            message=f"{name} is {graph.status(one.body).words}, but every line of accountability stated for it rests "
            f"on {weak}.",
            witness=one.line,
            fix=f"State to whom {name} answers until that is settled, or settle it first.",
        )


def _only(status: Status) -> str:
    return status.words if status is Status.UNDER_REVIEW else f"only {status.words}"
