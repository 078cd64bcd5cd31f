"""OVR103: lines of scrutiny with the same people on both sides."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Nation, StatutoryForm
from govgraph.rules._scrutiny import Overlap, of_named_scrutiny, on_both_sides, overlaps

_WHERE_BARRED = frozenset({None, Nation.ENGLAND, Nation.WALES})
"""Where the law keeps the executive off scrutiny, or may, as the file names no nation."""


@rule(
    code="OVR103", name="same-people-on-both-sides", severity=Severity.WARNING, applies_to=of_named_scrutiny("members")
)
def same_people_on_both_sides(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The same people or bodies sit on a body and on the body that scrutinises it.

    Why it matters:
        Nobody can look with fresh eyes at a decision that they took part in. Where those who decide also sit with
        those who ask the questions, nobody may ask the hardest ones. This does not concern bodies that speak for a
        group of people, such as a parent carer forum: they may well be heard on both. Nor does it concern the chair of
        an NHS foundation trust, who by design chairs its board and its council of governors.

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
        Ask the body that scrutinises for the seat to go to somebody else. Or ask for the holder to declare the double
        seat, and to stand aside where their own decisions are scrutinised.
    """
    for overlap in overlaps(graph):
        sides = {"board": Bodies.of(graph, overlap.scrutinised), "committee": Bodies.of(graph, overlap.scrutiniser)}
        size = "{both} of the {named} named on {board} [both:sits|sit] on {committee} too."
        if overlap.named == 1:
            size = "Nobody else is named on {board}."
        fix = say("Ask {committee} for the seat to go to somebody who is not on {board}.", **sides)
        fix &= say("Or ask for the holder to declare both seats, and to stand aside from scrutiny of {board}.", **sides)
        if _is_barred(graph, overlap):
            is_known = graph.nation_of(overlap.scrutiniser) is not None
            law = "the law keeps" if is_known else "in England and Wales, the law keeps"
            fix = say("Ask the council to fill the seat on {committee} with somebody who is not on {board}.", **sides)
            fix &= say(f"To stand aside is not enough: {law} members of the executive off scrutiny committees.")
        yield Hit(
            bodies=graph.in_order((overlap.scrutinised, overlap.scrutiniser)),
            message=on_both_sides(graph, overlap, "[sits|sit] on")
            & say(size, both=overlap.both, named=overlap.named, **sides),
            witness=overlap.witness,
            witness_count=1 + len(overlap.seats),
            at=overlap.at,
            fix=fix,
        )


def _is_barred(graph: GovernanceGraph, overlap: Overlap) -> bool:
    """Whether the law keeps members of the one off the other: of a cabinet off overview and scrutiny.

    Local Government Act 2000, section 9FA(3) in England and section 21(9) in Wales.
    """
    forms = (graph.body(overlap.scrutinised).statutory, graph.body(overlap.scrutiniser).statutory)
    return graph.nation_of(overlap.scrutiniser) in _WHERE_BARRED and forms == (
        StatutoryForm.CABINET,
        StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE,
    )
