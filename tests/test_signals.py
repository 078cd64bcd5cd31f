"""What ends a run from outside leaves no part of a file behind, and gives no verdict."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers import FIXTURES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind")

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
STOPPED = "govgraph: Stopped before there was a verdict.\n"
SIGNALS = ["SIGTERM", "SIGHUP", "SIGXCPU", "SIGINT"]

# The real command, which gets a signal when the first bytes of its output are on the disk.
SIGNALLED = """
import os, signal, sys
from govgraph.cli import main
real, number, times = os.fsync, getattr(signal, sys.argv.pop(1)), int(sys.argv.pop(1))
def fsync(handle):
    real(handle)
    for _ in range(times):
        os.kill(os.getpid(), number)
os.fsync = fsync
main(sys.argv[1:])
"""


def signalled(folder: Path, name: str, *arguments: str, times: int = 1) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", SIGNALLED, name, str(times), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("name", SIGNALS)
def test_a_file_that_is_half_written_is_removed_and_the_old_one_stays(name: str, tmp_path: Path) -> None:
    (tmp_path / "r").write_text("old", encoding="utf-8")
    ran = signalled(tmp_path, name, "check", str(DRAFT), "--fail-on", "never", "--output", "r")
    assert (ran.returncode, ran.stdout, ran.stderr.lstrip()) == (2, "", STOPPED)
    assert (tmp_path / "r").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == {"r"}


def test_a_signal_that_comes_twice_does_not_end_the_tidying_up(tmp_path: Path) -> None:
    ran = signalled(tmp_path, "SIGTERM", "convert", str(DRAFT), "x.json", times=2)
    assert (ran.returncode, ran.stdout, ran.stderr.lstrip()) == (2, "", STOPPED)
    assert names(tmp_path) == set()


def test_a_file_of_two_names_is_whole(tmp_path: Path) -> None:
    (tmp_path / "r").write_text("old", encoding="utf-8")
    (tmp_path / "other").hardlink_to(tmp_path / "r")
    ran = signalled(tmp_path, "SIGTERM", "check", str(DRAFT), "--output", "r")
    assert (ran.returncode, ran.stderr.lstrip()) == (2, STOPPED)
    assert (tmp_path / "other").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == {"r", "other"}


@pytest.mark.parametrize("there", [False, True], ids=["a new folder", "an empty folder"])
def test_a_folder_that_is_half_written_is_removed(there: bool, tmp_path: Path) -> None:
    if there:
        (tmp_path / "csv").mkdir()
    ran = signalled(tmp_path, "SIGHUP", "convert", str(DRAFT), "csv")
    assert (ran.returncode, ran.stderr.lstrip()) == (2, STOPPED)
    assert names(tmp_path) == ({"csv"} if there else set())
    assert not there or names(tmp_path / "csv") == set()


def test_a_signal_ends_a_run_that_waits_for_who_reads_its_output(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    if not Path("/proc/self/fd").exists():
        pytest.skip("what a process has open cannot be seen here")
    command = [sys.executable, "-m", "govgraph", "check", str(DRAFT), "--output", "pipe"]
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    writing = os.open(tmp_path / "pipe", os.O_WRONLY)
    os.set_blocking(writing, False)
    while True:  # until it is full, so that the command waits
        try:
            os.write(writing, b"x")
        except BlockingIOError:
            break
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8") as running:
        while running.poll() is None and not is_waiting_for(running.pid, tmp_path / "pipe"):
            time.sleep(0.01)
        running.send_signal(signal.SIGTERM)
        _, errors = running.communicate(timeout=60)
    os.close(reading)
    os.close(writing)
    assert (running.returncode, errors.lstrip()) == (2, STOPPED)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def is_waiting_for(process: int, path: Path) -> bool:
    """Whether a process has opened a file and sleeps: one that is about to write would not hear of a signal."""
    state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    return state == "S" and has_opened(process, path)


def has_opened(process: int, path: Path) -> bool:
    return str(path.resolve()) in {os.path.realpath(opened) for opened in Path(f"/proc/{process}/fd").iterdir()}


def test_what_nohup_ignores_is_ignored(tmp_path: Path) -> None:
    script = f"trap '' HUP; exec {sys.executable} -c \"$0\" SIGHUP 1 check '{DRAFT}' --output r"
    ran = subprocess.run(["sh", "-c", script, SIGNALLED], cwd=tmp_path, check=False)
    assert ran.returncode == 1
    assert names(tmp_path) == {"r"}
