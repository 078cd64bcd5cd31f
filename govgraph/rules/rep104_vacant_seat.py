"""REP104: bodies on which the only seat of a constituency is vacant."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph, Standing
from govgraph.rules._phrases import ask_for_a_seat, is_singular, names, of_people, seats_councillors_alone
from govgraph.rules._representation import all_standings, constituency_name, gap_evidence, why_not_stated


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
        who, where = constituency_name(graph, entry.constituency), graph.name(body)
        only = "The only seat" if len(standing.vacant) == 1 else "Every seat"
        fix = f"Fill the seat: ask {who} whom they send to {where}, and what keeps them from sending somebody."
        if seats_councillors_alone(graph, body):
            fix = f"{ask_for_a_seat(graph, who, body)}."
        yield Hit(
            bodies=(body,),
            constituency=entry.constituency,
            certainty=entry.certainty,
            message=f"{only} stated on {where} for {who} is vacant, {_presence_text(graph, standing)}."
            + why_not_stated(graph, entry),
            witness=[
                *(seat.step for seat in (*standing.vacant, *standing.attends)),
                *gap_evidence(graph, body, standing),
            ],
            at=standing.vacant[0].at,
            fix=fix,
        )


def _presence_text(graph: GovernanceGraph, standing: Standing) -> str:
    """What a vacant seat leaves people with: who attends for them, or nobody."""
    if not standing.attends:
        return "so nobody speaks for them there"
    holders = graph.in_order({seat.part.holder for seat in standing.attends if seat.part.holder is not None})
    who = names(graph, holders) if holders else "somebody"
    attend = "attends" if not holders or is_singular(graph, holders) else "attend"
    return f"so nobody holds a seat for them there; {who} {attend} for them"
