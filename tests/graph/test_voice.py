"""Who is heard where: each way of taking part is told as what it is, and of nobody but those it is for."""

from collections.abc import Sequence
from typing import Any

import pytest

from govgraph.graph import ExclusionReason, Scope
from helpers import graph

PEOPLE = "forum -- represents --> parents\ngone: organisation, ended\n"
BOARD = f"""{PEOPLE}
board: board, membership complete
forum -- sits_on[parents, voting] --> board
council -- sits_on[parents] --> board
forum -- sits_on --> board
somebody -- sits_on[parents] --> board
forum -- sits_on[parents, vacant] --> board
gone -- sits_on[parents] --> board
gone -- sits_on[parents, vacant] --> board
forum -- attends[parents] --> board
gone -- attends[parents] --> board
forum -- attends[parents, vacant] --> board
forum -- sits_on[pupils] --> board
council -- sits_on --> board
forum -- sits_on[parents, until 2019] --> board
forum -- attends[parents, from 2021] --> board
x -- contact_for[parents] --> board
x -- contact_for[parents, vacant] --> board
x -- contact_for[pupils] --> board
x -- contact_for[pupils, vacant] --> board
x -- contact_for[parents, until 2019] --> board
pupils -- consulted_by --> board
parents -- consulted_by --> board
parents -- consulted_by[until 2019] --> board
parents -- informed_by[until 2019] --> board
pupils -- informed_by --> board
parents -- informed_by --> board
parents -- absent_from[until 2019] --> board
pupils -- absent_from --> board
parents -- absent_from --> board
"""


def numbers(presences: Sequence[Any]) -> list[int]:
    return [presence.number for presence in presences]


@pytest.mark.parametrize(
    ("way", "parents", "pupils"),
    [
        ("seats", [0, 1, 2, 3], [10]),
        ("vacant", [4, 6], []),
        ("unfilled", [5, 8], []),
        ("attends", [7], []),
        ("contacts", [0], [2]),
        ("vacant_contacts", [1], [3]),
        ("consulted", [1], [0]),
        ("informed", [2], [1]),
        ("absent", [2], [1]),
    ],
)
def test_each_way_of_taking_part_is_told_as_what_it_is(way: str, parents: list[int], pupils: list[int]) -> None:
    voice = graph(BOARD).voice
    assert numbers(getattr(voice.standing("board", "parents"), way)) == parents
    assert numbers(getattr(voice.standing("board", "pupils"), way)) == pupils


def test_who_is_on_a_body_is_asked_in_four_ways() -> None:
    voice = graph(BOARD).voice
    seats = [0, 1, 2, 3, 4, 5, 6, 10, 11]
    assert numbers(voice.membership("board").seats) == seats
    assert len(voice.seats_on("board")) == len(seats)
    assert numbers(voice.members_and_attendees("board")) == list(range(12))
    everybody = [(presence.key, presence.number) for presence in voice.presences_on("board")]
    assert everybody == [
        *(("seats", number) for number in range(12)),
        *(("contacts", number) for number in range(4)),
        *(("consulted", number) for number in range(2)),
        *(("informed", number) for number in (1, 2)),
    ]
    assert [body for body, _ in voice.seats_held_by("council")] == ["board", "board"]


def test_evidence_begins_with_the_holder_else_with_those_the_seat_is_for() -> None:
    board = "board: board\n"
    seats = "forum -- sits_on[parents] --> board\nsomebody -- sits_on[parents] --> board\nsomebody -- sits_on --> board"
    asked = graph(board + seats).voice.members_and_attendees("board")
    assert [(seat.relation, seat.start) for seat in asked] == [
        ("sits_on", "forum"),
        ("sits_on", "parents"),
        ("sits_on", None),
    ]
    others = "somebody -- sits_on[vacant] --> board\nforum -- attends --> board\nforum -- attends[vacant] --> board"
    asked = graph(board + others).voice.members_and_attendees("board")
    assert [seat.relation for seat in asked] == ["vacant_seat_on", "attends", "attends"]


def test_on_a_body_that_is_not_there_nobody_takes_part() -> None:
    voice = graph(BOARD.replace("board: board", "board: board, until 2019")).voice
    standing = voice.standing("board", "parents")
    assert not any(
        (standing.seats, standing.vacant, standing.unfilled, standing.attends, standing.contacts, standing.consulted)
    )
    assert voice.members_and_attendees("board") == voice.expired_seats("board") == ()
    assert voice.presences_on("board") == []
    assert not voice.has_voice("board", "parents")


