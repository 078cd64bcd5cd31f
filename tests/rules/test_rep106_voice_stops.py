"""REP106: one finding for each pair of bodies between which a voice stops."""

import pytest

from helpers import findings, found, lacking

NOT_STATED = """
board: board, strategic
group: working_group, operational, delivers
group -- reports_to --> board
forum -- sits_on[parent-carers] --> group
"""
TOP = "top: board, strategic, decides, membership complete\n"
GROUP = "group: working_group, operational, delivers\ngroup -- reports_to --> top\n"
HIT = [(("top", "group"), "parent-carers", "stated")]


def test_a_seat_below_and_none_above() -> None:
    assert found("REP106", TOP + GROUP + "forum -- sits_on[parent-carers] --> group") == HIT


def test_attending_below_is_voice_enough_to_be_missed_above() -> None:
    assert found("REP106", TOP + GROUP + "forum -- attends[parent-carers] --> group") == HIT


def test_attending_above_is_voice() -> None:
    arrows = TOP + GROUP + "forum -- sits_on[parent-carers] --> group\nforum -- attends[parent-carers] --> top"
    assert found("REP106", arrows) == []


def test_a_contact_above_is_no_voice() -> None:
    arrows = TOP + GROUP + "forum -- sits_on[parent-carers] --> group\nchampion -- contact_for[parent-carers] --> top"
    assert found("REP106", arrows) == HIT


def test_a_vacant_seat_above_is_to_be_filled() -> None:
    arrows = TOP + GROUP + "forum -- sits_on[parent-carers] --> group\nforum -- sits_on[parent-carers, vacant] --> top"
    (finding,) = findings("REP106", arrows)
    assert finding.bodies == ("top", "group")
    assert finding.fix == (
        "Ask parent carers who they will send to Top, and what keeps them away. "
        "Or ask for parent carers to attend when it hears from the Group."
    )


@pytest.mark.parametrize(
    "vacant",
    [
        pytest.param("", id="no vacant seat"),
        pytest.param("forum -- sits_on[parent-carers, vacant] --> group", id="vacant on the body below"),
        pytest.param("others -- sits_on[young-people, vacant] --> top", id="vacant for others"),
        pytest.param("forum -- sits_on[parent-carers, vacant, until 2019] --> top", id="vacant no longer"),
        pytest.param("champion -- contact_for[parent-carers, vacant] --> top", id="a vacant contact"),
    ],
)
def test_only_a_vacant_seat_of_theirs_above_is_to_be_filled(vacant: str) -> None:
    (finding,) = findings("REP106", TOP + GROUP + "forum -- sits_on[parent-carers] --> group\n" + vacant)
    assert finding.fix.startswith("Ask Top for a seat for parent carers")
    assert finding.fix.endswith("Or ask for parent carers to attend when it hears from the Group.")


def test_bodies_out_of_scope_are_passed() -> None:
    arrows = TOP + "group -- part_of --> middle\nmiddle: board, operational, delivers\nmiddle -- reports_to --> top\n"
    arrows += "group: working_group, operational, delivers\nforum -- sits_on[parent-carers] --> group"
    (finding,) = findings("REP106", arrows)
    assert finding.bodies == ("top", "group")
    assert [(step.start, step.end) for step in finding.witness] == [("group", "middle"), ("middle", "top")]


def test_organisations_are_passed_too() -> None:
    arrows = TOP + "group: working_group, operational, delivers\ngroup -- part_of --> agency\nagency: organisation\n"
    arrows += "agency -- part_of --> top\nforum -- sits_on[parent-carers] --> group"
    assert found("REP106", arrows) == HIT


def test_only_the_next_body_up_counts() -> None:
    arrows = TOP + GROUP + "top -- reports_to --> crown\ncrown: board, strategic, membership complete\n"
    arrows += "forum -- sits_on[parent-carers] --> group"
    assert found("REP106", arrows) == HIT


def test_each_next_body_up_is_a_pair_of_its_own() -> None:
    arrows = TOP + GROUP + "other: board, strategic\ngroup -- part_of --> other\n"
    arrows += "forum -- sits_on[parent-carers] --> group"
    assert found("REP106", arrows) == [*HIT, (("other", "group"), "parent-carers", "not_stated")]


def test_scrutiny_is_not_the_next_body_up() -> None:
    arrows = TOP + "group: working_group, operational, delivers\ngroup -- scrutinised_by --> top\n"
    assert found("REP106", arrows + "forum -- sits_on[parent-carers] --> group") == []


def test_a_body_that_may_be_out_of_scope_is_not_stated() -> None:
    arrows = "top: board, membership complete\n" + GROUP + "forum -- sits_on[parent-carers] --> group"
    assert found("REP106", arrows) == [(("top", "group"), "parent-carers", "not_stated")]


def test_a_ring_out_of_scope_is_passed() -> None:
    arrows = TOP + "group: working_group, operational, delivers\ngroup -- reports_to --> a\n"
    arrows += "a: board, operational, delivers\nb: board, operational, delivers\na -- reports_to --> b\n"
    arrows += "b -- reports_to --> a\nb -- reports_to --> top\nforum -- sits_on[parent-carers] --> group"
    assert found("REP106", arrows) == HIT


HEARD = TOP + GROUP + "forum -- sits_on[parent-carers] --> group\n"


def test_it_states_the_missing_seat_and_never_that_nobody_attends() -> None:
    for arrows in (HEARD, HEARD + "parent-carers -- absent_from --> top"):
        (finding,) = findings("REP106", arrows)
        assert finding.message == ("Parent carers take part in the Group, but have no seat on Top, the body above it.")


def test_a_seat_above_that_may_be_theirs_makes_it_not_stated() -> None:
    (finding,) = findings("REP106", HEARD + "somebody -- sits_on[as parent_carer] --> top")
    assert finding.certainty == "not_stated"
    assert lacking(finding) == [("speaks_for", ("top",))]
    assert finding.message == (
        "Parent carers take part in the Group, which leads up to Top. "
        "One seat on Top is held as parent carer, but the file does not say for whom. "
        "The file does not say for whom the parents, carers, young people or service users on Top speak."
    )


def test_a_seat_above_that_begins_later_is_told() -> None:
    (finding,) = findings("REP106", HEARD + "forum -- sits_on[parent-carers, from 2021] --> top")
    assert finding.message.endswith("The file lists a seat for them, but it begins later (2021).")


def test_no_seat_is_advised_where_only_elected_members_sit() -> None:
    cabinet = HEARD.replace("top: board, strategic", "top: committee, statutory cabinet")
    for more in ("", "somebody -- sits_on[parent-carers, vacant] --> top"):
        (finding,) = findings("REP106", cabinet + more)
        assert finding.fix == (
            "Ask Top to let parent carers attend, speak and see the papers: only elected members sit there."
        )
