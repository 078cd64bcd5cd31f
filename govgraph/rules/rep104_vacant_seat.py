"""REP104: bodies on which the only seat of a constituency is vacant."""

from collections.abc import Iterator

from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Standing
from govgraph.rules._asks import of_people
from govgraph.rules._heard import asked_of_all, how_we_know, people, why_not_stated
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import ask_for_a_seat, is_one, names, seats_councillors_alone


@rule(code="REP104", name="vacant-seat", severity=Severity.WARNING, asks=of_people)
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
    for one in asked_of_all(graph):
        standing = one.standing
        if standing.has_seat or not standing.vacant:
            continue
        who, where = people(graph, one.constituency), graph.name(one.body)
        only = "The only seat" if len(standing.vacant) == 1 else "Every seat"
        message = f"{only} stated on {where} for {who} is vacant, {_who_is_there(graph, standing)}."
        yield Hit(
            bodies=(one.body,),
            constituency=one.constituency,
            certainty=one.gap,
            message=message + why_not_stated(graph, one),
            witness=[
                *(seat.step for seat in (*standing.vacant, *standing.attends)),
                *how_we_know(graph, one.body, standing),
            ],
            at=standing.vacant[0].at,
            fix=_fix(graph, who, one.body),
        )


def _who_is_there(graph: GovernanceGraph, standing: Standing) -> str:
    """What a vacant seat leaves people with: who attends for them, or nobody."""
    if not standing.attends:
        return "so nobody speaks for them there"
    holders = graph.in_order({one.part.holder for one in standing.attends if one.part.holder is not None})
    who = names(graph, holders) if holders else "somebody"
    attend = "attends" if not holders or is_one(graph, holders) else "attend"
    return f"so nobody holds a seat for them there; {who} {attend} for them"


def _fix(graph: GovernanceGraph, who: str, body: str) -> str:
    if seats_councillors_alone(graph, body):
        return f"{ask_for_a_seat(graph, who, body)}."
    return f"Fill the seat: ask {who} whom they send to {graph.name(body)}, and what keeps them from sending somebody."
