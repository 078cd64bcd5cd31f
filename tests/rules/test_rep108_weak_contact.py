"""REP108: contacts who could not act on what they hear."""

import pytest

from helpers import findings, found

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
    assert certainty("senior, non-voting", "board, strategic, monitors") == []
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
    assert "is not named" in finding.message
