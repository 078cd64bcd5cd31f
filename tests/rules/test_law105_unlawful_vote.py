"""LAW105: who votes on a committee of the council."""

import pytest

from govgraph.findings import Finding
from govgraph.rules import rulebook
from helpers import findings, found, why_not_asked

LISTED = "c: committee, statutory council_committee, membership complete\n"
COUNCILLOR = "somebody -- sits_on[as councillor, voting] --> c\n"
STATED = [(("c",), None, "stated")]
SILENT = [(("c",), None, "not_stated")]
NOT_STATED = LISTED + COUNCILLOR + "forum -- sits_on[parent-carers, voting] --> c"


def lacks(finding: Finding) -> list[str]:
    assert all(lack.about.ids == ("c",) for lack in finding.lacks)
    return [lack.aspect.value for lack in finding.lacks]


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
    assert finding.message.startswith("Unless an exemption says otherwise, only councillors may vote on C. The file ")
    assert lacks(finding) == ["votes", "capacities"]


@pytest.mark.parametrize(
    ("more", "expected", "said"),
    [
        ("sits_on[as parent_carer]", ["votes"], ""),
        (
            "sits_on[as local_authority, voting]",
            ["capacities"],
            "Somebody sits there as local authority, and may be a councillor. ",
        ),
        (
            "sits_on[as local_authority]",
            ["votes", "capacities"],
            "Somebody sits there as local authority, and may be a councillor. ",
        ),
        (
            "sits_on[as a parent, voting]",
            ["capacities"],
            "One seat on C has a capacity that govgraph does not know: “a parent”. ",
        ),
        ("sits_on[as a parent, non-voting]", [], ""),
        ("sits_on[as church_representative, voting]", ["voting_scheme"], ""),
        ("sits_on[as parent_governor]", ["voting_scheme", "votes"], ""),
        ("contact_for[parent-carers, voting]", ["contact"], ""),
    ],
)
def test_what_the_file_leaves_open_and_what_it_says_of_that(more: str, expected: list[str], said: str) -> None:
    told = findings("LAW105", LISTED + COUNCILLOR + f"champion -- {more} --> c")
    assert [lacks(finding) for finding in told] == ([expected] if expected else [])
    law = "Unless an exemption says otherwise, only councillors may vote on C."
    assert all(finding.message.startswith(f"{law} {said}The file does not say ") for finding in told)


def test_the_vote_of_somebody_else_is_named_and_what_to_do() -> None:
    (finding,) = findings("LAW105", seat("as parent_carer, voting"))
    assert finding.message == (
        "C gives one vote to somebody who is not a councillor: parent carer. Unless an exemption says otherwise, only "
        "councillors may vote on C."
    )
    assert finding.fix == (
        "Ask the council's monitoring officer which exemption gives the vote. If there is none, ask the council to "
        "take the vote away. People can be heard without a vote: as co-opted members, or by attending, seeing the "
        "papers and speaking."
    )
    (finding,) = findings("LAW105", seat("as parent_carer, voting") + "\nsomebody -- sits_on[as officer, voting] --> c")
    assert finding.message.startswith("C gives two votes to people who are not councillors: officer and parent carer. ")


def test_one_finding_for_a_body_stated_as_soon_as_one_vote_is() -> None:
    assert found("LAW105", seat("as parent_carer, voting") + "\nsomebody -- sits_on --> c") == STATED


def test_it_never_suggests_a_vote() -> None:
    (finding,) = findings("LAW105", seat("as parent_carer, voting"))
    assert "take the vote away" in finding.fix
    assert "without a vote" in finding.fix
    for arrows in (NOT_STATED, "c: committee, statutory council_committee"):
        (finding,) = findings("LAW105", arrows)
        assert finding.fix == " ".join(lack.request for lack in finding.lacks)


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
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("members", ("a", "b")), ("votes", ("a", "b"))]
    assert finding.message.startswith("Unless an exemption says otherwise, only councillors may vote on A and B. The ")


@pytest.mark.parametrize("form", ["health_and_wellbeing_board", "advisory_committee", "cabinet"])
def test_bodies_of_other_forms_are_not_asked_about(form: str) -> None:
    arrows = f"c: committee, statutory {form}\nsomebody -- sits_on[as parent_carer, voting] --> c"
    why = why_not_asked("LAW105", arrows + "\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a council committee."


def test_it_says_that_exemptions_are_left_open() -> None:
    (rule,) = (rule for rule in rulebook() if rule.code == "LAW105")
    assert rule.authority is not None
    assert "Health and Wellbeing Boards are exempt" in rule.authority.leaves_open
