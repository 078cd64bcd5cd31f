"""A structure as a graph with attributes, as govgraph writes it to GraphML, and back.

Bodies, groups of people and themes are nodes; all that ties them is an edge. What is no single value is JSON.
"""

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from govgraph.importers.contents import refused
from govgraph.model.fields import shapes
from govgraph.model.structure import Structure

if TYPE_CHECKING:
    import networkx as nx

MARK = "govgraph"
"""An attribute of the graph that only govgraph writes: the version of its format."""
LABEL, SECTION, RELATION, NUMBER = "label", "section", "relation", "number"
"""What a node or edge shows; of which section a node is; the key of a body that an edge fills, and the place in it."""
PREFIXES = {"bodies": "", "constituencies": "constituency:", "themes": "theme:"}
"""How the ids of nodes begin, by section: the ids of two sections may be the same."""
OUTSIDE, UNNAMED = "outside:", "unnamed:"
"""How the ids of nodes begin that stand for somebody outside, and for a seat of which nobody is named."""
ENDS = {
    "accountable_to": ("to", OUTSIDE),
    **dict.fromkeys(("consulted", "informed", "without"), ("constituency", PREFIXES["constituencies"])),
    **dict.fromkeys(("responsible_for", "monitors"), ("theme", PREFIXES["themes"])),
}
"""The key that the end of an edge fills, and how the id of that end begins; for all others it is a body, under `to`."""
STARTS = {
    "seats": (("on_behalf_of", PREFIXES["constituencies"]), ("holder", "")),
    "contacts": (("for", PREFIXES["constituencies"]),),
}
"""The edges that lead to their body: the key that their start fills, by how its id begins."""
_JSON = ("[", "{", '"')


def encoded(value: Any) -> str | int | bool:
    """A value as an attribute has it: what is no plain text, number or truth is JSON."""
    if isinstance(value, bool | int):
        return value
    is_plain = isinstance(value, str) and value and value == value.strip() and "\r" not in value
    return value if is_plain and not value.startswith(_JSON) else json.dumps(value, ensure_ascii=False)


def _decoded(path: str, value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith(_JSON):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise refused(
            path, f"The attribute '{value[:40]}' of this GraphML was changed, and cannot be read any more."
        ) from None


def structure_data(path: str, network: "nx.Graph[Any]") -> dict[str, Any]:
    """The structure that a graph states. Raises InputError where the graph was changed so that it states none."""
    by_id = {key for key, shape in shapes(Structure).items() if shape.by_id}
    known = {*Structure.model_fields, "sources"} - (by_id - {"sources"})
    data = {key: _decoded(path, value) for key, value in network.graph.items() if key in known}
    for section, prefix in PREFIXES.items():
        nodes = ((key, about) for key, about in network.nodes(data=True) if about.get(SECTION) == section)
        entries = {str(key).removeprefix(prefix): _record(path, about, {LABEL, SECTION}) for key, about in nodes}
        if entries:
            data[section] = entries
    bodies: dict[str, dict[str, Any]] = data.setdefault("bodies", {})
    lists: dict[tuple[str, str], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for start, end, about in network.edges(data=True):
        relation = str(about.get(RELATION))
        record = _record(path, about, {LABEL, RELATION, NUMBER, "id", "key"})
        body = _ends(relation, str(start), str(end), record)
        if body not in bodies:
            raise refused(path, f"An edge of this GraphML begins or ends at '{body}', which is not a body in it.")
        lists[body, relation].append((_number(about.get(NUMBER)), record))
    for (body, relation), records in lists.items():
        bodies[body][relation] = [record for _, record in sorted(records, key=lambda each: each[0])]
    return data


def _record(path: str, about: dict[str, Any], left_out: set[str]) -> dict[str, Any]:
    return {str(key): _decoded(path, value) for key, value in about.items() if key not in left_out}


def _ends(relation: str, start: str, end: str, record: dict[str, Any]) -> str:
    """Put the other end of an edge into its record, and return the body that states it."""
    if relation in STARTS:
        if not start.startswith(UNNAMED):
            key, prefix = next(each for each in STARTS[relation] if start.startswith(each[1]) or not each[1])
            record[key] = start.removeprefix(prefix)
        return end
    key, prefix = ENDS.get(relation, ("to", ""))
    record[key] = end.removeprefix(prefix)
    return start


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
