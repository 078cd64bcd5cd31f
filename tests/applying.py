"""Changes done to a structure: what `changes(a, b)` gives, done to a, gives b."""

import copy
from collections.abc import Iterable
from typing import Any

from govgraph.comparison.changes import normalise
from govgraph.model import Change, ChangeKind, Structure


def applied(changes: Iterable[Change], to: Structure) -> Structure:
    """The structure with the changes done to it, in their order. Raises ValueError where one of them does not fit."""
    data = copy.deepcopy(normalise(to))
    for change in changes:
        _apply(change, data)
    return Structure.model_validate({key: value for key, value in data.items() if value})


def _apply(change: Change, data: dict[str, Any]) -> None:
    *way, key = change.path
    record = data
    for step in way:
        record = record.setdefault(str(step), {})
    name = str(key)
    if change.is_element:
        items = record.setdefault(name, [])
        if change.before is not None:
            if change.before not in items:
                raise ValueError(f"{change.noun} to change is not there: {change.path}")
            items.remove(change.before)
        if change.after is not None:
            items.append(change.after)
        return
    if change.after is None:
        record.pop(name)
    else:
        record[name] = change.after


def inverse(change: Change) -> Change:
    """The change back."""
    kinds = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
    kind = kinds.get(change.kind, change.kind)
    return Change(kind, change.path, change.noun, change.after, change.before, change.is_element)
