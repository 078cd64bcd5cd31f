"""SARIF: valid by the published schema, and read back by a tool that is not ours."""

import json
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from sarif import loader
from sarif_kit.validate import validation_errors

from govgraph.engine import Run
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Finding, GoneReason, key_of
from govgraph.model import Place
from govgraph.pipeline import baseline_of, check, compare
from govgraph.policy import Settings
from govgraph.render import sarif
from govgraph.rules import rulebook
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


def run_of(report: Run) -> dict[str, Any]:
    """The run of a report, which must be valid."""
    return valid(sarif.render(report))


def valid(text: str) -> dict[str, Any]:
    document = json.loads(text)
    assert validation_errors(document) == []
    run: dict[str, Any]
    (run,) = document["runs"]
    return run


def states(run: dict[str, Any]) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(one["ruleId"], tuple(one["properties"]["bodies"]), one.get("baselineState")) for one in run["results"]]


def fingerprint(one: Finding) -> str:
    """Its key; of a silence on many, with all of them."""
    return key_of(f"{one.code}:silent", one.together, one.constituency) if one.together else one.key


def fingerprints(run: dict[str, Any]) -> list[str]:
    return [one["partialFingerprints"]["govgraph/v1"] for one in run["results"]]


def test_another_tool_reads_what_we_found(tmp_path: Path) -> None:
    report = from_file(tmp_path, "a folder/Bwrdd Ŵyl.yaml")
    path = tmp_path / "out.sarif"
    path.write_text(sarif.render(report), encoding="utf-8")
    records = loader.load_sarif_file(str(path)).get_records()
    read_back = [(one["Code"], unquote(one["Location"]), one["Line"], one["Severity"]) for one in records]
    ours = [(one.code, one.location.path, one.location.line, one.severity) for one in report.findings if one.location]
    assert sorted(read_back) == sorted(ours)
    assert sorted(read_back) == [
        ("ACC102", "a folder/Bwrdd Ŵyl.yaml", 6, "error"),
        ("REP101", "a folder/Bwrdd Ŵyl.yaml", 6, "error"),
        ("REP101", "a folder/Bwrdd Ŵyl.yaml", 8, "warning"),
    ]


def test_paths_are_uris(tmp_path: Path) -> None:
    def uris(name: str) -> set[str]:
        run = run_of(from_file(tmp_path, name))
        return {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}

    assert uris("a folder/Bwrdd Ŵyl.yaml") == {"a%20folder/Bwrdd%20%C5%B4yl.yaml"}
    assert uris("100%#?:x.yaml") == {"100%25%23%3F%3Ax.yaml"}
    assert uris("back\\slash.yaml") == {"back%5Cslash.yaml"}


def test_a_path_outside_the_folder_is_a_file_uri(tmp_path: Path) -> None:
    report = from_file(tmp_path, "a b.yaml")
    outside = check(report.structure, Settings(select=["ACC102"]))
    (result,) = run_of(outside)["results"]
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == (tmp_path / "a b.yaml").as_uri()
    assert where["region"] == {"startLine": 6, "startColumn": 3}


def test_a_finding_says_what_to_do_how_sure_it_is_and_whom_it_is_about(tmp_path: Path) -> None:
    run = run_of(from_file(tmp_path))
    ring, certain, silent = run["results"]
    assert certain["message"]["text"].startswith("Parent carers have no seat on the Health Board.")
    assert "\nWhat to do: Ask the Health Board for a seat for parent carers" in certain["message"]["text"]
    assert ring["properties"] == {"certainty": "stated", "bodies": ["hwb", "sub"]}
    assert certain["properties"] == {"certainty": "stated", "bodies": ["hwb"], "constituency": "carers"}
    assert silent["properties"] == {"certainty": "not_stated", "bodies": ["open"], "constituency": "carers"}
    assert [one["level"] for one in run["results"]] == ["error", "error", "warning"]


