"""Whether a list is still complete once two records are one: only if both were, or the other brings nothing new."""

from collections.abc import Mapping
from typing import Any

from govgraph.formats.drafts.sources import Data
from govgraph.formats.drafts.stating import Stating, element_text
from govgraph.formats.sheets.columns import header_of
from govgraph.language import with_the
from govgraph.model import Body, Completeness, Constituency, Structure, Theme
from govgraph.model.faults import Loc
from govgraph.model.fields import shapes
from govgraph.model.scalars import as_list

COMPLETENESS: dict[str, dict[str, tuple[str, ...]]] = {
    "bodies": {
        "membership": ("seats",),
        "lines": ("reports_to", "part_of", "accountable_to", "scrutinised_by"),
        "parts": (),
    },
    "constituencies": {"speakers": ("represented_by",)},
    "themes": {"owners": (), "monitors": ()},
}
"""The keys that say whether a list is complete, by section, with the lists that they are about."""
_NOUNS = {"bodies": Body.noun, "constituencies": Constituency.noun, "themes": Theme.noun}
_STATED_BY_OTHERS = {
    "parts": ("part_of", "to"),
    "owners": ("responsible_for", "theme"),
    "monitors": ("monitors", "theme"),
}
"""Lists that other bodies make: the key of a body, and that of the entry in its records."""


class Listed:
    """What stands in the lists that other bodies make, as it was before two records became one."""

    def __init__(self, data: Data, ids: Mapping[str, Mapping[str, str]]) -> None:
        self._listed: dict[tuple[str, str], set[str]] = {}
        bodies = data.get("bodies")
        kept = ids["bodies"]
        for body, entry in bodies.items() if isinstance(bodies, dict) else ():
            for key, (relation, end) in _STATED_BY_OTHERS.items() if isinstance(entry, dict) else ():
                for item in as_list(entry.get(relation) or []):
                    to = item if isinstance(item, str) else item.get(end) if isinstance(item, dict) else None
                    if isinstance(to, str):
                        self._listed.setdefault((key, to), set()).add(kept.get(body, body))

    def of(self, key: str, entry: str) -> set[str]:
        """The bodies that state themselves on a list of an entry."""
        return self._listed.get((key, entry), set())

    def join(self, key: str, gone: str, kept: str) -> None:
        """Note that what was listed for one entry is listed for another."""
        self._listed[key, kept] = self.of(key, kept) | self.of(key, gone)


def join_completeness(stating: Stating, path: Loc, records: tuple[Data, Data], listed: Listed, gone: str) -> None:
    """Say of the lists of a record, of the two that were joined, whether they are complete; a notice where no more."""
    record, other = records
    section, kept = map(str, path)
    data = stating.document.data
    for key, lists in COMPLETENESS[section].items():
        mine, theirs = (_completeness(each.get(key) or data.get(key)) for each in records)
        if key in _STATED_BY_OTHERS:
            lists_of = [listed.of(key, name) for name in (kept, gone)]
            listed.join(key, gone, kept)
        else:
            lists_of = [_elements(section, each, lists) for each in records]
        is_complete = [each is Completeness.COMPLETE for each in (mine, theirs)]
        if record.get(key) is None and other.get(key) is None:
            continue
        if not any(is_complete):
            record[key] = record.get(key) or other[key]
        elif all(is_complete) or lists_of[is_complete[0]] <= lists_of[is_complete[1]]:
            record[key] = Completeness.COMPLETE.value
        else:
            what = f"{header_of(key, _NOUNS[section])} of {with_the(str(record.get('name')))}"
            stating.notice(path, f"{what} is not complete any more: the record that it was joined with lists more.")
            record[key] = Completeness.PARTIAL.value if data.get(key) else None


def _completeness(value: Any) -> Completeness | None:
    return Completeness.parse(value) if isinstance(value, str) else None


def _elements(section: str, record: Data, lists: tuple[str, ...]) -> set[str]:
    model = shapes(Structure)[section].model
    assert model is not None  # noqa: S101 - entries are records
    return {f"{key}: {element_text(model, key, item)}" for key in lists for item in as_list(record.get(key) or [])}
