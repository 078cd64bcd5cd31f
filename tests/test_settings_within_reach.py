"""Which settings a change can reach: those in the repository, by whatever way; and what it deletes counts at once."""

from pathlib import Path

import pytest
from test_readme import OWN_RULE

from helpers import flat, govgraph
from repository import STRUCTURE, WAIVERS, WITHOUT_SEAT, commit, repository

FILE = "structure.yaml"
NEVER, ERROR = 'fail-on = "never"\n', 'fail-on = "error"\n'
AGAINST = ("check", FILE, "--against", "git:HEAD", "--settings-from-base")
EMPTY = '{"govgraph": 1, "findings": []}'


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A repository in which a seat is dropped, with settings, a baseline and rules beside it."""
    made = repository(tmp_path / "mine", {FILE: STRUCTURE, "ci.toml": ERROR, "known.json": EMPTY})
    (made / FILE).write_text(WITHOUT_SEAT)
    return made


def test_files_outside_the_repository_are_read_as_they_are(tmp_path: Path, mine: Path) -> None:
    (tmp_path / "ci.toml").write_text('ignore = ["CHG", "REP101"]\n')
    (tmp_path / "known.json").write_text(EMPTY)
    (tmp_path / "ours.py").write_text(OWN_RULE)
    named = ("--config", "../ci.toml", "--baseline", str(tmp_path / "known.json"), "--rules", "../ours.py")
    ran = govgraph(*AGAINST, *named, "--all", folder=mine)
    assert "Settings from ../ci.toml." in flat(ran.stdout)
    assert ("X201" in ran.stdout, "CHG101" in ran.stdout, "REP101" in ran.stdout) == (True, False, False)
    assert "differs" not in ran.stderr
    (tmp_path / "ci.toml").unlink()
    ran = govgraph(*AGAINST, "--config", "../ci.toml", folder=mine)
    assert (ran.returncode, "../ci.toml: There is no such file" in ran.stderr) == (2, True)


@pytest.mark.parametrize("option", ["--config", "--baseline"])
def test_a_file_that_is_nowhere_is_no_empty_file(mine: Path, option: str) -> None:
    ran = govgraph(*AGAINST, option, "misspelt", folder=mine)
    assert ran.returncode == 2
    assert "misspelt: There is no such file, and there was none at git:HEAD." in ran.stderr


def test_a_link_from_outside_into_the_repository_leads_to_what_was_there(tmp_path: Path, mine: Path) -> None:
    (mine / "ci.toml").write_text(NEVER)
    (tmp_path / "folder").symlink_to(mine)
    ran = govgraph(*AGAINST, "--config", str(tmp_path / "folder" / "ci.toml"), folder=mine)
    assert (ran.returncode, "differs from git:HEAD (fail-on)." in ran.stderr) == (1, True)


@pytest.mark.parametrize("flag", [(), ("--settings-from-base",)], ids=["its own", "the base's"])
def test_a_link_that_a_change_puts_in_the_way_does_not_lead_out(
    tmp_path: Path, mine: Path, flag: tuple[str, ...]
) -> None:
    (mine / "ci").mkdir()
    commit(mine, {"ci/ci.toml": ERROR, FILE: STRUCTURE})
    (mine / FILE).write_text(WITHOUT_SEAT)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "ci.toml").write_text(NEVER)
    (mine / "ci" / "ci.toml").unlink()
    (mine / "ci").rmdir()
    (mine / "ci").symlink_to(tmp_path / "elsewhere")
    ran = govgraph("check", FILE, "--against", "git:HEAD", *flag, "--config", "ci/ci.toml", folder=mine)
    if flag:
        assert (ran.returncode, "outside the repository" in ran.stderr) == (2, True)
    else:
        assert "ci/ci.toml differs from git:HEAD (fail-on, what cannot be read)." in ran.stderr


def test_from_a_folder_in_no_repository_its_own_settings_hold(tmp_path: Path, mine: Path) -> None:
    (mine / "govgraph.toml").write_text(NEVER)
    command = ("check", f"mine/{FILE}", "--against", "git:HEAD", "--settings-from-base")
    assert govgraph(*command, folder=tmp_path).returncode == 1
    (tmp_path / "govgraph.toml").write_text(NEVER)
    ran = govgraph(*command, folder=tmp_path)
    assert (ran.returncode, "Settings from " in flat(ran.stdout)) == (0, True)
    (tmp_path / "govgraph.toml").unlink()
    (tmp_path / "govgraph.toml").symlink_to(mine / "govgraph.toml")  # the way leads through the repository
    assert govgraph(*command, folder=tmp_path).returncode == 1


def test_a_waiver_that_covers_nothing_any_more_can_be_deleted(tmp_path: Path) -> None:
    mine = repository(tmp_path / "mine", {FILE: WITHOUT_SEAT, "govgraph.toml": WAIVERS.replace("CHG101", "REP106")})
    (mine / FILE).write_text(STRUCTURE)
    ran = govgraph(*AGAINST, "--format", "github", folder=mine)
    assert ran.returncode == 1
    assert "SET101" in ran.stdout
    _, second = WAIVERS.split("\n\n")
    (mine / "govgraph.toml").write_text(second)
    ran = govgraph(*AGAINST, folder=mine)
    assert ran.returncode == 1
    assert "git:HEAD:govgraph.toml:7:1  SET101 waiver-without-finding" in ran.stdout  # where it stands, not its number
    assert "git:HEAD:govgraph.toml:1:1" not in ran.stdout
    for nothing_left in (ERROR, None):
        if nothing_left is None:
            (mine / "govgraph.toml").unlink()
        else:
            (mine / "govgraph.toml").write_text(nothing_left)
        ran = govgraph(*AGAINST, folder=mine)
        assert (ran.returncode, "SET101" in ran.stdout) == (0, False)
        assert "(waivers)." in ran.stderr


def test_to_delete_a_waiver_is_no_way_to_green(tmp_path: Path) -> None:
    mine = repository(tmp_path / "mine", {FILE: STRUCTURE, "govgraph.toml": WAIVERS})
    (mine / FILE).write_text(WITHOUT_SEAT)
    assert govgraph(*AGAINST, folder=mine).returncode == 0
    (mine / "govgraph.toml").write_text("waivers = 'broken'")
    assert govgraph(*AGAINST, folder=mine).returncode == 0  # what cannot be read deletes nothing
    (mine / "govgraph.toml").write_text(NEVER)
    ran = govgraph(*AGAINST, folder=mine)
    assert (ran.returncode, "CHG101" in ran.stdout) == (1, True)


def test_what_a_baseline_leaves_out_is_not_known_any_more(tmp_path: Path) -> None:
    mine = repository(tmp_path / "mine", {FILE: WITHOUT_SEAT})
    govgraph("check", FILE, "--write-baseline", "known.json", folder=mine)
    commit(mine, {})
    (mine / FILE).write_text(STRUCTURE)
    command = (*AGAINST, "--baseline", "known.json", "--fail-on", "warning")
    ran = govgraph(*command, folder=mine)
    assert (ran.returncode, "known.json" in ran.stdout, "SET103" in ran.stdout) == (1, True, True)
    govgraph("check", FILE, "--baseline", "known.json", "--write-baseline", "known.json", folder=mine)
    ran = govgraph(*command, folder=mine)
    assert (ran.returncode, "SET103" in ran.stdout) == (0, False)
    assert "known.json differs from git:HEAD." in ran.stderr
