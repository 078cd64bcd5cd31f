"""A proposed change in a git repository: what CI says of it, with the real command."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpers import flat, govgraph, govgraph_json
from repository import STRUCTURE, WAIVERS, WITHOUT_SEAT, commit, git, repository

FILE = "structure.yaml"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return repository(tmp_path / "mine", {FILE: STRUCTURE})


def write(where: Path, name: str, text: str) -> Path:
    path = where / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def against(mine: Path, revision: str = "git:main", *more: str) -> tuple[int, dict[str, Any]]:
    return govgraph_json(FILE, "--against", revision, *more, folder=mine)


def keys(told: dict[str, Any], status: str) -> list[str]:
    return [one["key"] for one in told["findings"] if one.get("status") == status and "waived" not in one]


def test_a_branch_that_drops_the_seat_fails(mine: Path) -> None:
    git(mine, "switch", "--quiet", "--create", "draft")
    commit(mine, {FILE: WITHOUT_SEAT})
    code, told = against(mine)
    assert code == 1
    assert {"CHG101:board:parent-carers", "REP101:board:parent-carers"} == {
        one["key"] for one in told["findings"] if one["status"] == "new" and one["severity"] == "error"
    }
    assert [(one["change"], one["what"], one["path"]) for one in told["changes"]] == [
        ("removed", "seat", ["bodies", "board", "seats"])
    ]
    assert told["changes"][0]["before"] == {"holder": "forum", "appointed_by": "forum", "votes": True}


def test_a_file_whose_lists_are_not_complete_fails_too(mine: Path) -> None:
    commit(mine, {FILE: STRUCTURE.replace("membership: complete\n", "")})
    git(mine, "switch", "--quiet", "--create", "draft")
    commit(mine, {FILE: WITHOUT_SEAT.replace("membership: complete\n", "")})
    code, told = against(mine)
    assert code == 1
    assert [(one["code"], one["severity"], one["certainty"]) for one in told["findings"] if one["status"] == "new"] == [
        ("CHG101", "error", "not_stated"),
        ("LAW121", "warning", "not_stated"),
        ("REP101", "warning", "not_stated"),
    ]


def test_the_same_branch_with_a_reasoned_waiver_passes(mine: Path) -> None:
    git(mine, "switch", "--quiet", "--create", "draft")
    commit(mine, {FILE: WITHOUT_SEAT, "govgraph.toml": WAIVERS})
    code, told = against(mine)
    assert code == 0
    assert [one["key"] for one in told["findings"] if "waived" in one] == [
        "CHG101:board:parent-carers",
        "REP101:board:parent-carers",
    ]
    assert told["summary"]["waived"] == 2
    assert told["findings"][0]["waived"] == {
        "reason": "The forum has asked to leave the board until its own election; minute 7.",
        "owner": "the clerk of the board",
        "until": None,
    }
    text = govgraph("check", FILE, "--against", "git:main", folder=mine).stdout
    assert "Waived by: the clerk of the board: The forum has asked to leave the board until" in flat(text)
    last = flat(text.split("\n\n")[-1])
    assert last.startswith("Compared with git:main ")
    assert " Not counted: 2 waived." in last


def test_the_same_waiver_without_a_finding_fails(mine: Path) -> None:
    git(mine, "switch", "--quiet", "--create", "draft")
    commit(mine, {FILE: STRUCTURE, "govgraph.toml": WAIVERS})
    code, told = against(mine)
    assert code == 1
    assert sorted(
        (one["code"], one["about"], one["location"]["line"]) for one in told["findings"] if one["severity"] == "error"
    ) == [
        ("SET101", "CHG101", 1),
        ("SET101", "REP101", 7),
    ]
    code, told = against(mine, "git:main", "--select", "ACC,OVR,SET")
    assert code == 0, "the rules of the waivers were deselected"


def test_a_branch_that_only_reorders_the_file_is_silent(mine: Path) -> None:
    from govgraph.formats import read_text
    from renaming import plain

    data = plain(read_text(STRUCTURE))
    data["bodies"] = dict(reversed(data["bodies"].items()))
    data["bodies"]["board"]["seats"].reverse()
    data["bodies"]["board"]["part_of"] = "council"
    git(mine, "switch", "--quiet", "--create", "draft")
    commit(mine, {FILE: json.dumps(dict(reversed(data.items())), indent=1)})
    code, told = against(mine)
    assert (code, told["changes"], keys(told, "new"), told["gone"]) == (0, [], [], [])
    text = govgraph("check", FILE, "--against", "git:main", folder=mine).stdout
    assert "The two state the same." in text
    assert text.splitlines()[2] == "This change alters nothing that the file says."
    assert "What is new and wrong" not in text


def test_where_the_file_was_not_there_it_is_compared_with_nothing_and_that_is_said(mine: Path) -> None:
    git(mine, "switch", "--quiet", "--create", "draft")
    commit(mine, {"other.yaml": WITHOUT_SEAT})
    code, told = govgraph_json("other.yaml", "--against", "git:main", folder=mine)
    assert code == 1
    assert told["against"] == {"base": "git:main", "title": None, "as_of": None, "found": False, "files": []}
    assert "REP101:board:parent-carers" in keys(told, "new")
    assert {"CHG101", "CHG102", "CHG103", "CHG104", "CHG105"} <= {one["code"] for one in told["not_checked"]}
    ran = govgraph("check", "other.yaml", "--against", "git:main", folder=mine)
    assert "Compared with nothing: git:main does not hold this structure" in ran.stdout


def test_several_files_are_compared_with_the_same_files(mine: Path) -> None:
    head, _, bodies = STRUCTURE.partition("bodies:\n")
    commit(mine, {"head.yaml": head, "bodies.yaml": f"membership: complete\nlines: complete\nbodies:\n{bodies}"})
    write(
        mine, "bodies.yaml", f"membership: complete\nlines: complete\nbodies:\n{WITHOUT_SEAT.partition('bodies:')[2]}"
    )
    code, told = govgraph_json("head.yaml", "bodies.yaml", "--against", "git:HEAD", folder=mine)
    assert code == 1
    assert "CHG101:board:parent-carers" in keys(told, "new")


def test_a_file_that_was_renamed_is_compared_with_what_it_was(mine: Path) -> None:
    git(mine, "switch", "--quiet", "--create", "draft")
    git(mine, "mv", FILE, "governance.yaml")
    commit(mine, {"governance.yaml": WITHOUT_SEAT})
    code, told = govgraph_json("governance.yaml", "--against", "git:main", folder=mine)
    assert code == 1
    assert "CHG101:board:parent-carers" in keys(told, "new")
    text = govgraph("check", "governance.yaml", "--against", "git:main", folder=mine).stdout
    assert "Compared with git:main, there structure.yaml" in flat(text)
    code, told = govgraph_json("governance.yaml", "--against", "git:main:structure.yaml", folder=mine)
    assert "CHG101:board:parent-carers" in keys(told, "new")


def test_a_part_that_was_deleted_does_not_vanish_unseen(mine: Path) -> None:
    group = "bodies:\n  group: {name: Delivery Group, kind: working_group, reports_to: board, seats: {holder: forum}}\n"
    other = "bodies: {elsewhere: {name: Elsewhere, kind: board}}\n"
    commit(mine, {"group.yaml": group, "other.yaml": other})
    git(mine, "rm", "--quiet", "group.yaml", "other.yaml")
    code, told = against(mine, "git:HEAD")
    assert code == 1
    assert "CHG101:group:parent-carers" in keys(told, "new")
    assert "elsewhere" not in json.dumps(told)
    text = govgraph("check", FILE, "--against", "git:HEAD", folder=mine).stdout
    assert "there structure.yaml and group.yaml" in flat(text)


def test_files_may_be_named_with_the_revision(mine: Path) -> None:
    head, _, bodies = STRUCTURE.partition("bodies:\n")
    commit(mine, {"head.yaml": head, "bodies.yaml": f"membership: complete\nbodies:\n{bodies}"})
    code, told = govgraph_json(
        FILE, "--against", "git:HEAD:head.yaml", "--against", "git:HEAD:bodies.yaml", "--select", "CHG", folder=mine
    )
    assert (code, keys(told, "new")) == (0, [])
    for more in ("structure.yaml", "git:HEAD~0:head.yaml"):
        ran = govgraph("check", FILE, "--against", "git:HEAD:head.yaml", "--against", more, folder=mine)
        assert ran.returncode == 2
        assert "not both" in ran.stderr


def test_the_work_tree_and_the_index_are_left_alone(mine: Path) -> None:
    write(mine, FILE, WITHOUT_SEAT)
    write(mine, "untracked.txt", "x")
    before = git(mine, "status", "--porcelain")
    assert against(mine, "git:HEAD")[0] == 1
    assert git(mine, "status", "--porcelain") == before
    assert (mine / FILE).read_text(encoding="utf-8") == WITHOUT_SEAT


def test_it_works_from_another_folder_and_in_a_folder_below(mine: Path, tmp_path: Path) -> None:
    below = write(mine, "papers/Bwrdd Llŷn.yaml", STRUCTURE)
    commit(mine, {})
    below.write_text(WITHOUT_SEAT, encoding="utf-8")
    code, told = govgraph_json(below, "--against", "git:HEAD", folder=tmp_path)
    assert code == 1
    assert "CHG101:board:parent-carers" in keys(told, "new")


def test_a_hook_of_git_does_not_lead_it_astray(mine: Path) -> None:
    below = write(mine, "papers/structure.yaml", STRUCTURE)
    commit(mine, {})
    below.write_text(WITHOUT_SEAT, encoding="utf-8")
    hook = {"GIT_DIR": str(mine / ".git"), "GIT_INDEX_FILE": str(mine / ".git" / "index")}
    ran = govgraph("check", "papers/structure.yaml", "--against", "git:HEAD", "--select", "CHG", folder=mine, **hook)
    assert ran.returncode == 1
    assert "CHG101" in ran.stdout


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab"])
def test_servers_are_not_told_of_a_file_that_they_do_not_have(mine: Path, form: str) -> None:
    commit(mine, {FILE: STRUCTURE.replace("kind: board", "kind: bord")})
    write(mine, FILE, STRUCTURE)
    ran = govgraph("check", FILE, "--against", "git:HEAD", "--format", form, folder=mine)
    assert ran.returncode == 2
    assert "git:HEAD:structure.yaml:18:11: kind" in ran.stdout
    assert "git%3A" not in ran.stdout
    assert '"path": "git' not in ran.stdout


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_base_that_is_broken_is_2_and_names_the_revision(mine: Path, form: str) -> None:
    commit(mine, {FILE: STRUCTURE.replace("kind: board", "kind: bord")})
    write(mine, FILE, STRUCTURE)
    ran = govgraph("check", FILE, "--against", "git:HEAD", "--format", form, folder=mine)
    assert ran.returncode == 2
    assert "git:HEAD:structure.yaml:18:11: kind should be" in ran.stderr
    if form == "json":
        assert json.loads(ran.stdout)["errors"][0]["path"] == "git:HEAD:structure.yaml"


def test_faults_of_both_and_of_the_settings_are_told_in_one_run(mine: Path) -> None:
    commit(mine, {FILE: STRUCTURE.replace("kind: board", "kind: bord")})
    write(mine, FILE, STRUCTURE.replace("level: strategic", "level: top"))
    write(mine, "govgraph.toml", "slect = 'REP'")
    ran = govgraph("check", FILE, "--against", "git:HEAD", folder=mine)
    assert ran.returncode == 2
    for words in (
        "govgraph.toml:1:1: 'slect'",
        "structure.yaml:19:12: level should",
        "git:HEAD:structure.yaml:18:11: kind",
    ):
        assert words in ran.stderr
    assert "3 faults" in ran.stderr


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        (
            "git:no-such",
            "There is no revision 'no-such' in this repository; `git branch --all` and `git tag`",
        ),
        ("git:HEAD:no-such.yaml", "git:HEAD:no-such.yaml: There was no such file."),
        ("main", "main: If it is a revision, write git:main."),
        ("git:origin/main", "`git fetch --depth=1 origin +refs/heads/main:refs/remotes/origin/main`"),
        ("git:", "No revision is named after 'git:'"),
        ("git:--output=pwned", "There is no revision '--output=pwned'"),
        ("git:HEAD; touch pwned", "There is no revision 'HEAD; touch pwned'"),
        ("no-such.yaml", "no-such.yaml: There is no such file."),
    ],
)
def test_a_revision_that_is_not_there(mine: Path, revision: str, words: str) -> None:
    ran = govgraph("check", FILE, "--against", revision, folder=mine)
    assert ran.returncode == 2
    assert words in ran.stderr
    assert ran.stdout == ""
    assert not (mine / "pwned").exists()


def test_a_shallow_clone_without_the_base_says_what_to_fetch(mine: Path, tmp_path: Path) -> None:
    commit(mine, {FILE: WITHOUT_SEAT})
    clone = tmp_path / "clone"
    git(mine, "clone", "--quiet", "--depth=1", mine.as_uri(), str(clone))
    for revision in ("git:HEAD~1", "git:origin/draft"):
        ran = govgraph("check", FILE, "--against", revision, folder=clone)
        assert ran.returncode == 2
        assert f"This clone is shallow and does not hold '{revision[4:]}'. Fetch it first: `git fetch" in ran.stderr
    ran = govgraph("check", FILE, "--against", "git:origin/draft", folder=clone)
    assert "+refs/heads/draft:refs/remotes/origin/draft" in ran.stderr


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(STRUCTURE, encoding="utf-8")
    ran = govgraph(
        "check", FILE, "--against", "git:HEAD", folder=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )
    assert ran.returncode == 2
    assert "is not in a git repository" in ran.stderr


def test_without_git(mine: Path) -> None:
    ran = govgraph("check", FILE, "--against", "git:HEAD", folder=mine, PATH="")
    assert ran.returncode == 2
    assert "git is not installed" in ran.stderr


def test_a_link_at_the_revision_is_not_followed(mine: Path) -> None:
    (mine / "link.yaml").symlink_to(FILE)
    commit(mine, {})
    ran = govgraph("check", "link.yaml", "--against", "git:HEAD", folder=mine)
    assert ran.returncode == 2
    assert "git:HEAD:link.yaml: At this revision it is a link or a folder" in ran.stderr


def test_what_is_not_seen_on_this_day_and_in_this_view_is_told(mine: Path) -> None:
    later = STRUCTURE.replace("votes: true}\n      - {role", "votes: true, until: 2026-03-31}\n      - {role")
    write(mine, FILE, later)
    ran = govgraph("check", FILE, "--against", "git:HEAD", folder=mine)
    assert ran.returncode == 0
    assert "on days that are not looked at here (1 April 2026): check again with `--as-of 2026-04-01`." in flat(
        ran.stdout
    )
    assert govgraph("check", FILE, "--against", "git:HEAD", "--as-of", "2026-04-01", folder=mine).returncode == 1
    write(mine, FILE, STRUCTURE.replace("scrutinised_by: overview", "scrutinised_by: {to: overview, status: proposed}"))
    ran = govgraph("check", FILE, "--against", "git:HEAD", folder=mine)
    assert ran.returncode == 0
    assert "1 statement that was settled is only proposed now" in flat(ran.stdout)
    assert govgraph("check", FILE, "--against", "git:HEAD", "--view", "in_place", folder=mine).returncode == 1


def test_settings_that_change_with_the_draft_are_told(mine: Path) -> None:
    commit(mine, {"govgraph.toml": "fail-on = 'error'\n"})
    write(mine, "govgraph.toml", "fail-on = 'never'\n")
    for form in ("text", "markdown", "github", "json"):
        ran = govgraph("check", FILE, "--against", "git:HEAD", "--format", form, folder=mine)
        assert "govgraph.toml differs from git:HEAD (fail-on)." in flat(ran.stdout)


def test_a_guess_is_called_one(mine: Path) -> None:
    renamed = STRUCTURE.replace("  board:\n", "  new-board:\n")
    write(mine, FILE, renamed)
    ran = govgraph("check", FILE, "--against", "git:HEAD", folder=mine)
    assert ran.returncode == 0
    assert (
        "SEND Strategic Board has another id, but the same name. govgraph takes it for the same body, which is a guess."
    ) in flat(ran.stdout)


def test_settings_that_name_nobody_are_told_with_their_place(mine: Path) -> None:
    write(mine, "govgraph.toml", "constituencies = ['parent-carer']\n")
    ran = govgraph("check", FILE, folder=mine)
    assert ran.returncode == 2
    assert "govgraph.toml:1:1: There is no constituency 'parent-carer'. Did you mean 'Parent carers'?" in ran.stderr


def test_a_report_of_before_does_not_stay_where_there_is_no_verdict(mine: Path) -> None:
    govgraph("check", FILE, "--output", "report.txt", folder=mine)
    assert govgraph("check", "no-such.yaml", "--output", "report.txt", folder=mine).returncode == 2
    assert "There is no verdict." in (mine / "report.txt").read_text(encoding="utf-8")


def test_diff_shows_statement_by_statement(mine: Path) -> None:
    write(mine, FILE, WITHOUT_SEAT.replace("part_of: council\n    scrutinised", "reports_to: council\n    scrutinised"))
    ran = govgraph("diff", "git:HEAD", FILE, folder=mine)
    assert ran.returncode == 1
    for words in (
        "- SEND Strategic Board: removed: is part of The County Council",
        "- SEND Strategic Board: added: reports to The County Council",
        "- SEND Strategic Board: removed: seat held by The parent carer forum, with a vote",
        "CHG101 representation-lost",
    ):
        assert words in flat(ran.stdout)
    assert govgraph("diff", FILE, FILE, folder=mine).returncode == 0
    assert govgraph("diff", "git:no-such", FILE, folder=mine).returncode == 2


def test_github_gets_its_summary_with_and_without_a_verdict(mine: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    write(mine, FILE, WITHOUT_SEAT)
    for structure, words in (
        (WITHOUT_SEAT, "**Parent carers lose their seat on the SEND Strategic Board. "),
        ("bodies: [", "There is no verdict"),
    ):
        write(mine, FILE, structure)
        command = ("check", FILE, "--against", "git:HEAD", "--format", "github")
        ran = govgraph(*command, folder=mine, GITHUB_STEP_SUMMARY=str(summary))
        assert ran.stdout.startswith(f"::error file={FILE},line=")
        assert words in summary.read_text(encoding="utf-8")
    assert govgraph(*command[:-2], folder=mine, GITHUB_STEP_SUMMARY=str(tmp_path / "no.md")).returncode == 2
    assert not (tmp_path / "no.md").exists()


# Baselines.


def test_a_baseline_outlives_new_names_and_moved_lines(mine: Path) -> None:
    write(mine, FILE, WITHOUT_SEAT)
    wrote = govgraph("check", FILE, "--write-baseline", "known.json", folder=mine)
    assert wrote.returncode == 1, "writing it is no verdict that all is well"
    assert "Written: known.json, with 2 findings." in wrote.stderr
    write(
        mine,
        FILE,
        "# a line more\n\n" + WITHOUT_SEAT.replace("SEND Strategic Board", "Strategic Board for SEND and AP"),
    )
    code, told = govgraph_json(FILE, "--baseline", "known.json", folder=mine)
    assert code == 0
    assert [(one["key"], one["status"]) for one in told["findings"]] == [
        ("REP101:board:parent-carers", "baseline"),
        ("LAW121:", "baseline"),
    ]


def test_a_baseline_only_shrinks(mine: Path) -> None:
    write(mine, FILE, WITHOUT_SEAT)
    govgraph("check", FILE, "--write-baseline", "known.json", folder=mine)
    write(mine, FILE, STRUCTURE.replace("scrutinised_by: overview", "note: none"))
    shrink = ["--baseline", "known.json", "--write-baseline", "known.json"]
    code, told = govgraph_json(FILE, *shrink, folder=mine)
    assert code == 0
    assert [(one["code"], one["status"]) for one in told["findings"]] == [
        ("OVR101", "new"),
        ("SET103", "new"),
        ("SET103", "new"),
    ]
    known = json.loads((mine / "known.json").read_text(encoding="utf-8"))
    assert known == {"govgraph": 1, "findings": []}


@pytest.mark.parametrize("more", [("--baseline", "no.json"), ("--config", "no.toml"), ("--write-baseline", FILE)])
def test_files_of_options_that_cannot_be_used(mine: Path, more: tuple[str, ...]) -> None:
    ran = govgraph("check", FILE, *more, folder=mine)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert (mine / FILE).read_text(encoding="utf-8") == STRUCTURE


# Settings, from the command.


def test_the_command_line_goes_before_the_settings(mine: Path) -> None:
    write(mine, FILE, WITHOUT_SEAT)
    write(mine, "govgraph.toml", "fail-on = 'never'\nignore = ['REP']\n[severity]\nREP101 = 'note'\n")
    ran = govgraph("check", FILE, "--all", folder=mine)
    assert ran.returncode == 0
    assert "REP101" not in ran.stdout
    assert "Settings from govgraph.toml. No finding makes this run fail (fail-on: never)." in flat(ran.stdout)
    code, told = govgraph_json(FILE, "--ignore", "ACC", "--fail-on", "note", folder=mine)
    assert code == 1
    assert [(one["code"], one["severity"]) for one in told["findings"] if one["code"] == "REP101"] == [
        ("REP101", "note")
    ]
    assert govgraph("check", FILE, "--fail-on", "error", "--ignore", "ACC", folder=mine).returncode == 0


def test_rules_that_compare_cannot_be_asked_of_one_structure(mine: Path) -> None:
    ran = govgraph("check", FILE, "--select", "CHG", folder=mine)
    assert ran.returncode == 2
    assert "name the one before with --against" in ran.stderr
    code, told = govgraph_json(FILE, "--select", "CHG101,REP", folder=mine)
    assert code == 0
    assert [one["code"] for one in told["not_checked"]] == ["CHG101"]
    assert not any(one["code"].startswith("CHG") for one in govgraph_json(FILE, folder=mine)[1]["not_checked"])


def test_a_person_is_named_nowhere(mine: Path) -> None:
    named = STRUCTURE.replace(
        "{holder: forum, appointed_by: forum", "{holder: forum, person: Sentinel Name, appointed_by: forum"
    )
    write(mine, FILE, named)
    for command in (["check", FILE, "--against"], ["diff"]):
        for form, *more in (("text",), ("json",), ("markdown",), ("text", "--all"), ("markdown", "--all")):
            files = ["git:HEAD"] if command[0] == "check" else ["git:HEAD", FILE]
            ran = govgraph(*command, *files, "--format", form, *more, folder=mine)
            assert ran.returncode == 0
            assert "Sentinel" not in ran.stdout
    told = govgraph("diff", "git:HEAD", FILE, folder=mine).stdout
    assert "seat held by The parent carer forum (person (a name, left out here))" in flat(told)
