"""ACC101: places where lines of accountability stop short."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.graph import DeadEnd, GovernanceGraph
from govgraph.rules._phrases import answering_to, ask_who_holds, complete_list, not_a_line, of_accountable_bodies


@rule(code="ACC101", name="no-line-of-accountability", severity=Severity.ERROR, applies_to=of_accountable_bodies)
def no_line_of_accountability(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A line of accountability stops short: at a body that answers to nobody, or in a ring.

    Why it matters:
        Nobody can ask a body that answers to nobody why it did what it did, or make it put things right. The bodies
        that report to it answer to nobody either. Scrutiny and oversight do not mend this: a body that may ask
        questions cannot always act on the answers.

    Flagged:
        programme-board -- reports_to --> accountability-board
        accountability-board -- scrutinised_by --> scrutiny-committee
        scrutiny-committee -- part_of --> council
        council: organisation
        council -- accountable_to --> the electors

    Clean:
        programme-board -- reports_to --> accountability-board
        accountability-board -- reports_to --> scrutiny-committee
        scrutiny-committee -- part_of --> council
        council: organisation
        council -- accountable_to --> the electors

    How to fix:
        Find out who holds the body to account. Record the body above it under `reports_to` or `part_of`, and people
        outside the structure under `accountable_to`. If it answers to nobody, ask the council, or the bodies that
        set it up, who should hold it to account.
    """
    ended = {body for end in graph.history.ended for body in (end.body, *end.others)}
    lost = [body for body in graph.answerable if body not in ended and not graph.accountability.has_line(body)]
    reached = graph.accountability.above(lost)
    answerable, unattached = set(graph.answerable), set(graph.unattached)
    for stop in graph.accountability.dead_ends.all(except_for=ended):
        if unattached.isdisjoint(stop.bodies) and not reached.isdisjoint(stop.bodies):
            others = tuple(body for body in stop.others if body in answerable)
            yield _hit(graph, DeadEnd(stop.bodies, others))


def _hit(graph: GovernanceGraph, stop: DeadEnd) -> Hit:
    is_ring = len(stop.bodies) > 1
    where, others = Bodies.of(graph, stop.bodies), answering_to(graph, stop.others, stop.bodies)
    open_lines = [body for body in stop.bodies if not graph.lines_are_complete(body)]
    line = graph.accountability.line(stop.others[0]) if stop.others else None
    witness = [*(graph.accountability.path_around(stop.bodies) if is_ring else ()), *(line.steps if line else ())]
    omitted = line.length - len(line.steps) if line else 0
    if is_ring:
        message = say("{where} answer only to one another.", where=where)
        if open_lines:
            message = say("{where} answer to one another.", where=where)
    else:
        message = NOTHING if open_lines else say("{where} [answers|answer] to nobody.", where=where)
    if not open_lines:
        witness += [complete_list(graph, body, "lines") for body in stop.bodies]
    witness += [step for body in stop.bodies for step in graph.accountability.other_ties_of(body)[0]]
    return Hit(
        bodies=stop.bodies,
        affects=stop.others,
        lacks=[Aspect.REPORTS_TO.of(graph, open_lines)] if open_lines else [],
        message=message & others & not_a_line(graph, stop.bodies),
        witness=witness,
        witness_count=len(witness) + omitted,
        fix=NOTHING if open_lines else ask_who_holds(graph, stop.bodies),
    )
