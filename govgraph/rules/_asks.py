"""When a rule can be asked at all: each function says why not, or None."""

from typing import Any

from govgraph.graph import GovernanceGraph


def of_any_body(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about every body."""
    return None if graph.bodies else "No body is in force at this date and in this view."


def of_governance_bodies(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about boards, committees, groups and their kind."""
    return None if graph.governance_bodies else "No governance body is in force at this date and in this view."


def of_whoever_must_answer(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about governance bodies and posts on a line."""
    return None if graph.answerable else "No governance body, and no post on a line, is in force."


def of_bodies_on_a_line(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about lines of accountability."""
    return None if graph.accountability.on_a_line() else "No line of accountability is stated."


def of_lines_ended_or_not(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about lines of accountability, those that have ended too."""
    lines = graph.accountability.on_a_line() or graph.history.on_a_line()
    return None if lines else "No line of accountability is stated."


def of_lines_to_an_authority(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about what hangs on whom."""
    if not graph.accountability.authorities():
        return (
            "No body states to whom it answers outside the structure (accountable_to), so none can be cut off from it."
        )
    return of_whoever_must_answer(graph, _)


def of_people(graph: GovernanceGraph, _: Any) -> str | None:
    """For rules about groups of people who should be heard, on whichever body."""
    if not graph.structure.constituencies:
        return "The file names no constituency (a group of people who should be heard)."
    if not graph.constituencies:
        return "Every constituency in the file states check: false."
    return of_governance_bodies(graph, _)
