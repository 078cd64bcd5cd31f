"""LAW114: who votes on an overview and scrutiny committee."""

import pytest

from govgraph.engine.arrows import from_arrows
from govgraph.pipeline import check
from helpers import findings, found, why_not_asked

PARTIAL = "c: committee, statutory overview_and_scrutiny_committee\n"
LISTED = PARTIAL.replace("\n", ", membership complete\n")
COUNCILLOR = "somebody -- sits_on[as councillor, voting] --> c\n"
SILENT = [(("c",), None, "not_stated")]
NOT_STATED = LISTED + COUNCILLOR + "somebody -- sits_on[as parent_carer, voting] --> c"


def seat(qualities: str) -> str:
    return LISTED + COUNCILLOR + f"somebody -- sits_on[{qualities}] --> c"


@pytest.mark.parametrize(
    "who", ["parent_carer", "local_healthwatch", "officer", "parent_carer, as councillor of Ludlow"]
)
@pytest.mark.parametrize(("vote", "expected"), [(", voting", SILENT), (", non-voting", []), ("", SILENT)])
def test_others_than_councillors_vote_under_a_scheme_alone(who: str, vote: str, expected: list[object]) -> None:
    assert found("LAW114", seat(f"as {who}{vote}")) == expected


@pytest.mark.parametrize("who", ["councillor", "church_representative", "parent_governor"])
@pytest.mark.parametrize("vote", [", voting", ""])
def test_councillors_vote_and_some_do_on_education(who: str, vote: str) -> None:
    assert found("LAW114", seat(f"as {who}{vote}")) == []


def test_it_says_whose_vote_it_is_and_what_is_open() -> None:
    arrows = seat("as parent_carer, voting") + "\nforum -- sits_on[parent-carers, voting] --> c\nforum -- sits_on --> c"
    (finding,) = findings("LAW114", arrows)
    assert finding.message == (
        "C gives one vote to somebody who is not a councillor: parent carer. Unless a scheme of the council or the law "
        "on education says otherwise, only councillors may vote on C. On crime and disorder, C may decide that "
        "co-opted members vote. The file does not say which scheme or exemption lets people who are not councillors "
        "vote on C. The file does not say which seats on C have a vote. The file does not say in which capacity each "
        "member of C sits."
    )
    told = [(lack.aspect, lack.about.ids) for lack in finding.lacks]
    assert told == [(one, ("c",)) for one in ("voting_scheme", "votes", "capacities")]
    assert (finding.severity, finding.certainty) == ("warning", "not_stated")


def test_it_never_suggests_a_vote() -> None:
    (finding,) = findings("LAW114", NOT_STATED)
    assert "take the vote away" in finding.fix
    assert "without a vote" in finding.fix


def test_a_contact_with_a_vote_may_be_anybody() -> None:
    arrows = LISTED + COUNCILLOR + "champion -- contact_for[parent-carers{}] --> c"
    assert found("LAW114", arrows.format(", voting")) == SILENT
    (finding,) = findings("LAW114", arrows.format(", voting"))
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("contact", ("c",))]
    assert found("LAW114", arrows.format("")) == []


def test_what_has_ended_is_gone_and_who_attends_has_no_vote() -> None:
    assert found("LAW114", seat("as parent_carer, voting, until 2019")) == []
    assert found("LAW114", LISTED + COUNCILLOR + "somebody -- attends[as parent_carer] --> c") == []


def test_committees_without_a_complete_list_are_told_of_at_once_whatever_others_list() -> None:
    other = "other: committee, statutory overview_and_scrutiny_committee\n"
    (finding,) = findings("LAW114", PARTIAL + COUNCILLOR + other)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("c", "other"), "not_stated")
    told = [(lack.aspect, lack.about.ids) for lack in finding.lacks]
    assert told == [("members", ("c", "other")), ("votes", ("c", "other"))]
    (finding,) = findings("LAW114", LISTED + COUNCILLOR + other)
    assert finding.affects == ("other",)


def test_each_vote_counts_on_its_own_beside_what_is_known() -> None:
    one = from_arrows(NOT_STATED)
    two = from_arrows(NOT_STATED + "\nsomebody -- sits_on[as voluntary_sector, voting] --> c")
    told = [(found.status, found.parts) for found in check(two, against=one).findings if found.code == "LAW114"]
    assert told == [("new", ("parent carer", "voluntary sector"))]
    told = [(found.status, found.parts) for found in check(one, against=two).findings if found.code == "LAW114"]
    assert told == [("kept", ("parent carer",))]


def test_before_part_1a_it_is_not_asked() -> None:
    assert found("LAW114", NOT_STATED, as_of="2012-05-04") == SILENT
    why = why_not_asked("LAW114", "structure: as_of 2012-05-03\n" + NOT_STATED)
    assert "4 May 2012" in (why or "")


@pytest.mark.parametrize(
    ("covers", "law"),
    [
        (
            "education",
            "Unless a scheme of the council or the law on education says otherwise, only councillors may vote ",
        ),
        (
            "crime_and_disorder",
            "Unless a scheme of the council says otherwise, only councillors may vote on C. On crime ",
        ),
        ("health", "Unless a scheme of the council says otherwise, only councillors may vote on C. The file "),
    ],
)
def test_which_ways_to_a_vote_there_are_depends_on_what_it_deals_with(covers: str, law: str) -> None:
    (finding,) = findings("LAW114", NOT_STATED.replace("membership complete", f"membership complete, covers {covers}"))
    assert law in finding.message
    assert ("crime and disorder" in finding.message) == (covers == "crime_and_disorder")
    assert (finding.certainty, [lack.aspect for lack in finding.lacks]) == ("not_stated", ["voting_scheme"])


@pytest.mark.parametrize("who", ["church_representative", "parent_governor"])
def test_who_votes_on_education_needs_a_scheme_where_it_deals_with_none(who: str) -> None:
    votes = seat(f"as {who}, voting")
    assert found("LAW114", votes.replace("membership complete", "membership complete, covers education")) == []
    assert found("LAW114", votes.replace("membership complete", "membership complete, covers health")) == SILENT


@pytest.mark.parametrize("nation", ["wales", "scotland"])
def test_it_is_the_law_of_england_alone(nation: str) -> None:
    assert found("LAW114", NOT_STATED, nation=nation) == []
    assert "(5), applies only in England" in (why_not_asked("LAW114", NOT_STATED, nation=nation) or "")


def test_where_no_nation_is_named_the_nation_comes_first() -> None:
    (finding,) = findings("LAW114", NOT_STATED, nation=None)
    assert [lack.aspect for lack in finding.lacks] == ["nation", "voting_scheme"]
    (finding,) = findings("LAW114", PARTIAL + COUNCILLOR, nation=None)
    assert [lack.aspect for lack in finding.lacks] == ["nation", "members", "votes"]
