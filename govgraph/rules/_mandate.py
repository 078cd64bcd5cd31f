"""What the rules on mandates share: task and finish groups, and seats: filled, empty, or not in place."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Bodies, Message, say
from govgraph.findings.message import NOTHING
from govgraph.graph import ExclusionReason, GovernanceGraph, Presence
from govgraph.language import number_words, plural_verb
from govgraph.model import Kind, Seat

_INACTIVE = {
    ExclusionReason.ENDED: "has ended",
    ExclusionReason.NOT_BEGUN: "has not begun yet",
    ExclusionReason.PROPOSED: "is only proposed, and left out of this view",
    ExclusionReason.AGREED: "is agreed but not in place, and left out of this view",
}
"""Why something is not in place, as the end of a sentence on one."""


def is_task_group(graph: GovernanceGraph, body: str) -> bool:
    """Whether a body, in place or not, is a task and finish group."""
    return graph.body(body).kind is Kind.TASK_AND_FINISH_GROUP


def task_groups(graph: GovernanceGraph) -> tuple[str, ...]:
    """The task and finish groups in place."""
    return tuple(body for body in graph.bodies if is_task_group(graph, body))


def of_task_groups(graph: GovernanceGraph, options: Options) -> str | None:
    """For rules about task and finish groups."""
    return None if task_groups(graph) else "No task and finish group is in place."


def named_as_task_groups(graph: GovernanceGraph, groups: Sequence[str]) -> Message:
    """That bodies are task and finish groups; nothing where the names of all of them say it."""
    plain = (graph.name(group).casefold().replace("&", "and").replace("-", " ") for group in groups)
    if all("task and finish" in " ".join(name.split()) for name in plain):
        return NOTHING
    return say("{body} [is a task and finish group|are task and finish groups].", body=Bodies.of(graph, groups))


def filled_seats(graph: GovernanceGraph, seats: Iterable[Presence[Seat]]) -> tuple[Presence[Seat], ...]:
    """Those of the seats that are not vacant, and whose holder, where one is stated, is in place."""
    filled = (seat for seat in seats if not seat.part.vacant)
    return tuple(seat for seat in filled if seat.part.holder is None or not graph.exclusion_reason(seat.part.holder))


class Emptiness(NamedTuple):
    """How seats that nobody fills are empty."""

    alike: bool
    """Whether all are vacant, or all are held by bodies that are not in place."""
    words: str
    """Where they are alike, `vacant` or `held by X, which has ended`; else `one is vacant, and one is held by X`."""


def emptiness(graph: GovernanceGraph, empty: Sequence[Presence[Seat]]) -> Emptiness:
    """How seats that nobody fills are empty, in words for a gap of a sentence: `{seats}: {state}.`."""
    held = [seat for seat in empty if not seat.part.vacant]
    if not held:
        return Emptiness(True, "vacant")
    holders = graph.in_order({seat.part.holder for seat in held if seat.part.holder})
    reasons = []
    for reason in ExclusionReason:
        absent = Bodies.of(graph, [holder for holder in holders if graph.exclusion_reason(holder) is reason])
        if absent.ids:
            why = inactive_reason_text(reason, singular=not absent.several)
            reasons.append(f"by {absent.text(ends_sentence=False)}, which {why}")
    words = f"held {', and '.join(reasons)}"
    vacant = len(empty) - len(held)
    if not vacant:
        return Emptiness(True, words)
    return Emptiness(False, f"{_are(vacant)} vacant, and {_are(len(held))} {words}")


def _are(number: int) -> str:
    return f"{number_words(number)} {'is' if number == 1 else 'are'}"


def inactive_reason_text(reason: ExclusionReason, *, singular: bool) -> str:
    """Why something is not in place: `has ended`, or of several `have ended`."""
    return _INACTIVE[reason] if singular else plural_verb(_INACTIVE[reason], 2)
