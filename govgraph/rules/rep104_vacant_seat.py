"""REP104: bodies on which the only seat of a constituency is vacant."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Standing
from govgraph.rules._phrases import ask_for_a_seat, of_people, seats_councillors_alone
from govgraph.rules._representation import all_standings, gap_evidence


@rule(code="REP104", name="vacant-seat", severity=Severity.WARNING, applies_to=of_people)
def vacant_seat(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The only seat that a group of people has on a body is vacant.

    Why it matters:
        A seat that nobody fills speaks for nobody, and on paper everything looks well.

    Flagged:
        board: board, strategic, membership complete
        somebody -- sits_on[parent-carers, vacant] --> board

    Clean:
        board: board, strategic, membership complete
        somebody -- sits_on[parent-carers, vacant] --> board
        forum -- sits_on[parent-carers] --> board

    How to fix:
        Fill the seat. Ask those it speaks for whom they send, and what keeps them from sending somebody.
    """
    for entry in all_standings(graph):
        standing, body = entry.standing, entry.body
        if standing.has_seat or not standing.vacant:
            continue
        lacks = entry.lacks(graph)
        people, where = People.of(graph, entry.constituency), Bodies.of(graph, body)
        seat = "{people} have a seat on {body}, but it is vacant."
        if len(standing.vacant) > 1:
            seat = "{people} have seats on {body}, but all of them are vacant."
        fix = say("Ask {people} who they will send to {body}, and what keeps them away.", people=people, body=where)
        if seats_councillors_alone(graph, body):
            fix = ask_for_a_seat(graph, people, body)
        yield Hit(
            bodies=(body,),
            constituency=entry.constituency,
            lacks=lacks,
            message=say(seat, people=people, body=where) & (NOTHING if lacks else _who_attends(graph, standing)),
            witness=[
                *(seat.step for seat in (*standing.vacant, *standing.attends)),
                *gap_evidence(graph, body, standing),
            ],
            at=standing.vacant[0].at,
            fix=fix,
        )


def _who_attends(graph: GovernanceGraph, standing: Standing) -> Message:
    """What a vacant seat leaves people with: who attends for them, or nobody."""
    if not standing.attends:
        return say("So nobody speaks for them there.")
    holders = graph.in_order({seat.part.holder for seat in standing.attends if seat.part.holder is not None})
    if not holders:
        return say("Somebody attends for them.")
    return say("{holders} [attends|attend] for them.", holders=Bodies.of(graph, holders))
