"""LAW105: who votes on a committee of the council."""

import pytest

from govgraph.findings import Finding
from govgraph.rules import rulebook
from helpers import findings, found, why_not_asked

LISTED = "c: committee, statutory council_committee, membership complete\n"
COUNCILLOR = "somebody -- sits_on[as councillor, voting] --> c\n"
SILENT = [(("c",), None, "not_stated")]
NOT_STATED = LISTED + COUNCILLOR + "forum -- sits_on[parent-carers, voting] --> c"


def lacks(finding: Finding) -> list[str]:
    assert all(lack.about.ids == ("c",) for lack in finding.lacks)
    return [lack.aspect.value for lack in finding.lacks]


def seat(qualities: str) -> str:
    return LISTED + COUNCILLOR + f"somebody -- sits_on[{qualities}] --> c"


EXEMPTIONS = (
    "The law exempts committees for pensions, advice, admission appeals and fisheries, and some members for education. "
    "In England, it exempts police and crime commissioners on fire committees."
)


@pytest.mark.parametrize(
    "who", ["parent_carer", "officer", "independent_person", "voluntary_sector", "church_representative"]
)
def test_others_than_councillors_with_a_vote_may_be_exempt(who: str) -> None:
    (finding,) = findings("LAW105", seat(f"as {who}, voting"))
    assert (finding.certainty, finding.severity, finding.is_question) == ("not_stated", "warning", True)
    assert lacks(finding) == ["voting_scheme"]
    assert EXEMPTIONS in finding.message
    assert found("LAW105", seat(f"as {who}, non-voting")) == []
    assert found("LAW105", seat(f"as {who}")) == SILENT


def test_a_lay_member_who_votes_on_a_pension_committee_is_no_breach() -> None:
    pension = LISTED.replace("committee,", "committee, name Pension Fund Committee,")
    (finding,) = findings("LAW105", pension + COUNCILLOR + "somebody -- sits_on[as lay_member, voting] --> c")
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert finding.message.startswith(
        "The Pension Fund Committee gives one vote to somebody who is not a councillor: lay member. "
    )


def test_who_speaks_for_an_authority_may_be_a_councillor() -> None:
    assert found("LAW105", seat("as local_authority, voting")) == SILENT


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
            "Somebody sits on C as a representative of the local authority, and may be a councillor. ",
        ),
        (
            "sits_on[as local_authority]",
            ["votes", "capacities"],
            "Somebody sits on C as a representative of the local authority, and may be a councillor. ",
        ),
        (
            "sits_on[as a parent, voting]",
            ["capacities"],
            "One seat on C has a capacity that govgraph does not know: “a parent”. ",
        ),
        ("sits_on[as a parent, non-voting]", [], ""),
        ("sits_on[as parent_governor]", ["votes"], ""),
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
        f"councillors may vote on C. {EXEMPTIONS} The file does not say which scheme or exemption lets people who are "
        "not councillors vote on C."
    )
    assert finding.fix == (
        "Find out which scheme or exemption lets people who are not councillors vote on C, and record it. "
        "Ask the council's monitoring officer which exemption gives the vote. If there is none, ask the council to "
        "take the vote away. People can be heard without a vote: as co-opted members, or by attending, seeing the "
        "papers and speaking."
    )
    (finding,) = findings("LAW105", seat("as parent_carer, voting") + "\nsomebody -- sits_on[as officer, voting] --> c")
    assert finding.message.startswith("C gives two votes to people who are not councillors: officer and parent carer. ")


def test_seats_that_stand_for_several_are_counted() -> None:
    (finding,) = findings("LAW105", seat("as parent_carer, voting, count 3"))
    assert finding.message.startswith("C gives three votes to people who are not councillors: parent carer. ")
    (finding,) = findings("LAW105", seat("as parent_carer, voting, several"))
    assert finding.message.startswith("C gives votes to people who are not councillors: parent carer. ")


def test_one_finding_for_a_body_with_all_that_is_open() -> None:
    (finding,) = findings("LAW105", seat("as parent_carer, voting") + "\nsomebody -- sits_on --> c")
    assert lacks(finding) == ["voting_scheme", "votes", "capacities"]


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
    assert found("LAW105", seat("as parent_carer, voting, vacant")) == SILENT


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
    assert why == "No body in place is listed as a council committee or an audit committee."


def test_it_says_that_exemptions_are_left_open() -> None:
    (rule,) = (rule for rule in rulebook() if rule.code == "LAW105")
    assert rule.authority is not None
    for exempt in ("pension", "advisory", "admission appeal", "fisheries", "education", "fire", "Health and Wellbeing"):
        assert exempt in rule.authority.leaves_open


def test_an_audit_committee_of_a_council_is_a_committee_of_it() -> None:
    audit = seat("as independent_person, voting").replace("council_committee", "audit_committee")
    assert found("LAW105", audit) == SILENT
    assert found("LAW105", audit.replace("independent_person, voting", "independent_person, non-voting")) == []


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_it_is_the_law_of_england_and_wales(nation: str) -> None:
    assert found("LAW105", seat("as parent_carer, voting"), nation=nation) == SILENT


def test_it_is_not_the_law_of_scotland() -> None:
    arrows = seat("as parent_carer, voting")
    assert found("LAW105", arrows, nation="scotland") == []
    why = why_not_asked("LAW105", arrows, nation="scotland") or ""
    assert why.endswith("section 13, applies only in England and Wales, where the file has no such body.")


def test_where_no_nation_is_named_the_nation_comes_first() -> None:
    (finding,) = findings("LAW105", seat("as parent_carer, voting"), nation=None)
    assert lacks(finding) == ["nation", "voting_scheme"]
    assert "This applies in England and Wales only." in finding.message


def test_audit_committees_in_wales_have_a_law_of_their_own() -> None:
    text = (
        "c: committee, statutory audit_committee, membership complete\nsomebody -- sits_on[as lay_member, voting] --> c"
    )
    assert len(findings("LAW105", text)) == 1
    reason = why_not_asked("LAW105", text, nation="wales")
    assert reason == "Audit committees in Wales rest on a law of their own, which is not checked."
