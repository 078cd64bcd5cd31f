"""MAN105: nobody in the chair."""

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.findings import Aspect
from govgraph.pipeline import check
from helpers import findings, found, lacking, why_not_asked

COMPLETE = "board: board, membership complete\n"
NOT_STATED = "board: board\nsomebody -- sits_on --> board"
STATED = [(("board",), None, "stated")]


def test_no_seat_is_the_chairs() -> None:
    (finding,) = findings("MAN105", COMPLETE + "somebody -- sits_on[vice_chair] --> board")
    assert (finding.bodies, finding.certainty.value) == (("board",), "stated")
    assert finding.message == "Nobody chairs the Board."
    assert finding.fix == "Ask the Board to have a chair appointed or elected."
    assert [step.relation for step in finding.witness] == ["sits_on", "all_seats_listed"]


@pytest.mark.parametrize("role", ["chair", "co_chair"])
def test_a_chair_or_a_co_chair_chairs(role: str) -> None:
    assert found("MAN105", COMPLETE + f"somebody -- sits_on[{role}] --> board") == []
    assert found("MAN105", f"somebody -- sits_on[{role}] --> board") == []


@pytest.mark.parametrize("board", [COMPLETE, "board: board\n"])
def test_a_vacant_chair_is_a_fact_however_many_seats_are_listed(board: str) -> None:
    vacant = board + "somebody -- sits_on[chair, vacant] --> board\n"
    (finding,) = findings("MAN105", vacant)
    assert (finding.certainty.value, finding.message) == ("stated", "The chair of the Board is vacant.")
    assert found("MAN105", vacant + "somebody -- sits_on[co_chair] --> board") == []


def test_a_chair_held_by_a_body_that_has_ended_is_empty() -> None:
    arrows = COMPLETE + "trust: organisation, ended\ntrust -- sits_on[chair] --> board"
    (finding,) = findings("MAN105", arrows)
    assert finding.certainty.value == "stated"
    assert finding.message == "The chair of the Board is held by Trust, which has ended."


def test_the_day_of_the_chair_counts() -> None:
    arrows = COMPLETE + "somebody -- sits_on[chair, until 2020-08] --> board"
    assert found("MAN105", arrows, as_of="2020-08-31") == []
    assert found("MAN105", arrows, as_of="2020-09-01") == STATED


def test_all_of_which_it_is_not_stated_are_one_finding() -> None:
    arrows = "b: panel\na: committee\nc: partnership\nsomebody -- sits_on[chair] --> c\n" + COMPLETE
    hits = findings("MAN105", arrows)
    assert [(hit.bodies, hit.affects, hit.certainty.value) for hit in hits] == [
        ((), ("a", "b"), "not_stated"),
        (("board",), (), "stated"),
    ]
    assert lacking(hits[0]) == [("chair", ("a", "b"))]
    assert hits[0].message == "The file does not say who chairs A and B."


@pytest.mark.parametrize("kind", ["working_group", "workstream", "task_and_finish_group", "organisation", "forum"])
def test_other_kinds_are_not_asked_about(kind: str) -> None:
    why = "No board, committee, partnership or panel is in place."
    assert why_not_asked("MAN105", f"body: {kind}, membership complete") == why


def test_an_entry_that_stands_for_several_bodies_is_left_out() -> None:
    why = "No board, committee, partnership or panel is in place."
    assert why_not_asked("MAN105", "boards: board, several") == why
    assert why_not_asked("MAN105", "old: board, until 2019\ncouncil: organisation") == why


def test_of_several_who_chair_it_is_told_which_seat_is_vacant() -> None:
    arrows = "trust: organisation, ended\ntrust -- sits_on[chair] --> board\n"
    (finding,) = findings("MAN105", arrows + "somebody -- sits_on[co_chair, vacant] --> board")
    assert finding.message == (
        "Nobody chairs the Board. Of two seats for a chair of the Board, one is vacant, and one is held by Trust, "
        "which has ended."
    )
    (finding,) = findings("MAN105", "board: board\n" + "somebody -- sits_on[co_chair, vacant] --> board\n" * 2)
    assert finding.message == "Nobody chairs the Board. The two seats for a chair of the Board are vacant."


