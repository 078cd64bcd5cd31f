"""Git settings that run programs, and repositories that a change brings along: nothing runs, and the base is true."""

import json
import shutil
import sys
from pathlib import Path

import click
import pytest

from govgraph.cli import govgraph as commands
from govgraph.desk.built_file import built_pages, digest_of_sources, stated_digest
from govgraph.formats.git_objects import repository_top
from helpers import FIXTURES, govgraph, govgraph_json
from hostile_repository import FILE, LACKING, hostile_repository
from repository import STRUCTURE, WITHOUT_SEAT, commit, environment, git, repository, run

BASE = "git:origin/main"
LOST = ("CHG101", ["board"])
DRAFT = str(FIXTURES / "shropshire-draft-2020" / "structure.yaml")

# Runs commands in a process that keeps what Python reports of it: sockets, and programs that are started.
AUDITED = """
import json, sys
from govgraph.cli import main
events = []
def hook(event, arguments):
    if event.startswith("socket."):
        events.append(event)
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"):
        events.append(f"{event} {arguments[0]}")
sys.addaudithook(hook)
codes = []
for arguments in json.loads(sys.argv[1]):
    try:
        main(arguments)
    except SystemExit as stop:
        codes.append(stop.code)
print(json.dumps({"events": events, "codes": codes}), file=sys.__stderr__)
"""
OPEN = "out/open.yaml"
# Every command, and what can compare with a revision in each way in which it can.
COMMANDS = [
    *(("check", FILE, "--against", BASE, "--format", form) for form in
      ("text", "json", "markdown", "sarif", "junit", "github", "gitlab")),
    ("check", FILE, "--against", f"{BASE}:{FILE}"),
    ("check", FILE, "--against", BASE, "--all"),
    *(("check", FILE, "--against", BASE, "--questions", "--format", form, "-o", f"out/questions.{form}")
      for form in ("markdown", "csv")),
    ("answer", OPEN, "out/answers.csv", "-o", "out/answered.yaml"),
    ("diff", BASE, FILE),
    ("diff", BASE, FILE, "--all"),
    *(("draw", FILE, "--against", BASE, "-o", f"out/x.{form}") for form in ("html", "svg", "png", "pdf")),
    ("draw", FILE, "-o", "out/x.mmd"),
    *(("report", FILE, "--against", BASE, "-o", f"out/x.{form}") for form in ("md", "html", "docx", "pdf")),
    ("trace", FILE, "board"),
    ("convert", FILE, "out/x.xlsx"),
    ("convert", FILE, "out/csv"),
    ("draft", "out/terms.txt", "--onto", OPEN, "-o", "out/draft.yaml"),
    ("merge", FILE, OPEN, "-o", "out/merged.yaml"),
    ("new", "out/new.xlsx"),
    ("demo", "--output", "out/demo.html"),
    ("explain", "REP101"),
    ("schema",),
    ("desk", "-o", "out/desk.html"),
]  # fmt: skip


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("traces")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, traces: Path) -> Path:
    mine = hostile_repository(tmp_path_factory.mktemp("hostile"), traces)
    (mine / "out").mkdir()
    (mine / OPEN).write_text("bodies: {board: {name: The Board, kind: board}}", encoding="utf-8")
    (mine / "out" / "terms.txt").write_text("The Board\n\nThe Board meets every month.\n", encoding="utf-8")
    (mine / "out" / "answers.csv").write_text("About,Answer,Key\nThe Board,councillor,chair\n", encoding="utf-8")
    for trace in traces.iterdir():  # left by git while the repository was made
        trace.unlink()
    return mine


def test_the_audit_goes_through_every_command() -> None:
    assert {arguments[0] for arguments in COMMANDS} == set(commands.list_commands(click.Context(commands)))


def test_no_command_opens_a_socket_or_runs_anything_but_git_and_git_runs_nothing(
    hostile: Path, traces: Path, tmp_path: Path
) -> None:
    events = tmp_path / "events"
    ran = run(hostile, sys.executable, "-c", AUDITED, json.dumps(COMMANDS), GIT_TRACE2_EVENT=str(events))
    said = json.loads(ran.stdout.splitlines()[-1])
    codes = {
        arguments: 1 if arguments[0] in ("check", "diff") and "--questions" not in arguments else 0
        for arguments in COMMANDS
    }
    is_built = any(stated_digest(page) == digest_of_sources() for page in built_pages())
    codes["desk", "-o", "out/desk.html"] = 0 if is_built else 2
    assert dict(zip(COMMANDS, said["codes"], strict=True)) == codes
    assert set(said["events"]) == {f"subprocess.Popen {shutil.which('git')}"}
    told = [json.loads(line) for line in events.read_text(encoding="utf-8").splitlines()]
    assert {one["event"] for one in told} >= {"start", "cmd_name", "exit"}
    assert [one for one in told if one["event"] in ("child_start", "exec")] == []
    assert list(traces.iterdir()) == []


