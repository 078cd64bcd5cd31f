"""Statements of confirmed rows, put into the data of a document beside those that are there already."""

import json
from typing import Any

from govgraph.formats.drafts.absent import AbsentNames
from govgraph.formats.drafts.moved_marks import MovableMarks
from govgraph.formats.drafts.rows import DraftRow, cell_label
from govgraph.formats.drafts.sources import Data, DraftSources
from govgraph.formats.drafts.words import Meaning
from govgraph.formats.sheets.cells import DayFirst, cell_value, split_known
from govgraph.formats.sheets.columns import CellType, Column, plain_columns
from govgraph.formats.sheets.layout import Tie, sheets
from govgraph.formats.sheets.names import Names
from govgraph.language import partial_date, with_the
from govgraph.model.faults import Loc
from govgraph.model.fields import shapes
from govgraph.model.proposal import IS_ALSO_CALLED
from govgraph.model.scalars import as_list, loose_name, plain_name, quoted
from govgraph.model.statement import Record
from govgraph.model.validation import Document

_TRUTHS = {"true": "yes", "y": "yes", "false": "no", "n": "no"}


class Stating:
    """Puts statements into a document. What cannot be stated gets a fault at its cell."""

    def __init__(
        self, document: Document, marks: MovableMarks, names: Names, sources: DraftSources, absent: AbsentNames
    ) -> None:
        self.document = document
        self.marks = marks
        self.names = names
        self.absent = absent
        self.made: set[Loc] = set()
        """The entries that only the draft states."""
        self.joined: set[Loc] = set()
        """Entries of which a person confirms that they are one with another: what a row says of them decides."""
        self._decided: set[tuple[Loc, str]] = set()
        self._sources = sources
        self._there: dict[Loc, dict[str, int]] = {}
        """Of lists to which is added, the records that were there, and the relations that are there now."""

    def fault(self, path: Loc, sentence: str) -> None:
        """Add a fault at a cell."""
        self.document.faults.append(self.document.fault(path, sentence, value=True))

    def notice(self, path: Loc, sentence: str) -> None:
        """Add a notice at a cell."""
        self.document.notices.append(self.document.fault(path, sentence, value=True))

    def record(self, path: Loc) -> Data | None:
        """The data of an entry; None where there is none, or it is broken and has its own fault."""
        record = self.document.section(str(path[0])).get(str(path[1]))
        return record if isinstance(record, dict) else None

    def find(self, section: str, text: str) -> str | None:
        """The id that a text means: as an id, or as a name. Raises ValueError where it may mean several."""
        wanted = text.strip()
        return wanted if wanted in self.names.titles(section) else self.names.resolve(section, text)

    def resolve(self, section: str, row: DraftRow, key: str) -> str | None:
        """The id that a cell of a row means; None where it means none, which is reported."""
        text = str(getattr(row.proposal, key))
        try:
            found = self.find(section, text)
        except ValueError as error:
            self.fault(row.at(key), f"{self.document.wording.key(row.at(key))} {error}.")
            return None
        if found is None:
            self.absent.add(section, text, row, key)
        return found

    def body(self, row: DraftRow, key: str = "body") -> Loc | None:
        """The path of the body that a cell of a row names."""
        found = self.resolve("bodies", row, key)
        return ("bodies", found) if found is not None and self.record(("bodies", found)) is not None else None

    def add_entry(self, row: DraftRow, path: Loc) -> None:
        """Add a body, a group of people or a theme, unless it is there; of a body its kind."""
        section, key = map(str, path)
        data = self.document.data
        if data.get(section) in (None, ""):
            data[section] = {}
        if not isinstance(data[section], dict):
            return  # the model says so
        if key not in data[section]:
            record: Data = {"name": row.proposal.body}
            source = self._sources.ref(row)
            data[section][key] = record if source is None else {**record, "source": source}
            self.made.add(path)
            self.marks.place(path, row.at())
            self.marks.place((*path, "name"), row.at("body"))
        if section == "bodies" and (path in self.made or path not in self.joined):
            self.add_kind(row, path)

    def add_kind(self, row: DraftRow, path: Loc) -> None:
        """Say of what kind a body is."""
        kind = next(column for column in sheets()["bodies"].columns if column.path == ("kind",))
        self._set(row, path, kind)

    def add_name(self, row: DraftRow) -> None:
        """Add another name of a body."""
        path, name = self.body(row), str(row.proposal.value)
        record = self.record(path) if path is not None else None
        if path is None or record is None:
            return
        try:
            other = self.find("bodies", name)
        except ValueError:
            other = None
        if other not in (None, path[1]):
            label = cell_label(self.document, ("bodies", str(other), "name"))
            why = f"{quoted(name)} is the name of another body ({label}). If the two are one, state that instead"
            self.fault(row.at("value"), f"{why}: it 'is the same body as' the other.")
            return
        if self.add_other_name(path, name, row.at("value")):
            self._sources.quote(record, row, IS_ALSO_CALLED.capitalize(), made=path in self.made)

    def add_other_name(self, path: Loc, name: str, at: Loc) -> bool:
        """Add another name to the record of a body, and say whether it was new."""
        record = self.record(path)
        assert record is not None  # noqa: S101 - the caller has looked
        others = [*as_list(record.get("other_names") or [])]
        if loose_name(name) in {loose_name(str(known)) for known in (record.get("name"), *others)}:
            return False
        record["other_names"] = [*others, name]
        self.marks.place((*path, "other_names", len(others)), at)
        return True

    def add_field(self, row: DraftRow, column: Column) -> None:
        """Add what a row says of a column of Bodies."""
        path = self.body(row)
        record = self.record(path) if path is not None else None
        if path is not None and record is not None and self._set(row, path, column):
            self._sources.quote(record, row, column.header, made=path in self.made)

    def _set(self, row: DraftRow, path: Loc, column: Column) -> bool:
        """Set a key of a body to what a row says; a fault where it is stated otherwise. Whether it is stated now."""
        record, key, at = self.record(path), str(column.path[0]), row.at("value")
        if record is None:
            return False
        try:
            value = cell_value(str(row.proposal.value), column, self.names.resolve)
        except ValueError as error:
            self.fault(at, f"{column.header} {error}.")
            return False
        if isinstance(value, DayFirst):
            what = f"{quoted(str(row.proposal.value))} is read with the day first, as {partial_date(value)}."
            self.notice(at, what)
            value = str(value)
        before = record.get(key)
        if column.is_list:
            known = [*as_list(before)] if before not in (None, "", []) else []
            terms = [term_of(column, item) for item in known]
            for item in value:
                if term_of(column, item) not in terms:
                    self.marks.place((*path, key, len(known)), at)
                    known.append(item)
            record[key] = known
        elif before in (None, "") or (path in self.joined and (path, key) not in self._decided):
            record[key] = value
            self._decided.add((path, key))
            self.marks.place((*path, key), at)
        elif term_of(column, before) != term_of(column, value):
            label = cell_label(self.document, (*path, key))
            what = f"{column.header} of {with_the(str(record.get('name')))}"
            self.fault(at, f"{what} is {quoted(value)} here, but {quoted(before)} in {label}: keep one of the two.")
            return False
        return True

    def add_tie(self, row: DraftRow, meaning: Meaning) -> None:
        """Add a relation, unless the same is there."""
        tie = meaning.tie
        assert tie is not None  # noqa: S101 - as the meaning says
        path = self.body(row, "value" if meaning.turned else "body")
        to_key = "body" if meaning.turned else "value"
        section, target = tie.to.refers_to, str(getattr(row.proposal, to_key))
        if section is not None:
            found = self.resolve(section, row, to_key)
            if found is None:
                return
            target = found
        record: Data = {str(tie.model.shorthand): target}
        if row.proposal.role is not None:
            record["role"] = row.proposal.role.value
        if meaning.jointly:
            record["jointly"] = True
        if path is not None:
            self._add_record(row, path, tie.key, record, (tie, to_key))

    def add_seat(self, row: DraftRow) -> None:
        """Add a seat, or several alike."""
        path, proposal = self.body(row), row.proposal
        holder = self.resolve("bodies", row, "holder") if proposal.holder is not None else None
        group = self.resolve("constituencies", row, "on_behalf_of") if proposal.on_behalf_of is not None else None
        if path is None or (proposal.holder and not holder) or (proposal.on_behalf_of and not group):
            return
        capacity = next(column for column in sheets()["seats"].columns if column.path == ("as",))
        stated = {
            "on_behalf_of": group,
            "holder": holder,
            "count": proposal.count,
            "several": proposal.several or None,
            "role": proposal.role.value if proposal.role is not None else None,
            "votes": proposal.votes,
            "as": [part for text in proposal.as_ for part in split_known(text, capacity) or [text]] or None,
        }
        self._add_record(row, path, "seats", {key: value for key, value in stated.items() if value is not None})

    def _add_record(self, row: DraftRow, path: Loc, key: str, stated: Data, end: tuple[Tie, str] | None = None) -> None:
        """Add a record to a list of a body, unless it says no more than one that is there.

        `end` is, of a relation, its kind and the cell that names to what it leads.
        """
        body, here = self.record(path), (*path, key)
        assert body is not None  # noqa: S101 - the caller has looked
        source = self._sources.ref(row)
        record = stated if source is None else {**stated, "source": source}
        if source is None and row.proposal.says is not None:
            record = {**record, "note": row.proposal.says}
        tie = end[0] if end else None
        if here not in self._there:
            body[key] = [*as_list(body[key])] if body.get(key) not in (None, "", []) else []
            texts = (_comparable(other, tie) for other in body[key])
            self._there[here] = {text: number for number, text in enumerate(texts) if text is not None}
        records, there, text = body[key], self._there[here], _comparable(record, tie)
        if text in there:
            self.notice(row.at(), f"This repeats {cell_label(self.document, (*here, there[text]))}; it counts once.")
            return
        self.marks.place((*here, len(records)), row.at())
        if tie is not None and text is not None and end is not None:
            there[text] = len(records)
            self.marks.place((*here, len(records), str(tie.model.shorthand)), row.at(end[1]))
        records.append(record)


