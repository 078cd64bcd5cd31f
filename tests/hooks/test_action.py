"""The GitHub action, run step by step as GitHub runs it."""

import fcntl
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from helpers import ROOT
from hooks.hosts import BROKEN, FILE, LOST, WITH_SEAT, WITHOUT_SEAT, published
from hooks.runner import EXPRESSION, Runner
from repository import commit, git, repository, run

INSTALL, AFTER_IT = slice(1), slice(1, None)
WAIVER = """
[[waivers]]
code = "CHG101"
bodies = ["board"]
constituency = "parent-carers"
reason = "The forum asked to sit on the new partnership board instead."
owner = "Chair of the Strategic Board"

[[waivers]]
code = "REP101"
bodies = ["board"]
constituency = "parent-carers"
reason = "The forum asked to sit on the new partnership board instead."
owner = "Chair of the Strategic Board"
"""
SETTINGS = 'ignore = ["DAT102"]\n'
# Names that a shell, a file of outputs or the log of a runner would take for more than a name.
NAMES = [
    '"; touch pwned; "',
    "$(touch pwned)",
    "`touch pwned`",
    "EOF",
    "verdict=0",
    "::set-output name=verdict::0",
    "##[set-output name=verdict]0",
    "%0Averdict=0",
]
# Modules of the repository under check, where Python would look first.
TRAPS = dict.fromkeys(
    ["pip.py", "venv.py", "secrets.py", "govgraph.py", "click.py", "sitecustomize.py"], "open('pwned', 'w').close()\n"
)


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Runner]:
    """A runner on which the first step, which installs, has been run: once for all workers. The last one tidies up."""
    mine = tmp_path_factory.getbasetemp()
    common = mine if worker_id == "master" else mine.parent
    shared = common / "github"
    with (common / "github-users.lock").open("w") as users:
        with (common / "github-install.lock").open("w") as install:
            fcntl.flock(install, fcntl.LOCK_EX)
            if not (shared / "installed").exists():
                _install(shared)
            fcntl.flock(users, fcntl.LOCK_SH)
        yield Runner(shared / "action", shared / "temp", AFTER_IT)
        with suppress(BlockingIOError):  # another worker uses it still
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(shared)


def _install(shared: Path) -> None:
    shutil.rmtree(shared, ignore_errors=True)
    (shared / "temp").mkdir(parents=True)
    workspace = repository(shared / "workspace", TRAPS)
    ran = Runner(published(shared / "action"), shared / "temp", INSTALL).run(workspace, {"python": sys.executable})
    assert ran.code == 0, ran.log
    assert git(workspace, "status", "--porcelain") == "", "a module of the repository under check was run"
    (shared / "installed").touch()


def checkout(
    where: Path,
    files: dict[str, str],
    base: str = "main",
    depth: int = 0,
    before: dict[str, str] | None = None,
    deleted: str | None = None,
) -> Path:
    """A pull request that changes files, as the step before checks it out: depth 0 is all of history."""
    made = repository(where / "made", {next(iter(files)): WITH_SEAT, **(before or {})}, base)
    git(made, "switch", "--quiet", "--create", "change")
    if deleted is not None:
        (made / deleted).unlink()
    commit(made, files)
    git(where, "clone", "--quiet", "--bare", str(made), "origin.git")
    shallow = [f"--depth={depth}"] if depth else []
    git(where, "clone", "--quiet", *shallow, "--branch=change", (where / "origin.git").as_uri(), "workspace")
    return where / "workspace"


