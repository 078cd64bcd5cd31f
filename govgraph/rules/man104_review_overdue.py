"""MAN104: bodies whose review is overdue."""

from collections.abc import Iterator

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, say
from govgraph.graph import GovernanceGraph
from govgraph.language import partial_date


def _to_be_reviewed(graph: GovernanceGraph) -> list[tuple[str, str]]:
    """The bodies in place that have a date for their review, with the date as the file has it."""
    dates = ((body, graph.body(body).review_by) for body in graph.bodies)
    return [(body, date) for body, date in dates if date is not None]


def _of_reviews(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _to_be_reviewed(graph) else "No body in place has a date for its review."


@rule(code="MAN104", name="review-overdue", severity=Severity.WARNING, applies_to=_of_reviews)
def review_overdue(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """The day by which a body was to be reviewed has passed.

    Why it matters:
        A review asks whether the right people sit on a body, and whether it does what it is for. A body that is never
        reviewed keeps its gaps, and people who are not on it have no day on which to ask for a seat.

    Flagged:
        board: board, review_by 2020-07

    Clean:
        board: board, review_by 2021-07

    How to fix:
        Ask the body when its review will be, and for a say in it. If it has taken place, record when the next one is
        due (`review_by`).
    """
    for body, date in _to_be_reviewed(graph):
        if graph.has_passed(date):
            name = Bodies.of(graph, body)
            yield Hit(
                bodies=(body,),
                message=say("A review of {body} was due by {date}.", body=name, date=partial_date(date)),
                fix=say("Ask {body} when [body:its|their] review will be, and for a say in it.", body=name)
                & say("If the review is over, record the next one."),
            )
