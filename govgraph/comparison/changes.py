"""Every statement that differs between two structures, however they were written, as one flow of plain changes."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from govgraph.graph.kernels import grouped
from govgraph.model import Body, Change, ChangeKind, Completeness, Seat, Statement, Status, Structure
from govgraph.model.faults import Loc
from govgraph.model.fields import FieldShape, shapes
from govgraph.model.statement import Record

_FILE_WIDE = frozenset({"govgraph", "status", "membership", "lines", "source"})
"""What a file says for all of itself. It is compared where it takes effect: in the bodies."""


def normalise(structure: Structure) -> dict[str, Any]:
    """The plain data of a structure in which each body states what its file states for it, and nothing twice.

    No default is stated, and a seat or a relation has neither the status nor the source that it has from its body.
    """
    data: dict[str, Any] = structure.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_defaults=True, exclude=set(_FILE_WIDE)
    )
    for name, body in structure.bodies.items():
        _normalise_body(data["bodies"][name], body, structure)
    return data


def _normalise_body(entry: dict[str, Any], body: Body, structure: Structure) -> None:
    status = body.status or structure.status or Status.IN_PLACE
    source = body.source or structure.source
    stated = {
        "status": None if status is Status.IN_PLACE else status.value,
        "source": source.model_dump(mode="json", exclude_none=True) if source else None,
    }
    for key in ("membership", "lines"):
        completeness: Completeness | None = getattr(body, key) or getattr(structure, key)
        stated[key] = completeness.value if completeness is Completeness.COMPLETE else None
    for key, value in stated.items():
        entry.pop(key, None)
        if value is not None:
            entry[key] = value
    for key in records_of_a_body():
        for statement, record in zip(getattr(body, key), entry.get(key, ()), strict=False):
            _without_inherited(statement, record, status, entry.get("source"))


def _without_inherited(statement: Statement, record: dict[str, Any], status: Status, source: Any) -> None:
    if statement.status is status:
        record.pop("status", None)
    if record.get("source") == source:
        record.pop("source", None)
    if isinstance(statement, Seat) and statement.role.attends_only and statement.votes is False:
        record.pop("votes", None)  # an attendee never votes


def records_of_a_body() -> dict[str, str]:
    """The keys of a body that hold lists of records, each with the noun for one of them."""
    return {key: shape.model.noun for key, shape in shapes(Body).items() if shape.model is not None and key != "source"}


def with_bodies_renamed(
    data: dict[str, Any], ids: Mapping[str, str], model: type[Record] = Structure
) -> dict[str, Any]:
    """The data with each of these ids replaced, as a key of the bodies and in every reference to one."""
    renamed = dict(data)
    for key, value in data.items():
        shape = shapes(model).get(key)
        if shape is None:
            continue
        if shape.by_id and shape.model is not None:
            entries = {name: with_bodies_renamed(entry, ids, shape.model) for name, entry in value.items()}
            renamed[key] = (
                {ids.get(name, name): entry for name, entry in entries.items()} if key == "bodies" else entries
            )
        elif shape.model is not None and isinstance(value, list):
            inner = shape.model
            renamed[key] = [with_bodies_renamed(record, ids, inner) for record in value]
        elif shape.refers == "bodies":
            renamed[key] = [ids.get(body, body) for body in value] if isinstance(value, list) else ids.get(value, value)
    return renamed


_TIES = ("to", "theme", "constituency", "for")
_IDENTITIES: tuple[tuple[tuple[str, ...], str | None], ...] = (
    ((*_TIES, "on_behalf_of", "holder", "title", "role"), None),
    ((*_TIES, "on_behalf_of", "holder", "title"), None),
    ((*_TIES, "on_behalf_of", "holder"), None),
    ((*_TIES, "holder"), "holder"),
    ((*_TIES, "on_behalf_of"), "on_behalf_of"),
)
"""What makes a record the same though something in it changed, the closest first; and what it must state for that."""

RecordData = dict[str, Any]

Pair = tuple[RecordData | None, RecordData | None]


def match_records(old: list[RecordData], new: list[RecordData]) -> list[Pair]:
    """The records that differ, each with its partner; None where it has none. No order of a list decides anything."""
    lost, gained = _without_equals(old, new), _without_equals(new, old)
    pairs: list[Pair] = []
    for keys, stated in _IDENTITIES:
        if not lost or not gained:
            break
        waiting = grouped((_identity(record, keys, stated), record) for record in lost)
        unmatched = []
        for record in gained:
            partners = waiting.get(_identity(record, keys, stated)) if not stated or stated in record else None
            if partners:
                pairs.append((partners.pop(0), record))
            else:
                unmatched.append(record)
        lost, gained = list(chain.from_iterable(waiting.values())), unmatched
    pairs += [(record, None) for record in lost]
    pairs += [(None, record) for record in gained]
    return sorted(pairs, key=lambda pair: (_text(pair[0]), _text(pair[1])))


def _without_equals(records: list[RecordData], others: list[RecordData]) -> list[RecordData]:
    """The records that the other list has not, or not so often, in an order of their own."""
    by_text = {_text(record): record for record in records}
    surplus = Counter(map(_text, records)) - Counter(map(_text, others))
    return [by_text[text] for text in sorted(surplus.elements())]


def _identity(record: RecordData, keys: tuple[str, ...], stated: str | None) -> str:
    if stated and stated not in record:
        return _text(record)  # a record that does not state it is like no other
    return _text({key: record.get(key) for key in keys})


def _text(record: RecordData | None) -> str:
    return json.dumps(record, sort_keys=True)


_SECTIONS = tuple(key for key, shape in shapes(Structure).items() if shape.by_id)


def changes(before: Structure, after: Structure, renamed: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """What has been added, removed and changed: entries, their values one by one, their relations, seats and so on.

    Entries come in the order of sections and ids; of a removed body its parts come first, of a new one last.
    `renamed` gives the id after for bodies that have another id before: such a body has changed, and nothing that
    names it has.
    """
    old = normalise(before)
    return tuple(_changes(with_bodies_renamed(old, renamed) if renamed else old, normalise(after)))


def _changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for key in sorted({*old, *new} - set(_SECTIONS)):
        yield from _value((key,), key, old.get(key), new.get(key))
    for section in _SECTIONS:
        left, right = old.get(section, {}), new.get(section, {})
        for name in sorted({*left, *right}):
            if left.get(name) != right.get(name):
                yield from _entry((section, name), shapes(Structure)[section], left.get(name), right.get(name))


def _entry(path: Loc, shape: FieldShape, old: dict[str, Any] | None, new: dict[str, Any] | None) -> Iterator[Change]:
    lists = records_of_a_body() if shape.model is Body else {}
    parts = [
        Change(_kind(left, right), (*path, key), noun, left, right, is_element=True)
        for key, noun in lists.items()
        for left, right in match_records((old or {}).get(key, []), (new or {}).get(key, []))
    ]
    if old is None or new is None:
        bare = {key: value for key, value in (new or old or {}).items() if key not in lists}
        kind_noun = shape.model.noun if shape.model else str(path[0])
        change = Change(_kind(old, new), path, kind_noun, None if old is None else bare, None if new is None else bare)
        yield from ([*parts, change] if new is None else [change, *parts])
        return
    for key in sorted({*old, *new} - set(lists)):
        yield from _value((*path, key), key, old.get(key), new.get(key))
    yield from parts


def _value(path: Loc, noun: str, old: Any, new: Any) -> Iterator[Change]:
    if isinstance(old, list) and isinstance(new, list) and sorted(map(str, old)) == sorted(map(str, new)):
        return
    if old != new:
        yield Change(_kind(old, new), path, noun, old, new)


def _kind(old: Any, new: Any) -> ChangeKind:
    if old is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
