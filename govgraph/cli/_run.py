"""One run, as `check` and `diff` share it: settings, files, the structure before, the report, and where it goes."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from govgraph.cli._exit_codes import FOUND, NOTHING_FOUND
from govgraph.cli._output import add_to_summary, coloured, may_colour, width, write

if TYPE_CHECKING:
    from govgraph.board.paper import Paper
    from govgraph.board.sheet import Sheet
    from govgraph.diagram.drawing import Drawing
    from govgraph.engine import Rule, Run
    from govgraph.findings.ledger import Baseline
    from govgraph.formats import Base
    from govgraph.formats.git_objects import Commit
    from govgraph.model import Structure
    from govgraph.model.faults import InputError
    from govgraph.policy import Settings

_PATIENCE = 1.0
"""Seconds after which a bar is shown."""


def watched(rules: Sequence["Rule"]) -> Iterator["Rule"]:
    """Go through the rules; on a terminal, show how far, once it lasts."""
    if not sys.stderr.isatty():
        yield from rules
        return
    begun = time.monotonic()
    shown = False
    for number, rule in enumerate(rules):
        if shown or time.monotonic() - begun > _PATIENCE:
            shown = True
            done = "#" * (20 * number // len(rules))
            click.echo(f"\r  [{done:<20}] {rule.code} {rule.name:<32}", nl=False, err=True)
        yield rule
    if shown:
        click.echo("\r" + " " * 70 + "\r", nl=False, err=True)


# What a hook of git sets, or whoever wants other objects, so that git finds the repository of that, and not of a file.
_OF_A_HOOK = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
)
# That git fetches nothing, whatever a configuration allows, asks nobody for anything, and speaks English as we do.
_FOR_GIT = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
# All others are read by servers, to which paths must be those of the repository.
_AS_TYPED = ("text", "json")


@dataclass(kw_only=True)
class Selection:
    """What the options say, beside files and formats."""

    only_for: tuple[str, ...] = ()
    as_of: date | None = None
    view: str = "proposed"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    config: str | None = None
    own_rules: tuple[str, ...] = ()
    settings_from_base: bool = False

    def looking_at(self, base: "Base | None") -> dict[str, Any]:
        """What every way of looking at a structure is told: compared with what, when, how much, for whom."""
        return {"against": base, "as_of": self.as_of, "view": self.view, "only_for": self.only_for}


def run(files: Sequence[str], against: Sequence[str], chosen: Selection, baseline: str | None = None) -> "Run":
    """Read everything and check it. Raises InputError with the faults of all that was read."""
    from govgraph.pipeline import check

    read = _read(files, against, chosen, baseline)
    options = chosen.looking_at(read.base)
    return check(read.structure, read.settings, **options, rules=read.rules, baseline=read.baseline, watch=watched)


def draw(files: Sequence[str], against: Sequence[str], chosen: Selection, **wanted: Any) -> "Drawing":
    """Read everything and draw it. Raises InputError likewise."""
    from govgraph import showing

    read = _read(files, against, chosen, None)
    return showing.draw(read.structure, read.settings, rules=read.rules, **chosen.looking_at(read.base), **wanted)


def paper(files: Sequence[str], against: Sequence[str], chosen: Selection, **wanted: Any) -> "Paper":
    """Read everything and make a paper of it. Raises InputError likewise."""
    from govgraph import showing

    read = _read(files, against, chosen, None)
    return showing.paper(read.structure, read.settings, rules=read.rules, **chosen.looking_at(read.base), **wanted)


def sheet(files: Sequence[str], body: str, chosen: Selection, *, with_names: bool) -> "Sheet":
    """Read everything and make a sheet on one body of it. Raises InputError likewise."""
    from govgraph import showing

    read = _read(files, (), chosen, None)
    looking = {key: value for key, value in chosen.looking_at(None).items() if key != "against"}
    return showing.sheet(read.structure, body, read.settings, rules=read.rules, **looking, with_names=with_names)


class _Read(NamedTuple):
    """All that a run takes from files."""

    settings: "Settings"
    structure: "Structure"
    base: "Base | None"
    baseline: "Baseline | None"
    rules: "tuple[Rule, ...]"


def _read(files: Sequence[str], against: Sequence[str], chosen: Selection, baseline: str | None) -> _Read:
    from govgraph.formats import read_base
    from govgraph.model.faults import collect_faults

    for name in _OF_A_HOOK:
        os.environ.pop(name, None)
    os.environ.update(_FOR_GIT)
    at, unread = _base_commit(against, files)
    if chosen.settings_from_base and at is None and unread is None:
        raise click.UsageError("--settings-from-base takes them from a revision: name it with --against git:REV.")
    if unread is not None:  # without a base nothing decides; what is wrong with the files is said all the same
        own = () if chosen.settings_from_base else (lambda: _settings(chosen, None), lambda: _baseline(baseline, None))
        collect_faults(partial(_raise, unread), lambda: read_and_notify(*files), *own)
    deciding = at if chosen.settings_from_base else None
    rules = _own_rules(chosen, deciding)
    read_all: tuple[Settings, Structure, Base | None, Baseline | None] = collect_faults(
        lambda: _settings(chosen, deciding, rules),
        lambda: read_and_notify(*files),
        lambda: read_base(against, files, at) if against else None,
        lambda: _baseline(baseline, deciding, rules),
    )
    settings, structure, base, known = read_all
    if base is not None and at is not None:
        base = _with_decisions(base, at, chosen, baseline, rules)
    if base is not None and base.structure is not None:
        _print_notices(base.structure)
    return _Read(settings, structure, base, known, rules)


def _base_commit(against: Sequence[str], files: Sequence[str]) -> "tuple[Commit | None, InputError | None]":
    """The commit that is compared with, or why it cannot be had."""
    from govgraph.formats.base_structure import base_commit
    from govgraph.model.faults import InputError

    try:
        return (base_commit(against, files) if against else None), None
    except InputError as error:
        return None, error


def _raise(error: Exception) -> None:
    raise error


def _own_rules(chosen: Selection, deciding: "Commit | None") -> "tuple[Rule, ...]":
    if not chosen.own_rules:
        return ()
    from govgraph.policy.at_base import own_rules_at  # few have any
    from govgraph.rules import rulebook
    from govgraph.rules._own_rules import load_rules

    contents = [(path, own_rules_at(deciding, path) if deciding else None) for path in chosen.own_rules]
    rules = tuple(rule for path, content in contents for rule in load_rules(path, content))
    rulebook(rules)  # no two may have one code
    return rules


def _with_decisions(
    base: "Base", at: "Commit", chosen: Selection, baseline: str | None, rules: "tuple[Rule, ...]"
) -> "Base":
    """The base, with what decides otherwise than it did there; said on standard error too."""
    from govgraph.policy.at_base import decisions_since
    from govgraph.render import verdict

    others = [*filter(None, (baseline,)), *chosen.own_rules]
    settings = _path_of_settings(chosen)
    changed = decisions_since(at, settings=settings, named=chosen.config, others=others, rules=rules)
    for sentence in verdict.decisions(base.name, changed, decides=chosen.settings_from_base):
        click.echo(sentence, err=True)
    return base._replace(decisions=changed, decides=chosen.settings_from_base)


def _baseline(path: str | None, deciding: "Commit | None", rules: "tuple[Rule, ...]" = ()) -> "Baseline | None":
    if path is None:
        return None
    if deciding is None:
        from govgraph.policy import read_baseline

        return read_baseline(path, rules)
    from govgraph.policy.at_base import baseline_at

    return baseline_at(deciding, path, rules)


def read_and_notify(*files: str) -> "Structure":
    """Read a structure, and say on standard error what of its files was left out, or how it was understood."""
    from govgraph.formats import read  # `--help` needs none of what it brings in

    structure = read(*files)
    _print_notices(structure)
    return structure


def _print_notices(structure: "Structure") -> None:
    for notice in structure.notices:
        click.echo(str(notice), err=True)


def _settings(chosen: Selection, deciding: "Commit | None", rules: "tuple[Rule, ...]" = ()) -> "Settings":
    """The settings in a file, or none, with what the command line says in their place."""
    from govgraph.policy import FailOn, Settings, read_settings

    if deciding is not None:
        from govgraph.policy.at_base import settings_at

        settings = settings_at(deciding, chosen.config, rules) or Settings.model_construct()
    else:
        path = _path_of_settings(chosen)
        settings = read_settings(path, rules) if path else Settings.model_construct()
    options = {"select": chosen.select, "ignore": chosen.ignore, "fail_on": chosen.fail_on and FailOn(chosen.fail_on)}
    return settings.model_copy(update={key: value for key, value in options.items() if value})


def _path_of_settings(chosen: Selection) -> str | None:
    from govgraph.policy import find_settings

    here = Path.cwd()
    found = None if chosen.config else find_settings(here)
    if found is not None and found.is_relative_to(here):
        found = found.relative_to(here)  # as a person would name it
    return chosen.config or (str(found) if found else None)


def emit_report(
    report: "Run", form: str, output: str | None, *, changes: bool = False, everything: bool = False
) -> int:
    """Write the report in a format, and give the exit code."""
    if form not in _AS_TYPED:
        report = report.with_paths_from(Path.cwd())
    text, summary = _rendered(report, form, output, changes=changes, everything=everything), ""
    if form == "github":
        summary = _rendered(report, "markdown", output, changes=changes, everything=everything)
    # All is rendered before anything is written: what fails on the way must leave no verdict behind.
    write(text, output)
    if summary:
        add_to_summary(summary)
    return FOUND if report.fails else NOTHING_FOUND


def _rendered(report: "Run", form: str, output: str | None, *, changes: bool, everything: bool) -> str:
    if form == "markdown":
        from govgraph.render import markdown

        return markdown.render(report, everything=everything)
    if form != "text":
        rendered: str = import_module(f"govgraph.render.{form}").render(report)
        return rendered
    from govgraph.render import text

    style = coloured if may_colour(output) else text.plain
    return text.render(report, width=width(), style=style, every_change=changes, everything=everything)
