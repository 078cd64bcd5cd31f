"""One run, as `check` and `diff` share it: settings, files, the structure before, the report, and where it goes."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govgraph.cli._exit import FOUND, NOTHING_FOUND
from govgraph.cli._output import add_to_summary, coloured, may_colour, width, write

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing
    from govgraph.findings import Report
    from govgraph.findings.baseline import Baseline
    from govgraph.model import Structure
    from govgraph.paper.paper import Paper
    from govgraph.read import Base, InputError
    from govgraph.read.git import Commit
    from govgraph.settings import Settings

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
class Chosen:
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


def run(files: Sequence[str], against: Sequence[str], chosen: Chosen, baseline: str | None = None) -> "Report":
    """Read everything and check it. Raises InputError with the faults of all that was read."""
    from govgraph.cli._progress import watched  # noqa: PLC0415 - `--help` needs none of what these bring in
    from govgraph.pipeline import check  # noqa: PLC0415

    settings, structure, base, known = _read(files, against, chosen, baseline)
    return check(
        structure,
        settings,
        **chosen.looking_at(base),
        baseline=known,
        watch=watched,
    )


def draw(files: Sequence[str], against: Sequence[str], chosen: Chosen, **wanted: Any) -> "Drawing":
    """Read everything and draw it. Raises InputError likewise."""
    from govgraph import showing  # noqa: PLC0415

    settings, structure, base, _ = _read(files, against, chosen, None)
    return showing.draw(structure, settings, **chosen.looking_at(base), **wanted)


def paper(files: Sequence[str], against: Sequence[str], chosen: Chosen, **wanted: Any) -> "Paper":
    """Read everything and make a paper of it. Raises InputError likewise."""
    from govgraph import showing  # noqa: PLC0415

    settings, structure, base, _ = _read(files, against, chosen, None)
    return showing.paper(structure, settings, **chosen.looking_at(base), **wanted)


def _read(
    files: Sequence[str], against: Sequence[str], chosen: Chosen, baseline: str | None
) -> "tuple[Settings, Structure, Base | None, Baseline | None]":
    from govgraph.read import gathered, read_base  # noqa: PLC0415

    for name in _OF_A_HOOK:
        os.environ.pop(name, None)
    os.environ.update(_FOR_GIT)
    at, unread = _base_commit(against, files)
    if chosen.settings_from_base and at is None and unread is None:
        raise click.UsageError("--settings-from-base takes them from a revision: name it with --against git:REV.")
    if unread is not None:  # without a base nothing decides; what is wrong with the files is said all the same
        own = () if chosen.settings_from_base else (lambda: _settings(chosen, None), lambda: _baseline(baseline, None))
        gathered(partial(_raise, unread), lambda: read_telling(*files), *own)
    deciding = at if chosen.settings_from_base else None
    _load_own_rules(chosen, deciding)
    read_all: tuple[Settings, Structure, Base | None, Baseline | None] = gathered(
        lambda: _settings(chosen, deciding),
        lambda: read_telling(*files),
        lambda: read_base(against, files, at) if against else None,
        lambda: _baseline(baseline, deciding),
    )
    settings, structure, base, known = read_all
    if base is not None and at is not None:
        base = _with_decisions(base, at, chosen, baseline)
    if base is not None and base.structure is not None:
        _tell_notices(base.structure)
    return settings, structure, base, known


def _base_commit(against: Sequence[str], files: Sequence[str]) -> "tuple[Commit | None, InputError | None]":
    """The commit that is compared with, or why it cannot be had."""
    from govgraph.read import InputError  # noqa: PLC0415
    from govgraph.read.base import base_commit  # noqa: PLC0415

    try:
        return (base_commit(against, files) if against else None), None
    except InputError as error:
        return None, error


def _raise(error: Exception) -> None:
    raise error


def _load_own_rules(chosen: Chosen, deciding: "Commit | None") -> None:
    for path in chosen.own_rules:
        from govgraph.rules._own import load_rules  # noqa: PLC0415 - few have any
        from govgraph.settings.at_base import own_rules_at  # noqa: PLC0415

        load_rules(path, own_rules_at(deciding, path) if deciding else None)


def _with_decisions(base: "Base", at: "Commit", chosen: Chosen, baseline: str | None) -> "Base":
    """The base, with what decides otherwise than it did there; said on standard error too."""
    from govgraph import words  # noqa: PLC0415
    from govgraph.settings.at_base import decisions_since  # noqa: PLC0415

    others = [*filter(None, (baseline,)), *chosen.own_rules]
    changed = decisions_since(at, settings=_path_of_settings(chosen), named=chosen.config, others=others)
    for sentence in words.decisions(base.name, changed, decides=chosen.settings_from_base):
        click.echo(sentence, err=True)
    return base._replace(decisions=changed, decides=chosen.settings_from_base)


def _baseline(path: str | None, deciding: "Commit | None") -> "Baseline | None":
    if path is None:
        return None
    if deciding is None:
        from govgraph.settings import read_baseline  # noqa: PLC0415

        return read_baseline(path)
    from govgraph.settings.at_base import baseline_at  # noqa: PLC0415

    return baseline_at(deciding, path)


def read_telling(*files: str) -> "Structure":
    """Read a structure, and say on standard error what of its files was left out, or how it was understood."""
    from govgraph.read import read  # noqa: PLC0415 - `--help` needs none of what it brings in

    structure = read(*files)
    _tell_notices(structure)
    return structure


def _tell_notices(structure: "Structure") -> None:
    for notice in structure.notices:
        click.echo(str(notice), err=True)


def _settings(chosen: Chosen, deciding: "Commit | None") -> "Settings":
    """The settings in a file, or none, with what the command line says in their place."""
    from govgraph.settings import FailOn, Settings, read_settings  # noqa: PLC0415

    if deciding is not None:
        from govgraph.settings.at_base import settings_at  # noqa: PLC0415

        settings = settings_at(deciding, chosen.config) or Settings.model_construct()
    else:
        path = _path_of_settings(chosen)
        settings = read_settings(path) if path else Settings.model_construct()
    said = {"select": chosen.select, "ignore": chosen.ignore, "fail_on": chosen.fail_on and FailOn(chosen.fail_on)}
    return settings.model_copy(update={key: value for key, value in said.items() if value})


def _path_of_settings(chosen: Chosen) -> str | None:
    from govgraph.settings import find_settings  # noqa: PLC0415

    here = Path.cwd()
    found = None if chosen.config else find_settings(here)
    if found is not None and found.is_relative_to(here):
        found = found.relative_to(here)  # as a person would name it
    return chosen.config or (str(found) if found else None)


def tell(report: "Report", form: str, output: str | None, *, changes: bool = False) -> int:
    """Write the report in a format, and give the exit code."""
    if form not in _AS_TYPED:
        report = report.with_paths_from(Path.cwd())
    told, summary = _rendered(report, form, output, changes=changes), ""
    if form == "github":
        summary = _rendered(report, "markdown", output, changes=changes)
    # All is rendered before anything is written: what fails on the way must leave no verdict behind.
    write(told, output)
    if summary:
        add_to_summary(summary)
    return FOUND if report.fails else NOTHING_FOUND


def _rendered(report: "Report", form: str, output: str | None, *, changes: bool) -> str:
    if form != "text":
        rendered: str = import_module(f"govgraph.report.{form}").render(report)
        return rendered
    from govgraph.report import text  # noqa: PLC0415

    style = coloured if may_colour(output) else text.plain
    return text.render(report, width=width(), style=style, changes=changes)
