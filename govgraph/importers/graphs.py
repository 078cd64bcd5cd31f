"""GraphML and GEXF: nodes and edges with attributes, of which other programs choose the names."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from govgraph.importers.contents import clean, named
from govgraph.importers.drawings import Connector, Shape, drafted
from govgraph.importers.importer import Imported
from govgraph.language import listed

if TYPE_CHECKING:
    import networkx as nx

NAMES = ("name", "label", "title", "text")
KINDS = ("kind", "type", "category", "class", "classification")
RELATIONS = ("relation", "label", "relationship", "type", "interaction", "name")
_NO_CONTENT = frozenset({"id", "key", "viz", "x", "y", "z", "shape_type", "pid", "parents", "spells", "slices", "size"})
"""Attributes that say how a graph looks, or that the reader adds: nobody misses them."""


def draft_graph(
    path: str,
    network: "nx.Graph[Any]",
    inside: Mapping[str, str],
    both_ways: Iterable[tuple[str, str]] = (),
    headless: Container[str] = (),
    notices: Iterable[str] = (),
) -> Imported:
    """A draft of what a graph shows.

    Args:
        path: the file.
        network: the graph, as the library reads it.
        inside: by node, the node in which it lies.
        both_ways: edges that run in both directions.
        headless: the ids of edges that are drawn as lines without an arrowhead.
        notices: what is known of the file already.

    """
    mutual = set(both_ways)
    shapes, nameless = [], []
    for key, about in network.nodes(data=True):
        text = _first(about, NAMES)
        if not text:
            text = clean(str(key))
            nameless.append(text)
        shapes.append(Shape(str(key), text, f"node {key}", inside.get(str(key)), _first(about, KINDS) or None))
    connectors = []
    for start, end, key, about in _edges(network):
        if (end, start) in mutual and (start, end) not in mutual:
            continue  # the library gives an edge that runs both ways twice
        is_arrow = network.is_directed() and key not in headless
        heads = 2 if (start, end) in mutual else 1 if is_arrow else 0
        where = f"edge {about['id']}" if clean(str(about.get("id") or "")) else f"edge from {start} to {end}"
        connectors.append(Connector(str(start), str(end), _first(about, RELATIONS), clean(where), heads))
    of_nodes = _unread((about for _, about in network.nodes(data=True)), {*NAMES, *KINDS})
    of_edges = _unread((about for _, _, about in network.edges(data=True)), set(RELATIONS))
    left_out = [
        f"These attributes of {what} are left out: {listed(list(named(names)))}."
        for what, names in (("nodes", of_nodes), ("edges", of_edges))
        if names
    ]
    if nameless:
        left_out.append(f"These nodes have no name, and are called by their ids: {listed(list(named(nameless)))}.")
    return drafted(path, shapes, connectors, [*notices, *left_out], "graph")


def _edges(network: "nx.Graph[Any]") -> Iterator[tuple[Any, Any, str, dict[str, Any]]]:
    """Each edge: where it begins and ends, its key as text, and its attributes."""
    view: Any = network.edges  # only of a graph with several edges between two nodes, edges have keys
    for start, end, *key, about in view(data=True, keys=True) if network.is_multigraph() else view(data=True):
        yield start, end, str(key[0]) if key else "", about


def _first(about: Mapping[str, Any], keys: Iterable[str]) -> str:
    """The text of the first of some attributes that has one, in whatever capitals they are written."""
    by_key = {str(key).strip().casefold(): value for key, value in about.items()}
    return next((text for text in (_text(by_key.get(key)) for key in keys) if clean(text)), "")


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _unread(about: Iterable[Mapping[str, Any]], read: set[str]) -> list[str]:
    """The names of the attributes that say something and are not read."""
    names = dict.fromkeys(str(key) for each in about for key, value in each.items() if value not in (None, ""))
    return [clean(name) for name in names if name.strip().casefold() not in read | _NO_CONTENT]
