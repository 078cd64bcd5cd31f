"""OVR101: bodies that decide, and that nobody scrutinises."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import ExclusionReason, GovernanceGraph
from govgraph.model import Activity
from govgraph.rules._phrases import complete_list, step_text
from govgraph.rules._scrutiny import oversight_text


def _deciders(graph: GovernanceGraph) -> list[str]:
    """Governance bodies that decide, or do not state what they do."""
    activities = ((body, graph.body(body).does) for body in graph.governance_bodies)
    return [body for body, does in activities if Activity.DECIDES in does or not does]


def _of_deciders(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _deciders(graph) else "No governance body in force decides."


@rule(code="OVR101", name="unscrutinised-decision-maker", severity=Severity.WARNING, applies_to=_of_deciders)
def unscrutinised_decision_maker(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body decides, and no other body scrutinises it.

    Why it matters:
        Whoever decides should have somebody outside the decision who asks in public how it came about. A line of
        accountability upward does not do that: those above often took part.

    Flagged:
        board: board, decides
        board -- overseen_by --> regulator

    Clean:
        board: board, decides
        board -- scrutinised_by --> scrutiny-committee
        scrutiny-committee: committee, scrutinises

    How to fix:
        State who scrutinises the body. If nobody does, ask the scrutiny committee of the council, or of the partner
        that decides, to take it into its work programme.
    """
    for body in _deciders(graph):
        if graph.scrutiny.scrutinisers(body):
            continue
        name = graph.name(body)
        decides = bool(graph.body(body).does)
        stated = decides and graph.lines_are_complete(body)
        message = f"{name} decides, and nobody {'scrutinises' if stated else 'is stated to scrutinise'} it."
        if not decides:
            message = f"Nobody is stated to scrutinise {name}, and whether it decides is not stated."
        message += oversight_text(graph, body)
        for line in graph.scrutiny.excluded(body):
            why = "that has ended" if line.reason is ExclusionReason.ENDED else f"that is {line.reason}"
            message += f" It is stated that {step_text(graph, line.tie.step)}, but {why}."
        yield Hit(
            bodies=(body,),
            certainty=Certainty.of(stated=stated),
            message=message,
            witness=[*graph.scrutiny.overseers(body), *([complete_list(graph, body, "lines")] if stated else [])],
            fix=f"Find out who scrutinises {name}, and state it. If nobody does, ask a scrutiny committee to take it "
            "into its work programme.",
        )
