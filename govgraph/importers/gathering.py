"""Gathers what a file of another tool states: as statements where it says enough, else as proposals of a draft."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from govgraph.importers.contents import Ids, file_source
from govgraph.importers.importer import Imported
from govgraph.language import listed
from govgraph.model.body import relation_keys
from govgraph.model.vocabulary import Kind

_HEADERS = {
    "from": "In place from",
    "until": "In place until",
    "status": "Status",
    "purpose": "Purpose",
    "note": "Note",
}
"""The columns of Bodies under which a draft proposes what is stated of a body whose kind is not known."""
_NAMED = 10


def names_of(names: Iterable[str]) -> str:
    """Names as a sentence lists them: the first ten, and how many more."""
    every = list(names)
    return listed(every[:_NAMED], len(every), most=_NAMED)


class Gathering:
    """The bodies of one file by the ids that the file has for them, and what ties them together."""

    def __init__(self, path: str) -> None:
        self.source, self._source_record = file_source(path)
        self.document = self._source_record["title"]
        self._ids = Ids()
        self._bodies: dict[str, dict[str, Any]] = {}
        self._names: dict[str, str] = {}
        self._proposed: dict[str, dict[str, Any]] = {}
        self._shown: Counter[str] = Counter()
        self._ties: list[tuple[str, str, str, str]] = []
        self._seats: list[tuple[str, dict[str, Any], str]] = []
        self.draft: list[dict[str, Any]] = []
        self.notices: list[str] = []

    def __contains__(self, key: object) -> bool:
        """Whether the file has a body under this id."""
        return key in self._names

    def name(self, key: str) -> str:
        """What a body is called."""
        return self._names[key]

    def notice(self, sentence: str) -> None:
        """Add what could not be taken, or was taken in one way of several."""
        self.notices.append(sentence)

    def notice_of(self, names: Sequence[str], sentence: str) -> None:
        """The same of several things, whose names go where the sentence has `{}`; nothing where there are none."""
        if names:
            self.notices.append(sentence.format(names_of(names)))

    def add_body(self, key: str, name: str, kind: Kind, where: str, *, wanted_id: str = "", **stated: Any) -> None:
        """A body whose kind the file says, with more keys as a structure has them."""
        source = {"id": self.source, "where": where}
        record = {"name": name, "kind": kind.value, **{k.rstrip("_"): v for k, v in stated.items() if v}}
        self._bodies[key] = {"id": self._ids.new(wanted_id or name, "body"), **record, "source": source}
        self._names[key] = name

    def propose_body(
        self, key: str, name: str, guess: Kind | None, where: str, *, says: str, question: str, **stated: Any
    ) -> None:
        """A body whose kind the file does not say: it is proposed, and so is all that is stated of it."""
        shown = name if not self._shown[name] else f"{name} ({key})"
        self._shown[name] += 1
        self._names[key] = shown
        origin = {"says": says, "document": self.document, "where": where}
        value = guess.words if guess else None
        row = {**origin, "question": question, "body": shown, "what": "is a", "value": value}
        self._proposed[key] = origin
        self.draft.append({column: cell for column, cell in row.items() if cell})
        for field, stated_value in stated.items():
            self._propose_field(origin, shown, field.rstrip("_"), stated_value)

    def _propose_field(self, origin: Mapping[str, Any], body: str, field: str, value: Any) -> None:
        for each in value if isinstance(value, list | tuple) else [value]:
            if each:
                what = "is also called" if field == "other_names" else _HEADERS[field]
                self.draft.append({**origin, "body": body, "what": what, "value": str(each).replace("_", " ")})

    def relate(self, key: str, relation: str, other: str, where: str) -> None:
        """A relation from one body of the file to another, under its key: `part_of`. Both may come later."""
        self._ties.append((key, relation, other, where))

    def seat(self, key: str, seat: Mapping[str, Any], where: str) -> None:
        """A seat on a body of the file, as a structure has it; `holder` is the file's own id of a body."""
        self._seats.append((key, {field: value for field, value in seat.items() if value}, where))

    def imported(self, title: str | None = None) -> Imported:
        """All that was gathered."""
        for key, relation, other, where in dict.fromkeys(self._ties):
            self._put_tie(key, relation, other, where)
        for key, seat, where in self._seats:
            self._put_seat(key, seat, where)
        bodies = {record.pop("id"): record for record in self._bodies.values()}
        data = {
            "title": title,
            "source": {"id": self.source},
            "sources": {self.source: self._source_record},
            "bodies": bodies,
            "draft": self.draft,
        }
        return Imported({key: value for key, value in data.items() if value}, tuple(self.notices))

    def _put_tie(self, key: str, relation: str, other: str, where: str) -> None:
        body, end = self._bodies.get(key), self._bodies.get(other)
        if body is not None and end is not None:
            body.setdefault(relation, []).append(end["id"])
            return
        origin = self._proposed.get(key) or self._proposed[other]
        words = relation_keys()[relation].words
        row = {**origin, "where": where, "body": self._names[key], "what": words, "value": self._names[other]}
        self.draft.append(row)

    def _put_seat(self, key: str, seat: dict[str, Any], where: str) -> None:
        body, holder = self._bodies.get(key), seat.get("holder")
        if body is None or (holder is not None and holder not in self._bodies):
            self._propose_seat(key, seat, where)
            return
        if holder is not None:
            seat["holder"] = self._bodies[holder]["id"]
        body.setdefault("seats", []).append({**seat, "source": {"id": self.source, "where": where}})

    def _propose_seat(self, key: str, seat: dict[str, Any], where: str) -> None:
        """A seat of a body that is only proposed. A draft has no place for people, and none for days."""
        row = {"document": self.document, "where": where, "body": self._names[key], "what": "has a seat"}
        row |= {field: seat[field] for field in ("as", "role") if field in seat}
        if "holder" in seat:
            row["holder"] = self._names[seat["holder"]]
        self.draft.append(row)
