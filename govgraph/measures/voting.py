"""Who votes on a body, in blocks: how many seats and votes each has, and how often it decides."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from govgraph.graph import GovernanceGraph, Presence
from govgraph.measures.power import banzhaf, shapley_shubik
from govgraph.model import Seat

MOST_VOTES = 200
"""Power is counted among so many votes at the most."""


class Block(NamedTuple):
    """The seats on one body that speak for the same group, or are held by the same body.

    `constituencies` are ids of the groups it speaks for, `holder` the id of the body that holds it where it speaks for
    none; both empty: seats of which neither is stated, each a block of its own.
    """

    body: str
    constituencies: tuple[str, ...]
    holder: str | None
    seats: int
    votes: int
    banzhaf: Fraction | None
    shapley_shubik: Fraction | None
    """The indices, where a simple majority of all votes decides; None where not every vote is stated."""


def blocks(graph: GovernanceGraph) -> Iterator[Block]:
    """The blocks of each governance body of which some seat is stated to vote, in the order of names."""
    for body in graph.governance_bodies:
        membership = graph.voice.membership(body)
        if any(seat.part.votes for seat in membership.filled):
            told = membership.complete and all(seat.part.votes is not None for seat in membership.filled)
            yield from _of_body(body, _parted(graph, body, membership.filled), told=told)


_Whose = tuple[tuple[str, ...], str | None, int]


def _parted(graph: GovernanceGraph, body: str, seats: tuple[Presence[Seat], ...]) -> dict[_Whose, list[Seat]]:
    speaks: dict[int, list[str]] = {}
    for who in graph.structure.constituencies:
        for seat in graph.voice.standing(body, who).seats:
            speaks.setdefault(seat.number, []).append(who)
    found: dict[_Whose, list[Seat]] = {}
    for seat in seats:
        people = tuple(speaks.get(seat.number, ()))
        holder = None if people else seat.part.holder
        alone = seat.number if not people and holder is None else -1
        found.setdefault((people, holder, alone), []).append(seat.part)
    return found


def _of_body(body: str, parted: dict[_Whose, list[Seat]], *, told: bool) -> Iterator[Block]:
    weights = [sum(bool(seat.votes) for seat in seats) for seats in parted.values()]
    power: list[tuple[Fraction, Fraction]] | None = None
    if told and sum(weights) <= MOST_VOTES:
        quota = sum(weights) // 2 + 1
        power = list(zip(banzhaf(weights, quota), shapley_shubik(weights, quota), strict=True))
    for number, ((people, holder, _), seats) in enumerate(parted.items()):
        index = power[number] if power is not None else (None, None)
        yield Block(body, people, holder, len(seats), weights[number], *index)
