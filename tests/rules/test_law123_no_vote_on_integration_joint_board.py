"""LAW123: who votes on a Scottish Integration Joint Board from 1 September 2026."""

from typing import Any

import pytest

import helpers
from govgraph.findings import Finding
from helpers import lacking, why_not_asked

DAY = "structure: as_of 2026-10-01, nation scotland\n"
LISTED = DAY + "ijb: board, statutory integration_joint_board, membership complete\n"
GROUPS = {
    "service_user": "people who use services",
    "unpaid_carer": "unpaid carers",
    "voluntary_sector": "the third sector",
}
STATED = [(("ijb",), None, "stated")]
SILENT = [(("ijb",), None, "not_stated")]


def findings(arrows: str, **options: Any) -> list[Finding]:
    return helpers.findings("LAW123", arrows, nation=None, **options)


def found(arrows: str, **options: Any) -> list[helpers.Short]:
    return helpers.found("LAW123", arrows, nation=None, **options)


def seats(*groups: str, vote: str = "voting") -> str:
    return "".join(f"somebody -- sits_on[as {group}{vote and ', '}{vote}] --> ijb\n" for group in groups)


NOT_STATED = LISTED + seats(*GROUPS, vote="")


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_has_a_vote(group: str) -> None:
    rest = seats(*(other for other in GROUPS if other != group))
    assert found(LISTED + rest + seats(group)) == []
    (finding,) = findings(LISTED + rest + seats(group, vote="non-voting"))
    assert (finding.certainty, finding.severity, finding.parts) == ("stated", "error", (GROUPS[group],))
    assert finding.message == (f"The members for {GROUPS[group]} have no vote on Ijb, though the law gives them one.")
    assert finding.fix == f"Ask Ijb to give the members for {GROUPS[group]} their vote."
    (finding,) = findings(LISTED + rest + seats(group, vote=""))
    assert lacking(finding) == [("votes", ("ijb",))]
    assert finding.message.startswith(
        f"From 1 September 2026, by law, members for {GROUPS[group]} have a vote on Ijb. The file does not say "
    )


@pytest.mark.parametrize("group", GROUPS)
def test_a_member_who_is_missing_is_a_question(group: str) -> None:
    (finding,) = findings(LISTED + seats(*(other for other in GROUPS if other != group)))
    assert (finding.certainty, finding.severity, lacking(finding)) == (
        "not_stated",
        "warning",
        [("people_there", ("ijb",))],
    )
    assert f"The file shows no member there for {GROUPS[group]}." in finding.message


def test_one_member_of_several_with_a_vote_is_enough() -> None:
    assert found(LISTED + seats(*GROUPS) + seats("unpaid_carer", vote="non-voting")) == []


def test_who_is_missing_is_named_beside_who_has_no_vote() -> None:
    (finding,) = findings(LISTED + seats("service_user") + seats("unpaid_carer", vote="non-voting"))
    assert finding.message == (
        "The members for unpaid carers have no vote on Ijb, though the law gives them one. The file shows no member "
        "there for the third sector."
    )


def test_an_incomplete_list_or_an_open_seat_proves_nothing() -> None:
    without = seats("service_user", "voluntary_sector") + seats("unpaid_carer", vote="non-voting")
    (finding,) = findings(LISTED.replace("complete", "partial") + without)
    assert lacking(finding) == [("members", ("ijb",))]
    (finding,) = findings(LISTED + without + "somebody -- sits_on --> ijb")
    assert lacking(finding) == [("capacities", ("ijb",))]


def test_all_are_named_in_one_finding() -> None:
    (finding,) = findings(LISTED + seats(*GROUPS, vote="non-voting"))
    assert finding.parts == tuple(GROUPS.values())
    assert finding.message.startswith(
        "The members for people who use services, unpaid carers and the third sector have "
    )


def test_it_is_asked_from_1_september_2026() -> None:
    without = LISTED + seats(*GROUPS, vote="non-voting")
    assert found(without, as_of="2026-09-01") == STATED
    assert found(without, as_of="2026-08-31") == []


def test_it_is_asked_in_scotland_alone() -> None:
    without = LISTED.replace(", nation scotland", "") + seats(*GROUPS, vote="non-voting")
    assert helpers.found("LAW123", without, nation="england") == []
    why = why_not_asked("LAW123", without, nation="england") or ""
    assert why.endswith(" applies only in Scotland, where the file has no such body.")
    (finding,) = findings(without)
    assert (finding.certainty, lacking(finding)) == ("not_stated", [("nation", ("ijb",))])
    assert finding.message.endswith(" The file does not say in which nation Ijb is.")
    other = LISTED.replace(", statutory integration_joint_board", "") + "o: board, statutory cabinet"
    assert why_not_asked("LAW123", other) == "No body in place is listed as an Integration Joint Board."
