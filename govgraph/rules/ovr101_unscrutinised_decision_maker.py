"""OVR101: bodies that decide, and that nobody scrutinises."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph
from govgraph.model import Activity
from govgraph.rules._phrases import complete_list, excluded_text
from govgraph.rules._scrutiny import oversight


def _deciders(graph: GovernanceGraph) -> list[str]:
    """Governance bodies that decide, or do not state what they do."""
    activities = ((body, graph.body(body).does) for body in graph.governance_bodies)
    return [body for body, does in activities if Activity.DECIDES in does or not does]


def _of_deciders(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _deciders(graph) else "No board, committee or group in the file makes decisions."


@rule(code="OVR101", name="unscrutinised-decision-maker", severity=Severity.WARNING, applies_to=_of_deciders)
def unscrutinised_decision_maker(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body makes decisions, and no other body scrutinises it.

    Why it matters:
        Somebody who took no part in a decision should ask in public how it came about. A line of accountability does
        not do that: those above often took part.

    Flagged:
        board: board, decides
        board -- overseen_by --> regulator

    Clean:
        board: board, decides
        board -- scrutinised_by --> scrutiny-committee
        scrutiny-committee: committee, scrutinises

    How to fix:
        Find out who scrutinises the body, and record it under `scrutinised_by`. If nobody does, ask a scrutiny
        committee of the council to take the body into its work programme.
    """
    for body in _deciders(graph):
        if graph.scrutiny.scrutinisers(body):
            continue
        name, is_decider, complete = Bodies.of(graph, body), bool(graph.body(body).does), graph.lines_are_complete(body)
        lacks = [] if is_decider else [Aspect.REMIT.of(graph, body)]
        lacks += [] if complete else [Aspect.SCRUTINISERS.of(graph, body)]
        message = NOTHING
        if is_decider and complete:
            message = say("{name} [makes|make] decisions, and nobody scrutinises [it|them].", name=name)
        elif is_decider or complete:
            fact = "{name} [makes|make] decisions." if is_decider else "Nobody scrutinises {name}."
            message = say(fact, name=name)
        excluded = joined(excluded_text(graph, line) for line in graph.scrutiny.excluded(body))
        fix = say("Ask a scrutiny committee of the council to take {name} into its work programme.", name=name)
        yield Hit(
            bodies=(body,),
            lacks=lacks,
            message=message & oversight(graph, body) & excluded,
            witness=[*graph.scrutiny.overseers(body), *([] if lacks else [complete_list(graph, body, "lines")])],
            fix=NOTHING if lacks else fix,
        )
