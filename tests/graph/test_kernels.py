"""The kernels equal brute force on all small graphs, and networkx on random ones."""

from itertools import pairwise, product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.graph.kernels import NO_NODE, components, dominators, path_back, reach, reversed_edges

Edges = list[list[int]]


def every_graph(size: int) -> list[Edges]:
    pairs = [(a, b) for a in range(size) for b in range(size)]
    graphs = []
    for chosen in product([False, True], repeat=len(pairs)):
        edges: Edges = [[] for _ in range(size)]
        for (a, b), is_there in zip(pairs, chosen, strict=True):
            if is_there:
                edges[a].append(b)
        graphs.append(edges)
    return graphs


SMALL = [*every_graph(1), *every_graph(2), *every_graph(3)]


def reached(edges: Edges, start: int, without: int = NO_NODE) -> set[int]:
    """What can be reached, by growing a set until it grows no more."""
    found = {start} - {without}
    while True:
        more = {other for node in found for other in edges[node] if other != without} | found
        if more == found:
            return found
        found = more


def brute_dominators(edges: Edges, root: int) -> list[int]:
    """A dominator is a node whose deletion cuts the other off; the nearest one is itself dominated by all others."""
    there = reached(edges, root)
    above = {
        node: {other for other in there - {node} if other == root or node not in reached(edges, root, other)}
        for node in there - {root}
    }
    nearest = {node: max(others, key=lambda one: len(above.get(one, ()))) for node, others in above.items()}
    return [nearest.get(node, NO_NODE) for node in range(len(edges))]


def brute_components(edges: Edges) -> set[frozenset[int]]:
    ways = [reached(edges, node) for node in range(len(edges))]
    return {
        frozenset(other for other in range(len(edges)) if other in ways[node] and node in ways[other])
        for node in range(len(edges))
    }


@st.composite
def random_graphs(draw: st.DrawFn) -> Edges:
    size = draw(st.integers(1, 30))
    node = st.integers(0, size - 1)
    return [sorted(draw(st.sets(node, max_size=4))) for _ in range(size)]


def as_networkx(edges: Edges) -> "nx.DiGraph[int]":
    made: nx.DiGraph[int] = nx.DiGraph()
    made.add_nodes_from(range(len(edges)))
    made.add_edges_from((node, other) for node, others in enumerate(edges) for other in others)
    return made


def test_reach_equals_brute_force_on_all_small_graphs() -> None:
    for edges in SMALL:
        for start in range(len(edges)):
            came_from = reach(edges, [start])
            assert {node for node, before in enumerate(came_from) if before != NO_NODE} == reached(edges, start)


def test_components_equal_brute_force_on_all_small_graphs() -> None:
    for edges in SMALL:
        assert {frozenset(one) for one in components(edges)} == brute_components(edges)


def test_dominators_equal_deletion_on_all_small_graphs() -> None:
    for edges in SMALL:
        assert dominators(edges, 0)[0] == brute_dominators(edges, 0), edges


@given(random_graphs())
def test_dominators_equal_deletion_and_networkx(edges: Edges) -> None:
    found, order = dominators(edges, 0)
    assert sorted(order) == sorted(reached(edges, 0))
    assert all(order.index(found[node]) < order.index(node) for node in order[1:])
    assert found == brute_dominators(edges, 0)
    others = nx.immediate_dominators(as_networkx(edges), 0)
    assert {node: above for node, above in enumerate(found) if above != NO_NODE} == {
        node: above for node, above in others.items() if node != 0
    }


@given(random_graphs())
def test_components_equal_networkx_and_come_before_what_leads_to_them(edges: Edges) -> None:
    found = components(edges)
    assert {frozenset(one) for one in found} == {
        frozenset(one) for one in nx.strongly_connected_components(as_networkx(edges))
    }
    place = {node: number for number, members in enumerate(found) for node in members}
    assert all(place[other] <= place[node] for node, others in enumerate(edges) for other in others)


@given(random_graphs(), st.data())
def test_the_way_back_is_a_shortest_path(edges: Edges, data: st.DataObject) -> None:
    starts = data.draw(st.sets(st.integers(0, len(edges) - 1), min_size=1))
    came_from = reach(edges, sorted(starts))
    lengths = nx.multi_source_dijkstra_path_length(as_networkx(edges), starts)
    for node, before in enumerate(came_from):
        if before == NO_NODE:
            assert node not in lengths
            continue
        path = path_back(came_from, node)
        assert path[0] == node
        assert path[-1] in starts
        assert all(below in edges[above] for below, above in pairwise(path))
        assert len(path) - 1 == lengths[node]


@given(random_graphs())
def test_turned_around_twice_is_the_same(edges: Edges) -> None:
    assert [sorted(one) for one in reversed_edges(reversed_edges(edges))] == edges


@pytest.mark.parametrize("shape", ["chain", "shortcuts", "back"])
def test_deep_and_hostile_graphs_are_answered(shape: str) -> None:
    size = 50_000
    ends = {
        "chain": lambda node: [node + 1],
        "shortcuts": lambda node: [node + 1, *([size - 1 - node] if node % 2 else [])],
        "back": lambda node: [node + 1, max(0, node - 3), 0],
    }
    edges: Edges = [ends[shape](node) for node in range(size - 1)] + [[]]
    if shape == "chain":
        assert dominators(edges, 0)[0][1:] == list(range(size - 1))
        assert len(components(edges)) == size
    assert NO_NODE not in reach(edges, [0])
    assert dominators(edges, 0)[0][1] == 0
    assert sum(map(len, components(edges))) == size
