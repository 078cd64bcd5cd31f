"""The graph for analysts: everything in it as a networkx.MultiDiGraph."""

from typing import TYPE_CHECKING, Any

import networkx as nx

from govgraph.model import Statement

if TYPE_CHECKING:
    from govgraph.graph.governance import GovernanceGraph


def to_networkx(graph: "GovernanceGraph") -> "nx.MultiDiGraph[str]":
    """The bodies, relations, seats and contacts of a governance graph as networkx nodes and edges."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=graph.structure.title, as_of=graph.as_of, view=graph.view.value)
    for name, constituency in graph.structure.constituencies.items():
        made.add_node(f"constituency:{name}", kind="constituency", name=constituency.name)
    for body in graph.bodies:
        made.add_node(body, **_stated(graph.body(body)))
    for tie in graph.ties:
        made.add_edge(tie.body, tie.to, **_edge(tie.relation, tie.status.value, _value(tie.source)))
    for leaving in graph.accountability.exits():
        outside = f"outside:{leaving.to}"
        made.add_node(outside, kind="outside", name=leaving.to)
        made.add_edge(leaving.body, outside, **_edge("accountable_to", leaving.status.value, _value(leaving.source)))
    for body in graph.bodies:
        for presence in graph.voice.everybody_on(body):
            step = presence.step
            start = step.start or "not stated"
            if step.people:
                start = f"constituency:{start}"
            made.add_node(start)
            made.add_edge(
                start,
                body,
                **{**_stated(presence.part), **_edge(step.relation, step.status.value, _value(step.source))},
            )
    return made


def _edge(relation: str, status: str, source: Any) -> dict[str, Any]:
    return {"relation": relation, "status": status, "source": source}


def _value(source: Any) -> Any:
    return source.model_dump(exclude_none=True) if source is not None else None


def _stated(statement: Statement) -> dict[str, Any]:
    """What the file states, without names of people, and without the relations that become edges."""
    stated = statement.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"person"})
    return {key: value for key, value in stated.items() if not _holds_records(value)}


def _holds_records(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(item, dict) for item in value)
