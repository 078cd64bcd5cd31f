"""THM101: themes that nobody is responsible for."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._themes import of_themes, uncovered_themes


@rule(code="THM101", name="theme-without-owner", severity=Severity.WARNING, applies_to=of_themes)
def theme_without_owner(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """No body in place is responsible for a weakness, priority or concern.

    Why it matters:
        What an inspection found, or parents raised, is put right only where a body must answer for it. What is
        everybody's business is on nobody's agenda.

    Flagged:
        themes: waits
        group: working_group, until 2019
        group -- responsible_for --> waits
        board: board

    Clean:
        themes: waits
        group: working_group, until 2019
        group -- responsible_for --> waits
        board: board
        board -- responsible_for --> waits

    How to fix:
        Ask the officer who leads on the plan to name a body that is responsible for it, and record it
        (`responsible_for`). If nobody is, record that (`owners: complete`). If the theme is dealt with, take it out.
    """
    yield from uncovered_themes(graph, "responsible_for")
