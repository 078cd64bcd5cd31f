"""GraphML: a graph that govgraph wrote is read as what it states, any other as a draft."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any

from govgraph.importers.contents import local_name, parse_xml, refused
from govgraph.importers.graphml_structure import MARK, structure_data
from govgraph.importers.graphs import draft_graph
from govgraph.importers.importer import Imported, Importer

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import networkx as nx

_DAMAGED = "This GraphML is damaged: a value is not of the type it should be, or a key is missing."


def _recognises(name: str, data: bytes) -> bool:
    return name.lower().endswith(IMPORTER.endings) and b"<graphml" in data[:4_000]


def _read(path: str, data: bytes) -> Imported:
    root = parse_xml(path, data)
    if local_name(root) != "graphml":
        raise refused(path, "This is not a GraphML file.")
    network = _network(path, data)
    if MARK in network.graph:
        return Imported(structure_data(path, network))
    has_ports = any(local_name(each) == "port" for each in root.iter())
    notices = ["Ports of nodes are left out."] if has_ports else []
    for node, label in _group_labels(root).items():
        if node in network:
            network.nodes[node].setdefault("label", label)
    return draft_graph(path, network, _nesting(root), headless=_headless(root), notices=notices)


def _network(path: str, data: bytes) -> "nx.Graph[Any]":
    import networkx as nx  # heavy, and few files need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            network: nx.Graph[Any] = nx.read_graphml(BytesIO(data), node_type=str, force_multigraph=True)
    except nx.NetworkXError as error:
        raise refused(path, _why(str(error))) from None
    except (AttributeError, KeyError, StopIteration, TypeError, ValueError):
        raise refused(path, _DAMAGED) from None
    return network


def _why(error: str) -> str:
    if "hyperedge" in error:
        return "This GraphML has edges with more than two ends (hyperedges), which are not read."
    if "directed" in error:
        return "This GraphML has edges with a direction and edges without one, which cannot be read together."
    return _DAMAGED if "key" in error else "This GraphML has no graph that can be read."


def _nesting(root: "Element") -> dict[str, str]:
    """By node, the node whose graph it is in."""
    found: dict[str, str] = {}
    for node in root.iter():
        if local_name(node) == "node":
            inner = (each for graph in node if local_name(graph) == "graph" for each in graph)
            found.update({each.get("id") or "": node.get("id") or "" for each in inner if local_name(each) == "node"})
    return found


def _group_labels(root: "Element") -> dict[str, str]:
    """By node, the label that yEd gives a group, which the library does not read."""
    found = {}
    for node in root.iter():
        if local_name(node) == "node" and node.get("yfiles.foldertype") == "group":
            data = (part for each in node if local_name(each) == "data" for part in each.iter())
            labels = (part.text or "" for part in data if local_name(part) == "nodelabel")
            found[node.get("id") or ""] = next((label.strip() for label in labels if label.strip()), "")
    return found


def _headless(root: "Element") -> set[str]:
    """The ids of edges that yEd draws without an arrowhead."""
    found = set()
    for edge in root.iter():
        if local_name(edge) == "edge":
            arrows = [part for part in edge.iter() if local_name(part) == "arrows"]
            if arrows and all(each.get(end) == "none" for each in arrows for end in ("source", "target")):
                found.add(edge.get("id") or "")
    return found


IMPORTER = Importer("GraphML", (".graphml", ".xml"), _recognises, _read)
