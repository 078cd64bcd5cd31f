"""ACC103: lines that would hold, but for something that has ended."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import plural
from govgraph.rules._phrases import names, of_lines_ended_or_not, step_text


@rule(code="ACC103", name="line-through-ended-body", severity=Severity.ERROR, applies_to=of_lines_ended_or_not)
def line_through_ended_body(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A line of accountability ran through a body, or along a relation, that has ended; nothing took its place.

    Why it matters:
        When a body is wound up, those who reported to it go on working. Until somebody states to whom they report
        now, nobody answers for them, and it is easily overlooked, because on paper the line is still there.

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
        State who took over from what has ended, with the day from which the new line holds; or wind up what hung
        on it too.
    """
    for ended in graph.history.ended:
        name, others = graph.name(ended.body), names(graph, ended.others)
        count = plural(len(ended.others), "body", "bodies")
        if ended.body_ended:
            until = graph.body(ended.body).until
            end = f"has ended ({until})" if until else "has ended"
            message = f"{name} {end}, and the line of {count} ran through it{f': {others}' if others else ''}."
            who, report = others, "report" if len(ended.others) > 1 else "reports"
        else:
            lines = " and ".join(step_text(graph, step) for step in ended.evidence)
            message = f"The line of {name} has ended and nothing took its place: {lines}."
            message += f" On it hung {count}: {others}." if others else ""
            who, report = name, "reports"
        yield Hit(
            bodies=(ended.body,),
            affects=ended.others,
            message=message,
            witness=ended.evidence,
            fix=f"State to whom {who} now {report}, and from which day.",
        )
