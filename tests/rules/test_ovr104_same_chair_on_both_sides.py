"""OVR104: who chairs on both sides of a line of scrutiny."""

import pytest

from govgraph.model import Structure
from helpers import findings, found, why_not_asked

NEVER_SILENT = "It compares those whom both sides name as chairs; where no line has both named, it is not asked."
LINE = "board -- scrutinised_by --> committee\n"
CHAIR = LINE + "council -- sits_on[chair] --> board\n"
HIT = [(("board", "committee"), None, "stated")]
UNNAMED = "The file never names the chairs both of a body and of the body that scrutinises it."


@pytest.mark.parametrize("role", ["chair", "co_chair"])
def test_who_chairs_both(role: str) -> None:
    assert found("OVR104", CHAIR + f"council -- sits_on[{role}] --> committee") == HIT


def test_another_chair_is_clean() -> None:
    arrows = CHAIR + "council -- sits_on --> committee\nhealthwatch -- sits_on[chair] --> committee"
    assert found("OVR104", arrows) == []


@pytest.mark.parametrize("role", ["vice_chair", "member", "lead", "chair, vacant", "chair, until 2020-08-31"])
def test_another_role_is_no_chair(role: str) -> None:
    assert why_not_asked("OVR104", CHAIR + f"council -- sits_on[{role}] --> committee") == UNNAMED


def test_one_person_who_chairs_both_is_found_and_not_named() -> None:
    chair = {"person": "Zephyrine", "role": "chair"}
    bodies = {
        "board": {"name": "Board", "kind": "board", "scrutinised_by": "committee", "seats": [chair]},
        "committee": {"name": "Committee", "kind": "committee", "seats": [{**chair, "person": "zephyrine "}]},
    }
    (finding,) = findings("OVR104", Structure.model_validate({"bodies": bodies}))
    assert finding.message == "One person chairs both the Board and the Committee, which scrutinises the Board."
    assert finding.fix == (
        "Ask the Committee to choose a chair who takes no part in the decisions of the Board. Or ask the Board to "
        "choose another chair."
    )
    assert "zephyrine" not in repr(finding).casefold()


def test_it_is_not_asked_without_scrutiny_or_chairs() -> None:
    assert why_not_asked("OVR104", "council -- sits_on[chair] --> board") == (
        "The file does not name anybody who scrutinises a body."
    )
    assert why_not_asked("OVR104", CHAIR + "somebody -- sits_on[chair] --> committee") == UNNAMED


TRUST = """
board: board, statutory nhs_trust_board
council: board, statutory council_of_governors
board -- scrutinised_by --> council
chair -- sits_on[chair] --> board
chair -- sits_on[chair] --> council
"""


@pytest.mark.parametrize("nation", ["england", None])
def test_the_chair_of_a_foundation_trust_chairs_its_governors_by_design(nation: str | None) -> None:
    assert found("OVR104", TRUST, nation=nation) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(TRUST.replace(", statutory council_of_governors", ""), id="no council of governors"),
        pytest.param(TRUST.replace(", statutory nhs_trust_board", ""), id="no board of a trust"),
        pytest.param(TRUST + "board -- part_of --> one\ncouncil -- part_of --> two", id="of two trusts"),
        pytest.param(TRUST.replace("[chair] --> board", "[co_chair] --> board"), id="another chair"),
        pytest.param(
            TRUST + "x -- sits_on[co_chair] --> board\nx -- sits_on[co_chair] --> council", id="a second chair of both"
        ),
        pytest.param(TRUST + "structure: nation scotland", id="where there are no foundation trusts"),
    ],
)
def test_any_other_chair_of_both_is_found(other: str) -> None:
    assert found("OVR104", other) == [(("board", "council"), None, "stated")]


def test_of_one_trust_are_parts_of_one_body_and_parts_of_each_other() -> None:
    assert found("OVR104", TRUST + "board -- part_of --> trust\ncouncil -- part_of --> trust") == []
    assert found("OVR104", TRUST + "board -- part_of --> trust\ncouncil -- part_of --> board") == []


@pytest.mark.parametrize(
    ("board", "council", "is_one"),
    [
        ("Wendle NHS Foundation Trust Board", "Council of Governors", True),
        ("Wendle Board", "Council of Governors", False),
        ("Wendle NHS Foundation Trust Board", "Patients' Council", False),
    ],
)
def test_nobody_is_asked_to_part_what_may_be_a_foundation_trust_by_name(
    board: str, council: str, *, is_one: bool
) -> None:
    named = TRUST.replace("statutory nhs_trust_board", f"name {board}")
    named = named.replace("statutory council_of_governors", f"name {council}")
    assert (found("OVR104", named) == []) is is_one
    assert (found("OVR103", named) == []) is is_one
