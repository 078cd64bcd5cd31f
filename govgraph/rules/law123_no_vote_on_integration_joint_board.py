"""LAW123: Integration Joint Boards on which people who use services, carers or the third sector have no vote."""

from collections.abc import Iterable, Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Authority, Basis, Bodies, Hit, Lack, Message, Seen, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Membership
from govgraph.language import listed
from govgraph.model import Capacity, Nation, StatutoryForm
from govgraph.rules._capacities import unknown_capacities
from govgraph.rules._statute import law_rule, membership_evidence, of_form, open_lacks

_FORM = StatutoryForm.INTEGRATION_JOINT_BOARD
_GROUPS = {
    Capacity.SERVICE_USER: "people who use services",
    Capacity.UNPAID_CARER: "unpaid carers",
    Capacity.VOLUNTARY_SECTOR: "the third sector",
}
_AUTHORITY = Authority(
    title="Public Bodies (Joint Working) (Integration Joint Boards) (Scotland) Amendment Order 2025 (S.S.I. 2025/405)",
    section="article 2",
    address="https://www.legislation.gov.uk/ssi/2025/405/article/2/made",
    basis=Basis.LAW,
    from_=date(2026, 9, 1),
    territory=frozenset({Nation.SCOTLAND}),
    checked=date(2026, 11, 29),
    seen=Seen.QUOTED,  # the order names paragraphs; a committee of the Scottish Parliament says who they are
    leaves_open="Article 3 of the Order of 2014, which says who must be a member, was not found. So a missing member "
    "is a question and never a breach. A board may appoint additional members without a vote.",
)


@law_rule(code="LAW123", name="no-vote-on-integration-joint-board", applies_to=of_form(_FORM), authority=_AUTHORITY)
def no_vote_on_integration_joint_board(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """People who use services, unpaid carers or the third sector have no vote on an Integration Joint Board.

    Why it matters:
        Until 2026, only councillors and members of the Health Board voted on what is planned for health and care. From
        1 September 2026, those who live with these decisions have a vote too.

    Flagged:
        structure: as_of 2026-10-01, nation scotland
        board: board, statutory integration_joint_board, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> board
        somebody -- sits_on[as service_user, voting] --> board
        somebody -- sits_on[as unpaid_carer, non-voting] --> board
        somebody -- sits_on[as voluntary_sector, voting] --> board

    Clean:
        structure: as_of 2026-10-01, nation scotland
        board: board, statutory integration_joint_board, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> board
        somebody -- sits_on[as service_user, voting] --> board
        somebody -- sits_on[as unpaid_carer, voting] --> board
        somebody -- sits_on[as voluntary_sector, voting] --> board

    How to fix:
        Record which members are there for people who use services, for unpaid carers and for the third sector (`as`),
        and whether they vote (`votes`). If one of them has no vote, ask the board to give them one.
    """
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        wanting = {group: _lacks(graph, membership, group) for group in _GROUPS if not _votes(membership, group)}
        without = [group for group, lacks in wanting.items() if not lacks]
        if without:
            yield _without_vote(graph, membership, without, _missing(membership, wanting))
        elif wanting:
            yield _question(graph, membership, wanting, _missing(membership, wanting))


def _votes(membership: Membership, group: Capacity) -> bool:
    return any(seat.part.votes for seat in membership.holding(group))


def _lacks(graph: GovernanceGraph, membership: Membership, group: Capacity) -> list[Lack]:
    """What the file would have to say to show that nobody votes for a group who is there for it."""
    seats, lacks = membership.holding(group), open_lacks(graph, membership)
    if any(seat.part.votes is None for seat in seats):
        lacks.append(Aspect.VOTES.of(graph, membership.body))
    return lacks if seats or lacks else [Aspect.PEOPLE_THERE.of(graph, membership.body)]


def _missing(membership: Membership, groups: Iterable[Capacity]) -> Message:
    """For which of the groups the file shows no member; nothing where it shows one for each."""
    who = [_GROUPS[group] for group in groups if not membership.holding(group)]
    return say("The file shows no member there for {who}.", who=listed(who, last="or")) if who else NOTHING


def _without_vote(graph: GovernanceGraph, membership: Membership, groups: list[Capacity], missing: Message) -> Hit:
    name, who = Bodies.of(graph, membership.body), listed([_GROUPS[group] for group in groups])
    seats = membership.holding(*groups)
    return Hit(
        bodies=name.ids,
        parts=tuple(_GROUPS[group] for group in groups),
        message=say("The members for {who} have no vote on {body}, though the law gives them one.", who=who, body=name)
        & missing,
        witness=membership_evidence(graph, membership),
        at=seats[0].at,
        fix=say("Ask {body} to give the members for {who} their vote.", body=name, who=who),
    )


def _question(
    graph: GovernanceGraph, membership: Membership, wanting: dict[Capacity, list[Lack]], missing: Message
) -> Hit:
    name = Bodies.of(graph, membership.body)
    law = "From 1 September 2026, by law, members for {who} have a vote on {body}."
    return Hit(
        bodies=name.ids,
        parts=tuple(_GROUPS[group] for group in wanting),
        lacks=[lack for lacks in wanting.values() for lack in lacks],
        message=say(law, who=listed([_GROUPS[group] for group in wanting]), body=name)
        & missing
        & unknown_capacities(graph, membership.body, membership.seats),
        witness=[seat.step for seat in membership.seats],
    )
