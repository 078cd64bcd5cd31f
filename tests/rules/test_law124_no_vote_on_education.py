"""LAW124: the votes of church representatives and parent governors on education."""

import pytest

from govgraph.findings import Finding
from helpers import findings, found, why_not_asked

OSC = "c: committee, statutory overview_and_scrutiny_committee"
EDUCATION = f"{OSC}, covers education\n"
DENIED = "somebody -- sits_on[as parent_governor, non-voting] --> c\n"
NOT_STATED = f"{OSC}, covers education, covers health\n{DENIED}"
STATED, SILENT = [(("c",), None, "stated")], [(("c",), None, "not_stated")]


def lacks(finding: Finding) -> list[str]:
    assert all(lack.about.ids == ("c",) for lack in finding.lacks)
    return [lack.aspect.value for lack in finding.lacks]


@pytest.mark.parametrize("who", ["parent_governor", "church_representative"])
def test_a_seat_without_the_vote_that_the_law_gives(who: str) -> None:
    denied = DENIED.replace("parent_governor", who)
    (finding,) = findings("LAW124", EDUCATION + denied)
    assert (finding.certainty, finding.severity, finding.parts) == ("stated", "error", (who.replace("_", " "),))
    assert finding.message == (
        f"C has one seat without a vote: {who.replace('_', ' ')}. By law, church representatives and parent governors "
        "vote on education there."
    )
    assert finding.fix == (
        "Ask the council to let church representatives and parent governors on C vote on education. If they do, "
        "record that they vote, and on what."
    )
    assert found("LAW124", EDUCATION + denied.replace("non-voting", "voting")) == []
    assert found("LAW124", EDUCATION + denied.replace(", non-voting", "")) == []
    assert found("LAW124", EDUCATION + denied.replace("non-voting", "non-voting, until 2019")) == []


def test_others_have_no_vote_by_law() -> None:
    assert found("LAW124", EDUCATION + DENIED.replace("parent_governor", "parent_carer")) == []


@pytest.mark.parametrize(
    ("covers", "expected"),
    [
        ("", ["covers", "education_votes"]),
        (", covers education, covers health", ["education_votes"]),
        (", covers other_matters", None),
    ],
)
def test_on_other_matters_they_may_have_no_vote(covers: str, expected: list[str] | None) -> None:
    hits = findings("LAW124", f"{OSC}{covers}\n{DENIED}")
    assert [lacks(finding) for finding in hits] == ([] if expected is None else [expected])
    assert all(finding.certainty == "not_stated" for finding in hits)


def test_it_is_asked_of_scrutiny_committees_in_england_since_4_may_2012() -> None:
    why = why_not_asked("LAW124", "c: committee, covers education\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as an overview and scrutiny committee."
    assert found("LAW124", EDUCATION + DENIED, as_of="2012-05-04") == STATED
    assert found("LAW124", EDUCATION + DENIED, as_of="2012-05-03") == []
    for nation in ("wales", "scotland"):
        assert found("LAW124", EDUCATION + DENIED, nation=nation) == []
        assert "applies only in England" in (why_not_asked("LAW124", EDUCATION + DENIED, nation=nation) or "")


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    (finding,) = findings("LAW124", EDUCATION + DENIED, nation=None)
    assert (finding.certainty, finding.severity, lacks(finding)) == ("not_stated", "warning", ["nation"])
