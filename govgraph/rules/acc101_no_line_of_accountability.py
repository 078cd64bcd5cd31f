"""ACC101: places where lines of accountability stop short."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Certainty, Hit, Severity
from govgraph.graph import DeadEnd, GovernanceGraph, Step
from govgraph.language import plural
from govgraph.rules._phrases import complete_list, is_singular, names, not_a_line, of_accountable_bodies


@rule(code="ACC101", name="no-line-of-accountability", severity=Severity.ERROR, applies_to=of_accountable_bodies)
def no_line_of_accountability(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A line of accountability stops short: it ends at a body that answers to nobody stated, or in a ring.

    Why it matters:
        A body that answers to nobody can be asked by nobody why it did what it did, and made by nobody to put it
        right. Whoever reports to it answers to nobody either.
        Scrutiny and oversight do not mend this: who may ask questions cannot always act on the answers.

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
        State to whom the body answers: `reports_to` or `part_of` with the body above it, or `accountable_to` with
        those outside the structure to whom it answers. If it answers to nobody, that is the gap to close.
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
    stated = all(graph.lines_are_complete(body) for body in stop.bodies)
    where, answers = names(graph, stop.bodies), "answers" if is_singular(graph, stop.bodies) else "answer"
    witness: list[Step] = []
    omitted = 0
    if len(stop.bodies) > 1:
        message = f"{where} answer only to one another: no line leads out of the ring."
        witness += graph.accountability.path_around(stop.bodies)
    elif stated:
        message = f"{where} {answers} to nobody: the list of the lines is complete, and none leads on."
    else:
        message = f"The file does not state to whom {where} {answers}."
    if stop.others:
        lines = plural(len(stop.others), "other body stops", "other bodies stop")
        message += f" The line{'' if len(stop.others) == 1 else 's'} of {lines} there: {names(graph, stop.others)}."
        line = graph.accountability.line(stop.others[0])
        witness += line.steps
        omitted = line.length - len(line.steps)
    if stated:
        witness += [complete_list(graph, body, "lines") for body in stop.bodies]
    witness += [step for body in stop.bodies for step in graph.accountability.other_ties_of(body)[0]]
    return Hit(
        bodies=stop.bodies,
        affects=stop.others,
        certainty=Certainty.of(stated=stated),
        message=message + not_a_line(graph, stop.bodies),
        witness=witness,
        witness_count=len(witness) + omitted,
        fix=f"Find out to whom {where} {answers}, and state it: the body "
        "above, or who outside this structure holds it to account. If there is nobody, name somebody.",
    )
