"""Standard streams that are closed: the exit code says how it went, and a report that reached nobody is no verdict."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpers import FIXTURES, mostly_long
from repository import STRUCTURE, WITHOUT_SEAT, commit, environment, git, repository

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no shell of this kind")

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
CLOSED = [">&-", "2>&-", "<&-", ">&- 2>&-", ">&- 2>&- <&-"]
each_way = pytest.mark.parametrize("streams", mostly_long(CLOSED, CLOSED[0], CLOSED[-1]))
FIRST = "Shropshire's SEND governance, as drafted in July 2020\n"


def shell(folder: Path, arguments: str, streams: str = "") -> "subprocess.CompletedProcess[str]":
    command = f"{sys.executable} -m govgraph {arguments} {streams}"
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, encoding="utf-8", check=False, env=environment()
    )


@each_way
def test_a_report_in_a_file_needs_no_streams(streams: str, tmp_path: Path) -> None:
    ran = shell(tmp_path, f"check '{DRAFT}' --output r", streams)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "")
    assert (tmp_path / "r").read_text(encoding="utf-8").startswith(FIRST)
    assert shell(tmp_path, f"check '{DRAFT}' --fail-on never --output r", streams).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


@each_way
def test_what_only_says_that_a_file_is_written_may_go_unheard(streams: str, tmp_path: Path) -> None:
    for arguments in (f"convert '{DRAFT}' x.json", "new x.yaml", f"draw '{DRAFT}' -o x.mmd"):
        ran = shell(tmp_path, arguments, streams)
        assert ran.returncode == 0, (arguments, ran.stderr)
        assert ran.stderr in {"", "Written: x.mmd.\n"}
    assert {path.name for path in tmp_path.iterdir()} == {"x.json", "x.yaml", "x.mmd"}


def test_a_report_that_reached_nobody_is_no_verdict(tmp_path: Path) -> None:
    for arguments, where in (
        ("--format text", "Standard output"),
        ("--format json", "Standard output"),
        ("--output /dev/stdout", "/dev/stdout"),
    ):
        ran = shell(tmp_path, f"check '{DRAFT}' --fail-on never {arguments}", ">&-")
        assert (ran.returncode, ran.stderr) == (2, f"govgraph: {where} cannot be written: it is closed.\n")
    assert shell(tmp_path, f"check '{DRAFT}' --fail-on never", ">&- 2>&-").returncode == 2


def test_without_standard_error_the_report_is_all_there(tmp_path: Path) -> None:
    ran = shell(tmp_path, f"check '{DRAFT}'", "2>&-")
    assert ran.returncode == 1
    assert ran.stdout == shell(tmp_path, f"check '{DRAFT}'").stdout
    assert shell(tmp_path, "check missing.yaml", "2>&-").returncode == 2


def test_nothing_that_is_opened_later_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    where = repository(tmp_path / "work", {"m.yaml": STRUCTURE})
    git(where, "checkout", "--quiet", "-b", "change")
    commit(where, {"m.yaml": WITHOUT_SEAT})
    opens = "import os\nnumber = os.open(os.devnull, os.O_RDONLY)\nassert number > 2, number\n"
    (tmp_path / "ours.py").write_text(opens, encoding="utf-8")
    ran = shell(where, "check m.yaml --against git:main --output ../r", CLOSED[-1])
    assert (ran.returncode, ran.stderr) == (1, "")
    report = (tmp_path / "r").read_text(encoding="utf-8")
    assert report.startswith("A county's SEND governance\n")
    assert "CHG101" in report
    ran = shell(where, "check m.yaml --rules ../ours.py --output ../r", CLOSED[-1])
    assert ran.returncode == 2
    assert "../ours.py: This file holds no rule" in (tmp_path / "r").read_text(encoding="utf-8")
