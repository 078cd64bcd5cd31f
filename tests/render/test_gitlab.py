"""GitLab Code Quality: checked against a model that is not ours, and kept whole by tools that read it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import cattrs
import pytest
from typeguard import CollectionCheckStrategy, check_type
from typos_gitlab_code_quality import GitlabIssue

from govgraph.findings import Report
from govgraph.render import gitlab
from govgraph.render.servers import deduplicate_texts
from render.hostile import FAULTS, PERSON, TEXTS, changed, from_file, hostile_report, two_waivers_alike, waived


def issues(report: Report) -> list[GitlabIssue]:
    return valid(gitlab.render(report))


def valid(text: str) -> list[GitlabIssue]:
    """The issues, as GitLab takes them."""
    told = json.loads(text)
    found = check_type(told, list[GitlabIssue], collection_check_strategy=CollectionCheckStrategy.ALL_ITEMS)
    assert cattrs.structure(told, list[GitlabIssue]) == told
    assert all(one["location"]["lines"]["begin"] >= 1 for one in found)
    assert not any(one["location"]["path"].startswith("./") for one in found)
    assert len({one["fingerprint"] for one in found}) == len(found)
    return found


def short(found: list[GitlabIssue]) -> list[tuple[str, str, str, int]]:
    return [
        (one["check_name"], one["severity"], one["location"]["path"], one["location"]["lines"]["begin"])
        for one in found
    ]


def test_code_severity_and_place_of_each_finding(tmp_path: Path) -> None:
    found = issues(from_file(tmp_path, "a folder/Bwrdd Ŵyl.yaml"))
    assert short(found) == [
        ("ACC102", "major", "a folder/Bwrdd Ŵyl.yaml", 6),
        ("REP101", "major", "a folder/Bwrdd Ŵyl.yaml", 6),
        ("REP101", "minor", "a folder/Bwrdd Ŵyl.yaml", 8),
    ]
    assert found[1]["description"].startswith("Parent carers have no seat on the Health Board.")
    assert found[2]["description"].startswith("Not stated: ")
    assert "Open Board" in found[2]["description"]


def test_notes_are_info(tmp_path: Path) -> None:
    report = from_file(tmp_path, severity={"REP101": "warning"})
    assert [(one["check_name"], one["severity"]) for one in issues(report)] == [
        ("ACC102", "major"),
        ("REP101", "minor"),
        ("REP101", "info"),
    ]


def test_what_is_waived_is_left_out_and_what_was_there_stays() -> None:
    found = issues(changed(waivers=[waived("REP101", "extra")]))
    assert [(one["check_name"], re.split("[;.]", one["description"])[0]) for one in found] == [
        ("CHG101", "Parent carers lose their seat on the Board"),
        ("REP101", "Parent carers have no seat on the Board"),
        ("REP101", "Parent carers have no seat on Quiet"),
    ]


def test_without_a_file_the_path_is_our_name() -> None:
    assert short(issues(two_waivers_alike())) == [("SET101", "major", "govgraph", 1)] * 2


def test_a_finding_without_a_place_is_shown_at_the_file_of_another(tmp_path: Path) -> None:
    more: dict[str, Any] = {"select": ["ACC102", "REP101", "SET101"], "waivers": [waived("ACC102", "open")]}
    found = short(issues(from_file(tmp_path, **more)))
    assert ("SET101", "major", "structure.yaml", 1) in found


def test_fingerprints_outlive_names_wording_and_lines(tmp_path: Path) -> None:
    plain = issues(from_file(tmp_path))
    moved = issues(from_file(tmp_path, tail=" renamed", above="# A comment.\n\n"))
    assert [one["fingerprint"] for one in plain] == [one["fingerprint"] for one in moved]
    assert all(
        before["description"] != after["description"] and before["location"] != after["location"]
        for before, after in zip(plain, moved, strict=True)
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_stays_text(text: str) -> None:
    report = hostile_report(text)
    rendered = gitlab.render(report)
    assert [one["check_name"] for one in valid(rendered)] == [one.code for one in report.findings if not one.waiver]
    assert PERSON not in rendered
    assert rendered.isascii()


def test_a_tool_that_merges_such_reports_keeps_every_issue(tmp_path: Path) -> None:
    rendered = gitlab.render(from_file(tmp_path, "Bwrdd Ŵyl.yaml"))
    copy = tmp_path / "report.json"
    copy.write_text(rendered, encoding="utf-8")
    # Where nothing comes in, it would run gcc itself; so something comes in that is no message of gcc.
    subprocess.run(
        [sys.executable, "-m", "gitlab_cq", "--output", copy, "--merge", "gcc"],
        input="Nothing to tell.\n",
        encoding="utf-8",
        check=True,
        capture_output=True,
    )
    assert json.loads(copy.read_text(encoding="utf-8")) == json.loads(rendered)


def test_faults_are_blockers() -> None:
    found = valid(gitlab.render_faults(FAULTS))
    assert short(found) == [
        ("could-not-check", "blocker", "a folder/Bwrdd Ŵyl.yaml", 3),
        ("could-not-check", "blocker", "a folder/Bwrdd Ŵyl.yaml", 1),
        ("could-not-check", "blocker", "a folder/Bwrdd Ŵyl.yaml", 1),
        ("could-not-check", "blocker", "/etc/other\\file.yaml", 1),
    ]
    assert found[2]["description"] == "Could not check: The rule ACC101 failed."
    assert (
        short(valid(gitlab.render_faults([FAULTS[2], FAULTS[2]])))
        == [("could-not-check", "blocker", "govgraph", 1)] * 2
    )


@pytest.mark.parametrize(
    ("texts", "apart"),
    [
        ("a b a a", "a b a·2 a·3"),
        ("a a a·2", "a a·2 a·2·2"),
        ("a·2 a a", "a·2 a a·3"),
    ],
)
def test_repeated_texts_get_a_number_that_nothing_else_has(texts: str, apart: str) -> None:
    plain = [text.replace("·2", " (2)") for text in texts.split()]
    assert deduplicate_texts(plain) == [re.sub(r"·(\d)", r" (\1)", text) for text in apart.split()]
