"""JUnit XML: read back by two readers that are not ours."""

from pathlib import Path

import pytest
from junit2htmlreport.parser import Junit
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase

from govgraph.engine import Run
from govgraph.engine.arrows import from_arrows
from govgraph.model.faults import Fault
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.render import junit
from render.hostile import (
    DAY,
    FAULTS,
    PERSON,
    TEXTS,
    changed,
    from_file,
    hostile_report,
    many,
    two_waivers_alike,
    waived,
)

Seen = dict[tuple[str, str], str]


def read_back(text: str) -> list[TestCase]:
    """The tests as a reader sees them; the counts beside them must be true, and a second reader must agree."""
    # As bytes: with lxml, it takes no text that names its encoding.
    (suite,) = JUnitXml.fromstring(text.encode())
    assert suite.name == "govgraph"
    cases = list(suite)
    kinds = [outcome(case) for case in cases]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
        len(cases),
        kinds.count("failure"),
        kinds.count("error"),
        kinds.count("skipped"),
    )
    (other,) = Junit(xmlstring=text)
    assert [(case.testclass.name, case.name, case.outcome().name) for case in other.all()] == in_classes(cases)
    assert len({(case.classname, case.name) for case in cases}) == len(cases)
    return cases


def in_classes(cases: list[TestCase]) -> list[tuple[str, str, str]]:
    """As the second reader tells them: by class, an error as a failure, and U+FFFD as a question mark."""
    names = {"failure": "FAILED", "error": "FAILED", "skipped": "SKIPPED", "passed": "PASSED"}
    classes = list(dict.fromkeys(case.classname for case in cases))
    ordered = sorted(cases, key=lambda case: classes.index(case.classname))
    return [(case.classname, case.name.replace("\ufffd", "?"), names[outcome(case)]) for case in ordered]


def outcome(case: TestCase) -> str:
    kinds = {Failure: "failure", Error: "error", Skipped: "skipped"}
    return next((kinds[type(one)] for one in case.result), "passed")


def seen(report: Run) -> Seen:
    return {(case.classname, case.name): outcome(case) for case in read_back(junit.render(report))}


def test_what_turns_the_run_red_failed_and_the_rest_did_not() -> None:
    assert seen(changed(waivers=[waived("REP101", "extra")])) == {
        ("CHG101 representation-lost", "Board (Parent carers)"): "failure",
        ("REP101 no-seat", "Board (Parent carers)"): "failure",
        ("REP101 no-seat", "Extra (Parent carers)"): "skipped",
        ("REP101 no-seat", "Quiet (Parent carers)"): "passed",
    }


@pytest.mark.parametrize(
    ("fail_on", "silent", "stated"),
    [
        ("error", "passed", "failure"),
        ("warning", "failure", "failure"),
        ("never", "passed", "passed"),
    ],
)
def test_what_is_lighter_than_what_fails_passes_with_its_message(
    tmp_path: Path, fail_on: str, silent: str, stated: str
) -> None:
    report = from_file(tmp_path, fail_on=fail_on)
    assert seen(report) == {
        ("ACC102 reporting-cycle", "Health Board, Sub Group"): stated,
        ("REP101 no-seat", "Health Board (Parent carers)"): stated,
        ("REP101 no-seat", "Open Board (Parent carers)"): silent,
    }
    passed = [case for case in read_back(junit.render(report)) if outcome(case) == "passed"]
    assert all("What to do: " in case.system_out for case in passed)
    assert all(case.system_out.startswith(("WARNING, not stated: ", "ERROR: ")) for case in passed)


def test_a_failure_says_what_to_do_how_we_know_and_where(tmp_path: Path) -> None:
    ring = read_back(junit.render(from_file(tmp_path, "a folder/b.yaml")))[0]
    (failure,) = ring.result
    assert failure.type == "error"
    assert failure.message.startswith("The Health Board and the Sub Group answer to one another in a ring")
    assert failure.text.splitlines()[0] == failure.message
    assert [line.partition(": ")[0] for line in failure.text.splitlines()[1:]] == [
        "What to do",
        "How we know",
        "How we know",
        "Where",
    ]
    assert failure.text.splitlines()[-1] == "Where: a folder/b.yaml:6:3"
    element = ring._elem
    assert (element.get("file"), element.get("line")) == ("a folder/b.yaml", "6")


def test_what_was_there_before_says_so() -> None:
    kept = read_back(junit.render(changed()))[-1]
    assert kept.name == "Quiet (Parent carers)"
    assert kept.system_out.startswith(
        "There before the change too, and not counted.\nERROR: Parent carers have no seat on Quiet"
    )


def test_a_waiver_says_who_accepts_it_and_why() -> None:
    cases = read_back(junit.render(changed(waivers=[waived("REP101", "extra")])))
    (skipped,) = (one for case in cases for one in case.result if isinstance(one, Skipped))
    assert skipped.message == "waived by The clerk: The law keeps it to members."


def test_rules_that_found_nothing_pass_and_rules_not_asked_are_skipped() -> None:
    structure = from_arrows("board: board, strategic")
    report = check(structure, Settings(select=["REP101", "DAT102"]), as_of=DAY)
    assert seen(report) == {
        ("DAT102 look-alike-names", "nothing found"): "passed",
        ("REP101 no-seat", "not checked"): "skipped",
    }
    (skipped,) = read_back(junit.render(report))[1].result
    assert skipped.message == report.not_checked[0].reason


def test_findings_with_one_name_are_told_apart() -> None:
    assert seen(two_waivers_alike()) == {
        ("SET101 waiver-without-finding", "Board (REP101)"): "failure",
        ("SET101 waiver-without-finding", "Board (REP101) (2)"): "failure",
        ("REP101 no-seat", "nothing found"): "passed",
    }


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_stays_text(text: str) -> None:
    report = hostile_report(text)
    rendered = junit.render(report)
    cases = read_back(rendered)
    failed = [one for case in cases for one in case.result if isinstance(one, Failure)]
    red = [finding for finding in report.findings if report.is_red(finding)]
    assert [one.message for one in failed] == [" ".join(finding.message.split()) for finding in red]
    assert [finding.code for finding in red] == ["CHG101", "REP101"]
    assert PERSON not in rendered


def test_no_clock_is_read() -> None:
    rendered = junit.render(many(3))
    assert rendered == junit.render(many(3))
    assert not any(word in rendered for word in (" timestamp=", " time=", " hostname="))


def test_faults_are_errors() -> None:
    cases = read_back(junit.render_faults(FAULTS))
    assert [(case.classname, case.name, outcome(case)) for case in cases] == [
        ("could-not-check", "a folder/Bwrdd Ŵyl.yaml:3:7", "error"),
        ("could-not-check", "a folder/Bwrdd Ŵyl.yaml", "error"),
        ("could-not-check", "the run", "error"),
        ("could-not-check", "/etc/other\\file.yaml:1:1", "error"),
    ]
    (error,) = cases[0].result
    assert error.message == "There is no body 'x' ::error::y ##[error]z ]]> \ufffd[31m."
    unwritable = Fault("a\x00\ufffe\udc80.yaml", 1, 1, "\x0b\x1f\ud800\uffff")
    assert [outcome(case) for case in read_back(junit.render_faults([unwritable, unwritable]))] == ["error", "error"]
