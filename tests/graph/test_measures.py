"""Votes, distances and spans of small structures, worked by hand."""

from fractions import Fraction

from govgraph.graph.measures import blocks, distances, spans
from helpers import graph

BOARD = """
board: board, membership complete
forum -- sits_on[parent-carers, voting] --> board
council -- sits_on[voting] --> board
council -- sits_on[voting] --> board
somebody -- sits_on[voting] --> board
trust -- sits_on[non-voting] --> board
"""
LINES = """
council: organisation
board -- part_of --> council
group -- reports_to --> board
other -- reports_to --> board
task -- reports_to --> group
forum -- sits_on[parent-carers] --> group
alone: board
"""


def test_blocks_and_their_power() -> None:
    found = {(one.constituencies, one.holder): one for one in blocks(graph(BOARD))}
    # 4 votes, 3 win: parents 1, the council 2, somebody 1. The council swings 3 of 5 times, the others once each.
    assert {key: (one.seats, one.votes, one.banzhaf) for key, one in found.items()} == {
        (("parent-carers",), None): (1, 1, Fraction(1, 5)),
        ((), "council"): (2, 2, Fraction(3, 5)),
        ((), None): (1, 1, Fraction(1, 5)),
        ((), "trust"): (1, 0, Fraction(0)),
    }
    assert found[((), "council")].shapley_shubik == Fraction(2, 3)


def test_power_is_not_told_where_a_vote_or_the_list_is_not_stated() -> None:
    assert {one.banzhaf for one in blocks(graph(BOARD + "park -- sits_on --> board"))} == {None}
    assert {one.banzhaf for one in blocks(graph(BOARD.replace(", membership complete", "")))} == {None}
    assert list(blocks(graph("board: board\nforum -- sits_on[parent-carers] --> board"))) == []


def test_steps_to_the_nearest_seat() -> None:
    found = {one.body: one.steps for one in distances(graph(LINES))}
    assert found == {"alone": None, "board": 1, "group": 0, "other": 2, "task": 1}


def test_how_many_answer_to_whom() -> None:
    assert [(one.body, one.number) for one in spans(graph(LINES))] == [("board", 2), ("council", 1), ("group", 1)]
