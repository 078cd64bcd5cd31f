"""THM101: themes that nobody answers for."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.rules._themes import of_themes, uncovered_themes


@rule(code="THM101", name="theme-without-owner", severity=Severity.WARNING, applies_to=of_themes)
def theme_without_owner(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """Nobody in force answers for a weakness, priority or concern.

    Why it matters:
        What an inspection found, or parents raised, is put right only where a body must answer for it. What belongs
        to everybody in general stands on no agenda in particular.

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
        Name the body that answers for it, and state it (`responsible_for`). If the theme is dealt with, say where that
        was decided, and take it out.
    """
    yield from uncovered_themes(graph, "responsible_for")
