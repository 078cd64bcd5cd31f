"""What keeps the house itself in order is valid, and says the same everywhere."""

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from helpers import ROOT
from mutants import own_tests, report
from repository import run

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = ("file-not-read.yml", "missing-rule.yml", "wrong-finding.yml")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SECTIONS = ["Added", "Changed", "Fixed"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", [str(path) for path in WORKFLOWS]),
        ("custom.github-workflows-require-timeout", [str(path) for path in WORKFLOWS]),
        ("vendor.github-issue-forms", [f".github/ISSUE_TEMPLATE/{name}" for name in FORMS]),
        ("vendor.github-issue-config", [".github/ISSUE_TEMPLATE/config.yml"]),
        ("vendor.citation-file-format", ["--force-filetype=yaml", "CITATION.cff"]),
    ],
)
def test_each_file_fits_its_published_schema(schema: str, files: list[str]) -> None:
    ran = run(ROOT, sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)
    assert ran.returncode == 0, ran.stdout


def test_the_forms_are_those_that_are_checked() -> None:
    assert {path.name for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()} == {*FORMS, "config.yml"}


def test_our_own_hooks_are_valid(tmp_path: Path) -> None:
    home = {"PRE_COMMIT_HOME": str(tmp_path)}
    ran = run(ROOT, sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml", **home)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_every_python_that_is_promised_is_tested_with_lowest_and_newest_dependencies() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    promised = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert jobs["matrix"]["strategy"]["matrix"] == {"python": promised, "resolution": ["lowest-direct", "highest"]}
    assert PROJECT["requires-python"] == f">={promised[0]}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_no_action_that_can_change_and_no_script_made_of_what_it_is_given(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for job in workflow["jobs"].values():
        for step in job.get("steps", []):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", f"a@{'0' * 40}"))
            assert "${{" not in step.get("run", "")


def test_only_the_jobs_that_sign_and_publish_may_speak_as_the_workflow() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "ci": {"contents": "read"},
        "build": {"contents": "read"},
        "attest": {"attestations": "write", "id-token": "write"},
        "publish": {"id-token": "write"},
    }
    assert jobs["publish"]["environment"] == "pypi"
    needed = [jobs[name].get("needs") for name in ("ci", "build", "attest", "publish")]
    assert needed == [None, "ci", "build", "attest"]


def test_the_citation_is_of_this_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {key: cited[key] for key in ("title", "version", "license", "abstract", "keywords")} == {
        "title": PROJECT["name"],
        "version": PROJECT["version"],
        "license": PROJECT["license"],
        "abstract": PROJECT["description"],
        "keywords": PROJECT["keywords"],
    }


def test_each_version_of_the_changelog_says_what_is_added_changed_and_fixed() -> None:
    before, *versions = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")
    assert before.strip() == "# Changes"
    assert versions[0].startswith(PROJECT["version"])
    for version in versions:
        heading, *sections = version.split("\n### ")
        assert "\n- " not in heading
        names = [section.split("\n", 1)[0] for section in sections]
        assert names == [name for name in SECTIONS if name in names]
        assert names
        for section in sections:
            assert re.findall(r"^- (?!\S[^:]*: )(.*)", section, re.MULTILINE) == [], "a line names its area first"


def test_make_help_explains_every_target() -> None:
    targets = re.findall(r"^\.PHONY: (.*)", MAKEFILE, re.MULTILINE)[0].split()
    explained = re.findall(r"^([a-z-]+):.* ## \S", MAKEFILE, re.MULTILINE)
    assert sorted(targets) == sorted(explained)
    assert sorted(set(re.findall(r"^([a-z-]+):(?!=)", MAKEFILE, re.MULTILINE))) == sorted(targets)


def test_each_package_that_is_needed_says_what_for() -> None:
    for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines():
        if re.match(r'    "[\w-]+(\[[\w,]+\])?[><=]', line):
            assert re.search(r'",\s+# \S', line), line


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("govgraph/rules/rep101_no_seat.py", "tests/rules/test_rep101_no_seat.py"),
        ("govgraph/policy/toml.py", "tests/policy"),
    ],
)
def test_a_mutant_is_tried_with_the_tests_of_its_file(file: str, tests: str) -> None:
    assert own_tests(file) == tests


def test_the_report_shows_the_mutants_that_live_and_counts_those_that_were_tried() -> None:
    ends = [("normal", "killed", "-a"), ("normal", "survived", "-b"), ("skipped", None, None)]
    lines = [
        json.dumps([{"job_id": diff}, {"worker_outcome": worker, "test_outcome": test, "diff": diff}])
        for worker, test, diff in ends
    ]
    assert report("\n".join(lines)) == "-b\n\n1 of 2 mutants noticed"


def test_mutants_of_a_file_without_tests_are_not_tried() -> None:
    with pytest.raises(SystemExit, match=r"pipeline\.py has no tests of its own"):
        own_tests("govgraph/pipeline.py")
