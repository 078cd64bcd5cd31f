"""How much a group of people takes part in a body, and when that is less than before."""

import pytest

from govgraph.graph import Standing
from helpers import graph

NOTHING = ""
INFORMED = "parents -- informed_by --> board\n"
CONSULTED = "parents -- consulted_by --> board\n"
CONTACT = "x -- contact_for[parents] --> board\n"
SENIOR = "x -- contact_for[parents, senior] --> board\n"
VOTING_CONTACT = "x -- contact_for[parents, voting] --> board\n"
ATTENDS = "somebody -- attends[parents] --> board\n"
OPEN = "somebody -- sits_on[parents] --> board\n"
SEAT = "somebody -- sits_on[parents, non-voting] --> board\n"
VOTE = "somebody -- sits_on[parents, voting] --> board\n"
CHAIR = "somebody -- sits_on[parents, chair] --> board\n"
VOTING_CHAIR = "somebody -- sits_on[parents, chair, voting] --> board\n"
OWN = "forum -- sits_on[parents, non-voting] --> board\n"
SCALE = (NOTHING, INFORMED, CONSULTED, CONTACT, ATTENDS, SEAT, VOTE, VOTING_CHAIR)


def standing(ways: str) -> Standing:
    arrows = f"forum -- represents --> parents\nboard: board\n{ways}"
    return graph(arrows).voice.standing("board", "parents")


@pytest.mark.parametrize("was", range(len(SCALE)))
@pytest.mark.parametrize("now", range(len(SCALE)))
def test_lower_on_the_scale_is_less(now: int, was: int) -> None:
    assert standing(SCALE[now]).is_less_than(standing(SCALE[was])) is (now < was)


@pytest.mark.parametrize(
    ("now", "was", "is_less"),
    [
        pytest.param(CHAIR, VOTE, True, id="a chair makes up for no vote"),
        pytest.param(CHAIR, VOTING_CHAIR, True, id="a chair that has lost its vote"),
        pytest.param(SEAT, 2 * SEAT, True, id="one seat of two"),
        pytest.param(2 * SEAT, SEAT, False, id="one seat more"),
        pytest.param(VOTE, 2 * SEAT, False, id="one better seat for two"),
        pytest.param(VOTE + SEAT, 2 * VOTE, True, id="one vote of two"),
        pytest.param(VOTE + OPEN, 2 * VOTE, True, id="one vote of two that is not stated any more"),
        pytest.param(OWN, OWN, False, id="their own still sits on it"),
        pytest.param(SEAT, OWN, True, id="their own sits on it no more"),
        pytest.param(OWN, SEAT, False, id="their own sits on it now"),
        pytest.param(VOTE, OWN, True, id="a vote makes up for nobody of their own"),
        pytest.param(CONTACT, VOTING_CONTACT, True, id="a contact that has lost its vote"),
        pytest.param(VOTING_CONTACT, CONTACT, False, id="a contact that has got a vote"),
        pytest.param(SEAT, SEAT + VOTING_CONTACT, True, id="a seat without a vote for a contact with one"),
        pytest.param(VOTE, SEAT + VOTING_CONTACT, False, id="a seat with a vote for a contact with one"),
        pytest.param(CONTACT, SENIOR, True, id="a contact that is not senior any more"),
        pytest.param(SENIOR, CONTACT, False, id="a contact that is senior now"),
        pytest.param(ATTENDS, SENIOR, True, id="to attend makes up for no senior contact"),
        pytest.param(SEAT, SENIOR, False, id="a seat makes up for a senior contact"),
        pytest.param(CONTACT + SENIOR, SENIOR, False, id="one of two contacts is senior still"),
        pytest.param(CONTACT, CONTACT + SENIOR, True, id="one of two contacts was senior"),
        pytest.param(ATTENDS, 2 * ATTENDS, False, id="of those who attend the number does not matter"),
    ],
)
def test_what_is_less_on_the_same_step_of_the_scale(now: str, was: str, is_less: bool) -> None:
    assert standing(now).is_less_than(standing(was)) is is_less


@pytest.mark.parametrize(
    ("ways", "has_seat", "votes"),
    [
        (NOTHING, False, 0),
        (ATTENDS + VOTING_CONTACT, False, 0),
        ("somebody -- sits_on[parents, voting, vacant] --> board", False, 0),
        ("board -- represents --> parents", True, 0),
        (SEAT + OPEN, True, 0),
        (SEAT + VOTE + VOTING_CHAIR, True, 2),
    ],
)
def test_seats_and_votes(ways: str, has_seat: bool, votes: int) -> None:
    asked = standing(ways)
    assert (asked.has_seat, asked.votes, asked.has_vote) == (has_seat, votes, votes > 0)


def test_the_lesser_ways_are_told_strongest_first() -> None:
    asked = standing(INFORMED + CONSULTED + CONTACT + ATTENDS + SEAT)
    assert [way.relation for way in asked.lesser_ways] == ["attends", "contact_for", "consulted_by", "informed_by"]
    assert [way.at for way in asked.lesser_ways] == [
        ("bodies", "board", "seats", 0),
        ("bodies", "board", "contacts", 0),
        ("bodies", "board", "consulted", 0),
        ("bodies", "board", "informed", 0),
    ]


@pytest.mark.parametrize(
    ("way", "start", "people", "how"),
    [
        (OWN, "forum", False, "without a vote"),
        (OPEN, "parents", True, ""),
        ("somebody -- sits_on --> board", None, False, ""),
        (CONTACT, "parents", True, ""),
        (VOTING_CHAIR, "parents", True, "chair, with a vote"),
        (ATTENDS, "parents", True, "attendee"),
        ("somebody -- sits_on[as officer, as councillor] --> board", None, False, "as councillor and officer"),
    ],
)
def test_evidence_says_who_takes_part_and_how(way: str, start: str | None, people: bool, how: str) -> None:
    (presence,) = graph(f"board: board\n{way}").voice.presences_on("board")
    step = presence.step
    assert (step.start, step.end, step.people, step.how) == (start, "board", people, how)
