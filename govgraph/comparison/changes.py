"""Every statement that differs between two structures, however they were written, as one flow of plain changes."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from govgraph.comparison.answered_absences import with_answers
from govgraph.graph.kernels import grouped
from govgraph.model import Body, Change, ChangeKind, Completeness, Role, Seat, Status, Structure
from govgraph.model.faults import Loc
from govgraph.model.fields import FieldShape, shapes
from govgraph.model.statement import Record

_FILE_WIDE = frozenset({"govgraph", "status", "membership", "lines", "source"})
"""What a file says for all of itself. It is compared where it takes effect: in the bodies."""
_NOT_STATED = frozenset({"draft"})
"""What a file proposes: nothing of it is stated, so nothing in it is a change."""
_SECTIONS = tuple(key for key, shape in shapes(Structure).items() if shape.by_id)
_INHERITED = ("status", "source")
"""What a record of a body has from that body where it states none."""
_BODY_DEFAULTS = {
    "status": Status.IN_PLACE,
    "membership": Completeness.PARTIAL,
    "lines": Completeness.PARTIAL,
}
"""How a body is taken that states none of these, and whose file states none."""


def normalise(structure: Structure) -> dict[str, Any]:
    """The plain data of what a structure states, in which each body states what its file states for it.

    A default is there only where it is stated. An empty value is not stated.
    """
    data: dict[str, Any] = structure.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_unset=True, exclude=set(_FILE_WIDE | _NOT_STATED)
    )
    file_wide: dict[str, Any] = structure.model_dump(
        mode="json", exclude_none=True, include={"status", "membership", "lines", "source"}
    )
    for section in _SECTIONS:
        entries = data.get(section, {})
        for name, entry in entries.items():
            entries[name] = _without_empty({**file_wide, **entry} if section == "bodies" else entry)
    return data


def _without_empty(record: dict[str, Any]) -> dict[str, Any]:
    """A record without what says nothing; a record in a list is kept, though it states nothing."""
    found = {}
    for key, value in record.items():
        if isinstance(value, list):
            if value:
                found[key] = [_without_empty(item) if isinstance(item, dict) else item for item in value]
        else:
            found[key] = value
    return found


@cache
def _defaults(model: type[Record]) -> dict[str, Any]:
    """How the keys of a record are taken where they are not stated, for those that are then taken as something."""
    fields = {field.alias or name: field.default for name, field in model.model_fields.items()}
    found = {key: default for key, default in fields.items() if isinstance(default, int | StrEnum)}
    return {**found, **_BODY_DEFAULTS} if model is Body else found


def _record_models() -> dict[str, type[Record]]:
    """The keys of a body that hold lists of records, each with the model of these."""
    return {key: shape.model for key, shape in shapes(Body).items() if shape.model is not None and key != "source"}


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
    ((*_TIES, "on_behalf_of", "holder", "title", "role", "votes"), None),
    ((*_TIES, "on_behalf_of", "holder", "title", "role"), None),
    ((*_TIES, "on_behalf_of", "holder", "title"), None),
    ((*_TIES, "on_behalf_of", "holder"), None),
    ((*_TIES, "holder"), "holder"),
    ((*_TIES, "on_behalf_of"), "on_behalf_of"),
)
"""What makes a record the same though something in it changed, the closest first; and what it must state for that."""

RecordData = dict[str, Any]

Pair = tuple[RecordData | None, RecordData | None]


class _Element(NamedTuple):
    """A record in a list of a body: what it states, and what that means in its body before and after."""

    stated: RecordData
    meaning: RecordData
    stated_text: str
    meaning_text: str


def _record_pairs(
    old: Sequence[RecordData], new: Sequence[RecordData], model: type[Record], bodies: Sequence[RecordData]
) -> list[Pair]:
    """The records of two lists that differ, each with its partner."""
    meanings = [[_meaning(model, record, bodies) for record in side] for side in (old, new)]
    if meanings[0] == meanings[1]:
        return []
    elements = (
        [_Element(record, meaning, _text(record), _text(meaning)) for record, meaning in zip(side, known, strict=True)]
        for side, known in zip((old, new), meanings, strict=True)
    )
    return _match_records(*elements)


def _meaning(model: type[Record], record: RecordData, bodies: Sequence[RecordData]) -> RecordData:
    """The record however it is written: without defaults, and with what it has from each of these bodies."""
    defaults = _defaults(model)
    found = {key: value for key, value in record.items() if value != defaults.get(key)}
    if model is Seat and record.get("votes") is False and Role(record.get("role", Role.MEMBER)).attends_only:
        del found["votes"]  # an attendee never votes
    for key in _INHERITED:
        found[key] = [record.get(key) or body.get(key) or _BODY_DEFAULTS.get(key) for body in bodies]
    return found


def _match_records(old: list[_Element], new: list[_Element]) -> list[Pair]:
    """The records that differ, each with its partner; None where it has none. No order of a list decides anything."""
    lost, gained = _without_equals(old, new), _without_equals(new, old)
    pairs: list[Pair] = []
    for keys, stated in _IDENTITIES:
        if not lost or not gained:
            break
        waiting = grouped((_identity(element, keys, stated), element) for element in lost)
        unmatched = []
        for element in gained:
            partners = waiting.get(_identity(element, keys, stated)) if not stated or stated in element.stated else None
            if partners:
                pairs.append((partners.pop(0).stated, element.stated))
            else:
                unmatched.append(element)
        lost, gained = list(chain.from_iterable(waiting.values())), unmatched
    pairs += [(element.stated, None) for element in lost]
    pairs += [(None, element.stated) for element in gained]
    return sorted(pairs, key=lambda pair: (_text(pair[0]), _text(pair[1])))


def _without_equals(elements: list[_Element], others: list[_Element]) -> list[_Element]:
    """The records that the other list has not, or not so often, in an order of their own.

    Those that are written alike are equal first, so that what is left is what somebody has written otherwise.
    """
    by_text = {element.stated_text: element for element in (*elements, *others)}
    own, foreign = (Counter(element.stated_text for element in side) for side in (elements, others))
    equals = Counter(by_text[text].meaning_text for text in (foreign - own).elements())
    found = []
    for text in sorted((own - foreign).elements()):
        element = by_text[text]
        if equals[element.meaning_text]:
            equals[element.meaning_text] -= 1
        else:
            found.append(element)
    return found


def _identity(element: _Element, keys: tuple[str, ...], stated: str | None) -> str:
    if stated and stated not in element.stated:
        return element.meaning_text  # a record that does not state it is like no other
    return _text({key: element.meaning.get(key) for key in keys})


def _text(record: RecordData | None) -> str:
    return json.dumps(record, sort_keys=True)


def changes(before: Structure, after: Structure, renamed: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """What has been added, removed and changed: entries, their values one by one, their relations, seats and so on.

    Entries come in the order of sections and ids; of a removed body its parts come first, of a new one last. How a
    thing is written is no change: a default that is stated is the same as one that is left out. What has changed is
    given as it is stated on each side, defaults too.
    `renamed` gives the id after for bodies that have another id before: such a body has changed, and nothing that
    names it has.
    """
    old = normalise(before)
    return with_answers(_changes(with_bodies_renamed(old, renamed) if renamed else old, normalise(after)), after)


def deletes_only(parts: Sequence[Change]) -> bool:
    """Whether the changes of one body only take away what was stated of it; sources and notes count for nothing."""
    weighty = [change for change in parts if change.is_element or change.path[-1] not in _BESIDE_THE_POINT]
    return bool(weighty) and all(map(_deletes, weighty))


_BESIDE_THE_POINT = frozenset({"source", "note"})
_SETTLES = frozenset({"from", "until", "status"})
"""Keys that say something, too, where they are left out: that it has begun, goes on, is settled."""


def _deletes(change: Change) -> bool:
    key = str(change.path[-1])
    if not change.is_element:
        return change.after in (None, Completeness.PARTIAL.value) and key not in _SETTLES
    if change.kind is ChangeKind.REMOVED:
        return True
    # So does a truth, where false is the default: a seat that is not marked as vacant any more is filled.
    telling = _SETTLES.union(_defaults(_record_models()[key]))
    fields = [field for field in change.fields() if field.key not in _BESIDE_THE_POINT]
    return change.kind is ChangeKind.CHANGED and all(
        field.after is None and field.key not in telling for field in fields
    )


def _changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for key in sorted({*old, *new} - set(_SECTIONS)):
        yield from _value(Structure, (key,), old.get(key), new.get(key))
    for section in _SECTIONS:
        left, right = old.get(section, {}), new.get(section, {})
        for name in sorted({*left, *right}):
            if left.get(name) != right.get(name):
                yield from _entry((section, name), shapes(Structure)[section], left.get(name), right.get(name))


def _entry(path: Loc, shape: FieldShape, old: dict[str, Any] | None, new: dict[str, Any] | None) -> Iterator[Change]:
    lists = _record_models() if shape.model is Body else {}
    before, after = old or {}, new or {}
    bodies = [body for body in (old, new) if body is not None]
    parts = [
        Change(_kind(left, right), (*path, key), model.noun, left, right, is_element=True)
        for key, model in lists.items()
        if key in before or key in after
        for left, right in _record_pairs(before.get(key, ()), after.get(key, ()), model, bodies)
    ]
    if old is None or new is None:
        bare = {key: value for key, value in (new or old or {}).items() if key not in lists}
        kind_noun = shape.model.noun if shape.model else str(path[0])
        change = Change(_kind(old, new), path, kind_noun, None if old is None else bare, None if new is None else bare)
        yield from ([*parts, change] if new is None else [change, *parts])
        return
    for key in sorted({*old, *new} - set(lists)):
        yield from _value(shape.model, (*path, key), old.get(key), new.get(key))
    yield from parts


def _value(model: type[Record] | None, path: Loc, old: Any, new: Any) -> Iterator[Change]:
    key = str(path[-1])
    default = _defaults(model).get(key) if model else None
    if (default if old is None else old) == (default if new is None else new):
        return
    if isinstance(old, list) and isinstance(new, list) and sorted(map(str, old)) == sorted(map(str, new)):
        return
    yield Change(_kind(old, new), path, key, old, new)


def _kind(old: Any, new: Any) -> ChangeKind:
    if old is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
