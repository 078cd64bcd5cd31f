"""Which record of one list is which record of another: by what it ties to, never by its place in the list."""

import json
from typing import Any

_TIES = ("to", "theme", "constituency", "for")
_IDENTITIES: tuple[tuple[tuple[str, ...], str | None], ...] = (
    ((*_TIES, "on_behalf_of", "holder", "title", "role"), None),
    ((*_TIES, "on_behalf_of", "holder", "title"), None),
    ((*_TIES, "on_behalf_of", "holder"), None),
    ((*_TIES, "holder"), "holder"),
    ((*_TIES, "on_behalf_of"), "on_behalf_of"),
)
"""What makes a record the same though something in it changed, the closest first; and what it must state for that."""

Record = dict[str, Any]
Pair = tuple[Record | None, Record | None]


def matched(old: list[Record], new: list[Record]) -> list[Pair]:
    """The records that differ, each with its partner; None where it has none. No order of a list decides anything."""
    lost, gained = _without_equals(old, new)
    pairs: list[Pair] = []
    for keys, stated in _IDENTITIES:
        if not lost or not gained:
            break
        waiting: dict[str, list[Record]] = {}
        for record in lost:
            waiting.setdefault(_identity(record, keys, stated), []).append(record)
        left = []
        for record in gained:
            partners = waiting.get(_identity(record, keys, stated)) if not stated or stated in record else None
            if partners:
                pairs.append((partners.pop(0), record))
            else:
                left.append(record)
        lost = [record for records in waiting.values() for record in records]
        gained = left
    pairs += [(record, None) for record in lost]
    pairs += [(None, record) for record in gained]
    return sorted(pairs, key=lambda pair: (_text(pair[0]), _text(pair[1])))


def _without_equals(old: list[Record], new: list[Record]) -> tuple[list[Record], list[Record]]:
    """The records of each list that the other has not, in an order of their own."""
    there: dict[str, list[Record]] = {}
    for record in old:
        there.setdefault(_text(record), []).append(record)
    gained = []
    for record in new:
        equal = there.get(_text(record))
        if equal:
            equal.pop()
        else:
            gained.append(record)
    lost = [record for records in there.values() for record in records]
    return sorted(lost, key=_text), sorted(gained, key=_text)


def _identity(record: Record, keys: tuple[str, ...], stated: str | None) -> str:
    if stated and stated not in record:
        return _text(record)  # a record that does not state it is like no other
    return _text({key: record.get(key) for key in keys})


def _text(record: Record | None) -> str:
    return json.dumps(record, sort_keys=True)
