"""MAN102: task and finish groups that go on past their end."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.language import partial_date
from govgraph.model import Status
from govgraph.rules._mandate import is_task_group


def _of_stated_task_groups(graph: GovernanceGraph, options: Options) -> str | None:
    """Groups that are not in place count too: they are what the rule finds."""
    stated = any(is_task_group(graph, body) for body in graph.structure.bodies)
    return None if stated else "The file has no task and finish group."


@rule(code="MAN102", name="task-group-past-its-end", severity=Severity.WARNING, applies_to=_of_stated_task_groups)
def task_group_past_its_end(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The last day of a task and finish group has passed, but the file still lists it as in place.

    Why it matters:
        A group that goes on past its end works without a mandate. Nobody has asked it to, and nobody has to accept
        what it recommends.

    Flagged:
        committee: committee
        group: task_and_finish_group, in_place, until 2020-06
        group -- reports_to --> committee

    Clean:
        committee: committee
        group: task_and_finish_group, in_place, until 2020-12
        group -- reports_to --> committee

    How to fix:
        Ask the body that set it up to end it and to receive its report, or to extend it. Record the new last day
        (`until`), or that it has ended (`status: ended`).
    """
    for body in graph.history.active_past_last_day():
        if is_task_group(graph, body):
            stated, name = graph.body(body), Bodies.of(graph, body)
            status = "under review" if stated.status is Status.UNDER_REVIEW else "in place"
            fault = "{body} [was|were] to end by {until}, but the file still lists [body:it|them] as {status}."
            ask = "Ask the [body:body|bodies] that set up {body} to end or extend [body:it|them], and record which."
            yield Hit(
                bodies=(body,),
                message=say(fault, body=name, until=partial_date(stated.until or ""), status=status),
                fix=say(ask, body=name),
            )
