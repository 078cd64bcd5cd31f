"""THM105: themes whose progress nobody monitors."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._themes import of_themes, uncovered_themes


@rule(code="THM105", name="unmonitored-theme", severity=Severity.NOTE, applies_to=of_themes)
def unmonitored_theme(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """No body in place monitors a weakness, priority or concern.

    Why it matters:
        A body that is responsible for something also reports how well it goes. Somebody else should look at the
        figures. Otherwise the next inspection is the first to find what does not get better.

    Flagged:
        board -- responsible_for --> waits
        group: working_group, until 2019
        group -- monitors --> waits

    Clean:
        board -- responsible_for --> waits
        group: working_group, until 2021
        group -- monitors --> waits

    How to fix:
        Ask the officer who leads on the plan to name a body that monitors it, other than the one responsible for it,
        and record it (`monitors`). If nobody does, record that for the theme (`monitors: complete`).
    """
    yield from uncovered_themes(graph, "monitors", together=True)
