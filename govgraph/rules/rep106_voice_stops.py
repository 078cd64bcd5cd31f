"""REP106: lines along which the voice of a constituency stops."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph
from govgraph.graph.voice import Gap
from govgraph.rules._remedies import Opening, ask_for_a_seat, ask_to_fill, opening
from govgraph.rules._representation import (
    BodyStanding,
    ScopeOptions,
    gap_evidence,
    not_yet,
    of_constituencies,
    on_successors,
    unattributed_seats,
)


@rule(code="REP106", name="voice-stops", severity=Severity.WARNING, applies_to=of_constituencies, options=ScopeOptions)
def voice_stops(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people sits on or attends a body, but not the next body up the line.

    Why it matters:
        What parent carers say in a working group reaches the board only as somebody else's summary. The higher the
        body, the fewer of its papers they ever see, and the harder it is to know what became of what they said.

    Flagged:
        board: board, strategic, decides, membership complete
        group: working_group, operational, delivers
        group -- reports_to --> board
        forum -- sits_on[parent-carers] --> group

    Clean:
        board: board, strategic, decides, membership complete
        group: working_group, operational, delivers
        group -- reports_to --> board
        forum -- attends[parent-carers] --> board
        forum -- sits_on[parent-carers] --> group

    How to fix:
        Ask for a seat on the body above, with a vote where law and constitution allow, or at least to attend when
        it hears the report of the body below. Where all members are elected, ask to attend, speak and see the papers.
    """
    scopes = graph.scopes(options.levels, options.activities)
    for constituency in graph.constituencies:
        for gap in graph.voice.gaps(constituency, scopes):
            yield _hit(graph, constituency, gap)


def _hit(graph: GovernanceGraph, constituency: str, gap: Gap) -> Hit:
    people = People.of(graph, constituency)
    above, below = Bodies.of(graph, gap.above), Bodies.of(graph, gap.below)
    standing = graph.voice.standing(gap.above, constituency)
    entry = BodyStanding(gap.above, constituency, gap.scope, standing)
    lacks = entry.lacks(graph)
    fact = "{people} take part in {below}, but have no seat on {above}, the body above it."
    if lacks:
        fact = "{people} take part in {below}, which leads up to {above}."
    message = say(fact, people=people, below=below, above=above)
    return Hit(
        bodies=(gap.above, gap.below),
        constituency=constituency,
        lacks=lacks,
        message=message & not_yet(standing.pending) & on_successors(graph, entry) & unattributed_seats(graph, entry),
        witness=[*gap.line, *(step for step in gap_evidence(graph, entry) if step.start is not None)],
        fix=NOTHING if lacks else _fix(graph, entry, gap),
    )


def _fix(graph: GovernanceGraph, entry: BodyStanding, gap: Gap) -> Message:
    """To fill a seat that nobody fills; else to ask for one, or to attend, as far as they do not have that already."""
    people, where = People.of(graph, entry.constituency), Bodies.of(graph, entry.body)
    if opening(graph, entry.body) >= Opening.PERHAPS or any(each.is_seat for each in entry.standing.pending):
        return ask_for_a_seat(graph, people, entry.body)
    fix = ask_for_a_seat(graph, people, entry.body)
    if entry.standing.empty:
        fix = ask_to_fill(graph, people, where, entry.standing.empty)
    attend = "Or ask for {people} to attend when it hears from {below}."
    return fix & say(attend, people=people, below=Bodies.of(graph, gap.below))
