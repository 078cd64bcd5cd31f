"""LAW105: committees of a council on which somebody votes who is not a councillor."""

from collections.abc import Iterator
from functools import partial

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Hit, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._statute import law_rule, of_form
from govgraph.rules._votes import ON_EDUCATION, votes_hits, votes_on

_FORM = StatutoryForm.COUNCIL_COMMITTEE
_AUTHORITY = Authority(
    title="Local Government and Housing Act 1989",
    section="section 13(1) to (4)",
    address="https://legislation.gov.uk/ukpga/1989/42/section/13/data.html",
    basis=Basis.LAW,
    leaves_open="Whether an exemption lets a member vote who is not a councillor. Health and Wellbeing Boards are "
    "exempt (S.I. 2013/218, Part 2, http://legislation.data.gov.uk/cy/uksi/2013/218/part/2/made/data.xht); they, "
    "advisory committees and bodies of other forms are not checked here; scrutiny has a rule of its own.",
)
_MAY_VOTE = frozenset({Capacity.LOCAL_AUTHORITY}) | ON_EDUCATION
"""Who speaks for a local authority may be one of its councillors; some vote on education by an exemption."""
_LAW = "Unless an exemption says otherwise, only councillors may vote on {body}."
_FIX = say("Ask the council's monitoring officer which exemption gives the vote.") & say(
    "If there is none, ask the council to take the vote away."
)


@law_rule(code="LAW105", name="unlawful-vote", applies_to=of_form(_FORM), authority=_AUTHORITY)
def unlawful_vote(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Somebody who is not a councillor votes on a committee of the council.

    Why it matters:
        By law a member of a council's committee who is not a councillor does not vote, unless an exemption says so. A
        vote that should not have been cast puts what was decided in doubt. People who ask for a seat should know this.

    Flagged:
        committee: committee, statutory council_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, voting] --> committee

    Clean:
        committee: committee, statutory council_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, non-voting] --> committee

    How to fix:
        Ask the council to take the vote away, or to show the exemption under which it is held. People can be heard
        without a vote: as co-opted members, or by attending, seeing the papers and speaking.
    """
    yield from votes_hits(graph, _FORM, partial(votes_on, may_be=_MAY_VOTE), _LAW, _FIX)
