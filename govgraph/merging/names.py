"""What names mean among the entries of the merged file, as a reader of it finds them."""

from collections.abc import Iterable

from govgraph.merging.entries import Entry
from govgraph.model.scalars import loose_name, plain_name


class Names:
    """What each name means: an id, else a name that is written exactly so, else one that differs in its signs."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._ids: dict[tuple[str, str], Entry] = {}
        self._exactly: dict[tuple[str, str], dict[Entry, None]] = {}
        self._loosely: dict[tuple[str, str], dict[Entry, None]] = {}
        for entry in entries:
            self._ids[entry.section, entry.id] = entry
            for name in names_as_written(entry):
                self._exactly.setdefault((entry.section, plain_name(name)), {})[entry] = None
                self._loosely.setdefault((entry.section, loose_name(name)), {})[entry] = None

    def called(self, section: str, text: str) -> list[Entry]:
        """The entries of a section that a text may mean."""
        exactly = self._exactly.get((section, plain_name(text)), {})
        by_id = self._ids.get((section, text))
        if by_id is not None:
            return list(dict.fromkeys((by_id, *exactly)))
        return list(exactly or self._loosely.get((section, loose_name(text)), {}))

    def title(self, entry: Entry) -> str:
        """How a row names an entry: by its name, or, where that may mean another too, by its id."""
        return entry.name if self.called(entry.section, entry.name) == [entry] else entry.id


def names_as_written(entry: Entry) -> list[str]:
    """The name of an entry, or its title, and its other names."""
    return [entry.name, *entry.data.get("other_names", ())]
