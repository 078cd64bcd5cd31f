"""OVR104: lines of scrutiny with the same chair on both sides."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._scrutiny import are_different_people, is_one_holder, of_named_scrutiny, overlap_text, overlaps


@rule(
    code="OVR104",
    name="same-chair-on-both-sides",
    severity=Severity.WARNING,
    applies_to=of_named_scrutiny("who chairs", chairs=True),
)
def same_chair_on_both_sides(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Whoever chairs a body, alone or with another, also chairs the body that scrutinises it.

    Why it matters:
        Whoever chairs sets the agenda: what is scrutinised, who is asked, and when it is enough. Nobody should do
        that for the scrutiny of what they lead themselves.

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
        Have somebody else chair one of the two, and best the body that scrutinises: somebody who had no part in
        what it looks at.
    """
    for overlap in overlaps(graph, chairs=True):
        board, committee = graph.name(overlap.scrutinised), graph.name(overlap.scrutiniser)
        verb = "chairs" if is_one_holder(graph, overlap) else "chair"
        message = f"{overlap_text(graph, overlap)} {verb} {board}, and {committee}, which scrutinises it."
        if are_different_people(overlap):
            message += " Different people do, as far as people are named."
        yield Hit(
            bodies=graph.in_order((overlap.scrutinised, overlap.scrutiniser)),
            message=message,
            witness=[overlap.step, *(seat.step for seat in overlap.seats)],
            at=overlap.at,
            fix=f"Have somebody else chair {committee}, who had no part in what {board} decides; or somebody else "
            f"chair {board}.",
        )
