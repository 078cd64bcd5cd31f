"""REP108: contacts who could not act on what they hear."""

import pytest

from helpers import findings, found, lacking

NOT_STATED = """
board: board, strategic, decides
champion -- contact_for[parent-carers, senior] --> board
"""


def certainty(contact: str, about: str = "board, strategic, decides") -> list[str]:
    return [
        one[2]
        for one in found("REP108", f"board: {about}\nchampion -- contact_for[parent-carers, {contact}] --> board")
    ]


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("senior, voting", []),
        ("junior, voting", ["stated"]),
        ("senior, non-voting", ["stated"]),
        ("senior, voting, vacant", ["stated"]),
        ("voting", ["not_stated"]),
        ("senior", ["not_stated"]),
        ("junior", ["stated"]),
    ],
)
def test_what_makes_a_contact_weak(contact: str, expected: list[str]) -> None:
    assert certainty(contact) == expected


def test_a_vote_matters_only_where_the_body_decides_or_votes() -> None:
    assert certainty("senior, non-voting", "board, strategic, monitors, membership complete") == []
    assert certainty("senior, non-voting", "board, strategic, monitors") == ["not_stated"]
    assert certainty("senior, non-voting", "board, strategic") == ["not_stated"]
    voting = "board, strategic, monitors\ncouncil -- sits_on[councillors, voting] --> board"
    assert certainty("senior, non-voting", voting) == ["stated"]


def test_one_strong_contact_is_enough() -> None:
    arrows = "board: board, strategic, decides\nx -- contact_for[parent-carers, junior] --> board\n"
    assert found("REP108", arrows) == [(("board",), "parent-carers", "stated")]
    assert found("REP108", arrows + "y -- contact_for[parent-carers, senior, voting] --> board") == []


def test_beside_a_seat_a_contact_need_not_be_strong() -> None:
    arrows = "board: board, strategic, decides\nx -- contact_for[parent-carers, junior] --> board\n"
    assert found("REP108", arrows + "forum -- sits_on[parent-carers] --> board") == []


def test_a_contact_without_any_name_is_not_stated() -> None:
    from govgraph.model import Structure

    structure = Structure.model_validate(
        {
            "constituencies": {"parents": {"name": "Parents"}},
            "bodies": {
                "board": {
                    "name": "Board",
                    "kind": "board",
                    "level": "strategic",
                    "does": "monitors",
                    "contacts": {"for": "parents", "senior": "yes"},
                }
            },
        }
    )
    (finding,) = findings("REP108", structure)
    assert (finding.bodies, finding.certainty) == (("board",), "not_stated")
    assert lacking(finding) == [("contact", ("board",)), ("members", ("board",))]
    assert finding.message.startswith("Parents have a contact on the Board. The file does not say who the contact")


BOARD = "board: board, strategic, decides\n"
VACANT = "x -- contact_for[parent-carers, title Champion, senior, voting, vacant] --> board\n"
JUNIOR = "y -- contact_for[parent-carers, title Lead officer, junior, voting] --> board\n"


def test_every_weak_contact_is_told_and_whoever_is_there_first() -> None:
    (finding,) = findings("REP108", BOARD + VACANT + JUNIOR)
    assert finding.certainty == "stated"
    assert finding.message == (
        "Parent carers have a contact on the Board who cannot act on what they hear. "
        "One contact there (Lead officer) is not senior. One contact there (Champion) is vacant."
    )
    silent = "y -- contact_for[parent-carers, title Lead officer, voting] --> board"
    (open_,) = findings("REP108", BOARD + VACANT + silent)
    assert open_.certainty == "not_stated"


def test_the_fix_names_all_that_a_contact_should_be() -> None:
    (finding,) = findings("REP108", BOARD + JUNIOR)
    assert "who is a senior decision maker. Ask the Board" in finding.fix
    unknown = JUNIOR.replace(", non-voting", "").replace(", voting", "")
    (finding,) = findings("REP108", BOARD + unknown)
    assert "who is a senior decision maker and votes where the body votes. Ask the Board" in finding.fix
    (committee,) = findings("REP108", BOARD.replace("board,", "committee, statutory council_committee,") + unknown)
    assert "who is a senior decision maker. Ask the Board" in committee.fix


def test_a_vacant_post_is_to_be_filled_and_not_asked_for() -> None:
    (finding,) = findings("REP108", BOARD + JUNIOR.replace("junior", "vacant"))
    assert finding.fix.startswith("Ask the Board who will be the contact for parent carers, and to fill the post. Ask ")


def test_a_contact_that_votes_later_is_told() -> None:
    later = "champion -- contact_for[parent-carers, senior, voting, from 2021] --> board"
    (finding,) = findings("REP108", BOARD + JUNIOR + "\n" + later)
    assert finding.message.endswith("The file lists a way for them to take part, but it begins later (2021).")


def test_no_vote_is_no_weakness_where_the_law_keeps_votes_to_councillors() -> None:
    scrutiny = "committee, scrutinises, strategic, decides, statutory overview_and_scrutiny_committee"
    assert certainty("senior, non-voting", scrutiny) == []
    assert certainty("junior, non-voting", scrutiny) == ["stated"]


def test_whether_others_vote_is_open_where_not_all_seats_are_listed() -> None:
    contact = "x -- contact_for[parent-carers, title Champion, senior, non-voting] --> board"
    (finding,) = findings("REP108", f"board: board, strategic, monitors\n{contact}")
    assert finding.certainty == "not_stated"
    assert finding.message == (
        "Parent carers have a contact on the Board. The file does not say who sits on the Board."
    )
    assert lacking(finding) == [("members", ("board",))]


@pytest.mark.parametrize(
    ("about", "expected"), [("board", "not_stated"), ("board, monitors", "not_stated"), ("board, strategic", "stated")]
)
def test_a_vacant_contact_is_a_fact_only_on_a_body_that_is_stated_to_be_asked_about(about: str, expected: str) -> None:
    assert certainty("senior, voting, vacant", about) == [expected]


def test_of_two_contacts_it_is_a_fact_only_where_each_is_stated_to_be_weak() -> None:
    arrows = "board: board, strategic, decides\nx -- contact_for[parent-carers, junior] --> board\n"
    weak, open_ = (f"y -- contact_for[parent-carers, {how}] --> board" for how in ("non-voting", "voting"))
    assert found("REP108", arrows + weak) == [(("board",), "parent-carers", "stated")]
    assert found("REP108", arrows + open_) == [(("board",), "parent-carers", "not_stated")]