def _comparable(record: Any, tie: Tie | None) -> str | None:
    """A record as a text by which one that says no more is known; None where none can.

    Of a relation that holds at all times, its end, and the role there. Two seats may be alike, but for the place that
    says so: only one of the very place in a document is the same.
    """
    if tie is not None:
        record = {str(tie.model.shorthand): record} if isinstance(record, str) else record
        if not isinstance(record, dict) or any(record.get(key) for key in ("status", "from", "until")):
            return None
        return json.dumps([str(record.get(key) or "") for key in (str(tie.model.shorthand), "role")])
    source = record.get("source") if isinstance(record, dict) else None
    return json.dumps(plain_value(record), sort_keys=True) if isinstance(source, dict) and source.get("where") else None


def plain_value(record: Any) -> Any:
    """Data as it is compared: without what is empty, and truths as a person writes them."""
    if isinstance(record, dict):
        return {key: plain_value(value) for key, value in record.items() if value not in (None, "", [])}
    if isinstance(record, list):
        return [plain_value(value) for value in record]
    text = str(record)
    return _TRUTHS.get(text.lower(), text)


def element_text(model: type[Record], key: str, item: Any) -> str:
    """An element of a list as it is compared with others: whatever its source, and the note on it."""
    shape = shapes(model).get(key)
    if shape is None or shape.model is None:
        return term_at(model, key, item)
    if isinstance(item, str) and shape.model.shorthand:
        item = {shape.model.shorthand: item}
    is_record = isinstance(item, dict)
    stated = {name: value for name, value in item.items() if name not in ("source", "note")} if is_record else item
    return json.dumps(plain_value(stated), sort_keys=True)


def term_at(model: type[Record], key: str, value: Any) -> str:
    """A value under a key of a record as it is compared."""
    column = next((column for column in plain_columns(model) if column.path == (key,)), None)
    return term_of(column, value) if column is not None else str(value)


def term_of(column: Column, value: Any) -> str:
    """A value of a column as it is compared: as the term that it means, without capitals."""
    text = str(value)
    term = column.vocabulary.parse(text) if column.vocabulary is not None else None
    if column.cell_type is CellType.BOOLEAN:
        return _TRUTHS.get(text.lower(), text.lower())
    return term.value if term is not None else plain_name(text)
