"""What the records of two entries that may be the same say differently, as far as both say something of it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from govgraph.formats.plain_data import record_models
from govgraph.formats.sheets.columns import display_word, header_of
from govgraph.language import listed
from govgraph.merging.entries import SECTIONS, Data, Entry, with_ids
from govgraph.model.body import Body
from govgraph.model.fields import allowed_words
from govgraph.model.scalars import plain_name
from govgraph.model.statement import Record

CAN_BE_EMPTY = (
    *("level", "statutory", "covers", "purpose", "meets", "quorum", "substitutes", "substitutes_limit", "review_by"),
    *("terms", "open_ended"),
)
"""Fields of a body of which each file's value is left out until a person has decided: empty, they say nothing."""
ALWAYS_STATED = ("kind", "status", "from", "until", "nation", "several")
"""Fields that say something where they are empty, or may not be: each body keeps its own until a person has decided."""
COMPLETE = ("membership", "lines", "parts", "speakers", "owners", "monitors", "check")
"""What no draft may propose: that a list is complete. Where files differ, the question of the two says so."""
LINES = ("reports_to", "part_of", "accountable_to", "scrutinised_by")
"""The lists that `lines: complete` says are complete."""
PROPOSABLE = frozenset({"to", "holder", "on_behalf_of", "as", "role", "votes", "count", "several", "source"})
"""What a row of a draft can say of a relation or a seat."""
_ENDS = ("holder", "on_behalf_of")


class ListItem(NamedTuple):
    """An element of a list of a body."""

    entry: str
    key: str
    number: int


class SeatPair(NamedTuple):
    """Two seats that may be one, and the keys that they state differently."""

    first: ListItem
    second: ListItem
    differs: tuple[str, ...]


class Differences(NamedTuple):
    """What two records say differently."""

    fields: tuple[str, ...] = ()
    seats: tuple[SeatPair, ...] = ()
    lines: tuple[tuple[ListItem, str], ...] = ()
    """Lines of one that the other's complete list lacks, with the key of the body whose list that is."""
    others: tuple[str, ...] = ()
    """What no row of a draft can hold, in sentences for the question whether the two are the same."""
    seats_apart: bool = False
    """Whether each lists seats that the other does not have in these words."""

    @property
    def contradict(self) -> bool:
        """Whether the two cannot both be true of one entry."""
        return bool(self.fields or self.lines or self.others or any(pair.differs for pair in self.seats))