def test_what_a_partial_clone_lacks_is_not_fetched(hostile: Path, traces: Path) -> None:
    ran = govgraph("check", LACKING, "--against", BASE, folder=hostile)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"{BASE}:{LACKING}: git cannot give all of this revision: " in ran.stderr
    assert list(traces.iterdir()) == []


def test_git_itself_would_have_run_what_is_named_there(hostile: Path, traces: Path) -> None:
    # The control: were it not so, the test above would show nothing.
    run(hostile, "git", "diff", "--name-status", "origin/main")
    run(hostile / "gov", "git", "status")
    run(hostile, "git", "cat-file", "blob", f"origin/main:{LACKING}")
    try:
        ran = {trace.name for trace in traces.iterdir()}
        assert {"fsmonitor", "process", "fsmonitor-of-the-change", "remote"} <= ran
    finally:
        for trace in traces.iterdir():
            trace.unlink()


def test_the_base_is_that_of_the_repository_and_not_one_among_the_files(hostile: Path) -> None:
    for folder, file in ((hostile, FILE), (hostile / "gov", "structure.yaml")):
        code, said = govgraph_json(file, "--against", BASE, "--select", "CHG", folder=folder)
        assert code == 1
        assert LOST in [(one["code"], one["bodies"]) for one in said["findings"]]


def test_a_file_that_is_renamed_in_the_work_tree_alone_is_found_without_git_looking_there(
    hostile: Path, traces: Path
) -> None:
    (hostile / FILE).rename(hostile / "gov" / "renamed.yaml")
    try:
        code, said = govgraph_json("gov/renamed.yaml", "--against", BASE, "--select", "CHG", folder=hostile)
        assert (code, said["against"]["files"]) == (1, [FILE])
        assert list(traces.iterdir()) == []
    finally:
        (hostile / "gov" / "renamed.yaml").rename(hostile / FILE)


def test_a_folder_that_is_a_bare_repository_alone_is_in_no_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "gov")
    (tmp_path / "gov" / "structure.yaml").write_text(STRUCTURE, encoding="utf-8")
    assert repository_top(tmp_path / "gov") == repository_top(tmp_path)
    ran = govgraph("check", "structure.yaml", "--against", "git:HEAD", folder=tmp_path / "gov")
    assert ran.returncode == 2
    assert "git:HEAD: This folder is not in a git repository, so there is no revision 'HEAD'." in ran.stderr


def test_what_git_says_of_a_folder_that_it_does_not_trust_is_printed_whole(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    mine = repository(tmp_path / "mine", {"structure.yaml": STRUCTURE})
    command = (sys.executable, "-m", "govgraph", "check", "structure.yaml", "--against", "git:HEAD")
    ran = run(mine, *command, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert ran.returncode == 2
    assert (
        f"git:HEAD: git cannot read this repository: detected dubious ownership in repository at '{mine}' To add an "
        f"exception for this directory, call: git config --global --add safe.directory {mine}"
    ) in ran.stdout


def test_variables_of_git_that_point_elsewhere_do_not_count(tmp_path: Path) -> None:
    for name, text in (("mine", STRUCTURE), ("forged", WITHOUT_SEAT)):
        (tmp_path / name).mkdir()
        repository(tmp_path / name, {"structure.yaml": text})
    commit(tmp_path / "mine", {"structure.yaml": WITHOUT_SEAT})
    forged = tmp_path / "forged" / ".git"
    there = {"GIT_DIR": str(forged), "GIT_COMMON_DIR": str(forged), "GIT_OBJECT_DIRECTORY": str(forged / "objects")}
    command = (
        sys.executable,
        "-m",
        "govgraph",
        "check",
        "structure.yaml",
        "--against",
        "git:HEAD~1",
        "--select",
        "CHG",
    )
    ran = run(tmp_path / "mine", *command, "--format", "json", **there)
    assert [(one["code"], one["bodies"]) for one in json.loads(ran.stdout)["findings"]] == [("CHG101", ["board"])]
    assert "GIT_DIR" not in environment()
