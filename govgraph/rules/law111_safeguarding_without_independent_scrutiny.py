"""LAW111: safeguarding partnerships that nobody independent scrutinises."""

from collections.abc import Iterator, Sequence
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Certainty, Hit
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._phrases import complete_list
from govgraph.rules._scrutiny import oversight_text
from govgraph.rules._statute import law_rule, membership_evidence, of_form, open_text

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
        State who scrutinises the partnership (scrutinised_by), or which independent person sits on it or attends it
        (independent). If there is nobody, ask the partners how their work is scrutinised independently.
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
    body, name = membership.body, graph.name(membership.body)
    lines_complete = graph.lines_are_complete(body)
    notes = oversight_text(graph, body)
    if any(seat.part.vacant and _is_independent(seat.part) for seat in seats):
        notes = f" A place for somebody independent is stated, but it is vacant.{notes}"
    if lines_complete and membership.has_all_capacities and not any(_may_be_independent(seat.part) for seat in seats):
        return Hit(
            bodies=(body,),
            message=f"No body scrutinises {name}, and nobody independent sits on it or attends it; guidance asks for "
            f"independent scrutiny.{notes}",
            witness=[*membership_evidence(graph, membership), complete_list(graph, body, "lines")],
            fix=f"Ask the partners of {name} how their work is scrutinised independently, and state it "
            "(scrutinised_by, independent). If it is not, ask them to appoint somebody.",
        )
    return Hit(
        bodies=(body,),
        certainty=Certainty.NOT_STATED,
        message=f"Whether {name} has independent scrutiny, as guidance asks, is not stated{open_text(membership)}."
        f"{'' if lines_complete else ' Its lines are not stated to be all listed.'}{notes}",
        witness=[seat.step for seat in seats],
        fix=f"Find out who scrutinises {name} independently, and state it (scrutinised_by, independent). If nobody "
        "does, ask the partners to appoint somebody.",
    )
