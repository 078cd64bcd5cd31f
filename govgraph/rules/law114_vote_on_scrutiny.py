"""LAW114: overview and scrutiny committees on which somebody votes who is not a councillor."""

from collections.abc import Iterator, Sequence
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Bodies, Hit, Message, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Membership
from govgraph.model import Capacity, Matter, StatutoryForm
from govgraph.rules._legislation import scrutiny_act
from govgraph.rules._statute import law_rule, of_form
from govgraph.rules._votes import Votes, votes_hits, votes_on

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_ON_EDUCATION = frozenset({Capacity.CHURCH_REPRESENTATIVE, Capacity.PARENT_GOVERNOR})
"""Who votes on education, by law."""
_AUTHORITY = scrutiny_act(
    "section 9FA(4) and (5)",
    checked=date(2026, 11, 29),
    leaves_open="A scheme of the council may let co-opted members vote. Church representatives and parent governors "
    "vote on education, and may vote on nothing else. A crime and disorder committee may let its co-opted members vote "
    "(S.I. 2009/942, regulation 3(2)). Joint health committees have a law of their own. Wales has section 21(10) of "
    "the Act, which is not checked here.",
)
_FIX = say("If one of these gives the vote, waive this finding for the members who have it.") & say(
    "If none does, ask the council to take the vote away."
)


def _may_cover(graph: GovernanceGraph, body: str, matter: Matter) -> bool:
    """Whether a committee deals with a matter, or the file does not say with what."""
    return matter in (graph.body(body).covers or Matter)


def _votes(graph: GovernanceGraph, membership: Membership) -> Votes:
    """The votes on a body without those on education: the law itself gives these."""
    votes = votes_on(graph, membership)
    if not _may_cover(graph, membership.body, Matter.EDUCATION):
        return votes
    return votes._replace(
        of_others=[seat for seat in votes.of_others if not _ON_EDUCATION & seat.part.capacities],
        silent=[seat for seat in votes.silent if not _ON_EDUCATION & seat.part.capacities],
    )


def _law(graph: GovernanceGraph, bodies: Sequence[str]) -> Message:
    """Who may vote on committees, with the ways in which the law may give a vote to others there."""
    name = Bodies.of(graph, bodies)
    education = any(_may_cover(graph, body, Matter.EDUCATION) for body in bodies)
    ways = "a scheme of the council or the law on education" if education else "a scheme of the council"
    message = say("Unless {ways} says otherwise, only councillors may vote on {body}.", ways=ways, body=name)
    own = say("On crime and disorder, {body} may decide that co-opted members vote.", body=name)
    return message & (own if any(_may_cover(graph, body, Matter.CRIME_AND_DISORDER) for body in bodies) else NOTHING)


@law_rule(code="LAW114", name="vote-on-scrutiny", applies_to=of_form(_FORM), authority=_AUTHORITY)
def vote_on_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Somebody who is not a councillor may vote on an overview and scrutiny committee, and the file gives no reason.

    Why it matters:
        Co-opted members vote on such a committee in three cases: where a scheme of the council lets them, on education
        where the law does, and on crime and disorder where the committee does. A vote that should not have been cast
        puts in doubt what was recommended.

    Flagged:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, voting] --> committee

    Clean:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, non-voting] --> committee

    How to fix:
        Ask the council which scheme gives the vote, or which decision of the committee on crime and disorder. If one
        does, waive the finding for those whom it names (`about`), and give it as the reason; if not, ask the council to
        take the vote away. People can be heard without a vote: as co-opted members, or by attending, seeing the papers
        and speaking.
    """
    yield from votes_hits(graph, graph.of_form(_FORM), _votes, _law, _FIX)
