"""Links, submodules and programs that a change brings: no other file, repository or git is taken for the true one."""

import shutil
import sys
from pathlib import Path

import pytest

from govgraph.formats import read_base
from govgraph.model.faults import InputError
from helpers import govgraph, govgraph_json
from repository import ELSEWHERE, STRUCTURE, WITHOUT_SEAT, commit, environment, git, repository, run

LOST = ("CHG101", ["board"])


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A repository with the true base and an older copy of it, in which the forum had no seat yet."""
    where = tmp_path / "mine"
    for folder in ("gov", "archive"):
        (where / folder).mkdir(parents=True)
    repository(where, {"gov/m.yaml": STRUCTURE, "archive/m.yaml": WITHOUT_SEAT, "m.yaml": WITHOUT_SEAT})
    return where


def findings(*arguments: str | Path, folder: Path) -> tuple[int, list[tuple[str, list[str]]]]:
    code, said = govgraph_json(*arguments, "--select", "CHG", folder=folder)
    return code, [(finding["code"], finding["bodies"]) for finding in said["findings"]]


@pytest.mark.parametrize("target", ["archive", "."])
def test_a_folder_that_becomes_a_link_to_an_older_copy_does_not_redirect_the_base(mine: Path, target: str) -> None:
    git(mine, "rm", "-r", "--quiet", "gov")
    (mine / "gov").symlink_to(target)
    for folder, file in ((mine, "gov/m.yaml"), (mine, mine / "gov" / "m.yaml"), (mine.parent, "mine/gov/m.yaml")):
        code, found = findings(file, "--against", "git:HEAD", folder=folder)
        assert (code, LOST in found) == (1, True)


def test_a_file_that_becomes_a_link_to_an_older_copy_does_not_redirect_the_base(mine: Path) -> None:
    (mine / "gov" / "m.yaml").unlink()
    (mine / "gov" / "m.yaml").symlink_to("../archive/m.yaml")
    code, found = findings("gov/m.yaml", "--against", "git:HEAD", folder=mine)
    assert (code, LOST in found) == (1, True)


def test_a_folder_of_csv_files_that_becomes_a_link_does_not_either(mine: Path) -> None:
    for name, votes in (("csv", "yes"), ("old", "no")):
        ran = govgraph("convert", "gov/m.yaml" if votes == "yes" else "archive/m.yaml", name, folder=mine)
        assert ran.returncode == 0
    commit(mine, {})
    shutil.rmtree(mine / "csv")
    (mine / "csv").symlink_to("old")
    code, found = findings("csv", "--against", "git:HEAD", folder=mine)
    assert (code, LOST in found) == (1, True)


def test_a_link_outside_of_the_repository_leads_into_it(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(mine)
    (tmp_path / "deep-link").symlink_to(mine / "gov")
    commit(mine, {"gov/m.yaml": WITHOUT_SEAT})
    for file in ("link/gov/m.yaml", "deep-link/m.yaml"):
        code, found = findings(file, "--against", "git:HEAD~1", folder=tmp_path)
        assert (code, LOST in found) == (1, True)


def test_a_link_out_of_the_repository_is_no_file_of_it(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "structure.yaml").write_text(WITHOUT_SEAT, encoding="utf-8")
    (mine / "away").symlink_to(tmp_path / "outside")
    for files in (["away/structure.yaml"], ["m.yaml", "away/structure.yaml"]):
        ran = govgraph("check", *files, "--against", "git:HEAD", folder=mine)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"git:HEAD:away/structure.yaml: This is outside the repository {mine.resolve()}" in ran.stderr


def test_a_repository_left_within_the_one_in_which_govgraph_runs_is_no_base(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "forged").mkdir()
    git(mine, "clone", "--quiet", str(repository(tmp_path / "forged", {"structure.yaml": WITHOUT_SEAT})), "left")
    ran = govgraph("check", "left/structure.yaml", "--against", "git:main", folder=mine)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        "git:main: left is a repository of its own within this one. A change can bring one, so its revisions are no "
        "base from here. To compare with them, run govgraph in that folder."
    ) in ran.stderr
    assert govgraph("check", "structure.yaml", "--against", "git:main", folder=mine / "left").returncode == 0


def test_a_submodule_is_no_base_wherever_govgraph_runs(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "forged").mkdir()
    forged = repository(tmp_path / "forged", {"m.yaml": WITHOUT_SEAT})
    git(mine, "rm", "-r", "--quiet", "gov")
    git(mine, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(forged), "gov")
    for folder, file in ((mine, "gov/m.yaml"), (mine / "gov", "m.yaml"), (tmp_path, "mine/gov/m.yaml")):
        ran = govgraph("check", file, "--against", "git:main", folder=folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert (
            f"git:main: gov is a submodule of {mine}. A change there can bring another one along, so its revisions are "
            "no base. To compare with them, run govgraph in a clone of its own."
        ) in ran.stderr


def test_a_work_tree_that_was_added_has_the_base_of_its_repository(mine: Path) -> None:
    git(mine, "worktree", "add", "--quiet", "modules/tree", "-b", "tree")
    tree = mine / "modules" / "tree"
    commit(tree, {"gov/m.yaml": WITHOUT_SEAT})
    code, found = findings("gov/m.yaml", "--against", "git:main", folder=tree)
    assert (code, LOST in found) == (1, True)


@pytest.mark.parametrize("path", ["", ".", "bin", ":"])
def test_a_git_in_the_current_folder_is_not_run(mine: Path, path: str) -> None:
    for folder in (mine, mine / "bin"):
        folder.mkdir(exist_ok=True)
        (folder / "git").write_text(f"#!/bin/sh\ntouch {mine}/ran\n", encoding="utf-8")
        (folder / "git").chmod(0o755)
    command = (sys.executable, "-m", "govgraph", "check", "gov/m.yaml", "--against", "git:HEAD")
    ran = run(mine, *command, PATH=path)
    assert (ran.returncode, "A revision cannot be read: git is not installed." in ran.stdout) == (2, True)
    ran = run(mine, *command, PATH=f"{path}:{environment()['PATH']}")
    assert (ran.returncode, "Compared with git:HEAD" in ran.stdout) == (0, True)
    assert not (mine / "ran").exists()


def test_git_speaks_english(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "git").write_text('#!/bin/sh\necho "my language is $LC_ALL" >&2\nexit 1\n', encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    command = (sys.executable, "-m", "govgraph", "check", "gov/m.yaml", "--against", "git:HEAD")
    ran = run(mine, *command, PATH=f"{tmp_path}:{environment()['PATH']}", LC_ALL="de_DE.UTF-8")
    assert "git:HEAD: git cannot read this repository: my language is C." in ran.stdout


def test_another_repository_than_that_of_the_file_is_refused_where_git_takes_it(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As an old git may, which takes a folder for a repository; the command line itself takes this variable away.
    (tmp_path / "forged").mkdir()
    forged = repository(tmp_path / "forged", {"m.yaml": WITHOUT_SEAT})
    monkeypatch.chdir(mine)
    monkeypatch.setenv("GIT_DIR", str(forged / ".git"))
    with pytest.raises(InputError, match=rf"git would read {forged}/\.git, but the repository is {mine}/\.git\."):
        read_base(["git:HEAD"], ["gov/m.yaml"])


def test_settings_and_a_baseline_outside_of_the_repository_are_not_refused(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('ignore = ["DAT"]\n', encoding="utf-8")
    (mine / "elsewhere.yaml").write_text(ELSEWHERE, encoding="utf-8")
    baseline = str(tmp_path / "baseline.json")
    assert govgraph("check", "gov/m.yaml", "--write-baseline", baseline, folder=mine).returncode in (0, 1)
    commit(mine, {"gov/m.yaml": WITHOUT_SEAT})
    for more in ((), ("--settings-from-base",)):
        options = ("--config", str(tmp_path / "mine.toml"), "--baseline", baseline, *more)
        code, found = findings("gov/m.yaml", "--against", "git:HEAD~1", *options, folder=mine)
        assert (code, LOST in found) == (1, True)
