"""A run of the command that is forked says what a run says that begins with Python itself."""

import subprocess
from pathlib import Path

import pytest

import ready
from helpers import FIXTURES, govgraph

pytestmark = pytest.mark.skipif(not ready.FORKS, reason="there is no fork")

DRAFT = str(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
RUNS: dict[str, list[str]] = {
    "nothing said": [],
    "findings": ["check", DRAFT],
    "for a program": ["check", DRAFT, "--format", "json", "--fail-on", "never"],
    "no such file": ["check", "no-such-file.yaml", "--format", "sarif"],
    "no such option": ["check", DRAFT, "--no-such-option"],
    "written": ["draw", DRAFT, "-o", "drawn.svg"],
    "in any script": ["convert", "bwrdd.yaml", "bwrdd.json"],
    "help": ["check", "--help"],
}


def in_a_folder(where: Path, arguments: list[str], **environment: str) -> tuple[int, str, str, dict[str, bytes]]:
    where.mkdir()
    (where / "bwrdd.yaml").write_text("bodies: {b: {name: Ŵyl y Tŷ 治理委员会, kind: board}}\n", encoding="utf-8")
    ran = govgraph(*arguments, folder=where, **environment)
    written = {path.name: path.read_bytes() for path in where.iterdir()}
    return ran.returncode, ran.stdout, ran.stderr, written


@pytest.mark.parametrize("name", RUNS)
def test_a_run_that_is_forked_says_writes_and_ends_with_the_same(name: str, tmp_path: Path) -> None:
    forked = in_a_folder(tmp_path / "forked", RUNS[name])
    assert forked == in_a_folder(tmp_path / "begun", RUNS[name], PYTHONHASHSEED="0")


def test_one_run_leaves_nothing_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.py"
    own.write_text("import os, sys\nos.environ['LEFT'] = 'behind'\nos.chdir('/')\nos._exit(7)\n", encoding="utf-8")
    assert govgraph("check", DRAFT, "--rules", own).returncode == 7
    own.write_text("import os\nassert 'LEFT' not in os.environ\nos._exit(int(os.environ['MINE']))\n", encoding="utf-8")
    monkeypatch.setenv("MINE", "9")
    assert govgraph("check", DRAFT, "--rules", "own.py", folder=tmp_path).returncode == 9


def test_a_run_that_takes_too_long_is_ended_and_the_next_is_not() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        ready.run(["check", DRAFT], None, seconds=0)
    assert govgraph("check", DRAFT).returncode == 1
