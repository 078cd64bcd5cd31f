"""REP106: lines along which the voice of a constituency stops."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph, Scope, Standing
from govgraph.rules._phrases import ask_for_a_seat, seats_councillors_alone
from govgraph.rules._representation import (
    ScopeOptions,
    constituency_name,
    is_open,
    not_yet_text,
    of_constituencies,
    scopes,
    unassigned_seats_text,
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
        it hears the report of the body below.
    """
    in_scope = scopes(graph, options)
    for constituency in graph.constituencies:
        who = constituency_name(graph, constituency)
        for gap in graph.voice.gaps(constituency, in_scope):
            above, below = graph.name(gap.above), graph.name(gap.below)
            standing = graph.voice.standing(gap.above, constituency)
            stated = standing.gap_is_stated and gap.scope is Scope.IN
            part = f"are not stated to sit on or attend {above}, the next body up"
            if stated:
                seat = "filled seat" if standing.vacant else "seat"
                part = f"have no {seat} on {above}, the next body up, and are not stated to attend it"
            fix = ask_for_a_seat(graph, who, gap.above)
            if not seats_councillors_alone(graph, gap.above):
                fix += f", or at least to attend when it hears from {below}"
                fix = f"Fill the vacant seat for {who} on {above}" if standing.vacant else fix
            yield Hit(
                bodies=(gap.above, gap.below),
                constituency=constituency,
                certainty=Certainty.of(stated=stated),
                message=f"The voice of {who} stops between {below} and {above}: they take part in {below}, but "
                f"{part}.{_open_text(graph, gap.above, gap.scope, standing)}",
                witness=gap.line,
                fix=f"{fix}.",
            )


def _open_text(graph: GovernanceGraph, body: str, scope: Scope, standing: Standing) -> str:
    """What the file leaves open of the body above, and what it states that does not count yet."""
    above = graph.name(body)
    text = not_yet_text(standing, f"A way of taking part in {above}")
    if is_open(graph, body, standing):
        text += f" Who else sits on {above} is not stated."
    elif scope is not Scope.IN:
        text += f" What {above} does, or at which level, is not stated."
    return text + unassigned_seats_text(standing, above)
