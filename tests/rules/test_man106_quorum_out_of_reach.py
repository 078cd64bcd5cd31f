"""MAN106: quorums that the filled seats do not reach."""

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.model import Structure
from govgraph.rules._quorum import read_quorum
from helpers import findings, lacking, why_not_asked

NOT_STATED = "board: board, quorum 2\nsomebody -- sits_on --> board"


def board(quorum: str, *seats: str, membership: str = "complete") -> Structure:
    """A board with a quorum, in whatever words, and seats as arrows state them."""
    lines = "".join(f"{seat} --> board\n" for seat in seats)
    structure = from_arrows(f"board: board{f', membership {membership}' if membership else ''}\n{lines}")
    data = structure.model_dump(mode="json", by_alias=True, exclude_unset=True)
    data["bodies"]["board"]["quorum"] = quorum
    return Structure.model_validate(data)


def held(*capacities: str) -> list[str]:
    return [f"somebody -- sits_on[as {one}]" for one in capacities]


def found(of: Structure | str, **options: str) -> list[tuple[tuple[str, ...], str]]:
    return [(one.bodies, one.certainty.value) for one in findings("MAN106", of, **options)]


STATED, SILENT = [(("board",), "stated")], [(("board",), "not_stated")]


def test_too_few_seats_are_filled() -> None:
    (finding,) = findings("MAN106", board("three", *held("officer", "councillor"), "somebody -- sits_on[vacant]"))
    assert finding.certainty.value == "stated"
    assert finding.message == (
        "The Board cannot reach its quorum. The quorum is three members, but two of three seats are filled."
    )
    assert finding.fix == "Ask the Board to have its vacant seats filled."


@pytest.mark.parametrize(
    ("seats", "there"),
    [
        ([], "there are no seats"),
        (held("officer"), "one of one seat is filled"),
        (held("officer", "officer"), "two of two seats are filled"),
        (["somebody -- sits_on[vacant]"], "none of one seat is filled"),
        ([*held("officer"), "somebody -- sits_on[vacant]"], "one of two seats is filled"),
    ],
)
def test_how_many_are_there(seats: list[str], there: str) -> None:
    (finding,) = findings("MAN106", board("3", *seats))
    assert finding.message == f"The Board cannot reach its quorum. The quorum is three members, but {there}."


def test_it_asks_for_more_than_there_are_seats() -> None:
    (finding,) = findings("MAN106", board("3", *held("officer", "councillor")))
    assert finding.certainty.value == "stated"
    assert finding.fix == "Ask the Board to have its terms of reference changed: more seats, or another quorum."


def test_as_many_as_it_asks_for_reach_it() -> None:
    assert found(board("2", *held("officer", "councillor"))) == []
    assert found(board("2", *held("officer", "councillor"), membership="")) == []


@pytest.mark.parametrize("membership", ["", "partial"])
def test_who_is_not_listed_may_be_there(membership: str) -> None:
    (finding,) = findings("MAN106", board("3", *held("officer"), membership=membership))
    assert finding.certainty.value == "not_stated"
    assert lacking(finding) == [("members", ("board",))]
    assert finding.message.startswith("The quorum of the Board is three members. The file does not say ")


def test_nobody_in_a_capacity_that_it_asks_for() -> None:
    asked = "2 including one councillor"
    (finding,) = findings("MAN106", board(asked, *held("officer", "lay_member")))
    assert finding.certainty.value == "stated"
    assert finding.message == (
        "The Board cannot reach its quorum. The quorum needs one member as councillor, but there is none."
    )
    assert finding.fix == "Ask the Board to have seats filled as its quorum needs: one as councillor."
    assert found(board(asked, *held("officer", "councillor"))) == []
    vacant = "somebody -- sits_on[as councillor, vacant]"
    assert found(board(asked, *held("officer", "lay_member"), vacant)) == STATED


@pytest.mark.parametrize("seat", ["somebody -- sits_on", "somebody -- sits_on[as the link for schools]"])
def test_a_seat_whose_capacity_is_open_may_be_the_one(seat: str) -> None:
    assert found(board("2 including one councillor", *held("officer"), seat)) == SILENT
    (finding,) = findings("MAN106", board("2 including one councillor", *held("officer"), seat))
    assert lacking(finding) == [("capacities", ("board",))]
    assert finding.message.startswith("The quorum of the Board is two members, among them one as councillor. The file ")
    (finding,) = findings("MAN106", board("2 including one councillor", *held("officer"), seat, membership=""))
    assert lacking(finding) == [("members", ("board",)), ("capacities", ("board",))]
    assert found(board("2 including 2 councillors", *held("officer"), seat)) == STATED


def test_a_capacity_that_may_be_meant_is_no_breach_and_no_pass() -> None:
    (finding,) = findings("MAN106", board("1 including one officer", *held("director_of_public_health")))
    assert (finding.certainty.value, lacking(finding)) == ("not_stated", [("capacities", ("board",))])
    assert found(board("1 including one councillor", *held("executive_leader"))) == []


@pytest.mark.parametrize("health", ["integrated_care_board", "nhs_trust", "primary_care"])
def test_the_nhs_is_any_part_of_it(health: str) -> None:
    asked = "two, to include one councillor and one NHS representative"
    assert found(board(asked, *held("councillor", health))) == []
    assert found(board(asked, *held("councillor", "officer"))) == STATED


