"""LAW108: governing bodies of Clinical Commissioning Groups without a member whom the law asked for."""

from collections.abc import Iterator
from datetime import date

from govgraph.findings import Authority, Basis, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._rule import Options, rule
from govgraph.rules._statute import CCGS_END, count_is_told, lacks, missing, needed, of_form

_FORM = StatutoryForm.CCG_GOVERNING_BODY
_CORE = (
    needed(Capacity.ACCOUNTABLE_OFFICER, perhaps=[Capacity.CHIEF_EXECUTIVE]),
    needed(Capacity.CHIEF_FINANCE_OFFICER),
    needed(Capacity.REGISTERED_NURSE),
    needed(Capacity.SECONDARY_CARE_SPECIALIST),
)
_LAY, _IN_ALL = 2, 6
_AUTHORITY = Authority(
    title="National Health Service (Clinical Commissioning Groups) Regulations 2012 (S.I. 2012/1631)",
    section="regulation 11",
    address="http://legislation.gov.uk/uksi/2012/1631/regulation/11/made",
    basis=Basis.LAW,
    from_=date(2012, 10, 1),
    until=CCGS_END,
)

_PERHAPS_LAY = (Capacity.INDEPENDENT_PERSON, Capacity.NON_EXECUTIVE_MEMBER)


@rule(
    code="LAW108",
    name="ccg-governing-body-incomplete",
    severity=_AUTHORITY.basis.severity,
    asks=of_form(_FORM),
    authority=_AUTHORITY,
)
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
        State who sits on the body and in which capacity (as). If somebody is missing, the group must appoint them.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        stated, silent = missing(graph, membership, _CORE)
        counted = count_is_told(graph, membership)
        lay = len(membership.holding(Capacity.LAY_MEMBER))
        if lay < _LAY:
            told = counted and membership.is_all_told and not membership.holding(*_PERHAPS_LAY)
            (stated if told else silent).append("a second lay member" if lay else "two lay members")
        if len(membership.seats) < _IN_ALL:
            (stated if counted else silent).append("six members in all")
        yield from lacks(graph, membership, stated, silent, among="")
