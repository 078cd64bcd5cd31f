"""X101: seats that the settings require."""

from collections.abc import Mapping

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.findings import Finding
from govgraph.model.faults import InputError
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.rules.x101_requirement_not_met import Requirement
from helpers import DAY, lacking

NOT_STATED = """require: level = "strategic" | on_behalf_of = "parent-carers"
board: board, strategic
parent-carers -- consulted_by --> board"""
PEOPLE = "parent-carers -- informed_by --> lower\nlower: working_group, operational, membership complete\n"
BOARD = PEOPLE + "board: board, strategic, membership complete\n"
VOTING = {"on_behalf_of": "parent-carers", "votes": True}


def required(arrows: str, seat: Mapping[str, object], **bodies: object) -> list[Finding]:
    one = Requirement.model_validate({"bodies": bodies or {"level": "strategic"}, "seat": seat, "because": "Agreed."})
    found = check(from_arrows(arrows), Settings(select=["X101", "DAT101"], require=(one,)), as_of=DAY)
    return [finding for finding in found.findings if finding.code == "X101"]


def short(found: list[Finding]) -> list[tuple[tuple[str, ...], str]]:
    return [(finding.bodies, finding.certainty.value) for finding in found]


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        ("", [(("board",), "stated")]),
        ("forum -- sits_on[parent-carers, voting] --> board", []),
        ("forum -- sits_on[parent-carers, non-voting] --> board", [(("board",), "stated")]),
        ("forum -- sits_on[parent-carers] --> board", [(("board",), "not_stated")]),
        ("forum -- sits_on[parent-carers, voting, vacant] --> board", [(("board",), "stated")]),
        ("forum -- attends[parent-carers] --> board", [(("board",), "stated")]),
    ],
)
def test_a_voting_seat(seat: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert short(required(BOARD + seat, VOTING)) == expected


def test_without_a_list_of_seats_nothing_is_certain() -> None:
    (finding,) = required(PEOPLE + "board: board, strategic", VOTING)
    assert (finding.bodies, finding.certainty, lacking(finding)) == (
        ("board",),
        "not_stated",
        [("members", ("board",))],
    )
    assert finding.message.startswith(
        "The Board should have a voting seat for parent carers. The settings require it, for this reason: Agreed. "
        "The file does not say who sits on the Board"
    )
    (finding,) = required(PEOPLE + "board: board, strategic\nforum -- sits_on[parent-carers] --> board", VOTING)
    assert lacking(finding) == [("members", ("board",)), ("votes", ("board",))]


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ({"level": "operational"}, ("lower",)),
        ({"level": ["operational", "strategic"]}, ("board", "lower")),
        ({"kind": "board"}, ("board",)),
        ({"named": "Lower"}, ("lower",)),
        ({"named": ["board"], "level": "strategic"}, ("board",)),
    ],
)
def test_which_bodies_are_meant(bodies: dict[str, object], expected: tuple[str, ...]) -> None:
    assert tuple(finding.bodies[0] for finding in required(BOARD, VOTING, **bodies)) == expected


def test_a_body_that_does_not_say_what_decides_may_be_meant() -> None:
    (finding,) = required(PEOPLE + "board: board, membership complete", VOTING)
    assert (finding.bodies, finding.certainty.value) == (("board",), "not_stated")
    assert lacking(finding) == [("remit", ("board",))]


def test_a_capacity_and_a_role() -> None:
    chair = {"as": "lay_member", "role": ["chair", "vice_chair"]}
    assert short(required(BOARD + "somebody -- sits_on[as lay_member, chair] --> board", chair)) == []
    assert short(required(BOARD + "somebody -- sits_on[as lay_member] --> board", chair)) == [(("board",), "stated")]
    (finding,) = required(BOARD + "somebody -- sits_on[vice_chair] --> board", chair)
    assert (finding.bodies, lacking(finding)) == (("board",), [("capacities", ("board",))])
    assert finding.message.startswith("The Board should have a seat held as lay member and chair or vice-chair. ")


def test_the_reason_is_told_and_the_key_does_not_hold_it() -> None:
    (finding,) = required(BOARD, VOTING)
    assert finding.message == (
        "The Board has no voting seat for parent carers. The settings require it, for this reason: Agreed."
    )
    assert finding.fix == (
        "Ask the Board for it, as far as the law and its rules allow. "
        "Where they do not allow it, change the requirement."
    )
    assert finding.key == "X101:board:parent-carers:level=strategic;on_behalf_of=parent-carers;votes"


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="There is no constituency 'parent carer'"):
        required(BOARD, {"on_behalf_of": "parent carer"})
    with pytest.raises(InputError, match="There is no body 'Bord'"):
        required(BOARD, VOTING, named="Bord")


def test_where_nothing_is_required_nobody_is_told_that_it_was_not_asked() -> None:
    report = check(from_arrows(BOARD), as_of=DAY)
    assert "X101" not in {one.code for one in report.not_checked}
    assert "X101" not in report.asked
    selected = check(from_arrows(BOARD), Settings(select=["X101", "DAT101"]), as_of=DAY)
    assert [one.reason for one in selected.not_checked] == ["The settings require nothing (require)."]


@pytest.mark.parametrize(
    "bodies", [{"named": "Trust"}, {"kind": "organisation"}, {"statutory": "nhs_trust_board"}, {"level": "strategic"}]
)
def test_a_body_that_does_not_govern_is_asked_where_it_is_meant_expressly(bodies: dict[str, object]) -> None:
    trust = "trust: organisation, strategic, statutory nhs_trust_board, membership complete\n"
    expected = [] if "level" in bodies else [(("trust",), "stated")]
    found = [one for one in required(PEOPLE + trust, VOTING, **bodies) if one.bodies == ("trust",)]
    assert short(found) == expected


def test_a_body_that_states_no_form_is_not_meant_by_one() -> None:
    bodies = (
        "board: board, membership complete\nhwb: board, statutory health_and_wellbeing_board, membership complete\n"
    )
    told = required(PEOPLE + bodies, VOTING, statutory="health_and_wellbeing_board")
    assert short(told) == [(("hwb",), "stated")]


def test_a_vacant_seat_is_to_be_filled_and_not_asked_for() -> None:
    vacant = BOARD + "somebody -- sits_on[as director_of_public_health, vacant] --> board"
    (finding,) = required(vacant, {"as": "director_of_public_health"})
    assert finding.message == (
        "The Board has no seat held as director of public health. The seat is vacant. "
        "The settings require it, for this reason: Agreed."
    )
    assert finding.fix == "Ask the Board to have the vacant seat filled."
