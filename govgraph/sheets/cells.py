"""What stands in one cell, as a value of the model. Wrong ones raise ValueError with the end of a sentence."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from govgraph.sheets.columns import Column, Holds, folded
from govgraph.sheets.dates import date_of
from govgraph.sheets.lists import parts_of, texts_of

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a reader of workbooks gives for a cell; None, or an empty text, for an empty one."""

Resolve = Callable[[str, str], str | None]
"""The id that a text means in a name space; None where it means none. Raises ValueError where it means several."""


def is_empty(cell: Cell) -> bool:
    """Whether a cell states nothing: it is empty, or holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def value_of(cell: Cell, column: Column, resolve: Resolve) -> Any:
    """What a filled cell states, in the plain shape of a text file: text, truth, or a list of texts."""
    if column.holds is Holds.DATE:
        return date_of(cell)
    if column.holds is Holds.TRUTH:
        return cell if isinstance(cell, bool) else text_of(cell).strip()
    text = text_of(cell)
    if column.holds is Holds.WORD:
        words = [_word(part, column) for part in (parts_of(text) if column.many else [text.strip()])]
        return words if column.many else words[0]
    if column.holds is Holds.REFERENCE:
        assert column.refers is not None  # noqa: S101 - a reference refers to something
        ids = references(text, column.refers, resolve, many=column.many)
        return ids if column.many else ids[0]
    return texts_of(text) if column.many else text


def text_of(cell: Cell) -> str:
    """The text in a cell; a number as it is shown. Raises ValueError for a date, of which only the day is left."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    if isinstance(cell, date | time | timedelta):
        raise ValueError("holds a date or a time where text is meant; format the cell as text, and write it again")
    return str(cell)


def references(text: str, namespace: str, resolve: Resolve, *, many: bool) -> list[str]:
    """The ids that a cell means. A text that means none is left as it is: the whole structure knows what is there."""
    parts = parts_of(text) if many else [text.strip()]
    if len(parts) > 1 and _are_ids(parts, namespace, resolve):
        return parts  # sooner than a name that happens to read like ids
    whole = resolve(namespace, text)
    if whole is not None or len(parts) == 1:
        return [whole or text.strip()]
    return [resolve(namespace, part) or part for part in parts]


def _are_ids(parts: list[str], namespace: str, resolve: Resolve) -> bool:
    try:
        return all(resolve(namespace, part) == part for part in parts)
    except ValueError:
        return False


def _word(text: str, column: Column) -> str:
    """The word of the vocabulary, in whatever capitals and with whatever between its parts; else the text itself."""
    wanted = folded(text)
    return next((word for word in column.words if folded(word) == wanted), text)
