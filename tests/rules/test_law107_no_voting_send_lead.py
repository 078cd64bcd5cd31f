"""LAW107: the SEND lead of an Integrated Care Board is a member who votes."""

import pytest

from helpers import findings, found, why_not_asked

DAY = "structure: as_of 2023-09-01\n"
LISTED = DAY + "icb: board, statutory integrated_care_board, membership complete\n"
PARTIAL = LISTED.replace(", membership complete", "")
OTHER = "somebody -- sits_on[as chief_executive, voting] --> icb\n"
STATED = [(("icb",), None, "stated")]
SILENT = [(("icb",), None, "not_stated")]
NOT_STATED = LISTED + "somebody -- sits_on[as send_lead] --> icb"


def lead(qualities: str = "") -> str:
    return f"somebody -- sits_on[as send_lead{qualities}] --> icb\n"


@pytest.mark.parametrize("board", [LISTED, PARTIAL])
def test_the_vote_of_the_lead(board: str) -> None:
    assert found("LAW107", board + OTHER + lead(", voting")) == []
    assert found("LAW107", board + OTHER + lead(", non-voting")) == STATED
    assert found("LAW107", board + OTHER + lead()) == SILENT


def test_one_of_several_leads_who_votes_is_enough() -> None:
    assert found("LAW107", LISTED + lead(", voting") + lead(", non-voting")) == []
    assert found("LAW107", LISTED + lead() + lead(", non-voting")) == SILENT


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        (LISTED + OTHER + lead(), ["votes"]),
        (PARTIAL + OTHER, ["members", "votes"]),
        (LISTED + OTHER + "somebody -- sits_on[voting] --> icb", ["capacities"]),
        (LISTED + OTHER + "somebody -- sits_on --> icb", ["capacities", "votes"]),
        (PARTIAL + OTHER + "somebody -- sits_on[voting] --> icb", ["members", "capacities", "votes"]),
    ],
)
def test_what_the_file_leaves_open(arrows: str, expected: list[str]) -> None:
    (finding,) = findings("LAW107", arrows)
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [(one, ("icb",)) for one in expected]


def test_how_it_is_said() -> None:
    (finding,) = findings("LAW107", LISTED + OTHER + lead(", non-voting"))
    assert finding.message == "The SEND lead does not vote on Icb, though guidance asks for a lead who does."
    assert finding.fix == "Ask Icb to name one of its voting members as SEND lead."
    (finding,) = findings("LAW107", LISTED + OTHER + lead())
    assert finding.message == (
        "By guidance, the SEND lead should have a vote on Icb. The file does not say which seats on Icb have a vote."
    )
    (finding,) = findings("LAW107", LISTED + OTHER + "somebody -- sits_on[as chief nurse and lead, voting] --> icb")
    assert finding.message == (
        "By guidance, a member who votes should be the SEND lead of Icb. One seat on Icb has a capacity that govgraph "
        "does not know: “chief nurse and lead”. The file does not say in which capacity each member of Icb sits."
    )


def test_no_lead_is_a_fact_only_where_all_is_told() -> None:
    assert found("LAW107", LISTED + OTHER) == STATED
    assert found("LAW107", PARTIAL + OTHER) == SILENT
    assert found("LAW107", LISTED + OTHER + "somebody -- sits_on[voting] --> icb") == SILENT
    assert found("LAW107", LISTED + OTHER + "somebody -- sits_on[as chief nurse and lead, voting] --> icb") == SILENT


def test_a_lead_who_only_attends_is_no_member() -> None:
    (finding,) = findings("LAW107", LISTED + OTHER + "somebody -- attends[as send_lead] --> icb")
    assert finding.certainty == "stated"
    assert finding.message == (
        "Icb has no SEND lead among its members, though guidance asks for one. A SEND lead attends Icb without being a "
        "member."
    )
    assert finding.fix == (
        "Ask Icb to name one of its voting members as SEND lead. If one of them already is, record that."
    )


def test_a_lead_whose_term_has_ended_is_gone() -> None:
    assert found("LAW107", LISTED + OTHER + lead(", voting, until 2023-08-31")) == STATED
    assert found("LAW107", LISTED + OTHER + lead(", voting, vacant")) == [(("icb",), None, "stated")]


def test_it_is_asked_of_integrated_care_boards_and_since_the_guidance() -> None:
    why = why_not_asked("LAW107", DAY + "icb: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as an Integrated Care Board."
    assert "applies only from 1 June 2023" in (why_not_asked("LAW107", LISTED.replace("2023", "2022")) or "")


def test_it_is_asked_from_1_june_2023_the_month_after_the_guidance() -> None:
    assert found("LAW107", LISTED + OTHER, as_of="2023-06-01") == STATED
    assert found("LAW107", LISTED + OTHER, as_of="2023-05-31") == []


def test_of_several_leads_it_is_a_fact_that_none_votes_only_where_each_is_stated_not_to() -> None:
    assert found("LAW107", LISTED + OTHER + lead(", non-voting") + lead(", non-voting")) == STATED
    assert found("LAW107", LISTED + OTHER + lead(", non-voting") + lead()) == SILENT


def test_it_is_asked_in_england_and_as_a_question_where_the_nation_is_open() -> None:
    assert found("LAW107", LISTED + lead(", non-voting"), nation="england") == STATED
    assert found("LAW107", LISTED + lead(", non-voting"), nation="scotland") == []
    why = why_not_asked("LAW107", LISTED + lead(", non-voting"), nation="scotland") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW107", LISTED + lead(", non-voting"), nation=None)
    assert (finding.certainty, finding.lacks[0].aspect) == ("not_stated", "nation")
    assert finding.severity == "note"
    assert "This applies in England only." in finding.message
