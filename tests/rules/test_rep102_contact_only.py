"""REP102: some way of taking part, but no seat."""

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.formats import read_text
from govgraph.model import Structure
from helpers import findings, found, lacking
from renaming import plain

NOT_STATED = """
board: board, strategic
champion -- contact_for[parent-carers] --> board
"""
BOARD = "board: board, strategic, decides, membership complete\n"
HIT = [(("board",), "parent-carers", "stated")]


@pytest.mark.parametrize(
    ("arrow", "words"),
    [
        (
            "champion -- contact_for[parent-carers, title SEND Champion] --> board",
            "have only a contact on the Board. Their contact is SEND Champion.",
        ),
        ("forum -- attends[parent-carers] --> board", "Parent carers only attend the Board."),
        ("forum -- attends[parent-carers, observer] --> board", "as observer"),
    ],
)
def test_each_lesser_way_is_told_with_its_level(arrow: str, words: str) -> None:
    (finding,) = findings("REP102", BOARD + arrow)
    assert (finding.bodies, finding.certainty, finding.severity) == (("board",), "stated", "warning")
    assert words in finding.message


@pytest.mark.parametrize("way", ["consulted_by", "informed_by"])
def test_of_whoever_is_only_consulted_or_informed_another_rule_tells(way: str) -> None:
    arrows = BOARD + f"parent-carers -- {way} --> board"
    assert found("REP102", arrows) == []
    assert found("REP109", arrows) == HIT


def test_the_strongest_way_is_the_level() -> None:
    arrows = BOARD + "parent-carers -- informed_by --> board\nchampion -- contact_for[parent-carers] --> board"
    (finding,) = findings("REP102", arrows)
    assert finding.message.startswith("Parent carers have only a contact on the Board.")
    assert [step.relation for step in finding.witness] == ["contact_for", "informed_by", "all_seats_listed"]


def test_a_seat_ends_it() -> None:
    contact = "champion -- contact_for[parent-carers] --> board\n"
    assert found("REP102", BOARD + contact) == HIT
    assert found("REP102", BOARD + contact + "forum -- sits_on[parent-carers] --> board") == []


def test_a_vacant_seat_comes_first() -> None:
    arrows = BOARD + "forum -- attends[parent-carers] --> board\nsomebody -- sits_on[parent-carers, vacant] --> board"
    assert found("REP102", arrows) == []


def test_with_partial_membership_the_gap_is_not_stated() -> None:
    arrows = "board: board, strategic\nchampion -- contact_for[parent-carers] --> board"
    (finding,) = findings("REP102", arrows)
    assert (finding.certainty, finding.severity) == ("not_stated", "note")
    assert lacking(finding) == [("members", ("board",))]
    assert finding.message == (
        "Parent carers have only a contact on the Board. Their contact is champion. "
        "The file does not say who sits on the Board."
    )


def test_what_has_ended_is_no_way() -> None:
    assert found("REP102", BOARD + "forum -- attends[parent-carers, until 2019] --> board") == []


def test_a_seat_that_may_be_theirs_makes_it_not_stated() -> None:
    unsaid = "somebody -- sits_on[as parent_carer] --> board\nforum -- attends[parent-carers] --> board"
    (finding,) = findings("REP102", BOARD + unsaid)
    assert finding.certainty == "not_stated"
    assert "One seat on the Board is held as parent carer, but the file does not say for whom." in finding.message


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("from 2021", "begins later (2021)"),
        ("proposed", "is only proposed, and left out of this view"),
    ],
)
def test_a_seat_that_does_not_count_yet_is_told(how: str, why: str) -> None:
    arrows = f"{BOARD}forum -- attends[parent-carers] --> board\nforum -- sits_on[parent-carers, {how}] --> board"
    (finding,) = findings("REP102", arrows, view="in_place")
    assert finding.message == (f"Parent carers only attend the Board. The file lists a seat for them, but it {why}.")


@pytest.mark.parametrize(
    ("board", "contact", "called"),
    [
        pytest.param("in_place", "proposed", "Champion, only proposed", id="proposed on a board that is in place"),
        pytest.param("in_place", "agreed", "Champion, only agreed", id="agreed on a board that is in place"),
        pytest.param("agreed", "proposed", "Champion, only proposed", id="proposed on a board that is agreed"),
        pytest.param("proposed", "proposed", "Champion", id="no less settled than its board"),
        pytest.param("in_place", "under_review", "Champion", id="under review is there already"),
        pytest.param("in_place", "in_place", "Champion", id="in place"),
    ],
)
def test_a_contact_that_is_less_settled_than_its_board_is_told_as_such(board: str, contact: str, called: str) -> None:
    arrows = f"board: board, strategic, {board}\nx -- contact_for[parent-carers, title Champion, {contact}] --> board"
    (finding,) = findings("REP102", arrows, view="proposed")
    assert f"Parent carers have only a contact on the Board. Their contact is {called}." in finding.message


@pytest.mark.parametrize(
    ("stated", "called"),
    [
        ({"title": "Champion", "post": "Officer"}, " Their contact is Champion."),
        ({"title": None, "post": "Officer"}, " Their contact is Officer."),
        ({"title": None, "post": None}, ""),
    ],
)
def test_a_contact_is_called_by_its_title_else_by_the_post(stated: dict[str, str | None], called: str) -> None:
    data = plain(from_arrows(BOARD + "x -- contact_for[parent-carers] --> board"))
    data["bodies"]["board"]["contacts"][0].update(stated)
    (finding,) = findings("REP102", Structure.model_validate(data))
    assert finding.message == f"Parent carers have only a contact on the Board.{called}"


def test_it_stands_where_the_strongest_way_of_taking_part_stands() -> None:
    text = """
constituencies: {parents: {name: Parents}}
bodies:
  board:
    name: Board
    kind: board
    level: strategic
    informed: [parents]
    contacts:
      - for: parents
"""
    (finding,) = findings("REP102", read_text(text))
    assert finding.location is not None
    assert finding.location.line == text.splitlines().index("      - for: parents") + 1
