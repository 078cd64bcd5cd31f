"""A git repository in which a change, and a configuration, name programs at every place where git would run one."""

from pathlib import Path

from repository import ELSEWHERE, STRUCTURE, WITHOUT_SEAT, commit, git, repository

FILE = "gov/structure.yaml"
LACKING = "gov/lacking.yaml"

# Each writes a file of its own into a folder of traces, wherever it is run.
_CONFIGURATION = """
[core]
    fsmonitor = "{touch}/fsmonitor; false"
    hooksPath = {hooks}
    pager = "{touch}/pager"
    editor = "{touch}/editor"
    askPass = "{touch}/askpass"
    sshCommand = "{touch}/ssh"
    gitProxy = "{touch}/proxy"
    alternateRefsCommand = "{touch}/alternate-refs"
    attributesFile = {attributes}
[filter "trap"]
    clean = "{touch}/clean; cat"
    smudge = "{touch}/smudge; cat"
    process = "{touch}/process"
    required = true
[diff]
    external = "{touch}/external-diff"
[diff "trap"]
    textconv = "{touch}/textconv; cat"
    command = "{touch}/diff-command"
[merge "trap"]
    driver = "{touch}/merge-driver"
[credential]
    helper = "!{touch}/credential"
[gpg]
    program = "{touch}/gpg"
[log]
    showSignature = true
[uploadpack]
    packObjectsHook = "{touch}/pack-objects"
[pager]
    ls-tree = "{touch}/pager-of-a-command"
    cat-file = true
[alias]
    ls-tree = "!{touch}/alias"
    cat-file = "!{touch}/alias"
    rev-parse = "!{touch}/alias"
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[remote "origin"]
    url = "ext::sh -c {touch_as_one_word}/remote"
    promisor = true
    partialclonefilter = blob:none
    uploadpack = "{touch}/upload-pack"
[submodule "sub"]
    update = "!{touch}/submodule"
[core]
    repositoryformatversion = 1
[extensions]
    partialClone = origin
"""
_HOOKS = ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman", "pre-auto-gc")
_BARE = """[core]
    repositoryformatversion = 0
    bare = false
    worktree = .
    fsmonitor = "{touch}/fsmonitor-of-the-change; false"
"""


def hostile_repository(where: Path, traces: Path) -> Path:
    """A repository whose change takes the forum's seat away, and forges the base by a bare repository beside the file.

    `origin/main` has the seat. What is run by git leaves a file in `traces`. What LACKING holds is missing, as it may
    be in a partial clone.
    """
    mine = where / "mine"
    mine.mkdir()
    (mine / "gov").mkdir()
    repository(
        mine, {FILE: STRUCTURE, LACKING: ELSEWHERE, ".gitattributes": "*.yaml filter=trap diff=trap merge=trap\n"}
    )
    git(mine, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(mine, "switch", "--quiet", "--create", "change")
    commit(mine, {FILE: WITHOUT_SEAT})
    _add_bare_repository(mine, traces)
    _configure(mine, where, traces)
    lacking = git(mine, "rev-parse", f"HEAD:{LACKING}")
    (mine / ".git" / "objects" / lacking[:2] / lacking[2:]).unlink()
    (mine / FILE).touch()  # so that git, asked of the work tree, has to look into it
    return mine


def _add_bare_repository(mine: Path, traces: Path) -> None:
    """Commit what makes the folder of the file a bare repository, in which `origin/main` lacks the seat too."""
    bare = ("--git-dir=.", "--work-tree=.")
    git(mine, "init", "--quiet", "--bare", "--initial-branch=main", "gov")
    git(mine / "gov", *bare, "add", "structure.yaml")
    git(mine / "gov", *bare, "commit", "--quiet", "--message", "A forged base")
    git(mine / "gov", *bare, "update-ref", "refs/remotes/origin/main", "HEAD")
    (mine / "gov" / "index").unlink()
    (mine / "gov" / "config").write_text(_BARE.format(touch=_touch(traces)), encoding="utf-8")
    git(mine, "add", "--all", "--force")
    git(mine, "commit", "--quiet", "--message", "A repository among the files")


def _configure(mine: Path, where: Path, traces: Path) -> None:
    hooks, attributes = where / "hooks", where / "attributes"
    hooks.mkdir()
    for hook in _HOOKS:
        (hooks / hook).write_text(f"#!/bin/sh\n{_touch(traces)}/hook\n", encoding="utf-8")
        (hooks / hook).chmod(0o755)
    attributes.write_text("* filter=trap diff=trap merge=trap\n", encoding="utf-8")
    touch = _touch(traces)
    places = {"touch": touch, "touch_as_one_word": touch.replace(" ", "% "), "hooks": hooks, "attributes": attributes}
    written = _CONFIGURATION.format(**places)
    with (mine / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(written)


def _touch(traces: Path) -> str:
    return f"touch {traces}"
