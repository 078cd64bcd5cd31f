"""Voting power against worked values and against every coalition and every order, one by one."""

from fractions import Fraction
from itertools import chain, combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.graph.measures import banzhaf, shapley_shubik

EEC = (4, 4, 4, 2, 2, 1)
"""Votes in the Council of the European Economic Community, 1958: 12 of 17 were needed."""


def test_the_community_of_1958() -> None:
    assert [round(float(one), 3) for one in banzhaf(EEC, 12)] == [0.238, 0.238, 0.238, 0.143, 0.143, 0.0]
    assert banzhaf(EEC, 12)[0] == Fraction(5, 21)
    assert [round(float(one), 3) for one in shapley_shubik(EEC, 12)] == [0.233, 0.233, 0.233, 0.15, 0.15, 0.0]
    assert shapley_shubik(EEC, 12)[3] == Fraction(3, 20)


@pytest.mark.parametrize(
    ("weights", "quota", "expected"),
    [
        ((1,), 1, (1,)),
        ((1, 1, 1), 2, (Fraction(1, 3),) * 3),
        ((3, 1, 1), 3, (1, 0, 0)),
        ((2, 1, 1), 3, (Fraction(3, 5), Fraction(1, 5), Fraction(1, 5))),
        ((0, 2), 2, (0, 1)),
        ((1, 1), 3, (0, 0)),
    ],
)
def test_by_hand(weights: tuple[int, ...], quota: int, expected: tuple[Fraction, ...]) -> None:
    assert banzhaf(weights, quota) == expected


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6), st.integers(1, 20))
def test_every_coalition_and_every_order(weights: list[int], quota: int) -> None:
    players = range(len(weights))
    swings = [0] * len(weights)
    for coalition in chain.from_iterable(combinations(players, size) for size in range(len(weights) + 1)):
        total = sum(weights[one] for one in coalition)
        for one in coalition:
            swings[one] += total >= quota > total - weights[one]
    assert banzhaf(weights, quota) == tuple(Fraction(one, sum(swings)) if sum(swings) else 0 for one in swings)
    pivots = [0] * len(weights)
    orders = list(permutations(players))
    for order in orders:
        total = 0
        for one in order:
            pivots[one] += total < quota <= total + weights[one]
            total += weights[one]
    assert shapley_shubik(weights, quota) == tuple(Fraction(one, len(orders)) for one in pivots)
