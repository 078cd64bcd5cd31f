"""No output is written over what somebody made: what is read, what holds settings, or another output."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from govgraph.cli import govgraph as command_group
from helpers import FIXTURES, govgraph

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
SETTINGS = 'fail-on = "never"\n'
CHECK = ["check", "m.yaml"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A structure as a file and as a folder, and a file of every kind that commands read."""
    (tmp_path / "m.yaml").write_bytes(DRAFT.read_bytes())
    assert govgraph("convert", "m.yaml", "csv", folder=tmp_path).returncode == 0
    for name in ("c.toml", "ours.py", "known.json", "t.docx", "terms.txt"):
        (tmp_path / name).write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "inner").mkdir()
    return tmp_path


def held(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


CASES = {
    "a structure": ([*CHECK, "--output"], "m.yaml"),
    "a structure before": ([*CHECK, "--against", "known.json", "--output"], "known.json"),
    "settings": ([*CHECK, "--config", "c.toml", "--output"], "c.toml"),
    "rules": ([*CHECK, "--rules", "ours.py", "--output"], "ours.py"),
    "a baseline": ([*CHECK, "--baseline", "known.json", "--output"], "known.json"),
    "a baseline over a structure": ([*CHECK, "--write-baseline"], "m.yaml"),
    "a baseline over settings": ([*CHECK, "--config", "c.toml", "--write-baseline"], "c.toml"),
    "a baseline over rules": ([*CHECK, "--rules", "ours.py", "--write-baseline"], "ours.py"),
    "a part of a folder": (["check", "csv", "--output"], "csv/bodies.csv"),
    "diff": (["diff", "known.json", "m.yaml", "--output"], "known.json"),
    "diff with settings": (["diff", "known.json", "m.yaml", "--config", "c.toml", "--output"], "c.toml"),
    "diff with rules": (["diff", "known.json", "m.yaml", "--rules", "ours.py", "--output"], "ours.py"),
    "trace": (["trace", "m.yaml", "board", "--output"], "m.yaml"),
    "a picture over settings": (["draw", "m.yaml", "--config", "c.toml", "-o"], "c.toml"),
    "a picture over rules": (["draw", "m.yaml", "--rules", "ours.py", "-o"], "ours.py"),
    "a paper over its template": (["report", "m.yaml", "--template", "t.docx", "-o"], "t.docx"),
    "a paper over rules": (["report", "m.yaml", "--rules", "ours.py", "-o"], "ours.py"),
    "a draft over its document": (["draft", "terms.txt", "-o"], "terms.txt"),
    "a draft over what it is put onto": (["draft", "terms.txt", "--onto", "m.yaml", "-o"], "m.yaml"),
    "two put together over one": (["merge", "m.yaml", "known.json", "-o"], "known.json"),
    "a structure that is not there": (["check", "gone.yaml", "--output"], "gone.yaml"),
}


@pytest.mark.parametrize("case", CASES)
def test_nothing_that_is_read_is_written_over_by_whatever_name(case: str, folder: Path) -> None:
    arguments, name = CASES[case]
    (folder / "link").symlink_to(name)
    if (folder / name).exists():
        (folder / "hard").hardlink_to(folder / name)
    before = held(folder)
    for output in (name, "link", "hard") if (folder / "hard").exists() else (f"./inner/../{name}", "link"):
        ran = govgraph(*arguments, output, folder=folder)
        assert (ran.returncode, ran.stdout) == (2, ""), output
        assert f"{output} is a file that is read; choose another name.\n" in ran.stderr
    assert held(folder) == before


@pytest.mark.parametrize("name", ["govgraph.toml", "pyproject.toml"])
def test_settings_are_not_written_over_though_nobody_names_them(name: str, folder: Path) -> None:
    (folder / name).write_text(f"[tool.govgraph]\n{SETTINGS}" if name == "pyproject.toml" else SETTINGS, "utf-8")
    (folder / "inner" / "x.html").symlink_to(f"../{name}")
    (folder / "hard.json").hardlink_to(folder / name)
    before = held(folder)
    for arguments, output in (
        ([*CHECK, "--output"], name),
        ([*CHECK, "--write-baseline"], name),
        (["draw", "m.yaml", "-o"], "inner/x.html"),
        (["convert", "--overwrite", "m.yaml"], "hard.json"),
    ):
        ran = govgraph(*arguments, output, folder=folder)
        assert (ran.returncode, ran.stdout) == (2, ""), output
        assert f"{output} is a file of settings; choose another name.\n" in ran.stderr
    ran = govgraph("check", "../m.yaml", "--output", f"../{name}", folder=folder / "inner")
    assert ran.returncode == 2
    assert held(folder) == before


def test_two_outputs_are_two_files(folder: Path) -> None:
    (folder / "link").symlink_to("both")
    for other in ("both", "./both", "link"):
        ran = govgraph(*CHECK, "--output", "both", "--write-baseline", other, folder=folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "--output and --write-baseline are the same file, both; choose two names.\n" in ran.stderr
    assert not (folder / "both").exists()


def test_a_baseline_may_be_brought_up_to_date(folder: Path) -> None:
    assert govgraph(*CHECK, "--write-baseline", "b.json", folder=folder).returncode == 1
    (folder / "b.json").chmod(0o600)
    ran = govgraph(*CHECK, "--baseline", "b.json", "--write-baseline", "b.json", folder=folder)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "b.json").stat().st_mode & 0o777 == 0o600


def test_the_summary_of_a_step_is_no_file_that_is_read_and_no_other_output(folder: Path) -> None:
    before = held(folder)
    ran = govgraph(*CHECK, "--format", "github", folder=folder, GITHUB_STEP_SUMMARY="m.yaml")
    assert ran.returncode == 2
    assert "GITHUB_STEP_SUMMARY m.yaml is a file that is read; choose another name.\n" in ran.stderr
    ran = govgraph(*CHECK, "--format", "github", "--output", "s", folder=folder, GITHUB_STEP_SUMMARY="s")
    assert ran.returncode == 2
    assert "--output and GITHUB_STEP_SUMMARY are the same file, s; choose two names.\n" in ran.stderr
    assert held(folder) == before


def options_with_files() -> Iterator[tuple[str, str]]:
    context = click.Context(command_group)
    for name in command_group.list_commands(context):
        command = command_group.get_command(context, name)
        assert command is not None
        for parameter in command.params:
            shown = f"{parameter.metavar} {parameter.name}".lower()
            if any(word in shown for word in ("file", ".", "before", "after", "folder")):
                yield name, str(parameter.name)


def test_every_option_that_names_a_file_is_one_that_is_looked_after_here() -> None:
    read = {"files", "before", "after", "against", "config", "own_rules", "baseline", "template", "answers", "onto"}
    written = {"output", "write_baseline", "file"}
    assert {option for _, option in options_with_files()} == read | written
