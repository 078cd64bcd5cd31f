"""LAW115: scrutiny committees on education without the number of parent governors that the law asks for."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Message, say
from govgraph.findings.message import NOTHING, Count, counted
from govgraph.graph import GovernanceGraph, Membership, Presence, seat_count, seat_count_is_known
from govgraph.model import Capacity, Matter, Seat, StatutoryForm
from govgraph.rules._capacities import unknown_capacities, who_may_be
from govgraph.rules._councils import DISTRICTS, of_councils
from govgraph.rules._legislation import english_law
from govgraph.rules._phrases import silence_hit
from govgraph.rules._statute import law_rule, membership_evidence, of_form, open_lacks, states_count

_FORM = StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE
_LEAST, _MOST = 2, 5
_MAY_BE_GOVERNORS = frozenset({Capacity.PARENT_CARER})
_AUTHORITY = english_law(
    "Parent Governor Representatives (England) Regulations 2001 (S.I. 2001/478)",
    "regulations 3 and 9",
    "uksi/2001/478/regulation/3/made",
    from_=date(2012, 5, 4),
    checked=date(2026, 11, 29),
    leaves_open="Not every council has functions for education: a district council in a county has none. The "
    "regulations now rest on the Local Government Act 2000, Schedule A1, paragraph 8; a council with the committee "
    "system has such members too (S.I. 2012/1020). A vacant seat counts: the council has six months to fill it, and "
    "longer where nobody stands for election.",
)


@law_rule(code="LAW115", name="wrong-number-of-parent-governors", applies_to=of_form(_FORM), authority=_AUTHORITY)
def wrong_number_of_parent_governors(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A scrutiny committee on education has fewer than two seats for parent governors, or more than five.

    Why it matters:
        Parents of pupils elect parent governors to the committee that scrutinises education. Where they are missing,
        nobody whom parents elected asks how the council runs it.

    Flagged:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_governor, voting] --> committee

    Clean:
        structure: nation england
        committee: committee, statutory overview_and_scrutiny_committee, covers education, membership complete
        somebody -- sits_on[as councillor, chair, voting] --> committee
        somebody -- sits_on[as parent_governor, voting] --> committee
        somebody -- sits_on[as parent_governor, vacant] --> committee

    How to fix:
        Record what the committee deals with (`covers`), and which seats parent governors hold (`as`). If there are
        fewer than two, ask the council to hold an election of parent governors.
    """
    unsettled = []
    for body in graph.of_form(_FORM):
        covers, membership = graph.body(body).covers, graph.voice.membership(body)
        governors = membership.holding(Capacity.PARENT_GOVERNOR)
        if _LEAST <= seat_count(governors) <= _MOST:
            continue
        if Matter.EDUCATION in covers:
            yield from of_councils(graph, [_hit(graph, membership, governors)], DISTRICTS)
        elif not covers:
            unsettled.append(body)
    if unsettled:
        law = "If {body} [deals|deal] with education, the law asks for two to five parent governors there."
        yield silence_hit(Aspect.COVERS.of(graph, unsettled), message=say(law, body=Bodies.of(graph, unsettled)))


def _hit(graph: GovernanceGraph, membership: Membership, governors: tuple[Presence[Seat], ...]) -> Hit:
    """That a committee on education has the wrong number of parent governors, or may have."""
    body, number = Bodies.of(graph, membership.body), seat_count(governors)
    may_be = membership.holding(*_MAY_BE_GOVERNORS)
    lacks = [] if number > _MOST else open_lacks(graph, membership, may_be)
    if number < _LEAST and not lacks and not states_count(graph, membership._replace(seats=governors)):
        lacks = [Aspect.SEAT_NUMBERS.of(graph, membership.body)]
    if not lacks:
        return Hit(
            bodies=body.ids,
            message=_how_many(body, number) & say("The law asks for two to five."),
            witness=[seat.step for seat in governors] if number > _MOST else membership_evidence(graph, membership),
            fix=_too_many(body) if number > _MOST else _too_few(body),
        )
    law = say("{body} [deals|deal] with education, so the law asks for two to five parent governors there.", body=body)
    return Hit(
        bodies=body.ids,
        lacks=lacks,
        message=law
        & (_how_many(body, number) if number and seat_count_is_known(governors) else NOTHING)
        & who_may_be(body, may_be, _MAY_BE_GOVERNORS, "a parent governor")
        & unknown_capacities(graph, membership.body, membership.seats),
        witness=[seat.step for seat in membership.seats],
    )


def _how_many(body: Bodies, number: int) -> Message:
    seats = counted(number, "seat") if number else Count("no seat", 1)
    return say("{body} [has|have] {seats} for parent governors.", body=body, seats=seats)


def _too_few(body: Bodies) -> Message:
    recorded = say("If [body:it|they] already [body:has|have] such seats, record that.", body=body)
    return say("Ask the council to hold an election of parent governors for {body}.", body=body) & recorded


def _too_many(body: Bodies) -> Message:
    return say("Ask the council to bring the number of parent governors on {body} down to five.", body=body)
