"""What govgraph uses of pygraphviz, by the Graphviz of the page: an `AGraph` is laid out to the same places."""

import json

from js import layOut


class _Node:
    def __init__(self, place: str) -> None:
        self.attr = {"pos": place}


class AGraph:
    """A graph in the language of dot."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, str] = {}

    def layout(self, prog: str) -> None:
        """Find a place for each node."""
        laid_out = json.loads(layOut(self._text, prog))
        self._places = {item["name"]: item["pos"] for item in laid_out["objects"]}

    def get_node(self, name: str) -> _Node:
        """A node with its place. Raises KeyError."""
        return _Node(self._places[name])
