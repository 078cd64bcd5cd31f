"""LAW124: scrutiny committees on education on which a church representative or parent governor has no vote."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, counted, say
from govgraph.graph import GovernanceGraph, seat_count
from govgraph.model import Capacity, Matter, StatutoryForm
from govgraph.rules._capacities import capacities_text, capacity_parts
from govgraph.rules._legislation import english_law
from govgraph.rules._statute import law_rule, of_form

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_ON_EDUCATION = (Capacity.CHURCH_REPRESENTATIVE, Capacity.PARENT_GOVERNOR)
_AUTHORITY = english_law(
    "Local Government Act 2000",
    "Schedule A1, paragraphs 7(5) and 8",
    "ukpga/2000/22/schedule/A1",
    from_=date(2012, 5, 4),
    checked=date(2026, 11, 29),
    leaves_open="On other matters than education they may have no vote, so a committee that deals with more is a "
    "question. Parent governors have the vote by S.I. 2001/478, regulation 10.",
)


@law_rule(code="LAW124", name="no-vote-on-education", applies_to=of_form(_FORM), authority=_AUTHORITY)
def no_vote_on_education(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A church representative or parent governor has no vote on a scrutiny committee on education.

    Why it matters:
        The law gives them the vote on education. A seat without it takes from parents and churches what the law gives
        them.

    Flagged:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education
        somebody -- sits_on[as parent_governor, non-voting] --> committee

    Clean:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education
        somebody -- sits_on[as parent_governor, voting] --> committee

    How to fix:
        Ask the council to let them vote on education. If they vote on education and on nothing else, record that they
        vote, and say so in a note.
    """
    for body in graph.of_form(_FORM):
        covers, name = graph.body(body).covers, Bodies.of(graph, body)
        seats = graph.voice.membership(body).holding(*_ON_EDUCATION)
        denied = [seat for seat in seats if seat.part.votes is False]
        if not denied or (covers and Matter.EDUCATION not in covers):
            continue
        lacks = [] if covers else [Aspect.COVERS.of(graph, body)]
        lacks += [] if set(covers) == {Matter.EDUCATION} else [Aspect.EDUCATION_VOTES.of(graph, body)]
        ask = "Ask the council to let church representatives and parent governors on {body} vote on education."
        yield Hit(
            bodies=(body,),
            parts=capacity_parts(denied),
            lacks=lacks,
            message=say(
                "{body} [has|have] {seats} without a vote: {who}.",
                body=name,
                seats=counted(seat_count(denied), "seat"),
                who=capacities_text(denied, _ON_EDUCATION),
            )
            & say("By law, church representatives and parent governors vote on education there."),
            witness=[seat.step for seat in denied],
            at=denied[0].at,
            fix=say(ask, body=name) & say("If they do, record that they vote, and on what."),
        )
