"""What decides how a change is checked, as it was before the change: settings, a baseline, own rules."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from govgraph.findings.baseline import Baseline
from govgraph.model.decisions import DecisionChange, FileChange
from govgraph.model.faults import Fault, InputError, inform
from govgraph.read.content import content_of
from govgraph.read.git import PREFIX, Commit, blob
from govgraph.read.repository import top
from govgraph.settings.load import (
    MOST_BASELINE,
    MOST_SETTINGS,
    OWN,
    SHARED,
    baseline_of,
    find_settings,
    read_baseline,
    read_settings,
    settings_of,
    speaks_of_us,
    the_only_one,
)
from govgraph.settings.model import Settings
from govgraph.settings.reach import within_reach
from govgraph.settings.taken_away import without_deleted_entries, without_deleted_waivers

_UNREADABLE = "what cannot be read"


def settings_at(at: Commit, named: str | None) -> Settings | None:
    """The settings that held at a commit: those of a file that is named, else those found as ever; None for none.

    Waivers that the change deletes are left out. A file outside the repository is read as it is: no change reaches it.
    Raises InputError where they cannot be read, and where this folder is in another repository than the commit.
    """
    path = Path(named) if named is not None else _found_from_here(at)
    if path is None:
        return None
    inside = within_reach(at, path)
    if inside is None:
        return read_settings(path)
    data = _data_at(at, path, inside)
    if data is None:
        return None
    before = settings_of(_as_shown(at, path), data)
    return without_deleted_waivers(before, path if named is not None else find_settings(Path.cwd()))


def _found_from_here(at: Commit) -> Path | None:
    here = Path.cwd()
    if _is_inside(at, here):
        return _found_at(at)
    if top(here) is None:
        return find_settings(here)
    raise inform(f"Settings are looked for from this folder, which is not in {at.top}. Name them with --config.")


def baseline_at(at: Commit, named: str) -> Baseline:
    """The baseline that a file held at a commit; an empty one where it was not there. Raises InputError likewise.

    Findings that the baseline of the change does not know any more are left out.
    """
    inside = within_reach(at, Path(named))
    if inside is None:
        return read_baseline(named)
    data = _data_at(at, Path(named), inside)
    if data is None:
        return Baseline()
    return without_deleted_entries(baseline_of(_as_shown(at, Path(named)), data), Path(named))


def own_rules_at(at: Commit, named: str) -> bytes | None:
    """The rules that a Python file held at a commit; None for a file outside the repository, to be run as it is.

    Raises InputError where a file of the repository was not there: rules that a change brings are not run.
    """
    inside = within_reach(at, Path(named))
    if inside is None:
        return None
    data = blob(at, inside)
    if data is None:
        why = f"{PREFIX}{at.revision} does not hold this file, and rules that a change brings are not run."
        raise InputError([Fault(named, None, None, why)])
    return data


def _data_at(at: Commit, path: Path, inside: Path) -> bytes | None:
    """What a file held; None where the change brings it. Raises InputError where it is nowhere."""
    data = blob(at, inside)
    if data is None and not path.exists():
        why = f"There is no such file, and there was none at {PREFIX}{at.revision}."
        raise InputError([Fault(str(path), None, None, why)])
    return data


def decisions_since(
    at: Commit, *, settings: str | None, named: str | None, others: Sequence[str] = ()
) -> tuple[DecisionChange, ...]:
    """What decides otherwise than it did at a commit.

    Args:
        at: the commit.
        settings: the path of the settings that hold now; None where there are none.
        named: the file of settings that somebody named.
        others: the paths of a baseline and of own rules that somebody named.

    """
    return (*_of_settings(at, settings, named), *(one for path in others for one in _of_file(at, path)))


def _of_settings(at: Commit, settings: str | None, named: str | None) -> Iterator[DecisionChange]:
    if not (within_reach(at, Path(named)) if named else _is_inside(at, Path.cwd())):
        return  # whoever runs this from elsewhere has settings of their own, which no change reaches
    now = Path(settings) if settings else None
    before = Path(named) if named else _found_at(at)
    before_data, now_data = _then(at, before), _now(now)
    old, new = _decided(before, before_data), _decided(now, now_data)
    keys = tuple(sorted(key for key in {*old, *new} if old.get(key) != new.get(key)))
    if not keys:
        return
    moved = None not in (before, now) and _real(before) != _real(now)
    if before is not None and before_data is not None and (now_data is None or (moved and not before.is_file())):
        yield DecisionChange(path=_as_named(before), how=FileChange.GONE, keys=keys)
    if now is not None and now_data is not None:
        how = FileChange.NEW if before_data is None or moved else FileChange.CHANGED
        yield DecisionChange(path=str(now), how=how, keys=keys)


def _of_file(at: Commit, named: str) -> Iterator[DecisionChange]:
    """A file that counts as a whole."""
    path = Path(named)
    if within_reach(at, path) is None:
        return
    before, now = _then(at, path), _now(path, MOST_BASELINE)
    if before != now:
        how = FileChange.NEW if before is None else FileChange.GONE if now is None else FileChange.CHANGED
        yield DecisionChange(path=named, how=how)


def _decided(path: Path | None, data: bytes | None) -> Mapping[str, object]:
    """What a file of settings decides, by key; what cannot be read differs from all else."""
    if path is None or data is None:
        return {}
    try:
        return settings_of(str(path), data).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    except InputError:
        return {_UNREADABLE: data}


def _then(at: Commit, path: Path | None) -> bytes | None:
    try:
        return None if path is None else blob(at, within_reach(at, path) or path)
    except InputError:
        return b"\0"  # a link or a folder: nothing that settings can be read from


def _now(path: Path | None, most: int = MOST_SETTINGS) -> bytes | None:
    try:
        return None if path is None else content_of(str(path), most)
    except InputError:
        return None


def _found_at(at: Commit) -> Path | None:
    """Where the settings stood at a commit that would have held in this folder."""
    here = Path.cwd().resolve()
    for folder in (here, *here.parents):
        if not folder.is_relative_to(at.top):
            return None
        found = [folder / OWN] if _then(at, folder / OWN) is not None else []
        shared = _then(at, folder / SHARED)
        if shared is not None and speaks_of_us(SHARED, shared):
            found.append(folder / SHARED)
        if chosen := the_only_one(found):
            return chosen
    return None


def _is_inside(at: Commit, folder: Path) -> bool:
    return folder.resolve().is_relative_to(at.top)


def _real(path: Path | None) -> Path | None:
    return None if path is None else path.parent.resolve() / path.name


def _as_named(path: Path) -> str:
    """As a person would name it from this folder."""
    return os.path.relpath(path)


def _as_shown(at: Commit, path: Path) -> str:
    return f"{PREFIX}{at.revision}:{_as_named(path)}"
