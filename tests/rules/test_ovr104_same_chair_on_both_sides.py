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
