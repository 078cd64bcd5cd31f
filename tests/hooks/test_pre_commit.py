"""Our hook, run by pre-commit as its users run it: fetched from a repository, and installed."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import ROOT, flat
from hooks.hosts import BROKEN, FILE, LOST, WITH_SEAT, WITHOUT_SEAT, published
from repository import git, repository, run

CONFIG = """
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: govgraph
        args: [{file}, --against, "git:HEAD", --settings-from-base]
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Where pre-commit and what it uses keep their files, for this test only."""
    where = tmp_path / "home"
    yield {
        "PRE_COMMIT_HOME": str(where / "pre-commit"),
        "VIRTUALENV_OVERRIDE_APP_DATA": str(where / "virtualenv"),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",  # else it asks for news in the background, when the test is over
    }
    shutil.rmtree(where, ignore_errors=True)


def test_the_manifest_is_valid(home: dict[str, str]) -> None:
    ran = run(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml", **home)
    assert (ran.returncode, ran.stdout) == (0, "")


@pytest.mark.long  # pre-commit installs the hook over the network
def test_a_commit_that_drops_a_seat_is_stopped(tmp_path: Path, home: dict[str, str]) -> None:
    hooks = published(tmp_path / "hooks")
    config = CONFIG.format(repo=json.dumps(str(hooks)), rev=git(hooks, "rev-parse", "HEAD"), file=FILE)
    mine = repository(tmp_path / "mine", {FILE: WITH_SEAT, ".pre-commit-config.yaml": config})

    def checked(structure: str) -> tuple[int, str]:
        (mine / FILE).write_text(structure, encoding="utf-8")
        git(mine, "add", FILE)
        ran = run(mine, sys.executable, "-m", "pre_commit", "run", "--all-files", **home)
        return ran.returncode, ran.stdout

    code, told = checked(WITH_SEAT)
    assert (code, "Passed" in told) == (0, True), told

    code, told = checked(WITHOUT_SEAT)
    assert (code, "- exit code: 1" in told) == (1, True), told
    assert LOST in flat(told)
    assert "CHG101" in told
    assert "REP101" in told

    (mine / "govgraph.toml").write_text('fail-on = "never"\nignore = ["REP", "CHG"]\n', encoding="utf-8")
    git(mine, "add", "govgraph.toml")
    code, told = checked(WITHOUT_SEAT)
    assert (code, "- exit code: 1" in told) == (1, True), told
    assert "CHG101" in told
    assert "govgraph.toml is new since git:HEAD (fail-on, ignore)." in told

    code, told = checked(BROKEN)
    assert (code, "- exit code: 2" in told) == (1, True), told
    assert "There is no verdict." in told
