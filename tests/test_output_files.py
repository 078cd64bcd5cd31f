"""`--output` and its siblings: devices, links, modes, names; each by the real command."""

import os
import select
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from helpers import FIXTURES, govgraph
from privileges import FULL, NULL, as_anybody, device

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no devices and no modes of this kind")

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
FIRST = "Shropshire's SEND governance, as drafted in July 2020\n"
COMMAND = [sys.executable, "-m", "govgraph"]


def checked(folder: Path, name: str, *options: str) -> "subprocess.CompletedProcess[str]":
    """`govgraph check` of the draft, with an output in a folder."""
    return govgraph("check", DRAFT, "--output", name, *options, folder=folder)


def is_report(path: Path) -> bool:
    return path.read_text(encoding="utf-8").startswith(FIRST)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_device_is_written_into_and_stays(tmp_path: Path) -> None:
    null = device(tmp_path / "null", NULL)
    ran = checked(tmp_path, "null")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert stat.S_ISCHR(null.lstat().st_mode)
    assert names(tmp_path) == {"null"}


def test_a_disk_and_a_socket_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket")
    ran = checked(tmp_path, "socket")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Error: --output socket: This is a socket; name a file.\n" in ran.stderr
    assert stat.S_ISSOCK((tmp_path / "socket").lstat().st_mode)
    try:
        os.mknod(tmp_path / "disk", 0o060666, os.makedev(7, 77))
    except OSError:
        pytest.skip("no device can be made here")
    ran = checked(tmp_path, "disk")
    assert ran.returncode == 2
    assert "Error: --output disk: This is a disk; name a file.\n" in ran.stderr
    assert stat.S_ISBLK((tmp_path / "disk").lstat().st_mode)


def test_a_pipe_gets_the_report_and_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen([*COMMAND, "check", str(DRAFT), "--output", "pipe"], cwd=tmp_path) as running:
        assert (tmp_path / "pipe").read_text(encoding="utf-8").startswith(FIRST)
        assert running.wait() == 1
    assert stat.S_ISFIFO((tmp_path / "pipe").lstat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "link"])
def test_standard_output_by_name_goes_on_where_it_is(name: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    script = f"echo head; {sys.executable} -m govgraph check '{DRAFT}' --output {name}; echo $?"
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        subprocess.run(["sh", "-c", script], cwd=tmp_path, stdout=log, check=True)
    lines = (tmp_path / "log").read_text(encoding="utf-8").splitlines(keepends=True)
    assert (lines[0], lines[1], lines[-1]) == ("head\n", FIRST, "1\n")
    assert names(tmp_path) == {"link", "log"}
    assert (tmp_path / "link").is_symlink()


def test_what_is_open_under_a_number_is_added_to_and_what_is_not_is_told(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("before\n", encoding="utf-8")
    script = f"{sys.executable} -m govgraph check '{DRAFT}' --output /dev/fd/7"
    assert subprocess.run(["sh", "-c", f"{script} 7>>log"], cwd=tmp_path, check=False).returncode == 1
    assert (tmp_path / "log").read_text(encoding="utf-8").startswith(f"before\n{FIRST}")
    ran = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 2
    assert "--output /dev/fd/7 cannot be written: it is closed.\n" in ran.stderr


def test_a_file_keeps_its_mode_its_attributes_and_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "r"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    with suppress(PermissionError):  # only root can give a file away
        os.chown(target, 1234, 1235)
    attributes = {}
    if hasattr(os, "setxattr"):
        with suppress(OSError):  # not every system of files has them
            os.setxattr(target, "user.note", b"mine")
            attributes = {"user.note": b"mine"}
    before = target.stat()
    assert checked(tmp_path, "r").returncode == 1
    after = target.stat()
    assert is_report(target)
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    for name, value in attributes.items():
        assert os.getxattr(target, name) == value
    assert names(tmp_path) == {"r"}


def test_a_new_file_has_the_mode_that_the_user_lets_files_have(tmp_path: Path) -> None:
    script = f"umask 027; {sys.executable} -m govgraph check '{DRAFT}' --output r; "
    script += f"{sys.executable} -m govgraph convert '{DRAFT}' folder >&2"
    subprocess.run(["sh", "-c", script], cwd=tmp_path, check=True)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"r": 0o640, "folder": 0o750}


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_what_it_leads_to_is_written(there: bool, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    if there:
        (tmp_path / "reports" / "real").write_text("old", encoding="utf-8")
    (tmp_path / "r").symlink_to("reports/real")
    assert checked(tmp_path, "r").returncode == 1
    assert (tmp_path / "r").readlink() == Path("reports/real")
    assert is_report(tmp_path / "reports" / "real")
    assert names(tmp_path) == {"r", "reports"}
    assert names(tmp_path / "reports") == {"real"}


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "astray").symlink_to("gone/real")
    ran = checked(tmp_path, "round")
    assert ran.returncode == 2
    assert "--output round cannot be written: the link leads back to itself.\n" in ran.stderr
    ran = checked(tmp_path, "astray")
    assert ran.returncode == 2
    assert f"astray: there is no folder {(tmp_path / 'gone').resolve()}.\n" in ran.stderr
    assert names(tmp_path) == {"round", "astray"}


def test_a_file_of_two_names_stays_one_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("zzz" * 100_000, encoding="utf-8")
    (tmp_path / "r").hardlink_to(tmp_path / "real")
    assert checked(tmp_path, "r").returncode == 1
    assert (tmp_path / "r").samefile(tmp_path / "real")
    assert is_report(tmp_path / "real")
    assert "zzz" not in (tmp_path / "real").read_text(encoding="utf-8")
    assert names(tmp_path) == {"r", "real"}


def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "r"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o444)
    for arguments in (["check", str(DRAFT), "--output", "r"], ["check", str(DRAFT), "--write-baseline", "r"]):
        ran = govgraph(*arguments, folder=tmp_path)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert " r: This file is read-only. Choose another name, or change its permissions.\n" in ran.stderr
    assert target.read_text(encoding="utf-8") == "old"


