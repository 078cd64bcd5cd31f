"""THM105: themes whose progress nobody monitors."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._themes import of_themes, uncovered_themes


@rule(code="THM105", name="unmonitored-theme", severity=Severity.NOTE, applies_to=of_themes)
def unmonitored_theme(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody in force monitors a weakness, priority or concern.

    Why it matters:
        Whoever answers for something also tells how well it goes. Somebody else should look at the figures, or what
        does not get better is found at the next inspection.

    Flagged:
        board -- responsible_for --> waits
        group: working_group, until 2019
        group -- monitors --> waits

    Clean:
        board -- responsible_for --> waits
        group: working_group, until 2021
        group -- monitors --> waits

    How to fix:
        Name the body that monitors it, best another one than the one that answers for it, and state it (`monitors`).
    """
    yield from uncovered_themes(graph, "monitors", together=True)
