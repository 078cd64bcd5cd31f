"""ACC106: bodies whose loss cuts many others off from everyone to whom they answer."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import of_authorities


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
    """The loss of one body would leave five or more others with nobody to answer to.

    Why it matters:
        Where every line runs through one body, all of them break when it ends, merges with another or stops meeting.
        This may be intended. Then somebody should know of it, and know who steps in.

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
        If it is intended, ask those who set the body up to write down who takes over when the body
        ends. If not, ask them to let the bodies below answer to somebody else too. `at_least` sets how many bodies
        must depend on one.
    """
    answerable = set(graph.answerable)
    for point in graph.accountability.cut_offs(options.at_least):
        if point.body in answerable:
            body, line = Bodies.of(graph, point.body), graph.accountability.line(point.others[0])
            others = Bodies.of(graph, point.others, point.number)
            fault = "If {body} ended, the lines in the file would lead nowhere for {others}."
            ask = "Ask those who set up {body} who would replace [body:it|them]."
            yield Hit(
                bodies=(point.body,),
                affects=point.others,
                affects_count=point.number,
                message=say(fault, body=body, others=others),
                witness=line.steps,
                witness_count=line.length,
                fix=say(ask, body=body)
                & say("Or ask them to let the bodies below {body} answer to somebody else too.", body=body),
            )
