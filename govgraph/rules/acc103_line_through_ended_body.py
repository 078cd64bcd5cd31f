"""ACC103: lines that would hold, but for something that has ended."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.findings.message import joined
from govgraph.graph import GovernanceGraph
from govgraph.language import partial_date
from govgraph.rules._phrases import answering_to, ask_who_holds, of_lines_ended_or_not, step_text


@rule(code="ACC103", name="line-through-ended-body", severity=Severity.ERROR, applies_to=of_lines_ended_or_not)
def line_through_ended_body(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A line of accountability ran through a body, or along a relation, that has ended; nothing took its place.

    Why it matters:
        When a body ends, those who reported to it go on working. Until they have somebody else to report to, nobody
        holds them to account. This is easily overlooked, because on paper the line is still there.

    Flagged:
        structure: as_of 2022-07-01
        board -- reports_to --> clinical-commissioning-group
        clinical-commissioning-group: organisation, until 2022-06-30
        clinical-commissioning-group -- accountable_to --> NHS England

    Clean:
        structure: as_of 2022-07-01
        board -- reports_to --> clinical-commissioning-group
        board -- reports_to[from 2022-07-01] --> integrated-care-board
        clinical-commissioning-group: organisation, until 2022-06-30
        clinical-commissioning-group -- accountable_to --> NHS England
        integrated-care-board: organisation
        integrated-care-board -- accountable_to --> NHS England

    How to fix:
        Ask those who set up the bodies below who should hold them to account now. Record the
        new line with its first day (`from`). If a body below has ended too, record its last day (`until`).
    """
    for ended in graph.history.ended:
        body, lost = Bodies.of(graph, ended.body), ended.others if ended.body_ended else (ended.body,)
        message = say("{lost} [has|have] lost [its line|their lines] of accountability.", lost=Bodies.of(graph, lost))
        if ended.body_ended:
            day = graph.body(ended.body).until
            message &= say("{body} ended{day}.", body=body, day=f" ({partial_date(day)})" if day else "")
        else:
            message &= joined(step_text(graph, step, "{start} no longer {does} {end}.") for step in ended.evidence)
            message &= answering_to(graph, ended.others, [ended.body])
        fix = ask_who_holds(graph, lost, " now")
        yield Hit(bodies=(ended.body,), affects=ended.others, message=message, witness=ended.evidence, fix=fix)
