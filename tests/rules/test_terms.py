"""Seats past their term: whether they were renewed is a question, so that people have no seat is no fact."""

import pytest

from helpers import findings, found, lacking

WHO = "forum -- sits_on[parent-carers] --> elsewhere\nelsewhere: workstream, operational, delivers\n"
BOARD = "board: board, strategic, decides, membership complete\n"
PAST = "forum -- sits_on[parent-carers, until 2020-06-30] --> board\n"


def test_beside_a_seat_past_its_term_a_missing_seat_is_a_question() -> None:
    """DAT103 says that the term is over; whether the seat was renewed is open, so no rule says that there is none."""
    (finding,) = findings("REP101", WHO + BOARD + PAST)
    assert (finding.certainty, finding.bodies, lacking(finding)) == (
        "not_stated",
        ("board",),
        [("renewal", ("board",))],
    )
    assert (
        finding.message
        == "The file does not say whether the seats on the Board that are past their last day were renewed."
    )
    assert [step.how for step in finding.witness] == ["", "until 30 June 2020"]
    assert [one[2] for one in found("DAT103", BOARD + PAST)] == ["stated"]


def test_a_parent_carer_past_a_term_for_whom_the_file_does_not_say_may_be_theirs() -> None:
    past = PAST.replace("parent-carers", "as parent_carer").replace("forum", "somebody")
    (finding,) = findings("REP101", WHO + BOARD + past)
    assert lacking(finding) == [("renewal", ("board",))]


@pytest.mark.parametrize(
    "past",
    [
        pytest.param(PAST.replace("until", "ended, until"), id="stated to have ended"),
        pytest.param(PAST.replace("parent-carers", "young-people"), id="of others"),
        pytest.param(PAST.replace("until", "vacant, until"), id="vacant"),
        pytest.param(PAST + "forum: forum, ended", id="of a holder that has ended"),
        pytest.param(PAST + "parent-carers -- absent_from[from 2020-07-01] --> board", id="stated to be absent"),
        pytest.param(PAST + "structure: as_of 2020-01-01", id="past only on another day"),
    ],
)
def test_else_it_is_a_fact(past: str) -> None:
    day = "2020-09-01"
    hits = [
        hit for hit in found("REP101", BOARD + WHO.replace("forum", "others") + past, as_of=day) if hit[0] == ("board",)
    ]
    assert [hit[2] for hit in hits if hit[1] == "parent-carers"] == ["stated"]
