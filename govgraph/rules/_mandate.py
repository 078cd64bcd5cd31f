"""What the rules on mandates share: task and finish groups, and in words how many seats are, and how they are empty."""

from collections.abc import Sequence
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Bodies, Message, counted, say
from govgraph.findings.message import NOTHING, Count
from govgraph.graph import ExclusionReason, GovernanceGraph, Presence, seat_count, seat_count_is_known
from govgraph.language import number_words
from govgraph.model import Kind, Seat
from govgraph.rules._phrases import not_in_place


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


def number_of_seats(seats: Sequence[Presence[Seat]]) -> Count:
    """How many seats these are, with the noun: `two seats`, `at least two seats`."""
    number = counted(seat_count(seats), "seat")
    return number if seat_count_is_known(seats) else Count(f"at least {number.words}", number.number)


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
            why = not_in_place(reason, singular=not absent.several)
            reasons.append(f"by {absent.text(ends_sentence=False)}, which {why}")
    words = f"held {', and '.join(reasons)}"
    vacant = seat_count(empty) - seat_count(held)
    if not vacant:
        return Emptiness(True, words)
    return Emptiness(False, f"{_are(vacant)} vacant, and {_are(seat_count(held))} {words}")


def _are(number: int) -> str:
    return f"{number_words(number)} {'is' if number == 1 else 'are'}"
