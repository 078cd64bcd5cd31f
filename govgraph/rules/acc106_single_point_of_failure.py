"""ACC106: bodies whose loss cuts many others off from everyone to whom they answer."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import plural
from govgraph.rules._phrases import names, of_authorities


class PointOptions(Options):
    """How many bodies must hang on one before it is a finding."""

    at_least: Annotated[int, Field(ge=1)] = 5


@rule(
    code="ACC106",
    name="single-point-of-failure",
    severity=Severity.NOTE,
    applies_to=of_authorities,
    options=PointOptions,
)
def single_point_of_failure(graph: GovernanceGraph, options: PointOptions) -> Iterator[Hit]:
    """The loss of one body would cut five or more others off from every authority.

    Why it matters:
        Where every line runs through one body, all of them break when it is wound up, merged, or simply stops
        meeting. That may be meant; then somebody should know it, and know who steps in.

    Flagged:
        board -- reports_to --> council
        council -- accountable_to --> the electors
        group-one -- reports_to --> board
        group-two -- reports_to --> board
        group-three -- reports_to --> board
        group-four -- reports_to --> group-three
        group-five -- reports_to --> group-four

    Clean:
        board -- reports_to --> council
        council -- accountable_to --> the electors
        group-one -- reports_to --> board
        group-two -- reports_to --> board
        group-three -- reports_to --> board
        group-four -- reports_to --> group-three
        group-four -- accountable_to --> the parents
        group-five -- reports_to --> group-four
        group-five -- accountable_to --> the parents

    How to fix:
        Where it is not meant, give the bodies below a second line. Where it is, write down who takes over when
        the body falls away. `at_least` sets how many bodies must hang on one.
    """
    answerable = set(graph.answerable)
    for point in graph.accountability.cut_offs(options.at_least):
        if point.body in answerable:
            name = graph.name(point.body)
            line = graph.accountability.line(point.others[0])
            count = plural(point.number, "other body", "other bodies")
            yield Hit(
                bodies=(point.body,),
                affects=point.others,
                affects_count=point.number,
                message=f"On the lines stated, {count} would be cut off from everyone they answer to if {name} "
                f"fell away: {names(graph, point.others, point.number)}.",
                witness=line.steps,
                witness_count=line.length,
                fix=f"If that is not meant, give those bodies a second line. If it is, write down who takes over when "
                f"{name} falls away.",
            )
