"""Lines that begin with a label, and tables of labels: `Chair: Treasurer`, `Quorum: three members`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from govgraph.drafting.lexicon import table
from govgraph.drafting.lines import Line
from govgraph.drafting.passages import BlockKind

_LABELLED = re.compile(r"^\W*(?P<label>[A-Za-z][A-Za-z' -]{2,30}?)\s*(?::|[–-](?=\s))\s*(?P<value>\S.*)$")


class Labelled(NamedTuple):
    """What a label says: of what it is, and what stands after it."""

    use: str
    """A role, `members`, the header of a column of Bodies, or the words of a relation."""
    value: str


def labelled(line: Line) -> Labelled | None:
    """What a line with a label says; None where it has none that is known."""
    if line.block.kind is BlockKind.HEADING:
        return None
    match = _LABELLED.match(line.text)
    if match is None:
        return None
    use = use_of(match.group("label"))
    return Labelled(use, match.group("value").strip()) if use else None


@cache
def _uses() -> dict[str, str]:
    return {label: use for use, labels in table("labels")["labels"].items() for label in labels}


def use_of(label: str) -> str:
    """What a label is of; empty where it is not known."""
    return _uses().get(" ".join(label.lower().split()), "")


def rows_with_labels(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The cells of tables without headers that stand after a label, each with what the label is of."""
    for before, line in pairwise(lines):
        if line.block.kind is BlockKind.ROW and len(line.block.cells) == 2:  # noqa: PLR2004 - label and value
            label, value = line.block.cells
            if before.block is line.block and line.text == value and (use := use_of(label.rstrip(" :"))):
                yield use, line


def rows_of_tables(lines: Sequence[Line]) -> list[list[Line]]:
    """The cells of the rows of tables, row by row; empty cells are left out."""
    cells = (line for line in lines if line.block.kind is BlockKind.ROW)
    return [list(row) for _, row in groupby(cells, key=lambda cell: id(cell.block))]


@cache
def _patterns(section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((use, re.compile(pattern)) for use, pattern in table("labels")[section].items())


def columns_of(header: str, section: str) -> list[str]:
    """What the column of a header may be of, by a section of the table of labels, the likeliest first.

    Args:
        header: the header.
        section: `seat_columns` for tables of members, `body_columns` for tables of bodies.

    """
    plain = header.lower().strip()
    return [use for use, pattern in _patterns(section) if pattern.search(plain)]
