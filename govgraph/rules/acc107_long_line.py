"""ACC107: bodies that are many steps below the end of their line."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, counted, say
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import of_bodies_on_a_line, of_governance_bodies


class LongOptions(Options):
    """How many steps up are not too many."""

    most: Annotated[int, Field(ge=1)] = 5


def _of_lines(graph: GovernanceGraph, options: LongOptions) -> str | None:
    return of_governance_bodies(graph, options) or of_bodies_on_a_line(graph, options)


@rule(code="ACC107", name="long-line", severity=Severity.NOTE, applies_to=_of_lines, options=LongOptions)
def long_line(graph: GovernanceGraph, options: LongOptions) -> Iterator[Hit]:
    """A body is more than five steps below the end of its shortest line of accountability.

    Why it matters:
        Each step sums up what the step below reported. After many of them, those who answer for everything in the
        end hear little of what was found at the bottom, and hear it late.

    Flagged:
        group -- reports_to --> workstream
        workstream -- reports_to --> delivery-board
        delivery-board -- reports_to --> programme-board
        programme-board -- reports_to --> partnership
        partnership -- reports_to --> cabinet
        cabinet -- part_of --> council
        council -- accountable_to --> the electors

    Clean:
        group -- reports_to --> workstream
        workstream -- reports_to --> programme-board
        delivery-board -- reports_to --> programme-board
        programme-board -- reports_to --> partnership
        partnership -- reports_to --> cabinet
        cabinet -- part_of --> council
        council -- accountable_to --> the electors

    How to fix:
        Ask the council whether every body on the line adds something to the reports that it passes on. If not, ask
        for the body to report to one further up. `most` sets how many steps are not too many.
    """
    for way in graph.accountability.long_paths(options.most, among=graph.governance_bodies):
        body, end, steps = Bodies.of(graph, way.body), Bodies.of(graph, way.end), counted(way.length, "step")
        fault = "{body} [is|are] {steps} below {end}, where [body:its|their] shortest line ends."
        ask = "Ask the council whether every body between {body} and {end} adds something."
        yield Hit(
            bodies=(way.body,),
            message=say(fault, body=body, steps=steps, end=end)
            & say("This check allows {most}.", most=counted(options.most, "step")),
            witness=way.steps,
            witness_count=way.length,
            fix=say(ask, body=body, end=end) & say("If not, ask for {body} to report to a body further up.", body=body),
        )
