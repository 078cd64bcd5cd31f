"""Small structures in arrow notation, findings in short, and the real command."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import pytest

import ready
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Finding
from govgraph.graph import GovernanceGraph
from govgraph.model import Nation, Structure
from govgraph.pipeline import check
from govgraph.policy import Settings

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
DAY = "2020-09-01"
Thing = TypeVar("Thing")

# One finding in short: (bodies, constituency, certainty).
Short = tuple[tuple[str, ...], str | None, str]


def not_none(one: Thing | None) -> Thing:
    """What must be there."""
    assert one is not None
    return one


def mostly_long(values: Iterable[Any], *short: Any) -> list[Any]:
    """Parameters of a test: those named are tried in `make test`, and the others in `make test-long`."""
    values = list(values)
    assert set(short) <= set(values)
    several = [one if isinstance(one, tuple) else (one,) for one in values]
    marks = [() if one in short else pytest.mark.long for one in values]
    return [pytest.param(*one, marks=mark) for one, mark in zip(several, marks, strict=True)]


def assert_refused(arguments: Iterable[Any], sentence: str, folder: Path) -> None:
    """That the command says so in one sentence, ends with 2, and writes nothing into its folder."""
    ran = govgraph(*arguments, folder=folder)
    assert ran.returncode == 2
    assert sentence in ran.stderr
    assert "Traceback" not in ran.stderr
    assert list(folder.iterdir()) == []


def graph(arrows: str, **options: Any) -> GovernanceGraph:
    """The graph of a structure in arrow notation, on the day it states or on DAY."""
    structure = from_arrows(arrows)
    return GovernanceGraph(structure, options.pop("as_of", None) or structure.as_of or DAY, **options)


def in_nation(of: str | Structure, nation: str | None) -> Structure:
    """A structure in arrow notation or read, in that nation where it does not say another."""
    structure = from_arrows(of) if isinstance(of, str) else of
    if nation is None or structure.nation is not None:
        return structure
    return structure.model_copy(update={"nation": Nation(nation)})


def findings(
    code: str, of: str | Structure, settings: Any = None, *, nation: str | None = "england", **options: Any
) -> list[Finding]:
    """What one rule finds in a structure, in England where it names no nation; an empty list where it is not asked.

    The structure is in arrow notation, or read. `nation=None`: leave open where it is.
    """
    structure = in_nation(of, nation)
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


def why_not_asked(code: str, of: str, nation: str | None = "england") -> str | None:
    """Why a rule cannot be asked of a structure, in England where it does not say another; None where it can."""
    structure = in_nation(of, nation)
    report = check(structure, Settings(select=[code, "DAT101"]), as_of=structure.as_of or DAY)
    return next((one.reason for one in report.not_checked if one.code == code), None)


def changed(code: str, before: str | Structure, after: str | Structure, **options: Any) -> list[Finding]:
    """What one rule that compares finds between two structures, in arrow notation or read."""
    one, other = (from_arrows(of) if isinstance(of, str) else of for of in (before, after))
    options.setdefault("as_of", other.as_of or DAY)
    report = check(other, Settings(select=[code, "DAT101"]), against=one, **options)
    return [finding for finding in report.findings if finding.code == code]


def lost(
    code: str, before: str | Structure, after: str | Structure, **options: Any
) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """The same in short: bodies, whom it affects, certainty."""
    found = changed(code, before, after, **options)
    return [(finding.bodies, finding.affects, finding.certainty.value) for finding in found]


def govgraph(
    *arguments: str | Path, folder: Path | None = None, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run the real command as a user would, in a folder; with an environment of its own, from the start of Python."""
    if ready.FORKS and not environment:
        return ready.run([*map(str, arguments)], folder, seconds=120)
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


def flat(text: str) -> str:
    """Text as if no line were wrapped."""
    return " ".join(text.split())


def lacking(finding: Finding) -> list[tuple[str, tuple[str, ...]]]:
    """What a finding lacks: each aspect, and the ids of what it is open of."""
    return [(lack.aspect.value, lack.about.ids) for lack in finding.lacks]
