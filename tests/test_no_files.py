"""A pipe or a device in the place of a file that is read: refused at once, whatever would read it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import FIXTURES, govgraph, govgraph_json
from privileges import ZERO, device

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
PIPE = "This is a pipe, not a file. Save what it gives in a file, and name that."
DEVICE = "This is a device, not a file; name a file."
READS = {
    "a structure": ("pipe", ["check", "pipe"]),
    "a workbook": ("pipe.xlsx", ["check", "pipe.xlsx"]),
    "a structure before": ("pipe", ["check", "m.yaml", "--against", "pipe"]),
    "settings": ("pipe", ["check", "m.yaml", "--config", "pipe"]),
    "settings that are found": ("govgraph.toml", ["check", "m.yaml"]),
    "shared settings": ("pyproject.toml", ["draw", "m.yaml", "-o", "x.svg"]),
    "a baseline": ("pipe", ["check", "m.yaml", "--baseline", "pipe"]),
    "rules": ("pipe.py", ["check", "m.yaml", "--rules", "pipe.py"]),
    "rules to explain": ("pipe.py", ["explain", "--rules", "pipe.py"]),
    "a template": ("pipe.docx", ["report", "m.yaml", "--template", "pipe.docx", "-o", "x.docx"]),
    "a part of a folder": ("csv/bodies.csv", ["check", "csv"]),
    "what is traced": ("pipe", ["trace", "pipe", "board"]),
    "what is compared": ("pipe", ["diff", "pipe", "m.yaml"]),
    "what is converted": ("pipe", ["convert", "pipe", "x.json"]),
    "what is drawn": ("pipe", ["draw", "pipe", "-o", "x.html"]),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m.yaml").write_bytes(DRAFT.read_bytes())
    (tmp_path / "csv").mkdir()
    return tmp_path


@pytest.mark.parametrize("case", READS)
def test_a_pipe_is_refused_at_once(case: str, folder: Path) -> None:
    name, arguments = READS[case]
    os.mkfifo(folder / name)  # nobody writes into it: to open it would be to wait for ever
    before = {path.name for path in folder.iterdir()}
    ran = govgraph(*arguments, folder=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"{name}: {PIPE}\n" in ran.stderr
    assert {path.name for path in folder.iterdir()} == before


@pytest.mark.parametrize("case", ["a structure", "settings", "a baseline", "rules", "a template"])
def test_a_device_is_refused_at_once(case: str, folder: Path) -> None:
    name, arguments = READS[case]
    device(folder / name, ZERO)
    ran = govgraph(*arguments, folder=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"{name}: {DEVICE}\n" in ran.stderr


def test_what_another_program_gives_is_saved_in_a_file_first(folder: Path) -> None:
    (folder / "link.yaml").symlink_to("/dev/stdin")
    for name in ("/dev/stdin", "link.yaml"):
        command = [sys.executable, "-m", "govgraph", "check", name]
        ran = subprocess.run(
            command, cwd=folder, input=DRAFT.read_text("utf-8"), capture_output=True, encoding="utf-8", check=False
        )
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"{name}: {PIPE}\n" in ran.stderr
    with DRAFT.open("rb") as file:  # this is a file, by whatever name
        given = subprocess.run(
            [sys.executable, "-m", "govgraph", "check", "/dev/stdin"], stdin=file, capture_output=True, check=False
        )
    assert given.returncode == 1


def test_it_is_told_in_the_format_too(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    code, told = govgraph_json("pipe", folder=folder)
    assert code == 2
    assert told["errors"] == [{"path": "pipe", "line": None, "column": None, "message": PIPE}]


def test_settings_that_are_no_file_are_not_passed_over(folder: Path) -> None:
    (folder / "govgraph.toml").mkdir()
    ran = govgraph("check", "m.yaml", folder=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "govgraph.toml: This is a folder; name the file.\n" in ran.stderr
