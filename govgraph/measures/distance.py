"""How far it is, along lines of accountability either way, from each body to the nearest seat of a group of people."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.graph import GovernanceGraph
from govgraph.model import relation_keys


class Distance(NamedTuple):
    """From one body, for one group of people: how many steps; None where no line leads to a seat of theirs."""

    body: str
    constituency: str
    steps: int | None


def distances(graph: GovernanceGraph) -> Iterator[Distance]:
    """Every governance body with every group that is asked about."""
    beside = _beside(graph)
    for who in graph.constituencies:
        seated = [body for body in graph.bodies if graph.voice.standing(body, who).has_seat]
        steps = dict.fromkeys(seated, 0)
        for body in seated:  # grows while it is read: it is the queue
            for other in beside.get(body, ()):
                if other not in steps:
                    steps[other] = steps[body] + 1
                    seated.append(other)
        yield from (Distance(body, who, steps.get(body)) for body in graph.governance_bodies)


def _beside(graph: GovernanceGraph) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tie in graph.ties:
        if relation_keys()[tie.relation].line:
            found.setdefault(tie.body, []).append(tie.to)
            found.setdefault(tie.to, []).append(tie.body)
    return found
