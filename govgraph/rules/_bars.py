"""Whom the law keeps off which bodies, and where."""

from typing import NamedTuple

from govgraph.findings import say
from govgraph.graph import GovernanceGraph
from govgraph.model import OF_THE_EXECUTIVE, Capacity, Nation, Seat, StatutoryForm
from govgraph.rules._votes import Barred

OFF_SCRUTINY = Barred(
    capacities=OF_THE_EXECUTIVE,
    words="a member of the executive",
    fix=say("Ask the council to fill the seat with a councillor who is not on the executive, or to take it away.")
    & say("Members of the executive may come to answer questions without being members."),
    sent_by=frozenset({StatutoryForm.CABINET}),
)
"""Local Government Act 2000, section 9FA(3); in Wales section 21(9)."""
OFF_SCHOOLS_FORUMS = Barred(
    capacities=OF_THE_EXECUTIVE | {Capacity.DIRECTOR_OF_CHILDRENS_SERVICES},
    words="a member of the executive or a relevant officer of the authority",
    fix=say("Ask the council to fill the seat with somebody else, or to take it away.")
    & say("Ask the forum whether people who are needed there may attend without being members."),
    perhaps=frozenset(
        {Capacity.OFFICER, Capacity.LOCAL_AUTHORITY, Capacity.CHIEF_FINANCE_OFFICER, Capacity.CHIEF_EXECUTIVE}
    ),
    unless=frozenset({Capacity.SCHOOLS_MEMBER, Capacity.ACADEMIES_MEMBER}),
)
"""S.I. 2012/2261, regulation 7(4) and (6)."""


class _Bar(NamedTuple):
    form: StatutoryForm
    nations: frozenset[Nation | None]
    """Where it holds, or may hold: None where the file names no nation."""
    barred: Barred


_BARS = (
    _Bar(StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE, frozenset({None, Nation.ENGLAND, Nation.WALES}), OFF_SCRUTINY),
    _Bar(StatutoryForm.SCHOOLS_FORUM, frozenset({None, Nation.ENGLAND}), OFF_SCHOOLS_FORUMS),
)


def is_barred(graph: GovernanceGraph, body: str, seat: Seat) -> bool:
    """Whether a seat on a body is for somebody whom the law keeps off it, or may keep off it."""
    form, nation = graph.body(body).statutory, graph.nation_of(body)
    return any(bar.form is form and nation in bar.nations and bar.barred.bars(seat) for bar in _BARS)
