"""A git repository made for one test, and a structure to put in it."""

import os
import subprocess
from pathlib import Path

STRUCTURE = """\
govgraph: 1
title: A county's SEND governance
as_of: 2026-01-01
source: terms
membership: complete
lines: complete
sources:
  terms: {title: Terms of reference, date: 2025-11}
constituencies:
  parent-carers: {name: Parent carers, represented_by: [forum]}
bodies:
  council:
    name: The County Council
    kind: organisation
    accountable_to: the electors of the county
  board:
    name: SEND Strategic Board
    kind: board
    level: strategic
    does: [decides]
    part_of: council
    scrutinised_by: overview
    seats:
      - {holder: forum, appointed_by: forum, votes: true}
      - {role: chair, votes: true}
  overview:
    name: Overview Committee
    kind: committee
    level: advisory
    does: [advises]
    part_of: council
    seats: {role: chair, votes: true}
  forum: {name: The parent carer forum, kind: forum}
"""
WITHOUT_SEAT = STRUCTURE.replace("      - {holder: forum, appointed_by: forum, votes: true}\n", "")
ELSEWHERE = """\
govgraph: 1
title: The governance of another county
as_of: 2026-01-01
bodies:
  cabinet: {name: The Cabinet, kind: board, accountable_to: the electors of the other county}
  panel: {name: The Panel, kind: board, part_of: cabinet}
"""
WAIVERS = """\
[[waivers]]
code = "CHG101"
bodies = ["board"]
reason = "The forum has asked to leave the board until its own election; minute 7."
owner = "the clerk of the board"

[[waivers]]
code = "REP101"
bodies = ["board"]
reason = "The forum has asked to leave the board until its own election; minute 7."
owner = "the clerk of the board"
"""


def environment(**more: str) -> dict[str, str]:
    """The environment without what a host of these tests may have set, a hook of git among them."""
    hosts = ("GIT_", "GITHUB_", "RUNNER_", "CI_", "PRE_COMMIT")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hosts)}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **more}


def run(where: Path, *command: str | Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """A command in a folder; what it says on both streams is in `stdout`, in order."""
    return subprocess.run(
        [*map(str, command)],
        cwd=where,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def git(where: Path, *arguments: str) -> str:
    """What git says; it must succeed."""
    who = ("-c", "user.name=Tests", "-c", "user.email=tests@example.invalid")
    ran = run(where, "git", *who, *arguments)
    assert ran.returncode == 0, ran.stdout
    return ran.stdout.strip()


def commit(where: Path, files: dict[str, str]) -> None:
    """Write files, and commit all there is."""
    for name, text in files.items():
        (where / name).write_text(text, encoding="utf-8")
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--allow-empty", "--message", "A change")


def repository(where: Path, files: dict[str, str], branch: str = "main") -> Path:
    """A new repository with these files in its first commit."""
    git(where.parent, "init", "--quiet", f"--initial-branch={branch}", str(where))
    commit(where, files)
    return where