@pytest.mark.parametrize(
    ("chair", "why"),
    [
        ("from 2020-10", "begins later (October 2020)"),
        ("proposed", "is only proposed, and left out of this view"),
        ("agreed", "is agreed but not yet in place, and left out of this view"),
        ("until 2020-08-30", "was to last until 30 August 2020"),
        ("ended", "has ended"),
    ],
)
def test_a_seat_of_a_chair_that_is_listed_and_not_there_is_told_of(chair: str, why: str) -> None:
    seat = f"somebody -- sits_on[chair, {chair}] --> board\n"
    (finding,) = findings("MAN105", COMPLETE + "somebody -- sits_on --> board\n" + seat, view="in_place")
    assert (finding.bodies, finding.certainty) == (("board",), "stated")
    listed = f"The file lists a seat for a chair of the Board, but that seat {why}."
    assert finding.message == f"Nobody chairs the Board. {listed}"
    (finding,) = findings("MAN105", NOT_STATED + "\n" + seat, view="in_place")
    assert (finding.affects, finding.certainty) == (("board",), "not_stated")
    assert lacking(finding) == [("chair", ("board",))]
    assert finding.message == f"{listed} The file does not say who chairs the Board."


def test_of_several_seats_of_chairs_that_are_not_there_each_is_told_of() -> None:
    seats = "somebody -- sits_on[chair, until 2019] --> board\nsomebody -- sits_on[chair, from 2021] --> board"
    (finding,) = findings("MAN105", COMPLETE + seats)
    assert finding.message.endswith(
        "but that seat was to last until 2019. The file lists a seat for a chair of the Board, but that seat begins "
        "later (2021)."
    )


@pytest.mark.parametrize("number", [1, 3])
def test_where_no_seat_states_its_role_any_may_be_the_chairs(number: int) -> None:
    (finding,) = findings("MAN105", COMPLETE + "somebody -- sits_on[as trustee] --> board\n" * number)
    assert (finding.affects, finding.certainty.value) == (("board",), "not_stated")
    assert lacking(finding) == [("chair", ("board",))]
    assert finding.message == (
        "The file lists every seat on the Board, but not the role of each. The file does not say who chairs the Board."
    )


@pytest.mark.parametrize("other", ["sits_on", "sits_on[as chair of governors, member]"])
def test_one_role_that_is_stated_leaves_open_what_the_others_are(other: str) -> None:
    arrows = COMPLETE + "somebody -- sits_on[vice_chair] --> board\n"
    (finding,) = findings("MAN105", arrows + f"somebody -- {other} --> board")
    assert finding.certainty.value == "not_stated"


def test_where_every_seat_states_its_role_it_is_a_fact() -> None:
    arrows = COMPLETE + "somebody -- sits_on[member] --> board\nsomebody -- sits_on[vice_chair] --> board\n"
    assert found("MAN105", arrows) == STATED
    assert found("MAN105", arrows + "somebody -- sits_on[vacant] --> board") == STATED
    assert found("MAN105", arrows + "somebody -- attends[observer] --> board") == STATED


def test_a_seat_past_its_last_day_may_be_the_chairs() -> None:
    (finding,) = findings("MAN105", COMPLETE + "somebody -- sits_on[until 2019] --> board")
    assert finding.certainty.value == "not_stated"


@pytest.mark.parametrize("role", ["lead", "co_lead"])
def test_a_lead_of_a_board_may_or_may_not_chair_it(role: str) -> None:
    (finding,) = findings("MAN105", COMPLETE + f"somebody -- sits_on[{role}] --> board")
    assert lacking(finding) == [("chair", ("board",))]
    assert finding.message.startswith("The file lists a lead of the Board, but no chair.")


@pytest.mark.parametrize("kind", ["working_group", "workstream", "task_and_finish_group, until 2021"])
@pytest.mark.parametrize("listed", [", membership complete", ""])
def test_a_vacant_chair_or_lead_is_found_on_every_kind_of_body(kind: str, listed: str) -> None:
    group = f"group: {kind}{listed}\nsomebody -- sits_on --> group\n"
    assert why_not_asked("MAN105", group) is not None
    (finding,) = findings("MAN105", f"{group}somebody -- sits_on[co_chair, vacant] --> group")
    assert (finding.certainty.value, finding.message) == ("stated", "The chair of the Group is vacant.")
    (finding,) = findings("MAN105", f"{group}somebody -- sits_on[co_lead, vacant] --> group")
    assert finding.message == "The lead of the Group is vacant."
    assert finding.fix == "Ask the Group who will be lead, and who is until then."
    for head in ("chair", "lead", "co_lead"):
        held = f"somebody -- sits_on[{head}] --> group\nsomebody -- sits_on[lead, vacant] --> group"
        assert found("MAN105", group + held) == []


def test_nobody_is_asked_to_chair_a_body_without_members() -> None:
    (finding,) = findings("MAN105", COMPLETE)
    assert finding.fix == "Ask those who set up the Board who should chair it."


def test_what_is_left_blank_stands_beside_the_question() -> None:
    report = check(from_arrows(COMPLETE + "somebody -- sits_on[as trustee] --> board"), as_of="2020-09-01")
    (question,) = (one for one in report.questions if one.aspect is Aspect.CHAIR)
    assert question.hints == ("The file lists every seat on the Board, but not the role of each.",)
