"""ACC104: bodies whose every line rests on something less settled than they are."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.model import Status
from govgraph.rules._phrases import of_bodies_on_a_line, step_text


@rule(code="ACC104", name="line-on-unsettled-ground", severity=Severity.WARNING, applies_to=of_bodies_on_a_line)
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
    for unsettled in graph.unratified_lines():
        name = graph.name(unsettled.body)
        if unsettled.weak_body is not None:
            weak = f"{graph.name(unsettled.weak_body)}, which is {_status_text(graph.status(unsettled.weak_body))}"
        else:
            weak = f"a line that is {_status_text(unsettled.weak.status)} ({step_text(graph, unsettled.weak)})"
        yield Hit(
            bodies=(unsettled.body,),
            message=f"{name} is {graph.status(unsettled.body).words}, but every line of accountability stated for it "
            f"rests on {weak}.",
            witness=unsettled.line,
            fix=f"State to whom {name} answers until that is settled, or settle it first.",
        )


def _status_text(status: Status) -> str:
    return status.words if status is Status.UNDER_REVIEW else f"only {status.words}"
