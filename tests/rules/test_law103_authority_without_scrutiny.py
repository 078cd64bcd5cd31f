"""LAW103: an authority with a cabinet has an overview and scrutiny committee."""

import pytest

from govgraph.findings import Finding
from helpers import findings, found, lacking, why_not_asked

COUNCIL = "council: organisation, parts complete\n"
CABINET = "cabinet: committee, statutory cabinet\n"
PLACED = CABINET + "cabinet -- part_of --> council\n"
SCRUTINY = "osc: committee, statutory overview_and_scrutiny_committee\n"
NOT_STATED = "council: organisation\n" + PLACED
BREACH = [(("council",), None, "stated")]
SILENT = [(("council",), None, "not_stated")]


def lacks(finding: Finding) -> dict[str, tuple[str, ...]]:
    return {lack.aspect.value: lack.about.ids for lack in finding.lacks}


def test_all_that_is_open_is_named() -> None:
    (finding,) = findings("LAW103", NOT_STATED + SCRUTINY + "group: committee\ngroup -- part_of --> council")
    assert lacks(finding) == {"parts": ("council",), "legal_form": ("group",), "part_of": ("osc",)}


def test_all_parts_are_listed_and_none_is_the_committee() -> None:
    assert found("LAW103", COUNCIL + PLACED) == BREACH
    assert found("LAW103", COUNCIL + PLACED + SCRUTINY + "osc -- part_of --> council") == []
    (finding,) = findings("LAW103", COUNCIL + PLACED)
    assert finding.message == (
        "Council has a cabinet and no overview and scrutiny committee, though the law asks for one."
    )
    assert finding.fix == (
        "Ask Council to appoint an overview and scrutiny committee. If there already is one, record it as part of "
        "Council."
    )


def test_the_committee_may_be_part_of_a_part() -> None:
    full = "full: committee, statutory full_council\nfull -- part_of --> council\n"
    assert found("LAW103", COUNCIL + PLACED + full + SCRUTINY + "osc -- part_of --> full") == []
    nested = COUNCIL + CABINET + full + "cabinet -- part_of --> full\n" + SCRUTINY + "osc -- part_of --> council"
    assert found("LAW103", nested) == []
    assert found("LAW103", COUNCIL + CABINET + full + "cabinet -- part_of --> full\n") == BREACH


def test_a_part_without_a_form_may_be_the_committee() -> None:
    assert found("LAW103", COUNCIL + PLACED + "group: committee\ngroup -- part_of --> council") == SILENT
    assert found("LAW103", COUNCIL + PLACED + "group: service\ngroup -- part_of --> council") == BREACH
    two = "group: committee\ngroup -- part_of --> council\nforum: board\nforum -- part_of --> council"
    (finding,) = findings("LAW103", COUNCIL + PLACED + two)
    assert lacks(finding) == {"legal_form": ("forum", "group")}


def test_where_not_all_parts_are_listed_it_is_not_stated() -> None:
    (finding,) = findings("LAW103", NOT_STATED)
    assert finding.certainty == "not_stated"
    assert finding.message == (
        "Council has a cabinet, so the law asks for an overview and scrutiny committee. The file does not say which "
        "committees are part of Council."
    )
    assert lacks(finding) == {"parts": ("council",)}


def test_a_committee_that_is_part_of_nothing_may_be_the_one() -> None:
    assert found("LAW103", COUNCIL + PLACED + SCRUTINY) == SILENT
    assert found("LAW103", COUNCIL + PLACED + SCRUTINY + "osc -- reports_to --> council") == SILENT
    (finding,) = findings("LAW103", COUNCIL + PLACED + SCRUTINY)
    assert lacks(finding) == {"part_of": ("osc",)}


def test_a_committee_of_another_authority_is_not_the_one() -> None:
    other = SCRUTINY + "borough: organisation\nosc -- part_of --> borough"
    assert found("LAW103", COUNCIL + PLACED + other) == BREACH


def test_a_council_that_is_written_as_a_board_is_an_authority_too() -> None:
    board = "council: board, parts complete\n" + PLACED
    assert found("LAW103", board) == BREACH
    assert found("LAW103", board + SCRUTINY + "osc -- part_of --> council") == []


def test_a_committee_that_has_ended_is_gone() -> None:
    ended = SCRUTINY.replace("committee, ", "committee, until 2019, ", 1) + "osc -- part_of --> council"
    assert found("LAW103", COUNCIL + PLACED + ended) == BREACH
    assert found("LAW103", COUNCIL + PLACED + ended, as_of="2019-06-01") == []


