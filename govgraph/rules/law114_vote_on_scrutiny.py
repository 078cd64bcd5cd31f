"""LAW114: overview and scrutiny committees on which somebody votes who is not a councillor."""

from collections.abc import Iterator, Sequence
from datetime import date

from govgraph.findings import Authority, Basis, Certainty, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._rule import Options, rule
from govgraph.rules._silence import silent_on
from govgraph.rules._statute import capacities_of, held_as, of_form
from govgraph.rules._votes import HEARD, ON_EDUCATION, Votes, votes_on
from govgraph.rules._words import counted, is_one, names

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_MAY_BE_COUNCILLORS = frozenset({Capacity.LOCAL_AUTHORITY})
_AUTHORITY = Authority(
    title="Local Government Act 2000",
    section="section 9FA(4) and (5)",
    address="https://legislation.gov.uk/ukpga/2000/22/part/1A/chapter/2/crossheading/"
    "overview-and-scrutiny-committees/data.xht?view=snippet&wrap=true",
    basis=Basis.LAW,
    from_=date(2012, 5, 4),
    leaves_open="Whether a scheme of the council lets co-opted members vote, and on what church representatives and "
    "parent governors vote, who do on education.",
)


def _votes(graph: GovernanceGraph, body: str) -> Votes:
    """Without those who vote on education: the law itself gives them that vote."""
    votes = votes_on(graph, graph.voice.membership(body), _MAY_BE_COUNCILLORS)
    others = [seat for seat in votes.of_others if not ON_EDUCATION & seat.part.capacities]
    silent = [seat for seat in votes.silent if not ON_EDUCATION & seat.part.capacities]
    return Votes(others, votes.doubtful, silent)


@rule(
    code="LAW114",
    name="vote-on-scrutiny",
    severity=_AUTHORITY.basis.severity,
    asks=of_form(_FORM),
    authority=_AUTHORITY,
)
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
        yield _unlisted(graph, unlisted)


def _not_stated(graph: GovernanceGraph, body: str, votes: Votes) -> Hit:
    name, seats = graph.name(body), [*votes.of_others, *votes.doubtful, *votes.silent]
    told = ""
    if votes.of_others:
        many = counted(len(votes.of_others), "seat has a vote and is", "seats have a vote and are")
        told = f" {many} not held by a councillor: {capacities_of(votes.of_others)}."
        told += " Whether a scheme of the council gives that vote is not stated."
    if votes.open_questions:
        told += f" It is not stated {', nor '.join(votes.open_questions)}."
    return Hit(
        bodies=(body,),
        parts=held_as(seats),
        certainty=Certainty.NOT_STATED,
        message=f"By law whoever is co-opted to {name}, an overview and scrutiny committee, votes only under a scheme "
        f"of the council, or on education.{told}",
        witness=[seat.step for seat in seats],
        at=seats[0].at,
        fix=f"Find out who votes on {name}, in which capacity and under which scheme, and state it (as, votes). If a "
        "scheme gives the vote, waive this finding for those whom it names (about), and give it as the reason; if not, "
        f"take the vote away. {HEARD}",
    )


def _unlisted(graph: GovernanceGraph, bodies: Sequence[str]) -> Hit:
    where, one = names(graph, bodies), is_one(graph, bodies)
    what = "an overview and scrutiny committee" if one else "overview and scrutiny committees"
    return silent_on(
        bodies,
        message=f"The list of seats is not stated to be complete for {where}, {what}. Whether anybody votes there who "
        "is co-opted, for which a scheme of the council is needed, is not stated.",
        fix=f"Find out who sits and votes on {where}, and state it (seats, membership). If somebody votes who is not "
        f"a councillor, find the scheme that gives the vote, or take it away. {HEARD}",
    )