def test_the_definition_is_valid() -> None:
    ran = run(ROOT, sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")
    assert ran.returncode == 0, ran.stdout


def test_every_script_is_strict_and_takes_what_it_is_given_from_its_environment() -> None:
    for step in Runner(ROOT, ROOT).defined["runs"]["steps"]:
        assert set(step) <= {"name", "id", "shell", "env", "run"}, "the runner of these tests knows no more"
        assert step["shell"] == "bash"
        assert step["run"].startswith("set -euo pipefail\n")
        assert "${{" not in step["run"]
        assert all(value.count("${{") == len(EXPRESSION.findall(value)) for value in step["env"].values())


def test_a_pull_request_that_drops_a_seat_fails(tmp_path: Path, runner: Runner) -> None:
    ran = runner.run(checkout(tmp_path, {FILE: WITHOUT_SEAT}), {"files": FILE}, base="main")
    assert (ran.code, ran.outputs["verdict"]) == (1, "1"), ran.log
    assert [line for line in ran.obeyed if line.startswith("::error") and "CHG101" in line and f"file={FILE}" in line]
    assert LOST in ran.outputs["comment"]
    assert "Compared with git:refs/remotes/origin/main" in ran.outputs["comment"]
    assert ran.outputs["comment"] == Path(ran.outputs["comment-file"]).read_text(encoding="utf-8")
    assert "CHG101" in ran.summary


def test_a_waiver_with_a_reason_that_was_merged_lets_it_pass_and_is_shown(tmp_path: Path, runner: Runner) -> None:
    workspace = checkout(tmp_path, {FILE: WITHOUT_SEAT}, before={"govgraph.toml": WAIVER})
    ran = runner.run(workspace, {"files": FILE}, base="main")
    assert (ran.code, ran.outputs["verdict"]) == (0, "0"), ran.log
    assert "The forum asked to sit on the new partnership board instead." in ran.outputs["comment"]


@pytest.mark.parametrize(
    ("settings", "differs"),
    [
        pytest.param(None, "govgraph.toml was there at {base} and is gone (ignore).", id="deleted"),
        pytest.param('ignore = ["REP", "CHG"]\n', "govgraph.toml differs from {base} (ignore).", id="ignored"),
        pytest.param('fail-on = "never"\n' + SETTINGS, "govgraph.toml differs from {base} (fail-on).", id="never"),
        pytest.param(SETTINGS + WAIVER, "govgraph.toml differs from {base} (waivers).", id="waived"),
    ],
)
def test_settings_in_a_pull_request_turn_nothing_green_and_the_comment_says_so(
    tmp_path: Path, runner: Runner, settings: str | None, differs: str
) -> None:
    files = {FILE: WITHOUT_SEAT} | ({"govgraph.toml": settings} if settings else {})
    deleted = None if settings else "govgraph.toml"
    workspace = checkout(tmp_path, files, before={"govgraph.toml": SETTINGS}, deleted=deleted)
    ran = runner.run(workspace, {"files": FILE}, base="main")
    assert (ran.code, ran.outputs["verdict"]) == (1, "1"), ran.log
    base = "git:refs/remotes/origin/main"
    for said in (ran.outputs["comment"], ran.log):
        assert differs.format(base=base) in said.replace("%3A", ":").replace("\\", "")
        assert "CHG101" in said
        assert "REP101" in said


@pytest.mark.parametrize(
    ("structure", "files", "base", "why"),
    [
        pytest.param(BROKEN, FILE, "main", "A value is missing here, or a text needs quotes", id="a broken file"),
        pytest.param(WITH_SEAT, "other.yaml", "main", "There is no such file", id="no such file"),
        pytest.param(WITH_SEAT, "\n", "main", "FILE...", id="no file named"),
        pytest.param(WITH_SEAT, FILE, "gone", "There is no revision", id="no such base"),
    ],
)
def test_no_verdict_is_never_green_and_the_comment_says_why(
    tmp_path: Path, runner: Runner, structure: str, files: str, base: str, why: str
) -> None:
    ran = runner.run(checkout(tmp_path, {FILE: structure}), {"files": files, "fail-on": "never"}, base=base)
    assert (ran.code, ran.outputs["verdict"]) == (2, "2"), ran.log
    assert why in ran.outputs["comment"]
    assert [line for line in ran.obeyed if line.startswith("::error")]


def test_a_shallow_checkout_fetches_the_base(tmp_path: Path, runner: Runner) -> None:
    workspace = checkout(tmp_path, {FILE: WITHOUT_SEAT}, depth=1)
    assert "origin/main" not in git(workspace, "branch", "--remotes")
    ran = runner.run(workspace, {"files": FILE}, base="main")
    assert ran.code == 1, ran.log
    assert "CHG101" in ran.outputs["comment"]


def test_a_push_is_compared_with_nothing(tmp_path: Path, runner: Runner) -> None:
    ran = runner.run(checkout(tmp_path, {FILE: WITHOUT_SEAT}), {"files": FILE})
    assert ran.code == 1, ran.log
    assert "REP101" in ran.outputs["comment"]
    assert "CHG101" not in ran.outputs["comment"]


def test_inputs_reach_the_command(tmp_path: Path, runner: Runner) -> None:
    workspace = checkout(tmp_path, {FILE: WITHOUT_SEAT}, before={"more settings.toml": 'ignore = ["REP101"]\n'})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("not for a change to write to", encoding="utf-8")
    (workspace / "the report.sarif").symlink_to(elsewhere)
    inputs = {"files": FILE, "against": "git:HEAD~1", "fail-on": "never", "config": "more settings.toml"}
    ran = runner.run(workspace, {**inputs, "sarif": "the report.sarif"})
    assert ran.code == 0, ran.log
    (written,) = json.loads((workspace / "the report.sarif").read_text(encoding="utf-8"))["runs"]
    assert {result["ruleId"] for result in written["results"]} == {"CHG101"}
    assert elsewhere.read_text(encoding="utf-8") == "not for a change to write to"


def test_settings_outside_the_repository_are_read_as_they_are(tmp_path: Path, runner: Runner) -> None:
    workspace = checkout(tmp_path, {FILE: WITHOUT_SEAT, "govgraph.toml": 'fail-on = "never"\n'})
    settings = tmp_path / "settings.toml"
    settings.write_text('ignore = ["REP101"]\n', encoding="utf-8")
    ran = runner.run(workspace, {"files": FILE, "config": str(settings)}, base="main")
    assert (ran.code, ran.outputs["verdict"]) == (1, "1"), ran.log
    assert "CHG101" in ran.outputs["comment"]
    assert "REP101" not in ran.outputs["comment"]


def test_where_another_file_is_compared_with_settings_are_those_that_are_there(tmp_path: Path, runner: Runner) -> None:
    files = {FILE: WITHOUT_SEAT, "before.yaml": WITH_SEAT, "govgraph.toml": 'ignore = ["REP101"]\n'}
    ran = runner.run(checkout(tmp_path, files), {"files": FILE, "against": "before.yaml"}, base="main")
    assert (ran.code, ran.outputs["verdict"]) == (1, "1"), ran.log
    assert "Compared with before.yaml" in ran.outputs["comment"]
    assert "REP101" not in ran.outputs["comment"]


def test_to_fetch_the_base_runs_nothing_that_the_checkout_names(tmp_path: Path, runner: Runner) -> None:
    workspace = checkout(tmp_path, {FILE: WITHOUT_SEAT}, depth=1)
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\necho $0 >> {sprung}\n", encoding="utf-8")
    trap.chmod(0o755)
    hooks = workspace / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("reference-transaction", "pre-auto-gc", "post-index-change"):
        (hooks / name).symlink_to(trap)
    git(workspace, "config", "core.fsmonitor", str(trap))
    ran = runner.run(workspace, {"files": FILE}, base="main")
    assert ran.code == 1, ran.log
    assert "CHG101" in ran.outputs["comment"]
    assert not sprung.exists()


def test_names_of_files_and_branches_are_names_only(tmp_path: Path, runner: Runner) -> None:
    first, second, third = "-our structure.yaml", "$(touch pwned).yaml", "it's `touch pwned`;touch pwned.yaml"
    files = {first: WITHOUT_SEAT, second: "govgraph: 1\n", third: "govgraph: 1\n"}
    workspace = checkout(tmp_path, files, base="$(touch${IFS}pwned)", depth=1)
    ran = runner.run(workspace, {"files": f"{first}\n\n  {second}\n{third}\n"}, base="$(touch${IFS}pwned)")
    assert ran.code == 1, ran.log
    assert "CHG101" in ran.outputs["comment"]
    assert git(workspace, "status", "--porcelain") == ""


def hostile(*names: str) -> str:
    """A structure in which each body has such a name and a finding, and a reference that a fault quotes."""
    kind = "kind: board, level: strategic, does: decides, without: parent-carers"
    bodies = "".join(f"  b{number}: {{name: {json.dumps(name)}, {kind}}}\n" for number, name in enumerate(names))
    return WITHOUT_SEAT + bodies


def test_names_in_the_structure_are_names_only(tmp_path: Path, runner: Runner) -> None:
    workspace = checkout(tmp_path, {FILE: hostile(*NAMES), **TRAPS})
    first = runner.run(workspace, {"files": FILE}, base="main")
    # What ends the comment in the file of outputs is random; a name that held it last time ends nothing now.
    (end,) = first.ends
    (workspace / FILE).write_text(hostile(*NAMES, end, f"::{end}::"), encoding="utf-8")
    ran = runner.run(workspace, {"files": FILE}, base="main")
    assert first.ends != ran.ends
    for one in (first, ran):
        assert (one.code, one.outputs["verdict"]) == (1, "1"), one.log
        assert {line.split()[0] for line in one.obeyed} <= {"::error", "::warning", "::notice"}
        assert one.outputs["comment"] == Path(one.outputs["comment-file"]).read_text(encoding="utf-8")
    assert end in ran.outputs["comment"]
    assert git(workspace, "status", "--porcelain") == f"M {FILE}"


def test_names_that_a_fault_quotes_are_names_only(tmp_path: Path, runner: Runner) -> None:
    unknown = "".join(
        f"  c{number}: {{name: C, kind: board, reports_to: {json.dumps(name)}}}\n" for number, name in enumerate(NAMES)
    )
    workspace = checkout(tmp_path, {FILE: WITHOUT_SEAT + unknown})
    ran = runner.run(workspace, {"files": FILE}, base="main")
    assert (ran.code, ran.outputs["verdict"]) == (2, "2"), ran.log
    assert "##[set-output name=verdict]0" in ran.log, "the faults are told on standard error as they are"
    assert {line.split()[0] for line in ran.obeyed} <= {"::error"}
    assert git(workspace, "status", "--porcelain") == ""