def test_a_cabinet_that_is_part_of_nothing() -> None:
    (finding,) = findings("LAW103", CABINET)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("cabinet",), "not_stated")
    assert lacks(finding) == {"part_of": ("cabinet",)}
    assert finding.message == (
        "The law asks for an overview and scrutiny committee beside Cabinet. The file does not say which authority "
        "Cabinet is part of."
    )
    assert why_not_asked("LAW103", CABINET + SCRUTINY) is not None
    both = COUNCIL + PLACED + SCRUTINY + "osc -- part_of --> council\nother: committee, statutory cabinet"
    (finding,) = findings("LAW103", both)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("other",), "not_stated")


def test_a_ring_of_parts_ends() -> None:
    ring = PLACED + "council: board\ncouncil -- part_of --> group\ngroup -- part_of --> council"
    (finding,) = findings("LAW103", ring)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("cabinet",), "not_stated")


def test_without_a_cabinet_it_is_not_asked() -> None:
    assert (
        why_not_asked("LAW103", COUNCIL + "\nother: board, statutory nhs_trust_board")
        == "No cabinet in place is listed as part of an authority."
    )


def test_it_is_asked_from_4_may_2012_when_part_1a_began() -> None:
    assert found("LAW103", COUNCIL + PLACED, as_of="2012-05-04") == BREACH
    assert found("LAW103", COUNCIL + PLACED, as_of="2012-05-03") == []
    why = why_not_asked("LAW103", f"structure: as_of 2012-05-03\n{COUNCIL}{PLACED}") or ""
    assert why.endswith(" applies only from 4 May 2012.")


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("council -- part_of --> region\nregion: organisation", id="what is above the authority"),
        pytest.param("cabinet -- part_of --> partnership\npartnership: board", id="a board of which it is part too"),
    ],
)
def test_the_authority_is_the_nearest_above_the_cabinet_that_is_no_board(more: str) -> None:
    assert found("LAW103", COUNCIL + PLACED + more) == BREACH


def test_the_evidence_is_of_which_authority_the_cabinet_is_part() -> None:
    more = "cabinet -- reports_to --> council\ngroup -- part_of --> cabinet\ngroup: board, statutory council_committee"
    (finding,) = findings("LAW103", COUNCIL + PLACED + more)
    lines = [(step.start, step.relation, step.end) for step in finding.witness if step.start is not None]
    assert lines == [("cabinet", "part_of", "council")]


@pytest.mark.parametrize("nation", ["wales", "scotland"])
def test_it_is_the_law_of_england_alone(nation: str) -> None:
    assert found("LAW103", COUNCIL + PLACED, nation=nation) == []
    why = why_not_asked("LAW103", COUNCIL + PLACED, nation=nation)
    assert why == (
        "Local Government Act 2000, section 9F(1), applies only in England, where the file has no such body."
    )


@pytest.mark.parametrize("nation", [None, "england"])
def test_no_council_of_another_nation_counts_wherever_its_file_says_that_it_is(nation: str | None) -> None:
    welsh = (COUNCIL + PLACED).replace("parts complete", "parts complete, nation wales")
    assert found("LAW103", welsh, nation=nation) == []
    assert "applies only in England" in (why_not_asked("LAW103", welsh, nation=nation) or "")
    both = welsh + "borough: organisation, parts complete, nation england\nexecutive: committee, statutory cabinet\n"
    assert found("LAW103", both + "executive -- part_of --> borough", nation=nation) == [(("borough",), None, "stated")]


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    (finding,) = findings("LAW103", COUNCIL + PLACED, nation=None)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert lacks(finding) == {"nation": ("council",)}
    (finding,) = findings("LAW103", NOT_STATED, nation=None)
    assert list(lacks(finding)) == ["nation", "parts"]
    (finding,) = findings("LAW103", CABINET, nation=None)
    assert lacks(finding) == {"nation": ("cabinet",), "part_of": ("cabinet",)}


def test_a_committee_within_the_cabinet_is_not_the_authoritys() -> None:
    text = "c: organisation, parts complete\ncab: committee, statutory cabinet\ncab -- part_of --> c\n"
    text += "o: committee, statutory overview_and_scrutiny_committee\n"
    (finding,) = findings("LAW103", text + "o -- part_of --> cab")
    assert (finding.certainty, lacking(finding)) == ("not_stated", [("part_of", ("o",))])
    assert "The file lists O as part of Cab." in finding.message
    assert found("LAW103", text + "o -- part_of --> cab\no -- part_of --> c") == []


def test_a_combined_authority_has_a_law_of_its_own() -> None:
    text = "c: organisation, name Arle Combined Authority, parts complete\n"
    (finding,) = findings("LAW103", text + "cab: committee, statutory cabinet\ncab -- part_of --> c")
    assert (finding.certainty, lacking(finding)) == ("not_stated", [("legal_form", ("c",))])
