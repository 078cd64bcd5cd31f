"""LAW114: overview and scrutiny committees on which somebody votes who is not a councillor."""

from collections.abc import Iterator

from govgraph.engine import Options
from govgraph.findings import Hit
from govgraph.graph import GovernanceGraph
from govgraph.language import plural
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._phrases import is_singular
from govgraph.rules._statute import capacities_text, law_rule, of_form, scrutiny_act
from govgraph.rules._votes import ON_EDUCATION, Votes, unlisted_seats_hit, votes_hit, votes_on

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_MAY_BE_COUNCILLORS = frozenset({Capacity.LOCAL_AUTHORITY})
_AUTHORITY = scrutiny_act(
    "section 9FA(4) and (5)",
    leaves_open="Whether a scheme of the council lets co-opted members vote, and on what church representatives and "
    "parent governors vote, who do on education.",
)


def _votes(graph: GovernanceGraph, body: str) -> Votes:
    """The votes on a body without those on education: the law itself gives these."""
    votes = votes_on(graph, graph.voice.membership(body), _MAY_BE_COUNCILLORS)
    of_others = [seat for seat in votes.of_others if not ON_EDUCATION & seat.part.capacities]
    silent = [seat for seat in votes.silent if not ON_EDUCATION & seat.part.capacities]
    return Votes(of_others, votes.doubtful, silent)


@law_rule(code="LAW114", name="vote-on-scrutiny", applies_to=of_form(_FORM), authority=_AUTHORITY)
def vote_on_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Somebody who is not a councillor may vote on an overview and scrutiny committee, and why is not stated.

    Why it matters:
        Whoever is co-opted to such a committee votes there only where a scheme of the council lets them, or on
        education, where the law does. A vote that should not have been cast puts in doubt what was recommended.

    Flagged:
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, voting] --> committee

    Clean:
        committee: committee, statutory overview_and_scrutiny_committee, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_carer, non-voting] --> committee

    How to fix:
        Find out whether a scheme of the council gives the vote. If it does, waive the finding for those whom the
        scheme names (`about`), and give it as the reason; if not, take the vote away. To be heard without a vote:
        co-option as a member who does not vote, or attending, seeing the papers and speaking.
    """
    unlisted = []
    for body in graph.of_form(_FORM):
        votes = _votes(graph, body)
        if any(votes):
            yield _not_stated(graph, body, votes)
        elif not graph.voice.membership(body).complete:
            unlisted.append(body)
    if unlisted:
        singular = is_singular(graph, unlisted)
        kind = "an overview and scrutiny committee" if singular else "overview and scrutiny committees"
        question = "co-opted, for which a scheme of the council is needed"
        remedy = "find the scheme that gives the vote, or take it away"
        yield unlisted_seats_hit(graph, unlisted, kind, question, remedy)


def _not_stated(graph: GovernanceGraph, body: str, votes: Votes) -> Hit:
    name = graph.name(body)
    message = f"By law whoever is co-opted to {name}, an overview and scrutiny committee, votes only under a scheme of "
    message += "the council, or on education."
    if votes.of_others:
        count = plural(len(votes.of_others), "seat has a vote and is", "seats have a vote and are")
        message += f" {count} not held by a councillor: {capacities_text(votes.of_others)}."
        message += " Whether a scheme of the council gives that vote is not stated."
    if votes.open_questions:
        message += f" It is not stated {', nor '.join(votes.open_questions)}."
    fix = f"Find out who votes on {name}, in which capacity and under which scheme, and state it (as, votes). If a "
    fix += "scheme gives the vote, waive this finding for those whom it names (about), and give it as the reason; if "
    fix += "not, take the vote away."
    return votes_hit(body, [*votes.of_others, *votes.doubtful, *votes.silent], message, fix, stated=False)
