"""MAN101: task and finish groups without a last day."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.rules._mandate import named_as_task_groups, of_task_groups, task_groups
from govgraph.rules._phrases import silence_hit


@rule(code="MAN101", name="open-ended-task-group", severity=Severity.WARNING, applies_to=of_task_groups)
def open_ended_task_group(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A task and finish group has no last day.

    Why it matters:
        Such a group is set up for one task and ends with it. Without an end it becomes a committee that nobody set up
        as one. It has no mandate and no public agenda, and nobody asks what came of the task.

    Flagged:
        group: task_and_finish_group
        group -- reports_to --> committee

    Clean:
        group: task_and_finish_group, until 2021-03
        group -- reports_to --> committee

    How to fix:
        Find out when the group ends, and record it (`until`). If no last day is set, record that (`open_ended: true`).
        Ask the body that set it up to set one, or to make it a standing group with terms of reference.
    """
    silent = []
    for body in task_groups(graph):
        if graph.body(body).open_ended:
            name = Bodies.of(graph, body)
            yield Hit(
                bodies=(body,),
                message=say("{body} [has|have] no last day.", body=name) & named_as_task_groups(graph, [body]),
                fix=say(
                    "Ask the [body:body|bodies] that set up {body} to set a last day, or to make "
                    "[body:it a standing group|them standing groups].",
                    body=name,
                ),
            )
        elif graph.body(body).until is None:
            silent.append(body)
    if silent:
        yield silence_hit(Aspect.LAST_DAY.of(graph, silent), message=named_as_task_groups(graph, silent))
