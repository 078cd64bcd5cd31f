"""REP101: bodies on which a constituency has no seat, and no other way of taking part."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._heard import (
    HeardOptions,
    asked,
    has_none,
    how_we_know,
    not_yet,
    of_constituencies,
    seat_fix,
    why_not_stated,
)
from govgraph.rules._rule import rule


@rule(code="REP101", name="no-seat", severity=Severity.ERROR, asks=of_constituencies, options=HeardOptions)
def no_seat(graph: GovernanceGraph, options: HeardOptions) -> Iterator[Hit]:
    """A group of people has no seat on a body that steers, decides, scrutinises or commissions.

    Why it matters:
        What is decided without those whom it concerns is not made with them. In 2020 Shropshire's parent carer
        forum saw that no parent carer sat on any of the three bodies at the top of a draft structure, and that this
        undermined the co-production on which the plan rested.

    Flagged:
        board: board, strategic, decides, membership complete
        forum -- sits_on[parent-carers] --> workstream
        workstream: workstream, operational, delivers

    Clean:
        board: board, strategic, decides, membership complete
        forum -- sits_on[parent-carers, voting] --> board
        workstream: workstream, operational, delivers

    How to fix:
        Ask for a seat, with a vote where law and constitution allow. Where the law keeps a body to its own members,
        ask for co-option, or for a place in the meeting and papers. Where the file is silent, find out first.
    """
    for one in asked(graph, options):
        standing = one.standing
        if standing.has_seat or standing.vacant or standing.lesser_ways:
            continue
        none = "none that counts" if standing.not_yet else "no other way of taking part in it"
        message = f"{has_none(graph, one)}; {none} is stated."
        if standing.unfilled:
            message += " The body that would hold the seat is not in force."
        if standing.vacant_contacts:
            message += " The contact for them is vacant."
        message += not_yet(standing)
        yield Hit(
            bodies=(one.body,),
            constituency=one.constituency,
            certainty=one.gap,
            message=message + why_not_stated(graph, one),
            witness=how_we_know(graph, one.body, standing),
            fix=seat_fix(graph, one),
        )
