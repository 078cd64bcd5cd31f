"""LAW121: SEND governance in which nobody is shown to consult children, young people and their parents."""

from collections.abc import Iterator
from datetime import date

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, say
from govgraph.graph import GovernanceGraph
from govgraph.model import Capacity
from govgraph.rules._legislation import english_law
from govgraph.rules._phrases import silence_hit
from govgraph.rules._send import no_send_bodies, send_bodies
from govgraph.rules._statute import law_rule

_OF_PEOPLE = frozenset({Capacity.PARENT_CARER, Capacity.YOUNG_PERSON})
_AUTHORITY = english_law(
    "Children and Families Act 2014",
    "section 27(3)",
    "ukpga/2014/6/section/27",
    from_=date(2014, 9, 1),
    checked=date(2026, 11, 29),
    leaves_open="The duty is the council's, on whatever body it consults, and it founds no seat. Which bodies deal "
    "with SEND is taken from their names and purposes, so this is always a question.",
)
_LAW = "By law, the council must consult children, young people and parents when it reviews provision."


def _of_send(graph: GovernanceGraph, options: Options) -> str | None:
    return no_send_bodies(graph)


@law_rule(code="LAW121", name="nobody-consulted-on-send-provision", applies_to=_of_send, authority=_AUTHORITY)
def nobody_consulted_on_send_provision(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """No body for SEND shows that children, young people or their parents are consulted or take part.

    Why it matters:
        Those who live with what is provided know best where it fails. The council must consult them when it reviews
        provision. Where no body does so, the review rests on what professionals believe.

    Flagged:
        structure: nation england
        board: board, name SEND Board, membership complete
        somebody -- sits_on[as officer, chair] --> board
        somebody -- sits_on[as officer] --> board

    Clean:
        structure: nation england
        board: board, name SEND Board, membership complete
        somebody -- sits_on[as officer, chair] --> board
        somebody -- sits_on[as parent_carer] --> board

    How to fix:
        Record who is consulted on what is provided (`consulted`), and who speaks for parents and young people on the
        bodies for SEND. If they are consulted in another way, waive this finding and give that as the reason.
    """
    bodies = send_bodies(graph)
    if not any(_takes_part(graph, body) for body in bodies) and not any(
        _consults(graph, body) for body in graph.bodies
    ):
        fact = "The file shows no children with SEND and no parents on {body}, and nobody who consults them."
        message = say(fact, body=Bodies.of(graph, bodies)) & say(_LAW)
        yield silence_hit(Aspect.CONSULTED_ON_SEND.of(graph, bodies), message=message)


def _takes_part(graph: GovernanceGraph, body: str) -> bool:
    """Whether a group of people, or somebody as one of them, sits on a body or attends it."""
    groups, seats = graph.structure.constituencies, graph.voice.members_and_attendees(body)
    return any(graph.voice.has_voice(body, group) for group in groups) or any(
        _OF_PEOPLE & seat.part.capacities and not seat.part.vacant for seat in seats
    )


def _consults(graph: GovernanceGraph, body: str) -> bool:
    return any(way.key == "consulted" for way in graph.voice.presences_on(body))
