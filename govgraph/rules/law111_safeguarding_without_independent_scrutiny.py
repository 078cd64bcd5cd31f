"""LAW111: safeguarding partnerships that nobody independent scrutinises."""

from collections.abc import Iterator, Sequence
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Authority, Basis, Bodies, Hit, say
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._phrases import complete_list
from govgraph.rules._scrutiny import oversight
from govgraph.rules._statute import law_rule, membership_evidence, of_form, open_lacks, unknown_capacities

_FORM = StatutoryForm.SAFEGUARDING_PARTNERSHIP
_MAY_BE_INDEPENDENT = {Capacity.LAY_MEMBER, Capacity.NON_EXECUTIVE_MEMBER}
_AUTHORITY = Authority(
    title="Working Together to Safeguard Children, as quoted in the Sussex safeguarding procedures",
    section="2.1.6",
    address="https://sussexchildprotection.procedures.org.uk/pkysqs",
    basis=Basis.STATUTORY_GUIDANCE,
    from_=date(2018, 6, 29),  # there are such partnerships since then: Children Act 2004, section 16E
)


@law_rule(
    code="LAW111", name="safeguarding-without-independent-scrutiny", applies_to=of_form(_FORM), authority=_AUTHORITY
)
def safeguarding_without_independent_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A safeguarding partnership has no independent scrutiny.

    Why it matters:
        The partners judge their own work when a child has come to harm. The guidance asks for somebody independent of
        them who looks at whether they do what they should.

    Flagged:
        partnership: partnership, statutory safeguarding_partnership, membership complete, lines complete
        somebody -- sits_on[as local_authority, chair] --> partnership
        somebody -- sits_on[as chief_officer_of_police] --> partnership

    Clean:
        partnership: partnership, statutory safeguarding_partnership, membership complete, lines complete
        somebody -- sits_on[as local_authority, chair] --> partnership
        somebody -- sits_on[as chief_officer_of_police] --> partnership
        somebody -- attends[as independent_person] --> partnership

    How to fix:
        Record who scrutinises the partnership (`scrutinised_by`), or which independent person sits on it or attends it
        (`independent`). If there is nobody, ask the partners to appoint somebody.
    """
    for body in graph.of_form(_FORM):
        seats = graph.voice.members_and_attendees(body)
        filled = [seat for seat in seats if not seat.part.vacant and _is_independent(seat.part)]
        if not filled and not graph.scrutiny.scrutinisers(body):
            yield _hit(graph, graph.voice.membership(body), seats)


def _is_independent(seat: Seat) -> bool:
    return bool(seat.independent) or (seat.independent is None and Capacity.INDEPENDENT_PERSON in seat.capacities)


def _may_be_independent(seat: Seat) -> bool:
    """Whether it is not stated if its holder is independent, and no capacity says that it is another's."""
    known = seat.capacity_is_known and not seat.capacities <= _MAY_BE_INDEPENDENT
    return seat.independent is None and not seat.vacant and not known


def _hit(graph: GovernanceGraph, membership: Membership, seats: Sequence[Presence[Seat]]) -> Hit:
    body, name = membership.body, Bodies.of(graph, membership.body)
    notes = oversight(graph, body)
    if any(seat.part.vacant and _is_independent(seat.part) for seat in seats):
        notes = say("A place there for somebody independent is vacant.") & notes
    lacks = open_lacks(graph, membership)
    if lacks or not graph.lines_are_complete(body) or any(_may_be_independent(seat.part) for seat in seats):
        return Hit(
            bodies=(body,),
            lacks=[Aspect.INDEPENDENT_SCRUTINY.of(graph, body), *lacks],
            message=say("Guidance asks for independent scrutiny of {body}.", body=name)
            & notes
            & unknown_capacities(graph, body, seats),
            witness=[seat.step for seat in seats],
        )
    return Hit(
        bodies=(body,),
        message=say("{body} [has|have] no independent scrutiny, though guidance asks for it.", body=name) & notes,
        witness=[*membership_evidence(graph, membership), complete_list(graph, body, "lines")],
        fix=say("Ask the partners to appoint somebody independent to scrutinise {body}.", body=name)
        & say("If somebody already does, record that."),
    )
