"""MAN103: task and finish groups that decide."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.findings.message import joined
from govgraph.graph import GovernanceGraph, Tie
from govgraph.model import Activity, Status
from govgraph.rules._mandate import named_as_task_groups, of_task_groups, task_groups
from govgraph.rules._phrases import silence_hit

_SETTLED = (
    ("{above} [delegates|delegate] functions to {body}.", frozenset(Status) - {Status.AGREED, Status.PROPOSED}),
    (
        "It is agreed, but not yet in place, that {above} [delegates|delegate] functions to {body}.",
        frozenset({Status.AGREED}),
    ),
    ("It is only proposed that {above} [delegates|delegate] functions to {body}.", frozenset({Status.PROPOSED})),
)
"""That bodies delegate functions, by how settled it is."""


@rule(code="MAN103", name="deciding-task-group", severity=Severity.WARNING, applies_to=of_task_groups)
def deciding_task_group(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A task and finish group makes decisions, or has functions delegated to it.

    Why it matters:
        Task and finish groups look into something and inform the committee that set them up. The committee decides,
        in public and on the record. A group that decides itself takes that out of sight.

    Flagged:
        group: task_and_finish_group, advises, decides, until 2021
        group -- reports_to --> committee

    Clean:
        group: task_and_finish_group, advises, until 2021
        group -- reports_to --> committee

    How to fix:
        Ask the body that set the group up to decide on its recommendations. If the group must decide, ask that body to
        set up a committee or board instead, with members and rules to match.
    """
    silent = []
    for body in task_groups(graph):
        delegated = [tie for tie in graph.ties_of(body) if tie.relation == "delegates_to" and tie.to == body]
        if delegated or Activity.DECIDES in graph.body(body).does or graph.body(body).decisions:
            yield _decides(graph, body, delegated)
        elif not graph.body(body).does:
            silent.append(body)
    if silent:
        yield silence_hit(Aspect.REMIT.of(graph, silent), message=named_as_task_groups(graph, silent))


def _decides(graph: GovernanceGraph, body: str, delegated: list[Tie]) -> Hit:
    stated, name = graph.body(body), Bodies.of(graph, body)
    decides = Activity.DECIDES in stated.does or bool(stated.decisions)
    facts = [say("{body} [makes|make] decisions.", body=name)] if decides else []
    for template, statuses in _SETTLED:
        delegators = graph.in_order({tie.body for tie in delegated if tie.status in statuses})
        if delegators:
            facts.append(say(template, above=Bodies.of(graph, delegators), body=name))
    return Hit(
        bodies=(body,),
        message=joined(facts)
        & named_as_task_groups(graph, [body])
        & say("Task and finish groups should recommend, and the bodies that set them up should decide."),
        witness=[tie.step for tie in delegated],
        fix=say(
            "Ask the [body:body|bodies] that set up {body} to decide on [body:its|their] recommendations, or to set up "
            "a committee that may decide.",
            body=name,
        ),
    )
