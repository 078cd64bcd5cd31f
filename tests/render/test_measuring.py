"""The structure in numbers, as tables, in a notebook and in a paper."""

import pytest

import govgraph
from govgraph.board.blocks import Table
from govgraph.engine.arrows import from_arrows
from govgraph.model.faults import InputError
from govgraph.showing import paper
from helpers import DAY

BOARD = """
board: board, strategic, membership complete
group -- reports_to --> board
forum -- sits_on[parent-carers, voting] --> board
trust -- sits_on[voting] --> board
trust -- sits_on[voting] --> board
"""


def test_votes_are_told_by_the_names_of_whom_they_are() -> None:
    found = govgraph.measures(from_arrows(BOARD), as_of=DAY).to_frame("votes")
    assert found.to_dict("records") == [
        {
            "body": "Board",
            "who": who,
            "seats": seats,
            "votes": seats,
            "share of votes": share,
            "Banzhaf": power,
            "Shapley-Shubik": power,
        }
        for who, seats, share, power in (("Parent carers", 1, 0.333, 0.0), ("Trust", 2, 0.667, 1.0))
    ]


def test_how_a_group_takes_part_by_level() -> None:
    found = govgraph.measures(from_arrows(BOARD), as_of=DAY).to_frame("levels")
    rows = found[["group", "level", "bodies", "seat", "not stated"]].to_numpy().tolist()
    assert rows == [["Parent carers", "strategic", 1, 1, 0], ["Parent carers", "level not stated", 1, 0, 1]]


def test_what_is_not_stated_is_a_dash() -> None:
    silent = govgraph.measures(from_arrows(BOARD.replace(", membership complete", "")), as_of=DAY)
    assert silent.to_frame("votes")["Banzhaf"].isna().all()
    assert '<td style="text-align: left">–</td>' in silent._repr_html_()


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(InputError, match="There is no table 'votes' of this structure; there is levels"):
        govgraph.measures(from_arrows("board: board\nparent-carers -- informed_by --> board"), as_of=DAY).to_frame()
    assert govgraph.measures(from_arrows("council: organisation"), as_of=DAY)._repr_html_().startswith("<p>There is")


def test_a_paper_holds_them_in_its_appendix() -> None:
    captions = [
        one.caption for one in paper(from_arrows(BOARD), as_of=DAY, measures=True).blocks if isinstance(one, Table)
    ]
    assert {"Seats, votes and voting power", "The shape of the lines"} <= set(captions[-8:])
    short = [one.caption for one in paper(from_arrows(BOARD), as_of=DAY).blocks if isinstance(one, Table)]
    assert "Seats, votes and voting power" not in short
