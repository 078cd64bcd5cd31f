"""MAN101: task and finish groups of which no end is stated."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._mandate import of_task_groups, task_group_sentence, task_groups
from govgraph.rules._phrases import is_singular, names, silence_hit


@rule(code="MAN101", name="open-ended-task-group", severity=Severity.WARNING, applies_to=of_task_groups)
def open_ended_task_group(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """No last day is stated of a task and finish group.

    Why it matters:
        Such a group is set up for one task and ends with it. Without an end it becomes a committee that nobody set up
        as one: without a mandate, without a public agenda, and nobody asks what came of the task.

    Flagged:
        group: task_and_finish_group
        group -- reports_to --> committee

    Clean:
        group: task_and_finish_group, until 2021-03
        group -- reports_to --> committee

    How to fix:
        State the last day of the group (`until`). If none is set, ask the body that set it up to set one, or to make
        it a standing group with terms of reference.
    """
    endless = tuple(body for body in task_groups(graph) if graph.body(body).until is None)
    if endless:
        who, singular = names(graph, endless), is_singular(graph, endless)
        verb = "is" if singular else "are"
        yield silence_hit(
            endless,
            message=task_group_sentence(graph, endless, f"when {{who}} {verb} to end is not stated"),
            fix=f"Find out when {who} {verb} to end, and state it (until). If no end is set, ask "
            f"{'the body that set it up' if singular else 'the bodies that set them up'} to set one.",
        )
