"""REP107: bodies that hold seats on many others."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from govgraph.findings import LISTED, Hit, Severity
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Seat
from govgraph.rules._heard import people
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import names


class ManyOptions(Options):
    """On how many bodies seats are not too many."""

    most: Annotated[int, Field(ge=1)] = 4


def _of_holders(graph: GovernanceGraph, options: ManyOptions) -> str | None:
    return None if any(_held(graph, body) for body in graph.bodies) else "No filled seat names a body that holds it."


@rule(code="REP107", name="one-holder-many-seats", severity=Severity.NOTE, asks=_of_holders, options=ManyOptions)
def one_holder_many_seats(graph: GovernanceGraph, options: ManyOptions) -> Iterator[Hit]:
    """One body holds seats on more than four others.

    Why it matters:
        A parent carer forum that is asked to sit everywhere runs on a few unpaid people. If it tires, or loses its
        grant, those for whom it speaks lose all of these seats in one day.

    Flagged:
        forum -- sits_on[parent-carers] --> board-one
        forum -- sits_on[parent-carers] --> board-two
        forum -- sits_on[parent-carers] --> board-three
        forum -- sits_on[parent-carers] --> board-four
        forum -- sits_on[parent-carers] --> board-five

    Clean:
        forum -- sits_on[parent-carers] --> board-one
        forum -- sits_on[parent-carers] --> board-two
        forum -- sits_on[parent-carers] --> board-three
        forum -- sits_on[parent-carers] --> board-four
        another-forum -- sits_on[parent-carers] --> board-five

    How to fix:
        Ask whoever holds the seats what they need to fill them: time, money, deputies. Where a seat is the only one
        of a group of people, let another body hold one beside it. `most` sets how many are not too many.
    """
    for holder in graph.bodies:
        held = _held(graph, holder)
        if len(held) <= options.most:
            continue
        where = graph.in_order(held)
        name, lost = graph.name(holder), _only_seats(graph, holder, where)
        message = f"{name} holds seats on {len(where)} bodies: {names(graph, where)}."
        if lost:
            told = "; ".join(f"for {people(graph, who)} on {names(graph, bodies)}" for who, bodies in lost.items())
            message += f" If it stopped, no other seat that is stated would be left {told}."
        yield Hit(
            bodies=(holder,),
            affects=graph.in_order({body for bodies in lost.values() for body in bodies}),
            message=message,
            witness=[seat.step for body in where[:LISTED] for seat in _seats(graph, holder, body)],
            fix=f"Ask {name} what it needs to fill the seats: time, money, deputies"
            + ("; and let another body hold a seat beside it where its own is the only one." if lost else "."),
        )


def _held(graph: GovernanceGraph, holder: str) -> set[str]:
    """The other bodies on which a body holds seats that are filled; of one that stands for several, none."""
    seats = graph.voice.seats_held_by(holder)
    if not seats or graph.body(holder).several:
        return set()
    return {body for body, seat in seats if not seat.vacant and body != holder}


def _seats(graph: GovernanceGraph, holder: str, body: str) -> list[Presence[Seat]]:
    return [seat for seat in graph.voice.membership(body).filled if seat.part.holder == holder]


def _only_seats(graph: GovernanceGraph, holder: str, where: tuple[str, ...]) -> dict[str, list[str]]:
    """For each constituency, the bodies on which no other seat is held for it, and that do not speak for it."""
    found: dict[str, list[str]] = {}
    for who in _spoken_for(graph, holder):
        for body in where:
            standing = graph.voice.standing(body, who)
            if standing.seats and not standing.represents and {one.part.holder for one in standing.seats} == {holder}:
                found.setdefault(who, []).append(body)
    return found


def _spoken_for(graph: GovernanceGraph, holder: str) -> list[str]:
    """The constituencies asked about for which a body holds some seat, or speaks."""
    seats_for = {seat.on_behalf_of for _, seat in graph.voice.seats_held_by(holder)}
    stated = graph.structure.constituencies
    return [who for who in graph.constituencies if who in seats_for or holder in stated[who].represented_by]
