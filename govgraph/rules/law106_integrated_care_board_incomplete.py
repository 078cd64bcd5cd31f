"""LAW106: Integrated Care Boards without a member for whom the law says that their constitution must provide."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Hit
from govgraph.graph import GovernanceGraph, seat_count
from govgraph.model import OF_THE_AUTHORITY, Capacity, StatutoryForm
from govgraph.model.capacities import DIRECTORS_OF_THE_AUTHORITY
from govgraph.rules._legislation import english_law
from govgraph.rules._statute import (
    MissingMembers,
    Wording,
    chair_lacks,
    law_rule,
    of_form,
    open_lacks,
    required_member,
    states_count,
)

_FORM = StatutoryForm.INTEGRATED_CARE_BOARD
_CORE = (required_member(Capacity.CHIEF_EXECUTIVE),)
# Nothing says who nominated a nurse or a lead for SEND.
_NOMINATED = (
    required_member(
        Capacity.NHS_TRUST,
        words="a nominee of NHS trusts",
        perhaps=[
            Capacity.ACCOUNTABLE_OFFICER,
            Capacity.REGISTERED_NURSE,
            Capacity.SECONDARY_CARE_SPECIALIST,
            Capacity.SEND_LEAD,
        ],
    ),
    required_member(
        Capacity.PRIMARY_CARE,
        words="a nominee of primary care",
        perhaps=[Capacity.REGISTERED_NURSE, Capacity.SEND_LEAD],
    ),
    required_member(
        Capacity.LOCAL_AUTHORITY,
        words="a nominee of local authorities",
        perhaps=OF_THE_AUTHORITY | DIRECTORS_OF_THE_AUTHORITY | {Capacity.OFFICER, Capacity.SEND_LEAD},
    ),
)
_OTHER_MEMBERS = 3
_WORDING = Wording(
    "By law, the constitution of {body} must provide for {members}.",
    "It must also provide for {members}.",
    "The file does not list seats on {body} for {members}.",
    "It does not list seats for {members} either.",
    rule="By law, the constitution of {body} must provide for such members.",
)
_AUTHORITY = english_law(
    "National Health Service Act 2006",
    "Schedule 1B, paragraphs 3 and 8(2)",
    "ukpga/2006/41/schedule/1B",
    from_=date(2022, 7, 1),
    checked=date(2026, 11, 29),
    leaves_open="The law binds the constitution of the board: a vacant place is no breach. Who nominated a member is "
    "taken from the capacity in which the seat is held.",
)


@law_rule(code="LAW106", name="integrated-care-board-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def integrated_care_board_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """An Integrated Care Board lists no seat for a member for whom the law says that its constitution must provide.

    Why it matters:
        The board plans and buys health care for its whole area. Hospitals, family doctors and councils each nominate
        a member. Where one of these is missing, nobody speaks there for what they know.

    Flagged:
        structure: as_of 2023-09-01, nation england
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as non_executive_member, chair] --> board
        somebody -- sits_on[as nhs_trust] --> board
        somebody -- sits_on[as primary_care] --> board
        somebody -- sits_on[as local_authority] --> board

    Clean:
        structure: as_of 2023-09-01, nation england
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as non_executive_member, chair] --> board
        somebody -- sits_on[as chief_executive] --> board
        somebody -- sits_on[as nhs_trust] --> board
        somebody -- sits_on[as primary_care] --> board
        somebody -- sits_on[as local_authority] --> board

    How to fix:
        Record who chairs the board (`role`), who is its chief executive (`as`), and all its other members. Record a
        place that nobody fills as vacant (`vacant`). If there is no such place, ask the board where its constitution
        provides for one.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        missing = MissingMembers(graph, membership)
        if not membership.chairs:
            missing.add("a chair", chair_lacks(graph, membership))
        missing.add_required(_CORE)
        chiefs = membership.holding(Capacity.CHIEF_EXECUTIVE)
        leading = {*membership.chairs[:1], *chiefs[:1]}
        if seat_count(membership.seats) - len(leading) < _OTHER_MEMBERS:
            lacks = [] if states_count(graph, membership) else [Aspect.MEMBERS.of(graph, body)]
            missing.add("three ordinary members", lacks)
        for member in _NOMINATED:
            if not membership.holding(*member.capacities):
                # A second chief executive is not the board's own, but a trust's or a council's.
                may_be = [*membership.holding(*member.perhaps), *chiefs[1:]]
                perhaps = member.perhaps | ({Capacity.CHIEF_EXECUTIVE} if chiefs[1:] else frozenset())
                missing.add(member.words, open_lacks(graph, membership, may_be), perhaps)
        yield from missing.hits(
            "Ask {body} where [body:its|their] constitution provides for {members}.", wording=_WORDING
        )
