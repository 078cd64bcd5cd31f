"""The settings, waivers, baseline and own rules that decide how a change is checked, as they were before it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from govgraph.engine import Rule, Rulebook
from govgraph.findings import Certainty
from govgraph.findings.ledger import Baseline, Entry
from govgraph.formats.files import read_content
from govgraph.formats.git import blob
from govgraph.formats.git_objects import PREFIX, Commit, repository_top
from govgraph.model import Place, Places
from govgraph.model.change import DecisionChange, FileChange
from govgraph.model.faults import Fault, InputError, Loc, input_error
from govgraph.policy.settings import (
    MOST_BASELINE,
    MOST_SETTINGS,
    OWN,
    SHARED,
    Settings,
    baseline_of,
    find_settings,
    has_settings,
    only_file,
    read_baseline,
    read_settings,
    settings_of,
)
from govgraph.rules import rulebook

_MOST_LINKS = 40
"""As Linux follows them."""


def within_reach(at: Commit, path: Path) -> Path | None:
    """Return where a path enters the repository, and goes on from there; None where no change can reach its file.

    It can where the way to the file goes through the repository, for it can put a link anywhere in there: where the way
    ends says too little. What lies outside, and is reached from outside, no change reaches.
    """
    reached, parts = _start(path, Path.cwd().resolve())
    links = 0
    while parts:
        part = parts.pop(0)
        step = reached.parent if part == ".." else reached / part
        if part != ".." and step != at.top and step.is_relative_to(at.top):
            return step.joinpath(*parts)
        if not step.is_symlink():
            reached = step
            continue
        links += 1
        if links > _MOST_LINKS:
            return None  # a loop leads to no file
        reached, linked = _start(step.readlink(), reached)
        parts = [*linked, *parts]
    return None


def _start(path: Path, folder: Path) -> tuple[Path, list[str]]:
    """The folder from which the parts of a path lead on, and those parts."""
    if path.is_absolute():
        return Path(path.anchor), list(path.parts[1:])
    return folder, list(path.parts)


def without_deleted_waivers(before: Settings, file: Path | None) -> Settings:
    """Return settings without those of their waivers that a file of settings does not hold any more, word for word.

    A file that is gone has none, one that cannot be read has deleted none.
    """
    try:
        now = read_settings(file) if file is not None and os.path.lexists(file) else Settings.model_construct()
    except InputError:
        return before
    kept = [number for number, waiver in enumerate(before.waivers) if waiver in now.waivers]
    settings = before.model_copy(update={"waivers": tuple(before.waivers[number] for number in kept)})
    if before.places is None or before.path is None:
        return settings
    return settings.placed(_Renumbered(before.places, kept), before.path)


def without_deleted_entries(before: Baseline, file: Path) -> Baseline:
    """Return a baseline without what a file does not know any more.

    A file that is gone knows nothing, one that cannot be read still knows all.
    """
    try:
        now = read_baseline(file) if os.path.lexists(file) else Baseline()
    except InputError:
        return before
    left = {(entry.key, entry.certainty): entry for entry in now.findings}
    entries = enumerate(before.findings)
    kept = {number: entry for number, stated in entries if (entry := _kept(stated, left)) is not None}
    baseline = Baseline(findings=tuple(kept.values()))
    return baseline.placed(_Renumbered(before, [*kept]))


def _kept(entry: Entry, left: Mapping[tuple[str, Certainty], Entry]) -> Entry | None:
    now = left.get((entry.key, entry.certainty))
    each = tuple(part for part in entry.each if now and part in now.each)
    return None if now is None or (entry.each and not each) else entry.model_copy(update={"each": each})


@dataclass(frozen=True)
class _Renumbered:
    """Finds the place of what is kept, by its number now; its number in the file was another."""

    places: Places | Baseline
    numbers: Sequence[int]

    def find(self, path: Loc) -> Place | None:
        if path[:1] in {("waivers",), ("findings",)} and len(path) > 1 and isinstance(path[1], int):
            path = (path[0], self.numbers[path[1]], *path[2:])
        return self.places.place(path) if isinstance(self.places, Baseline) else self.places.find(path)


def settings_at(at: Commit, named: str | None, rules: Iterable[Rule] = ()) -> Settings | None:
    """The settings that held at a commit: those of a named file, else those in force in this folder; None for none.

    Waivers that the change deletes are left out. A file outside the repository is read as it is: no change reaches it.
    Raises InputError where they cannot be read, and where this folder is in another repository than the commit.
    """
    path = Path(named) if named is not None else _found_from_here(at)
    if path is None:
        return None
    inside = within_reach(at, path)
    if inside is None:
        return read_settings(path, rules)
    data = _data_or_none(at, path, inside)
    if data is None:
        return None
    before = settings_of(_as_shown(at, path), data, rulebook(rules))
    return without_deleted_waivers(before, path if named is not None else find_settings(Path.cwd()))


def _found_from_here(at: Commit) -> Path | None:
    here = Path.cwd()
    if _is_inside(at, here):
        return _found_at(at)
    if repository_top(here) is None:
        return find_settings(here)
    raise input_error(f"Settings are looked for from this folder, which is not in {at.top}. Name them with --config.")


def baseline_at(at: Commit, named: str, rules: Iterable[Rule] = ()) -> Baseline:
    """The baseline that a file held at a commit; an empty one where it was not there.

    Findings that the baseline of the change does not know any more are left out. Raises InputError for what cannot be
    read.
    """
    inside = within_reach(at, Path(named))
    if inside is None:
        return read_baseline(named, rules)
    data = _data_or_none(at, Path(named), inside)
    if data is None:
        return Baseline()
    before = baseline_of(_as_shown(at, Path(named)), data, rulebook(rules))
    return without_deleted_entries(before, Path(named))


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


def _data_or_none(at: Commit, path: Path, inside: Path) -> bytes | None:
    """What a file held; None where the change brings it. Raises InputError where it is nowhere."""
    data = blob(at, inside)
    if data is None and not path.exists():
        why = f"There is no such file, and there was none at {PREFIX}{at.revision}."
        raise InputError([Fault(str(path), None, None, why)])
    return data


def decisions_since(
    at: Commit,
    *,
    settings: str | None,
    named: str | None,
    others: Sequence[str] = (),
    rules: Iterable[Rule] = (),
) -> tuple[DecisionChange, ...]:
    """The files that decide how is checked and are not what they were at a commit.

    Args:
        at: the commit.
        settings: the path of the settings that hold now; None where there are none.
        named: the file of settings that somebody named.
        others: the paths of a baseline and of own rules that somebody named.
        rules: the own rules, which settings may name.

    """
    return (
        *_settings_changes(at, settings, named, rulebook(rules)),
        *(change for path in others for change in _file_changes(at, path)),
    )


def _settings_changes(at: Commit, settings: str | None, named: str | None, rules: Rulebook) -> Iterator[DecisionChange]:
    if not (within_reach(at, Path(named)) if named else _is_inside(at, Path.cwd())):
        return  # a run from elsewhere has settings of its own, which no change reaches
    now = Path(settings) if settings else None
    before = Path(named) if named else _found_at(at)
    before_data, now_data = _data_before(at, before), _data_now(now)
    old, new = _decisions(before, before_data, rules), _decisions(now, now_data, rules)
    keys = tuple(sorted(key for key in {*old, *new} if old.get(key) != new.get(key)))
    if not keys:
        return
    moved = None not in (before, now) and _resolved(before) != _resolved(now)
    if before is not None and before_data is not None and (now_data is None or (moved and not before.is_file())):
        yield DecisionChange(path=os.path.relpath(before), how=FileChange.GONE, keys=keys)
    if now is not None and now_data is not None:
        how = FileChange.NEW if before_data is None or moved else FileChange.CHANGED
        yield DecisionChange(path=str(now), how=how, keys=keys)


def _file_changes(at: Commit, named: str) -> Iterator[DecisionChange]:
    """A file that counts as a whole."""
    path = Path(named)
    if within_reach(at, path) is None:
        return
    before, now = _data_before(at, path), _data_now(path, MOST_BASELINE)
    if before != now:
        how = FileChange.NEW if before is None else FileChange.GONE if now is None else FileChange.CHANGED
        yield DecisionChange(path=named, how=how)


def _decisions(path: Path | None, data: bytes | None, rules: Rulebook) -> Mapping[str, object]:
    """What a file of settings decides, by key; what cannot be read differs from all else."""
    if path is None or data is None:
        return {}
    try:
        return settings_of(str(path), data, rules).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    except InputError:
        return {"what cannot be read": data}


def _data_before(at: Commit, path: Path | None) -> bytes | None:
    try:
        return None if path is None else blob(at, within_reach(at, path) or path)
    except InputError:
        return b"\0"  # a link or a folder: nothing that settings can be read from


def _data_now(path: Path | None, most: int = MOST_SETTINGS) -> bytes | None:
    try:
        return None if path is None else read_content(str(path), most)
    except InputError:
        return None


def _found_at(at: Commit) -> Path | None:
    """Where the settings stood at a commit that would have held in this folder."""
    here = Path.cwd().resolve()
    for folder in (here, *here.parents):
        if not folder.is_relative_to(at.top):
            return None
        found = [folder / OWN] if _data_before(at, folder / OWN) is not None else []
        shared = _data_before(at, folder / SHARED)
        if shared is not None and has_settings(SHARED, shared):
            found.append(folder / SHARED)
        if chosen := only_file(found):
            return chosen
    return None


def _is_inside(at: Commit, folder: Path) -> bool:
    return folder.resolve().is_relative_to(at.top)


def _resolved(path: Path | None) -> Path | None:
    return None if path is None else path.parent.resolve() / path.name


def _as_shown(at: Commit, path: Path) -> str:
    return f"{PREFIX}{at.revision}:{os.path.relpath(path)}"
