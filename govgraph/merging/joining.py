"""Two records of one entry as one, where they contradict one another nowhere."""

from copy import deepcopy
from typing import Any

from govgraph.formats.plain_data import record_models
from govgraph.merging.differences import Compared
from govgraph.merging.entries import Data, Entry, statements
from govgraph.model.scalars import plain_name


def join(first: Entry, second: Entry, compared: Compared) -> None:
    """Add to an entry what another says beside it: what both say is stated once, with the source of the first.

    Two seats that may be one, and contradict one another nowhere, are one; it states what either states.
    """
    if first.data.get("source") != second.data.get("source"):
        keep_source(second)
    models = record_models() if first.section == "bodies" else {}
    seats = compared.differences(first, second).seats if models else ()
    apart = {key: compared.unequal(first, second, key)[1] for key in models}
    for pair in seats:
        theirs = second.data["seats"][pair.second.number]
        first.data["seats"][pair.first.number] = _together(first.data["seats"][pair.first.number], theirs)
        apart["seats"].remove(pair.second.number)
    for key, numbers in apart.items():
        more = [deepcopy(second.data[key][number]) for number in numbers]
        if more:
            first.data[key] = [*first.data.get(key, ()), *more]
    first.data = _together(first.data, {key: value for key, value in second.data.items() if key not in models})
    first.files = tuple(dict.fromkeys((*first.files, *second.files)))


def keep_source(entry: Entry) -> None:
    """Write the source of a body on each of its statements, so that none takes over that of another record."""
    source = entry.data.get("source")
    if source is not None:
        for _, _, record in statements(entry):
            record.setdefault("source", deepcopy(source))


def _together(one: Data, other: Data) -> Data:
    """What either states; of texts in a list each once, of notes both."""
    found = {**other, **one}
    for key in one.keys() & other.keys():
        if isinstance(one[key], list):
            found[key] = [*one[key], *(item for item in other[key] if not _holds(one[key], item))]
        elif key == "note" and plain_name(one[key]) != plain_name(other[key]):
            found[key] = f"{one[key]}\n{other[key]}"
    return found


def _holds(items: list[Any], item: object) -> bool:
    if not isinstance(item, str):
        return item in items
    return plain_name(item) in {plain_name(each) for each in items if isinstance(each, str)}
