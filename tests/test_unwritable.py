"""Where there is no room for what is written: what was there stays whole, nothing is left, and one sentence says so.

A limit on the size of files (`ulimit -f`) stands for a full disk: the system refuses in the middle of writing.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import FIXTURES, govgraph, mostly_long
from privileges import FULL, device

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
COMMAND = f"{sys.executable} -m govgraph"
TOO_LARGE = "cannot be written: the system allows no file of that size (see `ulimit -f`).\n"


def limited(folder: Path, command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A command that may write no file of more than some thousand bytes."""
    return subprocess.run(
        ["sh", "-c", f"ulimit -f 2; {COMMAND} {command}"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("linked", [False, True], ids=["alone", "of two names"])
def test_the_old_file_stays_whole(linked: bool, tmp_path: Path) -> None:
    (tmp_path / "r").write_text("old", encoding="utf-8")
    if linked:
        (tmp_path / "other").hardlink_to(tmp_path / "r")
    before = names(tmp_path)
    ran = limited(tmp_path, f"check '{DRAFT}' --output r")
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"govgraph: r {TOO_LARGE}")
    assert (tmp_path / "r").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == before


@pytest.mark.parametrize(
    "command",
    mostly_long(
        [
            "draw {} -o x.svg",
            "draw {} -o x.png",
            "draw {} -o x.pdf",
            "report {} -o x.md",
            "report {} -o x.docx",
            "convert {} x.json",
            "convert {} x.xlsx",
            "new x.xlsx",
        ],
        "draw {} -o x.pdf",
        "convert {} x.json",
        "new x.xlsx",
    ),
)
def test_nothing_is_left_behind(command: str, tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    ran = limited(tmp_path, command.format(DRAFT), TMPDIR=str(tmp_path / "temporary"))
    output = next(word for word in command.split() if word.startswith("x."))
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"govgraph: {output} {TOO_LARGE}")
    assert names(tmp_path) == {"temporary"}
    assert names(tmp_path / "temporary") == set()


@pytest.mark.parametrize("there", [False, True], ids=["a new folder", "an empty folder"])
def test_no_part_of_a_folder_is_left_behind(there: bool, tmp_path: Path) -> None:
    if there:
        (tmp_path / "csv").mkdir()
    before = names(tmp_path)
    ran = limited(tmp_path, f"convert '{DRAFT}' csv")
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"govgraph: csv {TOO_LARGE}")
    assert names(tmp_path) == before
    assert not there or names(tmp_path / "csv") == set()


def test_a_summary_holds_what_it_held(tmp_path: Path) -> None:
    (tmp_path / "summary").write_text("old", encoding="utf-8")
    ran = limited(tmp_path, f"check '{DRAFT}' --format github --fail-on never", GITHUB_STEP_SUMMARY="summary")
    assert ran.returncode == 2
    assert f"govgraph: The summary of the step, summary, {TOO_LARGE}" in ran.stderr
    assert (tmp_path / "summary").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_report_that_is_cut_off_is_never_green(unbuffered: str, tmp_path: Path) -> None:
    command = f"check '{DRAFT}' --fail-on never > cut.txt"
    ran = limited(tmp_path, command, PYTHONUNBUFFERED=unbuffered)
    assert (ran.returncode, ran.stderr) == (2, f"govgraph: Standard output {TOO_LARGE}")
    assert (tmp_path / "cut.txt").stat().st_size < 3000


def test_standard_output_on_a_full_disk(tmp_path: Path) -> None:
    device(tmp_path / "full", FULL)
    command = f"{COMMAND} check '{DRAFT}' --fail-on never > full"
    ran = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (2, "govgraph: Standard output cannot be written: the disk is full.\n")


def test_a_reader_that_does_not_keep_up_gets_no_green_verdict(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    os.write(writing, b"x" * 60_000)  # there is room for a part of the report
    command = [sys.executable, "-m", "govgraph", "check", str(DRAFT), "--all", "--fail-on", "never"]
    ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    os.close(reading)
    os.close(writing)
    sentence = "govgraph: Standard output cannot be written: the program that reads it does not keep up.\n"
    assert (ran.returncode, ran.stderr) == (2, sentence)


HALF = """
import sys
from govgraph.formats import atomic_write as output
from govgraph.cli import main
real, faults = output._write_bytes, int(sys.argv.pop(1))
def write(file, data):
    global faults
    if faults:
        faults -= 1
        real(file, data[:50])
        raise OSError(5, "Input/output error")
    real(file, data)
output._write_bytes = write
main(sys.argv[1:])
"""


@pytest.mark.parametrize("faults", [1, 2], ids=["once", "and again"])
def test_a_disk_that_fails_half_way_loses_nothing(faults: int, tmp_path: Path) -> None:
    old = "old" * 30
    (tmp_path / "r").write_text(old, encoding="utf-8")
    (tmp_path / "other").hardlink_to(tmp_path / "r")
    command = [sys.executable, "-c", HALF, str(faults), "check", str(DRAFT), "--output", "r"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    if faults == 1:
        assert ran.stderr == "govgraph: r cannot be written: Input/output error.\n"
        assert (tmp_path / "r").read_text(encoding="utf-8") == old
        assert names(tmp_path) == {"r", "other"}
    else:
        (kept,) = names(tmp_path) - {"r", "other"}
        assert (tmp_path / kept).read_text(encoding="utf-8") == old
        where = f"what the file held before is in {tmp_path.resolve() / kept}"
        assert ran.stderr == f"govgraph: r cannot be written: Input/output error; {where}.\n"


def test_the_command_says_so_in_the_format_too(tmp_path: Path) -> None:
    ran = govgraph("check", DRAFT, "--format", "json", "--output", "x" * 300, folder=tmp_path)
    assert ran.returncode == 2
    assert "cannot be written: the name is too long." in ran.stdout
