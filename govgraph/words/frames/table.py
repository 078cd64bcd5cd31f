"""The one place that knows pandas: columns with their types, and rows, to a table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

TEXT, TRUTH, NUMBER, SHARE = "string", "boolean", "Int64", "Float64"
"""The types of columns. Each can say that something is not stated."""

Row = Sequence[Any]
Index = tuple[str, Sequence[str]]
"""The name of an index, and a label for each row."""


def table(columns: Mapping[str, str], rows: Iterable[Row], index: Index | None = None) -> "pd.DataFrame":
    """A table with these columns, each of its type, also where there are no rows; they may have labels.

    Raises ModuleNotFoundError that says what to install where pandas is missing.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - heavy, and only notebooks ask for it
    except ModuleNotFoundError:
        told = "Tables need pandas, which is not installed: pip install 'govgraph[notebook]'"
        raise ModuleNotFoundError(told, name="pandas") from None
    filled = list(rows)
    cells = {name: [row[number] for row in filled] for number, name in enumerate(columns)}
    labels = None if index is None else pd.Index(list[str](index[1]), name=index[0], dtype="object")
    data = {name: pd.Series(cells[name], dtype=kind, index=labels) for name, kind in columns.items()}
    return pd.DataFrame(data, index=labels)
