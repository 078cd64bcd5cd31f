"""Every statement that differs between two structures, as one flow of plain changes."""

from collections.abc import Iterator, Mapping
from typing import Any

from govgraph.diff.matching import matched
from govgraph.diff.renamed import with_bodies_renamed
from govgraph.diff.settled import records_of_a_body, settled
from govgraph.model import Body, Change, ChangeKind, Structure
from govgraph.model.place import Path
from govgraph.model.shape import Shape, shapes

_SECTIONS = tuple(key for key, shape in shapes(Structure).items() if shape.by_id)


def changes(before: Structure, after: Structure, same: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """What has been added, removed and changed: entries, their values one by one, their relations, seats and so on.

    Entries come in the order of sections and ids; of a removed body its parts come first, of a new one last.
    `same` names bodies that are one under two ids, before and after: then it is one body that changed, and nothing
    that speaks of it has.
    """
    old = settled(before)
    return tuple(_changes(with_bodies_renamed(old, same) if same else old, settled(after)))


def _changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for key in sorted({*old, *new} - set(_SECTIONS)):
        yield from _value((key,), key, old.get(key), new.get(key))
    for section in _SECTIONS:
        one, other = old.get(section, {}), new.get(section, {})
        for name in sorted({*one, *other}):
            if one.get(name) != other.get(name):
                yield from _entry((section, name), shapes(Structure)[section], one.get(name), other.get(name))


def _entry(path: Path, shape: Shape, old: dict[str, Any] | None, new: dict[str, Any] | None) -> Iterator[Change]:
    lists = records_of_a_body() if shape.model is Body else {}
    parts = [
        change
        for key in lists
        for change in _records((*path, key), lists[key], (old or {}).get(key, []), (new or {}).get(key, []))
    ]
    if old is None or new is None:
        bare = {key: value for key, value in (new or old or {}).items() if key not in lists}
        noun = shape.model.noun if shape.model else str(path[0])
        change = Change(_kind(old, new), path, noun, None if old is None else bare, None if new is None else bare)
        yield from ([*parts, change] if new is None else [change, *parts])
        return
    for key in sorted({*old, *new} - set(lists)):
        yield from _value((*path, key), key, old.get(key), new.get(key))
    yield from parts


def _value(path: Path, noun: str, old: Any, new: Any) -> Iterator[Change]:
    if isinstance(old, list) and isinstance(new, list) and sorted(map(str, old)) == sorted(map(str, new)):
        return
    if old != new:
        yield Change(_kind(old, new), path, noun, old, new)


def _records(path: Path, noun: str, old: list[Any], new: list[Any]) -> Iterator[Change]:
    for one, other in matched(old, new):
        yield Change(_kind(one, other), path, noun, one, other, is_element=True)


def _kind(old: Any, new: Any) -> ChangeKind:
    if old is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
