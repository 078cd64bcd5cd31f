"""Small structures in arrow notation, findings in short, and the real command."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from govgraph.findings import Finding
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure
from govgraph.pipeline import check
from govgraph.read import from_arrows
from govgraph.settings import Settings

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
DAY = "2020-09-01"

# One finding in short: (bodies, constituency, certainty).
Short = tuple[tuple[str, ...], str | None, str]


def graph(arrows: str, **options: Any) -> GovernanceGraph:
    """The graph of a structure in arrow notation, on the day it states or on DAY."""
    structure = from_arrows(arrows)
    return GovernanceGraph(structure, options.pop("as_of", None) or structure.as_of or DAY, **options)


def findings(code: str, of: str | Structure, settings: Any = None, **options: Any) -> list[Finding]:
    """What one rule finds in a structure, in arrow notation or read; an empty list where it cannot be asked."""
    structure = from_arrows(of) if isinstance(of, str) else of
    options.setdefault("as_of", structure.as_of or DAY)
    # DAT101 can always be asked, so that a rule that cannot does not end the run.
    found = check(structure, Settings(select=[code, "DAT101"], **(settings or {})), **options)
    return [finding for finding in found.findings if finding.code == code]


def found(code: str, of: str | Structure, **options: Any) -> list[Short]:
    """The same in short."""
    return [
        (finding.bodies, finding.constituency, finding.certainty.value) for finding in findings(code, of, **options)
    ]


def bodies(code: str, of: str | Structure, **options: Any) -> list[tuple[str, ...]]:
    """The bodies of what one rule finds."""
    return [finding.bodies for finding in findings(code, of, **options)]


def why_not_asked(code: str, of: str) -> str | None:
    """Why a rule cannot be asked; None where it can."""
    structure = from_arrows(of)
    report = check(structure, Settings(select=[code, "DAT101"]), as_of=structure.as_of or DAY)
    return next((one.why for one in report.not_checked if one.code == code), None)


def changed(code: str, before: str | Structure, after: str | Structure, **options: Any) -> list[Finding]:
    """What one rule that compares finds between two structures, in arrow notation or read."""
    one, other = (from_arrows(of) if isinstance(of, str) else of for of in (before, after))
    options.setdefault("as_of", other.as_of or DAY)
    report = check(other, Settings(select=[code, "DAT101"]), against=one, **options)
    return [finding for finding in report.findings if finding.code == code]


def lost(code: str, before: str, after: str, **options: Any) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """The same in short: bodies, whom it affects, certainty."""
    found = changed(code, before, after, **options)
    return [(finding.bodies, finding.affects, finding.certainty.value) for finding in found]


def govgraph(
    *arguments: str | Path, folder: Path | None = None, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run the real command as a user would, in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "govgraph", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, **environment},
        check=False,
        timeout=120,
    )


def govgraph_json(*arguments: str | Path, folder: Path | None = None) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON of `govgraph check`."""
    ran = govgraph("check", *arguments, "--format", "json", folder=folder)
    return ran.returncode, json.loads(ran.stdout)
