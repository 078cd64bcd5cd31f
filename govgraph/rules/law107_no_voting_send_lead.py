"""LAW107: Integrated Care Boards on which no lead for SEND votes."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Authority, Basis, Bodies, Hit, Message, Seen, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._capacities import unknown_capacities
from govgraph.rules._legislation import ENGLAND
from govgraph.rules._statute import law_rule, membership_evidence, of_form, open_lacks

_FORM = StatutoryForm.INTEGRATED_CARE_BOARD
_AUTHORITY = Authority(
    title="Executive lead roles within integrated care boards (NHS England)",
    section="paragraphs 1 and 4",
    address="https://www.england.nhs.uk/long-read/executive-lead-roles-within-integrated-care-boards/",
    basis=Basis.STATUTORY_GUIDANCE,
    from_=date(2023, 6, 1),  # it was published in May 2023, and is asked for from the month after
    territory=ENGLAND,
    checked=date(2026, 11, 29),
    seen=Seen.SOURCE,
)


@law_rule(code="LAW107", name="no-voting-send-lead", applies_to=of_form(_FORM), authority=_AUTHORITY)
def no_voting_send_lead(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """On an Integrated Care Board no member with a vote is its lead for special educational needs and disabilities.

    Why it matters:
        The guidance asks each board to name one of its members with a vote as the lead for SEND. Where nobody who
        votes has that role, children with SEND depend on a member who happens to think of them.

    Flagged:
        structure: as_of 2023-09-01, nation england
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as chief_executive, voting] --> board
        somebody -- sits_on[as registered_nurse, as send_lead, non-voting] --> board

    Clean:
        structure: as_of 2023-09-01, nation england
        board: board, statutory integrated_care_board, membership complete
        somebody -- sits_on[as chief_executive, voting] --> board
        somebody -- sits_on[as registered_nurse, as send_lead, voting] --> board

    How to fix:
        Record which member of the board is its SEND lead (`as`), and whether that member votes (`votes`). If there is
        none, ask the board to give the role to one of its members who vote.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        leads = tuple(seat for seat in membership.holding(Capacity.SEND_LEAD) if not seat.part.vacant)
        if any(seat.part.votes for seat in leads):
            continue
        yield _lead_without_vote(graph, body, leads) if leads else _no_lead(graph, membership)


def _lead_without_vote(graph: GovernanceGraph, body: str, leads: tuple[Presence[Seat], ...]) -> Hit:
    name, stated = Bodies.of(graph, body), all(seat.part.votes is False for seat in leads)
    message = "The SEND lead does not vote on {body}, though guidance asks for a lead who does."
    if not stated:
        message = "By guidance, the SEND lead should have a vote on {body}."
    return Hit(
        bodies=(body,),
        lacks=[] if stated else [Aspect.VOTES.of(graph, body)],
        message=say(message, body=name),
        witness=[seat.step for seat in leads],
        at=leads[0].at,
        fix=_give_the_role(name) if stated else NOTHING,
    )


def _no_lead(graph: GovernanceGraph, membership: Membership) -> Hit:
    body, lacks = Bodies.of(graph, membership.body), open_lacks(graph, membership)
    if not membership.complete or any(seat.part.votes is None for seat in membership.open):
        lacks.append(Aspect.VOTES.of(graph, body.ids))
    message = "{body} [has|have] no SEND lead among [body:its|their] members, though guidance asks for one."
    if lacks:
        message = "By guidance, a member who votes should be the SEND lead of {body}."
    everybody = graph.voice.members_and_attendees(membership.body)
    attendees = (seat.part for seat in everybody if seat.part.role.attends_only)
    attends = any(Capacity.SEND_LEAD in seat.capacities for seat in attendees)
    return Hit(
        bodies=body.ids,
        lacks=lacks,
        message=say(message, body=body)
        & (say("A SEND lead attends {body} without being a member.", body=body) if attends else NOTHING)
        & unknown_capacities(graph, membership.body, membership.seats),
        witness=[seat.step for seat in membership.seats] if lacks else membership_evidence(graph, membership),
        fix=NOTHING if lacks else _give_the_role(body) & say("If one of them already is, record that."),
    )


def _give_the_role(body: Bodies) -> Message:
    return say("Ask {body} to name one of [body:its|their] voting members as SEND lead.", body=body)
