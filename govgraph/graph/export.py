"""The graph for analysts: everything in it as a networkx.MultiDiGraph."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from govgraph.graph.standing import Presence
from govgraph.model import Statement, Structure

if TYPE_CHECKING:
    from govgraph.graph.ties import ExternalAccountability, Step, Tie


def to_networkx(
    structure: Structure,
    ties: Iterable["Tie"],
    exits: Iterable["ExternalAccountability"],
    presences: Iterable[tuple[str, Sequence[Presence[Statement]]]],
    **about: Any,
) -> "nx.MultiDiGraph[str]":
    """The bodies, relations, seats and contacts of a governance graph as networkx nodes and edges.

    Args:
        structure: what the files state.
        ties: the relations with both ends there.
        exits: the lines that leave the structure.
        presences: each body that is there, with its seats, attendees and contacts.
        about: attributes of the graph as a whole.

    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=structure.title, **about)
    for name, constituency in structure.constituencies.items():
        network.add_node(f"constituency:{name}", kind="constituency", name=constituency.name)
    bodies = list(presences)
    for body, _ in bodies:
        network.add_node(body, **_stated(structure.bodies[body]))
    for tie in ties:
        network.add_edge(tie.body, tie.to, **_edge(tie.step))
    for leaving in exits:
        outside = f"outside:{leaving.to}"
        network.add_node(outside, kind="outside", name=leaving.to)
        network.add_edge(leaving.body, outside, **_edge(leaving.step))
    for body, taking_part in bodies:
        for number, presence in enumerate(taking_part, 1):
            step = presence.step
            start = step.start or f"unnamed:{body}:{number}"
            if step.start is None:
                network.add_node(start, kind="unnamed")
            elif step.people:
                start = f"constituency:{start}"
            network.add_edge(start, body, **{**_stated(presence.part), **_edge(step)})
    return network


def _edge(step: "Step") -> dict[str, Any]:
    source = step.source.model_dump(exclude_none=True) if step.source is not None else None
    return {"relation": step.relation, "status": step.status.value, "source": source}


def _stated(statement: Statement) -> dict[str, Any]:
    """What the file states, without names of people, and without the relations that become edges."""
    stated = statement.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"person"})
    return {
        key: value
        for key, value in stated.items()
        if not (isinstance(value, list) and any(isinstance(item, dict) for item in value))
    }