@pytest.mark.parametrize(
    ("seat", "is_past"),
    [
        pytest.param("forum -- sits_on[parents, until 2019] --> board", True, id="its last day has passed"),
        pytest.param("forum -- sits_on[parents, until 2020-09-01] --> board", False, id="on its last day"),
        pytest.param("forum -- sits_on[parents, until 2020-08-31] --> board", True, id="the day after"),
        pytest.param("forum -- sits_on[parents, vacant, until 2019] --> board", True, id="a vacant seat"),
        pytest.param("forum -- sits_on[parents, ended, until 2019] --> board", False, id="stated to have ended"),
        pytest.param("forum -- sits_on[parents, ended] --> board", False, id="stated to have ended, without a day"),
        pytest.param("forum -- sits_on[parents] --> board", False, id="no last day"),
        pytest.param("forum -- sits_on[parents, from 2021] --> board", False, id="not begun"),
        pytest.param("forum -- attends[parents, until 2019] --> board", False, id="who only attends holds no seat"),
    ],
)
def test_a_seat_is_past_its_term_after_its_last_day_alone(seat: str, is_past: bool) -> None:
    found = graph(f"board: board\n{seat}").voice.expired_seats("board")
    assert [(one.number, one.relation, one.start) for one in found] == ([(0, "sits_on", "forum")] if is_past else [])


def test_a_seat_past_its_term_is_told_of_those_it_was_for() -> None:
    seats = "somebody -- sits_on[parents, until 2019] --> board\nsomebody -- sits_on[until 2019] --> board"
    found = graph(f"board: board\n{seats}").voice.expired_seats("board")
    assert [(one.number, one.start) for one in found] == [(0, "parents"), (1, None)]


@pytest.mark.parametrize(
    ("seats", "membership", "expected"),
    [
        ("voting", "complete", True),
        ("voting", "partial", True),
        ("voting | non-voting", "complete", True),
        ("voting | parents", "complete", True),
        ("voting, vacant", "complete", True),
        ("non-voting", "complete", False),
        ("non-voting", "partial", None),
        ("non-voting | parents", "complete", None),
        ("parents", "complete", None),
        ("", "complete", False),
        ("", "partial", None),
        ("voting, until 2019", "complete", False),
    ],
)
def test_whether_somebody_votes_is_open_where_a_seat_or_the_list_is(
    seats: str, membership: str, expected: bool | None
) -> None:
    arrows = f"board: board, membership {membership}\n"
    for seat in filter(None, seats.split(" | ")):
        arrows += f"somebody -- sits_on[{seat}] --> board\n"
    assert graph(arrows).voice.any_seat_votes("board") is expected


def test_of_votes_besides_some_seats_only_the_others_are_asked() -> None:
    arrows = "board: board, membership complete\nforum -- sits_on[parents, voting] --> board\n"
    arrows += "forum -- sits_on[parents, voting] --> board\ncouncil -- sits_on[non-voting] --> board"
    voice = graph(arrows).voice
    first, second, third = voice.members_and_attendees("board")
    assert voice.any_seat_votes("board", besides=[first]) is True
    assert voice.any_seat_votes("board", besides=[first, second]) is False
    assert voice.any_seat_votes("board", besides=[third]) is True


@pytest.mark.parametrize(
    ("of_file", "of_body", "complete"),
    [
        ("", "", False),
        ("", ", membership complete", True),
        ("", ", membership partial", False),
        ("structure: membership complete\n", "", True),
        ("structure: membership complete\n", ", membership partial", False),
        ("structure: membership partial\n", ", membership complete", True),
        ("structure: membership partial\n", "", False),
    ],
)
def test_a_body_lists_all_seats_where_it_says_so_or_else_its_file(of_file: str, of_body: str, complete: bool) -> None:
    voice = graph(f"{of_file}board: board{of_body}\nforum -- sits_on[parents] --> elsewhere").voice
    assert voice.membership("board").complete is complete
    assert voice.standing("board", "parents").complete is complete
    assert voice.standing("board", "parents").gap_is_stated is complete