VACANT = "somebody -- sits_on[vacant]"


@pytest.mark.parametrize(
    "share", ["half of the members", "40% of the members", "a majority", "two fifths of the membership"]
)
def test_a_vacant_place_is_no_member_of_whom_a_share_is_asked(share: str) -> None:
    assert found(board(share, *held("officer", "officer"), *[VACANT] * 7)) == []
    assert found(board(share, *held("officer", "officer"), membership="")) == []
    assert found(board(share, VACANT)) == STATED
    assert found(board(share)) == STATED
    assert found(board(share, membership="")) == SILENT


def test_a_share_needs_certain_members_too() -> None:
    including = "half of the members, including one councillor"
    assert found(board(including, *held("officer"), "somebody -- sits_on[as councillor, vacant]")) == STATED
    assert found(board(including, *held("officer", "councillor"), VACANT)) == []


def test_a_share_of_the_seats_counts_vacant_ones() -> None:
    (finding,) = findings("MAN106", board("half of the seats", *held("officer", "officer"), *[VACANT] * 3))
    assert finding.certainty.value == "stated"
    assert finding.message.endswith("The quorum is three members, but two of five seats are filled.")
    (finding,) = findings("MAN106", board("half of the seats", *held("officer", "officer"), membership=""))
    assert lacking(finding) == [("members", ("board",))]
    assert finding.message.startswith("The quorum of the Board is at least half of the seats. ")


def test_whether_a_total_counts_vacant_seats_is_a_question() -> None:
    total = "two fifths of the total membership"
    assert found(board(total, *held("officer", "officer"), *[VACANT] * 3)) == []
    (finding,) = findings("MAN106", board(total, *held("officer", "officer"), *[VACANT] * 4))
    assert finding.certainty.value == "not_stated"
    assert lacking(finding) == [("quorum", ("board",))]
    assert finding.message.startswith(
        "The quorum of the Board is at least two fifths of the total membership. "
        "Two of six seats are filled, and the words leave open whether vacant seats count. "
    )


def test_an_entry_for_several_seats_counts_as_many() -> None:
    assert found(board("five", "somebody -- sits_on[as officer, count 5]")) == []
    assert found(board("five", "somebody -- sits_on[as officer, count 4]", VACANT)) == STATED
    assert found(board("five with two officers", "somebody -- sits_on[as officer, count 5]")) == []
    (finding,) = findings("MAN106", board("five", "somebody -- sits_on[as officer, several]"))
    assert lacking(finding) == [("seat_numbers", ("board",))]


def test_members_with_a_vote() -> None:
    voting = "three voting members"
    two, one = "somebody -- sits_on[as officer, voting, count 2]", "somebody -- sits_on[as councillor"
    assert found(board(voting, two, f"{one}, voting]")) == []
    (finding,) = findings("MAN106", board(voting, two, f"{one}, non-voting]"))
    assert finding.certainty.value == "stated"
    assert finding.message.endswith(
        "The quorum is three members with a vote, but two of three seats are filled and may have a vote."
    )
    (finding,) = findings("MAN106", board(voting, two, f"{one}]"))
    assert lacking(finding) == [("votes", ("board",))]
    assert found(board("a third of the voting members", two, f"{one}]")) == []


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("Half the members must be present", True),
        ("a quarter of its membership shall be present at any meeting, including one officer", True),
        ("half of voting members to be present", True),
        ("a minimum of two members", False),
    ],
)
def test_that_members_must_be_present_is_what_every_quorum_says(words: str, share: bool) -> None:
    quorum = read_quorum(words)
    assert quorum is not None
    assert (quorum.share is not None) == share
    assert read_quorum("a majority of members present") is None  # of those who came


@pytest.mark.parametrize("words", ["as the constitution says", "the chair and two others", "half plus one"])
def test_words_that_cannot_be_counted_are_never_a_pass(words: str) -> None:
    (finding,) = findings("MAN106", board(words, *held("officer", "officer")))
    assert finding.certainty.value == "not_stated"
    assert lacking(finding) == [("quorum", ("board",))]
    assert finding.message.startswith("The quorum of the Board is in words that cannot be counted. Write it in ")
    assert "“seven members, among them one councillor”, “one quarter of the members”. The file" in finding.message
    assert words not in finding.message


def test_who_attends_is_not_counted_and_whose_holder_has_ended_neither() -> None:
    assert found(board("2", *held("officer"), "somebody -- attends[as officer]")) == STATED
    ended = "board: board, membership complete, quorum 1\ntrust: organisation, ended\ntrust -- sits_on --> board"
    assert found(ended) == STATED


def test_a_holder_that_stands_for_several_may_fill_several_seats() -> None:
    arrows = "board: board, membership complete, quorum 3\nschools: organisation, several\nschools -- sits_on --> board"
    assert found(arrows) == SILENT
    (finding,) = findings("MAN106", arrows)
    assert lacking(finding) == [("members", ("board",))]


def test_the_days_of_the_seats_count() -> None:
    seat = "somebody -- sits_on[until 2020-08-31]"
    assert found(board("1", seat), as_of="2020-08-31") == []
    assert found(board("1", seat), as_of="2020-09-01") == STATED


def test_why_it_is_not_asked() -> None:
    none = "old: board, quorum 3, until 2019\nboard: board"
    assert why_not_asked("MAN106", none) == "No body in place has a quorum."
