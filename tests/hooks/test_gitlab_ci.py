"""The template for GitLab CI that docs/reviewers.md shows, run as GitLab runs it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import ROOT
from hooks.hosts import BROKEN, FILE, WITH_SEAT, WITHOUT_SEAT
from repository import commit, git, repository, run

MARKED = re.compile(r"<!-- gitlab-ci -->\s*```yaml\n(.*?)```\s*<!-- /gitlab-ci -->", re.DOTALL)
QUALITY, JUNIT = "gl-code-quality-report.json", "govgraph.xml"


def template() -> str:
    shown = MARKED.search((ROOT / "docs" / "reviewers.md").read_text(encoding="utf-8"))
    assert shown, "the page shows it between its marks"
    return shown[1]


def job() -> dict[str, Any]:
    only: dict[str, Any]
    (only,) = yaml.safe_load(template()).values()
    return only


def merge_request(where: Path, change: str, before: str = WITH_SEAT, target: str = WITH_SEAT) -> Path:
    """A branch that changes the structure; the target branch may have moved on since."""
    mine = repository(where / "mine", {FILE: before})
    git(mine, "switch", "--quiet", "--create", "change")
    commit(mine, {FILE: change})
    git(mine, "switch", "--quiet", "main")
    commit(mine, {FILE: target})
    git(mine, "switch", "--quiet", "change")
    return mine


def shims(where: Path) -> Path:
    """The commands of the image: a pip that installs nothing, and govgraph as it is installed for the tests."""
    where.mkdir()
    for name, does in (("pip", 'echo "pip $*"'), ("govgraph", f'exec "{sys.executable}" -P -m govgraph "$@"')):
        (where / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (where / name).chmod(0o755)
    return where


def pipeline(mine: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """The script of the job as the shell of a runner takes it: it stops at the first line that fails."""
    given = {name: str(value) for name, value in job()["variables"].items()}
    given |= {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(mine, "merge-base", "main", "HEAD"),
        "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "",
        "PATH": f"{shims(mine.parent / 'bin')}{os.pathsep}{os.environ['PATH']}",
    }
    script = "\n".join(["set -eo pipefail", *job()["script"]])
    return run(mine, "bash", "--noprofile", "--norc", "-c", script, **{**given, **variables})


def test_the_template_is_valid(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text(template(), encoding="utf-8")
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    ran = run(tmp_path, sys.executable, "-m", "check_jsonschema", *schema, ".gitlab-ci.yml")
    assert ran.returncode == 0, ran.stdout


def test_the_artifacts_are_those_that_the_script_writes() -> None:
    assert job()["artifacts"] == {"when": "always", "reports": {"codequality": QUALITY, "junit": JUNIT}}


def test_a_merge_request_that_drops_a_seat_fails_and_both_artifacts_say_so(tmp_path: Path) -> None:
    mine = merge_request(tmp_path, WITHOUT_SEAT)
    ran = pipeline(mine)
    assert ran.returncode == 1, ran.stdout
    assert ran.stdout.startswith("pip install govgraph\n")
    issues = json.loads((mine / QUALITY).read_text(encoding="utf-8"))
    assert {(issue["check_name"], issue["location"]["path"]) for issue in issues} == {
        ("CHG101", FILE),
        ("REP101", FILE),
    }
    assert "CHG101" in (mine / JUNIT).read_text(encoding="utf-8")


def test_settings_in_a_merge_request_turn_nothing_green_and_both_artifacts_say_so(tmp_path: Path) -> None:
    mine = merge_request(tmp_path, WITHOUT_SEAT)
    commit(mine, {"govgraph.toml": 'fail-on = "never"\nignore = ["REP", "CHG"]\n'})
    ran = pipeline(mine)
    assert ran.returncode == 1, ran.stdout
    base = git(mine, "merge-base", "main", "HEAD")
    differs = f"govgraph.toml is new since git:{base} (fail-on, ignore)."
    issues = json.loads((mine / QUALITY).read_text(encoding="utf-8"))
    assert {issue["check_name"] for issue in issues} == {"CHG101", "REP101", "settings-changed"}
    assert [issue["location"]["path"] for issue in issues if differs in issue["description"]] == ["govgraph.toml"]
    assert differs in (mine / JUNIT).read_text(encoding="utf-8")


def test_a_link_in_the_place_of_an_artifact_leads_nowhere(tmp_path: Path) -> None:
    mine = merge_request(tmp_path, WITHOUT_SEAT)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("not for a change to write to", encoding="utf-8")
    for name in (JUNIT, QUALITY):
        (mine / name).symlink_to(elsewhere)
    commit(mine, {})
    ran = pipeline(mine)
    assert ran.returncode == 1, ran.stdout
    assert elsewhere.read_text(encoding="utf-8") == "not for a change to write to"
    assert "CHG101" in (mine / JUNIT).read_text(encoding="utf-8")


@pytest.mark.parametrize("merged", [False, True], ids=["branch", "merged result"])
def test_a_seat_that_the_target_branch_gained_since_is_not_missed(tmp_path: Path, merged: bool) -> None:
    mine = merge_request(tmp_path, WITHOUT_SEAT + "themes: {}\n", before=WITHOUT_SEAT, target=WITH_SEAT)
    variables = {}
    if merged:
        git(mine, "merge", "--quiet", "--strategy-option", "theirs", "main")
        variables["CI_MERGE_REQUEST_TARGET_BRANCH_SHA"] = git(mine, "rev-parse", "main")
    ran = pipeline(mine, **variables)
    assert ran.returncode == 0, ran.stdout
    assert "CHG101" not in (mine / QUALITY).read_text(encoding="utf-8")


def test_a_broken_file_fails_and_both_artifacts_say_why(tmp_path: Path) -> None:
    mine = merge_request(tmp_path, BROKEN)
    ran = pipeline(mine)
    assert ran.returncode == 2, ran.stdout
    assert json.loads((mine / QUALITY).read_text(encoding="utf-8"))
    assert FILE in (mine / JUNIT).read_text(encoding="utf-8")
