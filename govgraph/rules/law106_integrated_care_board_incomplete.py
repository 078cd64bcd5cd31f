"""LAW106: Integrated Care Boards without a member whom the law asks for."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Authority, Basis, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._statute import MissingMembers, law_rule, of_form, open_lacks, required_member, states_count

_FORM = StatutoryForm.INTEGRATED_CARE_BOARD
_CORE = (required_member(Capacity.CHIEF_EXECUTIVE),)
_OTHER_MEMBERS = 3
_AUTHORITY = Authority(
    title="National Health Service Act 2006",
    section="Schedule 1B, paragraph 3",
    address="https://legislation.gov.uk/ukpga/2006/41/schedule/1B/part/1/data.xht",
    basis=Basis.LAW,
    from_=date(2022, 7, 1),
    leaves_open="Who must nominate the ordinary members (paragraph 8) is not checked here.",
)


@law_rule(code="LAW106", name="integrated-care-board-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def integrated_care_board_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An Integrated Care Board lacks its chair, its chief executive or the three other members the law asks for.

    Why it matters:
        The board plans and buys health care for its whole area. Without these members, fewer people than the law
        asks for answer for what it decides.

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
        Record who chairs the board (`role`), who is its chief executive (`as`), and all its other members. If one of
        them is missing, ask the board who will appoint somebody, and when.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        missing = MissingMembers(graph, membership)
        if not membership.chairs:
            # A seat may be the chair's in words that rules do not know.
            may_chair = any(seat.part.as_ for seat in membership.open)
            missing.add("a chair", [] if membership.complete and not may_chair else open_lacks(graph, membership))
        missing.add_required(_CORE)
        leading = {*membership.chairs[:1], *membership.holding(Capacity.CHIEF_EXECUTIVE)[:1]}
        if len(membership.seats) - len(leading) < _OTHER_MEMBERS:
            lacks = [] if states_count(graph, membership) else [Aspect.MEMBERS.of(graph, body)]
            missing.add("three members beside its chair and its chief executive", lacks)
        yield from missing.hits("Ask {body} who will appoint {members}, and when.")
