"""LAW112: schools forums without a member whom the law asks for."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity, StatutoryForm
from govgraph.rules._legislation import schools_forums_regulations
from govgraph.rules._statute import (
    MissingMembers,
    law_rule,
    of_form,
    open_lacks,
    required_member,
)

_FORM = StatutoryForm.SCHOOLS_FORUM
_CORE = (
    required_member(
        Capacity.EARLY_YEARS_PROVIDER,
        words="a representative of early years providers",
        perhaps=[Capacity.VOLUNTARY_SECTOR],
    ),
)
_POST_16 = "representative of the providers for ages 16 to 19"
_CONDITION = say("The law asks for one where there is such a provider.")
_FIX = say("If there is such a provider, ask the providers to elect a member.") & say("If there is none, record that.")
_AUTHORITY = schools_forums_regulations(
    "regulation 7(1)",
    from_=date(2014, 1, 1),
    checked=date(2026, 11, 29),
    leaves_open="A representative of the providers for ages 16 to 19 is asked for only where there is one such "
    "provider at least. Where the file does not say that there is, a forum without one is a question.",
)


@law_rule(code="LAW112", name="schools-forum-incomplete", applies_to=of_form(_FORM), authority=_AUTHORITY)
def schools_forum_incomplete(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A schools forum lacks a representative of early years providers, or of the providers for ages 16 to 19.

    Why it matters:
        The forum speaks on how money for education is shared out, also for those below and above school age. Where
        nobody speaks for them, the schools share it among themselves.

    Flagged:
        structure: nation england
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member, chair] --> forum
        somebody -- sits_on[as post_16_provider] --> forum
        somebody -- sits_on[as parent_governor] --> forum

    Clean:
        structure: nation england
        forum: board, statutory schools_forum, membership complete
        somebody -- sits_on[as schools_member, chair] --> forum
        somebody -- sits_on[as post_16_provider] --> forum
        somebody -- sits_on[as early_years_provider] --> forum

    How to fix:
        Record whom each member represents (`as`). If nobody is there for early years providers, ask the council to
        appoint somebody. Record whether there is a provider for ages 16 to 19 (`post_16_providers`). Where there is,
        ask those providers to elect somebody.
    """
    for body in graph.of_form(_FORM):
        membership, providers = graph.voice.membership(body), Aspect.LOCAL_PROVIDERS.of(graph, body)
        missing = MissingMembers(graph, membership)
        missing.add_required(_CORE)
        post_16, stated = NOTHING, membership.has_all_capacities
        are_there = graph.structure.post_16_providers
        if are_there and not membership.holding(Capacity.POST_16_PROVIDER):
            missing.add(f"a {_POST_16}", open_lacks(graph, membership))
        elif are_there is None and not membership.holding(Capacity.POST_16_PROVIDER):
            # A list of all seats leaves no doubt that nobody is there for them, only whether somebody must be.
            post_16 = say(f"{{body}} [has|have] no {_POST_16}.", body=Bodies.of(graph, body)) & _CONDITION
            if not stated:
                words = f"a {_POST_16} (if there are any)"
                missing.add(words, [*open_lacks(graph, membership), providers])
        yield from missing.hits("Ask the council to appoint {members} to {body}.", also=post_16)
        if post_16 and stated and not missing.stated:
            yield Hit(
                bodies=(body,),
                lacks=[providers],
                message=post_16,
                witness=[seat.step for seat in membership.seats],
                fix=_FIX,
            )
