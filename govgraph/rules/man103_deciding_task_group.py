"""MAN103: task and finish groups that decide."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Tie
from govgraph.model import Activity
from govgraph.rules._mandate import of_task_groups, task_groups
from govgraph.rules._rule import Options, rule
from govgraph.rules._silence import silent_on
from govgraph.rules._words import is_one, listed, names


@rule(code="MAN103", name="deciding-task-group", severity=Severity.WARNING, asks=of_task_groups)
def deciding_task_group(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A task and finish group decides, or has functions delegated to it.

    Why it matters:
        Task and finish groups look into something and inform the committee that set them up; the committee decides, in
        public and on the record. A group that decides itself takes that out of sight.

    Flagged:
        group: task_and_finish_group, advises, decides, until 2021
        group -- reports_to --> committee

    Clean:
        group: task_and_finish_group, advises, until 2021
        group -- reports_to --> committee

    How to fix:
        Have the group recommend, and the body that set it up decide. If it must decide, have it set up as a committee
        or board, with members and rules to match.
    """
    silent = []
    for body in task_groups(graph):
        delegated = [tie for tie in graph.ties_of(body) if tie.relation == "delegates_to" and tie.to == body]
        reasons = _reasons(graph, body, delegated)
        if reasons:
            yield _decides(graph, body, reasons, delegated)
        elif not graph.body(body).does:
            silent.append(body)
    if silent:
        yield _may_decide(graph, tuple(silent))


def _reasons(graph: GovernanceGraph, body: str, delegated: list[Tie]) -> list[str]:
    """How the file states that the group decides, each as the end of a sentence."""
    stated = graph.body(body)
    reasons = ["it is stated to decide"] if Activity.DECIDES in stated.does else []
    reasons += ["it is stated what it decides"] if stated.decisions else []
    others = graph.in_order({tie.body for tie in delegated})
    if others:
        reasons.append(f"{names(graph, others)} {'delegates' if len(others) == 1 else 'delegate'} functions to it")
    return reasons


def _decides(graph: GovernanceGraph, body: str, reasons: list[str], delegated: list[Tie]) -> Hit:
    name = graph.name(body)
    return Hit(
        bodies=(body,),
        message=f"{name} is a task and finish group, and {listed(reasons)}. Such groups inform the body that set them "
        "up, which decides.",
        witness=[tie.step for tie in delegated],
        fix=f"Have {name} recommend, and the body that set it up decide; or have a body set up that may decide.",
    )


def _may_decide(graph: GovernanceGraph, silent: tuple[str, ...]) -> Hit:
    who, one = names(graph, silent), is_one(graph, silent)
    return silent_on(
        silent,
        message=f"{who} {'is a task and finish group' if one else 'are task and finish groups'}, and whether "
        f"{'it decides' if one else 'they decide'} is not stated. Such groups inform the body that set them up, which "
        "decides.",
        fix=f"Find out what {who} {'does' if one else 'do'}, and state it (does). If {'it' if one else 'one of them'} "
        "decides, have it recommend, and the body that set it up decide.",
    )
