"""What the rules on mandates share: task and finish groups, days in words, seats that somebody fills."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Kind, Seat, first_day

_WHOLE_DAY, _MONTH = len("2020-07-03"), len("2020-07")


def task_groups(graph: GovernanceGraph) -> tuple[str, ...]:
    """The task and finish groups in force."""
    return tuple(body for body in graph.bodies if graph.body(body).kind is Kind.TASK_AND_FINISH_GROUP)


def of_task_groups(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about task and finish groups."""
    return None if task_groups(graph) else "No task and finish group is in force."


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