@pytest.mark.parametrize(
    ("seat", "may_be_theirs"),
    [
        pytest.param("somebody -- sits_on[as parent_carer] --> board", True, id="parent carer for nobody by name"),
        pytest.param("somebody -- sits_on[as young_person] --> board", True, id="young person"),
        pytest.param(
            "somebody -- sits_on[as councillor, as parent_carer] --> board", True, id="among other capacities"
        ),
        pytest.param("council -- sits_on[as parent_carer] --> board", True, id="of a body that speaks for nobody"),
        pytest.param("somebody -- sits_on[as parent_carer, pupils] --> board", False, id="for others by name"),
        pytest.param("forum -- sits_on[as parent_carer] --> board", False, id="of a body that speaks for others"),
        pytest.param("somebody -- sits_on[as councillor] --> board", False, id="in another capacity"),
        pytest.param("somebody -- sits_on --> board", False, id="in no capacity that is stated"),
        pytest.param("somebody -- sits_on[as parent_carer, vacant] --> board", False, id="vacant"),
        pytest.param("somebody -- attends[as parent_carer] --> board", False, id="attends only"),
        pytest.param("gone -- sits_on[as parent_carer] --> board", False, id="its holder has ended"),
        pytest.param("somebody -- sits_on[as parent_carer, until 2019] --> board", False, id="has ended"),
    ],
)
def test_a_seat_held_as_parent_carer_for_nobody_by_name_leaves_a_gap_open(seat: str, may_be_theirs: bool) -> None:
    arrows = f"{PEOPLE}board: board, membership complete\ncarers -- sits_on[carers] --> elsewhere\n{seat}"
    standing = graph(arrows).voice.standing("board", "carers")
    assert numbers(standing.unattributed) == ([0] if may_be_theirs else [])
    assert standing.complete is not may_be_theirs
    assert graph(arrows).voice.membership("board").complete


@pytest.mark.parametrize(
    ("seats", "own"),
    [
        ("", False),
        ("forum -- sits_on[parents] --> board", True),
        ("forum -- sits_on --> board", True),
        ("forum -- attends[parents] --> board", True),
        ("council -- sits_on[parents] --> board\nforum -- sits_on[parents] --> board", True),
        ("council -- sits_on[parents] --> board", False),
        ("somebody -- sits_on[parents] --> board", False),
        ("forum -- sits_on[pupils] --> board", False),
        ("forum -- sits_on[parents, vacant] --> board", False),
        ("parents -- consulted_by --> board", False),
    ],
)
def test_people_hold_a_seat_of_their_own_where_a_body_that_speaks_for_them_does(seats: str, own: bool) -> None:
    asked = graph(f"{PEOPLE}board: board\n{seats}").voice.standing("board", "parents")
    assert asked.has_own_holder is own


@pytest.mark.parametrize(
    "way",
    [
        "forum -- sits_on[parents, {}] --> board",
        "forum -- attends[parents, {}] --> board",
        "forum -- sits_on[parents, vacant, {}] --> board",
        "forum -- sits_on[{}] --> board",
        "x -- contact_for[parents, {}] --> board",
        "parents -- consulted_by[{}] --> board",
        "parents -- informed_by[{}] --> board",
    ],
)
@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("from 2021", {ExclusionReason.NOT_BEGUN}),
        ("proposed", {ExclusionReason.PROPOSED}),
        ("agreed", {ExclusionReason.AGREED}),
        ("until 2019", set()),
        ("ended", set()),
        ("in_place", set()),
    ],
)
def test_what_does_not_count_yet_is_told_with_the_reason(way: str, how: str, why: set[ExclusionReason]) -> None:
    arrows = f"{PEOPLE}board: board\npupils -- informed_by --> board\n{way.format(how)}"
    voice = graph(arrows, view="in_place").voice
    pending = voice.standing("board", "parents").pending
    assert {way.reason for way in pending} == why
    assert [(way.way.body, way.begins) for way in pending] == [("board", "2021" if how == "from 2021" else None)] * len(
        why
    )
    assert voice.standing("board", "pupils").pending == ()


def test_a_vote_that_begins_later_is_evidence_with_its_day() -> None:
    voice = graph(PEOPLE + "board: board\nforum -- sits_on[parents, voting, from 2021-09-01] --> board").voice
    (pending,) = voice.standing("board", "parents").pending
    assert (pending.is_seat, pending.votes, pending.begins) == (True, True, "2021-09-01")
    assert pending.step.how == "with a vote, from 1 September 2021"


