"""OVR103: who sits on both sides of a line of scrutiny."""

from typing import Any

import pytest

from govgraph.model import Structure
from helpers import findings, found, why_not_asked

NEVER_SILENT = "It compares those whom both sides name; where no line has both sides named, it is not asked."
LINE = "board -- scrutinised_by --> committee\n"
HIT = [(("board", "committee"), None, "stated")]
UNNAMED = "The file never names the members both of a body and of the body that scrutinises it."


def named(near: list[dict[str, Any]], far: list[dict[str, Any]]) -> Structure:
    """A board and the committee that scrutinises it, with these seats."""
    bodies = {
        "board": {"name": "Board", "kind": "board", "scrutinised_by": "committee", "seats": near},
        "committee": {"name": "Committee", "kind": "committee", "seats": far},
        "trust": {"name": "Trust", "kind": "organisation"},
        "council": {"name": "Council", "kind": "organisation"},
    }
    return Structure.model_validate({"as_of": "2020-09-01", "bodies": bodies})


def test_the_same_holder_on_both_sides_with_the_size_of_the_overlap() -> None:
    arrows = LINE + "".join(f"{one} -- sits_on --> board\n" for one in ("council", "trust", "school"))
    arrows += "council -- sits_on --> committee\ntrust -- sits_on --> committee"
    (finding,) = findings("OVR103", arrows)
    assert (finding.bodies, finding.certainty) == (("board", "committee"), "stated")
    assert finding.message == (
        "Council and Trust sit on both the Board and the Committee, which scrutinises the Board. Two of the three "
        "named on the Board sit on the Committee too."
    )
    assert finding.fix == (
        "Ask the Committee for the seat to go to somebody who is not on the Board. Or ask for the holder to declare "
        "both seats, and to stand aside from scrutiny of the Board."
    )
    assert [(step.start, step.end) for step in finding.witness] == [
        ("board", "committee"),
        ("council", "board"),
        ("trust", "board"),
        ("council", "committee"),
        ("trust", "committee"),
    ]


def test_different_holders_are_clean() -> None:
    assert found("OVR103", LINE + "trust -- sits_on --> board\ncouncil -- sits_on --> committee") == []


def test_the_same_person_is_found_however_written_and_never_named() -> None:
    structure = named([{"person": "Zephyrine Quill"}, {"person": "Ottokar"}], [{"person": " ZEPHYRINE  quill"}])
    (finding,) = findings("OVR103", structure)
    assert finding.message == (
        "One person sits on both the Board and the Committee, which scrutinises the Board. One of the two named on the "
        "Board sits on the Committee too."
    )
    assert "quill" not in repr(finding).casefold()


def test_two_people_are_counted() -> None:
    seats = [{"person": "One"}, {"person": "Two"}]
    (finding,) = findings("OVR103", named(seats, seats))
    assert finding.message.startswith("Two people sit on both the Board and the Committee, ")


def test_a_person_beside_a_body_is_counted_and_not_named() -> None:
    seats = [{"person": "Zephyrine"}, {"holder": "trust"}]
    (finding,) = findings("OVR103", named(seats, seats))
    assert finding.message.startswith("Trust and one person sit on both the Board and the Committee, ")
    assert "zephyrine" not in repr(finding).casefold()


def test_a_person_who_sits_there_for_a_body_on_both_is_counted_once() -> None:
    seat = {"person": "One", "holder": "trust"}
    (finding,) = findings("OVR103", named([seat], [seat]))
    assert finding.message == (
        "Trust sits on both the Board and the Committee, which scrutinises the Board. Nobody else is named on the "
        "Board."
    )


def test_a_person_who_sits_there_for_different_bodies_is_found() -> None:
    near, far = {"person": "One", "holder": "trust"}, {"person": "one", "holder": "council"}
    (finding,) = findings("OVR103", named([near], [far]))
    assert finding.message.startswith("One person sits on both the Board ")


def test_different_people_of_one_body_are_told_as_such() -> None:
    near, far = {"person": "One", "holder": "trust"}, {"person": "Two", "holder": "trust"}
    (finding,) = findings("OVR103", named([near], [far]))
    assert "As far as the file names people, these are different people." in finding.message
    (finding,) = findings("OVR103", named([near], [{"holder": "trust"}]))
    assert "different people" not in finding.message


def test_vacant_seats_and_who_only_attends_do_not_count() -> None:
    rest = LINE + "council -- sits_on --> committee\ntrust -- sits_on --> board\ntrust -- "
    assert found("OVR103", rest + "sits_on --> committee") == HIT
    assert found("OVR103", rest + "sits_on[vacant] --> committee") == []
    assert found("OVR103", rest + "attends --> committee") == []


