"""REP106: lines along which the voice of a constituency stops."""

from collections.abc import Iterator

from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Scope
from govgraph.rules._heard import HeardOptions, of_constituencies, people, scopes
from govgraph.rules._rule import rule
from govgraph.rules._words import ask_for_a_seat


@rule(code="REP106", name="voice-stops", severity=Severity.WARNING, asks=of_constituencies, options=HeardOptions)
def voice_stops(graph: GovernanceGraph, options: HeardOptions) -> Iterator[Hit]:
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
        it hears the report of the body below.
    """
    in_scope = scopes(graph, options)
    for constituency in graph.constituencies:
        who = people(graph, constituency)
        for gap in graph.voice.gaps(constituency, in_scope):
            above, below = graph.name(gap.above), graph.name(gap.below)
            standing = graph.voice.standing(gap.above, constituency)
            stated = standing.gap_is_stated and gap.scope is Scope.IN
            silence = "" if stated else f" Who else sits on {above} is not stated."
            if gap.scope is not Scope.IN and standing.gap_is_stated:
                silence = f" What {above} does, or at which level, is not stated."
            take_part = "neither sit on nor attend" if stated else "are not stated to sit on or attend"
            yield Hit(
                bodies=(gap.above, gap.below),
                constituency=constituency,
                certainty=Certainty.of(stated=stated),
                message=f"The voice of {who} stops between {below} and {above}: they take part in {below}, but "
                f"{take_part} {above}, the next body up.{silence}",
                witness=gap.line,
                fix=f"Fill the vacant seat for {who} on {above}."
                if standing.vacant
                else f"{ask_for_a_seat(graph, who, gap.above)}, or at least to attend when it hears from {below}.",
            )