class Compared:
    """Compares entries; what they refer to counts as the same where it may be the same."""

    def __init__(
        self, probable: Mapping[str, str], names: Sequence[str], groups: Iterable[Entry], shared: Data
    ) -> None:
        self._probable = probable
        self._names = names
        self._shared = shared
        self._texts: dict[int, tuple[Data, str]] = {}
        self._represented: dict[str, set[str]] = {}
        for group in groups:
            for body in group.data.get("represented_by", ()):
                self._represented.setdefault(probable.get(body, body), set()).add(group.key)

    def differences(self, one: Entry, other: Entry) -> Differences:
        """What the two say differently."""
        fields = tuple(self._fields(one, other)) if one.section == "bodies" else ()
        others = [*self._completeness(one, other)]
        if one.section != "bodies":
            return Differences(fields=fields, others=tuple(others))
        apart = {key: self.unequal(one, other, key) for key in record_models()}
        pairs, left = self._seat_pairs(one, other, *apart["seats"])
        lines, complete = self._lines(one, other)
        others += [*complete, *self._details(one, other, apart), *self._absences(one, other)]
        others += self._complete_seats(one, other, apart["seats"])
        return Differences(fields, tuple(pairs), tuple(lines), tuple(others), left)

    def unequal(self, one: Entry, other: Entry, key: str) -> tuple[list[int], list[int]]:
        """The places in a list of each body of what the other has not: apart from where it is from."""
        if key not in one.data and key not in other.data:
            return [], []
        mine, theirs = (self.texts(entry, key) for entry in (one, other))
        return _rest(mine, Counter(theirs)), _rest(theirs, Counter(mine))

    def texts(self, entry: Entry, key: str) -> list[str]:
        """The elements of a list as they are compared."""
        model = record_models()[key]
        return [self._text(model, record) for record in entry.data.get(key, ())]

    def _text(self, model: type[Record], record: Data) -> str:
        if id(record) not in self._texts:  # the record is kept, so that no other gets its number
            stated = {key: value for key, value in record.items() if key not in ("source", "note")}
            text = json.dumps(with_ids(model, stated, self._probable), sort_keys=True)
            self._texts[id(record)] = (record, text)
        return self._texts[id(record)][1]

    def stated(self, entry: Entry, key: str, beside: Entry | None = None) -> Any:
        """What an entry says under a key; None where it says nothing. Beside another status, none is `in_place`."""
        value = entry.data.get(key)
        if key in ("membership", "lines") and value is None:
            return self._shared.get(key)
        if key == "check":
            return True if value is None else value
        if key == "status" and value is None and beside is not None and beside.data.get(key) is not None:
            return self._shared.get(key, "in_place")
        return value

    def can_move(self, entry: Entry, key: str, number: int) -> bool:
        """Whether an element of a list can be proposed in place of being stated.

        Nothing is taken from a list that is complete: that would state that the element is not there.
        """
        whole = {"seats": "membership", "part_of": ""}.get(key, "lines")
        return bool(whole) and can_propose(entry.data[key][number]) and self.stated(entry, whole) != "complete"

    def _same(self, one: Any, other: Any) -> bool:
        if isinstance(one, str) and isinstance(other, str):
            return self._probable.get(one, plain_name(one)) == self._probable.get(other, plain_name(other))
        return bool(one == other)

    def _fields(self, one: Entry, other: Entry) -> Iterator[str]:
        for key in (*ALWAYS_STATED, *CAN_BE_EMPTY):
            mine, theirs = (self.stated(entry, key, beside) for entry, beside in ((one, other), (other, one)))
            if None not in (mine, theirs) and not _alike(mine, theirs):
                yield key
        for mine, theirs in ((one.data, other.data), (other.data, one.data)):
            if mine.get("open_ended") and theirs.get("until"):
                yield from ("open_ended", "until")
            if mine.get("substitutes") is False and theirs.get("substitutes_limit"):
                yield from ("substitutes", "substitutes_limit")

    def _completeness(self, one: Entry, other: Entry) -> Iterator[str]:
        known = SECTIONS[one.section].model_fields
        for key in filter(known.__contains__, COMPLETE):
            values = [
                entry.data.get(key, True) if key == "check" else self.stated(entry, key) for entry in (one, other)
            ]
            if None not in values and values[0] != values[1]:
                header = header_of(key, SECTIONS[one.section].noun)
                yield f"They differ under {header}: {self._each(one, other, [_word(value) for value in values])}."

    def _each(self, one: Entry, other: Entry, values: Sequence[str]) -> str:
        said = zip((one, other), values, strict=True)
        return ", ".join(f"{self._names[entry.files[0]]} says {value}" for entry, value in said)

    def _seat_pairs(
        self, one: Entry, other: Entry, mine: Sequence[int], theirs: Sequence[int]
    ) -> tuple[list[SeatPair], bool]:
        """The seats of the two that may be one, each with one such candidate only; whether both have others."""
        near: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for a in mine:
            for b in theirs:
                if self._may_be_one(one.data["seats"][a], other.data["seats"][b]):
                    near.setdefault((0, a), []).append((1, b))
                    near.setdefault((1, b), []).append((0, a))
        pairs = []
        for a in mine:
            candidates = near.get((0, a), [])
            if len(candidates) == 1 and len(near[candidates[0]]) == 1:
                b = candidates[0][1]
                differs = tuple(self._contradictions(one.data["seats"][a], other.data["seats"][b]))
                pairs.append(SeatPair(ListItem(one.key, "seats", a), ListItem(other.key, "seats", b), differs))
        return pairs, len(mine) > len(pairs) and len(theirs) > len(pairs)

    def _may_be_one(self, seat: Data, other: Data) -> bool:
        stated = [key for key in _ENDS if key in seat and key in other]
        if any(not self._same(seat[key], other[key]) for key in stated):
            return False
        by_person = "person" in seat and "person" in other and self._same(seat["person"], other["person"])
        nobody = not any(key in record for key in (*_ENDS, "person") for record in (seat, other))
        return bool(stated) or by_person or (nobody and bool(seat.get("as")) and seat.get("as") == other.get("as"))

    def _contradictions(self, record: Data, other: Data) -> Iterator[str]:
        for key in record.keys() & other.keys() - {"source", "note"}:
            if not self._same(record[key], other[key]):
                yield key
        if (record.get("several") and other.get("count")) or (other.get("several") and record.get("count")):
            yield "count"

    def _lines(self, one: Entry, other: Entry) -> tuple[list[tuple[ListItem, str]], list[str]]:
        """Lines that the other's complete list lacks: those that a row can hold, and the others in sentences."""
        items, sentences = [], []
        for entry, whole in ((one, other), (other, one)):
            if self.stated(whole, "lines") != "complete":
                continue
            known = {(key, self._end(line)) for key in LINES for line in whole.data.get(key, ())}
            more = [
                ListItem(entry.key, key, number)
                for key in LINES
                for number, line in enumerate(entry.data.get(key, ()))
                if (key, self._end(line)) not in known
            ]
            movable = [item for item in more if self.can_move(entry, item.key, item.number)]
            items += [(item, whole.key) for item in movable]
            if len(movable) < len(more):
                mine, theirs = (self._names[each.files[0]] for each in (whole, entry))
                sentences.append(f"{mine} says that its list of lines is complete, but {theirs} has others.")
        return items, sentences

    def _end(self, line: Data) -> str:
        end = str(line["to"])
        return self._probable.get(end, plain_name(end))

    def _details(self, one: Entry, other: Entry, apart: Mapping[str, tuple[list[int], list[int]]]) -> Iterator[str]:
        """Relations to one end, and contacts for one group, of which the two say different things."""
        for key, (mine, theirs) in apart.items():
            if key in ("seats", "composition"):
                continue
            pairs = ((one.data[key][a], other.data[key][b]) for a in mine for b in theirs)
            ends = ("to", "theme", "constituency", "for", "title", "role", "on")
            same = [pair for pair in pairs if all(self._same(*(each.get(end) for each in pair)) for end in ends)]
            differs = {differing for pair in same for differing in self._contradictions(*pair)}
            if differs:
                what = listed([header_of(each) for each in sorted(differs)])
                yield f"They differ under {header_of(key)}, in {what}: look at the two and keep the right one."

    def _absences(self, one: Entry, other: Entry) -> Iterator[str]:
        """Groups that one says have no seat, while the other lists a seat of theirs."""
        for entry, seated in ((one, other), (other, one)):
            absent = {self._probable[record["constituency"]] for record in entry.data.get("without", ())}
            for seat in seated.data.get("seats", ()) if absent else ():
                groups = {seat["on_behalf_of"]} if "on_behalf_of" in seat else set()
                groups = groups or self._represented.get(self._probable.get(seat.get("holder", ""), ""), set())
                if absent & {self._probable[group] for group in groups}:
                    names = (self._names[each.files[0]] for each in (entry, seated))
                    yield "{} says that a group has no seat on it, but {} lists a seat of theirs.".format(*names)
                    break

    def _complete_seats(self, one: Entry, other: Entry, apart: tuple[list[int], list[int]]) -> Iterator[str]:
        for whole, entry, more in ((one, other, apart[1]), (other, one, apart[0])):
            if self.stated(whole, "membership") == "complete" and more:
                names = (self._names[each.files[0]] for each in (whole, entry))
                yield "{} says that its list of seats is complete, but {} has others.".format(*names)


def can_propose(record: Data) -> bool:
    """Whether a row of a draft can hold all that a seat or a relation states."""
    return PROPOSABLE.issuperset(record)


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    if isinstance(one, str) and isinstance(other, str):
        return plain_name(one) == plain_name(other)
    return bool(one == other)


def _word(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _rest(texts: Sequence[str], others: Counter[str]) -> list[int]:
    rest = []
    for number, text in enumerate(texts):
        if others[text] > 0:
            others[text] -= 1
        else:
            rest.append(number)
    return rest


def field_text(key: str, value: object) -> str:
    """A value of a body as a cell has it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(field_text(key, item) for item in value)
    return display_word(str(value)) if allowed_words(Body, key) else str(value)
