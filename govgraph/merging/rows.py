"""Rows of a draft for what two files may have in common, and for what they say differently of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from govgraph.formats.sheets.columns import display_word, header_of
from govgraph.formats.sheets.layout import ties
from govgraph.language import LISTED, listed
from govgraph.merging.differences import Compared, Differences, ListItem, SeatPair, field_text
from govgraph.merging.entries import Data, Entry, File
from govgraph.merging.names import Names
from govgraph.merging.sameness import Pair, Why
from govgraph.model.proposal import HAS_A_SEAT, IS_A, IS_THE_SAME_BODY, Proposal

_LONG = 60
"""A question does not quote longer texts: they stand in the rows themselves."""


_SPEAK_FOR_THEMSELVES = ("level", "meets", "status")
"""Fields whose values say which field they are of."""


class Rows:
    """Makes rows that name entries as the merged file does, each with the document that it is taken from."""

    def __init__(self, files: Sequence[File], entries: Mapping[str, Entry], names: Names, compared: Compared) -> None:
        self._files = files
        self._entries = entries
        self._names = names
        self._compared = compared

    def title(self, key: str) -> str:
        """How a row names an entry."""
        return self._names.title(self._entries[key])

    def file(self, entry: Entry) -> str:
        """The name of the file that an entry is from."""
        return self._files[entry.files[0]].name

    def same(self, pair: Pair, differences: Differences | None) -> Proposal:
        """That two entries are the same; where their names are alike only, nothing else of them is compared."""
        first, second = self._entries[pair.first], self._entries[pair.second]
        names = [(self.file(entry), self._called(entry)) for entry in (first, second)]
        asked = " and ".join(f"{file} lists {name}" for file, name in names)
        if pair.why is Why.ALIKE:
            asked += ". The names are only alike"
        elif pair.why is Why.ID:
            asked += f". Both have the id {first.own_id}"
        sentences = [f"{asked}. Are they the same?"]
        if differences is not None and self.has_more(differences):
            sentences.append("If so, look at this first.")
            sentences += differences.others
            by_hand = [self._seats_by_hand(each) for each in self._open(differences)]
            sentences += by_hand[:LISTED]
            if len(by_hand) > LISTED:
                sentences.append(f"There are {len(by_hand) - LISTED} more seats like that.")
            if differences.seats_apart:
                sentences.append("Each lists seats that the other does not: none should be there twice.")
        return Proposal(
            body=self.title(pair.first),
            what=IS_THE_SAME_BODY,
            value=self.title(pair.second),
            document=" and ".join(dict.fromkeys(file for file, _ in names)),
            where=self._places(first, second),
            question=" ".join(dict.fromkeys(sentences)),
        ).with_sentence()

    def has_more(self, differences: Differences) -> bool:
        """Whether something differs that no row can hold, so that the row for the two says it."""
        return bool(differences.others or differences.seats_apart or self._open(differences))

    def _called(self, entry: Entry) -> str:
        others = entry.data.get("other_names", ())
        return f"{entry.name} (also {listed(others)})" if others else entry.name

    def _places(self, first: Entry, second: Entry) -> str | None:
        found = [self.place(entry, ()) for entry in (first, second)]
        return "; ".join(filter(None, found)) or None

    def _open(self, differences: Differences) -> list[SeatPair]:
        """The pairs of seats of which a row cannot hold all."""
        return [pair for pair in differences.seats if not self.can_move(pair)]

    def can_move(self, pair: SeatPair) -> bool:
        """Whether both of two seats can be proposed in place of being stated."""
        items = (pair.first, pair.second)
        return all(self._compared.can_move(self._entries[item.entry], item.key, item.number) for item in items)

    def record(self, item: ListItem) -> Data:
        """The element of a list that an item means."""
        record: Data = self._entries[item.entry].data[item.key][item.number]
        return record

    def _seats_by_hand(self, pair: SeatPair) -> str:
        seat = self._seat_of(self.record(pair.first), self.record(pair.second))
        files = " and ".join(self.file(self._entries[item.entry]) for item in (pair.first, pair.second))
        if not pair.differs:
            return f"{files} each list {seat}: if that is one seat, keep one of the two."
        what = listed([header_of(key) for key in sorted(pair.differs)])
        return f"{files} differ on {seat} ({what}): keep one of the two."

    def _seat_of(self, *records: Data) -> str:
        for key, words in (("holder", "the seat of {}"), ("on_behalf_of", "the seat for {}")):
            found = next((record[key] for record in records if key in record), None)
            if found is not None:
                return words.format(self._entries[found].name)
        return "a seat of one person" if any("person" in record for record in records) else "a seat"

    def seats(self, pair: SeatPair) -> list[Proposal]:
        """The two seats of a pair, side by side, with one question."""
        records = [self.record(item) for item in (pair.first, pair.second)]
        seat = self._seat_of(*records)
        files = [self.file(self._entries[item.entry]) for item in (pair.first, pair.second)]
        asked = f"{files[0]} and {files[1]} each list {seat}. Is that one seat? If so, confirm the row that is right."
        if pair.differs:
            said = [
                f"{file} says {_words_of(record, pair.differs)}" for file, record in zip(files, records, strict=True)
            ]
            asked = f"Of {seat}, {', '.join(said)}. Which is right?"
        return [self._seat(item, asked) for item in (pair.first, pair.second)]

    def _seat(self, item: ListItem, question: str) -> Proposal:
        record = self.record(item)
        stated: Data = {key: record[key] for key in ("as", "role", "votes", "count", "several") if key in record}
        stated |= {key: self.title(record[key]) for key in ("holder", "on_behalf_of") if key in record}
        return self._row(item, record, question, what=HAS_A_SEAT, **stated)

    def line(self, item: ListItem, whole: str) -> Proposal:
        """A line that is not in the complete list of another body."""
        record = self.record(item)
        end = self._entries.get(record["to"])
        file, other = (self.file(self._entries[key]) for key in (item.entry, whole))
        words = ties()[item.key].words
        question = f"{file} says that it {words} {end.name if end else record['to']}, but {other} lists all its lines, "
        question += "and not this one. Which is right?"
        return self._row(item, record, question, what=words, value=self.title(end.key) if end else record["to"])

    def inside(self, entry: Entry, number: int) -> Proposal:
        """A line that one file says in words, to what another file lists as a body: how they are tied is asked."""
        record = entry.data["accountable_to"][number]
        text, ends = record["to"], self._names.called("bodies", record["to"])
        listed_as = listed([end.name for end in ends]) if ends else "a body of that name, or one much like it"
        question = (
            f"{self.file(entry)} says in words that it is accountable to “{text}”. Another file lists {listed_as}. "
        )
        question += (
            "Is that the same? If so, write under What how the two are tied (reports to, is part of), and change."
        )
        if entry.data.get("lines") == "complete":
            question += " Until then its list of lines is not marked as complete."
        item = ListItem(entry.key, "accountable_to", number)
        value = self._names.title(ends[0]) if len(ends) == 1 else text
        return self._row(item, record, question, value=value, says=text)

    def _row(self, item: ListItem, record: Data, question: str, **stated: Any) -> Proposal:
        entry = self._entries[item.entry]
        document, where = self._document(entry, record, (item.key, item.number))
        says = (record.get("source") or {}).get("note")
        row = {"body": self.title(entry.key), "document": document, "where": where, "question": question}
        return Proposal.model_validate({**({"says": says} if says else {}), **row, **stated}).with_sentence()

    def _document(self, entry: Entry, record: Data, path: tuple[Any, ...]) -> tuple[str, str | None]:
        source = record.get("source") or entry.data.get("source")
        title = self._entries[source["id"]].name if source else self.file(entry)
        where = source.get("where") if source else None
        return title, where or (self.place(entry, path) if title == self.file(entry) else None)

    def place(self, entry: Entry, path: tuple[Any, ...]) -> str | None:
        """Where in its file an entry, or a part of it, stands; None where that is not known."""
        place = self._files[entry.files[0]].structure.place((entry.section, entry.own_id, *path))
        if place is None or place.line is None:
            return None
        return f"{place.sheet}, row {place.line}" if place.sheet else f"line {place.line}"

    def fields(self, entries: Sequence[Entry], keys: Sequence[str]) -> Iterator[Proposal]:
        """What each of several bodies says under one key, or under keys that bar one another, side by side."""
        known: list[tuple[Entry, str, str]] = []
        for entry in entries:
            for key in keys:
                beside = next((each for each in entries if key in each.data), entry)
                value = self._compared.stated(entry, key, beside)
                known += [(entry, key, field_text(key, value))] if value is not None else []
        question = self._field_question(known)
        for entry, key, text in known:
            document, where = self._document(entry, {}, (key,))
            row = {"body": self.title(entry.key), "document": document, "where": where, "question": question}
            what = IS_A if key == "kind" else header_of(key)
            yield Proposal(what=what, value=text, says=text, **row).with_sentence()

    def _field_question(self, known: Sequence[tuple[Entry, str, str]]) -> str:
        headers = list(dict.fromkeys(header_of(key) for _, key, _ in known))
        if any(len(text) > _LONG for _, _, text in known):
            files = listed(list(dict.fromkeys(self.file(entry) for entry, _, _ in known)))
            return f"{files} say this in different words ({listed(headers)}). Which is right?"
        is_clear = len(headers) == 1 and known[0][1] in ("kind", *_SPEAK_FOR_THEMSELVES)
        quoted = [text if is_clear else f"“{header_of(key)}: {text}”" for _, key, text in known]
        said = [f"{self.file(entry)} says {text}" for (entry, _, _), text in zip(known, quoted, strict=True)]
        return f"{', '.join(said)}. Which is right?"


def _words_of(record: Data, keys: Iterable[str]) -> str:
    """What a seat says under keys of a draft's row: `chair, with a vote`."""
    votes = {True: "with a vote", False: "without a vote", None: ""}
    said = {
        "role": display_word(record.get("role", "")),
        "votes": votes[record.get("votes")],
        "count": "several seats" if record.get("several") else f"{record.get('count', 1)} seats",
        "as": listed(record.get("as", [])),
    }
    return listed([said[key] for key in ("role", "as", "count", "votes") if key in keys and said[key]])
