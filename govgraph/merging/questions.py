"""The questions about what may be the same, as rows of a draft, and what is not stated until they are answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govgraph.merging.differences import CAN_BE_EMPTY, Differences, ListItem
from govgraph.merging.entries import Entry
from govgraph.merging.rows import Rows
from govgraph.merging.sameness import Classes, Pair
from govgraph.model.proposal import Proposal


class Questions:
    """Rows for pairs and for what they say differently; each seat, line and field is asked about once."""

    def __init__(self, rows: Rows, entries: Mapping[str, Entry]) -> None:
        self._rows = rows
        self._entries = entries
        self._items: set[ListItem] = set()
        self._fields: set[tuple[str, str]] = set()
        self.asked: list[str] = []
        """The questions about what is said differently."""

    def of_pairs(self, pairs: Sequence[Pair], differences: Mapping[tuple[str, str], Differences]) -> Iterator[Proposal]:
        """A row for each pair, and after those of one body the rows for what is said differently of it."""
        classes = Classes()
        for pair in pairs:
            classes.join(pair.first, pair.second)
        together: dict[str, list[Pair]] = {}
        for pair in pairs:
            together.setdefault(classes.first(pair.first), []).append(pair)
        apart: dict[str, list[Differences]] = {}
        for (one, _), difference in differences.items():
            apart.setdefault(classes.first(one), []).append(difference)
        for first, several in together.items():
            for pair in several:
                found = differences.get((pair.first, pair.second)) or differences.get((pair.second, pair.first))
                row = self._rows.same(pair, found)
                yield row
                if found is not None and self._rows.has_more(found):
                    self.asked.append(row.question or "")
            entries = dict.fromkeys(key for pair in several for key in (pair.first, pair.second))
            yield from self._differences([self._entries[key] for key in entries], apart.get(first, []))

    def _differences(self, entries: Sequence[Entry], found: Sequence[Differences]) -> Iterator[Proposal]:
        for keys in _grouped(dict.fromkeys(key for each in found for key in each.fields)):
            self._fields |= {(entry.key, key) for entry in entries for key in keys}
            yield from self._ask(self._rows.fields(entries, keys))
        for each in found:
            for pair in each.seats:
                if self._rows.can_move(pair):
                    for item, row in zip((pair.first, pair.second), self._rows.seats(pair), strict=True):
                        yield from self._ask_once(item, row)
            for item, whole in each.lines:
                yield from self._ask_once(item, self._rows.line(item, whole))

    def _ask(self, rows: Iterator[Proposal]) -> Iterator[Proposal]:
        for row in rows:
            self.asked.append(row.question or "")
            yield row

    def _ask_once(self, item: ListItem, row: Proposal) -> Iterator[Proposal]:
        if item not in self._items:
            self._items.add(item)
            yield from self._ask(iter([row]))

    def take_out(self) -> None:
        """Take what is asked about out of what the bodies state, but for what says something where it is empty."""
        for key, name in self._fields:
            if name in CAN_BE_EMPTY:
                self._entries[key].data.pop(name, None)
        for key, name in {(item.entry, item.key) for item in self._items}:
            gone = {item.number for item in self._items if (item.entry, item.key) == (key, name)}
            data = self._entries[key].data
            left = [record for number, record in enumerate(data.pop(name)) if number not in gone]
            data |= {name: left} if left else {}


_TOGETHER = (("open_ended", "until"), ("substitutes", "substitutes_limit"))
"""Fields of which one may contradict the other: then they are one question."""


def _grouped(keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    left = list(keys)
    for together in _TOGETHER:
        if set(together) <= set(left):
            yield together
            left = [key for key in left if key not in together]
    yield from ((key,) for key in left)
