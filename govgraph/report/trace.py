"""A trace for a person at a screen: to whom one body answers, and who is heard on it."""

from collections.abc import Iterator

from govgraph.graph import AsideReason, Heard, Participation, Trace
from govgraph.report import words

_LEVELS = {
    Participation.NONE: "no part in it is stated",
    Participation.INFORMED: "informed only",
    Participation.CONSULTED: "consulted only",
    Participation.CONTACT: "a contact only",
    Participation.ATTENDS: "in attendance, without a seat",
    Participation.MEMBER: "a seat",
    Participation.VOTING_MEMBER: "a seat with a vote",
    Participation.CHAIR: "the chair, or a share of it",
}


def render(trace: Trace) -> str:
    """The trace of one body as text."""
    return "\n".join(_lines(trace)) + "\n"


def _lines(trace: Trace) -> Iterator[str]:
    graph = trace.graph
    structure = graph.structure
    name = graph.name(trace.body)
    yield name
    yield f"As of {words.day(graph.as_of)}, looking at {words.VIEWS[graph.view]}."
    yield ""
    yield "To whom it answers"
    yield from (f"  {words.step(structure, step)}" for step in trace.steps)
    yield from (
        f"  {words.step(structure, leaving.step)}: here the line leaves the structure." for leaving in trace.leaves
    )
    for stop in trace.stops:
        name = graph.name(stop)
        if graph.lines_are_complete(stop):
            yield f"  {name} answers to nobody: the list of its lines is complete, and it stops here."
        else:
            yield f"  To whom {name} answers is not stated."
    for ring in trace.rings:
        yield f"  {', '.join(graph.name(body) for body in ring)}: these answer to one another in a ring."
    if trace.watched or trace.aside:
        yield ""
        yield "What is no line of accountability"
        yield from (f"  {words.step(structure, step)}" for step in trace.watched)
        for aside in trace.aside:
            why = "it has ended" if aside.reason is AsideReason.ENDED else f"it is {aside.reason}"
            yield f"  {words.step(structure, aside.tie.step)}: kept aside, because {why}."
    for heard in trace.heard:
        yield ""
        yield from _heard(trace, heard)


def _heard(trace: Trace, heard: Heard) -> Iterator[str]:
    graph = trace.graph
    structure = graph.structure
    who = structure.constituencies[heard.constituency].name
    here = graph.name(trace.body)
    standing = heard.standing
    yield f"How this group is heard: {who}"
    silence = "" if standing.has_seat or standing.gap_is_stated else " Who else sits on it is not stated."
    if standing.represents:
        yield f"  {here} speaks for this group itself."
    else:
        yield f"  On {here}: {_LEVELS[standing.level]}.{silence}"
    evidence = (*standing.seats, *standing.lesser_ways, *standing.vacant, *standing.absent)
    yield from (f"    {words.step(structure, presence.step)}" for presence in evidence)
    if heard.nearest_below is not None and not (standing.has_seat or standing.attends):
        below = graph.name(heard.nearest_below)
        yield f"  The nearest body below on which it is heard is {below}; from there the line goes:"
        yield from (f"    {words.step(structure, step)}" for step in heard.way_up)
        yield f"    The voice stops above {below}."
    elif heard.nearest_below is None and not (standing.has_seat or standing.attends):
        yield "  No body below is stated on which it is heard."
    if heard.nearest_above is not None:
        yield f"  The nearest body up the line on which it is heard is {graph.name(heard.nearest_above)}."
    elif trace.steps:
        yield "  No body up the line is stated on which it is heard."
    for stop in heard.stops_at:
        yield f"  Above {here} its voice stops: it has no stated part in {graph.name(stop)}."
