"""What the hosts of govgraph have: a structure in a repository, a change to it, and a copy of this project."""

from pathlib import Path

from helpers import ROOT
from repository import git

FILE = "governance.yaml"
SEATS = """\
      - {on_behalf_of: parent-carers, holder: forum, appointed_by: forum, votes: true}
"""
WITH_SEAT = f"""\
govgraph: 1
title: Governance of an area
as_of: 2026-01-01
source: terms
sources: {{terms: {{title: Terms of reference, date: 2025-11}}}}
constituencies: {{parent-carers: {{name: Parent carers, represented_by: [forum]}}}}
bodies:
  reviewer: {{name: Scrutiny Committee, kind: reviewer}}
  forum: {{name: The parent carer forum, kind: forum}}
  board:
    name: Strategic Board
    kind: board
    level: strategic
    does: [decides]
    accountable_to: the electors of the county
    scrutinised_by: reviewer
    membership: complete
    seats:
      - {{role: chair, votes: true}}
{SEATS}"""
WITHOUT_SEAT = WITH_SEAT.replace(SEATS, "")
BROKEN = WITH_SEAT + "  group: [\n"
LOST = (
    "Parent carers lose their seat on the Strategic Board. Before, they had a seat with a vote; now they have no seat, "
    "and the file shows no other part for them."
)
"""What is said of the change that drops the seat."""


def published(where: Path) -> Path:
    """A repository with this project's files, but for those it ignores: what hosts fetch a hook or an action from."""
    git(where.parent, "init", "--quiet", str(where))
    git(ROOT, f"--git-dir={where / '.git'}", f"--work-tree={ROOT}", "add", "--all")
    git(where, "commit", "--quiet", "--message", "A release")
    git(where, "reset", "--quiet", "--hard")
    return where
