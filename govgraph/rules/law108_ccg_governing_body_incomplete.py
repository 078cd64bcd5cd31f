"""LAW108: governing bodies of Clinical Commissioning Groups without a member whom the law asked for."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Authority, Basis, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._statute import (
    CCGS_END,
    MissingMembers,
    law_rule,
    of_form,
    open_lacks,
    required_member,
    states_count,
)

_FORM = StatutoryForm.CCG_GOVERNING_BODY
_CORE = (
    required_member(Capacity.ACCOUNTABLE_OFFICER, perhaps=[Capacity.CHIEF_EXECUTIVE]),
    required_member(Capacity.CHIEF_FINANCE_OFFICER),
    required_member(Capacity.REGISTERED_NURSE),
    required_member(Capacity.SECONDARY_CARE_SPECIALIST),
)
_LAY_MEMBERS, _ALL_MEMBERS = 2, 6
_PERHAPS_LAY = (Capacity.INDEPENDENT_PERSON, Capacity.NON_EXECUTIVE_MEMBER)
_AUTHORITY = Authority(
    title="National Health Service (Clinical Commissioning Groups) Regulations 2012 (S.I. 2012/1631)",
    section="regulation 11",
    address="http://legislation.gov.uk/uksi/2012/1631/regulation/11/made",
    basis=Basis.LAW,
    from_=date(2012, 10, 1),
    until=CCGS_END,
)


@law_rule(code="LAW108", name="ccg-governing-body-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def ccg_governing_body_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The governing body of a Clinical Commissioning Group lacks a member whom the law asked for.

    Why it matters:
        Beside those who run the group, the law asked for a nurse and a specialist from outside, and for two lay
        members: somebody in the room whose work does not depend on what is decided there.

    Flagged:
        body: board, statutory ccg_governing_body, membership complete
        somebody -- sits_on[as accountable_officer] --> body
        somebody -- sits_on[as chief_finance_officer] --> body
        somebody -- sits_on[as registered_nurse] --> body
        somebody -- sits_on[as secondary_care_specialist] --> body
        first -- sits_on[as lay_member] --> body
        second -- sits_on[as primary_care] --> body

    Clean:
        body: board, statutory ccg_governing_body, membership complete
        somebody -- sits_on[as accountable_officer] --> body
        somebody -- sits_on[as chief_finance_officer] --> body
        somebody -- sits_on[as registered_nurse] --> body
        somebody -- sits_on[as secondary_care_specialist] --> body
        first -- sits_on[as lay_member] --> body
        second -- sits_on[as lay_member] --> body

    How to fix:
        Record who sits on the body and in which capacity (`as`). If somebody is missing, ask the group to appoint
        them.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        missing = MissingMembers(graph, membership)
        missing.add_required(_CORE)
        uncounted = [] if states_count(graph, membership) else [Aspect.MEMBERS.of(graph, body)]
        lay = len(membership.holding(Capacity.LAY_MEMBER))
        if lay < _LAY_MEMBERS:
            lacks = [*uncounted, *open_lacks(graph, membership, membership.holding(*_PERHAPS_LAY))]
            missing.add("a second lay member" if lay else "two lay members", lacks, _PERHAPS_LAY)
        if len(membership.seats) < _ALL_MEMBERS:
            missing.add("six members in all", uncounted)
        yield from missing.hits("Ask {body} who will appoint {members}, and when.")
