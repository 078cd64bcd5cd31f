"""LAW105: who votes on a committee of the council."""

import pytest

from govgraph.rules import rulebook
from helpers import findings, found, why_not_asked

LISTED = "c: committee, statutory council_committee, membership complete\n"
COUNCILLOR = "somebody -- sits_on[as councillor, voting] --> c\n"
STATED = [(("c",), None, "stated")]
SILENT = [(("c",), None, "not_stated")]
NOT_STATED = LISTED + COUNCILLOR + "forum -- sits_on[parent-carers, voting] --> c"


def seat(qualities: str) -> str:
    return LISTED + COUNCILLOR + f"somebody -- sits_on[{qualities}] --> c"


@pytest.mark.parametrize("who", ["parent_carer", "officer", "independent_person", "voluntary_sector"])
def test_others_than_councillors_with_a_vote(who: str) -> None:
    assert found("LAW105", seat(f"as {who}, voting")) == STATED
    assert found("LAW105", seat(f"as {who}, non-voting")) == []
    assert found("LAW105", seat(f"as {who}")) == SILENT


@pytest.mark.parametrize("who", ["church_representative", "parent_governor", "local_authority"])
def test_who_may_vote_by_an_exemption_is_no_breach(who: str) -> None:
    assert found("LAW105", seat(f"as {who}, voting")) == SILENT


@pytest.mark.parametrize("who", ["councillor", "executive_member", "executive_leader", "elected_mayor"])
def test_whoever_is_of_the_council_votes(who: str) -> None:
    assert found("LAW105", seat(f"as {who}, voting")) == []
    assert found("LAW105", seat(f"as {who}, as parent_carer, voting")) == []
    assert found("LAW105", seat(f"as {who}, as member for the north, voting")) == []
    assert found("LAW105", seat(f"as {who}")) == []


@pytest.mark.parametrize(
    "who", ["voting", "parent-carers, voting", "as a parent, voting", "as local_authority, voting"]
)
def test_a_vote_of_somebody_who_may_be_a_councillor_is_not_stated_to_be_unlawful(who: str) -> None:
    assert found("LAW105", seat(who)) == SILENT


def test_neither_capacity_nor_vote() -> None:
    (finding,) = findings("LAW105", seat("parent-carers"))
    assert finding.certainty == "not_stated"
    assert finding.message.startswith(
        "Not stated of C, a committee of the council: whether 1 seat that may be another's has a vote."
    )


def test_one_finding_for_a_body_stated_as_soon_as_one_vote_is() -> None:
    assert found("LAW105", seat("as parent_carer, voting") + "\nsomebody -- sits_on --> c") == STATED


def test_it_never_suggests_a_vote() -> None:
    for arrows in (seat("as parent_carer, voting"), NOT_STATED, "c: committee, statutory council_committee"):
        (finding,) = findings("LAW105", arrows)
        assert "take the vote away" in finding.fix.casefold()
        assert "without a vote" in finding.fix


def test_who_only_attends_has_no_seat_and_what_has_ended_is_gone() -> None:
    assert found("LAW105", LISTED + COUNCILLOR + "somebody -- attends[as parent_carer] --> c") == []
    assert found("LAW105", seat("as parent_carer, voting, until 2019")) == []


def test_a_contact_with_a_vote_may_be_anybody() -> None:
    arrows = LISTED + COUNCILLOR + "champion -- contact_for[parent-carers{}] --> c"
    assert found("LAW105", arrows.format(", voting")) == SILENT
    assert found("LAW105", arrows.format("")) == []


def test_a_vacant_seat_with_a_vote_gives_one() -> None:
    assert found("LAW105", seat("as parent_carer, voting, vacant")) == STATED


def test_committees_without_a_complete_list_are_told_of_at_once() -> None:
    arrows = "a: committee, statutory council_committee\nb: committee, statutory council_committee\n" + LISTED
    (finding,) = findings("LAW105", arrows)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("a", "b"), "not_stated")


@pytest.mark.parametrize("form", ["health_and_wellbeing_board", "advisory_committee", "cabinet"])
def test_bodies_of_other_forms_are_not_asked_about(form: str) -> None:
    arrows = f"c: committee, statutory {form}\nsomebody -- sits_on[as parent_carer, voting] --> c"
    assert "council committee (statutory)" in (
        why_not_asked("LAW105", arrows + "\nother: board, statutory nhs_trust_board") or ""
    )


def test_it_says_that_exemptions_are_left_open() -> None:
    (rule,) = (rule for rule in rulebook() if rule.code == "LAW105")
    assert rule.authority is not None
    assert "Health and Wellbeing Boards are exempt" in rule.authority.leaves_open
