"""One body: to whom it answers, its other relations, and how each group takes part in it."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph import language
from govgraph.graph import (
    ConstituencyVoice,
    ExclusionReason,
    Participation,
    Standing,
    Trace,
    seat_count,
    seat_count_is_known,
)
from govgraph.model import Role
from govgraph.render import membership, statements
from govgraph.render.statements import evidence_line

_LEVELS = {
    Participation.INFORMED: "informed only",
    Participation.CONSULTED: "consulted only",
    Participation.CONTACT: "a contact only",
    Participation.ATTENDS: "in attendance, without a seat",
    Participation.MEMBER: "a seat",
    Participation.VOTING_MEMBER: "a seat with a vote",
}


class TraceText(NamedTuple):
    """One part of the text on a body: a heading, and sentences, each with how far it is set in."""

    title: str
    sentences: tuple[tuple[int, str], ...]


def trace_texts(trace: Trace) -> Iterator[TraceText]:
    """The parts, in the order in which a person asks."""
    yield TraceText("To whom it answers", tuple((0, sentence) for sentence in _line_sentences(trace)))
    other_ties = tuple((0, sentence) for sentence in _other_ties(trace))
    if other_ties:
        yield TraceText("What is not a line of accountability", other_ties)
    made_up = tuple((0, sentence) for sentence in _made_up(trace))
    if made_up:
        yield TraceText("How its membership is made up", made_up)
    for hearing in trace.voices:
        who = trace.graph.structure.constituencies[hearing.constituency].name
        yield TraceText(f"How this group takes part: {who}", tuple(_voice_sentences(trace, hearing)))


def _line_sentences(trace: Trace) -> Iterator[str]:
    graph = trace.graph
    structure = graph.structure
    yield from (evidence_line(structure, step) for step in trace.steps)
    yield from (
        f"{evidence_line(structure, leaving.step)}: here the line leaves the structure." for leaving in trace.leaves
    )
    for stop in trace.stops:
        name = graph.name(stop)
        if graph.lines_are_complete(stop):
            answer = "answer" if graph.body(stop).several else "answers"
            yield f"{name} {answer} to nobody: the file lists every line."
        else:
            yield f"The file does not say who holds {name} to account."
    for ring in trace.rings:
        yield f"{', '.join(graph.name(body) for body in ring)}: these answer to one another in a ring."


def _other_ties(trace: Trace) -> Iterator[str]:
    structure = trace.graph.structure
    yield from (evidence_line(structure, step) for step in (*trace.oversight, *trace.other_ties))
    for exclusion in trace.excluded:
        why = "it has ended" if exclusion.reason is ExclusionReason.ENDED else f"it is {exclusion.reason}"
        yield f"{evidence_line(structure, exclusion.tie.step)}: left out, because {why}."


def _made_up(trace: Trace) -> Iterator[str]:
    yield from membership.rules_on_members(trace.graph, trace.body)
    substitutes = membership.substitutes(trace.graph.body(trace.body))
    if substitutes:
        yield f"Substitutes: {substitutes}"


def _voice_sentences(trace: Trace, hearing: ConstituencyVoice) -> Iterator[tuple[int, str]]:
    graph = trace.graph
    structure = graph.structure
    here = graph.name(trace.body)
    standing = hearing.standing
    silence = "" if standing.has_seat or standing.gap_is_stated else " The file does not say who else sits on it."
    if standing.represents:
        yield 0, f"{here} speaks for this group itself."
    else:
        yield 0, f"On {here}: {_level(standing)}.{silence}"
    evidence = (*standing.seats, *standing.lesser_ways, *standing.vacant, *standing.absent)
    yield from ((1, evidence_line(structure, presence.step)) for presence in evidence)
    if hearing.nearest_below is not None and not (standing.has_seat or standing.attends):
        below = graph.name(hearing.nearest_below)
        yield 0, f"The nearest body below in which this group takes part is {below}. From there the line goes:"
        yield from ((1, evidence_line(structure, step)) for step in hearing.way_up)
        if standing.gap_is_stated:
            yield 1, f"This group takes part in {below}, but not above it."
        else:
            yield 1, f"The file does not say whether this group takes part above {below}."
    elif hearing.nearest_below is None and not (standing.has_seat or standing.attends):
        yield 0, "The file shows no body below in which this group takes part."
    if hearing.nearest_above is not None:
        yield 0, f"The nearest body up the line in which this group takes part is {graph.name(hearing.nearest_above)}."
    elif trace.steps:
        yield 0, "The file shows no body up the line in which this group takes part."
    for stop in hearing.stops_at:
        above = graph.voice.standing(stop, hearing.constituency)
        if above.gap_is_stated:
            where = graph.name(stop)
            gap = f"this group has {'a vacant' if above.vacant else 'no'} seat on {where}"
            yield 0, f"Above {here}, {gap}."
        else:
            yield 0, f"Above {here}, the file does not say whether this group takes part in {graph.name(stop)}."


def _level(standing: Standing) -> str:
    if standing.level is Participation.CHAIR:
        return "a co-chair" if all(seat.part.role is not Role.CHAIR for seat in standing.seats) else "the chair"
    if standing.level is not Participation.NONE:
        return _LEVELS[standing.level]
    if standing.vacant:
        several = seat_count(standing.vacant) > 1 or not seat_count_is_known(standing.vacant)
        number = (
            language.number_words(seat_count(standing.vacant)) if seat_count_is_known(standing.vacant) else "several"
        )
        return f"{number} vacant seats" if several else "a vacant seat"
    if standing.absent:
        return "no seat, as the file says"
    return "no seat: the file lists every seat" if standing.complete else "the file shows no part for this group"


def render_trace_text(trace: Trace) -> str:
    """The trace of one body as text."""
    graph = trace.graph
    lines = [graph.name(trace.body), f"As at {language.day(graph.as_of)}: {statements.VIEWS[graph.view]}."]
    for part in trace_texts(trace):
        lines += ["", part.title, *(f"  {'  ' * depth}{sentence}" for depth, sentence in part.sentences)]
    return "\n".join(lines) + "\n"
