"""A structure as GraphML, which Gephi, yEd and libraries of many languages read. It holds all that the file states."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govgraph.exporters.exporter import Exported, Exporter
from govgraph.formats.plain_data import plain_structure, record_models
from govgraph.formats.sheets.layout import ties
from govgraph.importers.graphml_structure import (
    ENDS,
    LABEL,
    NUMBER,
    OUTSIDE,
    PREFIXES,
    RELATION,
    SECTION,
    STARTS,
    UNNAMED,
    encoded,
)
from govgraph.language import plural
from govgraph.model import Structure

if TYPE_CHECKING:
    import networkx as nx

_ON_NODES = frozenset({"composition"})
"""Lists of records that are said of a body alone."""


def render(structure: Structure, with_names: bool) -> Exported:
    """A structure as GraphML."""
    import networkx as nx  # heavy, and few ask for it

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    data = plain_structure(structure, with_names=with_names)
    drafted = len(data.pop("draft", ()))
    sections = {section: data.pop(section, {}) for section in PREFIXES}
    network.graph.update({key: encoded(value) for key, value in data.items()})
    for section, prefix in reversed(PREFIXES.items()):
        for key, stated in sections[section].items():
            plain = {name: value for name, value in stated.items() if section != "bodies" or not _is_edge(name)}
            _add_node(network, f"{prefix}{key}", stated["name"], {SECTION: section, **_attributes(plain)})
    for body, stated in sections["bodies"].items():
        for key in filter(_is_edge, stated):
            records = stated[key] if isinstance(stated[key], list) else [stated[key]]
            for number, record in enumerate(records, 1):
                _add_edge(network, body, key, number, record)
    text = "\n".join(nx.generate_graphml(network, named_key_ids=True)) + "\n"
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()
    what = plural(drafted, "unconfirmed proposal is", "unconfirmed proposals are")
    notices = (f"{what} left out: GraphML has no place for a draft.",) if drafted else ()
    return Exported(content, notices)


def _is_edge(key: str) -> bool:
    return key in record_models() and key not in _ON_NODES


def _attributes(stated: dict[str, Any]) -> dict[str, Any]:
    return {key: encoded(value) for key, value in stated.items()}


def _add_node(network: "nx.MultiDiGraph[str]", node: str, label: str, about: Mapping[str, Any] | None = None) -> None:
    network.add_node(node, **{LABEL: label, **(about or {})})


def _add_edge(network: "nx.MultiDiGraph[str]", body: str, key: str, number: int, record: Any) -> None:
    """An edge for one record of a body, from or to whom it names first."""
    end, prefix = ENDS.get(key, ("to", ""))
    stated = dict(record) if isinstance(record, dict) else {end: record}
    if key in STARTS:
        label = key.removesuffix("s")
        found = next(((name, prefix) for name, prefix in STARTS[key] if name in stated), None)
        start = f"{UNNAMED}{body}:{number}" if found is None else f"{found[1]}{stated.pop(found[0])}"
        if found is None:
            _add_node(network, start, "not named")
        ends = start, body
    else:
        label = ties()[key].words
        other = f"{prefix}{stated.pop(end)}"
        if prefix == OUTSIDE and other not in network:
            _add_node(network, other, other.removeprefix(OUTSIDE))
        ends = body, other
    about = {LABEL: label, RELATION: key, NUMBER: number, **_attributes(stated)}
    network.add_edge(*ends, **about)


EXPORTER = Exporter("GraphML", (".graphml",), render)
