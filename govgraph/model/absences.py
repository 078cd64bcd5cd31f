"""Stated absences: when a seat contradicts one, and what is left of one that a new seat takes the place of."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from govgraph.model.body import Seat, TakingPart
from govgraph.model.vocabulary import Status


def contradicts(seat: Seat, absence: TakingPart, default: Status, spoken_for: Collection[str]) -> bool:
    """Whether a seat is held for the people who are stated to have none, at the same time and as settled.

    `default` is the status of both where they state none; `spoken_for` are those for whom the seat is held.
    """
    same_status = (seat.status or default) == (absence.status or default)
    is_theirs = absence.constituency in spoken_for and not seat.role.attends_only
    overlap = max(seat.begins, absence.begins) <= min(seat.ends, absence.ends)
    return is_theirs and same_status and overlap


def outside_of(absence: TakingPart, seat: Seat) -> Iterator[TakingPart]:
    """What is left of an absence beside a seat that contradicts it: the days before the seat, and those after it."""
    if absence.begins < seat.begins:
        yield absence.model_copy(update={"until": (seat.begins - timedelta(days=1)).isoformat()})
    if seat.ends < absence.ends:
        yield absence.model_copy(update={"from_": (seat.ends + timedelta(days=1)).isoformat()})
