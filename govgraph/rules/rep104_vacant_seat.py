"""REP104: bodies on which nobody fills the only seat of a constituency."""

from collections.abc import Iterator, Sequence

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import ExclusionReason, GovernanceGraph, Presence, Standing, seat_count, seat_count_is_known
from govgraph.model import Seat
from govgraph.rules._mandate import emptiness
from govgraph.rules._phrases import of_people
from govgraph.rules._remedies import Opening, ask_for_a_seat, ask_to_fill, opening
from govgraph.rules._representation import BodyStanding, all_standings, gap_evidence, not_yet


@rule(code="REP104", name="vacant-seat", severity=Severity.WARNING, applies_to=of_people)
def vacant_seat(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody fills the only seat of a group of people on a body: it is vacant, or its holder is no longer there.

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
        Fill the seat. Ask those it speaks for whom they send, and what keeps them from sending somebody. Where somebody
        else appoints to it, ask them. Where its holder has ended, ask who takes the seat over.
    """
    for entry in all_standings(graph):
        standing = entry.standing
        if standing.empty and not standing.has_seat:
            yield _hit(graph, entry)


def _hit(graph: GovernanceGraph, entry: BodyStanding) -> Hit:
    standing, lacks = entry.standing, entry.lacks(graph)
    message = _empty(graph, entry) & (NOTHING if lacks else _who_attends(graph, standing))
    return Hit(
        bodies=(entry.body,),
        constituency=entry.constituency,
        lacks=lacks,
        message=message & not_yet(standing.pending),
        witness=[*(seat.step for seat in (*standing.empty, *standing.attends)), *gap_evidence(graph, entry)],
        at=standing.empty[0].at,
        fix=_fix(graph, entry),
    )


def _empty(graph: GovernanceGraph, entry: BodyStanding) -> Message:
    """That people have seats, and why nobody fills them."""
    empty, state = entry.standing.empty, emptiness(graph, entry.standing.empty)
    people, where = People.of(graph, entry.constituency), Bodies.of(graph, entry.body)
    template = "{people} have a seat on {body}, but it is {state}."
    if seat_count(empty) > 1 or not seat_count_is_known(empty):
        template = "{people} have seats on {body}, but all of them are {state}."
        template = template if state.alike else "{people} have seats on {body}: {state}."
    return say(template, people=people, body=where, state=state.words)


def _fix(graph: GovernanceGraph, entry: BodyStanding) -> Message:
    """Whom to ask to have the seats filled; where their holder is not there, also who takes them over."""
    people, where = People.of(graph, entry.constituency), Bodies.of(graph, entry.body)
    if opening(graph, entry.body) is Opening.NO_SEAT:
        return ask_for_a_seat(graph, people, entry.body)
    held = [seat for seat in entry.standing.empty if not seat.part.vacant]
    fix = _ask_who_takes_over(graph, where, held)
    heirs = any(graph.replaced_by(seat.part.holder) for seat in held if seat.part.holder is not None)
    return fix if heirs and not entry.standing.vacant else fix & ask_to_fill(graph, people, where, entry.standing.empty)


def _ask_who_takes_over(graph: GovernanceGraph, where: Bodies, held: Sequence[Presence[Seat]]) -> Message:
    """Whom to ask about seats of holders that are not there: those that replaced them, where the file names them."""
    holders = graph.in_order({seat.part.holder for seat in held if seat.part.holder is not None})
    asks = []
    for holder in holders:
        heirs, name = Bodies.of(graph, graph.replaced_by(holder)), Bodies.of(graph, holder)
        ask = "Ask {body} who takes over the seat of {holder}."
        if graph.exclusion_reason(holder) is not ExclusionReason.ENDED:
            ask = "Ask {body} who sits there until {holder} [is|are] in place."
        elif heirs.ids:
            ask = "Ask {body} to let {heirs}, which [replaces|replace] {holder}, fill the seat."
        asks.append(say(ask, body=where, holder=name, heirs=heirs))
    return joined(asks)


def _who_attends(graph: GovernanceGraph, standing: Standing) -> Message:
    """What a vacant seat leaves people with: who attends for them, or nobody."""
    if not standing.attends:
        return say("So nobody speaks for them there.")
    holders = graph.in_order({seat.part.holder for seat in standing.attends if seat.part.holder is not None})
    if not holders:
        return say("Somebody attends for them.")
    return say("{holders} [attends|attend] for them.", holders=Bodies.of(graph, holders))
