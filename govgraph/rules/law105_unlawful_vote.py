"""LAW105: committees of a council on which somebody votes who is not a councillor."""

from collections.abc import Iterator, Sequence

from govgraph.findings import Authority, Basis, Certainty, Hit
from govgraph.graph import GovernanceGraph, Presence
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._rule import Options, rule
from govgraph.rules._silence import silent_on
from govgraph.rules._statute import capacities_of, held_as, of_form
from govgraph.rules._votes import HEARD, ON_EDUCATION, Votes, votes_on
from govgraph.rules._words import counted, is_one, names

_FORM = StatutoryForm.COUNCIL_COMMITTEE
_AUTHORITY = Authority(
    title="Local Government and Housing Act 1989",
    section="section 13(1) to (4)",
    address="https://legislation.gov.uk/ukpga/1989/42/section/13/data.html",
    basis=Basis.LAW,
    leaves_open="Whether an exemption lets a member vote who is not a councillor. Health and Wellbeing Boards are "
    "exempt (S.I. 2013/218, Part 2, http://legislation.data.gov.uk/cy/uksi/2013/218/part/2/made/data.xht); they, "
    "advisory committees and bodies of other forms are not asked here; of scrutiny asks a rule of its own.",
)
_MAY_VOTE = frozenset({Capacity.LOCAL_AUTHORITY}) | ON_EDUCATION
"""Who speaks for a local authority may be one of its councillors; some vote on education by an exemption."""


@rule(
    code="LAW105",
    name="unlawful-vote",
    severity=_AUTHORITY.basis.severity,
    asks=of_form(_FORM),
    authority=_AUTHORITY,
)
def unlawful_vote(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Somebody who is not a councillor votes on a committee of the council.

    Why it matters:
        By law a member of a council's committee who is not a councillor does not vote, unless an exemption says so. A
        vote that should not have been cast puts what was decided in doubt. Whoever asks for a seat should know this.

    Flagged:
        committee: committee, statutory council_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, voting] --> committee

    Clean:
        committee: committee, statutory council_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, non-voting] --> committee

    How to fix:
        Take the vote away, or show the exemption under which it is held. To be heard without a vote: co-option as a
        member who does not vote, or attending, seeing the papers and speaking.
    """
    unlisted = []
    for body in graph.of_form(_FORM):
        membership = graph.voice.membership(body)
        votes = votes_on(graph, membership, _MAY_VOTE)
        if votes.of_others:
            yield _unlawful(graph, body, votes.of_others)
        elif votes.open_questions:
            yield _not_stated(graph, body, votes)
        elif not membership.complete:
            unlisted.append(body)
    if unlisted:
        yield _unlisted(graph, tuple(unlisted))


def _unlawful(graph: GovernanceGraph, body: str, seats: Sequence[Presence[Seat]]) -> Hit:
    name = graph.name(body)
    many = counted(len(seats), "seat has a vote and is", "seats have a vote and are")
    return Hit(
        bodies=(body,),
        parts=held_as(seats),
        message=f"On {name}, a committee of the council, {many} not held by a councillor: {capacities_of(seats)}. By "
        "law such a member does not vote, unless an exemption says so.",
        witness=[seat.step for seat in seats],
        at=seats[0].at,
        fix=f"Take the vote away, or ask the monitoring officer to show the exemption under which it is held. {HEARD}",
    )


def _not_stated(graph: GovernanceGraph, body: str, votes: Votes) -> Hit:
    name, seats = graph.name(body), [*votes.doubtful, *votes.silent]
    return Hit(
        bodies=(body,),
        parts=held_as(seats),
        certainty=Certainty.NOT_STATED,
        message=f"Not stated of {name}, a committee of the council: {', and '.join(votes.open_questions)}. By law a "
        "member who is not a councillor does not vote, unless an exemption says so.",
        witness=[seat.step for seat in seats],
        at=seats[0].at,
        fix=f"Find out who votes on {name}, and in which capacity, and state it (as, votes). If somebody votes who is "
        f"not a councillor, take the vote away or show the exemption. {HEARD}",
    )


def _unlisted(graph: GovernanceGraph, bodies: tuple[str, ...]) -> Hit:
    where = names(graph, bodies)
    kind = "a committee" if is_one(graph, bodies) else "committees"
    return silent_on(
        bodies,
        message=f"The list of seats is not stated to be complete for {where}, {kind} of the council. Whether anybody "
        "votes there who is not a councillor, which needs an exemption, is not stated.",
        fix=f"Find out who sits and votes on {where}, and state it (seats, membership). If somebody votes who is not a "
        f"councillor, take the vote away or show the exemption. {HEARD}",
    )
