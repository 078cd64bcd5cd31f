"""The three kernels under every question: reach, rings, cut-offs. Lists of ints, no recursion, none quadratic."""

from collections.abc import Iterable, Mapping, Sequence

Adjacency = Sequence[Sequence[int]]
"""For each node, its neighbours: `up[i]` are the nodes that node `i` answers to."""

NOBODY = -1


def reversed_edges(edges: Adjacency) -> list[list[int]]:
    """The same edges, turned around."""
    turned: list[list[int]] = [[] for _ in edges]
    for node, neighbours in enumerate(edges):
        for other in neighbours:
            turned[other].append(node)
    return turned


def reach(edges: Adjacency, starts: Iterable[int]) -> list[int]:
    """Breadth-first search: for each node, the node it was first reached from.

    A start has itself; a node that is not reached has NOBODY. Following it back gives a shortest path.
    """
    came_from = [NOBODY] * len(edges)
    layer = []
    for start in starts:
        if came_from[start] == NOBODY:
            came_from[start] = start
            layer.append(start)
    for node in layer:  # grows while it is read: it is the queue
        for other in edges[node]:
            if came_from[other] == NOBODY:
                came_from[other] = node
                layer.append(other)
    return came_from


def path_back(came_from: Sequence[int] | Mapping[int, int], node: int, most: int | None = None) -> list[int]:
    """The nodes from `node` back to the start from which it was reached, both included; `most` steps at the most."""
    path = [node]
    while came_from[node] != node and (most is None or len(path) <= most):
        node = came_from[node]
        path.append(node)
    return path


def components(edges: Adjacency) -> list[list[int]]:  # noqa: C901 - one loop stands for a recursion
    """Strongly connected sets, each before the sets that lead to it (Tarjan 1972, without recursion)."""
    number = [0] * len(edges)  # 0: not seen
    low = [0] * len(edges)
    left = [0] * len(edges)  # how many neighbours of a node were looked at
    placed = [False] * len(edges)
    stack: list[int] = []
    found: list[list[int]] = []
    count = 0
    for root in range(len(edges)):
        if number[root]:
            continue
        todo = [root]
        count += 1
        number[root] = low[root] = count
        stack.append(root)
        while todo:
            node = todo[-1]
            neighbours = edges[node]
            if left[node] < len(neighbours):
                other = neighbours[left[node]]
                left[node] += 1
                if not number[other]:
                    count += 1
                    number[other] = low[other] = count
                    stack.append(other)
                    todo.append(other)
                elif not placed[other] and number[other] < low[node]:
                    low[node] = number[other]
                continue
            todo.pop()
            if todo and low[node] < low[todo[-1]]:
                low[todo[-1]] = low[node]
            if low[node] == number[node]:
                start = len(stack) - 1
                while stack[start] != node:
                    start -= 1
                members = stack[start:]
                del stack[start:]
                for member in members:
                    placed[member] = True
                found.append(members)
    return found


def dominators(edges: Adjacency, root: int) -> list[int]:
    """For each node, the last node that every path from `root` to it passes; NOBODY where there is none.

    Lengauer and Tarjan (1979) with path compression: m log n, on deep and hostile graphs too.
    """
    order, parent, position = _depth_first(edges, root)
    size = len(order)
    entering: list[list[int]] = [[] for _ in range(size)]
    for place, node in enumerate(order):
        for other in edges[node]:
            entering[position[other]].append(place)
    semi = list(range(size))
    best = list(range(size))
    ancestor = [NOBODY] * size
    above = [0] * size
    bucket: list[list[int]] = [[] for _ in range(size)]
    for place in range(size - 1, 0, -1):
        least = place
        for before in entering[place]:
            candidate = semi[_best(before, ancestor, best, semi)] if ancestor[before] != NOBODY else before
            if candidate < least:  # `min` would double the time of this loop
                least = candidate
        semi[place] = least
        bucket[least].append(place)
        father = ancestor[place] = parent[place]
        for waiting in bucket[father]:
            lowest = _best(waiting, ancestor, best, semi)
            above[waiting] = lowest if semi[lowest] < semi[waiting] else father
        bucket[father] = []
    result = [NOBODY] * len(edges)
    for place in range(1, size):
        if above[place] != semi[place]:
            above[place] = above[above[place]]
        result[order[place]] = order[above[place]]
    return result


def _depth_first(edges: Adjacency, root: int) -> tuple[list[int], list[int], list[int]]:
    """Nodes in the order of a depth-first walk, the place of each one's parent, and each node's place."""
    position = [NOBODY] * len(edges)
    order: list[int] = []
    parent: list[int] = []
    todo = [(root, 0)]
    while todo:
        node, above = todo.pop()
        if position[node] != NOBODY:
            continue
        place = position[node] = len(order)
        order.append(node)
        parent.append(above)
        todo.extend((other, place) for other in edges[node] if position[other] == NOBODY)
    return order, parent, position


def _best(node: int, ancestor: list[int], best: list[int], semi: list[int]) -> int:
    """The node with the least semidominator on the way up from `node`, whose path is made short on the way."""
    path = []
    step = node
    while ancestor[ancestor[step]] != NOBODY:
        path.append(step)
        step = ancestor[step]
    for step in reversed(path):
        up = ancestor[step]
        if semi[best[up]] < semi[best[step]]:
            best[step] = best[up]
        ancestor[step] = ancestor[up]
    return best[node]