def test_each_result_points_at_its_rule_and_each_rule_tells_itself() -> None:
    run = run_of(hostile_report("Board"))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("govgraph", version("govgraph"))
    assert "informationUri" not in driver
    rules = {rule.code: rule for rule in rulebook()}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    for told in driver["rules"]:
        rule = rules[told["id"]]
        assert told["name"].lower() == rule.name.replace("-", "")
        assert told["name"][0].isupper()
        assert told["shortDescription"]["text"] == rule.summary
        assert told["defaultConfiguration"] == {"level": rule.severity}
        assert f"**Flagged**\n\n```text\n{rule.section('Flagged')}\n```" in told["help"]["markdown"]
        assert rule.section("How to fix") in told["help"]["text"]


def test_rules_that_found_nothing_are_listed_too() -> None:
    structure = from_arrows("board: board, strategic\nforum -- sits_on[parent-carers] --> board")
    run = run_of(check(structure, Settings(select=["REP101", "DAT102"]), as_of=DAY))
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["DAT102", "REP101"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_what_was_not_checked_is_notified() -> None:
    structure = from_arrows("board: board, strategic")
    run = run_of(check(structure, Settings(select=["REP101", "DAT102"]), as_of=DAY))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    (note,) = invocation["toolConfigurationNotifications"]
    assert note["descriptor"]["id"] == "REP101"
    assert "constituenc" in note["message"]["text"] or "group" in note["message"]["text"]


def test_new_unchanged_and_absent() -> None:
    run = run_of(changed())
    assert states(run) == [
        ("CHG101", ("board",), "new"),
        ("REP101", ("board",), "new"),
        ("REP101", ("extra",), "new"),
        ("REP101", ("quiet",), "unchanged"),
        ("REP101", ("ended",), "absent"),
    ]
    assert not any("suppressions" in one for one in run["results"])


def test_known_from_a_baseline_is_unchanged() -> None:
    structure = from_arrows("a: board, strategic, membership complete\nforum -- sits_on[parent-carers] --> b")
    settings = Settings(select=["REP101", "SET103", "ACC102"])
    known = baseline_of(check(structure, settings, as_of=DAY))
    more = from_arrows(
        "a: board, strategic, membership complete\nc: board, strategic, membership complete\n"
        "forum -- sits_on[parent-carers] --> b"
    )
    assert states(run_of(check(more, settings, as_of=DAY, baseline=known))) == [
        ("REP101", ("a",), "unchanged"),
        ("REP101", ("c",), "new"),
    ]
    assert states(run_of(check(structure, settings, as_of=DAY))) == [("REP101", ("a",), None)]


def test_what_is_gone_is_shown_at_its_file(tmp_path: Path) -> None:
    report = changed()
    assert report.against is not None
    where = Place("git:main:a b.yaml", 7, 3)
    gone = tuple(one._replace(finding=replace(one.finding, location=where)) for one in report.against.gone)
    run = run_of(replace(report, against=replace(report.against, base="git:main", gone=gone)))
    told = run["results"][-1]["locations"][0]["physicalLocation"]
    assert (told["artifactLocation"]["uri"], told["region"]["startLine"]) == ("a%20b.yaml", 7)


def test_what_was_not_asked_any_more_is_notified_and_not_called_gone() -> None:
    ring = "a -- reports_to --> b\nb -- reports_to --> a\nc -- reports_to --> a"
    before = from_arrows(f"forum -- sits_on[parent-carers] --> b\na: board, strategic, membership complete\n{ring}")
    report = compare(before, from_arrows(ring), Settings(select=["REP101", "ACC102"]), as_of=DAY)
    run = run_of(report)
    assert states(run) == [("ACC102", ("a", "b"), "unchanged")]
    told = run["invocations"][0]["toolConfigurationNotifications"]
    assert ("REP101", True) in [
        (
            one["descriptor"]["id"],
            one["message"]["text"].startswith(
                "Found before, and no longer asked about: Parent carers have no seat on A"
            ),
        )
        for one in told
    ]


def test_a_waiver_is_an_accepted_suppression() -> None:
    run = run_of(changed(waivers=[waived("REP101", "extra")]))
    suppressed = {(one["ruleId"], *one["properties"]["bodies"]): one.get("suppressions") for one in run["results"]}
    accepted = {
        "kind": "external",
        "status": "accepted",
        "justification": "The clerk: The law keeps it to members.",
    }
    assert suppressed.pop(("REP101", "extra")) == [accepted]
    assert set(suppressed.values()) == {None}


def test_fingerprints_outlive_names_wording_and_lines(tmp_path: Path) -> None:
    plain = run_of(from_file(tmp_path))
    moved = run_of(from_file(tmp_path, tail=" renamed", above="# A comment.\n\n\n"))
    assert fingerprints(plain) == ["ACC102:hwb+sub", "REP101:hwb:carers", "REP101:open:carers"]
    assert fingerprints(moved) == fingerprints(plain)
    assert all(
        before["message"] != after["message"] and before["locations"] != after["locations"]
        for before, after in zip(plain["results"], moved["results"], strict=True)
    )


def test_findings_with_one_key_have_fingerprints_of_their_own() -> None:
    assert fingerprints(run_of(two_waivers_alike())) == ["SET101:board:REP101", "SET101:board:REP101 (2)"]


def test_a_finding_without_a_place_is_shown_at_a_file_where_there_is_one(tmp_path: Path) -> None:
    assert [one["locations"] for one in run_of(two_waivers_alike())["results"]] == [[], []]
    more: dict[str, Any] = {"select": ["ACC102", "REP101", "SET101"], "waivers": [waived("ACC102", "open")]}
    run = run_of(from_file(tmp_path, **more))
    (placeless,) = (one["locations"] for one in run["results"] if one["ruleId"] == "SET101")
    assert placeless == [{"physicalLocation": {"artifactLocation": {"uri": "structure.yaml"}}}]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_stays_text(text: str) -> None:
    report = hostile_report(text)
    rendered = sarif.render(report)
    run = valid(rendered)
    assert report.against is not None
    assert fingerprints(run) == [
        *map(fingerprint, report.findings),
        *(fingerprint(one.finding) for one in report.against.gone if one.reason is not GoneReason.NOT_ASKED),
    ]
    assert "](" not in "".join(one["message"]["text"] for one in run["results"])
    assert PERSON not in rendered
    assert rendered.isascii()


def test_the_same_report_gives_the_same_text() -> None:
    assert sarif.render(many(12)) == sarif.render(many(12))


def test_faults_are_a_run_that_was_not_carried_out() -> None:
    run = valid(sarif.render_faults(FAULTS))
    assert run["results"] == []
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    told = invocation["toolExecutionNotifications"]
    assert {one["level"] for one in told} == {"error"}
    uris = [[at["physicalLocation"]["artifactLocation"]["uri"] for at in one["locations"]] for one in told]
    assert uris == [
        ["a%20folder/Bwrdd%20%C5%B4yl.yaml"],
        ["a%20folder/Bwrdd%20%C5%B4yl.yaml"],
        [],
        ["file:///etc/other%5Cfile.yaml"],
    ]
    assert told[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}
    assert "region" not in told[1]["locations"][0]["physicalLocation"]
    assert told[2]["message"]["text"] == "The rule ACC101 failed."
    assert "\x1b" not in told[0]["message"]["text"]


def test_a_silence_on_one_body_more_has_another_fingerprint() -> None:
    def silent(arrows: str) -> list[str]:
        return [one for one in fingerprints(run_of(check(from_arrows(arrows)))) if one.startswith("MAN105")]

    assert silent("a: board\nb: board") == ["MAN105:silent:a+b"]
    assert silent("a: board\nb: board\nc: board") == ["MAN105:silent:a+b+c"]
