"""LAW105: committees of a council on which somebody votes who is not a councillor."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Hit
from govgraph.graph import GovernanceGraph, Presence
from govgraph.language import plural
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._phrases import is_singular
from govgraph.rules._statute import capacities_text, law_rule, of_form
from govgraph.rules._votes import ON_EDUCATION, Votes, unlisted_seats_hit, votes_hit, votes_on

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


@law_rule(code="LAW105", name="unlawful-vote", applies_to=of_form(_FORM), authority=_AUTHORITY)
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
        kind = "a committee of the council" if is_singular(graph, unlisted) else "committees of the council"
        question = "not a councillor, which needs an exemption"
        yield unlisted_seats_hit(graph, unlisted, kind, question, "take the vote away or show the exemption")


def _unlawful(graph: GovernanceGraph, body: str, seats: Sequence[Presence[Seat]]) -> Hit:
    votes = plural(len(seats), "seat has a vote and is", "seats have a vote and are")
    message = f"On {graph.name(body)}, a committee of the council, {votes} not held by a councillor: "
    message += f"{capacities_text(seats)}. By law such a member does not vote, unless an exemption says so."
    fix = "Take the vote away, or ask the monitoring officer to show the exemption under which it is held."
    return votes_hit(body, seats, message, fix, stated=True)


def _not_stated(graph: GovernanceGraph, body: str, votes: Votes) -> Hit:
    name = graph.name(body)
    message = f"Not stated of {name}, a committee of the council: {', and '.join(votes.open_questions)}. By law a "
    message += "member who is not a councillor does not vote, unless an exemption says so."
    fix = f"Find out who votes on {name}, and in which capacity, and state it (as, votes). If somebody votes who is "
    fix += "not a councillor, take the vote away or show the exemption."
    return votes_hit(body, [*votes.doubtful, *votes.silent], message, fix, stated=False)
