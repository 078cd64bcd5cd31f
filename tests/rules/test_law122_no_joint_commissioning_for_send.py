"""LAW122: where council and health service commission together for children with SEND: a question."""

import pytest

from helpers import findings, found, lacking, why_not_asked

DAY = "structure: as_of 2023-09-01\n"
SEND = "b: board, name SEND Board, decides\n"
ICB = "icb: board, statutory integrated_care_board, commissions\n"
CABINET = "cabinet: committee, statutory cabinet\n"
ALL = DAY + SEND + ICB + CABINET
NOT_STATED = ALL
ASKED = [(("icb",), None, "not_stated")]


def test_it_is_a_question_to_the_commissioner() -> None:
    (finding,) = findings("LAW122", ALL)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert lacking(finding) == [("joint_commissioning", ("icb",))]
    assert finding.message == (
        "By law, the council and Icb must make joint arrangements to commission services for SEND. The file does "
        "not say where Icb and the council agree on what to commission for SEND."
    )


def test_it_is_asked_where_the_file_shows_council_commissioner_and_send() -> None:
    assert why_not_asked("LAW122", DAY + SEND + CABINET) == (
        "The file shows no Integrated Care Board or Clinical Commissioning Group that commissions."
    )
    silent = ICB.replace(", commissions", "")
    assert "that commissions" in (why_not_asked("LAW122", DAY + SEND + CABINET + silent) or "")
    assert why_not_asked("LAW122", DAY + SEND + ICB) == (
        "No body in place is listed as a cabinet, a full council or a committee of a council."
    )
    assert why_not_asked("LAW122", DAY + ICB + CABINET) == (
        "No board, committee or group in place speaks of SEND in its name or purpose."
    )
    assert found("LAW122", DAY + SEND + CABINET + silent + "icb -- commissions --> therapy\ntherapy: service") == ASKED


@pytest.mark.parametrize(
    "line",
    [
        "b: board, name SEND Board, commissions",
        "j: board, name Joint Board, commissions",
        "b -- commissions --> therapy\ntherapy: service",
        "hwb: board, statutory health_and_wellbeing_board, commissions",
        "somebody -- sits_on[as director_of_childrens_services] --> b\nicb -- sits_on --> b",
        "cabinet -- sits_on --> b\nsomebody -- attends[as integrated_care_board] --> b",
    ],
)
def test_a_body_in_which_they_commission_together_is_enough(line: str) -> None:
    assert found("LAW122", ALL + line) == []


@pytest.mark.parametrize(
    "line",
    [
        "cabinet: committee, commissions",
        "council: organisation, commissions",
        "icb -- sits_on --> b",
        "icb -- sits_on --> c\ncabinet -- sits_on --> c\nc: board",
    ],
)
def test_what_one_of_them_does_alone_is_not_nor_what_is_not_for_send(line: str) -> None:
    assert found("LAW122", ALL + line) == ASKED


def test_it_is_asked_in_england_alone_and_from_1_september_2014() -> None:
    assert found("LAW122", ALL, nation="scotland") == []
    (finding,) = findings("LAW122", ALL, nation=None)
    assert lacking(finding) == [("nation", ("icb",)), ("joint_commissioning", ("icb",))]
    group = ALL.replace("integrated_care_board", "ccg_governing_body")
    assert found("LAW122", group, as_of="2014-09-01") == ASKED
    assert found("LAW122", group, as_of="2014-08-31") == []
