"""REP104: the only seat is vacant."""

from helpers import findings, found

NOT_STATED = """
board: board
somebody -- sits_on[parent-carers, vacant] --> board
"""
BOARD = "board: board, strategic, decides, membership complete\n"
VACANT = "somebody -- sits_on[parent-carers, vacant] --> board\n"


def test_the_only_seat_vacant() -> None:
    assert found("REP104", BOARD + VACANT) == [(("board",), "parent-carers", "stated")]


def test_a_filled_seat_beside_it_is_enough() -> None:
    assert found("REP104", BOARD + VACANT + "forum -- sits_on[parent-carers] --> board") == []


def test_it_has_the_certainty_of_the_gap() -> None:
    assert found("REP104", "board: board, strategic\n" + VACANT) == [(("board",), "parent-carers", "not_stated")]


def test_a_vacant_place_in_attendance_is_no_seat() -> None:
    assert found("REP104", BOARD + "forum -- attends[parent-carers, vacant] --> board") == []


def test_a_vacant_seat_that_has_ended_is_gone() -> None:
    assert found("REP104", BOARD + "somebody -- sits_on[parent-carers, vacant, until 2019] --> board") == []


def test_a_vacant_seat_lower_down_is_found_too() -> None:
    """It clears the gap between the two levels, so it must not vanish with it."""
    lower = "group: working_group, operational, delivers, membership complete\ngroup -- reports_to --> board\n"
    arrows = BOARD + lower + "somebody -- sits_on[parent-carers, vacant] --> group\n"
    assert found("REP106", arrows) == []
    assert found("REP104", arrows) == [(("group",), "parent-carers", "stated")]


def test_who_attends_in_place_of_the_seat_is_told() -> None:
    (finding,) = findings("REP104", BOARD + VACANT + "forum -- attends[parent-carers] --> board")
    assert finding.message == ("Parent carers have a seat on the Board, but it is vacant. The Forum attends for them.")
    assert [step.relation for step in finding.witness] == ["vacant_seat_on", "attends", "all_seats_listed"]
    (nobody,) = findings("REP104", BOARD + VACANT)
    assert nobody.message.endswith("So nobody speaks for them there.")


def test_an_attendee_without_a_name_is_somebody() -> None:
    (finding,) = findings("REP104", BOARD + VACANT + "somebody -- attends[parent-carers] --> board")
    assert finding.message.endswith("Somebody attends for them.")


def test_no_seat_is_advised_where_only_councillors_sit() -> None:
    cabinet = "cab: committee, statutory cabinet, membership complete, decides\n"
    (finding,) = findings("REP104", cabinet + VACANT.replace("board", "cab"))
    assert finding.fix == (
        "Ask Cab to let parent carers attend, speak and see the papers: only elected members sit there."
    )
