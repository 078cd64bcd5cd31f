"""REP101: bodies on which a constituency has no seat, and no other way of taking part."""

from collections.abc import Iterator

from govgraph.findings import LISTED, Certainty, Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._heard import (
    Asked,
    HeardOptions,
    asked,
    has_none,
    how_we_know,
    not_yet,
    of_constituencies,
    people,
    seat_fix,
    why_not_stated,
)
from govgraph.rules._rule import rule
from govgraph.rules._silence import silent_on
from govgraph.rules._words import names


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
    silent: dict[str, list[Asked]] = {}
    for one in asked(graph, options):
        if one.standing.has_seat or one.standing.vacant or one.standing.lesser_ways:
            continue
        if _is_alike(graph, one):
            silent.setdefault(one.constituency, []).append(one)
        else:
            yield _gap(graph, one)
    for constituency, alike in silent.items():
        yield _silence(graph, constituency, alike)


def _gap(graph: GovernanceGraph, one: Asked) -> Hit:
    standing = one.standing
    none = "none that counts" if standing.not_yet else "no other way of taking part in it"
    message = f"{has_none(graph, one)}; {none} is stated."
    if standing.unfilled:
        message += " The body that would hold the seat is not in force."
    if standing.vacant_contacts:
        message += " The contact for them is vacant."
    message += not_yet(standing)
    return Hit(
        bodies=(one.body,),
        constituency=one.constituency,
        certainty=one.gap,
        message=message + why_not_stated(graph, one),
        witness=how_we_know(graph, one.body, standing),
        fix=seat_fix(graph, one),
    )


def _is_alike(graph: GovernanceGraph, one: Asked) -> bool:
    """Whether a gap is one silence among very many: told for each group and body, these would fill all memory."""
    many = len(graph.constituencies) > LISTED
    return many and one.gap is Certainty.NOT_STATED and not graph.voice.is_mentioned(one.body, one.constituency)


def _silence(graph: GovernanceGraph, constituency: str, alike: list[Asked]) -> Hit:
    bodies = [one.body for one in alike]
    who, where = people(graph, constituency), names(graph, bodies)
    return silent_on(
        bodies,
        message=f"The file does not say whether {who} have a seat on {where}.",
        fix=f"Find out who sits on {where}, and record it. Where {who} have no seat, ask for one.",
        constituency=constituency,
    )
