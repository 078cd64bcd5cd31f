"""How reports tell one body whole: to whom it answers, what is no line, and how each group is heard on it."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.graph import AsideReason, Heard, Participation, Standing, Trace
from govgraph.model import Role
from govgraph.words.statements import step

_LEVELS = {
    Participation.INFORMED: "informed only",
    Participation.CONSULTED: "consulted only",
    Participation.CONTACT: "a contact only",
    Participation.ATTENDS: "in attendance, without a seat",
    Participation.MEMBER: "a seat",
    Participation.VOTING_MEMBER: "a seat with a vote",
}


class Told(NamedTuple):
    """One part of what is told of a body: a heading, and sentences, each with how far it is set in."""

    title: str
    sentences: tuple[tuple[int, str], ...]


def told(trace: Trace) -> Iterator[Told]:
    """The parts, in the order in which a person asks."""
    yield Told("To whom it answers", tuple((0, sentence) for sentence in _answers(trace)))
    beside = tuple((0, sentence) for sentence in _beside(trace))
    if beside:
        yield Told("What is no line of accountability", beside)
    for heard in trace.heard:
        who = trace.graph.structure.constituencies[heard.constituency].name
        yield Told(f"How this group is heard: {who}", tuple(_heard(trace, heard)))


def _answers(trace: Trace) -> Iterator[str]:
    graph = trace.graph
    structure = graph.structure
    yield from (step(structure, one) for one in trace.steps)
    yield from (f"{step(structure, leaving.step)}: here the line leaves the structure." for leaving in trace.leaves)
    for stop in trace.stops:
        name = graph.name(stop)
        if graph.lines_are_complete(stop):
            yield f"{name} answers to nobody: the list of its lines is complete, and it stops here."
        else:
            yield f"To whom {name} answers is not stated."
    for ring in trace.rings:
        yield f"{', '.join(graph.name(body) for body in ring)}: these answer to one another in a ring."


def _beside(trace: Trace) -> Iterator[str]:
    structure = trace.graph.structure
    yield from (step(structure, one) for one in trace.watched)
    for aside in trace.aside:
        why = "it has ended" if aside.reason is AsideReason.ENDED else f"it is {aside.reason}"
        yield f"{step(structure, aside.tie.step)}: kept aside, because {why}."


def _heard(trace: Trace, heard: Heard) -> Iterator[tuple[int, str]]:
    graph = trace.graph
    structure = graph.structure
    here = graph.name(trace.body)
    standing = heard.standing
    silence = "" if standing.has_seat or standing.gap_is_stated else " Who else sits on it is not stated."
    if standing.represents:
        yield 0, f"{here} speaks for this group itself."
    else:
        yield 0, f"On {here}: {_level(standing)}.{silence}"
    evidence = (*standing.seats, *standing.lesser_ways, *standing.vacant, *standing.absent)
    yield from ((1, step(structure, presence.step)) for presence in evidence)
    if heard.nearest_below is not None and not (standing.has_seat or standing.attends):
        below = graph.name(heard.nearest_below)
        yield 0, f"The nearest body below on which it is heard is {below}; from there the line goes:"
        yield from ((1, step(structure, one)) for one in heard.way_up)
        if standing.gap_is_stated:
            yield 1, f"The voice stops above {below}."
        else:
            yield 1, f"Whether it is heard above {below} is not stated."
    elif heard.nearest_below is None and not (standing.has_seat or standing.attends):
        yield 0, "No body below is stated on which it is heard."
    if heard.nearest_above is not None:
        yield 0, f"The nearest body up the line on which it is heard is {graph.name(heard.nearest_above)}."
    elif trace.steps:
        yield 0, "No body up the line is stated on which it is heard."
    for stop in heard.stops_at:
        above = graph.voice.standing(stop, heard.constituency)
        if above.gap_is_stated:
            has = "its seat is vacant" if above.vacant else "it has no seat"
            yield 0, f"Above {here} its voice stops: {has} on {graph.name(stop)}."
        else:
            yield 0, f"Above {here}, whether it is heard on {graph.name(stop)} is not stated."


def _level(standing: Standing) -> str:
    if standing.level is Participation.CHAIR:
        return "a co-chair" if all(seat.part.role is not Role.CHAIR for seat in standing.seats) else "the chair"
    if standing.level is not Participation.NONE:
        return _LEVELS[standing.level]
    if standing.vacant:
        return "a vacant seat" if len(standing.vacant) == 1 else f"{len(standing.vacant)} vacant seats"
    if standing.absent:
        return "no seat, as is stated"
    return "no seat: the list of its seats is stated to be complete" if standing.complete else "no part in it is stated"
