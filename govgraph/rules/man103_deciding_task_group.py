"""MAN103: task and finish groups that decide."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Tie
from govgraph.model import Activity, Status
from govgraph.rules._mandate import are_task_groups, of_task_groups, says_so, task_groups
from govgraph.rules._rule import Options, rule
from govgraph.rules._silence import silent_on
from govgraph.rules._words import is_one, listed, names

_SETTLED = (
    ("", frozenset(Status) - {Status.AGREED, Status.PROPOSED}),
    ("it is agreed, but not in place, that ", frozenset({Status.AGREED})),
    ("it is only proposed that ", frozenset({Status.PROPOSED})),
)
"""How settled it is that a body delegates functions, in words."""


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
    """How the file states that the group decides, each as a part of a sentence on `{who}` (to `{whom}`)."""
    stated, one = graph.body(body), is_one(graph, [body])
    reasons = [f"{{who}} {'is' if one else 'are'} stated to decide"] if Activity.DECIDES in stated.does else []
    reasons += [f"it is stated what {{who}} {'decides' if one else 'decide'}"] if stated.decisions else []
    for said, statuses in _SETTLED:
        others = graph.in_order({tie.body for tie in delegated if tie.status in statuses})
        if others:
            verb = "delegates" if is_one(graph, others) else "delegate"
            reasons.append(f"{said}{names(graph, others)} {verb} functions to {{whom}}")
    return reasons


def _decides(graph: GovernanceGraph, body: str, reasons: list[str], delegated: list[Tie]) -> Hit:
    name, one = graph.name(body), is_one(graph, [body])
    pronouns = {"who": "it", "whom": "it"} if one else {"who": "they", "whom": "them"}
    told = [reason.format(**pronouns) for reason in reasons]
    message = f"{are_task_groups(graph, [body])}, and {listed(told)}."
    if says_so(graph, [body]):
        told[0] = reasons[0].format(who=name, whom=name)
        message = f"{listed(told)}."
    return Hit(
        bodies=(body,),
        message=f"{message[0].upper()}{message[1:]} Such groups inform the body that set them up, which decides.",
        witness=[tie.step for tie in delegated],
        fix=f"Have {name} recommend, and the body that set {pronouns['whom']} up decide; or have a body set up that "
        "may decide.",
    )


def _may_decide(graph: GovernanceGraph, silent: tuple[str, ...]) -> Hit:
    who, one = names(graph, silent), is_one(graph, silent)
    message = f"{are_task_groups(graph, silent)}, and whether {'it decides' if one else 'they decide'} is not stated."
    if says_so(graph, silent):
        message = f"Whether {who} {'decides' if one else 'decide'} is not stated."
    return silent_on(
        silent,
        message=f"{message} Such groups inform the body that set them up, which decides.",
        fix=f"Find out what {who} {'does' if one else 'do'}, and state it (does). If {'it' if one else 'one of them'} "
        "decides, have it recommend, and the body that set it up decide.",
    )
