"""LAW110: safeguarding partnerships without one of the safeguarding partners."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import OF_THE_AUTHORITY, Capacity, StatutoryForm
from govgraph.rules._statute import health_commissioners, incomplete_bodies, law_rule, of_form, required_member

_FORM = StatutoryForm.SAFEGUARDING_PARTNERSHIP
# They work for the council or sit on it, but may be there for themselves.
_MAY_SPEAK_FOR_THE_AUTHORITY = OF_THE_AUTHORITY | {
    Capacity.CHIEF_EXECUTIVE,
    Capacity.OFFICER,
    Capacity.DIRECTOR_OF_ADULT_SERVICES,
    Capacity.DIRECTOR_OF_PUBLIC_HEALTH,
}
_MAY_SPEAK_FOR_HEALTH = frozenset(
    {Capacity.CHIEF_EXECUTIVE, Capacity.ACCOUNTABLE_OFFICER, Capacity.REGISTERED_NURSE, Capacity.SEND_LEAD}
)
_PARTNERS = (
    required_member(
        Capacity.LOCAL_AUTHORITY,
        Capacity.DIRECTOR_OF_CHILDRENS_SERVICES,
        words="a representative of the local authority",
        perhaps=_MAY_SPEAK_FOR_THE_AUTHORITY,
    ),
    *health_commissioners(perhaps=_MAY_SPEAK_FOR_HEALTH),
    required_member(Capacity.CHIEF_OFFICER_OF_POLICE, words="the chief officer of police (or their representative)"),
)
_AUTHORITY = Authority(
    title="Children Act 2004",
    section="section 16E",
    address="https://legislation.gov.uk/ukpga/2004/31/section/16E/data.html",
    basis=Basis.LAW,
    from_=date(2018, 6, 29),
    leaves_open="Whether there is more than one partner of a kind depends on the area.",
)


@law_rule(code="LAW110", name="safeguarding-partner-missing", applies_to=of_form(_FORM), authority=_AUTHORITY)
def safeguarding_partner_missing(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """One of the safeguarding partners is not on a safeguarding partnership.

    Why it matters:
        The local authority, the health service that commissions and the police answer together for keeping children
        safe. Where one of them is not there, what it knows and what it must do is missing from every decision.

    Flagged:
        partnership: partnership, statutory safeguarding_partnership, membership complete
        somebody -- sits_on[as local_authority] --> partnership
        somebody -- sits_on[as clinical_commissioning_group, as integrated_care_board] --> partnership
        somebody -- sits_on[as voluntary_sector] --> partnership

    Clean:
        partnership: partnership, statutory safeguarding_partnership, membership complete
        somebody -- sits_on[as local_authority] --> partnership
        somebody -- sits_on[as clinical_commissioning_group, as integrated_care_board] --> partnership
        somebody -- sits_on[as chief_officer_of_police] --> partnership

    How to fix:
        Record for whom each member is there (`as`). If one of the three partners is missing, ask the others to bring
        it in.
    """
    yield from incomplete_bodies(graph, _FORM, _PARTNERS, "Ask the partners to bring {members} into {body}.")
