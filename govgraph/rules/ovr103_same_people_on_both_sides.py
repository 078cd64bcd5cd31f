"""OVR103: lines of scrutiny with the same people on both sides."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.model import StatutoryForm
from govgraph.rules._scrutiny import (
    Overlap,
    are_different_people,
    is_one_holder,
    of_named_scrutiny,
    overlap_text,
    overlaps,
)


@rule(
    code="OVR103",
    name="same-people-on-both-sides",
    severity=Severity.WARNING,
    applies_to=of_named_scrutiny("who holds a seat"),
)
def same_people_on_both_sides(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Whoever sits on a body also sits on the body that scrutinises it.

    Why it matters:
        Nobody can look with fresh eyes at a decision that they took part in. Where those who decide also sit with
        those who ask the questions, the hardest questions may not be put. Whoever speaks for a group of people, as a
        parent carer forum does, may well be heard on both, and is not meant.

    Flagged:
        board -- scrutinised_by --> committee
        trust -- sits_on --> board
        council -- sits_on --> board
        trust -- sits_on --> committee

    Clean:
        board -- scrutinised_by --> committee
        trust -- sits_on --> board
        council -- sits_on --> board
        healthwatch -- sits_on --> committee

    How to fix:
        Let somebody else take one of the seats, or have the double seat declared, and its holder stand aside where
        their own decisions are scrutinised.
    """
    for overlap in overlaps(graph):
        board, committee = graph.name(overlap.scrutinised), graph.name(overlap.scrutiniser)
        sit = "sits" if is_one_holder(graph, overlap) else "sit"
        message = f"{overlap_text(graph, overlap)} {sit} on {board} and on {committee}, which scrutinises it: "
        if overlap.named == 1:
            message += f"nobody else is named on {board}."
        else:
            message += f"{overlap.both} of the {overlap.named} who are named on {board} "
            message += f"{'sits' if overlap.both == 1 else 'sit'} on {committee} too."
        if are_different_people(overlap):
            message += " The seats on the two are held by different people, as far as people are named."
        fix = f"Let somebody else take one of the seats, or have it declared, and stand aside where {committee} looks "
        fix += f"at what they helped to decide on {board}."
        if _is_barred(graph, overlap):
            fix = f"Have the seat on {committee} filled by somebody who is not on {board}: the law keeps members of "
            fix += "the executive off overview and scrutiny committees, so to stand aside is not enough."
        yield Hit(
            bodies=graph.in_order((overlap.scrutinised, overlap.scrutiniser)),
            message=message,
            witness=overlap.witness,
            witness_count=1 + len(overlap.seats),
            at=overlap.at,
            fix=fix,
        )


def _is_barred(graph: GovernanceGraph, overlap: Overlap) -> bool:
    """Whether LAW102 keeps members of the one off the other: of a cabinet off overview and scrutiny."""
    forms = (graph.body(overlap.scrutinised).statutory, graph.body(overlap.scrutiniser).statutory)
    return forms == (StatutoryForm.CABINET, StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE)
