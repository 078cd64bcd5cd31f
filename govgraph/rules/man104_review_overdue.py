"""MAN104: bodies whose review is overdue."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import GovernanceGraph
from govgraph.language import day, partial_date


def _to_be_reviewed(graph: GovernanceGraph) -> list[tuple[str, str]]:
    """The bodies in force that state by when they are to be reviewed, with the date as the file has it."""
    dates = ((body, graph.body(body).review_by) for body in graph.bodies)
    return [(body, date) for body, date in dates if date is not None]


def _of_reviews(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _to_be_reviewed(graph) else "No body in force states by when it is to be reviewed (review_by)."


@rule(code="MAN104", name="review-overdue", severity=Severity.WARNING, applies_to=_of_reviews)
def review_overdue(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The day by which a body was to be reviewed has passed.

    Why it matters:
        At a review it is asked whether the right people sit on a body, and whether it does what it is for. What is
        never reviewed keeps its gaps, and those who are not on it have no day on which to ask for a seat.

    Flagged:
        board: board, review_by 2020-07

    Clean:
        board: board, review_by 2021-07

    How to fix:
        Ask for the review, and for a say in it. If it has taken place, state the next date (`review_by`).
    """
    for body, date in _to_be_reviewed(graph):
        if graph.has_passed(date):
            name = graph.name(body)
            yield Hit(
                bodies=(body,),
                message=f"{name} was to be reviewed by {partial_date(date)}. On {day(graph.as_of)}, that is past.",
                fix=f"Ask when {name} will be reviewed, and for a say in it. If that has been done, state by when it "
                "is to be reviewed next (review_by).",
            )
