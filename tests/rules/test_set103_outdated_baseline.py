"""SET103: what the baseline knows and nobody finds any more."""

from typing import Any

from govgraph.engine import Run
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Certainty, Report
from govgraph.findings.ledger import Baseline, Entry
from govgraph.pipeline import baseline_of, check
from govgraph.policy import Settings

NEVER_SILENT = "It looks at a baseline and at what was found, and both lie before it whole."
GAP = "board: board, strategic, membership complete\nforum -- sits_on[parent-carers] --> group\n"
FULL = f"{GAP}forum -- sits_on[parent-carers, voting] --> board"


def report(arrows: str, baseline: Baseline | None = None, **stated: Any) -> Run:
    return check(from_arrows(arrows), Settings(**stated), as_of="2020-09-01", baseline=baseline)


def outdated(found: Report) -> list[str | None]:
    return [finding.about for finding in found.findings if finding.code == "SET103"]


def test_what_is_known_does_not_count_and_is_not_outdated() -> None:
    known = baseline_of(report(GAP))
    found = report(GAP, known)
    assert found.counted == ()
    assert not found.fails
    assert {one.status for one in found.findings} == {"baseline"}


def test_what_is_mended_is_outdated() -> None:
    found = report(FULL, baseline_of(report(GAP)))
    assert "REP101:board:parent-carers" in outdated(found)
    assert not found.fails  # to mend is no fault; but it is told


def test_what_is_new_counts() -> None:
    found = report(GAP, baseline_of(report(FULL)))
    assert "REP101:board:parent-carers" in [one.key for one in found.counted]
    assert found.fails


def test_a_silence_that_has_become_a_fact_is_new() -> None:
    silent = GAP.replace(", membership complete", "")
    found = report(GAP, baseline_of(report(silent)))
    assert "REP101:board:parent-carers" in [one.key for one in found.counted]
    assert "REP101:board:parent-carers" not in [one.key for one in report(silent, baseline_of(report(GAP))).counted]


def test_of_rules_that_were_not_asked_nothing_is_outdated() -> None:
    assert outdated(report(FULL, baseline_of(report(GAP)), select=["DAT", "SET"])) == []


def test_an_entry_of_a_rule_that_does_not_exist_is_outdated() -> None:
    known = Baseline(findings=(Entry(key="REP101:nowhere:nobody", certainty=Certainty.STATED),))
    assert outdated(report(FULL, known)) == ["REP101:nowhere:nobody"]


def test_a_baseline_written_over_one_only_gets_shorter() -> None:
    other = f"{GAP}second: board, strategic, membership complete"
    known = baseline_of(report(GAP))
    assert baseline_of(report(other, known), known) == known
    assert baseline_of(report(FULL, known), known).known().keys() < known.known().keys()
    assert "REP101:second:parent-carers" in baseline_of(report(other)).known()


def test_a_baseline_loses_nothing_to_a_run_that_did_not_ask() -> None:
    known = baseline_of(report(GAP))
    assert baseline_of(report(GAP, known, select=["DAT"]), known) == known
    compared = check(from_arrows(GAP), against=from_arrows(GAP), as_of="2020-09-01", baseline=known)
    assert baseline_of(compared, known) == known
    narrowed = check(from_arrows(f"{GAP}young -- sits_on[young] --> board"), only_for=["young"], as_of="2020-09-01")
    assert baseline_of(narrowed, known) == known


def test_changes_and_waivers_are_no_state_to_begin_from() -> None:
    before = f"{GAP}forum -- sits_on[parent-carers, voting] --> board"
    found = check(from_arrows(GAP), against=from_arrows(before), as_of="2020-09-01")
    assert "CHG101" in {one.code for one in found.findings}
    assert not [key for key in baseline_of(found).known() if key.startswith(("CHG", "SET"))]


def test_a_silence_on_fewer_is_outdated_and_on_one_more_is_new() -> None:
    two, three = "a: board\nb: board\n", "a: board\nb: board\nc: board\n"
    told = report(two, baseline_of(report(three))).findings
    (finding,) = (one for one in told if (one.code, one.about) == ("SET103", "MAN105:"))
    assert finding.message == "The baseline lists “MAN105:” for c, but that finding is gone."
    shorter = baseline_of(report(two), baseline_of(report(three)))
    assert {entry.key: entry.each for entry in shorter.findings}["MAN105:"] == ("a", "b")
    assert outdated(report(two, shorter)) == []
    found = report(three, baseline_of(report(two)))
    (finding,) = (one for one in found.counted if one.code == "MAN105")
    assert finding.message.endswith(" New here: C.")
