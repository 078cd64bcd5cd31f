"""Kumu's JSON: a blueprint of elements and connections, or a backup of a project with their attributes set apart.

A type that govgraph knows as a kind, or as a relation, is read as it is on Kumu's sheets; all others are a draft.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from govgraph.importers.contents import clean, json_or_none, parse_json, refused
from govgraph.importers.gathering import Gathering
from govgraph.importers.importer import Imported, Importer
from govgraph.importers.kinds import kind_of_name
from govgraph.importers.proposals import read_relation, tie, unnamed_tie
from govgraph.model import relation_keys
from govgraph.model.relation_words import RelationReading
from govgraph.model.vocabulary import Kind

_NO_CONTENT = frozenset({"id", "_id", "label", "type", "element type", "connection type", "from", "to", "direction"})
_WITHOUT_DIRECTION = frozenset({"undirected", "mutual"})
_BOTH_WAYS = "works_with"
"""The relation that means the same from either end."""


def _recognises(name: str, data: bytes) -> bool:
    if not name.lower().endswith(IMPORTER.endings):
        return False
    held = json_or_none(data)
    return isinstance(held, dict) and isinstance(held.get("elements"), list) and "bodies" not in held


def _read(path: str, data: bytes) -> Imported:
    held = parse_json(path, data)
    if not isinstance(held, dict) or not isinstance(held.get("elements"), list):
        raise refused(path, "Kumu's JSON has a list of elements; this file has none.")
    return _KumuFile(path, held).imported()


class _Element(NamedTuple):
    """An element."""

    key: str
    name: str
    kind: Kind | None


class _KumuFile:
    """The elements and connections of a file."""

    def __init__(self, path: str, held: Mapping[str, Any]) -> None:
        self._path, self._held = path, held
        self._gathering = Gathering(path)
        self._elements: dict[str, _Element] = {}
        """By id and by label: connections may name either."""
        self._unread: dict[str, None] = {}
        self._again: list[str] = []

    def imported(self) -> Imported:
        """What the file states, and the draft of the rest."""
        nameless = 0
        for number, record in enumerate(_records(self._held.get("elements")), 1):
            nameless += not self._add_element(number, record)
        if not self._elements:
            raise refused(self._path, "None of Kumu's elements has a label, so there is nothing to read.")
        lost = [
            where
            for number, record in enumerate(_records(self._held.get("connections")), 1)
            if (where := self._add_connection(number, record))
        ]
        gathering = self._gathering
        if nameless:
            gathering.notice(f"Elements without a label are left out: {nameless:,}.")
        gathering.notice_of(self._again, "Kumu treats elements with the same label as one, and so does govgraph: {}.")
        gathering.notice_of(
            lost, "These lead to themselves, or to an element that is not in the file, so they are left out: {}."
        )
        gathering.notice_of(list(self._unread), "These fields are left out: {}.")
        rest = [clean(key) for key, value in self._held.items() if key not in ("elements", "connections") and value]
        gathering.notice_of(rest, "These parts of the file say how a map looks, and are left out: {}.")
        return gathering.imported()

    def _add_element(self, number: int, record: Mapping[str, Any]) -> bool:
        """Add an element; False where it has no label."""
        about = _attributes(record)
        name = clean(about.get("label"))
        if not name:
            return False
        key = clean(str(record.get("_id") or record.get("id") or "")) or f"element {number}"
        if name.casefold() in self._elements:
            self._again.append(name)
            self._elements[key] = self._elements[name.casefold()]
            return True
        written = clean(about.get("element type") or about.get("type"))
        kind = Kind.parse(written) if written else None
        description = clean(about.get("description"))
        if kind is not None:
            self._gathering.add_body(key, name, kind, f"element {number}", note=description)
        else:
            says = f"Kumu gives it the type '{written}'" if written else "Kumu gives it no type"
            question = f"What is {name}? {says}."
            guess, where = kind_of_name(name), f"element {number}"
            self._gathering.propose_body(key, name, guess, where, says=name, question=question, note=description)
        self._elements[key] = self._elements[name.casefold()] = _Element(key, name, kind)
        self._leave_out(about, {"description"})
        return True

    def _add_connection(self, number: int, record: Mapping[str, Any]) -> str | None:
        """Add a connection; where it leads nowhere, what it is called."""
        about = _attributes(record)
        ends = [clean(str(record.get(key) or about.get(key) or "")) for key in ("from", "to")]
        start, end = (self._elements.get(name) or self._elements.get(name.casefold()) for name in ends)
        if start is None or end is None or start is end:
            return f"connection {number} from {ends[0] or 'nothing'} to {ends[1] or 'nothing'}"
        kind = clean(about.get("connection type") or about.get("type"))
        label = clean(about.get("label"))
        direction = clean(record.get("direction") or about.get("direction")).casefold()
        is_directed = direction not in _WITHOUT_DIRECTION
        where = f"connection {number}"
        self._leave_out(about, set() if kind else {"label"})
        reading = read_relation(kind or label)
        if reading is not None and not is_directed and reading.key != _BOTH_WAYS:
            reading = None
        if self._is_stated(start, end, reading) and reading is not None:
            if reading.turned:
                start, end = end, start
            self._gathering.relate(start.key, reading.key, end.key, where)
            return None
        self._propose(start, end, reading, kind or label, where, is_directed)
        return None

    @staticmethod
    def _is_stated(start: _Element, end: _Element, reading: RelationReading | None) -> bool:
        """Whether a connection is read as a statement: all three of its parts are known."""
        known = reading is not None and reading.key in relation_keys() and not reading.jointly
        return known and start.kind is not None and end.kind is not None

    def _propose(
        self, start: _Element, end: _Element, reading: RelationReading | None, label: str, where: str, directed: bool
    ) -> None:
        said = {"document": self._gathering.document, "says": label or None, "where": where}
        if reading is not None and reading.key in relation_keys() and not reading.jointly:
            self._gathering.draft.append(tie(start.name, end.name, said, reading))
            return
        shown = f", labelled '{label}'" if label else ""
        drawn = "from {} to {}" if directed else "between {} and {}"
        joins = drawn.format(start.name, end.name)
        question = f"Kumu has a connection {joins}{shown}. How are they related?"
        self._gathering.draft.append(unnamed_tie(start.name, end.name, said, question))

    def _leave_out(self, about: Mapping[str, Any], read: set[str]) -> None:
        left = {clean(key) for key, value in about.items() if value and key not in _NO_CONTENT | read | {"attributes"}}
        self._unread.update(dict.fromkeys(sorted(left)))


def _records(held: Any) -> Iterator[Mapping[str, Any]]:
    for record in held if isinstance(held, list) else ():
        yield record if isinstance(record, dict) else {}


def _attributes(record: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of an element or a connection, wherever it stands, with its keys in small letters."""
    apart = record.get("attributes")
    together = {**record, **(apart if isinstance(apart, dict) else {})}
    return {str(key).casefold(): value for key, value in together.items()}


IMPORTER = Importer("Kumu's JSON", (".json",), _recognises, _read)
