"""MAN103: task and finish groups that decide."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Tie
from govgraph.language import capitalised, listed
from govgraph.model import Activity, Status
from govgraph.rules._mandate import of_task_groups, task_group_sentence, task_groups
from govgraph.rules._phrases import is_singular, names, silence_hit

_SETTLED = (
    ("", frozenset(Status) - {Status.AGREED, Status.PROPOSED}),
    ("it is agreed, but not in place, that ", frozenset({Status.AGREED})),
    ("it is only proposed that ", frozenset({Status.PROPOSED})),
)
"""How settled it is that a body delegates functions, in words."""
_TASK = "Such groups inform the body that set them up, which decides."


@rule(code="MAN103", name="deciding-task-group", severity=Severity.WARNING, applies_to=of_task_groups)
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
    """How the file states that the group decides, each as a part of a sentence on `{who}` (to `{whom}`)."""
    stated, singular = graph.body(body), is_singular(graph, [body])
    reasons = [f"{{who}} {'is' if singular else 'are'} stated to decide"] if Activity.DECIDES in stated.does else []
    reasons += [f"it is stated what {{who}} {'decides' if singular else 'decide'}"] if stated.decisions else []
    for prefix, statuses in _SETTLED:
        delegators = graph.in_order({tie.body for tie in delegated if tie.status in statuses})
        if delegators:
            verb = "delegates" if is_singular(graph, delegators) else "delegate"
            reasons.append(f"{prefix}{names(graph, delegators)} {verb} functions to {{whom}}")
    return reasons


def _decides(graph: GovernanceGraph, body: str, reasons: list[str], delegated: list[Tie]) -> Hit:
    who, whom = ("it", "it") if is_singular(graph, [body]) else ("they", "them")
    first, *rest = reasons
    clause = listed([first, *(reason.replace("{who}", who).replace("{whom}", whom) for reason in rest)])
    return Hit(
        bodies=(body,),
        message=f"{capitalised(task_group_sentence(graph, [body], clause))} {_TASK}",
        witness=[tie.step for tie in delegated],
        fix=f"Have {graph.name(body)} recommend, and the body that set {whom} up decide; or have a body set up that "
        "may decide.",
    )


def _may_decide(graph: GovernanceGraph, silent: tuple[str, ...]) -> Hit:
    who, singular = names(graph, silent), is_singular(graph, silent)
    clause = f"whether {{who}} {'decides' if singular else 'decide'} is not stated"
    return silence_hit(
        silent,
        message=f"{task_group_sentence(graph, silent, clause)} {_TASK}",
        fix=f"Find out what {who} {'does' if singular else 'do'}, and state it (does). If "
        f"{'it' if singular else 'one of them'} decides, have it recommend, and the body that set it up decide.",
    )
