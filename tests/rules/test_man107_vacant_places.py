"""MAN107: places that nobody fills."""

import pytest

from helpers import findings, found, lacking, why_not_asked

STATUTORY = "board: board, statutory health_and_wellbeing_board, membership complete\n"
STATUTORY += "somebody -- sits_on[as councillor] --> board\n"
NOT_STATED = "board: board\nsomebody -- sits_on[vacant] --> board"
STATED = [(("board",), None, "stated")]
DIRECTOR = "somebody -- sits_on[as director_of_public_health{}] --> board\n"


def test_a_vacant_place_on_a_statutory_body() -> None:
    (finding,) = findings("MAN107", STATUTORY + DIRECTOR.format(", vacant"))
    assert (finding.bodies, finding.certainty, finding.severity) == (("board",), "stated", "warning")
    assert finding.message == (
        "Nobody sits on the Board as director of public health. The file lists one seat on the Board as director of "
        "public health, vacant."
    )
    assert finding.fix == "Ask the Board who will sit there as director of public health, and who acts until then."
    assert [(step.relation, step.how) for step in finding.witness] == [
        ("sits_on", "as councillor"),
        ("vacant_seat_on", "as director of public health"),
        ("all_seats_listed", ""),
    ]


def test_another_in_the_same_capacity_fills_the_place() -> None:
    assert found("MAN107", STATUTORY + DIRECTOR.format(", vacant") + DIRECTOR.format("")) == []
    arrows = STATUTORY + "somebody -- sits_on[as councillor, vacant] --> board"
    assert found("MAN107", arrows) == []


def test_a_holder_that_is_not_there_fills_nothing() -> None:
    arrows = STATUTORY + "trust: organisation, until 2019, name The Trust\ntrust -- sits_on[as nhs_trust] --> board\n"
    (finding,) = findings("MAN107", arrows)
    assert finding.message == (
        "Nobody sits on the Board as NHS trust. The file lists one seat on the Board as NHS trust, held by the Trust, "
        "which has ended."
    )
    assert found("MAN107", arrows, as_of="2019-06-01") == []


def test_a_place_without_a_capacity_and_bodies_without_a_form_are_no_place_of_the_law() -> None:
    assert found("MAN107", STATUTORY + "somebody -- sits_on[vacant] --> board") == []
    assert (
        found("MAN107", (STATUTORY + DIRECTOR.format(", vacant")).replace(", statutory health_and_wellbeing_board", ""))
        == []
    )


@pytest.mark.parametrize(("listed", "certainty"), [(", membership complete", "stated"), ("", "not_stated")])
def test_a_body_on_which_every_seat_is_vacant(listed: str, certainty: str) -> None:
    arrows = f"board: board{listed}\nsomebody -- sits_on[vacant] --> board\nforum -- sits_on[chair, vacant] --> board"
    (finding,) = findings("MAN107", arrows)
    assert (finding.bodies, finding.certainty) == (("board",), certainty)
    assert "The file lists two seats on the Board, all vacant." in finding.message
    assert finding.message.startswith("Nobody sits on the Board.") == (certainty == "stated")
    assert lacking(finding) == ([] if certainty == "stated" else [("members", ("board",))])
    assert found("MAN107", arrows + "\nsomebody -- sits_on --> board") == []


def test_a_body_of_which_no_seat_is_stated_is_not_asked_about() -> None:
    why = "The file lists no seat on a board, committee or group."
    assert why_not_asked("MAN107", "board: board\nforum -- attends --> board") == why
    assert found("MAN107", "other: board\nsomebody -- sits_on --> board") == []


def test_that_nobody_else_sits_there_as_that_is_stated_only_where_the_file_tells() -> None:
    def found_with(board: str, other: str) -> tuple[str, str, list[str]]:
        vacant = "somebody -- sits_on[as councillor, vacant] --> board\n"
        (finding,) = findings("MAN107", f"board: {board}\n{vacant}somebody -- {other} --> board")
        assert "The file lists one seat on the Board as councillor, vacant." in finding.message
        return finding.certainty.value, finding.message, [lack.aspect.value for lack in finding.lacks]

    board = "board, statutory health_and_wellbeing_board"
    assert found_with(f"{board}, membership complete", "sits_on[as officer]")[0] == "stated"
    for partial, lacks in (
        (found_with(board, "sits_on"), ["members", "capacities"]),
        (found_with(board, "sits_on[as officer]"), ["members"]),
        (found_with(f"{board}, membership complete", "sits_on"), ["capacities"]),
        (found_with(f"{board}, membership complete", "sits_on[as the lead for children]"), ["capacities"]),
    ):
        assert partial[0] == "not_stated"
        assert partial[1].startswith("The file lists one seat on the Board as councillor, vacant. The file does not ")
        assert partial[2] == lacks


def test_a_vacant_seat_of_which_no_capacity_is_stated_is_held_by_nobody() -> None:
    arrows = STATUTORY + DIRECTOR.format(", vacant") + "somebody -- sits_on[vacant] --> board"
    assert found("MAN107", arrows) == STATED


def test_which_seats_are_vacant_and_which_are_held_by_who_is_not_there() -> None:
    trust = "trust: organisation, ended\ntrust -- sits_on[as nhs_trust] --> board\n"
    (finding,) = findings("MAN107", STATUTORY + DIRECTOR.format(", vacant") + trust)
    assert finding.message == (
        "Nobody sits on the Board as director of public health or NHS trust. The file lists two seats on the Board as "
        "director of public health or NHS trust: one is vacant, and one is held by Trust, which has ended."
    )
    board = "board: board, membership complete\n"
    (finding,) = findings("MAN107", board + trust)
    assert finding.message == (
        "Nobody sits on the Board. The file lists one seat on the Board, held by Trust, which has ended."
    )
    assert finding.fix == (
        "Ask the Board to have seats filled, and who does its work until then. If the Board no longer meets, record "
        "that it has ended."
    )
    trusts = "trusts: organisation, several, proposed\ntrusts -- sits_on --> board\n"
    (finding,) = findings("MAN107", board + trust + trusts + "somebody -- sits_on[vacant] --> board", view="in_place")
    assert finding.message == (
        "Nobody sits on the Board. The file lists three seats on the Board: one is vacant, and two are held by Trust, "
        "which has ended, and by Trusts, which are only proposed, and left out of this view."
    )
