"""LAW106: Integrated Care Boards without a member whom the law asks for."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._statute import lack_hits, law_rule, missing_members, of_form, required_member, states_count

_FORM = StatutoryForm.INTEGRATED_CARE_BOARD

_CORE = (required_member(Capacity.CHIEF_EXECUTIVE),)

_OTHER_MEMBERS = 3
_AUTHORITY = Authority(
    title="National Health Service Act 2006",
    section="Schedule 1B, paragraph 3",
    address="https://legislation.gov.uk/ukpga/2006/41/schedule/1B/part/1/data.xht",
    basis=Basis.LAW,
    from_=date(2022, 7, 1),
    leaves_open="Who must nominate the ordinary members (paragraph 8) is not asked here.",
)


@law_rule(code="LAW106", name="integrated-care-board-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def integrated_care_board_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An Integrated Care Board lacks its chair, its chief executive or the three other members the law asks for.

    Why it matters:
        The board plans and buys health care for its whole area. Without these members it is not constituted as it
        should be, and fewer people than the law asks for answer for what it decides.

    Flagged:
        structure: as_of 2023-09-01
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as non_executive_member, chair] --> board
        somebody -- sits_on[as nhs_trust] --> board
        somebody -- sits_on[as primary_care] --> board
        somebody -- sits_on[as local_authority] --> board

    Clean:
        structure: as_of 2023-09-01
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as non_executive_member, chair] --> board
        somebody -- sits_on[as chief_executive] --> board
        somebody -- sits_on[as nhs_trust] --> board
        somebody -- sits_on[as primary_care] --> board
        somebody -- sits_on[as local_authority] --> board

    How to fix:
        State who chairs the board (role), who is its chief executive (as), and all its other members. If one of them
        is missing, ask the board who is to be appointed, by whom and when.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        stated, silent = missing_members(graph, membership, _CORE)
        if not membership.chairs:
            # A seat may be the chair's in words that rules do not know.
            no_chair = membership.complete and not any(seat.part.as_ for seat in membership.open)
            (stated if no_chair else silent).insert(0, "a chair")
        leading = {*membership.chairs[:1], *membership.holding(Capacity.CHIEF_EXECUTIVE)[:1]}
        if len(membership.seats) - len(leading) < _OTHER_MEMBERS:
            counted = states_count(graph, membership)
            (stated if counted else silent).append("three members beside its chair and its chief executive")
        yield from lack_hits(graph, membership, stated, silent, among="")
