"""What the rules on mandates share: task and finish groups, and seats: filled, empty, or not in force."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from govgraph.graph import ExclusionReason, GovernanceGraph, Presence
from govgraph.language import capitalised, plural
from govgraph.model import Kind, Seat
from govgraph.rules._phrases import is_singular, names

_INACTIVE = {
    ExclusionReason.ENDED: "has ended",
    ExclusionReason.NOT_BEGUN: "has not begun yet",
    ExclusionReason.PROPOSED: "is only proposed, and left out of this view",
    ExclusionReason.AGREED: "is agreed but not in place, and left out of this view",
}
"""Why something is not in force, as the end of a sentence on one."""
_PLURALS = {"has": "have", "is": "are"}


def is_task_group(graph: GovernanceGraph, body: str) -> bool:
    """Whether a body, in force or not, is a task and finish group."""
    return graph.body(body).kind is Kind.TASK_AND_FINISH_GROUP


def task_groups(graph: GovernanceGraph) -> tuple[str, ...]:
    """The task and finish groups in force."""
    return tuple(body for body in graph.bodies if is_task_group(graph, body))


def of_task_groups(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about task and finish groups."""
    return None if task_groups(graph) else "No task and finish group is in force."


def task_group_sentence(graph: GovernanceGraph, groups: Sequence[str], clause: str) -> str:
    """A sentence on task and finish groups: that they are such, unless their names say it, and the clause.

    In the clause, `{who}` and `{whom}` stand for the groups.
    """
    subject = names(graph, groups)
    plain = (graph.name(group).casefold().replace("&", "and").replace("-", " ") for group in groups)
    if all("task and finish" in " ".join(name.split()) for name in plain):
        return capitalised(f"{clause.replace('{who}', subject).replace('{whom}', subject)}.")
    if is_singular(graph, groups):
        kind, who, whom = "is a task and finish group", "it", "it"
    else:
        kind, who, whom = "are task and finish groups", "they", "them"
    return f"{subject} {kind}, and {clause.replace('{who}', who).replace('{whom}', whom)}."


def filled_seats(graph: GovernanceGraph, seats: Iterable[Presence[Seat]]) -> tuple[Presence[Seat], ...]:
    """Those of the seats that are not vacant, and whose holder, where one is stated, is in force."""
    filled = (seat for seat in seats if not seat.part.vacant)
    return tuple(seat for seat in filled if seat.part.holder is None or not graph.exclusion_reason(seat.part.holder))


class Emptiness(NamedTuple):
    """How seats that nobody fills are empty."""

    alike: bool
    """Whether all are vacant, or all are held by bodies that are not in force."""
    words: str
    """Where they are alike, `vacant` or `held by X, which has ended`; else `1 is vacant, and 1 is held by X, ...`."""


def emptiness(graph: GovernanceGraph, empty: Sequence[Presence[Seat]]) -> Emptiness:
    """How seats that nobody fills are empty."""
    held = [seat for seat in empty if not seat.part.vacant]
    if not held:
        return Emptiness(True, "vacant")
    holders = graph.in_order({seat.part.holder for seat in held if seat.part.holder})
    reasons = []
    for reason in ExclusionReason:
        absent = [holder for holder in holders if graph.exclusion_reason(holder) is reason]
        if absent:
            why = inactive_reason_text(reason, singular=is_singular(graph, absent))
            reasons.append(f"by {names(graph, absent)}, which {why}")
    words = f"held {', and '.join(reasons)}"
    vacant = len(empty) - len(held)
    if not vacant:
        return Emptiness(True, words)
    return Emptiness(False, f"{plural(vacant, 'is', 'are')} vacant, and {plural(len(held), 'is', 'are')} {words}")


def inactive_reason_text(reason: ExclusionReason, *, singular: bool) -> str:
    """Why something is not in force: `has ended`, or of several `have ended`."""
    verb, _, rest = _INACTIVE[reason].partition(" ")
    return f"{verb if singular else _PLURALS[verb]} {rest}"