def test_a_place_where_one_may_not_write_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "mine").write_text("old", encoding="utf-8")
    (tmp_path / "closed").chmod(0o555)
    for name in ("closed/r", "closed/mine"):
        command = [*as_anybody(), *COMMAND, "check", str(DRAFT), "--output", name]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr == f"govgraph: {name} cannot be written: you may not write there.\n"
    (tmp_path / "closed").chmod(0o755)
    assert names(tmp_path / "closed") == {"mine"}
    assert (tmp_path / "closed" / "mine").read_text(encoding="utf-8") == "old"


def test_the_file_of_another_that_may_be_written_stays_theirs(tmp_path: Path) -> None:
    target = tmp_path / "r"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o666)
    try:
        os.chown(target, 1234, 1234)
    except PermissionError:
        pytest.skip("only root can give a file away")
    command = [*as_anybody(), *COMMAND, "check", str(DRAFT), "--output", "r"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 1
    assert is_report(target)
    assert (target.stat().st_uid, stat.S_IMODE(target.stat().st_mode)) == (1234, 0o666)
    assert names(tmp_path) == {"r"}


@pytest.mark.parametrize("name", ["n" * 245 + ".json", "委" * 83 + ".json"], ids=["letters", "bytes"])
def test_a_name_may_be_as_long_as_the_system_allows(name: str, tmp_path: Path) -> None:
    assert checked(tmp_path, name, "--format", "json").returncode == 1
    folder = name.removesuffix(".json")
    assert govgraph("convert", DRAFT, folder, folder=tmp_path).returncode == 0
    assert names(tmp_path) == {name, folder}


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    for arguments in (["check", str(DRAFT), "--output", "n" * 300], ["new", "n" * 300 + ".yaml"]):
        ran = govgraph(*arguments, folder=tmp_path)
        assert ran.returncode == 2
        assert "cannot be written: the name is too long.\n" in ran.stderr
    assert names(tmp_path) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="how much a pipe holds cannot be set")
def test_a_reader_that_ends_before_the_report_is_no_rule_that_does() -> None:
    command = [*COMMAND, "check", str(DRAFT), "--format", "sarif"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        errors = running.stderr.read()
    sentence = "govgraph: The program that reads this ended before all was written.\n"
    assert (running.wait(), errors) == (2, sentence)


def test_a_pipe_whose_reader_ends_has_no_report(tmp_path: Path) -> None:
    import fcntl

    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    fcntl.fcntl(reading, fcntl.F_SETPIPE_SZ, 4096)  # less than the report
    os.set_blocking(reading, True)
    command = [*COMMAND, "check", str(DRAFT), "--all", "--fail-on", "never", "--output", "pipe"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8") as running:
        select.select([reading], [], [])
        os.close(reading)
        _, errors = running.communicate(timeout=60)
    sentence = "govgraph: pipe cannot be written: the program that reads it has ended.\n"
    assert (running.returncode, errors) == (2, sentence)


def test_a_full_disk_is_told_in_one_sentence_beside_the_faults(tmp_path: Path) -> None:
    device(tmp_path / "full", FULL)
    ran = checked(tmp_path, "full")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "govgraph: full cannot be written: the disk is full.\n"
    (tmp_path / "bad.yaml").write_text("bodies: {a: {name: A}}", encoding="utf-8")
    ran = govgraph("check", "bad.yaml", "--output", "full", folder=tmp_path)
    assert ran.returncode == 2
    assert "The body 'a' has no kind" in ran.stderr
    assert ran.stderr.endswith("govgraph: full cannot be written: the disk is full.\n")
    assert names(tmp_path) == {"full", "bad.yaml"}


def test_a_folder_that_vanishes_is_told(tmp_path: Path) -> None:
    code = (
        "import shutil, sys; from govgraph import pipeline; from govgraph.cli import main\n"
        "real = pipeline.check\n"
        "def check(*given, **named):\n    shutil.rmtree('reports'); return real(*given, **named)\n"
        "pipeline.check = check; main(sys.argv[1:])"
    )
    (tmp_path / "reports").mkdir()
    command = [sys.executable, "-c", code, "check", str(DRAFT), "--output", "reports/r"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "govgraph: reports/r cannot be written: its folder is not there.\n"
