"""What the rules on mandates share: task and finish groups, days, and seats: filled, empty, or kept aside."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from govgraph.graph import AsideReason, GovernanceGraph, Presence
from govgraph.model import Kind, Seat, first_day
from govgraph.rules._words import counted, is_one, names

_WHOLE_DAY, _MONTH = len("2020-07-03"), len("2020-07")
_NOT_THERE = {
    AsideReason.ENDED: ("has ended", "have ended"),
    AsideReason.NOT_BEGUN: ("has not begun yet", "have not begun yet"),
    AsideReason.PROPOSED: (
        "is only proposed, and left out of this view",
        "are only proposed, and left out of this view",
    ),
    AsideReason.AGREED: (
        "is agreed but not in place, and left out of this view",
        "are agreed but not in place, and left out of this view",
    ),
}
"""Why something is not there, as the end of a sentence on one and on several."""


def task_groups(graph: GovernanceGraph) -> tuple[str, ...]:
    """The task and finish groups in force."""
    return tuple(body for body in graph.bodies if graph.body(body).kind is Kind.TASK_AND_FINISH_GROUP)


def of_task_groups(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about task and finish groups."""
    return None if task_groups(graph) else "No task and finish group is in force."


def says_so(graph: GovernanceGraph, groups: Iterable[str]) -> bool:
    """Whether the name of each of these groups says that it is a task and finish group: nobody need be told."""
    plain = (graph.name(group).casefold().replace("&", "and").replace("-", " ") for group in groups)
    return all("task and finish" in " ".join(name.split()) for name in plain)


def are_task_groups(graph: GovernanceGraph, groups: Sequence[str]) -> str:
    """`The Group is a task and finish group`."""
    is_what = "is a task and finish group" if is_one(graph, groups) else "are task and finish groups"
    return f"{names(graph, groups)} {is_what}"


def day(when: date) -> str:
    """`3 July 2020`."""
    return f"{when.day} {when:%B %Y}"


def written(text: str) -> str:
    """A date as the file has it, in words: `3 July 2020`, `July 2020`, `2020`."""
    if len(text) == _WHOLE_DAY:
        return day(first_day(text))
    return f"{first_day(text):%B %Y}" if len(text) == _MONTH else text


def seated(graph: GovernanceGraph, seats: Iterable[Presence[Seat]]) -> tuple[Presence[Seat], ...]:
    """Those of the seats that are filled: they are not vacant, and who holds them is there."""
    return tuple(seat for seat in seats if not seat.part.vacant and _is_there(graph, seat.part.holder))


def _is_there(graph: GovernanceGraph, holder: str | None) -> bool:
    return holder is None or graph.why_not_there(holder) is None


class Emptiness(NamedTuple):
    """How seats that nobody fills are empty."""

    alike: bool
    """Whether all are vacant, or all are held by who is not there."""
    words: str
    """Where they are alike, `vacant` or `held by X, which has ended`; else `1 is vacant, and 1 is held by X, ...`."""


def emptiness(graph: GovernanceGraph, empty: Sequence[Presence[Seat]]) -> Emptiness:
    """How seats that nobody fills are empty."""
    vacant = sum(seat.part.vacant for seat in empty)
    held = len(empty) - vacant
    if not held:
        return Emptiness(True, "vacant")
    by = _held_by(graph, empty)
    if not vacant:
        return Emptiness(True, by)
    return Emptiness(False, f"{counted(vacant, 'is', 'are')} vacant, and {counted(held, 'is', 'are')} {by}")


def _held_by(graph: GovernanceGraph, empty: Iterable[Presence[Seat]]) -> str:
    """The holders that are not there, each with the reason: `held by X and Y, which have ended`."""
    holders = graph.in_order({seat.part.holder for seat in empty if seat.part.holder and not seat.part.vacant})
    found = []
    for reason in AsideReason:
        these = [holder for holder in holders if graph.why_not_there(holder) is reason]
        if these:
            found.append(f"by {names(graph, these)}, which {is_not_there(reason, one=is_one(graph, these))}")
    return f"held {', and '.join(found)}"


def is_not_there(reason: AsideReason, *, one: bool) -> str:
    """Why something is not there: `has ended`, or of several `have ended`."""
    return _NOT_THERE[reason][0 if one else 1]
