"""OVR104: lines of scrutiny with the same chair on both sides."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.rules._scrutiny import of_named_scrutiny, on_both_sides, overlaps


@rule(
    code="OVR104",
    name="same-chair-on-both-sides",
    severity=Severity.WARNING,
    applies_to=of_named_scrutiny("chairs", chairs=True),
)
def same_chair_on_both_sides(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The chair of a body, or one of its chairs, also chairs the body that scrutinises it.

    Why it matters:
        A chair sets the agenda: what is scrutinised, who is asked, and when it is enough. Nobody should do that for
        the scrutiny of what they lead themselves. This does not concern the chair of an NHS foundation trust, who by
        design chairs its board and its council of governors.

    Flagged:
        board -- scrutinised_by --> committee
        council -- sits_on[chair] --> board
        council -- sits_on[co_chair] --> committee

    Clean:
        board -- scrutinised_by --> committee
        council -- sits_on[chair] --> board
        council -- sits_on --> committee
        healthwatch -- sits_on[chair] --> committee

    How to fix:
        Ask the body that scrutinises to choose a chair who takes no part in what it looks at. Or ask the other body
        to choose another chair.
    """
    for overlap in overlaps(graph, chairs=True):
        board, committee = Bodies.of(graph, overlap.scrutinised), Bodies.of(graph, overlap.scrutiniser)
        fix = "Ask {committee} to choose a chair who takes no part in the decisions of {board}."
        yield Hit(
            bodies=graph.in_order((overlap.scrutinised, overlap.scrutiniser)),
            message=on_both_sides(graph, overlap, "[chairs|chair]"),
            witness=[overlap.step, *(seat.step for seat in overlap.seats)],
            at=overlap.at,
            fix=say(fix, committee=committee, board=board)
            & say("Or ask {board} to choose another chair.", board=board),
        )
