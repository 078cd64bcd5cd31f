"""REP107: bodies that hold seats on many others."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import LISTED
from govgraph.rules._phrases import names
from govgraph.rules._representation import constituency_name


class ManyOptions(Options):
    """On how many bodies seats are not too many."""

    most: Annotated[int, Field(ge=1)] = 4


def _of_holders(graph: GovernanceGraph, options: ManyOptions) -> str | None:
    return None if any(_held(graph, body) for body in graph.bodies) else "No filled seat names a body that holds it."


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
        Ask whoever holds the seats what they need to fill them: time, money, deputies. Where a seat is the only one
        of a group of people, let another body hold one beside it. `most` sets how many are not too many.
    """
    for holder in graph.bodies:
        held = _held(graph, holder)
        if len(held) <= options.most:
            continue
        bodies = graph.in_order(held)
        name, lost = graph.name(holder), _only_seats(graph, holder, bodies)
        message = f"{name} holds seats on {len(bodies)} bodies: {names(graph, bodies)}."
        fix = f"Ask {name} what it needs to fill the seats: time, money, deputies"
        if lost:
            seats = [f"for {constituency_name(graph, group)} on {names(graph, where)}" for group, where in lost.items()]
            message += f" If it stopped, no other seat that is stated would be left {'; '.join(seats)}."
            fix += "; and let another body hold a seat beside it where its own is the only one"
        filled = (seat for body in bodies[:LISTED] for seat in graph.voice.membership(body).filled)
        yield Hit(
            bodies=(holder,),
            affects=graph.in_order({body for where in lost.values() for body in where}),
            message=message,
            witness=[seat.step for seat in filled if seat.part.holder == holder],
            fix=f"{fix}.",
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
