"""MAN102: task and finish groups that go on past their end."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import day, partial_date
from govgraph.model import Status
from govgraph.rules._mandate import is_task_group


def _of_stated_task_groups(graph: GovernanceGraph, options: Options) -> str | None:
    """Groups that are not in force count too: they are what the rule finds."""
    stated = any(is_task_group(graph, body) for body in graph.structure.bodies)
    return None if stated else "No task and finish group is stated."


@rule(code="MAN102", name="task-group-past-its-end", severity=Severity.WARNING, applies_to=_of_stated_task_groups)
def task_group_past_its_end(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The last day of a task and finish group has passed, and it is stated to be in place all the same.

    Why it matters:
        A group that goes on past its end works without a mandate: nobody has asked it to, and nobody need take what
        it recommends.

    Flagged:
        committee: committee
        group: task_and_finish_group, in_place, until 2020-06
        group -- reports_to --> committee

    Clean:
        committee: committee
        group: task_and_finish_group, in_place, until 2020-12
        group -- reports_to --> committee

    How to fix:
        Ask the body that set it up to end it and to receive its report, or to extend it, and state the new last day
        (`until`). If it has ended, state that (`status: ended`).
    """
    for body in graph.history.active_past_last_day():
        if is_task_group(graph, body):
            stated, name = graph.body(body), graph.name(body)
            status = "under review" if stated.status is Status.UNDER_REVIEW else "in place"
            yield Hit(
                bodies=(body,),
                message=f"{name} is a task and finish group that was to last until {partial_date(stated.until or '')}. "
                f"On {day(graph.as_of)}, that is past, and it is stated to be {status} all the same.",
                fix=f"Ask the body that set up {name} to end it, or to extend it, and state which (status, until).",
            )
