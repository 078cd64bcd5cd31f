"""LAW107: Integrated Care Boards on which no lead for SEND votes."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Certainty, Hit
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._phrases import lower_first
from govgraph.rules._statute import law_rule, membership_evidence, of_form, open_text

_FORM = StatutoryForm.INTEGRATED_CARE_BOARD
_AUTHORITY = Authority(
    title="Executive lead roles within integrated care boards (NHS England)",
    section="paragraph 1",
    address="https://www.england.nhs.uk/long-read/executive-lead-roles-within-integrated-care-boards/",
    basis=Basis.STATUTORY_GUIDANCE,
    from_=date(2023, 6, 1),  # it was published in May 2023, and is asked for from the month after
)


@law_rule(code="LAW107", name="no-voting-send-lead", applies_to=of_form(_FORM), authority=_AUTHORITY)
def no_voting_send_lead(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """On an Integrated Care Board no member with a vote is its lead for special educational needs and disabilities.

    Why it matters:
        The guidance asks each board to name one of its members with a vote as the lead for SEND. Where nobody who
        votes has that role, children with SEND depend on whoever happens to think of them.

    Flagged:
        structure: as_of 2023-09-01
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as chief_executive, voting] --> board
        somebody -- sits_on[as registered_nurse, as send_lead, non-voting] --> board

    Clean:
        structure: as_of 2023-09-01
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as chief_executive, voting] --> board
        somebody -- sits_on[as registered_nurse, as send_lead, voting] --> board

    How to fix:
        State which member of the board is its SEND lead (as), and that the member votes (votes). If none is, ask the
        board to give the role to one of its members who vote.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        leads = tuple(seat for seat in membership.holding(Capacity.SEND_LEAD) if not seat.part.vacant)
        if any(seat.part.votes for seat in leads):
            continue
        name = graph.name(body)
        if leads:
            yield _lead_without_vote(graph, body, leads)
        elif membership.has_all_capacities:
            yield Hit(
                bodies=(body,),
                message=f"No member of {name} is its SEND lead, as guidance asks.{_attending(graph, body)}",
                witness=membership_evidence(graph, membership),
                fix=f"Ask {name} to make one of its members who vote its SEND lead. If one is, state it (as).",
            )
        else:
            yield Hit(
                bodies=(body,),
                certainty=Certainty.NOT_STATED,
                message=f"Whether a member of {name} who votes is its SEND lead, as guidance asks, is not stated"
                f"{open_text(membership)}.{_attending(graph, body)}",
                witness=[seat.step for seat in membership.seats],
                fix=f"Find out which member of {name} is its SEND lead, and state it (as, votes). If none is, ask "
                f"{name} to give the role to one of its members who vote.",
            )


def _lead_without_vote(graph: GovernanceGraph, body: str, leads: tuple[Presence[Seat], ...]) -> Hit:
    name = graph.name(body)
    stated = all(seat.part.votes is False for seat in leads)
    message = f"The SEND lead of {name} is a member without a vote; guidance asks for one who votes."
    fix = f"Ask {name} to give the role to one of its members who vote."
    if not stated:
        message = f"Whether the SEND lead of {name} votes, as guidance asks, is not stated."
        find_out = f"Find out whether the SEND lead of {name} has a vote on it, and state it (votes)."
        fix = f"{find_out} If not, {lower_first(fix)}"
    return Hit(
        bodies=(body,),
        certainty=Certainty.of(stated=stated),
        message=message,
        witness=[seat.step for seat in leads],
        at=leads[0].at,
        fix=fix,
    )


def _attending(graph: GovernanceGraph, body: str) -> str:
    """That a SEND lead attends, which is no seat; nothing where none does."""
    attendees = (seat.part for seat in graph.voice.members_and_attendees(body) if seat.part.role.attends_only)
    attends = any(Capacity.SEND_LEAD in seat.capacities for seat in attendees)
    return " A SEND lead attends it, without being a member." if attends else ""
