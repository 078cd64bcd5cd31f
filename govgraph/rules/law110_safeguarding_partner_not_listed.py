"""LAW110: safeguarding partnerships that do not show one of the three safeguarding partners."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, say
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.language import listed
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._capacities import unknown_capacities, who_may_be
from govgraph.rules._legislation import english_law
from govgraph.rules._partners import Partner, partners_with
from govgraph.rules._statute import law_rule, of_form, open_lacks

_FORM = StatutoryForm.SAFEGUARDING_PARTNERSHIP
_AUTHORITY = english_law(
    "Children Act 2004",
    "section 16E",
    "ukpga/2004/31/section/16E",
    from_=date(2018, 6, 29),
    checked=date(2026, 11, 29),
    leaves_open="The law names three partners who must work together. It prescribes no body and no seats, so what is "
    "missing from a list is a question and never a breach. One partner may act for others of its kind (section 16J).",
)
_LAW = "By law, {partners} must work together to keep children safe."


@law_rule(code="LAW110", name="safeguarding-partner-not-listed", applies_to=of_form(_FORM), authority=_AUTHORITY)
def safeguarding_partner_not_listed(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A safeguarding partnership lists nobody from one of the three safeguarding partners.

    Why it matters:
        The local authority, the health service that commissions and the police answer together for keeping children
        safe. Where one of them is not there, what it knows and what it must do is missing from every decision.

    Flagged:
        structure: nation england
        partnership: partnership, statutory safeguarding_partnership, membership complete
        somebody -- sits_on[as local_authority] --> partnership
        somebody -- sits_on[as clinical_commissioning_group, as integrated_care_board] --> partnership
        somebody -- sits_on[as voluntary_sector] --> partnership

    Clean:
        structure: nation england
        partnership: partnership, statutory safeguarding_partnership, membership complete
        somebody -- sits_on[as local_authority] --> partnership
        somebody -- sits_on[as clinical_commissioning_group, as integrated_care_board] --> partnership
        somebody -- attends[as chief_officer_of_police] --> partnership

    How to fix:
        Record for whom each member is there (`as`), and who attends. If a partner takes part in another way, waive the
        finding and give that as the reason. If it takes no part, ask the other partners to bring it in.
    """
    partners = partners_with(Capacity.DIRECTOR_OF_CHILDRENS_SERVICES, graph.as_of)
    for body in graph.of_form(_FORM):
        everybody = graph.voice.members_and_attendees(body)
        missing = [partner for partner in partners if not partner.is_on(graph, everybody)]
        if missing:
            yield _hit(graph, graph.voice.membership(body), everybody, missing)


def _hit(
    graph: GovernanceGraph,
    membership: Membership,
    everybody: Sequence[Presence[Seat]],
    missing: Sequence[Partner],
) -> Hit:
    body, words = membership.body, [partner.words for partner in missing]
    name, partners = Bodies.of(graph, body), partners_with(Capacity.DIRECTOR_OF_CHILDRENS_SERVICES, graph.as_of)
    perhaps = frozenset(chain.from_iterable(partner.perhaps for partner in missing))
    may_be = [seat for seat in everybody if perhaps & seat.part.capacities]
    open_seats = [seat for seat in everybody if not seat.part.capacity_is_known]
    lacks = open_lacks(graph, membership, [*may_be, *open_seats])
    return Hit(
        bodies=(body,),
        parts=tuple(words),
        lacks=lacks or [Aspect.PARTNERS.of(graph, body)],
        message=say(_LAW, partners=listed([partner.words for partner in partners]))
        & say(
            "The file shows nobody on {body} who is there for {missing}.", body=name, missing=listed(words, last="or")
        )
        & who_may_be(name, may_be, perhaps, "there for one of the partners")
        & unknown_capacities(graph, body, everybody),
        witness=[seat.step for seat in everybody],
    )
