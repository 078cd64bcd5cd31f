"""LAW114: overview and scrutiny committees on which somebody votes who is not a councillor."""

from collections.abc import Iterator

from govgraph.engine import Options
from govgraph.findings import Hit, say
from govgraph.graph import GovernanceGraph, Membership
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._statute import law_rule, of_form, scrutiny_act
from govgraph.rules._votes import ON_EDUCATION, Votes, votes_hits, votes_on

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_MAY_BE_COUNCILLORS = frozenset({Capacity.LOCAL_AUTHORITY})
_AUTHORITY = scrutiny_act(
    "section 9FA(4) and (5)",
    leaves_open="Whether a scheme of the council lets co-opted members vote, and on what church representatives and "
    "parent governors vote, who do on education.",
)
_LAW = "Unless a scheme of the council or the law on education says otherwise, only councillors may vote on {body}."
_FIX = say("If a scheme gives the vote, waive this finding for the members whom it names.") & say(
    "If none does, ask the council to take the vote away."
)


def _votes(graph: GovernanceGraph, membership: Membership) -> Votes:
    """The votes on a body without those on education: the law itself gives these."""
    votes = votes_on(graph, membership, _MAY_BE_COUNCILLORS)
    return votes._replace(
        of_others=[seat for seat in votes.of_others if not ON_EDUCATION & seat.part.capacities],
        silent=[seat for seat in votes.silent if not ON_EDUCATION & seat.part.capacities],
    )


@law_rule(code="LAW114", name="vote-on-scrutiny", applies_to=of_form(_FORM), authority=_AUTHORITY)
def vote_on_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Somebody who is not a councillor may vote on an overview and scrutiny committee, and the file gives no reason.

    Why it matters:
        Co-opted members vote on such a committee only where a scheme of the council lets them, or on education, where
        the law does. A vote that should not have been cast puts in doubt what was recommended.

    Flagged:
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, voting] --> committee

    Clean:
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, non-voting] --> committee

    How to fix:
        Ask the council which scheme gives the vote. If one does, waive the finding for those whom the scheme names
        (`about`), and give it as the reason; if not, ask the council to take the vote away. People can be heard
        without a vote: as co-opted members, or by attending, seeing the papers and speaking.
    """
    yield from votes_hits(graph, _FORM, _votes, _LAW, _FIX, may_have_scheme=True)
