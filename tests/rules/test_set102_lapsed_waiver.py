"""SET102: waivers whose time is over, or of which nobody can say when it is."""

import pytest
from rules.test_set101_waiver_without_finding import GAP, report, waived, waiver

from govgraph.findings import Report

NEVER_SILENT = "A waiver without a last day holds on, and a day that nobody can read counts as past."


def lapsed(found: Report) -> list[str]:
    return [finding.message for finding in found.findings if finding.code == "SET102"]


@pytest.mark.parametrize("until", ["2020-09-01", "2020-09", "2020", "2031-01-01", None])
def test_a_waiver_holds_to_the_end_of_its_last_day(until: str | None) -> None:
    found = report(waiver(until=until))
    assert lapsed(found) == []
    assert waived(found) == ["REP101:board:parent-carers"]


@pytest.mark.parametrize("until", ["2020-08-31", "2020-08", "2019"])
def test_after_it_the_finding_counts_again_and_the_waiver_is_an_error(until: str) -> None:
    found = report(waiver(until=until))
    (message,) = lapsed(found)
    assert message.endswith(f"no longer holds: it ended on {until}.")
    assert waived(found) == []
    assert {"REP101", "SET102"} <= {one.code for one in found.findings if one.severity == "error"}
    assert "SET101" not in {one.code for one in found.findings}


@pytest.mark.parametrize("until", ["soon", "2020-13-01", "31.12.2030", "2020-02-30", True, 5])
def test_a_date_that_nobody_can_read_counts_as_past(until: object) -> None:
    found = report(waiver(until=until))
    (message,) = lapsed(found)
    assert "is not a date such as 2026-12-31" in message
    assert waived(found) == []


def test_of_a_rule_that_was_deselected_nothing_is_said() -> None:
    assert lapsed(report(waiver(until="2019"), select=("ACC", "SET"))) == []
    assert lapsed(report(waiver(until="2019"), arrows=GAP)) != []
