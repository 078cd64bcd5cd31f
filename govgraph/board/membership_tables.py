"""How memberships are made up, in a paper: rules on members, who appoints, substitutes, and escalation."""

from collections.abc import Iterator

from govgraph import language
from govgraph.board.blocks import Block, Heading, table
from govgraph.board.wording import BodyNames, status_mark
from govgraph.graph import GovernanceGraph
from govgraph.language import listed
from govgraph.model import Status
from govgraph.render import membership

_NOT_STATED = "not stated"


def membership_section(graph: GovernanceGraph, names: BodyNames) -> Iterator[Block]:
    """A row for each body of which the file states any of this; nothing where it states it of none."""
    rows = []
    for body in graph.bodies:
        cells = (
            membership.limits_on_members(graph, body),
            _appointed_by(graph, names, body),
            membership.substitutes(graph.body(body)),
            _escalates_to(graph, names, body),
        )
        if any(cells):
            rows.append((names.of(body), *(cell or _NOT_STATED for cell in cells)))
    if rows:
        yield Heading(2, "Rules on members, appointments and escalation")
        header = ("Body", "Rules on members", "Who appoints", "Substitutes", "Escalates to")
        yield table(f"Rules on members, as at {language.day(graph.as_of)}", header, rows, "bodies")


def _appointed_by(graph: GovernanceGraph, names: BodyNames, body: str) -> str:
    ties = [tie for tie in graph.ties_of(body) if tie.relation == "appoints" and tie.to == body]
    return "; ".join(
        f"{names.of(tie.body)}{f': {tie.how}' if tie.how else ''}{_less_settled(graph, body, tie.status)}"
        for tie in ties
    )


def _escalates_to(graph: GovernanceGraph, names: BodyNames, body: str) -> str:
    ties = [tie for tie in graph.ties_of(body) if tie.relation == "escalates_to" and tie.body == body]
    return listed([f"{names.of(tie.to)}{_less_settled(graph, body, tie.status)}" for tie in ties])


def _less_settled(graph: GovernanceGraph, body: str, status: Status) -> str:
    return "" if status is graph.status(body) else status_mark(status)