@pytest.mark.parametrize(
    ("way", "heard"),
    [
        ("forum -- sits_on[parents] --> board", True),
        ("forum -- sits_on --> board", True),
        ("somebody -- sits_on[parents] --> board", True),
        ("somebody -- attends[parents] --> board", True),
        ("board -- represents --> parents", True),
        ("forum -- sits_on[parents, vacant] --> board", False),
        ("gone -- sits_on[parents] --> board", False),
        ("forum -- sits_on[parents, until 2019] --> board", False),
        ("forum -- sits_on[pupils] --> board", False),
        ("council -- sits_on --> board", False),
        ("x -- contact_for[parents] --> board", False),
        ("parents -- consulted_by --> board", False),
        ("gone -- represents --> parents", False),
    ],
)
def test_people_have_a_voice_where_somebody_sits_or_attends_for_them(way: str, heard: bool) -> None:
    voice = graph(f"{PEOPLE}board: board\n{way}").voice
    assert voice.has_voice("board", "parents") is heard
    assert not voice.has_voice("gone", "parents")
    assert not voice.has_voice("board", "nobody")


@pytest.mark.parametrize(
    ("way", "of_parents"),
    [
        ("", False),
        ("forum -- sits_on[parents] --> board", True),
        ("forum -- sits_on --> board", True),
        ("forum -- sits_on[parents, until 2019] --> board", True),
        ("x -- contact_for[parents] --> board", True),
        ("parents -- consulted_by --> board", True),
        ("parents -- informed_by --> board", True),
        ("parents -- absent_from --> board", True),
        ("board -- represents --> parents", True),
        ("forum -- sits_on[pupils] --> board", False),
    ],
)
def test_a_body_mentions_those_of_whom_it_says_anything(way: str, of_parents: bool) -> None:
    voice = graph(f"{PEOPLE}board: board\n{way}").voice
    assert voice.is_mentioned("board", "parents") is of_parents


LINE = "low: board\nmiddle: board\ntop: board\nlow -- reports_to --> middle\nmiddle -- reports_to --> top\n"
IN, OPEN, OUT = Scope.IN, Scope.NOT_STATED, Scope.OUT


@pytest.mark.parametrize(
    ("ways", "scopes", "gaps"),
    [
        pytest.param("forum -- sits_on[parents] --> low", (IN, IN, IN), [("middle", "low", IN)], id="the next alone"),
        pytest.param("forum -- attends[parents] --> low", (IN, IN, IN), [("middle", "low", IN)], id="who attends"),
        pytest.param("forum -- sits_on[parents] --> low", (IN, OUT, IN), [("top", "low", IN)], id="one is passed"),
        pytest.param("forum -- sits_on[parents] --> low", (OUT, OPEN, IN), [("middle", "low", OPEN)], id="perhaps"),
        pytest.param("forum -- sits_on[parents] --> low", (IN, OUT, OUT), [], id="none in scope above"),
        pytest.param("forum -- sits_on[parents] --> top", (IN, IN, IN), [], id="none above the top"),
        pytest.param("forum -- sits_on[pupils] --> low", (IN, IN, IN), [], id="others"),
        pytest.param("x -- contact_for[parents] --> low", (IN, IN, IN), [], id="a contact is no voice"),
        pytest.param(
            "forum -- sits_on[parents] --> low\nforum -- attends[parents] --> middle",
            (IN, IN, IN),
            [("top", "middle", IN)],
            id="heard on the next too",
        ),
        pytest.param("forum -- sits_on[parents] --> low\nlow: organisation", (IN, IN, IN), [], id="an organisation"),
    ],
)
def test_a_voice_stops_where_the_next_body_up_in_scope_does_not_hear_it(
    ways: str, scopes: tuple[Scope, Scope, Scope], gaps: list[tuple[str, str, Scope]]
) -> None:
    of = dict(zip(("low", "middle", "top"), scopes, strict=True))
    arrows = "parents -- informed_by --> elsewhere\n" + LINE + ways
    found = list(graph(arrows).voice.gaps("parents", of))
    assert [(gap.above, gap.below, gap.scope) for gap in found] == gaps
    for gap in found:
        assert (gap.line[0].start, gap.line[-1].end) == (gap.below, gap.above)
