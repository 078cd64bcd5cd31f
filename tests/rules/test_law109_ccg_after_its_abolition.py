"""LAW109: no Clinical Commissioning Group is in place after June 2022."""

from helpers import findings, found, why_not_asked

NEVER_SILENT = "A body that states no end is in place on every day: that is what the file says of it."
CCG = "ccg: board, statutory ccg_governing_body"
DAY = "structure: as_of 2022-07-01\n"
STATED = [(("ccg",), None, "stated")]


def test_in_force_on_the_first_day_without_such_groups() -> None:
    assert found("LAW109", DAY + CCG) == STATED
    assert found("LAW109", DAY + CCG + ", until 2023") == STATED
    assert found("LAW109", DAY + CCG + ", until 2022-06-30") == []
    assert found("LAW109", DAY + CCG + ", ended") == []


def test_each_is_told_of_on_its_own() -> None:
    other = "\nother: board, statutory ccg_governing_body"
    assert found("LAW109", DAY + CCG + other) == [*STATED, (("other",), None, "stated")]


def test_what_replaces_it_is_named() -> None:
    (finding,) = findings("LAW109", DAY + CCG + "\nicb -- replaces --> ccg")
    assert finding.message == (
        "Ccg is listed as in place, but Clinical Commissioning Groups ended on 30 June 2022. The file says that Ccg "
        "was replaced by Icb."
    )
    assert finding.fix.startswith("Record that Ccg ended on 30 June 2022. Then look")
    (finding,) = findings("LAW109", DAY + CCG)
    assert " Find out what replaced Ccg, and record it." in finding.fix


def test_it_is_not_asked_before_nor_where_there_never_was_one() -> None:
    assert "applies only from 1 July 2022" in (
        why_not_asked("LAW109", "structure: as_of 2022-06-30\n" + CCG + "\nother: board, statutory nhs_trust_board")
        or ""
    )
    assert why_not_asked("LAW109", DAY + "ccg: board" + "\nother: board, statutory nhs_trust_board") == (
        "No body is listed as a governing body of a Clinical Commissioning Group."
    )


def test_it_is_asked_in_england_and_as_a_question_where_the_nation_is_open() -> None:
    assert found("LAW109", DAY + CCG, nation="england") == STATED
    assert found("LAW109", DAY + CCG, nation="scotland") == []
    why = why_not_asked("LAW109", DAY + CCG, nation="scotland") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW109", DAY + CCG, nation=None)
    assert (finding.certainty, finding.lacks[0].aspect) == ("not_stated", "nation")
    assert finding.severity == "warning"
    assert "This applies in England only." in finding.message
