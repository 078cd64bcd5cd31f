"""Voting power: how often a player decides a vote. Exact, by counting coalitions by weight (dynamic programming).

Both indices, and the European Economic Community of 1958 as their worked example, are those of the package powerindex
(https://pypi.org/project/powerindex/).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import factorial


def banzhaf(weights: Sequence[int], quota: int) -> tuple[Fraction, ...]:
    """The Banzhaf index of each player: its share of all the times that somebody turns a coalition into a winning one.

    `quota` is how many votes win. All are 0 where nobody can win.
    """
    swings = [sum(_by_weight(weights, number)[max(0, quota - own) : quota]) for number, own in enumerate(weights)]
    total = sum(swings)
    return tuple(Fraction(one, total) if total else Fraction(0) for one in swings)


def shapley_shubik(weights: Sequence[int], quota: int) -> tuple[Fraction, ...]:
    """The Shapley-Shubik index of each player: in which share of all orders of voting it is the one that decides."""
    players = len(weights)
    found = []
    for number, own in enumerate(weights):
        by_size = _by_size_and_weight(weights, number)
        pivots = sum(
            factorial(size) * factorial(players - size - 1) * sum(row[max(0, quota - own) : quota])
            for size, row in enumerate(by_size)
        )
        found.append(Fraction(pivots, factorial(players)))
    return tuple(found)


def _by_weight(weights: Sequence[int], without: int) -> list[int]:
    """How many coalitions of the other players have each weight."""
    counts = [1] + [0] * sum(weights)
    for number, weight in enumerate(weights):
        if number != without:
            for total in range(len(counts) - 1, weight - 1, -1):
                counts[total] += counts[total - weight]
    return counts


def _by_size_and_weight(weights: Sequence[int], without: int) -> list[list[int]]:
    """The same, by how many players they have."""
    counts = [[0] * (sum(weights) + 1) for _ in weights]
    counts[0][0] = 1
    for number, weight in enumerate(weights):
        if number != without:
            for size in range(len(weights) - 1, 0, -1):
                smaller, larger = counts[size - 1], counts[size]
                for total in range(len(larger) - 1, weight - 1, -1):
                    larger[total] += smaller[total - weight]
    return counts
