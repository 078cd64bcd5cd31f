"""GEXF, the files of Gephi. It states no relation that govgraph knows, so all of it is a draft."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from govgraph.importers.contents import local_name, parse_xml, refused
from govgraph.importers.graphs import draft_graph
from govgraph.importers.importer import Imported, Importer

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MIXED = (
    "This GEXF has edges with a direction and edges without one, which cannot be read together: "
    "in Gephi, export one kind."
)

_DAMAGED = "This GEXF is damaged: a value is not of the type it should be, or an id is missing."


def _recognises(name: str, data: bytes) -> bool:
    return name.lower().endswith(IMPORTER.endings) and b"<gexf" in data[:4_000]


def _read(path: str, data: bytes) -> Imported:
    root = parse_xml(path, data)
    if local_name(root) != "gexf":
        raise refused(path, "This is not a GEXF file.")
    import networkx as nx  # heavy, and few files need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            network = nx.read_gexf(BytesIO(data), node_type=str)
    except nx.NetworkXError as error:
        raise refused(path, _why(str(error))) from None
    except (AttributeError, KeyError, TypeError, ValueError, RuntimeError):
        raise refused(path, _DAMAGED) from None
    inside = {str(key): str(about["pid"]) for key, about in network.nodes(data=True) if about.get("pid")}
    return draft_graph(path, network, inside, _mutual(root))


def _why(error: str) -> str:
    if "directed" in error:
        return _MIXED
    return _DAMAGED if "attribute" in error else "This GEXF has no graph that can be read."


def _mutual(root: "Element") -> set[tuple[str, str]]:
    """The edges that run in both directions."""
    edges = (each for each in root.iter() if local_name(each) == "edge" and each.get("type") == "mutual")
    return {(each.get("source") or "", each.get("target") or "") for each in edges}


IMPORTER = Importer("GEXF", (".gexf",), _recognises, _read)