def test_days_count() -> None:
    rest = LINE + "council -- sits_on --> committee\ntrust -- sits_on --> board\n"
    assert found("OVR103", rest + "trust -- sits_on[until 2020-08-31] --> committee") == []
    assert found("OVR103", rest + "trust -- sits_on[until 2020-09-01] --> committee") == HIT
    gone = "trust: organisation, ended\ntrust -- sits_on --> committee"
    assert why_not_asked("OVR103", rest + gone) == UNNAMED


def test_who_speaks_for_people_may_be_heard_on_both_sides() -> None:
    forum = "forum -- sits_on[parent-carers] --> board\nforum -- sits_on[parent-carers] --> committee\n"
    assert found("OVR103", LINE + forum + OTHERS) == []
    assert found("OVR103", LINE + forum.replace("[parent-carers]", "") + OTHERS) == [
        (("board", "committee"), None, "stated")
    ]
    represents = forum.replace("[parent-carers]", "") + "forum -- represents --> parent-carers\n"
    assert found("OVR103", LINE + represents + OTHERS) == []


OTHERS = "trust -- sits_on --> board\nhealthwatch -- sits_on --> committee\n"


def test_two_that_scrutinise_one_another_are_one_finding_and_one_that_scrutinises_itself_is_none() -> None:
    seats = "trust -- sits_on --> board\ntrust -- sits_on --> committee\n"
    assert found("OVR103", LINE + "committee -- scrutinised_by --> board\n" + seats) == HIT
    assert why_not_asked("OVR103", "board -- scrutinised_by --> board\n" + seats) == (
        "The file does not name anybody who scrutinises a body."
    )


def test_it_is_not_asked_where_one_side_names_nobody() -> None:
    seats = "trust -- sits_on --> board\nsomebody -- sits_on --> committee"
    assert why_not_asked("OVR103", LINE + seats) == UNNAMED
    assert (
        why_not_asked("OVR103", "trust -- sits_on --> board")
        == "The file does not name anybody who scrutinises a body."
    )


def test_where_the_law_bars_the_seat_it_does_not_advise_to_stand_aside() -> None:
    arrows = "a: committee, statutory cabinet\nb: committee, statutory overview_and_scrutiny_committee\n"
    arrows += "a -- scrutinised_by --> b\ncouncil -- sits_on --> a\ncouncil -- sits_on --> b"
    (finding,) = findings("OVR103", arrows)
    assert finding.fix == (
        "Ask the council to fill the seat on B with somebody who is not on A. To stand aside is not enough: the law "
        "keeps members of the executive off scrutiny committees."
    )


TRUST = """
board: board, statutory nhs_trust_board
council: board, statutory council_of_governors
board -- scrutinised_by --> council
chair -- sits_on[chair] --> board
chair -- sits_on[chair] --> council
"""


def test_the_chair_of_a_foundation_trust_and_its_governors_is_no_overlap() -> None:
    assert found("OVR103", TRUST) == []
    assert found("OVR103", TRUST, nation=None) == []
    assert len(found("OVR103", TRUST, nation="wales")) == 1


def test_whoever_else_sits_on_both_is_found_and_the_chair_not_counted_among_them() -> None:
    others = "charity -- sits_on --> board\ncharity -- sits_on --> council"
    (finding,) = findings("OVR103", TRUST + others)
    assert finding.message == (
        "Charity sits on both the Board and Council, which scrutinises the Board. "
        "One of the two named on the Board sits on Council too."
    )


def test_a_chair_who_is_a_member_of_the_other_is_found() -> None:
    assert (
        len(found("OVR103", TRUST.replace("[chair] --> council", " --> council").replace("sits_on  -", "sits_on -")))
        == 1
    )


@pytest.mark.parametrize(
    ("nation", "words"),
    [
        ("england", "To stand aside is not enough: the law keeps members of the executive off scrutiny committees."),
        ("wales", "To stand aside is not enough: the law keeps members of the executive off scrutiny committees."),
        (None, "in England and Wales, the law keeps members of the executive off scrutiny committees."),
        ("scotland", ""),
    ],
)
def test_the_law_keeps_the_executive_off_scrutiny_only_where_it_applies(nation: str | None, words: str) -> None:
    text = "cab: committee, statutory cabinet\nosc: committee, statutory overview_and_scrutiny_committee\n"
    text += "cab -- scrutinised_by --> osc\nx -- sits_on --> cab\nx -- sits_on --> osc"
    (finding,) = findings("OVR103", text, nation=nation)
    assert words in finding.fix
    assert ("the law" in finding.fix) is bool(words)
