"""LAW112: schools forums without a member whom the law asks for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Authority, Basis, Certainty, Hit
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._statute import lack_hits, law_rule, missing_members, of_form, required_member

_FORM = StatutoryForm.SCHOOLS_FORUM
_CORE = (
    required_member(
        Capacity.EARLY_YEARS_PROVIDER,
        words="a representative of early years providers",
        perhaps=[Capacity.VOLUNTARY_SECTOR],
    ),
)
_POST_16 = "a representative of the providers for ages 16 to 19"
_CONDITION = "the law asks for one where there is one such provider at least, which is not stated"
_AUTHORITY = Authority(
    title="Schools Forums (England) Regulations 2012 (S.I. 2012/2261)",
    section="regulation 7(1)",
    address="https://legislation.gov.uk/cy/uksi/2012/2261/regulation/7/2014-01-01?view=plain",
    basis=Basis.LAW,
    from_=date(2014, 1, 1),
    leaves_open="A representative of the providers for ages 16 to 19 is asked for only where there is one such "
    "provider at least. No structure states that, so a forum without one is never stated to be in breach.",
)


@law_rule(code="LAW112", name="schools-forum-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def schools_forum_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A schools forum lacks a representative of early years providers, or of the providers for ages 16 to 19.

    Why it matters:
        The forum speaks on how money for education is shared out, also for those below and above school age. Where
        nobody speaks for them, the schools share it among themselves.

    Flagged:
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member, chair] --> forum
        somebody -- sits_on[as post_16_provider] --> forum
        somebody -- sits_on[as parent_governor] --> forum

    Clean:
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member, chair] --> forum
        somebody -- sits_on[as post_16_provider] --> forum
        somebody -- sits_on[as early_years_provider] --> forum

    How to fix:
        State whom each member represents (as). If nobody is there for early years providers, the authority must
        appoint somebody; where there is a provider for ages 16 to 19, those providers elect somebody.
    """
    for body in graph.of_form(_FORM):
        membership, name = graph.voice.membership(body), graph.name(body)
        stated, silent = missing_members(graph, membership, _CORE)
        none_post_16 = not membership.holding(Capacity.POST_16_PROVIDER)
        if none_post_16 and not membership.has_all_capacities:
            silent.append(f"{_POST_16} (where there is one such provider at least)")
        for hit in lack_hits(graph, membership, stated, silent):
            # A list of all seats leaves no doubt that nobody is there for them, only whether somebody must be.
            post_16 = f" Nor does it have {_POST_16}: {_CONDITION}." if none_post_16 and stated else ""
            yield replace(hit, message=hit.message + post_16)
        if none_post_16 and membership.has_all_capacities and not stated:
            yield Hit(
                bodies=(body,),
                certainty=Certainty.NOT_STATED,
                message=f"{name} does not have {_POST_16} among its members: {_CONDITION}.",
                witness=[seat.step for seat in membership.seats],
                fix=f"Find out whether there is a provider for ages 16 to 19 in the area of {name}. If there is, have "
                "its representatives elect a member; if there is none, waive this finding and give that as the reason.",
            )
