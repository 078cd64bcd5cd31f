"""Settings that a change brings, alters or takes away: said in every format, and set aside where the base decides."""

from pathlib import Path

import pytest
from test_readme import OWN_RULE

from govgraph.render import FORMATS
from helpers import flat, govgraph, govgraph_json
from repository import STRUCTURE, WITHOUT_SEAT, commit, git, repository

FILE = "structure.yaml"
STRICT = 'fail-on = "warning"\n'
LENIENT = 'fail-on = "never"\n'
AGAINST = ("check", FILE, "--against", "git:main")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A strict repository, in which a change takes the forum's vote away: a warning, and red."""
    made = repository(tmp_path / "mine", {FILE: STRUCTURE, "govgraph.toml": STRICT})
    git(made, "switch", "--quiet", "--create", "change")
    commit(made, {FILE: STRUCTURE.replace("appointed_by: forum, votes: true", "appointed_by: board, votes: true")})
    return made


def test_the_change_is_red_under_the_settings_of_the_base(mine: Path) -> None:
    code, said = govgraph_json(FILE, "--against", "git:main", folder=mine)
    assert code == 1
    assert [one["code"] for one in said["findings"] if one["status"] == "new"] == ["REP105"]
    assert said["settings"] == {"path": "govgraph.toml", "from_base": False, "changed": []}
    assert govgraph(*AGAINST, folder=mine).stderr == ""


CHANGES = {
    "changed": ("govgraph.toml differs from git:main (fail-on).", {"path": "govgraph.toml", "how": "changed"}),
    "gone": ("govgraph.toml was there at git:main and is gone (fail-on).", {"path": "govgraph.toml", "how": "gone"}),
    "elsewhere": ("pyproject.toml is new since git:main (fail-on).", {"path": "pyproject.toml", "how": "new"}),
}


def change_settings(mine: Path, how: str) -> None:
    if how == "changed":
        (mine / "govgraph.toml").write_text(LENIENT)
    else:
        (mine / "govgraph.toml").unlink()
    if how == "elsewhere":
        (mine / "pyproject.toml").write_text(f"[tool.govgraph]\n{LENIENT}")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("how", CHANGES)
def test_settings_that_differ_are_said_in_every_format_and_on_standard_error(mine: Path, how: str, form: str) -> None:
    change_settings(mine, how)
    sentence, _ = CHANGES[how]
    ran = govgraph(*AGAINST, "--format", form, folder=mine)
    assert ran.returncode == 0  # as the settings of the change would have it; so it must not go unsaid
    plain = ran.stdout.replace("%3A", ":").replace("\\", "").replace("\n", " ")
    assert sentence in " ".join(plain.split())
    assert "See whether that is meant: it decides which findings count." in " ".join(plain.split())
    assert sentence in ran.stderr


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("how", CHANGES)
def test_with_the_settings_of_the_base_the_change_stays_red(mine: Path, how: str, form: str) -> None:
    change_settings(mine, how)
    ran = govgraph(*AGAINST, "--settings-from-base", "--format", form, folder=mine)
    assert ran.returncode == 1
    assert f"{CHANGES[how][0]} What holds at git:main was used, not this file." in ran.stderr


@pytest.mark.parametrize("how", CHANGES)
def test_json_says_which_file_and_which_keys(mine: Path, how: str) -> None:
    change_settings(mine, how)
    _, said = govgraph_json(FILE, "--against", "git:main", "--settings-from-base", folder=mine)
    assert {**CHANGES[how][1], "keys": ["fail-on"]} in said["settings"]["changed"]
    assert (said["settings"]["path"], said["settings"]["from_base"]) == ("git:main:govgraph.toml", True)


def test_rules_that_a_change_leaves_out_are_asked_under_the_settings_of_the_base(mine: Path) -> None:
    (mine / "govgraph.toml").write_text(STRICT + 'ignore = ["REP"]\n')
    assert govgraph(*AGAINST, folder=mine).returncode == 0
    ran = govgraph(*AGAINST, "--settings-from-base", folder=mine)
    assert (ran.returncode, "REP105" in ran.stdout) == (1, True)
    assert "govgraph.toml differs from git:main (ignore)." in ran.stderr
    assert "Settings from git:main:govgraph.toml." in flat(ran.stdout)


@pytest.mark.parametrize("text", [f"# in other words\n{STRICT}", "fail-on   =   'warning'\n"])
def test_settings_that_say_the_same_in_other_words_do_not_differ(mine: Path, text: str) -> None:
    (mine / "govgraph.toml").write_text(text)
    ran = govgraph(*AGAINST, folder=mine)
    assert (ran.returncode, ran.stderr) == (1, "")


def test_settings_nearer_to_where_govgraph_runs_take_the_place_of_others(mine: Path) -> None:
    (mine / "gov").mkdir()
    (mine / "gov" / "govgraph.toml").write_text(LENIENT)
    ran = govgraph("check", f"../{FILE}", "--against", "git:main", folder=mine / "gov")
    assert ran.returncode == 0
    assert "govgraph.toml is new since git:main (fail-on)." in ran.stderr
    assert "../govgraph.toml was there at git:main and is gone (fail-on)." not in ran.stderr
    based = govgraph("check", f"../{FILE}", "--against", "git:main", "--settings-from-base", folder=mine / "gov")
    assert (based.returncode, "Settings from git:main:../govgraph.toml." in flat(based.stdout)) == (1, True)


