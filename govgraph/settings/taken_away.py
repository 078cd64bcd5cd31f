"""Waivers and known findings that a change deletes: these count no more, although the settings of its base hold.

Whatever else a change does to its settings waits until it is merged. To delete what is accepted makes the check only
stricter, and it must count at once: else nobody could ever delete a waiver that covers no finding any more.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from govgraph.findings import Certainty
from govgraph.findings.baseline import Baseline, Entry
from govgraph.model import Place, Places
from govgraph.model.faults import InputError
from govgraph.model.place import Path
from govgraph.settings.load import read_baseline, read_settings
from govgraph.settings.model import Settings


def without_deleted_waivers(before: Settings, file: FilePath | None) -> Settings:
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


def without_deleted_entries(before: Baseline, file: FilePath) -> Baseline:
    """Return a baseline without what a file does not know any more; as above where that is gone or cannot be read."""
    try:
        now = read_baseline(file) if os.path.lexists(file) else Baseline()
    except InputError:
        return before
    left = {(entry.key, entry.certainty): entry for entry in now.findings}
    found = [(number, _kept(entry, left)) for number, entry in enumerate(before.findings)]
    kept = {number: entry for number, entry in found if entry is not None}
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

    def find(self, path: Path) -> Place | None:
        if path[:1] in {("waivers",), ("findings",)} and len(path) > 1 and isinstance(path[1], int):
            path = (path[0], self.numbers[path[1]], *path[2:])
        return self.places.place(path) if isinstance(self.places, Baseline) else self.places.find(path)
