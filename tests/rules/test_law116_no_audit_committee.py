"""LAW116: an authority that lists all its committees, and no audit committee."""

import pytest

from govgraph.findings import Finding
from govgraph.rules import rulebook
from helpers import findings, found, why_not_asked

DAY = "structure: as_of 2026-09-01\n"
COUNCIL = "council: organisation, parts complete\n"
CABINET = "cabinet: committee, statutory cabinet\ncabinet -- part_of --> council\n"
LISTED = DAY + COUNCIL + CABINET
NOT_STATED = LISTED.replace("structure: ", "structure: nation england, ")
SILENT = [(("council",), None, "not_stated")]


def part(stated: str) -> str:
    return f"part: committee, {stated}\npart -- part_of --> council\n"


def lacks(finding: Finding) -> dict[str, tuple[str, ...]]:
    return {lack.aspect.value: lack.about.ids for lack in finding.lacks}


def test_it_is_always_a_question_whether_the_law_asks_for_one() -> None:
    (finding,) = findings("LAW116", LISTED)
    assert (finding.bodies, finding.certainty, finding.severity) == (("council",), "not_stated", "warning")
    assert finding.message == (
        "The file lists no audit committee of Council. The law asks every Category 1 authority for an audit "
        "committee. The file does not say whether Council is a Category 1 authority for local audit."
    )
    assert finding.fix.endswith(
        "If the law asks for one, ask Council to designate its audit committee. If a committee already is the audit "
        "committee, record that."
    )
    assert lacks(finding) == {"audit_category": ("council",)}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("statutory audit_committee", []),
        ("statutory council_committee", SILENT),
        ("name Audit and Governance Committee, statutory council_committee", []),
        ("name Audit and Governance Committee", []),
        ("name Planning, other_names Audit", []),
        ("name Auditors of Play", SILENT),
    ],
)
def test_the_committee_that_has_the_form_or_the_name_may_be_the_one(stated: str, expected: list[object]) -> None:
    assert found("LAW116", LISTED + part(stated)) == expected


def test_it_may_be_part_of_a_part_or_have_no_form_yet() -> None:
    full = "full: committee, statutory full_council\nfull -- part_of --> council\n"
    audit = "audit: committee, statutory audit_committee\naudit -- part_of --> full\n"
    assert found("LAW116", DAY + COUNCIL + full + audit) == []
    assert found("LAW116", DAY + COUNCIL + full) == SILENT
    assert found("LAW116", DAY + full.replace("full_council", "full_council, parts complete").split("\n")[0]) == [
        (("full",), None, "not_stated")
    ]
    (finding,) = findings("LAW116", LISTED + part("scrutinises"))
    assert lacks(finding) == {"audit_category": ("council",), "legal_form": ("part",)}


def test_where_not_all_parts_are_listed_it_is_not_asked() -> None:
    why = "The file lists no authority with a cabinet or full council together with all its parts."
    assert why_not_asked("LAW116", LISTED.replace(", parts complete", "")) == why
    assert why_not_asked("LAW116", DAY + COUNCIL + part("statutory council_committee")) == why
    assert why_not_asked("LAW116", DAY + COUNCIL) is not None


def test_it_is_asked_from_15_july_2026() -> None:
    arrows = LISTED.replace(DAY, "")
    assert found("LAW116", arrows, as_of="2026-07-15") == SILENT
    assert found("LAW116", arrows, as_of="2026-07-14") == []


def test_it_says_that_its_first_day_is_from_a_page_that_quotes_it() -> None:
    (rule,) = (rule for rule in rulebook() if rule.code == "LAW116")
    assert rule.authority is not None
    assert rule.authority.seen == "on a page that quotes it"


@pytest.mark.parametrize("nation", ["wales", "scotland"])
def test_it_is_the_law_of_england(nation: str) -> None:
    assert found("LAW116", LISTED, nation=nation) == []
    assert "applies only in England" in (why_not_asked("LAW116", LISTED, nation=nation) or "")
    elsewhere = LISTED.replace("parts complete", f"parts complete, nation {nation}")
    assert found("LAW116", elsewhere) == []
    assert found("LAW116", elsewhere, nation=None) == []


def test_where_no_nation_is_named_the_nation_comes_first() -> None:
    (finding,) = findings("LAW116", LISTED, nation=None)
    assert list(lacks(finding)) == ["nation", "audit_category"]