@pytest.mark.parametrize("form", FORMATS)
def test_a_link_that_leads_nowhere_is_no_settings(mine: Path, form: str) -> None:
    (mine / "govgraph.toml").unlink()
    (mine / "govgraph.toml").symlink_to("nowhere.toml")
    ran = govgraph(*AGAINST, "--format", form, folder=mine)
    assert ran.returncode == 2
    assert "govgraph.toml: This is a link to a file that is not there." in ran.stderr
    assert form == "text" or "This is a link to a file that is not there." in ran.stdout
    based = govgraph(*AGAINST, "--settings-from-base", "--format", form, folder=mine)
    assert based.returncode == 1
    assert "govgraph.toml was there at git:main and is gone (fail-on)." in based.stderr


def test_settings_that_came_with_the_change_count_from_the_next_one_on(tmp_path: Path) -> None:
    mine = repository(tmp_path / "mine", {FILE: STRUCTURE})
    commit(mine, {FILE: WITHOUT_SEAT, "govgraph.toml": LENIENT})
    ran = govgraph("check", FILE, "--against", "git:HEAD~1", "--settings-from-base", folder=mine)
    assert ran.returncode == 1
    assert "govgraph.toml is new since git:HEAD~1 (fail-on). What holds at git:HEAD~1 was used" in ran.stderr
    assert "There were no settings at git:HEAD~1, so none were used." in flat(ran.stdout)


def test_a_named_file_of_settings_is_read_as_it_was(tmp_path: Path) -> None:
    mine = repository(tmp_path / "mine", {FILE: STRUCTURE, "ci.toml": STRICT})
    commit(mine, {FILE: WITHOUT_SEAT, "ci.toml": LENIENT})
    command = ("check", FILE, "--against", "git:HEAD~1", "--config", "ci.toml")
    assert govgraph(*command, folder=mine).returncode == 0
    ran = govgraph(*command, "--settings-from-base", folder=mine)
    assert (ran.returncode, "Settings from git:HEAD~1:ci.toml." in flat(ran.stdout)) == (1, True)
    assert "ci.toml differs from git:HEAD~1 (fail-on)." in ran.stderr


def test_a_baseline_is_read_as_it_was(tmp_path: Path) -> None:
    mine = repository(tmp_path / "mine", {FILE: STRUCTURE, "known.json": '{"govgraph": 1, "findings": []}'})
    commit(mine, {FILE: WITHOUT_SEAT})
    govgraph("check", FILE, "--write-baseline", "known.json", folder=mine)
    command = ("check", FILE, "--against", "git:HEAD~1", "--baseline", "known.json", "--select", "REP101")
    ran = govgraph(*command, folder=mine)
    assert (ran.returncode, "known.json differs from git:HEAD~1." in ran.stderr) == (0, True)
    ran = govgraph(*command, "--settings-from-base", folder=mine)
    assert (ran.returncode, "known.json differs from git:HEAD~1. What holds at" in ran.stderr) == (1, True)


def test_rules_of_a_change_are_not_run(tmp_path: Path) -> None:
    mine = repository(tmp_path / "mine", {FILE: STRUCTURE, "ours.py": OWN_RULE})
    (mine / "ours.py").write_text("open('RUN', 'w').close()\n" + OWN_RULE)
    command = ("check", FILE, "--against", "git:HEAD", "--rules", "ours.py", "--select", "X201", "--fail-on", "never")
    ran = govgraph(*command, "--settings-from-base", folder=mine)
    assert (ran.returncode, "1 check made" in flat(ran.stdout)) == (0, True)
    assert "ours.py differs from git:HEAD. What holds at git:HEAD was used, not this file." in ran.stderr
    (mine / "more.py").write_text("open('RUN', 'w').close()\n" + OWN_RULE)
    ran = govgraph("check", FILE, "--against", "git:HEAD", "--rules", "more.py", "--settings-from-base", folder=mine)
    assert ran.returncode == 2
    assert "more.py: git:HEAD does not hold this file, and rules that a change brings are not run." in ran.stderr
    assert not (mine / "RUN").exists()


def test_faults_in_the_settings_of_the_base_have_their_place_there(tmp_path: Path) -> None:
    mine = repository(
        tmp_path / "mine", {FILE: STRUCTURE, "govgraph.toml": 'ignore = ["REP101"]\nselect = ["REP999"]\n'}
    )
    commit(mine, {"govgraph.toml": STRICT})
    ran = govgraph("check", FILE, "--against", "git:HEAD~1", "--settings-from-base", folder=mine)
    assert ran.returncode == 2
    assert "git:HEAD~1:govgraph.toml:2:11: There is no rule 'REP999'." in ran.stderr
    ran = govgraph("check", FILE, "--against", "git:HEAD~1", folder=mine)
    assert "govgraph.toml differs from git:HEAD~1 (fail-on, what cannot be read)." in ran.stderr


@pytest.mark.parametrize("against", [(), ("--against", "before.yaml")])
def test_without_a_revision_there_is_no_base_for_settings(mine: Path, against: tuple[str, ...]) -> None:
    (mine / "before.yaml").write_text(STRUCTURE)
    ran = govgraph("check", FILE, *against, "--settings-from-base", folder=mine)
    assert ran.returncode == 2
    assert "--settings-from-base takes them from a revision: name it with --against git:REV." in ran.stderr


@pytest.mark.parametrize("command", [("diff", "git:main", FILE), ("draw", FILE, "--against", "git:main", "-o", "x.svg"),
                                     ("report", FILE, "--against", "git:main", "-o", "x.md")])  # fmt: skip
def test_every_command_that_compares_says_so(mine: Path, command: tuple[str, ...]) -> None:
    change_settings(mine, "gone")
    assert CHANGES["gone"][0] in govgraph(*command, folder=mine).stderr
    assert "git:main was used, not this file." in govgraph(*command, "--settings-from-base", folder=mine).stderr
