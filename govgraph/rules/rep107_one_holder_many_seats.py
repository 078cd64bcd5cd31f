"""REP107: bodies that hold seats on many others."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, People, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.language import LISTED


class ManyOptions(Options):
    """On how many bodies seats are not too many."""

    most: Annotated[int, Field(ge=1)] = 4


def _of_holders(graph: GovernanceGraph, options: ManyOptions) -> str | None:
    return None if any(_held(graph, body) for body in graph.bodies) else "No filled seat names the body that holds it."


@rule(code="REP107", name="one-holder-many-seats", severity=Severity.NOTE, applies_to=_of_holders, options=ManyOptions)
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
        Ask the body that holds the seats what it needs to fill them: time, money, deputies. Where a seat is the only
        one of a group of people, ask for a second one that another body holds. `most` sets how many are not too many.
    """
    for holder in graph.bodies:
        held = _held(graph, holder)
        if len(held) <= options.most:
            continue
        bodies, name = graph.in_order(held), Bodies.of(graph, holder)
        lost = _only_seats(graph, holder, bodies)
        affected = graph.in_order({body for where in lost.values() for body in where})
        message = say("{holder} [holds|hold] seats on {bodies}.", holder=name, bodies=Bodies.of(graph, bodies))
        fix = say("Ask {holder} what [it needs|they need] to fill these seats: time, money, deputies.", holder=name)
        for group, where in lost.items():
            stopped = "If [holder:it|they] stopped, {people} would have no other seat on {where}."
            message &= say(stopped, holder=name, people=People.of(graph, group), where=Bodies.of(graph, where))
        if lost:
            fix &= say("Ask {where} for a second seat, held by another body.", where=Bodies.of(graph, affected))
        filled = (seat for body in bodies[:LISTED] for seat in graph.voice.membership(body).filled)
        yield Hit(
            bodies=(holder,),
            affects=affected,
            message=message,
            witness=[seat.step for seat in filled if seat.part.holder == holder],
            fix=fix,
        )


def _held(graph: GovernanceGraph, holder: str) -> set[str]:
    """The other bodies on which a body holds seats that are filled; of one that stands for several, none."""
    seats = graph.voice.seats_held_by(holder)
    if not seats or graph.body(holder).several:
        return set()
    return {body for body, seat in seats if not seat.vacant and body != holder}


def _only_seats(graph: GovernanceGraph, holder: str, bodies: tuple[str, ...]) -> dict[str, list[str]]:
    """For each constituency, the bodies on which no other seat is held for it, and that do not speak for it."""
    seats_for = {seat.on_behalf_of for _, seat in graph.voice.seats_held_by(holder)}
    stated = graph.structure.constituencies
    only: dict[str, list[str]] = {}
    for constituency in graph.constituencies:
        if constituency not in seats_for and holder not in stated[constituency].represented_by:
            continue
        for body in bodies:
            standing = graph.voice.standing(body, constituency)
            if not standing.represents and {seat.part.holder for seat in standing.seats} == {holder}:
                only.setdefault(constituency, []).append(body)
    return only
