"""ACC104: bodies whose every line rests on something less settled than they are."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.findings.message import Part
from govgraph.graph import GovernanceGraph
from govgraph.model import Status
from govgraph.rules._phrases import ask_who_holds, of_bodies_on_a_line, step_text


@rule(code="ACC104", name="line-on-unsettled-ground", severity=Severity.WARNING, applies_to=of_bodies_on_a_line)
def line_on_unsettled_ground(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Every line of a body rests on something that is only proposed, or under review, while the body is not.

    Why it matters:
        A body that works today, but answers to others only through a plan, answers to nobody until the plan is
        agreed. If the plan is dropped, it never will.

    Flagged:
        partnership-board: in_place
        partnership-board -- reports_to[proposed] --> strategic-board
        strategic-board -- accountable_to --> the council

    Clean:
        partnership-board: proposed
        partnership-board -- reports_to[proposed] --> strategic-board
        strategic-board -- accountable_to --> the council

    How to fix:
        Ask those who set up the body who should hold it to account until the proposal is
        settled. Or ask them to settle it first.
    """
    for body, line, weak, above in graph.unratified_lines():
        status = weak.status if above is None else graph.status(above)
        how = Part(status.words if status is Status.UNDER_REVIEW else f"only {status.words}")
        why = step_text(graph, weak, "That {start} {does} {end} is {how}.", how=how)
        if above is not None:
            why = say("{above} [is|are] {how}.", above=Bodies.of(graph, above), how=how)
        fault = "{body} [is|are] {status}, but every line that [body:it has|they have] rests on something less settled."
        yield Hit(
            bodies=(body,),
            message=say(fault, body=Bodies.of(graph, body), status=graph.status(body).words) & why,
            witness=line,
            fix=ask_who_holds(graph, [body], " in the meantime"),
        )
