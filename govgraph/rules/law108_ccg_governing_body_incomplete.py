"""LAW108: governing bodies of Clinical Commissioning Groups without a member whom the law asked for."""

from collections.abc import Iterator
from datetime import date, timedelta

from govgraph.engine import Options
from govgraph.findings import Aspect, Hit
from govgraph.graph import GovernanceGraph, seat_count
from govgraph.language import number_words
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._legislation import english_law
from govgraph.rules._statute import (
    ALL_MEMBERS,
    CCGS_END,
    MissingMembers,
    law_rule,
    of_form,
    open_lacks,
    required_member,
    states_count,
)

_FORM = StatutoryForm.CCG_GOVERNING_BODY
_FEWER = date(2022, 4, 14)
"""The day from which the law asked for fewer members: S.I. 2022/316."""
_BEFORE = _FEWER - timedelta(days=1)
_CORE = (
    required_member(Capacity.ACCOUNTABLE_OFFICER, perhaps=[Capacity.CHIEF_EXECUTIVE]),
    required_member(Capacity.CHIEF_FINANCE_OFFICER),
    required_member(Capacity.REGISTERED_NURSE, until=_BEFORE),
    required_member(Capacity.SECONDARY_CARE_SPECIALIST, until=_BEFORE),
    required_member(
        Capacity.REGISTERED_NURSE,
        Capacity.SECONDARY_CARE_SPECIALIST,
        words="a registered nurse or a secondary care specialist",
        from_=_FEWER,
    ),
)
_PERHAPS_LAY = (Capacity.INDEPENDENT_PERSON, Capacity.NON_EXECUTIVE_MEMBER)
_AUTHORITY = english_law(
    "National Health Service (Clinical Commissioning Groups) Regulations 2012 (S.I. 2012/1631)",
    "regulation 11",
    "uksi/2012/1631/regulation/11/made",
    from_=date(2012, 10, 1),
    until=CCGS_END,
    checked=date(2026, 11, 29),
    leaves_open="S.I. 2022/316 changed it from 14 April 2022: four members in all, one lay member, and a nurse or a "
    "specialist.",
)


@law_rule(code="LAW108", name="ccg-governing-body-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def ccg_governing_body_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The governing body of a Clinical Commissioning Group lacks a member whom the law asked for.

    Why it matters:
        Beside those who run the group, the law asked for a nurse and a specialist from outside, and for lay members:
        somebody in the room whose work does not depend on what is decided there.

    Flagged:
        structure: nation england
        body: board, statutory ccg_governing_body, membership complete
        somebody -- sits_on[as accountable_officer] --> body
        somebody -- sits_on[as primary_care] --> body
        somebody -- sits_on[as registered_nurse] --> body
        somebody -- sits_on[as secondary_care_specialist] --> body
        first -- sits_on[as lay_member] --> body
        second -- sits_on[as lay_member] --> body

    Clean:
        structure: nation england
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
    lay_members, all_members = (1, 4) if graph.as_of >= _FEWER else (2, 6)
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        missing = MissingMembers(graph, membership)
        missing.add_required(_CORE)
        uncounted = [] if states_count(graph, membership) else [Aspect.MEMBERS.of(graph, body)]
        lay = seat_count(membership.holding(Capacity.LAY_MEMBER))
        if lay < lay_members:
            lacks = [*uncounted, *open_lacks(graph, membership, membership.holding(*_PERHAPS_LAY))]
            second = "a second lay member" if lay else "two lay members"
            missing.add("a lay member" if lay_members == 1 else second, lacks, _PERHAPS_LAY)
        if seat_count(membership.seats) < all_members:
            missing.add(f"{number_words(all_members)} members in all", uncounted)
        is_short = seat_count(membership.seats) < all_members
        who = ALL_MEMBERS if is_short else "{members}"
        yield from missing.hits(f"Ask {{body}} who will appoint {who}, and when.")
