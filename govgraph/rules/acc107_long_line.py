"""ACC107: bodies from which it is a long way up to whoever stands at the end of their line."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._phrases import of_bodies_on_a_line, of_governance_bodies


class LongOptions(Options):
    """How many steps up are not too many."""

    most: Annotated[int, Field(ge=1)] = 5


def _of_lines(graph: GovernanceGraph, options: LongOptions) -> str | None:
    return of_governance_bodies(graph, options) or of_bodies_on_a_line(graph, options)


@rule(code="ACC107", name="long-line", severity=Severity.NOTE, applies_to=_of_lines, options=LongOptions)
def long_line(graph: GovernanceGraph, options: LongOptions) -> Iterator[Hit]:
    """It takes more than five steps up from a body to whoever stands at the end of its shortest line.

    Why it matters:
        Each step sums up what the step below reported. After many of them, whoever answers for it all in the end
        hears little of what was found at the bottom, and hears it late.

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
        Ask whether each body on the line adds something, or passes reports on. Take out what only passes them on, or
        let the body report straight to one further up as well. `most` sets how many steps are not too many.
    """
    for way in graph.accountability.long_paths(options.most, among=graph.governance_bodies):
        name, end = graph.name(way.body), graph.name(way.end)
        yield Hit(
            bodies=(way.body,),
            message=f"It takes {way.length:,} steps up from {name} to {end}, where its shortest stated line ends: more "
            f"than {options.most}.",
            witness=way.steps,
            witness_count=way.length,
            fix=f"Ask whether each body between {name} and {end} adds something to what it passes on; take out those "
            f"that do not, or let {name} report straight to one further up.",
        )
