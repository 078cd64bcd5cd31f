"""MAN107: places that nobody fills."""

import pytest

import govgraph
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
        "Nobody sits on the Board as a director of public health. The file lists one seat on the Board as director of "
        "public health, vacant."
    )
    assert finding.fix == "Ask the Board who will sit there as a director of public health, and who acts until then."
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
        "Nobody sits on the Board as a representative of an NHS trust. The file lists one seat on the Board as NHS "
        "trust, held by the Trust, which has ended."
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


def test_who_sits_on_bodies_of_which_no_seat_is_stated_is_one_question() -> None:
    (finding,) = findings("MAN107", "board: board\nforum -- attends --> board\ngroup: workstream, membership partial")
    assert (finding.affects, finding.certainty.value) == (("board", "group"), "not_stated")
    assert lacking(finding) == [("members", ("board", "group"))]
    assert finding.message == "The file does not say who sits on the Board and the Group."
    assert found("MAN107", "other: board\nsomebody -- sits_on --> board") == [((), None, "not_stated")]


@pytest.mark.parametrize(
    "arrows", ["council: organisation", "boards: board, several", "board: board, until 2019\ncouncil: organisation"]
)
def test_of_other_bodies_nobody_lists_the_members(arrows: str) -> None:
    why = "No board, committee or group is in place of which the file could list the members."
    assert why_not_asked("MAN107", arrows) == why


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
        "Nobody sits on the Board as a director of public health or a representative of an NHS trust. The file lists "
        "two seats on the Board as director of public health or NHS trust: one is vacant, and one is held by "
        "Trust, which has ended."
    )
    board = "board: board, membership complete\n"
    (finding,) = findings("MAN107", board + trust)
    assert finding.message == (
        "Nobody sits on the Board. The file lists one seat on the Board, held by Trust, which has ended."
    )
    assert finding.fix == (
        "Ask the Board to have seats filled, and ask who does its work until then. If the Board no longer meets, "
        "record that it has ended."
    )
    trusts = "trusts: organisation, several, proposed\ntrusts -- sits_on --> board\n"
    (finding,) = findings("MAN107", board + trust + trusts + "somebody -- sits_on[vacant] --> board", view="in_place")
    assert finding.message == (
        "Nobody sits on the Board. The file lists three seats on the Board: one is vacant, and two are held by Trust, "
        "which has ended, and by Trusts, which are only proposed, and left out of this view."
    )


@pytest.mark.parametrize("kind", ["board", "workstream", "panel"])
def test_a_body_without_any_seat_has_no_members_where_its_list_is_complete(kind: str) -> None:
    (finding,) = findings("MAN107", f"group: {kind}, membership complete")
    assert (finding.bodies, finding.certainty, finding.message) == (
        ("group",),
        "stated",
        "The Group has no members at all.",
    )
    assert finding.fix == (
        "Ask those who set up the Group who should sit on it. If the Group no longer meets, record that it has ended."
    )
    assert [step.relation for step in finding.witness] == ["all_seats_listed"]
    assert why_not_asked("MAN107", f"groups: {kind}, several, membership complete") is not None


def test_whoever_attends_and_seats_that_are_not_in_place_are_told_beside_it() -> None:
    board = "board: board, membership complete\n"
    (finding,) = findings("MAN107", board + "somebody -- attends --> board")
    assert finding.message == "The Board has no members at all. The file lists only people who attend."
    seats = "somebody -- sits_on[ended] --> board\n" * 2 + "somebody -- sits_on[from 2022] --> board"
    (finding,) = findings("MAN107", board + seats)
    assert finding.message == (
        "The Board has no members at all. The file lists two seats on the Board, but those have ended. The file lists "
        "one seat on the Board, but that has not begun yet."
    )


def test_seats_past_their_last_day_are_told_elsewhere() -> None:
    arrows = "board: board, membership complete\nsomebody -- sits_on[until 2019] --> board"
    assert why_not_asked("MAN107", arrows) is not None
    (finding,) = findings("DAT103", arrows)
    assert finding.bodies == ("board",)


def test_seats_that_stand_for_several_are_counted() -> None:
    text = "bodies: {b: {name: Board, kind: board, membership: complete, seats: [{vacant: true, count: 3}, {%s}]}}"
    (finding,) = findings("MAN107", govgraph.read_text(text % "vacant: true"))
    assert "The file lists four seats on the Board, all vacant." in finding.message
    (finding,) = findings("MAN107", govgraph.read_text(text % "vacant: true, several: true"))
    assert "The file lists at least four seats on the Board, all vacant." in finding.message


@pytest.mark.parametrize(
    ("form", "who", "nation", "is_asked"),
    [
        ("overview_and_scrutiny_committee", "executive_member", "england", False),
        ("overview_and_scrutiny_committee", "executive_member", "wales", False),
        ("overview_and_scrutiny_committee", "executive_member", None, False),
        ("overview_and_scrutiny_committee", "executive_member", "scotland", True),
        ("overview_and_scrutiny_committee", "parent_governor", "england", True),
        ("schools_forum", "director_of_childrens_services", "england", False),
        ("schools_forum", "director_of_childrens_services", "wales", True),
        ("schools_forum", "early_years_provider", "england", True),
    ],
)
def test_nobody_is_asked_to_fill_a_place_that_the_law_forbids(
    form: str, who: str, nation: str | None, is_asked: bool
) -> None:
    text = f"b: board, statutory {form}, membership complete\nsomebody -- sits_on[as councillor] --> b\n"
    text += f"somebody -- sits_on[as {who}, vacant] --> b"
    assert bool(findings("MAN107", text, nation=nation)) is is_asked
