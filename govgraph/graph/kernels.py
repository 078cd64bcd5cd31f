"""The algorithms under every question: reach, rings, cut-offs. Without recursion, and none is quadratic."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

Adjacency = Sequence[Sequence[int]]
"""For each node, its neighbours: `up[i]` are the nodes that node `i` answers to."""

NO_NODE = -1


def reversed_edges(edges: Adjacency) -> list[list[int]]:
    """The edges, each turned around."""
    incoming: list[list[int]] = [[] for _ in edges]
    for node, neighbours in enumerate(edges):
        for other in neighbours:
            incoming[other].append(node)
    return incoming


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """The values of each key, in the order in which they come."""
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def walk(starts: Iterable[Key], neighbours: Callable[[Key], Iterable[Key]]) -> list[Key]:
    """All that is reached from the starts, which come first: breadth first, each once."""
    queue = list(dict.fromkeys(starts))
    seen = set(queue)
    for node in queue:  # grows while it is read
        for other in neighbours(node):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return queue


def reach(edges: Adjacency, starts: Iterable[int]) -> list[int]:
    """Breadth-first search: for each node, the node it was first reached from.

    A start has itself; a node that is not reached has NO_NODE. Following it back gives a shortest path.
    """
    came_from = [NO_NODE] * len(edges)
    queue = list(dict.fromkeys(starts))
    for start in queue:
        came_from[start] = start
    for node in queue:  # grows while it is read
        for other in edges[node]:
            if came_from[other] == NO_NODE:
                came_from[other] = node
                queue.append(other)
    return came_from


def path_back(came_from: Sequence[int] | Mapping[int, int], node: int, most: int | None = None) -> list[int]:
    """The nodes from `node` back to the start from which it was reached, both included; `most` steps at the most."""
    path = [node]
    while came_from[node] != node and (most is None or len(path) <= most):
        node = came_from[node]
        path.append(node)
    return path


def starts_and_distances(came_from: Sequence[int]) -> dict[int, tuple[int, int]]:
    """For each node that was reached, the start it was reached from, and how many steps away that is."""
    found: dict[int, tuple[int, int]] = {}
    for node, before in enumerate(came_from):
        walked = []
        while before != NO_NODE and node not in found:
            if before == node:
                found[node] = (node, 0)
                break
            walked.append(node)
            node, before = before, came_from[before]  # noqa: PLW2901 - a walk
        for passed in reversed(walked):
            start, steps = found[came_from[passed]]
            found[passed] = (start, steps + 1)
    return found


def components(edges: Adjacency, incoming: Adjacency | None = None) -> list[list[int]]:
    """Strongly connected sets, each before the sets that lead to it. `incoming` are the edges turned around, if known.

    What leads to no ring is taken off first, from the ends backward: in a structure that is nearly all.
    """
    incoming = reversed_edges(edges) if incoming is None else incoming
    ahead = [len(neighbours) for neighbours in edges]
    order = [node for node, count in enumerate(ahead) if not count]
    for node in order:
        for before in incoming[node]:
            ahead[before] -= 1
            if not ahead[before]:
                order.append(before)
    singles = [[node] for node in order]
    return singles + _rings(edges, ahead) if len(order) < len(edges) else singles


def _rings(edges: Adjacency, ahead: Sequence[int]) -> list[list[int]]:  # noqa: C901 - one loop for a recursion
    """Strongly connected sets among the nodes that have something `ahead` (Tarjan 1972, without recursion)."""
    number = [0 if count else NO_NODE for count in ahead]  # 0: not seen; NO_NODE: placed
    low = [0] * len(edges)
    left = [0] * len(edges)  # how many neighbours of a node were looked at
    stack: list[int] = []
    found: list[list[int]] = []
    count = 0
    for root, seen in enumerate(ahead):
        if not seen or number[root]:
            continue
        todo = [root]
        while todo:
            node = todo[-1]
            if not number[node]:
                count += 1
                number[node] = low[node] = count
                stack.append(node)
            if left[node] < len(edges[node]):
                other = edges[node][left[node]]
                left[node] += 1
                if not number[other]:
                    todo.append(other)
                elif number[other] != NO_NODE:
                    low[node] = min(low[node], number[other])
                continue
            todo.pop()
            if todo:
                low[todo[-1]] = min(low[todo[-1]], low[node])
            if low[node] == number[node]:
                members: list[int] = []
                while not members or members[-1] != node:
                    members.append(stack.pop())
                    number[members[-1]] = NO_NODE
                found.append(members)
    return found


def dominators(edges: Adjacency, root: int, incoming: Adjacency | None = None) -> tuple[list[int], list[int]]:
    """For each node, the last node that every path from `root` to it passes; NO_NODE where there is none.

    Returns also the nodes that are reached, each after its dominator. Lengauer and Tarjan (1979) with path
    compression: m log n, on deep and hostile graphs too. `incoming` are the edges turned around, if known.
    """
    order, parent, position = _depth_first(edges, root)
    size = len(order)
    incoming = reversed_edges(edges) if incoming is None else incoming
    semi = list(range(size))
    best = list(range(size))
    ancestor = [NO_NODE] * size
    above = [0] * size
    bucket: dict[int, list[int]] = {}
    for place in range(size - 1, 0, -1):
        father = parent[place]
        comes_from = incoming[order[place]]
        if len(comes_from) == 1:  # most bodies answer to one other: there is only one way to come here
            semi[place] = above[place] = father
        else:
            least = place
            for node in comes_from:
                before = position[node]
                if before == NO_NODE:
                    continue
                candidate = semi[_best(before, ancestor, best, semi)] if ancestor[before] != NO_NODE else before
                if candidate < least:  # `min` would double the time of this loop
                    least = candidate
            semi[place] = least
            bucket.setdefault(least, []).append(place)
        ancestor[place] = father
        for waiting in bucket.pop(father, ()):
            lowest = _best(waiting, ancestor, best, semi)
            above[waiting] = lowest if semi[lowest] < semi[waiting] else father
    result = [NO_NODE] * len(edges)
    for place in range(1, size):
        if above[place] != semi[place]:
            above[place] = above[above[place]]
        result[order[place]] = order[above[place]]
    return result, order


def _depth_first(edges: Adjacency, root: int) -> tuple[list[int], list[int], list[int]]:
    """Nodes in the order of a depth-first walk, the place of each one's parent, and each node's place."""
    position = [NO_NODE] * len(edges)
    pushed_by = [0] * len(edges)  # of several pushes of a node the last is the first to be taken up
    order: list[int] = []
    parent: list[int] = []
    todo = [root]
    while todo:
        node = todo.pop()
        if position[node] != NO_NODE:
            continue
        place = position[node] = len(order)
        order.append(node)
        parent.append(pushed_by[node])
        for other in edges[node]:
            if position[other] == NO_NODE:
                pushed_by[other] = place
                todo.append(other)
    return order, parent, position


def _best(node: int, ancestor: list[int], best: list[int], semi: list[int]) -> int:
    """The node with the least semidominator on the way up from `node`, whose path is made short on the way."""
    path = []
    step = node
    while ancestor[ancestor[step]] != NO_NODE:
        path.append(step)
        step = ancestor[step]
    for step in reversed(path):
        up = ancestor[step]
        if semi[best[up]] < semi[best[step]]:
            best[step] = best[up]
        ancestor[step] = ancestor[up]
    return best[node]
