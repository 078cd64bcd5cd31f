"""The shape of lines: values worked by hand, and against networkx."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.graph.measures import Shape, shape

TREE = [[], [0], [0], [1], [1]]
RING = [[1], [2], [0]]
TWO_TREES = [[], [0], [], [2]]


@pytest.mark.parametrize(
    ("up", "expected"),
    [
        (TREE, Shape(3, 1.0, 1.0, 1.0, 1.0, 1.0)),
        # All answer to all: no order, 3 lines where 2 would do of 6 that could be, every line in a ring.
        (RING, Shape(1, 1.0, 0.0, 1 - 1 / 4, 1.0, 0.0)),
        # 2 of 6 pairs are tied together.
        (TWO_TREES, Shape(2, 2 / 6, 1.0, 1.0, 1.0, 1.0)),
        # Two tops over one body: their own pair has nobody above it; the other two pairs have.
        ([[], [], [0, 1]], Shape(2, 1.0, 1.0, 1.0, 2 / 3, 1.0)),
        # A body with two lines to one top, one of them through a middle: 1 line of 4 spare ones.
        ([[], [0], [0, 1]], Shape(3, 1.0, 1.0, 1 - 1 / 4, 1.0, 1.0)),
        ([], Shape(0, None, None, None, None, None)),
        ([[]], Shape(1, None, None, None, None, None)),
    ],
)
def test_by_hand(up: list[list[int]], expected: Shape) -> None:
    assert shape(up) == expected


@given(st.lists(st.sets(st.integers(0, 7)), min_size=8, max_size=8))
def test_against_networkx(drawn: list[set[int]]) -> None:
    up = [sorted(above - {node}) for node, above in enumerate(drawn)]
    graph = nx.DiGraph([(node, other) for node, above in enumerate(up) for other in above])
    graph.add_nodes_from(range(len(up)))
    found = shape(up)
    if graph.number_of_edges():
        assert found.flow_hierarchy == pytest.approx(nx.flow_hierarchy(graph))
    reach = {node: nx.descendants(graph, node) for node in graph}
    pairs = [(one, other) for one in graph for other in graph if one < other]
    one_way = [pair for pair in pairs if pair[1] in reach[pair[0]] or pair[0] in reach[pair[1]]]
    mutual = [pair for pair in one_way if pair[1] in reach[pair[0]] and pair[0] in reach[pair[1]]]
    assert found.hierarchy == (pytest.approx(1 - len(mutual) / len(one_way)) if one_way else None)
    assert found.layers == 1 + nx.dag_longest_path_length(nx.condensation(graph))
    weak = sum(nx.has_path(graph.to_undirected(), *pair) for pair in pairs)
    assert found.connectedness == pytest.approx(weak / len(pairs))
