"""What the rules on mandates share: task and finish groups, and seats: filled, empty, or not in place."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Bodies, Message, counted, say
from govgraph.findings.message import NOTHING, Count
from govgraph.graph import ExclusionReason, GovernanceGraph, Membership, Presence, seat_count, seat_count_is_known
from govgraph.language import number_words
from govgraph.model import Kind, Role, Seat
from govgraph.rules._phrases import not_in_place

_CHAIR = re.compile(r"\b(?:chair|convener|convenor|preside)", re.IGNORECASE)


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


def leading_seats(membership: Membership) -> tuple[Presence[Seat], ...]:
    """The seats of those who lead a body, vacant ones too: where a body has no chair, a lead may act as one."""
    return tuple(seat for seat in membership.seats if seat.part.role in (Role.LEAD, Role.CO_LEAD))


def states_its_roles(graph: GovernanceGraph, membership: Membership, seats: Iterable[Presence[Seat]]) -> bool:
    """Whether it is a fact of the file which of some seats on a body are not its chair's: a role left empty may be any.

    Where the file lists a seat for a chair, in place or not, the others are not the chair's. Somebody may chair also
    where the capacity says so and the role does not, or whose term is over if it was renewed.
    """
    perhaps = (*seats, *graph.voice.expired_seats(membership.body))
    if any(_CHAIR.search(text) for seat in perhaps for text in seat.part.as_):
        return False
    lists_a_chair = any(seat.role.chairs for seat in graph.body(membership.body).seats)
    return lists_a_chair or all(seat.part.role_is_stated for seat in perhaps)


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
