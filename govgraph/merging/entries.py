"""The entries of several files under keys that no two share, so that they can be compared and put together."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from govgraph.formats.plain_data import record_models
from govgraph.model import Structure
from govgraph.model.fields import references, shapes
from govgraph.model.statement import Record

SECTIONS = {key: shape.model for key, shape in shapes(Structure).items() if shape.by_id and shape.model}
"""The sections of a structure whose entries have ids, with their models."""
Data = dict[str, Any]
"""A record as a text file has it, with no short forms; the ids that it uses are keys of entries."""


@dataclass(eq=False)
class Entry:
    """A body, a group of people, a theme or a source of one file, or of several that have it alike."""

    key: str
    """Its own among the entries of all files."""
    section: str
    id: str
    """Its id in its file; in the end, its id in the merged one."""
    data: Data
    files: tuple[int, ...]
    """The numbers of the files that have it."""

    @property
    def own_id(self) -> str:
        """Its id in its file, whatever it is in the merged one."""
        return self.key.split(":", 2)[2]

    @property
    def name(self) -> str:
        """Its name; of a source, its title."""
        return str(self.data.get("name") or self.data.get("title"))


@dataclass(eq=False)
class File:
    """What one file states, with its entries by their keys."""

    number: int
    name: str
    structure: Structure
    whole: Data
    """What it says of itself: its title, its day, its note."""
    entries: dict[str, Entry] = field(default_factory=dict)

    def of(self, section: str) -> list[Entry]:
        """The entries of one section."""
        return [entry for entry in self.entries.values() if entry.section == section]

    def key(self, section: str, id_: str) -> str:
        """The key of the entry that has this id in this file."""
        return f"{self.number}:{section}:{id_}"


def file_of(number: int, name: str, structure: Structure) -> File:
    """A structure as a file with entries."""
    data = plain(structure)
    data.pop("draft", None)
    file = File(number, name, structure, {})
    for path, section, used in list(references(Structure, data)):
        _put(data, path, file.key(section, used))
    for section in SECTIONS:
        for id_, record in data.pop(section, {}).items():
            key = file.key(section, id_)
            file.entries[key] = Entry(key, section, id_, record, (number,))
    file.whole = data
    return file


def plain(record: Record) -> Data:
    """The keys of a record that say something, with no short forms; a role that is stated, though it be the usual."""
    found = {}
    for name, shape in type(record).model_fields.items():
        value = getattr(record, name)
        if value != shape.get_default() or (name == "role" and name in record.model_fields_set and value is not None):
            found[shape.alias or name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def with_ids(model: type[Record], data: Data, ids: Mapping[str, str]) -> Data:
    """A copy of a record in which each key of an entry is what `ids` has for it."""
    copy = deepcopy(data)
    for path, _, used in list(references(model, copy)):
        _put(copy, path, ids.get(used, used))
    return copy


def _put(data: Any, path: Sequence[Any], value: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def statements(entry: Entry) -> Iterator[tuple[str, int, Data]]:
    """The seats, relations and so on that a body states, each with the key of its list and its place there."""
    if entry.section == "bodies":
        for key in record_models():
            yield from ((key, number, record) for number, record in enumerate(entry.data.get(key, ())))


_LONGEST_ID = 64


def free_id(wanted: str, taken: set[str]) -> str:
    """An id as it is wanted, or with the first number after it that makes it a free one."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted[: _LONGEST_ID - len(str(number)) - 1]}-{number}"
    return found
